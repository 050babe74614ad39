"""The list of requests: which are shown, and what stands behind their themes."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.http import QueryDict

from tenure.people.models import Person
from tenure.programme.words import Tier
from tenure.requests.models import LONGEST_THEME, Request, RequestQuerySet
from tenure.requests.queries import Theme, behind_themes
from tenure.requests.rules import OPEN
from tenure.requests.words import RequestState

ROWS = 50
IS_OPEN, ALL = "open", "all"
STATES: tuple[tuple[str, str], ...] = (
    (IS_OPEN, "Open"), *((state.value, state.label) for state in RequestState), (ALL, "All"),
)  # fmt: skip
LONGEST_SEARCH = 100


@dataclass(frozen=True)
class RequestList:
    """What the address asks for. What it does not know is left out."""

    person: Person
    state: str
    theme: str
    tier: Tier | None
    csm: UUID | None
    words: str

    @classmethod
    def asked(cls, query: QueryDict, person: Person) -> "RequestList":
        state, tier = query.get("state", ""), query.get("tier", "")
        return cls(
            person=person,
            state=state if state in dict(STATES) else IS_OPEN,
            theme=_text(query, "theme", LONGEST_THEME),
            tier=Tier(tier) if Tier.has(tier) else None,
            csm=_csm(query.get("csm", ""), person),
            words=_text(query, "q", LONGEST_SEARCH),
        )

    @property
    def of_any_state_and_theme(self) -> RequestQuerySet:
        found: Any = Request.objects.all()
        found = found.visible_to(self.person).matching(self.words)
        if self.tier:
            found = found.filter(customer__tier=self.tier)
        if self.csm:
            found = found.filter(customer__success_profile__csm=self.csm)
        return found  # type: ignore[no-any-return]

    def in_state(self, rows: RequestQuerySet) -> RequestQuerySet:
        if self.state == ALL:
            return rows
        return rows.open() if self.state == IS_OPEN else rows.filter(state=self.state)

    def of_theme(self, rows: RequestQuerySet) -> RequestQuerySet:
        return rows.filter(theme=self.theme) if self.theme else rows

    @property
    def rows(self) -> RequestQuerySet:
        """The newest first."""
        found = self.of_theme(self.in_state(self.of_any_state_and_theme))
        return found.select_related("customer__success_profile__csm").order_by("-asked_on", "-id")

    def themes(self) -> list[Theme]:
        """What stands behind each theme, of all that is shown but for the theme that is chosen."""
        return behind_themes(self.in_state(self.of_any_state_and_theme))

    def states(self) -> list[tuple[str, str, str, int]]:
        """Each with its words, its address and how many there are."""
        found = self.of_theme(self.of_any_state_and_theme).order_by().values_list("state")
        counts: dict[str, int] = dict(found.annotate(n=Count("id")))
        counts[IS_OPEN] = sum(counts.get(state.value, 0) for state in OPEN)
        counts[ALL] = sum(counts.get(state.value, 0) for state in RequestState)
        return [
            (code, words, self.address(state=code), counts.get(code, 0)) for code, words in STATES
        ]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.theme or self.tier or self.csm or self.words)

    def address(self, **changes: str) -> str:
        """The query string of this list with something changed."""
        told = {
            "state": self.state, "theme": self.theme, "tier": self.tier.value if self.tier else "",
            "csm": str(self.csm or ""), "q": self.words,
        } | changes  # fmt: skip
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in told.items() if value})
        if query.get("state") == IS_OPEN:
            del query["state"]
        return "?" + query.urlencode()


def _text(query: QueryDict, name: str, longest: int) -> str:
    return query.get(name, "").replace("\0", "").strip()[:longest]


def _csm(told: str, person: Person) -> UUID | None:
    """A CSM by number, or “mine”: the book of whoever asks."""
    if told == "mine":
        return person.id
    try:
        return UUID(told)
    except ValueError:
        return None
