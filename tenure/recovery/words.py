"""The words of recovery. Plain Python."""

from tenure.foundation.enums import Word


class CaseState(Word):
    OPEN = "OPEN"
    RECOVERED = "RECOVERED"
    LOST = "LOST", "Customer left"
    CLOSED = "CLOSED", "Closed without need"


ENDED = (CaseState.RECOVERED, CaseState.LOST, CaseState.CLOSED)
