"""What customers get out of it, and what they are worth."""

from tenure.insights.metrics.rule import Parts, Reckon, Rule, mean, share
from tenure.insights.metrics.stretch import Stretch
from tenure.revenue.words import Movement

# The first value of each customer, where it falls into the time, in days from its contract.
FIRST_VALUE = """
select v.customer_id, greatest(0, v.day - c.contract_starts_on), 1
from (select customer_id, min(achieved_on) as day from onboarding_valueentry group by 1) v
join customers_customer c on c.id = v.customer_id
where v.day >= %(first)s and v.day < %(until)s
"""
# Contracts signed in the time; whoever has no value and is within 30 days is not known yet.
IN_TIME = """
select c.id, case when v.day - c.contract_starts_on <= 30 then 1 else 0 end, 1
from customers_customer c
left join (select customer_id, min(achieved_on) as day from onboarding_valueentry group by 1) v
    on v.customer_id = c.id
where c.contract_starts_on >= %(first)s and c.contract_starts_on < %(until)s
    and (v.day is not null or c.contract_starts_on + 30 < %(until)s)
"""
# Benefits are values in the company's money; costs are what the contracts have cost until then.
RETURN = """
select v.customer_id, sum(v.amount) - k.costs, k.costs
from onboarding_valueentry v
join lateral (
    select sum(annual_value * greatest(0, least(coalesce(ends_on, %(until)s::date - 1),
        %(until)s::date - 1) - starts_on + 1) / 365.25)::float8 as costs
    from contracts_contract where customer_id = v.customer_id and starts_on < %(until)s and not is_trial
) k on k.costs > 0
where v.amount is not null and split_part(v.unit, ' ', 1) = any(%(money)s) and v.achieved_on < %(until)s
group by v.customer_id, k.costs
"""
# By what was measured up to the end of the time; what nobody measured is not known.
REACHED = """
select p.customer_id, max(case when m.value >= o.target then 1 else 0 end), 1
from plans_objective o join plans_successplan p on p.id = o.plan_id
cross join lateral (
    select value from plans_measurement where objective_id = o.id and measured_on < %(until)s
    order by measured_on desc, id desc limit 1
) m
where o.metric = 'roi' and o.target is not null and (o.dropped_on is null or o.dropped_on >= %(until)s)
group by 1
"""


def revenue(*kinds: Movement) -> Reckon:
    """By customer what it paid at the start with these movements, over what it paid at the start."""

    def parts(days: Stretch) -> Parts:
        ledger = days.ledger
        kept = ledger.moved.start + sum(ledger.of(kind) for kind in kinds)
        for place, id in enumerate(ledger.customers):
            if ledger.moved.start[place]:
                yield id, float(kept[place]) / 100, float(ledger.moved.start[place]) / 100

    return parts


MORE, LESS, GONE = Movement.EXPANSION, Movement.CONTRACTION, Movement.CHURN
RULES: tuple[Rule, ...] = (
    mean("time_to_value", FIRST_VALUE),
    share("time_to_value_in_time", IN_TIME),
    share("roi", RETURN, in_money=True),
    share("roi_reached", REACHED),
    share("nrr", revenue(MORE, LESS, GONE), in_money=True),
    share("grr", revenue(LESS, GONE), in_money=True),
)
