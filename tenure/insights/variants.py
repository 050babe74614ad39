"""Other ways to look at a metric, beside it, and what makes the difference."""

from dataclasses import dataclass

from tenure.foundation.database.prepared import first_row
from tenure.insights import figures
from tenure.insights.figure import Figure, Scope
from tenure.insights.metrics import BY_CODE
from tenure.insights.periods import Period
from tenure.revenue.retention import annualised

MIDDLE = """
select percentile_cont(0.5) within group (order by days), percentile_cont(0.9) within group (order by days)
from (
    select (m.parts->'time_to_value'->>0)::float8 as days from insights_periodmetrics m
    where m.period_type = %(kind)s and m.period = %(period)s and m.parts ? 'time_to_value'
        and (%(tier)s::text is null or m.tier = %(tier)s) and (%(csm)s::uuid is null or m.csm_id = %(csm)s)
) d
"""
OTHERS = {
    "nps": ("nps_promoters",), "csat": ("csat_mean",), "csat_mean": ("csat",), "ces": ("ces_agree",),
    "churn": ("revenue_churn", "voluntary_churn", "involuntary_churn"), "retention": ("grr",),
    "nrr": ("grr", "nrr_renewals", "renewal"), "grr": ("nrr", "grr_renewals", "renewal"),
    "nrr_renewals": ("nrr", "renewal"), "grr_renewals": ("grr", "renewal"),
    "first_contact_resolution": ("first_contact_of_all",),
    "mau": ("dau", "stickiness"), "seat_utilisation": ("dau",), "healthy_customers": ("health_score",),
}  # fmt: skip
BY_COUNT = (
    "Contracts count alike, whatever they are worth; only those that came to their end are in it."
)
WHOLE = "All that paid at the start, whether their contract could end in the time or not."
ON_AVERAGE = "The mean of the working days in place of the whole month."
WHY = {
    ("csat", "csat_mean"): "The share hides how good the good answers are; the mean hides how many are bad.",
    ("csat_mean", "csat"): "The mean hides how many are bad; the share counts them.",
    ("retention", "grr"): "Customers count alike there, here by what they pay: large ones weigh more.",
    ("nrr", "grr"): "The same without what was bought more: it cannot pass 100%.",
    ("grr", "nrr"): "The same with what was bought more.",
    ("nrr", "renewal"): BY_COUNT,
    ("grr", "renewal"): BY_COUNT,
    ("nrr_renewals", "nrr"): WHOLE,
    ("grr_renewals", "grr"): WHOLE,
    ("nrr_renewals", "renewal"): BY_COUNT,
    ("grr_renewals", "renewal"): BY_COUNT,
    ("mau", "dau"): ON_AVERAGE,
    ("seat_utilisation", "dau"): ON_AVERAGE,
    ("mau", "stickiness"): "How much of the month's people come on a usual day.",
    ("healthy_customers", "health_score"): "The mean moves with everybody, the share only at the line of 60.",
}  # fmt: skip


@dataclass(frozen=True)
class Variant:
    """`of`: the figure itself, with what it is made of; None where it is no sum over a sum."""

    title: str
    value: float | None
    unit: str
    says: str
    of: Figure | None = None

    @property
    def code(self) -> str:
        return self.of.rule.code if self.of else ""


def variants_of(code: str, period: Period, scope: Scope) -> list[Variant]:
    if code not in OTHERS and code not in ("time_to_value", "churn", "revenue_churn"):
        return []
    told = figures.figures(period, scope)
    found = []
    for other in OTHERS.get(code, ()):
        one, rule = told[other], BY_CODE[other]
        says = WHY.get((code, other)) or rule.says
        found.append(Variant(one.title, one.value, one.unit, says, one))
    if code in ("churn", "revenue_churn"):
        one = told[code]
        days = (period.last - period.first).days + 1
        yearly = annualised(None if one.value is None else one.value / 100, days)
        says = (
            "1 - (1 - c)^(365 / days): twelve times a month would count those who are gone already."
        )
        found.append(
            Variant("The same in a year", None if yearly is None else 100 * yearly, "percent", says)
        )
    if code == "time_to_value":
        found += _spread(period, scope)
    return found


def _spread(period: Period, scope: Scope) -> list[Variant]:
    row = first_row(MIDDLE, {
        "kind": period.kind.value, "period": period.code, "csm": scope.csm,
        "tier": scope.tier.value if scope.tier else None,
    })  # fmt: skip
    middle, late = row or (None, None)
    return [
        Variant(
            "Median", middle, "days", "Half of them were quicker; a few slow ones do not move it."
        ),
        Variant(
            "Nine of ten within",
            late,
            "days",
            "Where it was slow, it was no slower than this for most.",
        ),
    ]
