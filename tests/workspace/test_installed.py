import json
from importlib.metadata import version

import pytest

from briefing.workspace import installed

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GIT = "https://git.example/mfa/briefing.git"
WHEEL = "https://files.example/country_briefing-0.1.0-py3-none-any.whl"


@pytest.mark.parametrize(
    ("direct", "wanted"),
    [
        (None, f"country-briefing=={version('country-briefing')}"),
        ({"url": "file:///home/a/briefing"}, f"country-briefing=={version('country-briefing')}"),
        (
            {"url": GIT, "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"country-briefing @ git+{GIT}@{COMMIT}",
        ),
        ({"url": WHEEL, "archive_info": {}}, f"country-briefing @ {WHEEL}"),
    ],
)
def test_what_installs_this_product_elsewhere(
    monkeypatch: pytest.MonkeyPatch, direct: dict[str, object] | None, wanted: str
) -> None:
    class Distribution:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return json.dumps(direct) if direct else None

    monkeypatch.setattr(installed, "distribution", lambda _: Distribution())
    assert installed.origin() == wanted
