"""Books of CSMs: shares, warnings and suggestions, worked by hand (1 dedicated, 1 of 5, 1 of 20)."""

from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest

from tenure.customers import actions as customers
from tenure.customers.words import ChurnReason
from tenure.programme.in_force import tiers
from tenure.programme.words import Tier
from tenure.tiering.proposals import propose_csm
from tenure.tiering.queries.books import books, without_csm
from tenure.tiering.rules.books import Book, Wanted, fullness, percent, suggestions
from tests.moments import NOON, TODAY

ENTERPRISE, MID, SMALL, TRIAL = Tier


def book(number=1, name="Ines", industries=None, places=None, **by_tier):
    counts = {Tier(tier): count for tier, count in by_tier.items()}
    return Book(UUID(int=number), name, counts, industries or {}, places or {})


@pytest.mark.parametrize(
    ("counts", "load", "word"),
    [
        ({}, Fraction(0), "ROOM"),
        ({"ENTERPRISE": 1}, Fraction(1), "FULL"),  # full, and not over
        ({"MID_MARKET": 5}, Fraction(1), "FULL"),
        ({"MID_MARKET": 4, "SMALL_BUSINESS": 2}, Fraction(9, 10), "NEARLY"),  # from 90% on
        ({"MID_MARKET": 4, "SMALL_BUSINESS": 1}, Fraction(17, 20), "ROOM"),
        ({"SMALL_BUSINESS": 20}, Fraction(1), "FULL"),
        ({"SMALL_BUSINESS": 21}, Fraction(21, 20), "OVER"),
        ({"ENTERPRISE": 1, "MID_MARKET": 1}, Fraction(6, 5), "OVER"),
        ({"TRIAL": 500}, Fraction(0), "ROOM"),  # nobody looks after them
    ],
)
def test_a_book_is_full_when_its_shares_are_one(counts, load, word):
    told = book(**counts).load(tiers())

    assert told == load
    assert fullness(told, tiers()) == word


def test_what_is_hardly_over_does_not_read_as_full():
    assert [percent(Fraction(n, 1000)) for n in (894, 895, 1000, 1001, 1200)] == [
        "89%", "90%", "100%", "101%", "120%",
    ]  # fmt: skip


def ranked(wanted, *them):
    return [one.name for one in suggestions(wanted, them, tiers())]


def test_who_has_room_comes_first_then_who_fits_then_whose_book_is_emptiest():
    wanted = Wanted(MID, "Life", "TX")
    full = book(1, "Full", {"Life": 5}, {"TX": 5}, MID_MARKET=5)
    knows_tier = book(2, "Tier", MID_MARKET=4)
    knows_place = book(3, "Place", {"Life": 1}, {"TX": 1}, SMALL_BUSINESS=1)
    free, freer = book(4, "Free", SMALL_BUSINESS=2), book(5, "Freer")

    # Two points for the tier, one each for industry and place: equal, so the emptier book counts.
    assert ranked(wanted, full, free, knows_tier, knows_place, freer) == [
        "Place", "Tier", "Freer", "Free", "Full",
    ]  # fmt: skip


def test_where_nobody_has_room_the_least_over_comes_first():
    them = [book(1, "Full", ENTERPRISE=1), book(2, "Half", SMALL_BUSINESS=10)]

    assert ranked(Wanted(ENTERPRISE), *them) == ["Half", "Full"]


def test_reasons_are_told():
    mine = book(1, "Ines", {"Life": 2}, {"TX": 3}, MID_MARKET=3)
    (one,) = suggestions(Wanted(MID, "Life", "TX"), [mine], tiers())

    assert one.reasons == (
        "60% of the book is taken, 80% with this one", "looks after 3 in Mid-market",
        "looks after 2 in Life", "looks after 3 in TX",
    )  # fmt: skip


def test_what_is_not_known_of_a_customer_speaks_for_nobody():
    (one,) = suggestions(Wanted(MID), [book(1, "Ines", {"": 9}, {"": 9}, TRIAL=9)], tiers())

    assert one.fits == 0


def test_who_has_it_already_is_not_asked_for_more_room():
    (one,) = suggestions(Wanted(ENTERPRISE, now_with=UUID(int=1)), [book(ENTERPRISE=1)], tiers())

    assert (one.after, one.has_room) == (Fraction(1), True)


def add(name, csm, by, **fields):
    usual = {"name": name, "annual_contract_value": Decimal(30_000), "industry": "Life"}
    return customers.create_customer(fields=usual | fields, csm=csm, by=by, at=NOON)


def test_books_count_who_is_still_there(alice, bob, mona):
    for name in ("One", "Two"):
        add(name, alice, mona)
    gone = add("Gone", alice, mona)
    customers.end_customer(
        customer=gone, churned_on=TODAY, reason=ChurnReason.PRICE, by=mona, at=NOON
    )

    counts = {one.name: dict(one.by_tier) for one in books()}
    assert counts == {"Alice": {MID: 2}, "Bob": {}}  # Mona leads the team and has no book


def test_the_best_with_room_is_proposed_and_nobody_where_nobody_has(alice, bob, mona):
    fresh = add("Fresh", None, mona)
    add("Known", bob, mona)
    assert propose_csm(fresh).name == "Bob"

    for csm in (alice, bob):
        add("Large", csm, mona, annual_contract_value=Decimal(200_000))
    assert propose_csm(fresh) is None


def test_who_is_promised_a_csm_and_has_none_is_found(alice, mona):
    add("Alone", None, mona)
    add("Kept", alice, mona)
    add("Self-served", None, mona, annual_contract_value=Decimal(0))
    assert [one.name for one in without_csm(tiers())] == ["Alone"]

    type(alice).objects.filter(id=alice.id).update(is_active=False)
    assert {one.name for one in without_csm(tiers())} == {"Alone", "Kept"}
