"""The statements that keep a period: who stood where at its end, the customers' rows, and their sums."""

STAGE = """
drop table if exists stood, part, used, kept;
create temporary table stood (
    customer_id uuid primary key, tier text not null, csm_id uuid
) on commit drop;
create temporary table part (
    customer_id uuid not null, code text not null, numerator float8, denominator float8
) on commit drop;
create temporary table used (customer_id uuid primary key, uses jsonb not null) on commit drop;
create temporary table kept (customer_id uuid primary key) on commit drop
"""
# Each customer's tier and CSM when the period ended: what the first change afterwards took away. Of one
# that came into Tenure later nothing else is known than what it is now.
STOOD = """
insert into stood
with later as (
    select distinct on (k.subject_type, k.customer_id) k.subject_type, k.customer_id, k.before
    from audit_deed d join audit_change k on k.deed_id = d.id and k.kind = 'changed'
    where d.at >= %(until)s and (
        (k.subject_type = 'customers.customer' and k.before ? 'tier')
        or (k.subject_type = 'customers.successprofile' and k.before ? 'csm_id')
    )
    order by k.subject_type, k.customer_id, d.at, k.id
)
select c.id, coalesce(t.before->>'tier', c.tier),
    case when m.customer_id is null then p.csm_id else (m.before->>'csm_id')::uuid end
from customers_customer c
join customers_successprofile p on p.customer_id = c.id
left join later t on t.customer_id = c.id and t.subject_type = 'customers.customer' and c.created_at < %(until)s
left join later m on m.customer_id = c.id and m.subject_type = 'customers.successprofile' and c.created_at < %(until)s
"""
USED = """
insert into used
select customer_id, jsonb_object_agg(name, uses) from (
    select u.customer_id, f.name, sum(u.uses) as uses from usage_dailyusage u
    join usage_feature f on f.id = u.feature_id and f.name <> ''
    where u.day >= %(first)s and u.day < %(until)s and u.uses > 0 group by 1, 2
) u group by 1;
insert into part (customer_id, code, numerator, denominator) select customer_id, 'row:uses', 1, 1 from used
"""
# What a column of the row is made of; a code that begins with “row:” is no metric and fills one only.
COLUMNS = {
    "lead_volume": "max(p.numerator) filter (where p.code = 'row:leads')",
    "conversion_rate": "max(100 * p.numerator / p.denominator) filter (where p.code = 'row:conversion')",
    "revenue_generated": "max(p.numerator) filter (where p.code = 'row:revenue')",
    "cost_savings": "max(p.numerator) filter (where p.code = 'row:costs')",
    "time_savings_hours": "max(p.numerator) filter (where p.code = 'row:time')",
    "active_users": "max(p.numerator) filter (where p.code = 'mau' and p.numerator <= p.denominator)",
    "total_users": "max(p.denominator) filter (where p.code = 'mau')",
    "login_frequency": "max(p.numerator / nullif(p.denominator, 0)) filter (where p.code = 'login_frequency')",
    "feature_usage": "(select u.uses from used u where u.customer_id = p.customer_id)",
    "nps": "max(100 * p.numerator / p.denominator) filter (where p.code = 'nps')",
    "csat": "max(p.numerator / p.denominator) filter (where p.code = 'csat_mean')",
    "ces": "max(p.numerator / p.denominator) filter (where p.code = 'ces')",
    "support_tickets": "max(p.numerator) filter (where p.code = 'ticket_volume')",
    "ticket_resolution_hours": "max(p.numerator / p.denominator) filter (where p.code = 'row:resolution')",
    "first_response_hours": "max(p.numerator / p.denominator) filter (where p.code = 'row:response')",
    "parts": "jsonb_object_agg(p.code, jsonb_build_array(p.numerator, p.denominator)) filter (where p.code not like 'row:%%')",
    "tier": "s.tier",
    "csm_id": "s.csm_id",
}
ROWS = f"""
with written as (
    insert into insights_periodmetrics (id, customer_id, period, period_type, calculated_at, created_at, updated_at,
        {", ".join(COLUMNS)})
    select new_id(), p.customer_id, %(period)s, %(kind)s, %(at)s, %(at)s, %(at)s,
        {", ".join(COLUMNS.values())}
    from part p join stood s on s.customer_id = p.customer_id
    group by p.customer_id, s.tier, s.csm_id
    on conflict (customer_id, period_type, period) do update set calculated_at = excluded.calculated_at,
        updated_at = excluded.updated_at, {", ".join(f"{name} = excluded.{name}" for name in COLUMNS)}
    returning customer_id
)
insert into kept select customer_id from written
"""
# Each feature by its number: which customers used it in the four weeks up to the end.
FEATURES = """
insert into part (customer_id, code, numerator, denominator)
select h.customer_id, 'feature:' || f.id, count(u.uses) filter (where u.uses > 0)::int::bool::int, 1
from (select distinct customer_id from usage_dailyusage where day >= %(first)s and day < %(until)s) h
cross join usage_feature f
left join usage_dailyusage u on u.customer_id = h.customer_id and u.feature_id = f.id
    and u.day >= %(first)s and u.day < %(until)s
where f.name <> ''
group by 1, 2
"""
GONE = f"""
update insights_periodmetrics m set calculated_at = %(at)s, updated_at = %(at)s,
    {", ".join(f"{name} = null" for name in COLUMNS)}
where m.period_type = %(kind)s and m.period = %(period)s and m.tier is not null
    and not exists (select from kept k where k.customer_id = m.customer_id)
"""
OLD_SUMS = "delete from insights_metrictotal where period_type = %(kind)s and period = %(period)s"
SUMS = """
insert into insights_metrictotal (id, period_type, period, code, tier, csm_id, numerator, denominator,
    customers, calculated_at, created_at, updated_at)
select new_id(), %(kind)s, %(period)s, p.code, s.tier, s.csm_id, sum(p.numerator), sum(p.denominator),
    count(*), %(at)s, %(at)s, %(at)s
from part p join stood s on s.customer_id = p.customer_id
where p.code not like 'row:%%' group by p.code, s.tier, s.csm_id
"""
