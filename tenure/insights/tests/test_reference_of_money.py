"""Random months against loops over the same contracts: who stays, who goes, who renews, who buys more."""

from datetime import date, timedelta

import pytest

from tenure.contracts.models import Contract
from tenure.customers.models import ChurnEvent
from tenure.expansion.models import Opportunity
from tenure.insights.tests.making import told, value
from tenure.insights.tests.world import FIRST, LAST, here, share

BEFORE = FIRST - timedelta(days=1)
A_YEAR_BEFORE = LAST - timedelta(days=365)


def paid(one, day, held):
    """What runs on a day; a contract that ends goes on until the next one of the customer if that
    begins within 30 days."""
    own = [k for k in held if k.customer_id == one.id]
    total = 0
    for k in own:
        last = k.ends_on or date.max
        if last < day and not any(
            o.starts_on <= last + timedelta(days=1) and (o.ends_on or date.max) > last for o in own
        ):
            next_ = min((o.starts_on for o in own if o.starts_on > last), default=None)
            if next_ and (next_ - last).days - 1 <= 30:
                last = next_ - timedelta(days=1)
        total += k.annual_value if k.starts_on <= day <= last else 0
    return total


def moved(some, since):
    """What each paid at the start, if anything, and at the end of the month."""
    held = list(Contract.objects.all())
    found = [(float(paid(one, since, held)), float(paid(one, LAST, held))) for one in some]
    return [(start, end) for start, end in found if start]


def test_retention_agrees(some):
    found = moved(some, BEFORE)
    start = sum(before for before, _ in found)

    assert value("nrr") == pytest.approx(100 * sum(end for _, end in found) / start)
    assert told("grr") == pytest.approx(100 * sum(min(m) for m in found) / start)
    assert told("churn") == pytest.approx(share(end == 0 for _, end in found))
    assert told("retention") == pytest.approx(share(end > 0 for _, end in found))
    lost = sum(before for before, end in found if end == 0)
    assert told("revenue_churn") == pytest.approx(100 * lost / start)


def test_a_year_agrees(some):
    found = moved(some, A_YEAR_BEFORE)
    more = sum(max(0, end - start) for start, end in found)
    stayed, left = [start for start, end in found if end], sum(end == 0 for _, end in found)

    assert value("expansion_revenue") == pytest.approx(100 * more / sum(s for s, _ in found))
    assert told("clv") == (pytest.approx(sum(stayed) / left) if left else None)


def followers(old):
    """The contracts that begin after it, soon enough, the first one first."""
    own = Contract.objects.filter(customer=old.customer, starts_on__gt=old.ends_on)
    return list(own.filter(starts_on__lte=old.ends_on + timedelta(days=31)).order_by("starts_on"))


def test_renewals_agree(some):
    due = [
        one for one in Contract.objects.filter(ends_on__range=(FIRST, LAST))
        if not one.followed_by.filter(follows_as="AMENDMENT").exists()
    ]  # fmt: skip
    renewed = [(old, followers(old)[0]) for old in due if followers(old)]
    renewals = [(old, new) for old, new in renewed if new.follows_as == "RENEWAL"]
    early = [new.created_at.date() <= old.ends_on - timedelta(days=30) for old, new in renewals]

    assert value("renewal") == (pytest.approx(100 * len(renewed) / len(due)) if due else None)
    assert told("early_renewal") == (pytest.approx(share(early)) if early else None)


def test_first_years_agree(some):
    expanded = []
    for one in some:
        ended = one.contract_starts_on + timedelta(days=364)
        base, later = (
            sum(k.annual_value for k in one.contracts.all() if k.runs_on(day))
            for day in (one.contract_starts_on + timedelta(days=30), ended)
        )
        if A_YEAR_BEFORE <= ended < LAST and base:
            expanded.append(later > base)

    assert value("expansion_rate") == (pytest.approx(share(expanded)) if expanded else None)


def test_growth_agrees(some):
    year = Opportunity.objects.filter(ended_on__gt=A_YEAR_BEFORE, ended_on__lte=LAST)

    def bought(*kinds):
        who = set(year.filter(growth__in=kinds).values_list("customer_id", flat=True))
        return share(one.id in who for one in here(some))

    assert value("upsell") == pytest.approx(bought("SEATS", "TIER"))
    assert told("cross_sell") == pytest.approx(bought("PRODUCT"))


def test_reasons_of_churn_agree(some):
    left = ChurnEvent.objects.filter(churned_on__range=(FIRST, LAST), customer__in=here(some))
    gone = left.count()

    assert value("churn_reasons") == (gone if ChurnEvent.objects.exists() else None)
