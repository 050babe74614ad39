"""Random months against loops over the same rows, written from the definitions alone."""

import random
from datetime import date, timedelta
from statistics import mean

import pytest

from tenure.contracts.models import Contract
from tenure.customers import actions as customers
from tenure.customers.models import Customer, SuccessProfile
from tenure.insights.tests.making import DAY, OCTOBER, SINCE, answer, contract, told, used, value
from tenure.support.models import Ticket
from tenure.surveys.models import SurveyAnswer
from tenure.usage.models import DailyUsage
from tests.moments import NOON

FIRST, LAST = OCTOBER.first, OCTOBER.last
BEFORE = FIRST - timedelta(days=1)


@pytest.fixture(params=range(4))
def some(mona, request):
    """A dozen customers of whom this and that is known, and of some nothing."""
    dice = random.Random(request.param)
    made = [
        customers.create_customer(fields={"name": f"C{n}"}, by=mona, at=NOON) for n in range(12)
    ]
    Customer.objects.update(customer_since=SINCE, tier="SMALL_BUSINESS")
    for one in made:
        for fact in (say, sign, ask, work, train):
            if dice.random() < 0.7:
                fact(one, dice)
    return made


def say(one, dice):
    answer(one, "NPS", *(dice.randint(0, 10) for _ in range(3)))
    answer(one, "CSAT", *(dice.randint(1, 5) for _ in range(3)))
    answer(one, "CES", *(dice.randint(1, 7) for _ in range(2)))


def sign(one, dice):
    for _ in range(dice.randint(1, 3)):
        first = date(2025, 1, 1) + timedelta(days=dice.randint(0, 700))
        last = first + timedelta(days=dice.randint(100, 600))
        contract(one, first, dice.choice([None, last]), dice.randint(1, 99) * 100, seats=10)


def ask(one, dice):
    for _ in range(dice.randint(1, 4)):
        Ticket.objects.create(
            customer=one, opened_at=DAY, closed_at=DAY + timedelta(hours=dice.randint(1, 99)),
            satisfaction=dice.choice([None, 1, 3, 4, 5]), created_at=NOON,
        )  # fmt: skip


def work(one, dice):
    for n in dice.sample(range(28), 6):
        used(one, date(2026, 10, 4 + n), active_users=dice.randint(1, 9), logins=dice.randint(1, 9),
             seconds=dice.randint(60, 9999))  # fmt: skip


def train(one, dice):
    of = dice.randint(1, 50)
    SuccessProfile.objects.filter(customer=one).update(
        total_users=of, users_trained=dice.randint(0, of)
    )


def share(found):
    found = list(found)
    return 100 * mean(found) if found else None


def scores(kind):
    return list(SurveyAnswer.objects.filter(kind=kind).values_list("score", flat=True))


def test_answers_agree(some):
    nps = scores("NPS")
    assert value("nps") == pytest.approx(share((one >= 9) - (one <= 6) for one in nps))
    assert told("csat") == pytest.approx(share(one >= 4 for one in scores("CSAT")))
    assert told("csat_mean") == pytest.approx(mean(scores("CSAT")))
    assert told("ces") == pytest.approx(mean(scores("CES")))


def test_tickets_and_training_agree(some):
    rated = Ticket.objects.exclude(satisfaction=None).values_list("satisfaction", flat=True)
    trained = SuccessProfile.objects.exclude(total_users=None)
    ready = sum(one.users_trained for one in trained) / sum(one.total_users for one in trained)

    assert value("support_satisfaction") == pytest.approx(share(one >= 4 for one in rated))
    assert told("ticket_volume") == pytest.approx(Ticket.objects.count() / 12 / (31 / 30.4375))
    assert told("activation") == pytest.approx(100 * ready)


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


def test_retention_agrees(some):
    held = list(Contract.objects.all())
    moved = [(paid(one, BEFORE, held), paid(one, LAST, held)) for one in some]
    moved = [(start, end) for start, end in moved if start]
    start = sum(before for before, _ in moved)

    assert value("nrr") == pytest.approx(float(100 * sum(end for _, end in moved) / start))
    assert told("grr") == pytest.approx(float(100 * sum(min(m) for m in moved) / start))
    assert told("churn") == pytest.approx(share(end == 0 for _, end in moved))


def test_use_agrees(some):
    since = LAST - timedelta(days=27)
    rows = list(DailyUsage.objects.filter(day__range=(since, LAST)))
    peaks = {
        one.id: max((r.active_users for r in rows if r.customer_id == one.id), default=None)
        for one in some
    }
    seats = {
        one.id: sum(k.seats for k in one.contracts.all()
                    if k.starts_on <= LAST and (k.ends_on is None or k.ends_on >= LAST))
        for one in some
    }  # fmt: skip
    known = [id for id in peaks if peaks[id] is not None and seats[id]]
    expected = 100 * sum(peaks[id] for id in known) / sum(seats[id] for id in known)

    assert value("mau") == pytest.approx(expected)
    spent, logins = sum(r.seconds for r in rows) / 60, sum(r.logins for r in rows)
    assert told("session_duration") == pytest.approx(spent / logins)
