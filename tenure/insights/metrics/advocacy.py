"""What happy customers do for us."""

from tenure.insights.metrics.rule import Rule, share, unknown

HERE = """
select c.id, case when exists (
    select from advocacy_advocacyactivity a where a.customer_id = c.id and a.status = 'COMPLETED'
        and a.activity_type = '{kind}' and a.happens_on >= %(first)s and a.happens_on < %(until)s
) then 1 else 0 end, 1
from customers_customer c
where c.customer_since < %(until)s and (c.churned_on is null or c.churned_on >= %(until)s) and c.tier <> 'TRIAL'
    and exists (select from advocacy_advocacyactivity)
"""
PUBLISHED = """
select customer_id, count(*), 1 from advocacy_advocacyactivity
where activity_type = 'CASE_STUDY' and status = 'COMPLETED' and case_study_url <> '' and happens_on < %(until)s
group by 1
"""
COMMUNITY = "who is a member of a user group, who spoke and who came"
RULES: tuple[Rule, ...] = (
    share("reference_rate", HERE.format(kind="REFERENCE_CALL"), back_days=365),
    share("case_study_rate", HERE.format(kind="CASE_STUDY"), back_days=365),
    Rule(code="case_studies", facts=PUBLISHED, factor=1, is_count=True),
    unknown("referral_rate", "through whom a new customer came"),
    unknown("community_members", COMMUNITY),
    unknown("community_contributors", COMMUNITY),
    unknown("community_attendance", COMMUNITY),
)
