import json
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest

from briefing.model import BriefingError
from briefing.workspace import installable, installed

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GIT = "https://git.example/mfa/briefing.git"
WHEEL = "https://files.example/country_briefing-0.1.0-py3-none-any.whl"
NAME = "country_briefing-0.1.0-py3-none-any.whl"


def came(monkeypatch: pytest.MonkeyPatch, told: object) -> None:
    """The product as if it had come from there."""

    class Distribution:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return json.dumps(told) if told else None

    monkeypatch.setattr(installed, "distribution", lambda _: Distribution())


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (None, f"country-briefing=={version('country-briefing')}"),
        (
            {"url": GIT, "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"country-briefing @ git+{GIT}@{COMMIT}",
        ),
        ({"url": WHEEL, "archive_info": {}}, f"country-briefing @ {WHEEL}"),
    ],
)
def test_this_very_product_as_it_came(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, told: object, wanted: str
) -> None:
    came(monkeypatch, told)
    monkeypatch.setattr(installable, "_found", lambda _: None)
    assert installable.requirement("", str(tmp_path)) == (wanted, {})


def test_a_wheel_that_it_came_from_is_put_into_the_repository(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / NAME).write_bytes(b"a wheel")
    came(monkeypatch, {"url": (tmp_path / NAME).as_uri(), "archive_info": {}})
    made = installable.requirement("", str(tmp_path / "repository"))
    assert made == (f"./wheels/{NAME}", {f"wheels/{NAME}": b"a wheel"})


def test_a_checkout_is_its_commit_where_a_remote_on_the_web_has_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def git(*words: str) -> str:
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        line = ["git", *identity, *words]
        return subprocess.run(
            line, cwd=tmp_path, check=True, capture_output=True, text=True
        ).stdout.strip()

    git("init", "--quiet", "--initial-branch=main")
    git("commit", "--quiet", "--allow-empty", "-m", "one")
    came(monkeypatch, {"url": tmp_path.as_uri(), "dir_info": {"editable": True}})
    with pytest.raises(BriefingError, match="which no other machine has"):
        installable.requirement("", str(tmp_path))
    git("remote", "add", "origin", "git@git.example:mfa/briefing.git")
    with pytest.raises(BriefingError, match="which no other machine has"):
        installable.requirement("", str(tmp_path))
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    commit = git("rev-parse", "HEAD")
    address = f"git+ssh://git@git.example/mfa/briefing.git@{commit}"
    assert installable.requirement("", str(tmp_path))[0] == f"country-briefing @ {address}"
