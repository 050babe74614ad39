"""What the success profile says: how far the customer is."""

from datetime import date
from decimal import Decimal

from tenure.customers import actions as customers
from tenure.demo import cast
from tenure.demo.scene import Scene
from tenure.programme.words import Tier


def profiles_grow(scene: Scene, since: date, end: date) -> None:
    """Every five weeks somebody brings the success profile up to date."""
    for player in scene.here(end):
        weeks = (end - player.fact.begin).days // 7
        if since.isocalendar().week == end.isocalendar().week or (weeks + player.fact.number) % 5:
            continue
        level, mood = player.fact.engagement(end), player.fact.satisfaction(end)
        current = {
            name: round(goal * (0.2 + 0.88 * level) * player.random.uniform(0.93, 1.05))
            for name, goal in cast.KPIS
        }
        changes: dict[str, object] = {
            "target_metrics": dict(cast.KPIS),
            "current_metrics": current,
            "adoption_percent": Decimal(min(100, round(100 * (0.1 + 0.88 * level)))),
            "users_trained": round(player.fact.seats * min(1.0, 0.35 + 0.65 * level)),
        }
        if player.fact.tier != Tier.TRIAL:
            changes["renewal_intent_percent"] = round(100 * min(1.0, max(0.0, 1.2 * mood - 0.15)))
        if (
            player.fact.arc.joins_day < 0
            and player.once("first value")
            and (end - player.fact.joined_on).days > 21
        ):
            days = {Tier.ENTERPRISE: 40, Tier.MID_MARKET: 28}.get(player.fact.tier, 18)
            changes["time_to_value_days"] = round(days * (1.7 - level))
        customers.change_profile(
            customer=player.customer, changes=changes, by=player.csm, at=scene.at(end, 11)
        )
