"""How figures and days read, and addresses that keep what a page shows."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import timezone

from tenure.foundation.web.templatetags import saying


@pytest.mark.parametrize(
    ("filter_", "given", "words"),
    [
        (saying.money, Decimal("212400.00"), "$212,400"),
        (saying.money, Decimal("-3.5"), "−$3.50"),
        (saying.money, None, "unknown"),
        (saying.money_short, 999, "$999"),
        (saying.money_short, 999_499, "$999k"),
        (saying.money_short, 999_500, "$1.00M"),
        (saying.money_short, -2_500_000, "−$2.50M"),
        (saying.signed, 4, "+4"),
        (saying.signed, -19, "−19"),
        (saying.signed, 0, "0"),
        (saying.signed, None, ""),
        (saying.points, -0.04, "0.0"),
        (saying.points, -1.25, "−1.2"),
        (saying.count, 25_000, "25,000"),
        (saying.count, None, "unknown"),
        (saying.share, 0.125, "12%"),
        (saying.code_words, "person.role_changed", "Person role changed"),
        (saying.day, date(2027, 1, 14), "14 January 2027"),
        (saying.day, None, ""),
        (saying.since, None, "never"),
    ],
)
def test_a_figure_reads_as_people_write_it(filter_, given, words):
    assert filter_(given) == words


@pytest.mark.parametrize(
    ("days", "until", "span"),
    [
        (0, "today", "0 d"),
        (1, "in 1 day", "1 d"),
        (52, "in 52 days", "52 d"),
        (-12, "12 days ago", "12 d ago"),
        (119, "in 119 days", "119 d"),
        (120, "in 120 days", "4 mo"),
        (-730, "730 days ago", "2 y ago"),
    ],
)
def test_a_day_reads_as_a_distance_from_today(days, until, span):
    moment = timezone.localdate() + timedelta(days=days)

    assert (saying.until(moment), saying.span(moment)) == (until, span)


@pytest.mark.parametrize(("days", "is_soon"), [(-1, False), (0, True), (90, True), (91, False)])
def test_soon_is_the_next_quarter(days, is_soon):
    assert saying.is_soon(timezone.localdate() + timedelta(days=days)) is is_soon


@pytest.mark.parametrize(
    ("tag", "address"),
    [
        ("{% with_query level='GOOD' %}", "?q=a%26b&amp;tier=X&amp;level=GOOD"),
        ("{% with_query tier='' %}", "?q=a%26b"),
    ],
)
def test_an_address_keeps_the_filters_and_starts_at_the_first_page(rf, tag, address):
    request = rf.get("/", {"q": "a&b", "tier": "X", "page": "3"})

    told = Template("{% load addresses %}" + tag).render(Context({"request": request}))

    assert told == address
