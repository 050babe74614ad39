"""Many customers at once, by SQL: what they say is arithmetic on their number, so that a filter
finds the same share of them in a small house and in a large one."""

from django.db import connection

TABLES = (
    "customers_customer",
    "customers_successprofile",
    "plans_successplan",
    "plans_milestone",
    "reviews_businessreview",
)

CSMS = """
insert into people_person (id, email, name, role, password)
select new_id(), 'csm' || n || '@bench.example', 'CSM ' || n, 'csm', '!' from generate_series(1, 40) n
"""

CUSTOMERS = """
insert into customers_customer (id, external_id, name, email, tier, status, contract_starts_on,
    annual_contract_value, next_renewal_on, last_contact_at, created_at, customer_since, tags)
select new_id(), 'C-' || n, 'Customer ' || md5(n::text), 'office@c' || n || '.example',
    (array['SMALL_BUSINESS', 'MID_MARKET', 'ENTERPRISE'])[1 + n %% 3],
    (array['ACTIVE', 'ACTIVE', 'ACTIVE', 'ONBOARDING', 'AT_RISK', 'CHURNED'])[1 + n %% 6],
    date '2024-01-01' + n %% 700, 1000 + n %% 90000, date '2026-12-01' + n %% 500,
    timestamptz '2026-06-01' + n %% 150 * interval '1 day',
    timestamptz '2025-01-01' + n * interval '3 seconds',
    timestamptz '2025-01-01' - n * interval '3 seconds', array['tag-' || n %% 50]
from generate_series(1, %(customers)s) n
"""

PROFILES = """
insert into customers_successprofile (id, customer_id, csm_id, primary_objective, onboarding_status,
    total_users, users_trained, adoption_percent, latest_nps, latest_csat)
select new_id(), c.id, p.ids[1 + c.n %% 40], 'Fewer tickets, faster answers',
    (array['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED'])[1 + c.n %% 3], 40, c.n %% 40, c.n %% 101,
    c.n %% 201 - 100, c.n %% 500 / 100.0
from (select id, substr(external_id, 3)::int as n from customers_customer) c,
    (select array_agg(id order by email) as ids from people_person where role = 'csm') p
"""

SCORES = """
insert into health_healthscore (id, customer_id, recorded_at, score, level, trend, engagement_score,
    success_score, satisfaction_score, financial_score, recorded_by)
select new_id(), c.id, timestamptz '2026-11-20' - week * interval '7 days', s.score,
    case when s.score >= 80 then 'EXCELLENT' when s.score >= 60 then 'GOOD'
         when s.score >= 40 then 'FAIR' else 'POOR' end,
    'STABLE', s.score, s.score, s.score, s.score, 'benchmark'
from (select id, substr(external_id, 3)::int as n from customers_customer) c
cross join generate_series(%(scores)s - 1, 0, -1) week
cross join lateral (select (c.n * 7 + week * 3) %% 101 as score) s
"""

CURRENT = """
insert into customers_currenthealth (customer_id, score, level, trend, churn_risk, recorded_at,
    known_until, month_delta, headline)
select distinct on (customer_id) customer_id, score, level, 'STABLE',
    case level when 'POOR' then 'HIGH' when 'FAIR' then 'MEDIUM' else 'LOW' end, recorded_at,
    recorded_at::date, score %% 9 - 4, 'Logins down by a third'
from health_healthscore h order by customer_id, h.recorded_at desc
"""

PLANS = """
with plans as (
    insert into plans_successplan (id, customer_id, title, starts_on)
    select new_id(), id, 'Onboarding', contract_starts_on from customers_customer returning id
)
insert into plans_milestone (id, plan_id, title, due_on)
select new_id(), plans.id, 'Step ' || n, date '2026-11-01' + n * 20 from plans, generate_series(1, 5) n
"""

REVIEWS = """
insert into reviews_businessreview (id, customer_id, review_type, reviewed_at, attendee_names,
    attendee_titles, agenda, achievements, next_steps, overall_rating)
select new_id(), c.id, 'QUARTERLY', timestamptz '2026-11-01' - n * interval '90 days',
    array['Ines Ortega', 'Paul Weber'], array['Head of support', 'CSM'],
    array['Adoption', 'Open questions'], array['Tickets down by a fifth'],
    array['Train the second team'], 1 + n
from customers_customer c, generate_series(1, 3) n
"""
STEPS = (CSMS, CUSTOMERS, PROFILES, SCORES, CURRENT, PLANS, REVIEWS)


def fill(customers: int, scores_each: int, steps: tuple[str, ...] = STEPS) -> None:
    """Customers with profile, plan, five milestones, three reviews and weekly scores; the trail is
    left out."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"alter table {table} disable trigger user")
        for step in steps:
            cursor.execute(step, {"customers": customers, "scores": scores_each})
        for table in TABLES:
            cursor.execute(f"alter table {table} enable trigger user")
        cursor.execute("vacuum analyze")
