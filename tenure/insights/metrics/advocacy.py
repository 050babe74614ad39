"""What happy customers do for us."""

from tenure.insights.metrics.rule import Rule, share

HERE = """
select c.id, case when exists (
    select from advocacy_advocacyactivity a where a.customer_id = c.id and a.status = 'COMPLETED'
        and a.activity_type = '{kind}' and a.happens_on >= %(first)s and a.happens_on < %(until)s
) then 1 else 0 end, 1
from customers_customer c join stood s on s.customer_id = c.id and s.tier <> 'TRIAL'
where c.customer_since < %(until)s and (c.churned_on is null or c.churned_on >= %(until)s)
    and exists (select from advocacy_advocacyactivity)
"""
PUBLISHED = """
select c.id, count(a.id), 1 from customers_customer c
left join advocacy_advocacyactivity a on a.customer_id = c.id and a.activity_type = 'CASE_STUDY'
    and a.status = 'COMPLETED' and a.case_study_url <> '' and a.happens_on < %(until)s
where c.customer_since < %(until)s and exists (select from advocacy_advocacyactivity)
group by 1
"""
# New customers whose lead says where it came from.
REFERRED = """
select c.id, case when l.source ilike '%%referr%%' then 1 else 0 end, 1
from customers_customer c join customers_lead l on l.id = c.lead_id and l.source <> ''
where c.customer_since >= %(first)s and c.customer_since < %(until)s
"""
IN_A_GROUP = """
select c.id, case when exists (
    select from advocacy_member m join advocacy_group g on g.id = m.group_id and g.kind = 'USER_GROUP'
    where m.customer_id = c.id and m.joined_on < %(until)s and (m.left_on is null or m.left_on >= %(until)s)
) then 1 else 0 end, 1
from customers_customer c join stood s on s.customer_id = c.id and s.tier <> 'TRIAL'
where c.customer_since < %(until)s and (c.churned_on is null or c.churned_on >= %(until)s)
    and exists (select from advocacy_group where kind = 'USER_GROUP' and created_at < %(until)s)
"""
MET = """
select m.customer_id, {numerator}, {denominator}
from advocacy_groupmeeting k
join advocacy_group g on g.id = k.group_id and g.kind = 'USER_GROUP'
join advocacy_member m on m.id = any(k.invited)
where k.held_on >= %(first)s and k.held_on < %(until)s
group by 1
"""
CONTRIBUTED = MET.format(
    numerator="count(distinct m.id) filter (where m.id = any(k.contributed))",
    denominator="count(distinct m.id)",
)
CAME = MET.format(numerator="count(*) filter (where m.id = any(k.came))", denominator="count(*)")
RULES: tuple[Rule, ...] = (
    share("reference_rate", HERE.format(kind="REFERENCE_CALL"), back_days=365),
    share("case_study_rate", HERE.format(kind="CASE_STUDY"), back_days=365),
    Rule(code="case_studies", facts=PUBLISHED, factor=1, is_count=True),
    share("referral_rate", REFERRED, back_days=365),
    share("community_members", IN_A_GROUP),
    share("community_contributors", CONTRIBUTED),
    share("community_attendance", CAME),
)
