"""The inbox: which alerts are shown, in which order."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, Value, When
from django.http import QueryDict

from tenure.alerts.models import Alert, AlertQuerySet
from tenure.alerts.words import AlertRule, AlertState
from tenure.people.models import Person

ROWS = 50
MINE, NOBODYS = "mine", "nobody"
OWNERS = ((MINE, "Mine"), (NOBODYS, "Nobody’s"), ("", "Everybody’s"))
PRESSING = Case(*(When(rule=rule, then=Value(n)) for n, rule in enumerate(AlertRule)))


@dataclass(frozen=True)
class Inbox:
    """What the address asks for. What it does not know is left out."""

    person: Person
    state: AlertState
    rule: str
    owner: str

    @classmethod
    def asked(cls, query: QueryDict, person: Person) -> "Inbox":
        state, rule, owner = (query.get(name, "") for name in ("state", "rule", "owner"))
        return cls(
            person=person,
            state=AlertState(state) if AlertState.has(state) else AlertState.OPEN,
            rule=rule if AlertRule.has(rule) else "",
            owner=owner if owner in (MINE, NOBODYS) else "",
        )

    @property
    def theirs(self) -> AlertQuerySet:
        found: AlertQuerySet = Alert.objects.visible_to(self.person)
        if self.owner == MINE:
            return found.filter(owner=self.person)
        return found.filter(owner=None) if self.owner == NOBODYS else found

    @property
    def rows(self) -> AlertQuerySet:
        """The most pressing first, among those the most revenue; what is resolved, the newest."""
        rows = self.theirs.filter(state=self.state)
        if self.rule:
            rows = rows.filter(rule=self.rule)
        rows = rows.select_related("customer__current_health", "owner")
        if self.state == AlertState.RESOLVED:
            return rows.order_by("-resolved_at", "-id")
        return rows.order_by(PRESSING, F("customer__current_health__annual_value").desc(), "-id")

    def counts(self) -> dict[str, Any]:
        """How many alerts there are of each state and, of this state, of each rule."""
        found = self.theirs.values_list("state", "rule").annotate(n=Count("id")).order_by()
        states = dict.fromkeys(AlertState, 0)
        rules = dict.fromkeys(AlertRule, 0)
        for state, rule, n in found:
            states[AlertState(state)] += n
            if state == self.state:
                rules[AlertRule(rule)] += n
        return {"states": states, "rules": rules}

    def address(self, **changes: str) -> str:
        """The query string of this inbox with something changed."""
        told = {"state": self.state.value, "rule": self.rule, "owner": self.owner} | changes
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in told.items() if value})
        return "?" + query.urlencode()


def sentence(alert: Alert, today: date) -> str:
    """What happened, in words."""
    match alert.rule:
        case AlertRule.SIGNIFICANT_DROP:
            fell = (alert.previous_score or 0) - (alert.score or 0)
            return f"Fell {fell} points, {alert.previous_score} → {alert.score}"
        case AlertRule.BELOW_THRESHOLD if alert.previous_score is not None:
            return f"No longer Good, {alert.previous_score} → {alert.score}"
        case AlertRule.BELOW_THRESHOLD:
            return f"Begins below Good, at {alert.score}"
        case AlertRule.RED_ZONE:
            return f"In the red, at {alert.score}"
        case AlertRule.SILENT_CUSTOMER if alert.silent_since:
            return f"Nobody has used the product since {alert.silent_since:%-d %B}"
        case _:
            return "Little of what the score needs is known, or fresh"
