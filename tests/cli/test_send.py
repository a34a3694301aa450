"""`briefing send` from the command line, to a real mail server over an encrypted line."""

import email
import email.policy
import json
import os
import shutil
import subprocess
import sys
import time
from email.message import EmailMessage
from pathlib import Path

import pytest

import briefing
from briefing.workspace.mail import Security, Server
from tests.run.post import Office, server

CASE = Path(__file__).parents[1] / "projects" / "two-sections" / "project"
COMMAND = "from briefing.cli.app import main; main()"
USER, SECRET = "сектор", "pa55-wörd"
SEND = """\
send:
  from: "Худалдааны хэлтэс <desk@mfa.example>"
  to: [ann@a.example, {address: "Б. Ариунаа <bat@b.example>", languages: [mn]}, cid@c.example]
"""
_MONGOLIAN = (
    ("[en]", "[en, mn]"),
    ("marking: OFFICIAL", "marking: {en: OFFICIAL, mn: АЛБАН}"),
    ("title: {en:", "title: {mn: 'Монгол, Орос', en:"),
    ("title: Foreign trade by country", "title: {en: Foreign trade, mn: Гадаад худалдаа}"),
    ("National Statistics Office of Mongolia", "{en: Statistics Office, mn: Статистикийн хороо}"),
    ("basis: {en:", "basis: {mn: оны үнээр, en:"),
    ("label: {en: Trade", "label: {mn: Эргэлт, en: Trade"),
    ('label: {en: "Exports', 'label: {mn: Экспорт, en: "Exports'),
    ('label: {en: "Imports', 'label: {mn: Импорт, en: "Imports'),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """In English, and in Mongolian as far as this test needs it; built."""
    folder = Path(shutil.copytree(CASE, tmp_path / "two-sections"))
    manifest = folder / "briefing.yaml"
    text = manifest.read_text("utf-8")
    for old, new in _MONGOLIAN:
        assert old in text
        text = text.replace(old, new)
    manifest.write_text(text + SEND, "utf-8")
    shutil.copytree(folder / "sections" / "en", folder / "sections" / "mn")
    done = run(folder, "build", str(folder), "-o", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    return folder


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("BRIEFING_")}
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *arguments],
        cwd=folder.parent,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert SECRET not in done.stdout + done.stderr
    return done


def sent(
    project: Path, place: Server, *options: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    address = f"{place.host}:{place.port}"
    line = ["--server", address, "--authorities", place.authorities, *options]
    if place.security is Security.TLS:
        line += ["--security", "tls"]
    return run(project, "send", str(project), *line, **environment)


def mail_to(office: Office, address: str) -> EmailMessage:
    return email.message_from_bytes(dict(office.taken)[address], policy=email.policy.default)


def languages(mail: EmailMessage) -> list[str]:
    return [part["Content-Language"] for part in mail.iter_attachments()]


@pytest.fixture
def login_file(tmp_path: Path) -> Path:
    file = tmp_path / "login"
    file.write_text("desk\npa55-word\n", "utf-8")
    file.chmod(0o600)
    return file


@pytest.mark.parametrize("security", list(Security))
def test_each_gets_its_own_languages_or_all(
    project: Path, tmp_path: Path, security: Security, login_file: Path
) -> None:
    office = Office()
    with server(office, tmp_path, security, login=("desk", "pa55-word")) as place:
        done = sent(project, place, "--login-file", str(login_file))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "ann@a.example  sent  two-sections.en.pdf, two-sections.mn.pdf\n"
        "bat@b.example  sent  two-sections.mn.pdf\n"
        "cid@c.example  sent  two-sections.en.pdf, two-sections.mn.pdf\n"
    )
    assert "pa55-word" not in done.stdout + done.stderr
    assert languages(mail_to(office, "ann@a.example")) == ["en", "mn"]
    own = mail_to(office, "bat@b.example")
    assert languages(own) == ["mn"]
    assert own["Content-Language"] == "mn"
    assert str(own["Subject"]).startswith("Монгол, Орос")
    assert str(own["From"]) == "Худалдааны хэлтэс <desk@mfa.example>"
    assert own["To"].addresses[0].display_name == "Б. Ариунаа"
    body = own.get_body(("plain",))
    assert body is not None
    assert "Экспорт, 2014: " in body.get_content().replace("\u00a0", " ")
    assert "Статистикийн хороо" in body.get_content()
    kept = (tmp_path / "out" / "two-sections" / "sent.jsonl").read_text("utf-8")
    assert "pa55-word" not in kept


