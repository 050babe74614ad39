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

PLANNED = """
insert into reviews_plannedreview (id, customer_id, review_type, state, scheduled_at, ended_at)
select new_id(), id, 'QUARTERLY', case when n = 3 then 'SCHEDULED' else 'MISSED' end,
    timestamptz '2025-01-01' + n * interval '90 days' + get_byte(uuid_send(id), 15) * interval '1 hour',
    case when n < 3 then timestamptz '2026-01-01' end
from customers_customer, generate_series(1, 3) n
"""

ACTIVITIES = """
insert into advocacy_advocacyactivity (id, customer_id, activity_type, title, happens_on, status)
select new_id(), id, (array['CASE_STUDY', 'TESTIMONIAL', 'REFERENCE_CALL'])[n], 'A kind word', date '2026-01-01',
    case when get_byte(uuid_send(id), 15) < 5 then 'COMPLETED' else 'PENDING' end
from customers_customer, generate_series(1, 3) n
"""

PULSES = """
insert into health_pulse (id, customer_id, rating, reason, given_by, given_at, expires_on)
select new_id(), id, n, 'A hunch', 'Bench', timestamptz '2025-01-01' + n * interval '30 days',
    date '2025-04-01' + 30 * n
from customers_customer, generate_series(1, 4) n
"""

READINGS = """
insert into health_reportedreading (id, customer_id, code, day, value, source, recorded_by)
select new_id(), id, 'nps', date '2025-01-01' + n, 30, 'CRM', 'Bench'
from customers_customer, generate_series(1, 4) n
"""

OVERRIDES = """
insert into health_override (id, customer_id, score, reason, set_by, set_at, expires_at)
select new_id(), id, 75, 'They move', 'Bench', now(), now() + get_byte(uuid_send(id), 15) * interval '6 hours' + interval '1 hour'
from customers_customer where get_byte(uuid_send(id), 14) < 10
"""

REQUESTS = """
insert into requests_request (id, customer_id, title, theme, asked_on, state, acknowledged_at)
select new_id(), id, 'Wish ' || external_id, 'Theme ' || get_byte(uuid_send(id), 15),
    date '2026-01-01' - get_byte(uuid_send(id), 14) * n,
    case when get_byte(uuid_send(id), 15) < 5 then 'PLANNED' else 'ASKED' end,
    case when get_byte(uuid_send(id), 15) < 5 then timestamptz '2026-02-01' end
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
requests as (
    insert into requests_request (id, customer_id, title, theme, asked_on)
    select new_id(), id, 'Wish', 'Reports', date '2025-01-01' - n from c, generate_series(1, 2000) n
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

STEPS = (
    CSMS,
    CUSTOMERS,
    PROFILES,
    SCORES,
    CURRENT,
    PLANS,
    REVIEWS,
    PLANNED,
    ACTIVITIES,
    PULSES,
    READINGS,
    OVERRIDES,
    REQUESTS,
    FOR_LONG,
)
MORE_TABLES = (
    "reviews_businessreview", "reviews_plannedreview", "advocacy_advocacyactivity", "health_pulse", "health_override", "requests_request",
    "health_reportedreading",
)  # fmt: skip


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
