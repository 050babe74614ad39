"""A house with 20,000 customers, so that the planner has a reason to use an index.

The customer C-4711 has been here for long: of that one there are many scores, plans and reviews.
"""

from django.db import connection

from benchmarks.filling import CSMS, CURRENT, CUSTOMERS, PLANS, PROFILES, SCORES, TABLES

REVIEWS = """
insert into reviews_businessreview (id, customer_id, review_type, reviewed_at)
select new_id(), id, (array['MONTHLY', 'QUARTERLY', 'ANNUAL'])[n],
    timestamptz '2025-01-01' + n * interval '90 days'
from customers_customer, generate_series(1, 3) n
"""

ACTIVITIES = """
insert into advocacy_advocacyactivity (id, customer_id, activity_type, title, happens_on, status)
select new_id(), id, (array['CASE_STUDY', 'TESTIMONIAL', 'REFERENCE_CALL'])[n], 'A kind word', date '2026-01-01',
    case when get_byte(uuid_send(id), 15) < 5 then 'COMPLETED' else 'PENDING' end
from customers_customer, generate_series(1, 3) n
"""

FOR_LONG = """
with c as (select id from customers_customer where external_id = 'C-4711'),
scores as (
    insert into health_healthscore (id, customer_id, recorded_at, score, level)
    select new_id(), id, timestamptz '2025-10-01' - n * interval '1 hour', 50, 'FAIR'
    from c, generate_series(1, 2000) n
),
reviews as (
    insert into reviews_businessreview (id, customer_id, review_type, reviewed_at)
    select new_id(), id, 'MONTHLY', timestamptz '2025-01-01' - n * interval '1 day'
    from c, generate_series(1, 2000) n
),
activities as (
    insert into advocacy_advocacyactivity (id, customer_id, activity_type, title, created_at)
    select new_id(), id, 'WEBINAR', 'A talk', timestamptz '2025-01-01' - n * interval '1 day'
    from c, generate_series(1, 2000) n
),
plans as (
    insert into plans_successplan (id, customer_id, title, starts_on, status)
    select new_id(), id, 'Plan ' || n, date '2023-01-01' - n, 'COMPLETED'
    from c, generate_series(1, 2000) n
)
insert into plans_milestone (id, plan_id, title, due_on)
select new_id(), p.id, 'Step ' || n, date '2024-01-01' + n
from c join plans_successplan p on p.customer_id = c.id, generate_series(1, 2000) n
"""

STEPS = (CSMS, CUSTOMERS, PROFILES, SCORES, CURRENT, PLANS, REVIEWS, ACTIVITIES, FOR_LONG)
MORE_TABLES = ("reviews_businessreview", "advocacy_advocacyactivity")


def fill(customers: int, scores_each: int) -> None:
    """As `benchmarks.filling.fill`, within the transaction of a test."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        for table in TABLES + MORE_TABLES:
            cursor.execute(f"alter table {table} disable trigger user")
        for step in STEPS:
            cursor.execute(step, {"customers": customers, "scores": scores_each})
        for index in ("customers_by_tag", "customers_by_words"):
            cursor.execute("select gin_clean_pending_list(%s)", [index])
        cursor.execute("analyze")
