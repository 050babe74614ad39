"""A dozen customers by dice: of each this and that is known, and of some nothing."""

from datetime import UTC, date, datetime, time, timedelta
from statistics import mean

from tenure.advocacy.models import AdvocacyActivity
from tenure.customers.models import Customer, SuccessProfile
from tenure.health.models import HealthScore
from tenure.insights.tests.making import DAY, OCTOBER, answer, used
from tenure.onboarding.models import ValueEntry
from tenure.plans.models import Measurement, Objective, SuccessPlan
from tenure.requests.models import Request
from tenure.support.models import Ticket
from tenure.work.models import Touchpoint
from tests.moments import NOON

FIRST, LAST = OCTOBER.first, OCTOBER.last


def share(found):
    found = list(found)
    return 100 * mean(found) if found else None


def here(some):
    """Those who are customers at the end of the month."""
    return [one for one in some if one.customer_since.date() <= LAST]


def a_day(dice, around: date = LAST, before: int = 60, after: int = 10) -> date:
    return around + timedelta(days=dice.randint(-before, after))


def a_moment(dice, **around) -> datetime:
    return datetime.combine(a_day(dice, **around), time(dice.randint(0, 23), 30), UTC)


def say(one, dice):
    answer(one, "NPS", *(dice.randint(0, 10) for _ in range(3)))
    answer(one, "CSAT", *(dice.randint(1, 5) for _ in range(3)))
    answer(one, "CES", *(dice.randint(1, 7) for _ in range(2)))
    answer(one, "PRODUCT", *(dice.randint(1, 5) for _ in range(dice.randint(0, 2))))


def ask(one, dice):
    for _ in range(dice.randint(1, 4)):
        Ticket.objects.create(
            customer=one, opened_at=DAY, closed_at=DAY + timedelta(hours=dice.randint(1, 99)),
            satisfaction=dice.choice([None, 1, 3, 4, 5]), customer_replies=dice.choice([None, 0, 0, 2]),
            created_at=NOON,
        )  # fmt: skip


def hurry(one, dice):
    """Tickets of the highest priorities, some without an answer or an end."""
    for _ in range(dice.randint(1, 5)):
        opened = a_moment(dice, before=45)
        Ticket.objects.create(
            customer=one, opened_at=opened, priority=dice.choice(["P1", "P2"]), created_at=NOON,
            first_response_minutes=dice.choice([None, dice.randint(1, 3_000)]),
            closed_at=dice.choice([None, opened + timedelta(hours=dice.randint(1, 300))]),
            customer_replies=dice.choice([None, 0, 1, 5]),
        )  # fmt: skip


def work(one, dice):
    for n in dice.sample(range(40), 9):
        used(one, LAST - timedelta(days=n), active_users=dice.randint(1, 9), logins=dice.randint(1, 9),
             seconds=dice.randint(60, 9999), active_users_7_days=dice.choice([None, 0, 9, 12]),
             active_users_28_days=dice.choice([None, 0, 14, 30]))  # fmt: skip
    for n in dice.sample(range(40), 9):
        name = dice.choice(["Leads", "Routing", "Reports"])
        used(one, LAST - timedelta(days=n), name, uses=dice.choice([0, 1, 7]))


def train(one, dice):
    of = dice.randint(1, 50)
    told = {"total_users": of, "users_trained": dice.randint(0, of)}
    SuccessProfile.objects.filter(customer=one).update(**told)


def feel(one, dice):
    for at in {a_moment(dice) for _ in range(dice.randint(1, 4))}:
        HealthScore.objects.create(customer=one, recorded_at=at, score=dice.randint(0, 100),
                                   level="GOOD", trend="STABLE")  # fmt: skip


def gain(one, dice):
    signed = a_day(dice, before=90, after=0)
    Customer.objects.filter(id=one.id).update(contract_starts_on=signed)
    for _ in range(dice.randint(0, 3)):
        ValueEntry.objects.create(
            customer=one, what="x", amount=dice.choice([None, 500, 2_000]),
            unit=dice.choice(["$", "USD", "hours"]), achieved_on=signed + timedelta(days=dice.randint(-3, 60)),
        )  # fmt: skip


def aim(one, dice):
    plan = SuccessPlan.objects.create(customer=one, title="x", starts_on=date(2026, 1, 1))
    goal = Objective.objects.create(plan=plan, title="x", metric="roi", baseline=0, target=100)
    for _ in range(dice.randint(0, 3)):
        Measurement.objects.create(objective=goal, measured_on=a_day(dice), measured_by="x",
                                   value=dice.randint(0, 200))  # fmt: skip


def touch(one, dice):
    for _ in range(dice.randint(1, 5)):
        at = a_moment(dice)
        state = dice.choice([{"state": "HELD", "happened_at": at},
                             {"state": "PLANNED", "planned_on": at.date()}])  # fmt: skip
        Touchpoint.objects.create(customer=one, kind="CALL", subject="x", created_at=NOON, **state)


def favour(one, dice):
    for _ in range(dice.randint(1, 3)):
        AdvocacyActivity.objects.create(
            customer=one, activity_type=dice.choice(["REFERENCE_CALL", "CASE_STUDY"]), title="x",
            status=dice.choice(["COMPLETED", "COMPLETED", "DECLINED"]),
            happens_on=a_day(dice, before=500), case_study_url=dice.choice(["", "https://x.example"]),
        )  # fmt: skip


def wish(one, dice):
    for _ in range(dice.randint(1, 4)):
        day = a_day(dice)
        heard = datetime.combine(day, time(9), UTC) + timedelta(days=dice.randint(0, 30))
        Request.objects.create(
            customer=one, title="x", theme=dice.choice(["Reports", "Routing"]), asked_on=day,
            **dice.choice([{}, {"state": "PLANNED", "acknowledged_at": heard},
                           {"state": "DELIVERED", "acknowledged_at": heard, "ended_at": heard}]),
        )  # fmt: skip


FACTS = (say, ask, hurry, work, train, feel, gain, aim, touch, favour, wish)
