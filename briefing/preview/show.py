"""The preview's life: a server beside a loop that makes what was saved."""

import gc
import itertools
import sys
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import NoReturn

from msgspec.structs import replace

from briefing.model import BriefingError, Choices, ExitCode
from briefing.preview.board import Board
from briefing.preview.server import Server
from briefing.preview.session import Session
from briefing.preview.snapshot import Snapshot
from briefing.workspace import assets
from briefing.workspace.watching import Watch

# Seconds without a saving before a collection, and savings after which one comes anyhow.
_REST, _MOST = 2.0, 20
_TURN = 0.001
# Seconds that a reader has to fetch a sketch before the rest of the paper is made.
_WAY = 0.3
_BUG = "briefing met a bug of its own; the terminal shows it. Please report it."


def show(
    folder: str,
    choices: Choices,
    *,
    port: int,
    strict: bool,
    ready: Callable[[str], None],
    bug: Callable[[Exception], None],
) -> None:
    """Serves the project until KeyboardInterrupt; see `briefing.preview.serve`."""
    session = Session(folder, choices, strict=strict)
    watch = Watch(folder, assets.styles())
    board = Board(session.start(), watch.wake)
    server = _listen(port, board)
    answering = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    answering.start()
    ready(server.url)
    # A collection walks over all that is kept, for longer than a reader should wait for a page:
    # it comes when nobody has saved for a while.
    gc.disable()
    # A picture is waited for while the rest of the paper is made: threads take turns often.
    sys.setswitchinterval(_TURN)
    try:
        _go_on(session, board, bug, watch)
    except KeyboardInterrupt:
        pass
    finally:
        gc.unfreeze()
        gc.enable()
        board.close()
        server.shutdown()
        server.server_close()
        watch.close()


def _go_on(
    session: Session, board: Board, bug: Callable[[Exception], None], watch: Watch
) -> NoReturn:
    """A new paper after each saving."""
    for count in itertools.count(1):
        _refresh(session, board, bug, watch)
        if count == 1:
            # What the first paper needed stays: later collections need not walk over it.
            gc.collect()
            gc.freeze()
        elif count % _MOST and watch.wait(_REST):
            continue
        else:
            gc.collect()
        watch.wait()
    raise AssertionError("the count has no end")


def _listen(port: int, board: Board) -> Server:
    try:
        return Server(port, board)
    except OSError as error:
        raise BriefingError(
            f"port {port} can't be used: {error.strerror or error}",
            "Another preview may be running. Close it, or choose another port: --port 0 finds one.",
            ExitCode.USAGE,
        ) from error


def _refresh(
    session: Session, board: Board, bug: Callable[[Exception], None], watch: Watch
) -> None:
    try:
        session.refresh(
            partial(_shown, board), board.reader, board.near, board.style, watch.is_late
        )
    except BriefingError as error:
        board.show(replace(board.now()[1], trouble=f"{error.message}. {error.hint}"))
    except Exception as error:  # a long session outlives a bug; the author's text must stay open
        bug(error)
        board.show(replace(board.now()[1], trouble=_BUG))


def _shown(board: Board, snapshot: Snapshot) -> None:
    """What is looked at comes first: the rest of the paper waits until the reader has it."""
    if any(paper.pages.drawn is not None for paper in snapshot.papers.values()):
        board.sketched(snapshot, _WAY)
    else:
        board.show(snapshot)
