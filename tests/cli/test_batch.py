import json
import os
import pty
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli.app import cli
from briefing.verify import Trust, roots, signatures
from tests.pdf.chain import PASSPHRASE, chain
from tests.run.template import FIGURES, write

COMMAND = [sys.executable, "-c", "from briefing.cli.app import main; main()"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path / "tpl")


def run(*arguments: str) -> tuple[int, Result]:
    result = CliRunner().invoke(cli, arguments, standalone_mode=False)
    return (result.return_value or 0), result


def parts(of: int) -> list[str]:
    found = []
    for number in range(1, of + 1):
        part = ("--shard", f"{number}/{of}", "--json")
        _, result = run("build", "tpl", "--each", "partner=all", *part)
        Path(f"{number}.json").write_text(result.stdout, encoding="utf-8")
        found.append(f"{number}.json")
    return found


def test_the_table_says_what_became_of_each(project):
    (project / "sections/en/trade.RUS.md").write_text("# Trade\n\n{{ nothing }}\n", "utf-8")
    code, result = run("build", "tpl", "--each", "partner=all", "--summary", "page.md")
    assert code == 1
    lines = result.stdout.splitlines()
    assert [line.split()[:2] for line in lines[:4]] == [
        ["CHN", "built"],
        ["DEU", "built"],
        ["JPN", "built"],
        ["RUS", "failed"],
    ]
    assert "without section investment" in lines[1]
    assert lines[4].startswith("3 built, 1 failed")
    assert "there is no fact “nothing”" in result.stderr
    assert "| RUS | failed |" in Path("page.md").read_text(encoding="utf-8")


def test_it_says_how_the_findings_of_those_that_stand_are_read(project):
    arguments = ("build", "tpl", "--each", "partner=CHN,RUS")
    assert "findings:" not in run(*arguments)[1].stdout
    text = (project / "briefing.yaml").read_text(encoding="utf-8")
    idle = "facts:\n  seats: {value: 76, unit: persons, source: nso, period: 2024}\n"
    (project / "briefing.yaml").write_text(text.replace("facts:\n", idle, 1), encoding="utf-8")
    lines = run(*arguments)[1].stdout.splitlines()
    assert lines[-2] == "findings: briefing check tpl -p partner=CHN; those of all: --json"
    assert "“seats” is not used" in run(*lines[-2].split(";")[0].split()[2:])[1].output


def test_parts_merge_to_the_whole(project):
    files = parts(3)
    code, result = run("merge", *files, "--json")
    content = json.loads(result.stdout)
    assert code == 0
    assert content["lacking"] == []
    assert [entry["name"] for entry in content["briefings"]] == sorted(FIGURES)


def test_a_part_that_is_lacking_is_said(project):
    files = [f for f in parts(4) if json.loads(Path(f).read_text("utf-8"))["briefings"]]
    assert len(files) > 1
    code, result = run("merge", files[0])
    assert code == 1
    assert "of 4 briefings are lacking" in result.stderr


def test_a_part_twice_is_said(project):
    files = parts(1)
    Path("again.json").write_bytes(Path(files[0]).read_bytes())
    code, result = run("merge", files[0], "again.json")
    assert code == 1
    assert "CHN stands in 1.json and in again.json" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [("--jobs", "2"), ("--shard", "1/2"), ("--each", "partner=CHN", "--shard", "3/2")],
)
def test_options_that_do_not_go_together_are_refused(project, arguments):
    result = CliRunner().invoke(cli, ("build", "tpl", *arguments))
    assert result.exit_code == 2


def test_send_takes_each_edition_from_its_folder(project):
    run("build", "tpl", "--each", "partner=CHN,RUS")
    who = ("--from", "desk@example.org", "--to", "a@example.org", "--dry-run")
    code, result = run("send", "tpl", "--each", "partner=CHN,RUS", *who)
    assert code == 0, result.output
    assert result.stdout.count("written") == 2


def test_a_schedule_takes_no_words_that_a_shell_reads_otherwise(project):
    result = CliRunner().invoke(
        cli, ("schedule", "github", "tpl", "--each", "partner=all; rm x"), standalone_mode=False
    )
    assert getattr(result.exception, "exit_code", 0) == 2


def test_a_terminal_shows_how_many_are_done_how_fast_and_the_time_left(project):
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "build", "tpl", "--each", "partner=all"],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm"},
    ) as done:
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:
            pass
    os.close(ours)
    assert done.returncode == 0
    assert b"0/4" in shown
    assert re.search(rb"2/4  DEU  [0-9.]+ a second, [0-9]+ s left", shown)
    # Nothing stays on the line.
    assert shown.endswith(b"\r\x1b[2K")


