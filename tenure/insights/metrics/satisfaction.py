"""What customers say, and how they are."""

from tenure.insights.metrics.rule import Rule, mean, share

# The last answer of each person in the time; who is not named counts once an answer.
LAST_NPS = """
select distinct on (customer_id, coalesce(stakeholder_id, id)) customer_id, score
from surveys_surveyanswer
where kind = 'NPS' and answered_at >= %(first)s and answered_at < %(until)s
order by customer_id, coalesce(stakeholder_id, id), answered_at desc
"""
NPS = f"""
select customer_id, count(*) filter (where score >= 9) - count(*) filter (where score <= 6), count(*)
from ({LAST_NPS}) a group by 1
"""
PROMOTERS = f"select customer_id, count(*) filter (where score >= 9), count(*) from ({LAST_NPS}) a group by 1"
ANSWERS = """
select customer_id, {made}, count(*) from surveys_surveyanswer
where kind = '{kind}' and answered_at >= %(first)s and answered_at < %(until)s group by 1
"""
# The newest score of each customer up to the end of the time, of those who are customers then.
SCORES = """
select c.id, {made}, 1 from customers_customer c
cross join lateral (
    select s.score from health_healthscore s
    where s.customer_id = c.id and s.recorded_at < %(until)s
    order by s.recorded_at desc limit 1
) s
where c.customer_since < %(until)s and (c.churned_on is null or c.churned_on >= %(until)s)
"""

RULES: tuple[Rule, ...] = (
    share("nps", NPS),
    share("nps_promoters", PROMOTERS, title="Promoters", unit="percent", variant_of="nps",
          says="Those who answer 9 or 10, without taking the detractors away"),
    share("csat", ANSWERS.format(kind="CSAT", made="count(*) filter (where score >= 4)")),
    mean("csat_mean", ANSWERS.format(kind="CSAT", made="sum(score)")),
    mean("ces", ANSWERS.format(kind="CES", made="sum(score)")),
    share("ces_agree", ANSWERS.format(kind="CES", made="count(*) filter (where score >= 5)"),
          title="CES, agreement", unit="percent", variant_of="ces",
          says="The share that answers 5, 6 or 7; a mean hides how many struggle"),
    mean("product_satisfaction", ANSWERS.format(kind="PRODUCT", made="sum(score)")),
    mean("health_score", SCORES.format(made="s.score")),
    share("healthy_customers", SCORES.format(made="case when s.score >= 60 then 1 else 0 end")),
)  # fmt: skip
