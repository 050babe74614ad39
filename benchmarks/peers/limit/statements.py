"""What the limit asks PostgreSQL: JSON in bytes, one statement a route, on the peer's tables."""

LIST = """
select convert_to(coalesce(json_agg(row_to_json(c)), '[]')::text, 'UTF8'), (
    select count(*) from "Customer" where status = %(status)s::"CustomerStatus"
        and tier = %(tier)s::"CustomerTier"
) from (
    select * from "Customer" where status = %(status)s::"CustomerStatus"
        and tier = %(tier)s::"CustomerTier"
    order by "createdAt" desc limit %(limit)s offset %(skip)s
) c
"""

DETAIL = """
select convert_to(row_to_json(whole)::text, 'UTF8') from (
    select c.*,
        (select row_to_json(p) from "SuccessProfile" p where p."customerId" = c.id) as "successProfile",
        (select coalesce(json_agg(s), '[]') from (
            select s.*, (
                select coalesce(json_agg(m order by m."dueDate"), '[]') from "Milestone" m
                where m."successPlanId" = s.id
            ) as milestones
            from "SuccessPlan" s where s."customerId" = c.id and s.status = 'ACTIVE'
            order by s."startDate" desc limit 1
        ) s) as "successPlans",
        (select coalesce(json_agg(h), '[]') from (
            select * from "HealthScore" h where h."customerId" = c.id
            order by h."recordedAt" desc limit 5
        ) h) as "healthScores",
        (select coalesce(json_agg(b), '[]') from (
            select * from "BusinessReview" b where b."customerId" = c.id
            order by b."reviewDate" desc limit 3
        ) b) as "businessReviews"
    from "Customer" c where c.id = %(id)s
) whole
"""

CREATE = """
with c as (
    insert into "Customer" select r.* from jsonb_populate_record(null::"Customer",
        jsonb_build_object('id', gen_random_uuid(), 'tier', 'SMALL_BUSINESS', 'status', 'ACTIVE',
            'annualContractValue', 0, 'customerSince', now(), 'totalPolicies', 0, 'activePolicies', 0,
            'lifetimeValue', 0, 'healthScore', 0, 'churnRiskLevel', 'LOW', 'tags', '[]'::jsonb,
            'createdAt', now(), 'updatedAt', now()) || %(body)s::jsonb) r
    returning *
), p as (
    insert into "SuccessProfile" (id, "customerId", "primaryObjective", "targetMetrics")
    select gen_random_uuid(), id, metadata ->> 'primaryObjective', metadata -> 'targetMetrics' from c
), a as (
    insert into "AuditLog" (id, action, "entityType", "entityId", actor, changes)
    select gen_random_uuid(), 'customer.created', 'customer', id, 'api', %(body)s::jsonb from c
)
select convert_to(row_to_json(c)::text, 'UTF8') from c
"""

# Sums by status and tier. Nobody keeps them true: the least that such an answer can cost.
TALLY = """
create table tally as
select c.status, c.tier, count(*) as customers, sum(c."annualContractValue") as annual_value,
    sum(c."lifetimeValue") as lifetime_value, sum(c."healthScore") as score_sum,
    sum(p."adoptionRate") as adoption_sum, sum(p."latestNPS") as nps_sum,
    count(p."latestNPS") as nps_known, sum(p."latestCSAT") as csat_sum,
    count(p."latestCSAT") as csat_known
from "Customer" c join "SuccessProfile" p on p."customerId" = c.id group by 1, 2
"""

STATISTICS = """
with here as (select * from tally where status in ('ACTIVE', 'ONBOARDING'))
select convert_to(json_build_object(
    'totalCustomers', sum(customers),
    'customersByTier', (select json_object_agg(tier, n) from (
        select tier, sum(customers) as n from here group by 1) t),
    'customersByStatus', (select json_object_agg(status, n) from (
        select status, sum(customers) as n from tally group by 1) t),
    'averageHealthScore', round(sum(score_sum) / sum(customers)),
    'totalAnnualRevenue', sum(annual_value),
    'totalLifetimeValue', sum(lifetime_value),
    'atRiskCustomers', (select sum(customers) from tally where status = 'AT_RISK'),
    'churnedCustomers', (select sum(customers) from tally where status = 'CHURNED'),
    'customersOnboarding', (select sum(customers) from tally where status = 'ONBOARDING'),
    'averageAdoptionRate', round((sum(adoption_sum) / sum(customers))::numeric, 2),
    'averageNPS', round(sum(nps_sum)::numeric / sum(nps_known), 2),
    'averageCSAT', round((sum(csat_sum) / sum(csat_known))::numeric, 2)
)::text, 'UTF8') from here
"""
