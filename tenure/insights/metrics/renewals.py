"""Which contracts that came to their end were renewed, when, and for how much."""

from tenure.insights.metrics.rule import Rule, share

# Contracts that came to their end in the time, without those that an amendment took the place of; the
# next one begins within the gap that the programme allows.
FROM = """
from contracts_contract k
left join lateral (
    select n.id, n.created_at, n.follows_as, n.annual_value from contracts_contract n
    where n.customer_id = k.customer_id and not n.is_trial and n.starts_on > k.ends_on
        and n.starts_on <= k.ends_on + 1 + %(gap)s order by n.starts_on limit 1
) n on true
where k.ends_on >= %(first)s and k.ends_on < %(until)s and not k.is_trial
    and not exists (select from contracts_contract a where a.follows_id = k.id and a.follows_as = 'AMENDMENT')
"""
DUE = f"select k.customer_id, {{made}} {FROM} group by 1 having count({{known}}) > 0"
RENEWED = DUE.format(made="count(n.created_at), count(*)", known="*")
EARLY = DUE.format(
    made="count(*) filter (where n.created_at::date <= k.ends_on - %(early)s and n.follows_as = 'RENEWAL'), "
    "count(*) filter (where n.follows_as = 'RENEWAL')",
    known="n.follows_as",
)
# One contract may follow on several: then each brings its part of it.
BASE = f"""
select customer_id, {{kept}}, sum(due) from (
    select k.customer_id, k.annual_value as due,
        coalesce(n.annual_value / count(*) over (partition by k.customer_id, n.id), 0) as kept {FROM}
) d group by 1 having sum(due) > 0
"""
ON = "Only contracts that came to their end in the time: who could not leave yet is in neither part"
RULES: tuple[Rule, ...] = (
    share("renewal", RENEWED),
    share("early_renewal", EARLY),
    share("nrr_renewals", BASE.format(kept="sum(kept)"), title="NRR on a renewal base", unit="percent",
          variant_of="nrr", in_money=True, says=ON),
    share("grr_renewals", BASE.format(kept="least(sum(kept), sum(due))"), unit="percent",
          title="GRR on a renewal base", variant_of="grr", in_money=True, says=ON),
)  # fmt: skip