def test_who_is_refused_ends_with_4_and_the_rest_get_it(project: Path, tmp_path: Path) -> None:
    office = Office({"ann@a.example": ["550 5.1.1 no such user"]})
    with server(office, tmp_path) as place:
        done = sent(project, place, "--json")
        again = sent(project, place, "--json")
    assert done.returncode == 4
    told = json.loads(done.stdout)
    (finding,) = told["findings"]
    assert (finding["code"], finding["severity"]) == ("B063", "error")
    assert (finding["project"], finding["file"]) == ("two-sections", "briefing.yaml")
    assert "550 5.1.1 no such user" in finding["message"]
    assert [one["to"] for one in told["sent"]] == ["bat@b.example", "cid@c.example"]
    assert told["sent"][0]["files"] == ["two-sections.mn.pdf"]
    assert told["sent"][0]["message_id"] == mail_to(office, "bat@b.example")["Message-ID"]
    assert (told["written"], told["not_needed"]) == ([], [])
    second = json.loads(again.stdout)
    assert (again.returncode, second["sent"]) == (4, [])
    assert {one["why"] for one in second["not_needed"]} == {"has it already"}


def test_greylisting_is_waited_out_as_long_as_pause_says(project: Path, tmp_path: Path) -> None:
    office = Office({"ann@a.example": ["451 4.7.1 greylisted", "250 OK"]})
    with server(office, tmp_path) as place:
        began = time.monotonic()
        done = sent(project, place, "--pause", "1.5", "--tries", "2")
        took = time.monotonic() - began
    assert (done.returncode, done.stderr) == (0, "")
    assert took > 1.5
    assert [to for to, _ in office.taken] == ["bat@b.example", "cid@c.example", "ann@a.example"]
    assert office.asked.count("ann@a.example") == 2
    assert len(office.sessions) == 2


def test_what_stays_put_off_ends_with_4_and_goes_the_next_time(
    project: Path, tmp_path: Path
) -> None:
    office = Office({"ann@a.example": ["451 4.7.1 greylisted"]})
    with server(office, tmp_path) as place:
        done = sent(project, place, "--pause", "0.1", "--tries", "2")
        office.answers.clear()
        later = sent(project, place)
    assert done.returncode == 4
    assert "error[B064] the server put off the mail to ann@a.example: 451 4.7.1" in done.stderr
    assert "hint: send again later" in done.stderr
    assert later.returncode == 0
    assert later.stdout.splitlines()[0].startswith("ann@a.example  sent  ")
    assert later.stdout.count("not sent: has it already") == 2


@pytest.mark.parametrize("given", ["file", "environment"])
def test_a_wrong_login_ends_with_4_and_is_shown_nowhere(
    project: Path, tmp_path: Path, given: str
) -> None:
    file = tmp_path / "login"
    file.write_text(f"{USER}\n{SECRET}\n", "utf-8")
    file.chmod(0o600)
    office = Office()
    with server(office, tmp_path, login=("desk", "right")) as place:
        if given == "file":
            done = sent(project, place, "--login-file", str(file))
        else:
            secret = {"BRIEFING_SMTP_USER": USER, "BRIEFING_SMTP_PASSWORD": SECRET}
            done = sent(project, place, **secret)
    assert done.returncode == 4
    assert "error[B062]" in done.stderr
    assert office.taken == []


@pytest.mark.parametrize(
    ("content", "mode", "message"),
    [
        ("desk\nright\n", 0o644, "others may read"),
        ("desk\n", 0o600, "half of the login is missing"),
        (None, 0o600, "can't be read"),
    ],
)
def test_a_login_file_that_will_not_do_is_usage(
    project: Path, tmp_path: Path, content: str | None, mode: int, message: str
) -> None:
    file = tmp_path / "login"
    if content is not None:
        file.write_text(content, "utf-8")
        file.chmod(mode)
    office = Office()
    with server(office, tmp_path) as place:
        done = sent(project, place, "--login-file", str(file))
    assert (done.returncode, office.asked) == (2, [])
    assert message in done.stderr


def test_a_dry_run_writes_what_would_be_sent_and_says_so_as_json(
    project: Path, tmp_path: Path
) -> None:
    done = run(project, "send", str(project), "--dry-run", "--json")
    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert [one["to"] for one in told["written"]] == [
        "ann@a.example",
        "bat@b.example",
        "cid@c.example",
    ]
    for one in told["written"]:
        data = (tmp_path / one["path"]).read_bytes()
        mail = email.message_from_bytes(data, policy=email.policy.default)
        assert mail["To"].addresses[0].addr_spec == one["to"]
        assert mail.defects == []
    assert told["sent"] == []


def test_an_address_in_other_letters_is_said_not_to_be_one(project: Path) -> None:
    done = run(project, "send", str(project), "--dry-run", "--to", "ариунаа@мгу.example")
    assert done.returncode == 2
    assert "ариунаа@мгу.example" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_edition_is_3(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(CASE, tmp_path / "fresh"))
    assert briefing.check(str(folder)).findings == ()
    done = run(folder, "send", str(folder), "--dry-run", "--from", "a@b.example", "--to", "c@d.ex")
    assert done.returncode == 3
    assert "briefing build" in done.stderr
