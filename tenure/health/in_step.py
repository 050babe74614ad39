"""Doing pieces of work two at a time, each in a transaction of its own, committed in their order.

While PostgreSQL writes one piece, the next is read and computed: a run over everybody uses two
processors. Inside a transaction of the caller's, pieces are done one after the other.
"""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context

from django.db import connection, transaction

AT_A_TIME = 2
PATIENCE_SECONDS = 20
"""So long a piece waits for the one before while it holds its own locks. Whoever is in the way of
both, holding what the one wants and wanting what the other holds, gets on when this one lets go."""


def in_step[P, F](
    pieces: Iterable[P],
    work: Callable[[P], F],
    settle: Callable[[P, F], None],
    tell: Callable[[], None] = lambda: None,
) -> None:
    """Work on each piece, then settle it when all before are committed, and tell when it is. Where
    one fails, those after it are rolled back. A piece may be worked on twice, of which once is
    rolled back."""
    if connection.in_atomic_block:
        for piece in pieces:
            with transaction.atomic():
                settle(piece, work(piece))
            tell()
        return
    before: Future[None] = Future()
    before.set_result(None)
    under_way: deque[Future[None]] = deque()
    with ThreadPoolExecutor(AT_A_TIME, "scoring") as pool:
        for piece in pieces:
            before = pool.submit(copy_context().run, _one, piece, work, settle, tell, before)
            under_way.append(before)
            if len(under_way) == AT_A_TIME:
                under_way.popleft().result()
        for left in under_way:
            left.result()


def _one[P, F](
    piece: P,
    work: Callable[[P], F],
    settle: Callable[[P, F], None],
    tell: Callable[[], None],
    before: Future[None],
) -> None:
    try:
        try:
            _commit(piece, work, settle, before, PATIENCE_SECONDS)
        except TimeoutError:
            before.result()
            _commit(piece, work, settle, before, None)
        tell()
    finally:
        connection.close()  # it is this thread's own


def _commit[P, F](
    piece: P,
    work: Callable[[P], F],
    settle: Callable[[P, F], None],
    before: Future[None],
    patience: float | None,
) -> None:
    with transaction.atomic():
        with connection.cursor() as cursor:
            # What a crash takes back is done again, so nobody has to wait for the disk.
            cursor.execute("set local synchronous_commit = off")
        found = work(piece)
        before.result(patience)
        settle(piece, found)
