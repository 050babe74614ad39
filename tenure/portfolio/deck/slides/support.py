"""Support: tickets by month, and what was promised and kept."""

from tenure.foundation.web.templatetags.saying import short_day
from tenure.portfolio.deck.parts import Chart, Figure, Figures, Grid, Part, Series, Slide
from tenure.portfolio.reviewing.since import Since
from tenure.tiering.rules.kept import Count
from tenure.tiering.words import Promise

LEAST_MONTHS, MOST_OPEN = 2, 5


def support(since: Since) -> Slide | None:
    told = since.support
    if not told.tickets and not told.months:
        return None
    opened, solved, left = len(told.opened), len(told.solved), len(told.still_open)
    figures = Figures([
        Figure(str(opened), "opened", f"since {short_day(since.first)}"),
        Figure(str(solved), "solved"),
        Figure(str(left), "open now"),
    ])  # fmt: skip
    parts: list[Part] = [figures, *_kept(since)]
    if told.still_open:
        rows = [(str(one), one.priority, short_day(one.opened_at)) for one in told.still_open]
        parts.append(
            Grid(("Open now", "Priority", "Since"), rows[:MOST_OPEN], (3, 1, 1), right=(2,))
        )
    charts = _chart(since)
    return Slide(
        f"Support: {opened} opened, {solved} solved, {left} open"
        if opened or solved or left
        else f"Support: nothing new since {short_day(since.first)}",
        parts,
        charts,
        share=0.5 if charts else 1,
        source="Support tickets; promises are those of the tier at the time, by its clock.",
    )


def _kept(since: Since) -> list[Part]:
    """Only what is over counts; where nothing is known the promise is left out."""
    counts = {promise: Count() for promise in (Promise.FIRST_RESPONSE, Promise.RESOLUTION)}
    for clock in since.support.clocks:
        counts[clock.promise].add(clock.keeping)
    rows = [
        (f"{promise.label} in time", f"{count.kept} of {count.due}", f"{count.ratio:.0%}")
        for promise, count in counts.items()
        if count.ratio is not None
    ]
    return [Grid(("Promised", "Kept", "Share"), rows, (3, 1.2, 1), right=(1, 2))] if rows else []


def _chart(since: Since) -> list[Chart]:
    months = since.support.months
    if len(months) < LEAST_MONTHS:
        return []
    days = [month.first for month in months]
    series = [
        Series("Opened", [m.opened for m in months]),
        Series("Solved", [m.closed for m in months]),
    ]
    return [Chart("columns", "Tickets by month", days, series)]
