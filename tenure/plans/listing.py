"""The list of plans: which are shown, in which order."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.http import QueryDict

from tenure.customers.words import CustomerStatus
from tenure.people.models import Person
from tenure.plans.models import Milestone, PlanQuerySet, SuccessPlan
from tenure.plans.queries import OPEN
from tenure.plans.words import PlanStatus, PlanType

ROWS = 50
MINE = "mine"
TABS = (
    PlanStatus.ACTIVE, PlanStatus.DRAFT, PlanStatus.ON_HOLD, PlanStatus.COMPLETED,
    PlanStatus.CANCELLED,
)  # fmt: skip


@dataclass(frozen=True)
class PlanList:
    """What the address asks for. What it does not know is left out."""

    person: Person
    status: PlanStatus
    plan_type: str
    owner: str
    is_late: bool
    customer: UUID | None

    @classmethod
    def asked(cls, query: QueryDict, person: Person) -> "PlanList":
        told = {name: query.get(name, "") for name in ("status", "type", "owner", "customer")}
        return cls(
            person=person,
            status=PlanStatus(told["status"]) if PlanStatus.has(told["status"]) else TABS[0],
            plan_type=told["type"] if PlanType.has(told["type"]) else "",
            owner=MINE if told["owner"] == MINE else "",
            is_late=query.get("late") == "1",
            customer=_number(told["customer"]),
        )

    @property
    def theirs(self) -> PlanQuerySet:
        """Of one customer all plans; of all, those of customers that are still here."""
        found: PlanQuerySet = SuccessPlan.objects.visible_to(self.person)
        if self.owner == MINE:
            found = found.filter(customer__success_profile__csm=self.person)
        if self.customer:
            return found.filter(customer=self.customer)
        return found.exclude(customer__status=CustomerStatus.CHURNED)

    def rows(self, today: date) -> PlanQuerySet:
        """What is under way, the earliest open milestone first; what ended, the newest start first."""
        rows = self.theirs.filter(status=self.status)
        if self.plan_type:
            rows = rows.filter(plan_type=self.plan_type)
        if self.is_late:
            rows = rows.filter(_late(today), status=PlanStatus.ACTIVE)
        rows = rows.select_related("customer__success_profile__csm")
        if self.status in (PlanStatus.COMPLETED, PlanStatus.CANCELLED):
            return rows.order_by("-starts_on", "-id")
        steps = Milestone.objects.filter(OPEN, plan=OuterRef("id")).order_by("due_on")
        rows = rows.annotate(next_on=Subquery(steps.values("due_on")[:1]))
        return rows.order_by(F("next_on").asc(nulls_last=True), "id")

    def counts(self, today: date) -> tuple[dict[str, int], dict[str, int], int]:
        """How many plans there are by status; of this one by type; and how many active ones are late."""
        by_status = {status.value: Count("id", filter=Q(status=status)) for status in TABS}
        by_type = {
            kind.value: Count("id", filter=Q(status=self.status, plan_type=kind))
            for kind in PlanType
        }
        late = Count("id", filter=Q(_late(today), status=PlanStatus.ACTIVE))
        told = self.theirs.aggregate(**by_status, **by_type, late=late)
        return (
            {status: told[status] for status in by_status},
            {kind: told[kind] for kind in by_type},
            told["late"],
        )

    def address(self, **changes: str) -> str:
        """The query string of this list with something changed."""
        told = {
            "status": self.status.value,
            "type": self.plan_type,
            "owner": self.owner,
            "late": "1" if self.is_late else "",
            "customer": str(self.customer or ""),
        } | changes
        query = QueryDict(mutable=True)
        query.update({k: v for k, v in told.items() if v and v != TABS[0].value})
        return "?" + query.urlencode()


def _late(today: date) -> Exists:
    return Exists(Milestone.objects.filter(OPEN, plan=OuterRef("id"), due_on__lt=today))


def _number(told: str) -> UUID | None:
    try:
        return UUID(told) if told else None
    except ValueError:
        return None
