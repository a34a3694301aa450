"""The commands as a user runs them: a process, its exit code, its two streams."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CASES = Path(__file__).parents[1] / "projects"
COMMAND = [sys.executable, "-c", "from briefing.cli.app import main; main()"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASES / "two-sections" / "project", tmp_path / "two-sections"))


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env={k: v for k, v in os.environ.items() if k not in ("FORCE_COLOR", "NO_COLOR")}
        | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_build_says_one_line_a_pdf_and_leaves_an_edition(project: Path) -> None:
    done = run(project, "build")
    assert (done.returncode, done.stderr) == (0, "")
    path, pages = done.stdout.split()[:2]
    assert path == "out/two-sections/2014/two-sections.en.pdf"
    assert int(pages) >= 2
    folder = project / "out/two-sections/2014"
    names = sorted(p.name for p in folder.iterdir())
    assert names == ["edition.jsonld", "record.json", "two-sections.en.pdf"]
    record = json.loads((folder / "record.json").read_text(encoding="utf-8"))
    paths = [i["path"] for i in record["inputs"]]
    assert [path for path in paths if not path.startswith("fonts/")] == [
        "briefing.yaml",
        "sections/en/flows.md",
        "sections/en/trade.md",
        "styles/ministry.yaml",
        "trade.csv",
    ]
    assert len(paths) > 5


def test_build_by_path_from_elsewhere_into_another_folder(project: Path) -> None:
    done = run(project.parent, "build", "two-sections", "-o", "editions", "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (project.parent / "editions/two-sections/2014/two-sections.en.pdf").is_file()


def test_build_without_argument_builds_all_under_data(project: Path) -> None:
    root = project.parent / "root"
    shutil.copytree(project, root / "data" / "one")
    shutil.copytree(project, root / "data" / "two")
    done = run(root, "build")
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        "out/one/2014/one.en.pdf",
        "out/two/2014/two.en.pdf",
    ]


def test_period_and_parameter_replace_the_manifests(project: Path) -> None:
    assert run(project, "build", "--period", "2012", "-p", "partner=CHN", "-q").returncode == 0
    folder = project / "out/two-sections/2012"
    assert sorted(p.name for p in folder.iterdir()) == [
        "edition-CHN.jsonld",
        "record-CHN.json",
        "two-sections-CHN.en.pdf",
    ]
    assert run(project, "build", "--period", "2012", "-q").returncode == 0
    assert sorted(p.name for p in folder.iterdir()) == [
        "edition-CHN.jsonld",
        "edition.jsonld",
        "record-CHN.json",
        "record.json",
        "two-sections-CHN.en.pdf",
        "two-sections.en.pdf",
    ]


def test_a_finding_stops_the_build_and_the_last_edition_stays(project: Path) -> None:
    assert run(project, "build", "-q").returncode == 0
    pdf = project / "out/two-sections/2014/two-sections.en.pdf"
    before = pdf.read_bytes()
    replace(project / "briefing.yaml", "value: value", "vlaue: value")
    done = run(project, "build")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "briefing.yaml:17:" in done.stderr
    assert "error[B0" in done.stderr
    assert "e: {file: trade.csv" in done.stderr
    assert "hint: " in done.stderr
    assert "Traceback" not in done.stderr
    assert pdf.read_bytes() == before


def test_check_finds_all_at_once_as_json(project: Path) -> None:
    replace(project / "sections/en/trade.md", "{{ exports }}", "{{ exprots }}")
    replace(project / "trade.csv", "2466447.5", "2466447,5x")
    done = run(project, "check", "--json")
    assert done.returncode == 1
    findings = json.loads(done.stdout)["findings"]
    assert {f["file"] for f in findings} == {"sections/en/trade.md", "trade.csv"}
    assert all(f["line"] >= 1 and f["column"] >= 1 and f["hint"] for f in findings)


def test_strict_makes_a_warning_an_error(project: Path) -> None:
    replace(
        project / "briefing.yaml",
        "exhibits:",
        "  idle: imports - exports\nexhibits:",
    )
    lax, strict = run(project, "check"), run(project, "check", "--strict")
    assert (lax.returncode, strict.returncode) == (0, 1)
    assert "warning[" in lax.stderr
    assert "idle" in lax.stderr
    assert lax.stderr.endswith("0 errors, 1 warning\n")
    assert strict.stderr.endswith(
        "0 errors, 1 warning; with --strict a warning counts as an error\n"
    )


def test_a_period_that_is_none_is_a_mistake_of_usage(project: Path) -> None:
    for command in ("build", "check"):
        done = run(project, command, "--period", "foo")
        assert (done.returncode, done.stdout) == (2, "")
        assert "--period wants 2014, 2014-Q3" in done.stderr


def test_nothing_to_build(tmp_path: Path) -> None:
    done = run(tmp_path, "build")
    assert done.returncode == 3
    assert "no project: no briefing.yaml here" in done.stderr
    assert "briefing build mongolia-russia" in done.stderr
    missing = run(tmp_path, "check", "mongolia-rusia")
    assert missing.returncode == 3
    assert "did you mean “mongolia-russia”?" in missing.stderr


def test_usage(project: Path) -> None:
    assert run(project, "build", "--nope").returncode == 2
    assert run(project, "build", "-p", "partner").returncode == 2
    assert run(project, "bulid").returncode == 2


def test_output_that_cannot_be_written(project: Path) -> None:
    (project / "file").write_text("", encoding="utf-8")
    done = run(project, "build", "-o", "file")
    assert done.returncode == 1
    assert "can't be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_colour_only_where_it_is_wanted(project: Path) -> None:
    replace(project / "briefing.yaml", "kind: bars", "kind: barz")
    plain = run(project, "check")
    forced = run(project, "check", FORCE_COLOR="1")
    refused = run(project, "check", FORCE_COLOR="1", NO_COLOR="1")
    assert "\x1b[" not in plain.stderr + refused.stderr
    assert "\x1b[31m" in forced.stderr


@pytest.mark.parametrize("command", ["build", "check"])
def test_every_command_helps_with_two_examples(tmp_path: Path, command: str) -> None:
    done = run(tmp_path, command, "--help")
    assert done.returncode == 0
    assert done.stdout.count(f"  briefing {command}") >= 2
    assert command in run(tmp_path, "--help").stdout


def test_check_loads_no_drawing_library(project: Path) -> None:
    script = (
        "import sys; import briefing; briefing.check('.');"
        "print(sorted({'matplotlib', 'reportlab', 'duckdb', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=project, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_help_reads_no_pipeline() -> None:
    script = (
        "import sys; import briefing.cli.app;"
        "print(sorted({'pydantic', 'babel', 'markdown_it', 'yaml', 'matplotlib', 'reportlab'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
