"""What a row of a period says beside the metrics: leads, value, hours. Each fills one column; none is summed."""

from tenure.insights.metrics.rule import Rule, mean

# Only whole months are told; a week or a day has none.
MONTHS = """
select {customer}, {made} from tiering_monthlyuse l {more}
where l.name = 'leads_a_month' and l.month >= %(first)s and l.month + interval '1 month' <= %(until)s
group by 1
"""
LEADS = MONTHS.format(customer="l.customer_id", made="sum(l.value), 1", more="")
CONVERTED = MONTHS.format(
    customer="l.customer_id",
    made="sum(v.value), nullif(sum(l.value), 0)",
    more="join tiering_monthlyuse v on v.customer_id = l.customer_id and v.month = l.month and v.name = 'leads_converted'",
)
VALUE = """
select customer_id, sum(amount), 1 from onboarding_valueentry
where kind = '{kind}' and amount is not null and achieved_on >= %(first)s and achieved_on < %(until)s
    and {unit} group by 1
"""
IN_MONEY = "split_part(unit, ' ', 1) = any(%(money)s)"
IN_HOURS = "unit ilike 'hour%%'"
HOURS = """
select customer_id, sum({hours}), count(*) from support_ticket
where {hours} is not null and {at} >= %(first)s and {at} < %(until)s group by 1
"""
COLUMNS: tuple[Rule, ...] = (
    mean("row:leads", LEADS),
    mean("row:conversion", CONVERTED),
    mean("row:revenue", VALUE.format(kind="REVENUE", unit=IN_MONEY)),
    mean("row:costs", VALUE.format(kind="COSTS", unit=IN_MONEY)),
    mean("row:time", VALUE.format(kind="TIME", unit=IN_HOURS)),
    mean("row:resolution", HOURS.format(
        hours="extract(epoch from closed_at - opened_at) / 3600", at="closed_at")),
    mean("row:response", HOURS.format(hours="first_response_minutes / 60.0", at="opened_at")),
)  # fmt: skip
