"""Which state may follow which, and what each asks for. Plain Python."""

from tenure.requests.words import RequestState

ASKED, ACKNOWLEDGED, PLANNED, DELIVERED, DECLINED = RequestState
FOLLOWS: dict[RequestState, tuple[RequestState, ...]] = {
    ASKED: (ACKNOWLEDGED, PLANNED, DELIVERED, DECLINED),
    ACKNOWLEDGED: (PLANNED, DELIVERED, DECLINED),
    PLANNED: (DELIVERED, DECLINED),
    DELIVERED: (),
    DECLINED: (),
}
"""What may follow on what. Whoever says more than “we heard you” has said that too."""

OPEN = tuple(state for state in RequestState if FOLLOWS[state])
ENDED = tuple(state for state in RequestState if not FOLLOWS[state])


def may_follow(state: RequestState, to: RequestState) -> bool:
    return to in FOLLOWS[state]


def may_go_back(state: RequestState, to: RequestState) -> bool:
    """A step that was taken by mistake, or that did not last, is taken back: not past an ending."""
    return to in OPEN and may_follow(to, state)


def before(state: RequestState) -> RequestState | None:
    """Where a request stands once it is opened again; one that is only asked has nothing before it."""
    if state == ASKED:
        return None
    return ASKED if state == ACKNOWLEDGED else ACKNOWLEDGED
