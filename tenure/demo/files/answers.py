"""What customers answered when they were asked."""

from datetime import date, datetime, time, timedelta
from random import Random

from tenure.demo import cast
from tenure.demo.customer import DemoCustomer
from tenure.demo.files.rows import Rows
from tenure.programme.words import Tier

COLUMNS = "external_id,customer_external_id,kind,score,comment,answered_at"


PRODUCT_EACH_DAYS = (150, 210)


def answers(customer: DemoCustomer, today: date) -> Rows:
    """What was said of us, and now and then of the product alone."""
    yield from _of_us(customer, today)
    yield from _of_the_product(customer, today)


def _of_the_product(customer: DemoCustomer, today: date) -> Rows:
    random = Random(customer.number + 8)
    day = max(customer.joined_on, customer.begin) + timedelta(days=random.randint(30, 120))
    number = 0
    while day < today and customer.is_customer_on(day):
        mood = customer.engagement(day)
        for _ in range(3 if customer.tier == Tier.ENTERPRISE else 1):
            number += 1
            score = min(5, max(1, round(random.gauss(2.2 + 2.6 * mood, 0.7))))
            words = cast.LIKED if score > 3 else cast.MISSED
            yield (f"{customer.external_id}-P{number}", customer.external_id, "PRODUCT", score,
                   random.choice(words), datetime.combine(day, time(14, 0)).isoformat())  # fmt: skip
        day += timedelta(days=random.randint(*PRODUCT_EACH_DAYS))


def _of_us(customer: DemoCustomer, today: date) -> Rows:
    """NPS each quarter and CSAT each other month, from one to three people."""
    random = Random(customer.number + 4)
    number = 0
    day = max(customer.joined_on, customer.begin) + timedelta(days=random.randint(20, 70))
    while day < today and customer.is_customer_on(day):
        mood = customer.satisfaction(day)
        for _ in range(random.choice((1, 1, 2) if customer.tier != Tier.ENTERPRISE else (2, 3))):
            number += 1
            kind = "NPS" if number % 2 else "CSAT"
            score = (
                min(10, max(0, round(random.gauss(10.6 * mood**0.5, 1.2))))
                if kind == "NPS"
                else min(5, max(1, round(random.gauss(1 + 4.2 * mood**0.75, 0.5))))
            )
            words = cast.PRAISE if mood > 0.7 else cast.COMPLAINT
            yield (f"{customer.external_id}-A{number}", customer.external_id, kind, score,
                   random.choice(words), datetime.combine(day, time(11, 0)).isoformat())  # fmt: skip
        day += timedelta(days=random.randint(38, 70))