def test_a_pipe_is_told_no_progress(project):
    _, result = run("build", "tpl", "--each", "partner=CHN,RUS")
    assert result.stderr == ""


def test_json_says_of_each_what_the_table_says(project):
    code, result = run("build", "tpl", "--each", "partner=CHN,ABW", "--json")
    content = json.loads(result.stdout)
    assert code == 1
    china, aruba = content["briefings"]
    assert (china["name"], china["state"], china["parameters"]) == (
        "CHN",
        "built",
        {"partner": "CHN"},
    )
    (edition,) = china["editions"]
    assert edition["size"] == Path(edition["path"]).stat().st_size
    assert (aruba["state"], [f["code"] for f in aruba["findings"]]) == ("failed", ["B263"])


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_of_a_batch_is_signed(project, jobs):
    packed, root = chain()
    Path("key.p12").write_bytes(packed)
    Path("key.p12").chmod(0o600)
    Path("phrase").write_bytes(PASSPHRASE)
    Path("phrase").chmod(0o600)
    sign = ("--sign", "key.p12", "--passphrase-file", "phrase", "-j", jobs)
    code, result = run("build", "tpl", "--each", "partner=CHN,RUS", *sign)
    assert code == 0, result.output
    for partner in ("CHN", "RUS"):
        data = Path(f"out/tpl/2024/{partner}/tpl-{partner}.en.pdf").read_bytes()
        (signature,) = signatures.read(data, roots(root), datetime.now(UTC))
        assert signature.trust is Trust.TRUSTED


def test_editions_of_a_batch_are_compared_and_traced(project):
    run("build", "tpl", "--each", "partner=CHN,RUS")
    trade = Path("tpl/trade.csv")
    trade.write_text(trade.read_text("utf-8").replace("1111.1", "1117.4"), encoding="utf-8")
    run("build", "tpl", "--each", "partner=CHN,RUS", "-o", "later")
    name = "tpl/2024/CHN/tpl-CHN.en.pdf"
    code, result = run("diff", f"out/{name}", f"later/{name}")
    assert code == 0
    assert "US$1.11 billion → US$1.12 billion" in result.stdout
    code, result = run("trace", f"later/{name}", "exports")
    assert code == 0
    assert "trade.csv" in result.stdout


def test_mail_of_a_batch_goes_out_once_where_nothing_changed(project):
    run("build", "tpl", "--each", "partner=CHN,RUS")
    who = ("--from", "desk@example.org", "--to", "a@example.org", "--dry-run")
    _, result = run("send", "tpl", "--each", "partner=CHN,RUS", *who)
    mails = [Path(line.split("written  ")[1]) for line in result.stdout.splitlines()]
    assert len(set(mails)) == 2
    for mail, partner in zip(mails, ("CHN", "RUS"), strict=True):
        assert f"tpl-{partner}.en.pdf" in mail.read_text(encoding="utf-8")


def test_what_would_come_out_the_same_stays_and_is_said_unless_forced(project):
    every = ("build", "tpl", "--each", "partner=CHN,RUS")
    run(*every)
    pdf = Path("out/tpl/2024/CHN/tpl-CHN.en.pdf")
    before = pdf.stat().st_ino
    trade = Path("tpl/sections/en/trade.RUS.md")
    trade.write_text("# Trade\n\nExports came to {{ exports }}.\n", encoding="utf-8")
    _, result = run(*every)
    assert [line.split()[:2] for line in result.stdout.splitlines()[:2]] == [
        ["CHN", "unchanged"],
        ["RUS", "built"],
    ]
    assert pdf.stat().st_ino == before
    _, result = run(*every, "--force")
    assert result.stdout.splitlines()[2].startswith("2 built")
    assert pdf.stat().st_ino != before


def test_clean_says_what_it_took_away(project, monkeypatch):
    monkeypatch.setenv("BRIEFING_CACHE_DIR", str(project.parent / "cache"))
    run("build", "tpl", "--each", "partner=CHN,RUS")
    entries = [p for p in (project.parent / "cache").rglob("*") if p.is_file()]
    code, result = run("clean", "--json")
    assert code == 0
    assert json.loads(result.stdout)["entries"] == len(entries) >= 2
    assert run("clean")[1].stdout.startswith("0 entries taken away")
