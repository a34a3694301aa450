"""What the preview answers, and what it doesn't."""

import http.client
import json
import signal
import socket
from collections.abc import Iterator

import pytest

from tests.preview.conftest import Preview


def ask(preview: Preview, path: str, **headers: str) -> tuple[int, bytes, http.client.HTTPMessage]:
    """A GET as it stands, with these headers and no others but a Host, if none is given."""
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=20)
    connection.putrequest("GET", path, skip_host=True, skip_accept_encoding=True)
    for name, value in ({"Host": f"127.0.0.1:{preview.port}"} | headers).items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    data = answer.read()
    connection.close()
    return answer.status, data, answer.headers


def events(preview: Preview) -> Iterator[int]:
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=20)
    connection.request("GET", "/events")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream"
    for line in answer:
        if line.startswith(b"data: "):
            yield json.loads(line[6:])["version"]


def state(preview: Preview) -> dict:
    """The state as soon as there are pages."""
    for _ in events(preview):
        found = json.loads(ask(preview, "/state")[1])
        assert not found["trouble"]
        if found["papers"] or found["findings"]:
            return found
    raise AssertionError("the preview ended")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "", "localhost"]
)
def test_another_host_is_refused(standing: Preview, host: str) -> None:
    for path in ("/", "/state", "/events"):
        status, data, _ = ask(standing, path, Host=host.format(port=standing.port))
        assert status == 403
        assert b"Russia" not in data


def test_without_a_host_or_with_two_it_is_refused(standing: Preview) -> None:
    good = f"Host: 127.0.0.1:{standing.port}\r\n"
    for hosts in ("", good + "Host: evil.example\r\n"):
        with socket.create_connection(("127.0.0.1", standing.port), timeout=20) as wire:
            wire.sendall(f"GET /state HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n".encode())
            assert b" 403 " in wire.recv(4096).splitlines()[0]


def test_localhost_is_our_name_too(standing: Preview) -> None:
    assert ask(standing, "/", Host=f"localhost:{standing.port}")[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_other_pages_are_refused(standing: Preview, headers: dict[str, str]) -> None:
    assert ask(standing, "/state", **headers)[0] == 403


@pytest.mark.parametrize(
    "path",
    [
        "/briefing.yaml",
        "/../briefing.yaml",
        "/%2e%2e/briefing.yaml",
        "/sections/en/trade.md",
        "//etc/passwd",
        "/page.html",
        "/server.py",
        "/state?x=1",
        "/pages/",
        "/pages/0123456789abcdef01234567/1?width=800",
        "http://evil.example/state",
    ],
)
def test_nothing_else_is_served(standing: Preview, path: str) -> None:
    assert ask(standing, path)[0] == 404


def test_only_this_machine_is_answered(standing: Preview) -> None:
    own = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in own - {"127.0.0.1"}:
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((address, standing.port), timeout=2)


def test_pages_by_digest_number_and_width(standing: Preview) -> None:
    paper = state(standing)["papers"][0]
    page = f"/pages/{paper['digest']}/1"
    status, data, headers = ask(standing, f"{page}?width=800")
    assert (status, headers["Content-Type"]) == (200, "image/bmp")
    assert data[:2] == b"BM"
    assert int.from_bytes(data[18:22], "little") == 800
    assert b"Russia" in ask(standing, f"{page}.json")[1]
    last = len(paper["pages"])
    for path in (
        f"{page}?width=9999",
        f"{page}?width=1",
        page,
        f"/pages/{paper['digest']}/0?width=800",
        "/seen/en",
        "/seen/en?pages=",
        "/seen/en?pages=1,2,3,4,5",
        f"/pages/{paper['digest']}/{last + 1}.json",
    ):
        assert ask(standing, path)[0] == 404


def test_the_whole_file_is_served_under_its_name(standing: Preview) -> None:
    state(standing)
    status, data, headers = ask(standing, "/pdf/en")
    assert (status, headers["Content-Type"]) == (200, "application/pdf")
    assert headers["Content-Disposition"] == 'inline; filename="two-sections.en.pdf"'
    assert data.startswith(b"%PDF-")
    assert ask(standing, "/pdf/ru")[0] == 404
    assert ask(standing, "/favicon.ico")[0] == 204


def test_only_styles_that_are_there_are_looked_at(standing: Preview) -> None:
    found = state(standing)
    assert found["style"] in found["styles"]
    assert ask(standing, "/style/nope")[0] == 404
    assert ask(standing, "/style/../plain")[0] == 404
    assert ask(standing, "/style/ministry", Sec_Fetch_Site="cross-site")[0] == 403


def test_the_outline_is_the_files_own(standing: Preview) -> None:
    (paper,) = state(standing)["papers"]
    entries = [(one["title"], one["level"], one["page"]) for one in paper["outline"]]
    assert entries[0] == ("1  Trade in goods", 0, 1)
    assert all(1 <= page <= len(paper["pages"]) for _, _, page in entries)


def test_an_answer_is_never_kept_framed_or_allowed_more(standing: Preview) -> None:
    for path in ("/", "/state"):
        headers = ask(standing, path)[2]
        assert headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "Access-Control-Allow-Origin" not in headers


def told_of(preview: Preview) -> Iterator[dict]:
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=20)
    connection.request("GET", "/events")
    for line in connection.getresponse():
        if line.startswith(b"data: "):
            yield json.loads(line[6:])


def test_the_page_that_is_seen_comes_first(preview: Preview) -> None:
    digest = state(preview)["papers"][0]["digest"]
    assert ask(preview, "/seen/en?pages=2")[0] == 200
    assert ask(preview, f"/pages/{digest}/1?width=800")[0] == 200
    told = told_of(preview)
    while next(told)["papers"]["en"]["digest"] != digest:
        pass
    preview.edit("sections/en/flows.md", "Imports were", "Purchases were")
    sketch = next(told)["papers"]["en"]
    if sketch["drawn"] is not None:
        assert sketch["drawn"] == [2]
        sketch = next(told)["papers"]["en"]
    assert sketch["drawn"] is None
    assert ask(preview, f"/pages/{sketch['digest']}/1?width=800")[0] == 200


def test_a_saved_file_is_told_and_one_that_changes_nothing_is_not(preview: Preview) -> None:
    told = events(preview)
    first = state(preview)["version"]
    while next(told) < first:
        pass
    (preview.project / "trade.csv~").write_text("an editor's own copy", encoding="utf-8")
    (preview.project / "notes.txt").write_text("read by nobody", encoding="utf-8")
    preview.edit("sections/en/trade.md", "hardly a market", "seldom a customer")
    assert next(told) == first + 1


def test_an_interrupt_ends_it_in_peace(preview: Preview) -> None:
    state(preview)
    preview.process.send_signal(signal.SIGINT)
    output, complaint = preview.process.communicate(timeout=20)
    assert (preview.process.returncode, output, complaint) == (0, "", "")
