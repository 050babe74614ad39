"""Retention on a renewal base, and why customers left: worked by hand, and random months against loops."""

from collections import defaultdict
from datetime import date

import pytest

from tenure.contracts.models import Contract
from tenure.customers.models import ChurnEvent
from tenure.insights.figure import Scope
from tenure.insights.reasons import reasons
from tenure.insights.rows import rows_behind
from tenure.insights.tests.making import DAY, OCTOBER, contract, told, value
from tenure.insights.tests.test_reference_of_money import BEFORE, followers, paid
from tenure.insights.tests.world import FIRST, LAST, share

ENDS, NEXT = date(2026, 10, 14), date(2026, 10, 15)


def ending(one, worth):
    return contract(one, date(2025, 10, 15), ENDS, worth)


def test_only_contracts_that_end_are_in_a_renewal_base(two):
    assert value("nrr_renewals") is None
    contract(two[1], date(2025, 1, 1), None, 900)  # could not leave
    assert value("nrr_renewals") is None
    ending(two[0], 100)
    assert (value("nrr_renewals"), told("grr_renewals")) == (0, 0)
    contract(two[0], NEXT, None, 130)
    assert (value("nrr_renewals"), told("grr_renewals")) == (130, 100)
    assert told("nrr") == pytest.approx(103)  # 1,030 of 1,000


def test_one_contract_may_follow_on_two(two):
    ending(two[0], 100)
    ending(two[0], 60)
    contract(two[0], NEXT, None, 140)
    assert (value("nrr_renewals"), told("grr_renewals")) == (87.5, 87.5)


def leave(one, reason):
    contract(one, date(2025, 1, 1), DAY.date(), 100)
    ChurnEvent.objects.create(customer=one, churned_on=DAY.date(), reason=reason)


def test_who_left_by_choice(two):
    assert value("voluntary_churn") is None
    leave(two[0], "PRICE")
    contract(two[1], date(2025, 1, 1), None, 100)
    assert (value("voluntary_churn"), told("involuntary_churn"), told("churn")) == (50, 0, 50)
    ChurnEvent.objects.update(reason="BUSINESS_CHANGE")
    assert (value("voluntary_churn"), told("involuntary_churn")) == (0, 50)
    ChurnEvent.objects.update(reason="UNKNOWN")  # then it is of the other one only that it is known
    assert (value("voluntary_churn"), told("involuntary_churn"), told("churn")) == (0, 0, 50)


def test_reasons_with_their_counts(two, alice):
    assert reasons(OCTOBER, Scope()) == []
    leave(two[0], "PRICE")
    leave(two[1], "PRICE")
    ChurnEvent.objects.create(customer=two[1], churned_on=DAY.date(), reason="SUPPORT")
    ChurnEvent.objects.create(customer=two[1], churned_on=date(2026, 9, 30), reason="PRODUCT")
    assert value("churn_reasons") == 3
    assert [(one.title, one.count) for one in reasons(OCTOBER, Scope())] == [("Price", 2), ("Support", 1)]  # fmt: skip
    assert [(one.title, one.count) for one in reasons(OCTOBER, Scope(csm=alice.id))] == [("Price", 1)]  # fmt: skip


def test_behind_a_count_stand_those_who_count(two, alice):
    leave(two[0], "PRICE")
    assert value("churn_reasons") == 1
    assert [row.name for row in rows_behind("churn_reasons", OCTOBER, Scope(), alice)] == ["Acme"]


def test_renewal_bases_agree(some):
    base, kept = defaultdict(float), defaultdict(float)
    old = [
        one for one in Contract.objects.filter(ends_on__range=(FIRST, LAST))
        if not one.followed_by.filter(follows_as="AMENDMENT").exists()
    ]  # fmt: skip
    for one in old:
        base[one.customer_id] += float(one.annual_value)
    for new in {followers(one)[0] for one in old if followers(one)}:
        kept[new.customer_id] += float(new.annual_value)
    whole, least = sum(base.values()), sum(min(base[one], kept[one]) for one in base)

    assert value("nrr_renewals") == (pytest.approx(100 * sum(kept.values()) / whole) if whole else None)  # fmt: skip
    assert told("grr_renewals") == (pytest.approx(100 * least / whole) if whole else None)


def test_choices_to_leave_agree(some):
    held, known = list(Contract.objects.all()), []
    for one in some:
        last = (
            one.churn_events.filter(churned_on__range=(FIRST, LAST)).order_by("churned_on").last()
        )
        gone = not paid(one, LAST, held)
        if paid(one, BEFORE, held) and (not gone or last):
            known.append(gone)

    assert value("voluntary_churn") == (pytest.approx(share(known)) if known else None)
    assert told("involuntary_churn") == (0 if known else None)  # dice leave for the price only
