"""What the demo's other systems would export: contracts, invoices, usage, tickets, survey answers.

They are written as files and brought in by the import that everybody uses.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from math import exp
from pathlib import Path
from random import Random

from tenure.demo import cast
from tenure.demo.world import DemoCustomer
from tenure.programme.words import Tier

CONTRACT_COLUMNS = (
    "external_id,customer_external_id,name,starts_on,ends_on,annual_value,seats,"
    "billing_period,is_trial,renews_by_itself,ended_by_churn"
)
TICKET_COLUMNS = (
    "external_id,customer_external_id,subject,priority,opened_at,closed_at,"
    "first_response_minutes,satisfaction,is_escalated"
)
type Rows = Iterator[Sequence[object]]


def write_files(customers: Sequence[DemoCustomer], today: date, folder: Path) -> list[Path]:
    """Write all files; answers their paths in the order in which they are to be imported."""
    folder.mkdir(parents=True, exist_ok=True)
    makers: dict[str, tuple[str, Callable[[DemoCustomer, date], Rows]]] = {
        "contracts": (
            CONTRACT_COLUMNS,
            contracts,
        ),
        "invoices": ("external_id,customer_external_id,amount,due_on,paid_on", invoices),
        "usage": (
            "customer_external_id,day,feature,active_users,logins,uses,seconds,errors",
            usage,
        ),
        "tickets": (
            TICKET_COLUMNS,
            tickets,
        ),
        "survey_answers": (
            "external_id,customer_external_id,kind,score,comment,answered_at",
            answers,
        ),
    }
    paths = []
    for name, (header, maker) in makers.items():
        path = folder / f"{name}.csv"
        with path.open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header.split(","))
            for customer in customers:
                writer.writerows(maker(customer, today))
        paths.append(path)
    return paths


def contracts(customer: DemoCustomer, today: date) -> Rows:
    """A contract a year, growing or shrinking on the arc's days; a trial is one open contract."""
    start, number, value, seats = customer.joined_on, 1, customer.annual_value, customer.seats
    if customer.tier == Tier.TRIAL:
        end = customer.left_on or ""
        yield (f"{customer.external_id}-T", customer.external_id, "Trial", start, end, 0, seats,
               "MONTHLY", True, False, bool(customer.left_on))  # fmt: skip
        return
    while start <= today:
        end = start.replace(year=start.year + 1, day=min(start.day, 28)) - timedelta(days=1)
        left = customer.left_on
        ends_by_churn = left is not None and left <= end
        yield (
            f"{customer.external_id}-{number}", customer.external_id,
            f"Lead platform, year {number}", start, left if ends_by_churn else end, value, seats,
            "ANNUAL" if customer.tier == Tier.ENTERPRISE else "MONTHLY", False,
            customer.tier != Tier.ENTERPRISE, ends_by_churn,
        )  # fmt: skip
        if ends_by_churn:
            return
        start, number = end + timedelta(days=1), number + 1
        value, seats = _renewed(customer, start, value, seats)


def _renewed(customer: DemoCustomer, day: date, value: int, seats: int) -> tuple[int, int]:
    grows, shrinks = customer.arc.grows_day, customer.arc.shrinks_day
    if grows is not None and day >= customer.day(grows - 365):
        return int(value * 1.2), int(seats * 1.15) + 1
    if shrinks is not None and day >= customer.day(shrinks - 365):
        return int(value * 0.85), max(1, int(seats * 0.85))
    return value, seats


def invoices(customer: DemoCustomer, today: date) -> Rows:
    random = Random(customer.number + 1)
    if customer.tier == Tier.TRIAL:
        return
    months = 3 if customer.tier == Tier.ENTERPRISE else 1
    late_from = customer.arc.pays_late_from
    due = max(customer.joined_on, customer.begin) + timedelta(days=14)
    number = 0
    while due <= today and customer.is_customer_on(due):
        number += 1
        is_late = random.random() < 0.05 + 0.12 * (1 - customer.satisfaction(due)) or (
            late_from is not None and due >= customer.day(late_from) and random.random() < 0.75
        )
        paid = due + timedelta(days=random.randint(8, 40) if is_late else -random.randint(0, 9))
        yield (f"{customer.external_id}-I{number}", customer.external_id,
               round(customer.annual_value * months / 12, 2), due, paid if paid <= today else "")  # fmt: skip
        due += timedelta(days=30 * months + (1 if number % 2 else 0))


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
                yield (
                    customer.external_id,
                    day,
                    feature,
                    "",
                    "",
                    random.randint(1, 4 * active),
                    "",
                    "",
                )
        day += timedelta(days=1)


def tickets(customer: DemoCustomer, today: date) -> Rows:
    random = Random(customer.number + 3)
    a_month = {
        Tier.ENTERPRISE: 4.0,
        Tier.MID_MARKET: 2.2,
        Tier.SMALL_BUSINESS: 0.9,
        Tier.TRIAL: 0.6,
    }
    day, number = max(customer.joined_on, customer.begin), 0
    while day < today and customer.is_customer_on(day):
        mood = customer.satisfaction(day)
        rate = a_month[customer.tier] * (1.7 - mood) / 30
        if random.random() < 1 - exp(-rate):
            number += 1
            opened = datetime.combine(day, time(random.randint(7, 18), random.randint(0, 59)))
            priority = random.choices(("P1", "P2", "P3", "P4"), (1, 3, 6, 4))[0]
            hours = (
                random.uniform(2, 30)
                * (2.4 - 1.6 * mood)
                * {"P1": 0.5, "P2": 0.8}.get(priority, 1.6)
            )
            closed = opened + timedelta(hours=hours)
            rated = random.random() < 0.55
            rating = min(5, max(1, round(random.gauss(1.4 + 3.6 * mood, 0.6))))
            yield (
                f"{customer.external_id}-S{number}", customer.external_id,
                random.choice(cast.TICKET_SUBJECTS), priority, opened.isoformat(),
                closed.isoformat() if closed.date() < today else "", round(random.uniform(5, 240)),
                rating if rated else "", random.random() < 0.32 * (1 - mood),
            )  # fmt: skip
        day += timedelta(days=1)


def answers(customer: DemoCustomer, today: date) -> Rows:
    """NPS each quarter and CSAT each other month, from one to three people."""
    random = Random(customer.number + 4)
    day, number = (
        max(customer.joined_on, customer.begin) + timedelta(days=random.randint(20, 70)),
        0,
    )
    while day < today and customer.is_customer_on(day):
        mood = customer.satisfaction(day)
        for _ in range(random.choice((1, 1, 2) if customer.tier != Tier.ENTERPRISE else (2, 3))):
            number += 1
            kind = "NPS" if number % 2 else "CSAT"
            score = (
                min(10, max(0, round(random.gauss(2.4 + 7.4 * mood, 1.2))))
                if kind == "NPS"
                else min(5, max(1, round(random.gauss(1.3 + 3.8 * mood, 0.5))))
            )
            words = cast.PRAISE if mood > 0.7 else cast.COMPLAINT
            yield (f"{customer.external_id}-A{number}", customer.external_id, kind, score,
                   random.choice(words), datetime.combine(day, time(11, 0)).isoformat())  # fmt: skip
        day += timedelta(days=random.randint(38, 70))
