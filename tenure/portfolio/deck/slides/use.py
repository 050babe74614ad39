"""How the product is used."""

from tenure.portfolio.deck.parts import Chart, Figure, Figures, Part, Series, Slide
from tenure.portfolio.reviewing.months import UsageMonth
from tenure.portfolio.reviewing.since import Since

LEAST_MONTHS = 2


def usage(since: Since) -> Slide | None:
    months = since.usage
    if len(months) < LEAST_MONTHS:
        return None
    now, was = months[-1], _then(months, since)
    figures, charts = [], []
    if now.users is not None:
        figures.append(_figure(now.users, was.users, "people on a working day", was))
        charts.append(Chart("columns", "People on a working day", [m.first for m in months],
                            [Series("People", [_rounded(m.users) for m in months])],
                            number="#,##0"))  # fmt: skip
    if now.logins is not None:
        figures.append(_figure(now.logins, was.logins, f"logins in {now.first:%B}", was))
        charts.append(Chart("line", "Logins a month", [m.first for m in months],
                            [Series("Logins", [m.logins for m in months])]))  # fmt: skip
    if not charts:
        return None
    left: list[Part] = [Figures(figures), charts[0]]
    return Slide(
        f"How it is used: {_words(now, was)}", left, charts[1:], share=0.5 if charts[1:] else 1,
        source=f"Usage by day, complete months up to {now.first:%B %Y}. A month without use "
        "counts as 0, one that was not measured is left out.",
    )  # fmt: skip


def _then(months: list[UsageMonth], since: Since) -> UsageMonth:
    """The last complete month before the last review; where there is none, the first that is known."""
    before = [m for m in months[:-1] if m.first < since.first.replace(day=1)]
    return before[-1] if before else months[0]


def _figure(now: float, was: float | None, name: str, then: UsageMonth) -> Figure:
    if was is None:
        return Figure(f"{now:,.0f}", name, f"{then.first:%B} is unknown")
    tone = "good" if round(now) > round(was) else "bad" if round(now) < round(was) else ""
    return Figure(f"{now:,.0f}", name, f"{was:,.0f} in {then.first:%B}", tone)


def _words(now: UsageMonth, was: UsageMonth) -> str:
    is_users = now.users is not None and was.users is not None
    new, old = (now.users, was.users) if is_users else (now.logins, was.logins)
    if new is None or not old:
        return f"up to {now.first:%B}"
    change = round(100 * (new - old) / old)
    what = "people" if is_users else "logins"
    if not change:
        return f"as many {what} as in {was.first:%B}"
    more = "more" if change > 0 else "fewer"
    return f"{abs(change)}% {more} {what} than in {was.first:%B}"


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 1)
