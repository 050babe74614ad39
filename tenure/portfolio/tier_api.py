"""What a customer's tier is promised, and what was kept, over the API."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from pydantic import Field

from tenure.customers.finding import visible_customer
from tenure.foundation.rest import answers
from tenure.foundation.rest.kinds import Day, Instant
from tenure.foundation.rest.wire import Wire
from tenure.people.callers import ApiRequest, Area, reads
from tenure.portfolio.promises import going_clocks, kept_since_months
from tenure.portfolio.tier_view import PromiseRow, promise_rows
from tenure.programme.in_force import tiers
from tenure.programme.words import Tier
from tenure.tiering.api import router
from tenure.tiering.clocks import Clock
from tenure.tiering.rules.kept import counted
from tenure.tiering.words import Keeping, Promise


class KeptPromise(Wire):
    """A promise with its part: what is promised, and how often it was kept since the day."""

    promise: Promise
    part: str = Field(description="A priority, a cadence, or what tells it apart.")
    promised: str
    kept: int
    missed: int
    under_way: int
    unknown: int
    kept_ratio: float | None = Field(description="Of what was due; null while nothing was.")


class RunningClock(Wire):
    """A promise about an open ticket."""

    ticket_id: UUID
    subject: str
    priority: str
    promise: Promise
    due_at: Instant
    hours_left: float = Field(description="Of its own clock; below zero when it is late.")
    is_late: bool


class CustomerPromises(Wire):
    tier: Tier
    since: Day
    promises: list[KeptPromise]
    clocks: list[RunningClock]


@router.get(
    "/customers/{customer_id}/promises",
    response={200: answers.answer_of(CustomerPromises, "CustomerPromises")},
)
@reads(Area.CUSTOMERS)
def customer_promises(request: ApiRequest, customer_id: UUID) -> HttpResponse:
    """What a customer's tier is promised, how often it was kept, and what it waits for now."""
    customer = visible_customer(customer_id, request.auth.person)
    at, tier = timezone.now(), Tier(customer.tier)
    kept = kept_since_months(at, customer.id)
    rows = promise_rows(tiers().promise(tier), counted(kept.lines))
    told = {
        "tier": tier.value,
        "since": answers.day(kept.since),
        "promises": [_kept(row) for row in rows],
        "clocks": [_running(clock) for clock in going_clocks(at, customer.id)],
    }
    return answers.computed(told)


def _kept(row: PromiseRow) -> dict[str, object]:
    return {
        "promise": row.promise.value,
        "part": row.part,
        "promised": row.promised,
        "kept": row.count.kept,
        "missed": row.count.missed,
        "underWay": row.count.running,
        "unknown": row.count.unknown,
        "keptRatio": row.count.ratio,
    }


def _running(clock: Clock) -> dict[str, object]:
    return {
        "ticketId": str(clock.ticket.id),
        "subject": clock.ticket.subject,
        "priority": clock.ticket.priority,
        "promise": clock.promise.value,
        "dueAt": answers.instant(clock.due_at),
        "hoursLeft": clock.hours_left,
        "isLate": clock.keeping == Keeping.BREACHED,
    }
