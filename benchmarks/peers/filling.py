"""The peer's database: its own tables, as Prisma shapes them, and in them the same customers.

The arithmetic is that of benchmarks/filling.py: customer n says the same in both databases.
"""

from pathlib import Path

import psycopg

SHAPE = Path(__file__).parent / "express" / "prisma"

CUSTOMERS = """
create temp table numbered as select gen_random_uuid() as id, n from generate_series(1, %(customers)s) n;
insert into "Customer" (id, name, email, tier, status, "contractStartDate", "annualContractValue",
    "nextRenewalDate", "lastContactDate", "createdAt", "customerSince", tags, "healthScore",
    "churnRiskLevel")
select id, 'Customer ' || md5(n::text), 'office@c' || n || '.example',
    (array['SMALL_BUSINESS', 'MID_MARKET', 'ENTERPRISE'])[1 + n %% 3]::"CustomerTier",
    (array['ACTIVE', 'ACTIVE', 'ACTIVE', 'ONBOARDING', 'AT_RISK', 'CHURNED'])[1 + n %% 6]
        ::"CustomerStatus",
    date '2024-01-01' + n %% 700, 1000 + n %% 90000, date '2026-12-01' + n %% 500,
    timestamptz '2026-06-01' + n %% 150 * interval '1 day',
    timestamptz '2025-01-01' + n * interval '3 seconds',
    timestamptz '2025-01-01' - n * interval '3 seconds', array['tag-' || n %% 50],
    n * 7 %% 101,
    (case when n * 7 %% 101 < 40 then 'HIGH' when n * 7 %% 101 < 60 then 'MEDIUM' else 'LOW' end)
        ::"ChurnRiskLevel"
from numbered order by n
"""

PROFILES = """
insert into "SuccessProfile" (id, "customerId", "csmId", "csmName", "csmEmail", "primaryObjective",
    "onboardingStatus", "totalUsers", "usersTrained", "adoptionRate", "latestNPS", "latestCSAT")
select gen_random_uuid(), id, md5('CSM ' || n %% 40)::uuid, 'CSM ' || n %% 40,
    'csm' || n %% 40 || '@bench.example', 'Fewer tickets, faster answers',
    (array['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED'])[1 + n %% 3]::"OnboardingStatus",
    40, n %% 40, n %% 101, n %% 201 - 100, n %% 500 / 100.0
from numbered
"""

SCORES = """
insert into "HealthScore" (id, "customerId", "recordedAt", score, "healthLevel", "engagementScore",
    "successScore", "satisfactionScore", "financialScore", "recordedBy")
select gen_random_uuid(), c.id, timestamptz '2026-11-20' - week * interval '7 days', s.score,
    (case when s.score >= 80 then 'EXCELLENT' when s.score >= 60 then 'GOOD'
          when s.score >= 40 then 'FAIR' else 'POOR' end)::"HealthLevel",
    s.score, s.score, s.score, s.score, 'benchmark'
from numbered c
cross join generate_series(%(scores)s - 1, 0, -1) week
cross join lateral (select (c.n * 7 + week * 3) %% 101 as score) s
"""

PLANS = """
with plans as (
    insert into "SuccessPlan" (id, "customerId", title, "startDate")
    select gen_random_uuid(), id, 'Onboarding', "contractStartDate" from "Customer" returning id
)
insert into "Milestone" (id, "successPlanId", title, "dueDate")
select gen_random_uuid(), plans.id, 'Step ' || n, date '2026-11-01' + n * 20
from plans, generate_series(1, 5) n
"""

REVIEWS = """
insert into "BusinessReview" (id, "customerId", "reviewType", "reviewDate", "attendeeNames",
    "attendeeTitles", agenda, achievements, "nextSteps", "overallRating")
select gen_random_uuid(), c.id, 'QUARTERLY', timestamptz '2026-11-01' - quarter * interval '90 days',
    array['Ines Ortega', 'Paul Weber'], array['Head of support', 'CSM'],
    array['Adoption', 'Open questions'], array['Tickets down by a fifth'],
    array['Train the second team'], 1 + quarter
from numbered c, generate_series(1, 3) quarter
"""


def make_database(
    server: dict[str, str], name: str, customers: int, scores_each: int, *more: str
) -> None:
    """A database on the server that these parameters reach, filled; the indexes come last, and
    whatever `more` there is."""
    with psycopg.connect(**server, autocommit=True) as connection:  # type: ignore[arg-type]
        connection.execute(f'create database "{name}"')
    told = {"customers": customers, "scores": scores_each}
    with (
        psycopg.connect(**server | {"dbname": name}, autocommit=True) as connection,  # type: ignore[arg-type]
        psycopg.ClientCursor(connection) as cursor,
    ):
        cursor.execute((SHAPE / "tables.sql").read_bytes())
        for step in (CUSTOMERS, PROFILES, SCORES, PLANS, REVIEWS):
            cursor.execute(step, told)
        cursor.execute((SHAPE / "indexes.sql").read_bytes())
        for step in more:
            cursor.execute(step)
        cursor.execute("vacuum analyze")
