"""What was achieved, worth how much, confirmed by whom."""

from tenure.foundation.web.templatetags.saying import currency, money, short_day
from tenure.onboarding.models import ValueEntry
from tenure.portfolio.deck.parts import Chart, Figure, Figures, Grid, Part, Series, Slide
from tenure.portfolio.reviewing.months import value_months
from tenure.portfolio.reviewing.since import Since
from tenure.portfolio.reviewing.worth import is_money, much

MOST_ROWS = 8


def achieved(since: Since) -> Slide | None:
    if not since.values:
        return None
    told = since.new_values or since.values
    when = f"since {short_day(since.first)}" if since.new_values else "so far"
    rows = [_row(entry) for entry in reversed(told)][:MOST_ROWS]
    more = len(told) - len(rows)
    left: list[Part] = [Grid(("What was achieved", "Worth", "Since", "Confirmed by"), rows,
                             (3, 1.3, 1, 2), right=(1,))]  # fmt: skip
    figures, chart = _figures(since), _chart(since)
    return Slide(
        f"What was achieved {when}",
        [*figures, *left],
        [chart] if chart else [],
        share=0.6 if chart else 1,
        source="Value ledger" + (f"; {more} more stand there" if more > 0 else "")
        + ". What has no figure was not measured.",
    )  # fmt: skip


def _row(entry: ValueEntry) -> tuple[str, str | None, str, str]:
    day = f", {short_day(entry.confirmed_on)}" if entry.confirmed_on else ""
    by = f"{entry.confirmed_by}{day}" if entry.confirmed_by else "not yet"
    return entry.what, much(entry) or None, short_day(entry.achieved_on), by


def _figures(since: Since) -> list[Figures]:
    """Sums of money alone: hours and policies do not add up."""
    new = [e.amount for e in since.new_values if e.amount is not None and is_money(e.unit)]
    all_ = [e.amount for e in since.values if e.amount is not None and is_money(e.unit)]
    if not all_:
        return []
    found = [
        Figure(
            money(sum(all_)),
            "worth in all",
            f"from {len(all_)} result{'s' if len(all_) > 1 else ''} in money",
        )
    ]
    if new and len(new) < len(all_):
        found.insert(0, Figure(money(sum(new)), f"since {short_day(since.first)}", "", "good"))
    return [Figures(found)]


def _chart(since: Since) -> Chart | None:
    entries = [(e.achieved_on, e.amount) for e in since.values
               if e.amount is not None and is_money(e.unit)]  # fmt: skip
    months = value_months(entries, since.last)[-12:]
    if len(months) < 2:
        return None
    return Chart(
        "columns", f"Value so far, by month ({currency().strip()})", [month for month, _ in months],
        [Series("Value so far", [float(much) for _, much in months])],
    )  # fmt: skip
