"""Tables of reviews, templates of plans and the calendar. Plain Python."""

from tenure.documents.tables.table import TIERS, Table
from tenure.programme.saying import plain
from tenure.programme.tiers import TierReview
from tenure.programme.whole import Programme


def reviews(programme: Programme) -> Table:
    return Table(
        ("Review", "Minutes", "Who comes", "Agenda", "Prepared", "Followed up within"),
        [
            (one.title, str(one.minutes), ", ".join(who.label for who in one.attendees),
             "; ".join(one.agenda), f"{plain(one.prepared_days_before)} days before",
             plain(one.followed_up_within_days, "days"))
            for one in programme.reviews.review
        ],
    )  # fmt: skip


def plans(programme: Programme) -> Table:
    return Table(
        ("Plan", "Days", "What for", "Milestones"),
        [
            (one.title, str(one.days), one.says, "; ".join(f"{m.title} (day {m.day})" for m in one.milestone))
            for one in programme.plans.template
        ],
    )  # fmt: skip


def calendar(programme: Programme) -> Table:
    told = programme.calendar
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    days = ", ".join(names[number - 1] for number in told.working_weekdays)
    return Table(
        ("What", "How it is"),
        [
            ("Working days", days),
            ("Open", f"{told.opens:%H:%M} to {told.closes:%H:%M}, {told.time_zone}"),
            ("Public holidays", " ".join(filter(None, (told.country, told.region))) or "none are named"),
            ("Own holidays", ", ".join(f"{one.title} ({one.day})" for one in told.holiday) or "none"),
        ],
    )  # fmt: skip


def reviews_by_tier(programme: Programme) -> Table:
    def told(review: TierReview | None) -> str:
        if review is None:
            return "-"
        return f"in the first {review.first_days} days" if review.first_days else "yes"

    return Table(
        ("Review", *TIERS),
        [
            (kind.title, *(told(next((r for r in tier.reviews if r.cadence == kind.cadence), None))
                           for tier in programme.tiers.tier))
            for kind in programme.reviews.review
        ],
    )  # fmt: skip


def one_plan(programme: Programme, plan_type: str) -> Table:
    """The steps of the first template of a type, by day: milestones and tasks together."""
    template = programme.plans.of_type(plan_type)[0]
    steps = [(one.day, one.title, "milestone", one.owner.label) for one in template.milestone]
    steps += [(one.day, one.title, "task", one.owner.label) for one in template.task]
    return Table(
        (template.title, "Day", "Kind", "Who"),
        [
            (title, str(day), what, who)
            for day, title, what, who in sorted(steps, key=lambda step: step[0])
        ],
    )
