"""Questions over all customers, answered from sums and indexes and never by reading everybody."""

# Sums over the tally. A share of nothing is null; money and scores as the contract rounds them.
STATISTICS = """
with t as (
    select * from customers_tally
), here as (
    select * from t where status in ('ACTIVE', 'ONBOARDING')
)
select json_build_object(
    'totalCustomers', coalesce((select sum(customers) from here), 0),
    'customersByTier', (
        select json_object_agg(tier, coalesce(n, 0)) from unnest(%(tiers)s::text[]) tier
        left join (select tier, sum(customers) as n from here group by 1) counted using (tier)
    ),
    'customersByStatus', (
        select json_object_agg(status, coalesce(n, 0)) from unnest(%(statuses)s::text[]) status
        left join (select status, sum(customers) as n from t group by 1) counted using (status)
    ),
    'averageHealthScore', (select round(sum(score_sum)::numeric / nullif(sum(scored), 0)) from here),
    'totalAnnualRevenue', coalesce((select sum(annual_value) from here), 0),
    'totalLifetimeValue', coalesce((select sum(lifetime_value) from here), 0),
    'atRiskCustomers', coalesce((select sum(customers) from t where status = 'AT_RISK'), 0),
    'churnedCustomers', coalesce((select sum(customers) from t where status = 'CHURNED'), 0),
    'customersOnboarding', coalesce((select sum(customers) from t where status = 'ONBOARDING'), 0),
    'averageAdoptionRate', (select round(sum(adoption_sum) / nullif(sum(adoption_known), 0), 2) from here),
    'averageNPS', (select round(sum(nps_sum)::numeric / nullif(sum(nps_known), 0), 2) from here),
    'averageCSAT', (select round(sum(csat_sum) / nullif(sum(csat_known), 0), 2) from here)
)
"""

ONBOARDING = """
with t as (
    select * from customers_tally where onboarding_status in ('IN_PROGRESS', 'COMPLETED')
), done as (
    select * from t where onboarding_status = 'COMPLETED'
)
select json_build_object(
    'totalOnboarding', coalesce((select sum(customers) from t), 0),
    'completedOnboarding', coalesce((select sum(customers) from done), 0),
    'averageTimeToValue', (
        select round(sum(time_to_value_sum)::numeric / nullif(sum(time_to_value_known), 0), 2) from done),
    'averageOnboardingDuration', (
        select round(sum(onboarding_sum)::numeric / nullif(sum(onboarding_known), 0), 2) from t),
    'trainingCompletionRate', (
        select round(100.0 * sum(trained) / nullif(sum(customers), 0), 2) from t),
    'onboardingSuccessRate', (
        select round(100.0 * (select sum(customers) from done) / nullif(sum(customers), 0), 2) from t)
)
"""

ADVOCACY = """
with a as (
    select activity_type, status, count(*) as n from advocacy_advocacyactivity group by 1, 2
)
select json_build_object(
    'totalAdvocates', (
        select count(distinct d.customer_id) from advocacy_advocacyactivity d
        join customers_currenthealth h on h.customer_id = d.customer_id and h.status = 'ACTIVE'
        where d.status = 'COMPLETED'),
    'caseStudiesPublished', coalesce((select sum(n) from a
        where activity_type = 'CASE_STUDY' and status = 'COMPLETED'), 0),
    'testimonialsCollected', coalesce((select sum(n) from a
        where activity_type = 'TESTIMONIAL' and status = 'COMPLETED'), 0),
    'referenceCallsCompleted', coalesce((select sum(n) from a
        where activity_type = 'REFERENCE_CALL' and status = 'COMPLETED'), 0),
    'advocacyActivitiesInProgress', coalesce((select sum(n) from a where status = 'IN_PROGRESS'), 0),
    'advocacySuccessRate', (
        select round(100.0 * sum(n) filter (where status = 'COMPLETED') / nullif(sum(n), 0), 2) from a
        where status in ('COMPLETED', 'DECLINED', 'CANCELLED'))
)
"""

# One alert for each way in which a customer's newest score alarms.
ALERTS = """
select coalesce(json_agg(alert.said), '[]') from (
select json_build_object(
    'customerId', c.id, 'customerName', c.name, 'currentScore', h.score,
    'previousScore', h.previous_score, 'healthLevel', h.level, 'trend', h.trend,
    'alertType', kind.name, 'timestamp', h.recorded_at, 'csmId', m.id, 'csmEmail', m.email
) as said
from (
    select * from customers_currenthealth
    where {alerting} and status <> 'CHURNED'
) h
join customers_customer c on c.id = h.customer_id
join customers_successprofile p on p.customer_id = h.customer_id
left join people_person m on m.id = p.csm_id
cross join lateral (values
    (1, 'SIGNIFICANT_DROP', h.previous_score - h.score > 10),
    (2, 'BELOW_THRESHOLD', h.score < 60 and coalesce(h.previous_score, 100) >= 60),
    (3, 'RED_ZONE', h.score < 40)
) as kind(place, name, holds)
where kind.holds and (%(csm)s::uuid is null or p.csm_id = %(csm)s)
order by h.score, c.id, kind.place limit %(limit)s
) alert
""".format(
    alerting="(score < 40 or (score < 60 and previous_score >= 60)"
    " or (score < 60 and previous_score is null) or previous_score > score + 10)"
)


# Customers for whom something speaks, each kind found by an index of its own.
