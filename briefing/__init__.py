"""Country briefings whose every number is bound to data.

`build` and `check` (with `Choices` to pass and `Outcome` to get) are public; every other module may
change without notice.
"""

from typing import TYPE_CHECKING

from briefing.model.deferred import deferred

if TYPE_CHECKING:
    from briefing.model import Choices
    from briefing.run.outcome import Outcome

__all__ = ["Choices", "build", "check"]


__getattr__ = deferred(__name__, {"Choices": "model.spec"})


def build(project: str, output: str = "out", choices: "Choices | None" = None) -> "Outcome":
    """Build the briefing of a project folder into an edition under `output`.

    Findings come back in the outcome; with one of severity error no edition is made. Raises
    BriefingError when a run can't go on.
    """
    from briefing.model import Choices
    from briefing.run.build import build as run

    return run(project, output, choices or Choices())


def check(project: str, choices: "Choices | None" = None) -> "Outcome":
    """The findings of a project folder: everything up to the drawing."""
    from briefing.model import Choices
    from briefing.run.examine import check as run

    return run(project, choices or Choices())
