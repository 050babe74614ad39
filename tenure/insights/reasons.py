"""Why customers left in a period: how many for each reason."""

from dataclasses import dataclass

from tenure.customers.words import ChurnReason
from tenure.foundation.database.prepared import all_rows
from tenure.insights.figure import Scope
from tenure.insights.periods import Period

CODE = "churn_reasons"
# Of the same customers and scope as the figure: those of the period's rows.
REASONS = """
select e.reason, count(*) from customers_churnevent e
join insights_periodmetrics m on m.customer_id = e.customer_id and m.period_type = %(kind)s and m.period = %(period)s
    and m.parts ? %(code)s
where e.churned_on >= %(first)s and e.churned_on <= %(last)s
    and (%(tier)s::text is null or m.tier = %(tier)s) and (%(csm)s::uuid is null or m.csm_id = %(csm)s)
group by 1 order by 2 desc, 1
"""


@dataclass(frozen=True)
class Counted:
    reason: ChurnReason
    count: int
    percent: float

    @property
    def title(self) -> str:
        return self.reason.label


def reasons(period: Period, scope: Scope) -> list[Counted]:
    """The most frequent first; their counts sum up to the figure."""
    rows = all_rows(REASONS, {
        "code": CODE, "kind": period.kind.value, "period": period.code, "first": period.first,
        "last": period.last, "tier": scope.tier.value if scope.tier else None, "csm": scope.csm,
    })  # fmt: skip
    total = sum(count for _, count in rows)
    return [Counted(ChurnReason(code), count, 100 * count / total) for code, count in rows]
