import email
import email.policy
import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import mailparser
import pytest

from briefing.model.spec import Choices
from briefing.run.build import build
from briefing.run.send import Post, Posted, send
from briefing.workspace.mail import Security, Server
from tests.run.post import Office, server

CASE = Path(__file__).parents[1] / "projects" / "two-sections" / "project"
SEND = """\
send:
  from: Отдел торговли <desk@mfa.example>
  reply_to: answers@mfa.example
  to: [ann@a.example, {address: "Б. Ариунаа <bat@b.example>", languages: en}, cid@c.example]
"""
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ALL = ["ann@a.example", "bat@b.example", "cid@c.example"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(CASE, tmp_path / "two-sections"))
    write(folder, (folder / "briefing.yaml").read_text("utf-8") + SEND)
    made(folder)
    return folder


def write(project: Path, manifest: str) -> None:
    (project / "briefing.yaml").write_text(manifest, "utf-8")


def made(project: Path) -> None:
    assert build(str(project), str(project.parent / "out"), Choices()).built


def posted(project: Path, place: Server | None, when: datetime = NOW, **options: object) -> Posted:
    post = Post(place, **({"pause": 0} | options))  # type: ignore[arg-type]
    return send(str(project), str(project.parent / "out"), Choices(), post, now=lambda: when)


def found(result: Posted) -> list[tuple[str, str]]:
    return [(f.code, f.message) for f in result.outcome.findings]


