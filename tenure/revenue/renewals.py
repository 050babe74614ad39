"""Renewals ahead with what is expected of them, and what became of those that were due."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from tenure.contracts.models import Contract
from tenure.foundation.database.prepared import all_rows
from tenure.programme.in_force import programme
from tenure.programme.words import ChurnRisk, HealthLevel, HealthTrend
from tenure.revenue.expecting import Expected, expected
from tenure.revenue.words import Call, RenewalOutcome

# A contract with an end is due on the day after it; one without an end that is billed yearly, on its
# next anniversary. What was amended goes on in the contract that follows.
DUE = """
with due as (
    select k.id, k.customer_id, k.ends_on + 1 as renews_on from contracts_contract k
    where not k.is_trial and k.ends_on >= %(first)s::date - 1 and k.ends_on < %(last)s
        and not exists (select from contracts_contract n
            where n.follows_id = k.id and n.follows_as = 'AMENDMENT')
    union all
    select k.id, k.customer_id, n.day from customers_customer c
    join contracts_contract k on k.customer_id = c.id and k.ends_on is null and not k.is_trial
        and k.billing_period = 'ANNUAL' and k.starts_on < %(first)s
    cross join lateral (select (k.starts_on + make_interval(years =>
        (extract(year from age(%(first)s::date - 1, k.starts_on)) + 1)::int))::date as day) n
    where c.next_renewal_on between %(first)s and %(last)s and n.day between %(first)s and %(last)s
)
select d.id, d.customer_id, c.name, d.renews_on, k.annual_value, k.renews_by_itself, p.csm_id, csm.name,
    h.score, h.level, h.churn_risk, h.trend, p.renewal_intent_percent::float8,
    f.call, f.amount, f.note, f.said_by, f.said_at,
    next.annual_value, c.status = 'CHURNED' or k.ended_by_churn
from due d
join contracts_contract k on k.id = d.id
join customers_customer c on c.id = d.customer_id
join customers_currenthealth h on h.customer_id = d.customer_id
join customers_successprofile p on p.customer_id = d.customer_id
left join people_person csm on csm.id = p.csm_id
left join lateral (
    select * from revenue_renewalforecast f
    where f.contract_id = d.id and f.renews_on = d.renews_on and f.said_at <= %(at)s
    order by f.said_at desc limit 1
) f on true
left join lateral (
    select sum(n.annual_value) as annual_value from contracts_contract n
    where n.customer_id = d.customer_id and k.ends_on is not null and not n.is_trial
        and n.starts_on > k.ends_on and n.starts_on <= k.ends_on + 1 + %(gap)s
) next on true
where (%(csm)s::uuid is null or p.csm_id = %(csm)s)
    and (%(customer)s::uuid is null or d.customer_id = %(customer)s)
order by d.renews_on, c.name, d.id
"""
AHEAD_DAYS = 366


@dataclass(frozen=True)
class Renewal:
    contract: UUID
    customer: UUID
    name: str
    renews_on: date
    amount: Decimal
    by_itself: bool | None
    csm: str | None
    score: int | None
    level: HealthLevel | None
    expected: Expected | None
    call: Call | None
    forecast: Decimal | None
    note: str
    said_by: str
    said_at: datetime | None
    renewed_at: Decimal | None
    has_left: bool
    """`renewed_at`: what the contracts that follow on it are worth a year."""

    @property
    def counts_as(self) -> Call | None:
        """What a person said; where nobody has, what the software expects."""
        return self.call or (self.expected.call if self.expected else None)

    def outcome(self, day: date, gap_days: int) -> RenewalOutcome:
        """Open until the gap that the programme allows has passed."""
        if self.renewed_at is not None:
            return RenewalOutcome.RENEWED
        if self.has_left or (day - self.renews_on).days >= gap_days:
            return RenewalOutcome.CHURNED
        return RenewalOutcome.PENDING


def renewals(
    first: date, last: date, at: datetime, *, csm: UUID | None = None, customer: UUID | None = None
) -> list[Renewal]:
    """Those due from one day to another, with the forecasts as they stood at a moment."""
    told: dict[str, Any] = {
        "first": first, "last": last, "at": at, "csm": csm, "customer": customer,
        "gap": programme().revenue.gap_days,
    }  # fmt: skip
    return [_renewal(*row) for row in all_rows(DUE, told)]


def renewal_of(contract: Contract, day: date, at: datetime) -> Renewal | None:
    """The next renewal of a contract: one that ends, or one without an end within a year."""
    ends = (contract.ends_on or day).toordinal() + 2
    last = date.fromordinal(max(day.toordinal() + AHEAD_DAYS, ends))
    due = renewals(day, last, at, customer=contract.customer_id)
    return next((one for one in due if one.contract == contract.id), None)


def _renewal(
    contract: UUID, customer: UUID, name: str, renews_on: date, amount: Decimal, by_itself: Any,
    _: Any, csm: Any, score: Any, level: Any, risk: str, trend: str, intent: Any, call: Any,
    forecast: Any, note: Any, said_by: Any, said_at: Any, renewed_at: Any, has_left: bool,
) -> Renewal:  # fmt: skip
    proposal = programme().revenue.proposal
    return Renewal(
        contract, customer, name, renews_on, amount, by_itself, csm, score,
        HealthLevel(level) if level else None,
        expected(proposal, score, ChurnRisk(risk), HealthTrend(trend), intent),
        Call(call) if call else None, forecast, note or "", said_by or "", said_at, renewed_at,
        has_left,
    )  # fmt: skip
