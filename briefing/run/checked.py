"""What `briefing check` comes to: told again where nothing has changed since."""

from briefing.model import Choices
from briefing.run.outcome import Outcome
from briefing.run.remembered import Asked, recall, remember
from briefing.workspace import Workspace
from briefing.workspace.cache import cache


def checked(folder: str, output: str, choices: Choices) -> Outcome:
    """The findings of the project in a folder; what stands in `output` is no part of it."""
    kept, asked = cache(), Asked(folder, output, choices, strict=False, draws=False)
    known = recall(kept, asked)
    if known is not None:
        return known
    # What reads a project takes longer to load than to tell again what is known of it.
    from briefing.run.examine import examined_in

    workspace = Workspace(folder)
    outcome = examined_in(workspace, choices)
    remember(kept, asked, outcome, workspace.inputs, (), ())
    return outcome
