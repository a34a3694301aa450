"""A name printed for want of a label is a finding in every language but English."""

from pathlib import Path

import pytest

import briefing
from briefing.starter.project import Answers, project


def found(folder: Path, *languages: str, old: str = "", new: str = "") -> list[tuple[str, str]]:
    files = project(Answers("MNG", "JPN", languages, "ministry"), b"{}")
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.replace(old.encode(), new.encode()) if old else content)
    findings = briefing.check(str(folder)).findings
    return [(f"{f.severity}", f.message.split()[0]) for f in findings if f.code == "B322"]


SHARE = ', label: {fr: "Part {{ partner | of }} dans les exportations"}'


def test_it_is_a_warning_where_the_names_may_be_in_the_language(tmp_path: Path) -> None:
    assert found(tmp_path, "fr", old=SHARE, new="") == [("warning", "“export_share”")]


@pytest.mark.parametrize("language", ["en", "fr", "mn", "ru"])
def test_a_new_project_has_none(tmp_path: Path, language: str) -> None:
    assert found(tmp_path, language) == []


def test_in_english_a_name_is_what_it_says(tmp_path: Path) -> None:
    label = ', label: {en: "Share of exports, {{ partner.short }}"}'
    assert found(tmp_path, "en", old=label, new="") == []
