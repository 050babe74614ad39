"""Who asked for help, how fast it came, and whether it helped."""

from datetime import date, datetime, time, timedelta
from math import exp
from random import Random

from tenure.demo import cast
from tenure.demo.customer import DemoCustomer
from tenure.demo.files.rows import Rows
from tenure.programme.words import Tier

COLUMNS = (
    "external_id,customer_external_id,subject,priority,opened_at,closed_at,"
    "first_response_minutes,satisfaction,customer_replies,is_escalated"
)
A_MONTH = {
    Tier.ENTERPRISE: 4.0,
    Tier.MID_MARKET: 2.2,
    Tier.SMALL_BUSINESS: 0.9,
    Tier.TRIAL: 0.6,
}


def tickets(customer: DemoCustomer, today: date) -> Rows:
    random, writing = Random(customer.number + 3), Random(customer.number + 7)
    day, number = max(customer.joined_on, customer.begin), 0
    while day < today and customer.is_customer_on(day):
        mood = customer.satisfaction(day)
        rate = A_MONTH[customer.tier] * (1.7 - mood) / 30
        if random.random() < 1 - exp(-rate):
            number += 1
            opened = datetime.combine(day, time(random.randint(7, 18), random.randint(0, 59)))
            priority = random.choices(("P1", "P2", "P3", "P4"), (1, 3, 6, 4))[0]
            patience = {"P1": 0.5, "P2": 0.8}.get(priority, 1.6)
            hours = random.uniform(2, 30) * (2.4 - 1.6 * mood) * patience
            closed = opened + timedelta(hours=hours)
            rated = random.random() < 0.55
            rating = min(5, max(1, round(random.gauss(1.4 + 3.6 * mood, 0.6))))
            yield (
                f"{customer.external_id}-S{number}", customer.external_id,
                random.choice(cast.TICKET_SUBJECTS), priority, opened.isoformat(),
                closed.isoformat() if closed.date() < today else "",
                _answered(round(random.uniform(5, 240)), closed.date() < today or number % 3 == 0),
                rating if rated else "", _replies(writing, mood), random.random() < 0.32 * (1 - mood),
            )  # fmt: skip
        day += timedelta(days=1)


def _replies(random: Random, mood: float) -> int | str:
    """Most are helped at once; who is discontent writes again. Who telephones is not counted."""
    if random.random() < 0.07:
        return ""
    if random.random() < 0.58 + 0.26 * mood:
        return 0
    return random.choices((1, 2, 3), (6, 3, 1))[0]


def _answered(minutes: int, known: bool) -> int | str:
    """Some of those that are open still wait for their first answer."""
    return minutes if known else ""
