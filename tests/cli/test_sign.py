"""`briefing build --sign` and `briefing verify` as a person runs them."""

import json
import os
import pty
import re
import select
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from tests.conformance.verapdf import VeraPDF
from tests.pdf import tsa
from tests.pdf.chain import PASSPHRASE, chain

CASE = Path(__file__).parents[1] / "projects" / "two-sections" / "project"
COMMAND = [sys.executable, "-c", "from briefing.cli.app import main; main()"]
SECRET = PASSPHRASE.decode()


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A key; its root stands beside it."""
    packed, root = chain()
    file = tmp_path / "key.p12"
    file.write_bytes(packed)
    file.chmod(0o600)
    (tmp_path / "root.pem").write_bytes(root)
    return file


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k != "BRIEFING_SIGN_PASSPHRASE"}
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=kept | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert SECRET not in done.stdout + done.stderr
    assert "PRIVATE KEY" not in done.stdout + done.stderr
    return done


def built(folder: Path) -> Path:
    (pdf,) = folder.glob("out/*/*/*.pdf")
    return pdf


def shows_no_secret(folder: Path) -> bool:
    files = (f for f in (folder / "out").rglob("*") if f.is_file())
    return all(PASSPHRASE not in file.read_bytes() for file in files)


@pytest.mark.parametrize("profile", ["ua1+3a", "4f"])
def test_signed_with_a_timestamp_verified_and_conforming(
    tmp_path: Path, key: Path, profile: str, verapdf: VeraPDF
) -> None:
    secret = tmp_path / "passphrase"
    secret.write_bytes(PASSPHRASE + b"\n")
    secret.chmod(0o600)
    with tsa.server(datetime.now(UTC)) as (address, clock):
        options = ["--sign", key.name, "--passphrase-file", secret.name, "--timestamp", address]
        done = run(tmp_path, "build", str(CASE), "--profile", profile, "-v", *options)
    assert done.returncode == 0, done.stderr
    assert shows_no_secret(tmp_path)
    (tmp_path / "root.pem").write_bytes((tmp_path / "root.pem").read_bytes() + clock)
    judged = run(
        tmp_path, "verify", str(built(tmp_path)), "--judge", "veraPDF", "--trust", "root.pem"
    )
    assert judged.returncode == 0, judged.stderr
    assert "conforms" in judged.stdout
    assert "signed by Б. Ариунаа, Ministry of Examples" in judged.stdout
    assert f"by the timestamp of {tsa.NAME}\n" in judged.stdout
    assert "holds; nothing came after it" in judged.stdout
    assert "a root that you trust vouches for it" in judged.stdout


@pytest.mark.parametrize("invisible", [False, True])
def test_the_first_page_says_it_unless_invisible(
    tmp_path: Path, key: Path, invisible: bool
) -> None:
    options = ["--sign", str(key), *(["--invisible"] if invisible else [])]
    done = run(tmp_path, "build", str(CASE), *options, BRIEFING_SIGN_PASSPHRASE=SECRET)
    assert done.returncode == 0, done.stderr
    with pypdfium2.PdfDocument(built(tmp_path)) as document:
        words = " ".join(document[0].get_textpage().get_text_bounded().split())
    says = re.search(
        r"Signed electronically by Б\. Ариунаа, Ministry of Examples on \d+ \w+", words
    )
    assert (says is None) is invisible
    told = json.loads(run(tmp_path, "verify", str(built(tmp_path)), "--json").stdout)
    (signature,) = told["files"][0]["signatures"]
    assert (signature["signer"], signature["holds"]) == ("Б. Ариунаа", True)
    assert (signature["came_after"], signature["trust"]) == ("nothing", "unasked")
    assert (signature["timestamp"], signature["valid_then"]) == (None, True)


def test_a_byte_changed_after_signing_ends_with_5(tmp_path: Path, key: Path) -> None:
    run(tmp_path, "build", str(CASE), "--sign", str(key), BRIEFING_SIGN_PASSPHRASE=SECRET)
    data = bytearray(built(tmp_path).read_bytes())
    data[data.index(b"/Producer (") + 11] ^= 1
    (tmp_path / "changed.pdf").write_bytes(data)
    done = run(tmp_path, "verify", "changed.pdf")
    assert done.returncode == 5
    assert "error[B508] the signature of Б. Ариунаа" in done.stderr
    assert "doesn’t hold" in done.stdout
    told = json.loads(run(tmp_path, "verify", "changed.pdf", "--json").stdout)
    assert [finding["code"] for finding in told["findings"]] == ["B508"]
    assert told["files"][0]["signatures"][0]["holds"] is False


def test_a_passphrase_is_asked_for_on_a_terminal_and_never_shown(tmp_path: Path, key: Path) -> None:
    main, other = pty.openpty()
    environment = {k: v for k, v in os.environ.items() if k != "BRIEFING_SIGN_PASSPHRASE"}
    process = subprocess.Popen(
        [*COMMAND, "build", str(CASE), "--sign", str(key)],
        cwd=tmp_path,
        env=environment | {"TERM": "dumb"},
        stdin=other,
        stdout=other,
        stderr=other,
    )
    os.close(other)
    said = b""
    while b"Passphrase of the key: " not in said:
        assert select.select([main], [], [], 60)[0], said
        said += os.read(main, 4096)
    os.write(main, PASSPHRASE + b"\n")
    while True:
        try:
            piece = os.read(main, 4096)
        except OSError:  # Linux: the other end was closed
            break
        if not piece:
            break
        said += piece
    os.close(main)
    assert process.wait(60) == 0, said
    assert PASSPHRASE not in said
    assert built(tmp_path).exists()
    assert shows_no_secret(tmp_path)


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({}, "the key can't be opened"),
        ({"BRIEFING_SIGN_PASSPHRASE": "offnet-sie"}, "the key can't be opened"),
    ],
)
def test_without_the_passphrase_nothing_is_made(
    tmp_path: Path, key: Path, environment: dict[str, str], message: str
) -> None:
    done = run(tmp_path, "build", str(CASE), "--sign", str(key), **environment)
    assert done.returncode == 2
    assert message in done.stderr
    assert "offnet" not in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_key_that_others_may_read_is_refused(tmp_path: Path, key: Path) -> None:
    key.chmod(0o644)
    done = run(tmp_path, "build", str(CASE), "--sign", str(key), BRIEFING_SIGN_PASSPHRASE=SECRET)
    assert done.returncode == 2
    assert f"chmod 600 {key}" in done.stderr


def test_no_timestamp_no_edition(tmp_path: Path, key: Path) -> None:
    options = ["--sign", str(key), "--timestamp", "http://127.0.0.1:9/"]
    done = run(tmp_path, "build", str(CASE), *options, BRIEFING_SIGN_PASSPHRASE=SECRET)
    assert done.returncode == 4
    assert "no timestamp from http://127.0.0.1:9/" in done.stderr
    assert not list(tmp_path.rglob("*.pdf"))
