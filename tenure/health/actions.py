"""What can be done about health: compute scores."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import numpy as np

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.database.columns import Asked
from tenure.health import facts, rules, scorecards
from tenure.health.in_step import in_step
from tenure.health.rounds import Round
from tenure.health.runs import Outcome, advance, chunks, run_under_way
from tenure.health.subjects import Subject
from tenure.health.writing import write_scores
from tenure.programme.words import Tier


def score_all_customers(
    *,
    by: Author,
    at: datetime,
    knows_present: bool = True,
    progress: Callable[[int], None] = lambda count: None,
) -> Outcome:
    """Score everybody, some thousand customers a transaction. Scoring again changes nothing; a run
    that was killed goes on where it stopped."""
    with run_under_way(by=by, at=at, knows_present=knows_present) as run:
        progress(run.done)
        told: dict[str, Any] = {
            "last_known": run.known_until,
            "knows_present": knows_present,
            "by": by,
        }

        in_step(
            chunks(run),
            lambda ids: score_customers(ids=ids, at=run.at, **told),
            lambda ids, found: advance(run, ids, found),
            lambda: progress(run.done),
        )
    return Outcome(run.scored, run.unchanged, run.unknown)


def score_customer(*, customer: Customer, by: Author, at: datetime) -> Outcome:
    """Score one customer, now."""
    last_known = facts.known_until(at.date())
    return score_customers(ids=[customer.id], last_known=last_known, by=by, at=at)


@deed("health.scored", "computed {scored}")
def score_customers(
    *,
    ids: Sequence[UUID],
    last_known: date,
    knows_present: bool = True,
    by: Author,
    at: datetime,
) -> Outcome:
    """Score these customers as of an instant, from what is known up to `last_known`.

    A customer that left is scored as of the day it left, once. A score that repeats an earlier one
    of the same day is not written again. `knows_present` tells whether undated facts count.
    """
    customers = list(Subject.of(ids))
    if not customers:
        leave_no_trace()
        return Outcome()
    round_ = _measured(customers, last_known, knows_present, by, at)
    outcome = Outcome(*write_scores(round_))
    _tell(customers, outcome)
    return outcome


def _measured(
    customers: Sequence[Subject], last_known: date, knows_present: bool, by: Author, at: datetime
) -> Round:
    """What is known of these customers at an instant, and what the scorecard makes of it."""
    scorecard = scorecards.row_in_force()
    card = scorecards.card_with(scorecard.version)
    ats = [customer.scored_at(at) for customer in customers]
    days = [min(moment.date(), last_known) for moment in ats]
    tiers = [Tier(customer.tier) for customer in customers]
    renewals = [c.days_to_renewal(moment.date()) for c, moment in zip(customers, ats, strict=True)]
    asked = Asked([customer.id for customer in customers], days)
    known = facts.gather(asked, with_profiles=knows_present)
    measured = facts.measure(known, card)
    scores = rules.score(measured, tiers, card)
    return Round(
        ids=asked.ids,
        ats=ats,
        days=days,
        tiers=tiers,
        days_to_renewal=np.array(renewals, dtype=float),
        card=card,
        scorecard=scorecard,
        measured=measured,
        scores=scores,
        confidence=rules.confidence(scores, *facts.ages(known, card), card, tiers),
        by=str(by),
    )


def _tell(customers: Sequence[Subject], outcome: Outcome) -> None:
    if not outcome.scored:
        leave_no_trace()
    if len(customers) == 1:
        tell(customer_id=customers[0].id, scored=f"the health of {customers[0].name}")
    else:
        tell(scored=f"{outcome.scored:,} health scores", unchanged=outcome.unchanged)