def journal(project: Path) -> list[dict[str, object]]:
    lines = (project.parent / "out/two-sections/sent.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("security", list(Security))
def test_each_gets_it_once(project: Path, tmp_path: Path, security: Security) -> None:
    office = Office()
    with server(office, tmp_path, security, login=("desk", "geheim")) as place:
        first = posted(project, place)
        again = posted(project, place)
    assert found(first) == []
    assert [to for to, _ in office.taken] == ALL
    assert [t.mail.recipient.address for t in first.taken] == ALL
    assert again.taken == ()
    assert {s.why for s in again.skipped} == {"has it already"}
    assert [entry["to"] for entry in journal(project)] == ALL
    assert {entry["sent"] for entry in journal(project)} == {"2026-11-24T09:00:00+00:00"}
    assert len(office.sessions) == 1


def test_the_mail_is_what_two_parsers_read(project: Path, tmp_path: Path) -> None:
    office = Office()
    with server(office, tmp_path) as place:
        posted(project, place)
    data = dict(office.taken)["bat@b.example"]
    pdf = (project.parent / "out/two-sections/2014/two-sections.en.pdf").read_bytes()
    mail = email.message_from_bytes(data, policy=email.policy.default)
    assert mail.defects == []
    assert str(mail["From"]) == "Отдел торговли <desk@mfa.example>"
    assert mail["To"].addresses[0].display_name == "Б. Ариунаа"
    assert mail["Reply-To"].addresses[0].addr_spec == "answers@mfa.example"
    assert mail["Subject"] == "Mongolia and Russia: Edition 2014"
    assert mail["Date"].datetime == NOW
    assert mail["Content-Language"] == "en"
    assert mail["Message-ID"].endswith("@mfa.example>")
    (attached,) = mail.iter_attachments()
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_filename() == "two-sections.en.pdf"
    assert attached["Content-Language"] == "en"
    assert attached.get_content() == pdf
    for kind in ("plain", "html"):
        body = mail.get_body((kind,))
        assert body is not None
        text = body.get_content().replace("\u00a0", " ")
        assert "Exports to Russia, 2014: US$62 million" in text
        assert "National Statistics Office of Mongolia" in text
        assert "The first edition that you get." in text
    other = mailparser.parse_from_bytes(data)
    assert other.defects == []
    assert other.subject == mail["Subject"]
    assert other.to == [("Б. Ариунаа", "bat@b.example")]
    assert other.from_ == [("Отдел торговли", "desk@mfa.example")]
    assert [a["filename"] for a in other.attachments] == ["two-sections.en.pdf"]
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_dry_run_writes_the_same_and_sends_nothing(project: Path) -> None:
    result = posted(project, None)
    assert [address for address, _ in result.written] == ALL
    assert result.taken == ()
    assert journal(project) == []
    for address, path in result.written:
        mail = email.message_from_bytes(Path(path).read_bytes(), policy=email.policy.default)
        assert mail["To"].addresses[0].addr_spec == address


def test_who_is_refused_is_told_and_the_rest_get_it(project: Path, tmp_path: Path) -> None:
    office = Office({"bat@b.example": ["550 no \x1b[31msuch user"]})
    with server(office, tmp_path) as place:
        result = posted(project, place)
    ((code, message),) = found(result)
    assert code == "B063"
    assert message == "the server refuses the mail to bat@b.example: 550 no  [31msuch user"
    assert [to for to, _ in office.taken] == ["ann@a.example", "cid@c.example"]
    assert office.asked.count("bat@b.example") == 1
    assert result.outcome.lines[result.outcome.findings[0].place].strip().startswith("to:")


def test_greylisting_is_waited_out_and_not_for_ever(project: Path, tmp_path: Path) -> None:
    grey = "450 greylisted"
    office = Office({"ann@a.example": [grey, grey, "250 OK"], "bat@b.example": [grey]})
    with server(office, tmp_path) as place:
        result = posted(project, place, tries=3)
    assert [to for to, _ in office.taken] == ["cid@c.example", "ann@a.example"]
    assert [code for code, _ in found(result)] == ["B064"]
    assert office.asked.count("bat@b.example") == 3
    office.answers.clear()
    with server(office, tmp_path) as place:
        assert [t.mail.recipient.address for t in posted(project, place).taken] == ["bat@b.example"]


@pytest.mark.parametrize("where", ["recipient", "data"])
def test_a_dropped_line_loses_nothing(project: Path, tmp_path: Path, where: str) -> None:
    office = Office()
    if where == "recipient":
        office.answers["ann@a.example"] = ["drop", "250 OK"]
    else:
        office.after_data = ["drop"]
    with server(office, tmp_path) as place:
        result = posted(project, place)
    assert found(result) == []
    assert sorted(to for to, _ in office.taken) == ALL
    assert sorted(str(entry["to"]) for entry in journal(project)) == ALL


def test_a_line_that_is_dropped_each_time_is_a_finding(project: Path, tmp_path: Path) -> None:
    office = Office({"ann@a.example": ["drop"]})
    with server(office, tmp_path) as place:
        result = posted(project, place, tries=2)
    ((code, message),) = found(result)
    assert code == "B065"
    assert "ann@a.example" in message
    assert [to for to, _ in office.taken] == ["bat@b.example", "cid@c.example"]


def test_a_silent_server_is_given_up(project: Path, tmp_path: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        place = Server("127.0.0.1", port, Security.STARTTLS, timeout=0.2)
        result = posted(project, place, tries=2)
    assert [code for code, _ in found(result)] == ["B060"] * 3
    assert "no answer in 0.2 seconds" in found(result)[0][1]
    with server(Office(), tmp_path) as gone:
        pass
    assert [code for code, _ in found(posted(project, gone, tries=1))] == ["B060"] * 3


def test_a_wrong_certificate_gets_no_login(project: Path, tmp_path: Path) -> None:
    for security in Security:
        office = Office()
        with server(
            office, tmp_path, security, login=("desk", "geheim"), name="a.example"
        ) as place:
            result = posted(project, place)
        assert [code for code, _ in found(result)] == ["B061"] * 3
        assert "geheim" not in repr((place, result))
        assert office.asked == []


def test_a_wrong_login_is_tried_once_and_shown_nowhere(project: Path, tmp_path: Path) -> None:
    office = Office()
    with server(office, tmp_path, login=("desk", "right")) as place:
        from dataclasses import replace

        from briefing.workspace.mail import Login

        wrong = replace(place, login=Login("desk", "wr0ng-secret"))
        result = posted(project, wrong)
    assert [code for code, _ in found(result)] == ["B062"] * 3
    assert "wr0ng-secret" not in repr((wrong, result))
    assert office.taken == []


def test_who_must_log_in_first_is_told_so(project: Path, tmp_path: Path) -> None:
    office = Office({"ann@a.example": ["530 5.7.0 Authentication required"]})
    with server(office, tmp_path) as place:
        result = posted(project, place)
    code, message = found(result)[0]
    assert code == "B062"
    assert "wants a login; none is given: 530 5.7.0 Authentication required" in message
    assert "BRIEFING_SMTP_USER" in result.outcome.findings[0].hint
    # Asked once: a server that wants a login wants it for every mail.
    assert office.asked == ["ann@a.example"]
    assert len(found(result)) == len(ALL)


def test_a_mail_too_large_stops_all_and_says_what_is_big(project: Path, tmp_path: Path) -> None:
    office = Office()
    with server(office, tmp_path) as place:
        result = posted(project, place, most=30_000)
    assert [code for code, _ in found(result)] == ["B068"] * 3
    assert "two-sections.en.pdf 0.0 MB" in found(result)[0][1]
    assert office.asked == []


def test_what_changed_is_since_the_edition_that_one_had(project: Path, tmp_path: Path) -> None:
    office = Office()
    with server(office, tmp_path) as place:
        posted(project, place)
        trade = project / "trade.csv"
        text = trade.read_text("utf-8")
        assert "61607.3" in text
        trade.write_text(text.replace("61607.3", "71607.3"), "utf-8")
        made(project)
        posted(project, place)
    mail = email.message_from_bytes(office.taken[-1][1], policy=email.policy.default)
    body = mail.get_body(("plain",))
    assert body is not None
    changes = body.get_content().partition("What changed")[2].partition("Where")[0]
    line = "- Exports to Russia, 2014: US$72 million, before US$62 million"
    assert line in changes.replace("\u00a0", " ")
    assert len(office.taken) == 6


def test_if_changed_mails_nothing_where_only_the_file_is_new(project: Path, tmp_path: Path) -> None:
    office = Office()
    with server(office, tmp_path) as place:
        posted(project, place)
        pdf = project.parent / "out/two-sections/2014/two-sections.en.pdf"
        pdf.write_bytes(pdf.read_bytes() + b"\n")
        result = posted(project, place, if_changed=True)
        assert {s.why for s in result.skipped} == {"nothing changed since the last mail"}
        assert len(posted(project, place).taken) == 3


def test_a_torn_journal_is_read_on(project: Path, tmp_path: Path) -> None:
    office = Office()
    with server(office, tmp_path) as place:
        posted(project, place)
        book = project.parent / "out/two-sections/sent.jsonl"
        book.write_bytes(book.read_bytes()[:-20])
        assert [t.mail.recipient.address for t in posted(project, place).taken] == [ALL[-1]]
        assert posted(project, place).taken == ()


def test_under_embargo_only_the_pre_release_list_gets_it(project: Path, tmp_path: Path) -> None:
    manifest = (project / "briefing.yaml").read_text("utf-8")
    write(
        project,
        manifest + "  pre_release: [BAT@b.example]\nembargo: 2026-12-01T09:30+08:00\n",
    )
    made(project)
    end = datetime(2026, 12, 1, 1, 30, tzinfo=UTC)
    office = Office()
    with server(office, tmp_path) as place:
        early = posted(project, place, end - timedelta(seconds=1))
        assert [code for code, _ in found(early)] == ["B067", "B067"]
        assert [to for to, _ in office.taken] == ["BAT@b.example"]
        mail = email.message_from_bytes(office.taken[0][1], policy=email.policy.default)
        assert mail["Subject"].startswith("EMBARGOED until 1 December 2026, 09:30 UTC+8 · ")
        late = posted(project, place, end)
    assert found(late) == []
    assert [to for to, _ in office.taken[1:]] == ["ann@a.example", "cid@c.example"]


def test_the_embargo_of_the_file_holds_when_the_manifest_forgets_it(
    project: Path, tmp_path: Path
) -> None:
    manifest = (project / "briefing.yaml").read_text("utf-8")
    write(project, manifest + "embargo: 2026-12-01T09:30+08:00\n")
    made(project)
    write(project, manifest)
    with server(Office(), tmp_path) as place:
        assert [code for code, _ in found(posted(project, place))] == ["B067"] * 3
