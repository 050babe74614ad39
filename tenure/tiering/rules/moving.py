"""Which tier a customer should be in, and why. Plain Python, to be read aloud.

Up when it was over its tier's limits in each of the last months that the programme names, or when
its value reaches a higher tier. Down only at a renewal for less, if there is still time to give the
notice that its tier is promised. What is unknown is not over a limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tenure.programme.tiers import Tiers
from tenure.programme.words import Tier
from tenure.tiering.rules import reasons
from tenure.tiering.rules.months import Month
from tenure.tiering.words import Cause, Direction


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of a customer. `months` are the last complete ones, the newest last."""

    tier: Tier
    value: Decimal | None
    value_at_renewal: Decimal | None
    renews_on: date | None
    months: Sequence[Month]
    set_by_hand: str = ""
    """Why somebody set the tier by hand; empty when nobody did."""
    is_there_for_use: bool = False
    """Whether it came into its tier because it used more than the one below has room for."""


@dataclass(frozen=True)
class Verdict:
    """`to` is None when the customer stays where it is; the reason is given in any case."""

    reason: str
    to: Tier | None = None
    direction: Direction | None = None
    cause: Cause | None = None
    takes_effect_on: date | None = None
    """Of a way down. A way up takes effect when it is accepted."""
    notice_by: date | None = None


def judge(facts: Facts, tiers: Tiers, day: date) -> Verdict:
    if facts.set_by_hand:
        return Verdict(f"Set by hand, and stays until that is taken back. {facts.set_by_hand}")
    up = _way_up(facts, tiers)
    return up or _way_down(facts, tiers, day) or Verdict(reasons.stays(facts, tiers))


def over_months(facts: Facts, tiers: Tiers) -> int:
    """How many months running, up to the newest, it was over its tier's limits."""
    promise = tiers.promise(facts.tier)
    running = 0
    for month in reversed(facts.months):
        if not promise.over(month.used):
            break
        running += 1
    return running


def by_use(tier: Tier, facts: Facts, tiers: Tiers) -> Tier:
    """The tier, or the next one up that has room for what was used in the months that count."""
    newest = facts.months[-tiers.moving.months_over_limits :]
    if len(newest) < tiers.moving.months_over_limits:
        return tier
    return tiers.within(tier, [month.used for month in newest])


def at_renewal(value: Decimal, facts: Facts, tiers: Tiers) -> Tier:
    """The tier of what it renews for. Who went up for its use needs room for that use, too: others
    are worth less because they bought less, and will use less."""
    by_value = tiers.of_value(value)
    return by_use(by_value, facts, tiers) if facts.is_there_for_use else by_value


def _way_up(facts: Facts, tiers: Tiers) -> Verdict | None:
    now = list(Tier).index(facts.tier)  # the highest tier stands first
    by_value = facts.tier if facts.value is None else tiers.of_value(facts.value)
    used = by_use(facts.tier, facts, tiers)
    target = min(by_value, used, key=list(Tier).index)
    if list(Tier).index(target) >= now:
        return None
    told = []
    if list(Tier).index(by_value) < now:
        told.append(reasons.reached(facts, by_value, tiers))
    if used != facts.tier:
        told.append(reasons.over(facts, tiers))
    cause = Cause.VALUE if target == by_value else Cause.LIMITS
    return Verdict(" ".join(told), target, Direction.UP, cause)


def _way_down(facts: Facts, tiers: Tiers, day: date) -> Verdict | None:
    if facts.value_at_renewal is None:
        return None
    by_value = tiers.of_value(facts.value_at_renewal)
    if list(Tier).index(by_value) <= list(Tier).index(facts.tier):
        return None
    target = at_renewal(facts.value_at_renewal, facts, tiers)
    less = reasons.less(facts, by_value, tiers)
    if list(Tier).index(target) <= list(Tier).index(facts.tier):
        return Verdict(f"{less} It uses more than {by_value.label} has room for, and stays.")
    if facts.renews_on is None:
        return Verdict(f"{less} No renewal is known, and a tier goes down at a renewal only.")
    if facts.renews_on < day:
        return Verdict(f"{less} The renewal of {reasons.said(facts.renews_on)} is past.")
    days = tiers.promise(facts.tier).notice_days or 0
    notice_by = facts.renews_on - timedelta(days=days)
    notice = reasons.notice(facts, days, notice_by)
    if day > notice_by:
        return Verdict(f"{less} {notice} That is past, so it stays until the renewal after it.")
    return Verdict(
        f"{less} {notice}", target, Direction.DOWN, Cause.RENEWAL, facts.renews_on, notice_by
    )
