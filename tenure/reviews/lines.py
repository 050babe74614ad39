"""What a planned review keeps as lists: lines of the agenda, who comes, and what was agreed on. Plain
Python."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tenure.foundation.refusals import Invalid

LONGEST_LINE, MOST_LINES = 500, 50


@dataclass(frozen=True)
class AgendaLine:
    """One thing to talk about. `source` says from what it comes, `rows` where that can be looked at;
    a line that somebody wrote has neither."""

    text: str
    source: str = ""
    rows: str = ""


@dataclass(frozen=True)
class Attendee:
    """Somebody who comes. `ours` tells our people from the customer's."""

    name: str
    title: str = ""
    email: str = ""
    ours: bool = False


def agenda_stored(agenda: Sequence[AgendaLine]) -> list[dict[str, Any]]:
    """The lines as they are kept; one without words is left out."""
    told = [line for line in agenda if line.text.strip()]
    if len(told) > MOST_LINES or any(len(line.text) > LONGEST_LINE for line in told):
        words = f"An agenda has at most {MOST_LINES} lines of {LONGEST_LINE} letters."
        raise Invalid(words, {"agenda": words})
    return stored(told)


def stored(lines: Iterable[AgendaLine] | Iterable[Attendee]) -> list[dict[str, Any]]:
    return [asdict(line) for line in lines]


@dataclass(frozen=True)
class ActionItem:
    """What somebody agreed to do by a day. `person` is the id of one of ours, who gets the task;
    without it the customer does it, and the CSM sees to it."""

    title: str
    owner: str
    due_on: date
    person: UUID | None = None

    def as_fact(self, key: str) -> dict[str, Any]:
        return {
            "key": key, "title": self.title, "owner": self.owner,
            "dueDate": self.due_on.isoformat(), "isOurs": self.person is not None,
        }  # fmt: skip


def agenda_of(value: Sequence[Mapping[str, Any]] | None) -> list[AgendaLine]:
    return [AgendaLine(**line) for line in value or ()]


def attendees_of(value: Sequence[Mapping[str, Any]] | None) -> list[Attendee]:
    return [Attendee(**one) for one in value or ()]
