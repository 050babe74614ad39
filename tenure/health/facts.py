"""Gathering what is known about customers, and measuring it."""

from datetime import date

import numpy as np

from tenure.contracts import queries as contracts
from tenure.customers import queries as customers
from tenure.foundation.database.columns import Asked, Numbers
from tenure.health import said
from tenure.health.measures import measures_of
from tenure.plans import queries as plans
from tenure.programme.scorecard import Scorecard
from tenure.support import queries as support
from tenure.surveys import queries as surveys
from tenure.usage import queries as usage


def known_until(day: date) -> date:
    """The last day, up to `day`, that any feed reported.

    Feeds that stopped do not turn everybody silent: scores are as of the last day that is known.
    Where nothing was ever fed, that is the day itself.
    """
    reported = (
        usage.last_day_reported(day),
        support.last_day_reported(day),
        contracts.last_day_reported(day),
    )
    return max((last for last in reported if last), default=day)


def gather(asked: Asked, *, with_profiles: bool) -> dict[str, Numbers]:
    """All facts about the customers asked about, each an array with NaN where it is unknown.

    Profiles say what is so now, without dates; for a day in the past they are left out.
    """
    latest = max(asked.days)
    facts: dict[str, Numbers] = {}
    facts |= usage.usage_facts(asked, usage.last_day_reported(latest) or latest)
    facts |= support.support_facts(asked)
    facts |= surveys.survey_facts(asked)
    facts |= contracts.contract_facts(asked)
    facts |= plans.plan_facts(asked)
    facts |= said.said_facts(asked)
    profiles = customers.profile_facts(asked)
    if not with_profiles:
        profiles = {name: np.full(len(asked), np.nan) for name in profiles}
    return facts | profiles


def measure(facts: dict[str, Numbers], card: Scorecard) -> Numbers:
    """n x m, in the scorecard's order, each measure in its own unit; NaN where it is unknown."""
    computed = np.stack([measure.of(facts) for measure in measures_of(card)], axis=1)
    reported = said.reported(facts, card)
    return np.where(np.isnan(reported), computed, reported)


def ages(facts: dict[str, Numbers], card: Scorecard) -> tuple[Numbers, Numbers]:
    """n x m: how many days old the newest datum behind each measure is; and m: how old it may be."""
    measures = measures_of(card)
    unknown = np.full_like(next(iter(facts.values())), np.nan)
    ages = np.stack([facts.get(measure.age, unknown) for measure in measures], axis=1)
    reported = said.reported_ages(facts, card)
    ages = np.where(np.isnan(reported), ages, reported)
    return ages, np.array([measure.fresh_days for measure in measures], dtype=float)
