"""What customers ask the product for, and whether they were answered."""

from tenure.insights.metrics.rule import Rule, share

# Nobody asked is a figure where anybody's asking was ever written down.
ASKED = """
select c.id, count(r.id), 1 from customers_customer c
left join requests_request r on r.customer_id = c.id and r.asked_on >= %(first)s and r.asked_on < %(until)s
where (r.id is not null or c.customer_since < %(until)s and (c.churned_on is null or c.churned_on >= %(first)s))
    and exists (select from requests_request where asked_on < %(until)s)
group by 1
"""
# What was planned, delivered or declined was acknowledged too: see the table's constraint.
ANSWERED = """
select customer_id, count(*) filter (where acknowledged_at < %(until)s), count(*)
from requests_request where asked_on >= %(first)s and asked_on < %(until)s
group by 1
"""
RULES: tuple[Rule, ...] = (
    Rule(code="requests", facts=ASKED, factor=1, is_count=True),
    share("request_response", ANSWERED),
)
