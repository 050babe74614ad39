"""What the benchmark of scoring scores: rounds read from a table of readings, and one customer."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

AT = datetime(2026, 11, 21, 5, tzinfo=UTC)
CUSTOMERS_AT_ONCE = 5_000


def rows() -> Iterator[list[Any]]:
    """Some thousand customers after the other, with what was measured of them."""
    last = None
    while found := read_after(last):
        yield found
        last = found[-1][0]


def read_after(last: Any) -> list[Any]:
    from django.db import connection

    after = "where customer_id > %s" if last else ""
    with connection.cursor() as cursor:
        cursor.execute(
            "select customer_id, tier, days, measured from bench_measured "
            f"{after} order by customer_id limit {CUSTOMERS_AT_ONCE}", [last] if last else None,
        )  # fmt: skip
        return list(cursor.fetchall())


def round_of(found: list[Any]) -> Any:
    """A round that is ready to be written."""
    import numpy as np

    from tenure.health import rules, scorecards
    from tenure.health.queries import as_numbers
    from tenure.health.rounds import Round
    from tenure.programme.words import Tier

    row = scorecards.row_in_force()
    card, many = scorecards.card_with(row.version), len(found)
    ids, tiers, days, readings = zip(*found, strict=True)
    measured = as_numbers(readings, len(card.measures))
    kinds = [Tier(tier) for tier in tiers]
    scores = rules.score(measured, kinds, card)
    fresh = np.zeros_like(measured), np.full(len(card.measures), 30.0)
    return Round(
        ids=ids, ats=[AT] * many, days=[AT.date()] * many, tiers=kinds,
        days_to_renewal=np.array(days, dtype=float), card=card, scorecard=row,
        measured=measured, scores=scores, by="benchmark",
        confidence=rules.confidence(scores, *fresh, card, kinds),
    )  # fmt: skip


def time_one() -> None:
    """One customer alone: arithmetic, and all with the database."""
    import numpy as np
    from django.utils import timezone

    from tenure.customers.models import Customer
    from tenure.foundation.audit.trail import Machine
    from tenure.health import actions, rules
    from tenure.programme.in_force import scorecard
    from tenure.programme.words import Tier

    measured, card = np.full((1, 16), 50.0), scorecard()
    began = time.perf_counter()
    for _ in range(200):
        rules.score(measured, [Tier.MID_MARKET], card)
    arithmetic = (time.perf_counter() - began) / 200
    some = list(Customer.objects.all()[:100])
    began = time.perf_counter()
    for customer in some:
        actions.score_customer(customer=customer, by=Machine("benchmark"), at=timezone.now())
    whole = (time.perf_counter() - began) / len(some)
    print(f"one customer: {1000 * arithmetic:.2f} ms of arithmetic, {1000 * whole:.1f} ms with "
          "gathering, database and trail")  # fmt: skip
