"""The door to services: what is tried again, what is refused, and what no reply can do."""

import gzip
import time
import tracemalloc
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from msgspec.structs import replace

from briefing.model.exchange import Request
from briefing.workspace.http import Ask, Bounds, FailedError, door
from tests.services.conftest import QUICK
from tests.services.replay import Answer, Replay

PLACE = "data.example.org/x"
WANTED = Request(f"https://{PLACE}")


def failing(bounds: Bounds) -> FailedError:
    with door(bounds, "briefing/test") as ask:
        return failure(ask)


def failure(ask: Ask, request: Request = WANTED) -> FailedError:
    with pytest.raises(FailedError) as caught:
        ask(request)
    return caught.value


def test_a_reply_comes_as_it_was_sent(replay: Replay, ask: Ask) -> None:
    replay.answers[PLACE] = Answer(b"1\r\n2\xff", headers={"ETag": '"a"'})
    reply = ask(WANTED)
    assert (reply.status, reply.body, reply.headers["etag"]) == (200, b"1\r\n2\xff", '"a"')
    assert replay.asked[0].headers["user-agent"] == "briefing/test"


def test_what_is_posted_is_json(replay: Replay, ask: Ask) -> None:
    replay.answers[PLACE] = lambda asked: Answer(asked.body)
    assert ask(replace(WANTED, body=b"{}")).body == b"{}"
    assert replay.asked[0].method == "POST"
    assert replay.asked[0].headers["content-type"] == "application/json"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_again(replay: Replay, ask: Ask, status: int) -> None:
    replay.answers[PLACE] = [Answer(b"", status), Answer(b"", status), Answer(b"good")]
    assert ask(WANTED).body == b"good"
    assert replay.count(PLACE) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 413, 416, 422, 451, 501])
def test_nothing_else_is_ever_repeated(replay: Replay, ask: Ask, status: int) -> None:
    replay.answers[PLACE] = Answer(b"no", status)
    assert ask(WANTED).status == status
    assert replay.count(PLACE) == 1


def test_a_service_that_stays_down_is_left_after_a_few_tries(replay: Replay, ask: Ask) -> None:
    replay.answers[PLACE] = Answer(b"Bad Gateway", 502)
    said = failure(ask)
    assert "data.example.org: HTTP 502" in said.message
    assert "the last file is as it was" in said.hint
    assert replay.count(PLACE) == QUICK.attempts


def test_it_waits_as_long_as_the_service_asks(replay: Replay, ask: Ask) -> None:
    replay.answers[PLACE] = [Answer(b"", 429, {"Retry-After": "1"}), Answer(b"good")]
    began = time.monotonic()
    assert ask(WANTED).body == b"good"
    assert time.monotonic() - began >= 1.0


@pytest.mark.parametrize(
    "after",
    [
        "86400",
        "99999999999999999999",
        format_datetime(datetime.now(UTC) + timedelta(days=1), usegmt=True),
    ],
    ids=["a day", "for ever", "tomorrow"],
)
def test_it_never_waits_longer_than_its_patience(replay: Replay, ask: Ask, after: str) -> None:
    replay.answers[PLACE] = Answer(b"", 429, {"Retry-After": after})
    began = time.monotonic()
    said = failure(ask)
    assert time.monotonic() - began < 2
    assert "asks to wait" in said.message
    assert replay.count(PLACE) == 1


@pytest.mark.parametrize("after", ["soon", "-5", "", "Wed, 99 Foo 2026"])
def test_a_retry_after_that_says_nothing_is_none(replay: Replay, ask: Ask, after: str) -> None:
    replay.answers[PLACE] = [Answer(b"", 429, {"Retry-After": after}), Answer(b"good")]
    assert ask(WANTED).body == b"good"


def test_a_body_that_is_cut_is_asked_for_again(replay: Replay, ask: Ask) -> None:
    replay.answers[PLACE] = [Answer(b"0123456789", cut=4), Answer(b"0123456789")]
    assert ask(WANTED).body == b"0123456789"
    replay.answers[PLACE] = Answer(b"0123456789", cut=4)
    assert "the connection failed" in failure(ask).message


def test_gzip_is_unpacked_and_known_to_be_cut_without_a_length(replay: Replay, ask: Ask) -> None:
    packed = gzip.compress(b"figures " * 100)
    headers = {"Content-Encoding": "gzip"}
    replay.answers[PLACE] = Answer(packed, headers=headers)
    assert ask(WANTED).body == b"figures " * 100
    replay.answers[PLACE] = Answer(packed, headers=headers, cut=len(packed) - 9, told=False)
    assert "cut off" in failure(ask).message
    replay.answers[PLACE] = Answer(b"\0" * 20, headers=headers)
    assert "damaged" in failure(ask).message


def test_two_members_of_a_gzip_are_both_read(replay: Replay, ask: Ask) -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two")
    replay.answers[PLACE] = Answer(packed, headers={"Content-Encoding": "gzip"})
    assert ask(WANTED).body == b"one two"


def test_a_bomb_is_left_at_the_bound(replay: Replay) -> None:
    squeezed = zlib.compressobj(9, wbits=31)
    bomb = squeezed.compress(bytes(300 << 20)) + squeezed.flush()
    replay.answers[PLACE] = Answer(bomb, headers={"Content-Encoding": "gzip"})
    tracemalloc.start()
    said = failing(replace(QUICK, most=8 << 20))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "larger than 8 MiB" in said.message
    assert peak < 48 << 20
    assert replay.count(PLACE) == 1


