"""What was done in the product."""

from datetime import date, timedelta
from random import Random

from tenure.demo import cast
from tenure.demo.customer import DemoCustomer
from tenure.demo.files.rows import Rows

COLUMNS = "customer_external_id,day,feature,active_users,logins,uses,seconds,errors"


def usage(customer: DemoCustomer, today: date) -> Rows:
    """A row a day for the product, and one for each feature that was used on a working day."""
    random = Random(customer.number + 2)
    day = max(customer.joined_on, customer.begin)
    order = list(cast.FEATURES)
    random.shuffle(order)
    while day < today and customer.is_customer_on(day):
        level = min(max(customer.engagement(day) * random.gauss(1, 0.06), 0.0), 1.0)
        works = day.weekday() < 5
        share = (0.05 + 0.85 * level) * (1 if works else 0.12)
        active = min(customer.seats, round(customer.seats * share * random.uniform(0.88, 1.06)))
        if level < 0.1 and random.random() > level * 8:
            active = 0
        if active or works:
            logins = round(active * (0.5 + 0.95 * level) * random.uniform(0.85, 1.15))
            seconds = round(active * 60 * (3 + 28 * level) * random.uniform(0.85, 1.15))
            errors = random.randint(0, 3 + active // 20)
            yield customer.external_id, day, "", active, logins, "", seconds, errors
        if works and active:
            known = order[: max(1, round(len(order) * (0.2 + 0.75 * level)))]
            for feature in random.sample(known, max(1, round(len(known) * 0.55))):
                uses = random.randint(1, 4 * active)
                yield customer.external_id, day, feature, "", "", uses, "", ""
        day += timedelta(days=1)
