"""What was done in the product."""

from collections import deque
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from tenure.demo import cast
from tenure.demo.customer import DemoCustomer
from tenure.demo.files.rows import Rows

COLUMNS = (
    "customer_external_id,day,feature,active_users,active_users_7_days,active_users_28_days,"
    "logins,uses,seconds,errors"
)


def usage(customer: DemoCustomer, today: date) -> Rows:
    """A row a day for the product, and one for each feature that was used on a working day."""
    random = Random(customer.number + 2)
    day = max(customer.joined_on, customer.begin)
    order = list(cast.FEATURES)
    random.shuffle(order)
    days: deque[int] = deque(maxlen=28)
    while day < today and customer.is_customer_on(day):
        level = min(max(customer.engagement(day) * random.gauss(1, 0.06), 0.0), 1.0)
        works = day.weekday() < 5
        share = (0.05 + 0.85 * level) * (1 if works else 0.12)
        active = min(customer.seats, round(customer.seats * share * random.uniform(0.88, 1.06)))
        if level < 0.1 and random.random() > level * 8:
            active = 0
        days.append(active)
        if active or works:
            logins = round(active * (0.5 + 0.95 * level) * random.uniform(0.85, 1.15))
            seconds = round(active * 60 * (3 + 28 * level) * random.uniform(0.85, 1.15))
            errors = random.randint(0, 3 + active // 20)
            people = _different(days, 7, customer.seats), _different(days, 28, customer.seats)
            yield customer.external_id, day, "", active, *people, logins, "", seconds, errors
        if works and active:
            known = order[: max(1, round(len(order) * (0.2 + 0.75 * level)))]
            for feature in random.sample(known, max(1, round(len(known) * 0.55))):
                uses = random.randint(1, 4 * active)
                yield customer.external_id, day, feature, "", "", "", "", uses, "", ""
        day += timedelta(days=1)


def _different(days: Sequence[int], count: int, seats: int) -> int:
    """People of so many days: those of the fullest one, and of the others the more the longer it is."""
    most = max(list(days)[-count:])
    return most + round((seats - most) * most / seats * (0.3 if count == 7 else 0.55))