def test_so_is_a_body_without_end(replay: Replay) -> None:
    replay.answers[PLACE] = Answer(bytes(20 << 20))
    assert "larger than 8 MiB" in failing(replace(QUICK, most=8 << 20)).message


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "zstd", "deflate"])
def test_a_packing_that_was_not_asked_for_is_refused(
    replay: Replay, ask: Ask, encoding: str
) -> None:
    replay.answers[PLACE] = Answer(b"x", headers={"Content-Encoding": encoding})
    assert "packed by" in failure(ask).message
    assert replay.asked[0].headers["accept-encoding"] == "gzip"


def test_a_service_that_does_not_answer_is_left(replay: Replay) -> None:
    replay.answers[PLACE] = Answer(b"late", slow=1.5)
    bounds = replace(QUICK, timeout=0.3, attempts=2)
    began = time.monotonic()
    assert "no answer within 0.3 seconds" in failing(bounds).message
    assert time.monotonic() - began < 3


def test_one_that_answers_by_drops_is_left(replay: Replay) -> None:
    replay.answers[PLACE] = Answer(b"x" * 1000, dribble=0.05)
    began = time.monotonic()
    said = failing(replace(QUICK, patience=1.0))
    assert "not whole after 1 seconds" in said.message
    assert time.monotonic() - began < 3


def test_requests_to_a_host_stand_apart(replay: Replay) -> None:
    replay.answers[PLACE] = Answer(b"x")
    with door(replace(QUICK, apart=0.3), "briefing/test") as ask:
        began = time.monotonic()
        ask(WANTED)
        ask(WANTED)
    assert time.monotonic() - began >= 0.3


def test_a_certificate_that_nobody_vouches_for_is_refused_at_once(replay: Replay, ask: Ask) -> None:
    said = failure(ask, Request("https://bad.example.org/x"))
    assert "certificate" in said.message
    assert "authorities" in said.hint
    assert replay.asked == []


def test_a_redirect_within_the_host_is_followed(replay: Replay, ask: Ask) -> None:
    replay.answers[PLACE] = Answer(b"", 302, {"Location": "/y?a=1"})
    replay.answers["data.example.org/y"] = Answer(b"moved")
    assert ask(WANTED).body == b"moved"
    replay.answers[PLACE] = Answer(b"", 302, {"Location": "/x"})
    assert "in circles" in failure(ask).message


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example.net/x",
        "//evil.example.net/x",
        "https://data.example.org:444/x",
        "http://data.example.org/x",
        "https://data.example.org.evil.example.net/x",
    ],
)
def test_one_to_elsewhere_is_not_and_no_key_goes_there(
    replay: Replay, ask: Ask, target: str
) -> None:
    replay.answers[PLACE] = Answer(b"", 307, {"Location": target})
    replay.answers["evil.example.net/x"] = Answer(b"figures")
    said = failure(ask, replace(WANTED, secret={"X-Key": "s3cret"}))
    assert "another host" in said.message
    assert "write the new address" in said.hint
    assert [asked.host for asked in replay.asked] == ["data.example.org"]


def test_what_is_posted_is_not_posted_elsewhere(replay: Replay, ask: Ask) -> None:
    replay.answers[PLACE] = Answer(b"", 301, {"Location": "/y"})
    assert "moved what is asked to /y" in failure(ask, replace(WANTED, body=b"{}")).message
    replay.answers[PLACE] = Answer(b"", 308, {"Location": "/y"})
    replay.answers["data.example.org/y"] = lambda asked: Answer(asked.body)
    assert ask(replace(WANTED, body=b"{}")).body == b"{}"


@pytest.mark.parametrize(
    "address",
    [
        "http://data.example.org/x",
        "ftp://data.example.org/x",
        "file:///etc/passwd",
        "https://user:s3cret@data.example.org/x",
        "https://[::1/x",
        "https://data.example.org:port/x",
        "https://",
        "//data.example.org/x",
    ],
)
def test_nothing_but_https_is_asked(replay: Replay, ask: Ask, address: str) -> None:
    said = failure(ask, Request(address))
    assert "s3cret" not in said.message + said.hint + repr(said)
    assert replay.asked == []


def test_a_key_is_sent_where_it_belongs_and_stands_in_no_failure(replay: Replay, ask: Ask) -> None:
    wanted = Request(
        f"https://{PLACE}?api_key={{fred}}", secret={"X-Key": "s3cret"}, keys={"fred": "a&b"}
    )
    replay.answers[PLACE] = Answer(b"", 503)
    said = failure(ask, wanted)
    assert replay.asked[0].path == "/x?api_key=a%26b"
    assert replay.asked[0].headers["x-key"] == "s3cret"
    for text in (said.message, said.hint, repr(said), repr(said.__cause__)):
        assert "s3cret" not in text
        assert "a&b" not in text
        assert "a%26b" not in text
    broken = failure(ask, replace(WANTED, secret={"X-Key": "s3cret\n"}))
    assert "s3cret" not in broken.message


def test_no_connection_is_told(monkeypatch: pytest.MonkeyPatch, ask: Ask, replay: Replay) -> None:
    replay.close()
    said = failure(ask)
    assert "the connection failed" in said.message
    assert "try again later" in said.hint
