"""Scoring as one writes it first: customer by customer, through Django's objects."""

from datetime import timedelta

from benchmarks.rounds import AT


def score_some(customers: int) -> None:
    from django.db import connection

    from tenure.customers.models import Customer

    for customer in Customer.objects.order_by("-id")[:customers]:
        with connection.cursor() as cursor:
            cursor.execute(
                "select measured from bench_measured where customer_id = %s", [customer.id]
            )
            score_customer(customer, cursor.fetchone()[0])


def score_customer(customer, measured) -> None:
    """The same row of history and the same current health that a round writes, headline aside."""
    from django.db import transaction

    from tenure.customers.models import CurrentHealth
    from tenure.health.models import HealthScore
    from tenure.programme.in_force import scorecard
    from tenure.programme.words import Tier

    card, at, tier = scorecard(), AT.replace(hour=4), Tier(customer.tier)
    with transaction.atomic():
        scores = HealthScore.objects.filter(customer=customer).order_by("-recorded_at")
        before = scores.first()
        month = scores.filter(known_until__lte=at.date() - timedelta(days=28)).first()
        scored = [
            None if value is None else on_curve(measure.curve_for(tier), value)
            for measure, value in zip(card.measures, measured, strict=True)
        ]
        total, components = weighted(card, tier, scored)
        level, trend = judged(total, before, card)
        score = HealthScore(
            customer=customer, recorded_at=at, score=total, level=level, trend=trend,
            known_until=at.date(), recorded_by="one by one", **components,
        )  # fmt: skip
        score.save()
        health = CurrentHealth.objects.select_for_update().get(customer=customer)
        health.previous_score, health.score = health.score, total
        health.level, health.trend, health.recorded_at = level, trend, at
        health.month_delta = total - month.score if month else None
        health.save()


def judged(total: int, before, card) -> tuple[str, str]:
    level = next(name for name, least in card.levels.items() if total >= least)
    moved = total - before.score if before else 0
    return level, "IMPROVING" if moved > 5 else "DECLINING" if moved < -5 else "STABLE"


def on_curve(curve, value: float) -> float:
    """The score of a reading: straight between two points, the ends' outside."""
    (left, low), *_ = curve
    if value <= left:
        return low
    for right, high in curve[1:]:
        if value <= right:
            return low + (high - low) * (value - left) / (right - left)
        left, low = right, high
    return low


def weighted(card, tier, scored) -> tuple[int, dict[str, int | None]]:
    """The whole score and those of the components; the weight of what is unknown is shared by what
    is known."""
    places, total, weights, components = iter(scored), 0.0, 0.0, {}
    for component in card.component:
        pairs = [(measure.weight, next(places)) for measure in component.measures]
        known = [(weight, score) for weight, score in pairs if score is not None]
        components[f"{component.code}_score"] = None
        if known:
            own = sum(w * s for w, s in known) / sum(w for w, _ in known)
            components[f"{component.code}_score"] = int(own + 0.5)
            total += component.weight_for(tier) * own
            weights += component.weight_for(tier)
    return int(total / weights + 0.5) if weights else 0, components
