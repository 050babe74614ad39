"""The state of the customer list: all of it is in the address, so that Back and bookmarks work."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.http import QueryDict

from tenure.customers.words import CustomerStatus
from tenure.foundation.enums import Word
from tenure.people.models import Person
from tenure.people.roles import CSM
from tenure.programme.words import ChurnRisk, HealthLevel, Tier

ALL = "all"
ME = "me"
NOBODY = "none"
CURRENT = "current"
UNSCORED = "NONE"
RENEWAL_DAYS = (30, 60, 90, 180)


class Sort(Word):
    HEALTH = "health", "Health, worst first"
    CHANGE = "change", "Change, largest fall first"
    NAME = "name", "Name"
    VALUE = "value", "Value, largest first"
    RENEWAL = "renewal", "Renewal, next first"
    CONTACT = "contact", "Last contact, longest ago first"


@dataclass(frozen=True, kw_only=True)
class ListState:
    """What the list shows: the filters, the order, the page."""

    q: str = ""
    tiers: tuple[str, ...] = ()
    statuses: tuple[str, ...] = (CURRENT,)
    risks: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    csm: str = ALL  # all, none, or a person's id
    renewing: int | None = None
    sort: Sort = Sort.HEALTH
    page: int = 1
    problems: tuple[str, ...] = ()

    @property
    def is_grouped(self) -> bool:
        return self.sort == Sort.HEALTH

    @property
    def is_filtered(self) -> bool:
        plain = ListState(csm=self.csm, sort=self.sort, page=self.page)
        return replace(self, problems=()) != plain


def read_state(query: QueryDict, person: Person) -> ListState:
    """The state that an address names. What it says wrongly is left out and told."""
    reader = Reader(query)
    own = str(person.id) if person.role == CSM.code else ALL
    csm = query.get("csm") or own
    return ListState(
        q=searched(query),
        tiers=reader.words("tier", Tier),
        statuses=reader.words("status", CustomerStatus, also=(CURRENT, ALL)) or (CURRENT,),
        risks=reader.words("risk", ChurnRisk),
        levels=reader.words("level", HealthLevel, also=(UNSCORED,)),
        csm=str(person.id) if csm == ME else reader.person(csm),
        renewing=reader.number("renewing", most=3650),
        sort=Sort(next(iter(reader.words("sort", Sort)), Sort.HEALTH)),
        page=reader.number("page", most=1_000_000) or 1,
        problems=tuple(reader.problems),
    )


def searched(query: QueryDict) -> str:
    """The words that somebody looks for. PostgreSQL knows no NUL, so no customer has one."""
    return query.get("q", "").replace("\0", "").strip()[:200]


class Reader:
    """Reads parameters one by one, and notes what cannot be read."""

    def __init__(self, query: QueryDict) -> None:
        self.query = query
        self.problems: list[str] = []

    def words(self, name: str, kind: type[Word], also: Sequence[str] = ()) -> tuple[str, ...]:
        values = [value for value in self.query.getlist(name) if value]
        for value in values:
            if not kind.has(value) and value not in also:
                self.problems.append(f"{name}: there is no “{value[:40]}”")
        return tuple(dict.fromkeys(v for v in values if kind.has(v) or v in also))

    def number(self, name: str, most: int) -> int | None:
        value = self.query.get(name)
        if not value:
            return None
        if not value.isdecimal() or len(value) > 12 or not 1 <= int(value) <= most:
            self.problems.append(f"{name}: “{value[:40]}” is not a number from 1 to {most:,}")
            return None
        return int(value)

    def person(self, value: str) -> str:
        if value in (ALL, NOBODY):
            return value
        try:
            return str(UUID(value))
        except ValueError:
            self.problems.append(f"csm: there is no “{value[:40]}”")
            return ALL
