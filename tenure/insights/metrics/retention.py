"""Who stays, who goes and why; who buys more."""

from functools import partial

from tenure.customers.words import ChurnReason
from tenure.foundation.database.prepared import all_rows
from tenure.insights.metrics.rule import Parts, Rule, mean, share
from tenure.insights.metrics.stretch import Stretch
from tenure.revenue.words import Movement


def left(days: Stretch) -> Parts:
    """Of each customer that paid at the start, whether it pays nothing at the end."""
    ledger = days.ledger
    for place, id in enumerate(ledger.customers):
        if ledger.moved.start[place]:
            yield id, float(ledger.moved.end[place] == 0), 1.0


REASONS = """
select distinct on (customer_id) customer_id, reason from customers_churnevent
where churned_on >= %(first)s and churned_on <= %(last)s order by customer_id, churned_on desc, id desc
"""
INVOLUNTARY = ChurnReason.BUSINESS_CHANGE
"""It ended, was bought or gave up what it needed us for: nothing that we did or did not do."""


def left_by_choice(days: Stretch, *, chosen: bool = True) -> Parts:
    """Whether it left for a reason of this kind; of one that left without a reason nothing is known."""
    told = dict(all_rows(REASONS, {"first": days.first, "last": days.last}))
    for id, gone, one in left(days):
        reason = told.get(id, ChurnReason.UNKNOWN)
        if not gone or reason != ChurnReason.UNKNOWN:
            yield id, float(bool(gone) and (reason != INVOLUNTARY) == chosen), one


def stayed(days: Stretch) -> Parts:
    return ((id, 1 - gone, one) for id, gone, one in left(days))


def money_lost(days: Stretch) -> Parts:
    ledger = days.ledger
    for place, id in enumerate(ledger.customers):
        start = float(ledger.moved.start[place])
        if start:
            yield id, -float(ledger.of(Movement.CHURN)[place]) / 100, start / 100


def grown(days: Stretch) -> Parts:
    ledger = days.ledger
    for place, id in enumerate(ledger.customers):
        start = float(ledger.moved.start[place])
        if start:
            yield id, float(ledger.of(Movement.EXPANSION)[place]) / 100, start / 100


def lifetime(days: Stretch) -> Parts:
    """What those pay who stayed, over how many left: a mean customer's revenue x retention / churn."""
    ledger = days.ledger
    for place, id in enumerate(ledger.customers):
        start = float(ledger.moved.start[place]) / 100
        if start:
            is_gone = ledger.moved.end[place] == 0
            yield id, 0.0 if is_gone else start, float(is_gone)


# Nobody left is a figure where anybody's leaving was ever written down.
LEFT = """
select c.id, count(e.id), 1 from customers_customer c
left join customers_churnevent e on e.customer_id = c.id and e.churned_on >= %(first)s and e.churned_on < %(until)s
where c.customer_since < %(until)s and exists (select from customers_churnevent)
group by 1
"""
# Those whose first year ended in the time: what they paid on its last day against the 31st.
FIRST_YEAR = """
select c.id, case when later.value > base.value then 1 else 0 end, 1
from customers_customer c
cross join lateral (
    select sum(annual_value) as value from contracts_contract k where k.customer_id = c.id and not k.is_trial
        and k.starts_on <= c.contract_starts_on + 30
        and (k.ends_on is null or k.ends_on >= c.contract_starts_on + 30)
) base
cross join lateral (
    select sum(annual_value) as value from contracts_contract k where k.customer_id = c.id and not k.is_trial
        and k.starts_on <= c.contract_starts_on + 364
        and (k.ends_on is null or k.ends_on >= c.contract_starts_on + 364)
) later
where c.contract_starts_on + 364 >= %(first)s and c.contract_starts_on + 364 < %(until)s and base.value > 0
"""
BOUGHT = """
select c.id, case when exists (
    select from expansion_opportunity o where o.customer_id = c.id and o.state = 'WON'
        and o.ended_on >= %(first)s and o.ended_on < %(until)s and o.growth in ({growth})
) then 1 else 0 end, 1
from customers_customer c join stood s on s.customer_id = c.id and s.tier <> 'TRIAL'
where c.customer_since < %(until)s and (c.churned_on is null or c.churned_on >= %(until)s)
    and exists (select from expansion_opportunity)
"""
RULES: tuple[Rule, ...] = (
    mean("clv", lifetime, back_days=365),
    share("retention", stayed),
    share("churn", left),
    share("revenue_churn", money_lost, in_money=True, title="Revenue churn", unit="percent", variant_of="churn",
          says="What those who left paid, over what all paid at the start: small customers weigh less"),
    share("voluntary_churn", left_by_choice, title="Voluntary churn", unit="percent", variant_of="churn",
          says="Those who chose to leave: for the price, the product, the support or a competitor; "
          "who left without a reason that is known is left out"),
    share("involuntary_churn", partial(left_by_choice, chosen=False), title="Involuntary churn",
          unit="percent", variant_of="churn",
          says="Those whose own business changed or ended; who left without a reason that is known is left out"),
    Rule(code="churn_reasons", facts=LEFT, factor=1, is_count=True),
    share("expansion_rate", FIRST_YEAR, back_days=365),
    share("expansion_revenue", grown, back_days=365, in_money=True),
    share("upsell", BOUGHT.format(growth="'SEATS', 'TIER'"), back_days=365),
    share("cross_sell", BOUGHT.format(growth="'PRODUCT'"), back_days=365),
)  # fmt: skip
