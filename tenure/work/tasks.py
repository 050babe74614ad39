"""The list of tasks: which are shown, in which order, under which heading."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict

from tenure.people.models import Person
from tenure.work.models import Task
from tenure.work.words import Origin, TaskState

ROWS = 100
MINE, NOBODYS, ALL = "mine", "nobody", "all"
OWNERS = ((MINE, "Mine"), (NOBODYS, "Nobody’s"), (ALL, "Everybody’s"))
OPEN, ENDED = "open", "ended"


@dataclass(frozen=True)
class TaskList:
    """What the address asks for. What it does not know is left out."""

    person: Person
    state: str
    owner: str
    origin: str

    @classmethod
    def asked(cls, query: QueryDict, person: Person) -> "TaskList":
        owner, origin = query.get("owner", ""), query.get("origin", "")
        return cls(
            person=person,
            state=ENDED if query.get("state") == ENDED else OPEN,
            owner=owner if owner in (MINE, NOBODYS, ALL) else MINE,
            origin=origin if Origin.has(origin) else "",
        )

    @property
    def of_owner(self) -> QuerySet[Task]:
        found = Task.objects.visible_to(self.person)
        if self.owner == MINE:
            return found.filter(owner=self.person)
        return found.filter(owner=None) if self.owner == NOBODYS else found

    @property
    def theirs(self) -> QuerySet[Task]:
        return self.of_owner.filter(origin=self.origin) if self.origin else self.of_owner

    @property
    def is_of_today(self) -> bool:
        """What somebody begins the day with: what is open of the own."""
        return self.owner == MINE and self.state == OPEN and not self.origin

    @property
    def in_state(self) -> Q:
        is_open = Q(state=TaskState.OPEN)
        return is_open if self.state == OPEN else ~is_open

    @property
    def rows(self) -> QuerySet[Task]:
        """What is open, the earliest day first; what ended, the newest first."""
        rows = self.theirs.filter(self.in_state).select_related("customer", "owner", "milestone")
        return rows.order_by(*(("due_on", "id") if self.state == OPEN else ("-ended_at", "-id")))

    def counts(self, today: date) -> dict[str, int]:
        return self.theirs.aggregate(
            open=Count("id", filter=Q(state=TaskState.OPEN)),
            late=Count("id", filter=Q(state=TaskState.OPEN, due_on__lt=today)),
            ended=Count("id", filter=~Q(state=TaskState.OPEN)),
        )

    def origins(self) -> list[tuple[Origin, str, int]]:
        """What they come from, with the address of these alone or, of those chosen, of all again."""
        found = self.of_owner.filter(self.in_state).values_list("origin").order_by()
        counts = dict(found.annotate(n=Count("id")))
        return [
            (one, self.address(origin="" if one == self.origin else one.value), counts.get(one, 0))
            for one in Origin
            if one in counts or one == self.origin
        ]

    def address(self, **changes: str) -> str:
        """The query string of this list with something changed."""
        told = {"state": self.state, "owner": self.owner, "origin": self.origin} | changes
        usual = {"state": OPEN, "owner": MINE}
        query = QueryDict(mutable=True)
        query.update({k: v for k, v in told.items() if v and usual.get(k) != v})
        return "?" + query.urlencode()


def heading(task: Task, today: date) -> str:
    """Under which heading an open task stands; days of the past, today, of this week, later."""
    if task.state != TaskState.OPEN:
        return task.get_state_display()
    if task.due_on < today:
        return "Overdue"
    if task.due_on == today:
        return "Today"
    if task.due_on <= today + timedelta(days=6 - today.weekday()):
        return "This week"
    if task.due_on <= today + timedelta(days=13 - today.weekday()):
        return "Next week"
    return "Later"


def grouped(tasks: list[Task], today: date) -> list[tuple[str, list[Task]]]:
    """Tasks under their headings, in the order given."""
    groups: dict[str, list[Any]] = {}
    for task in tasks:
        groups.setdefault(heading(task, today), []).append(task)
    return list(groups.items())
