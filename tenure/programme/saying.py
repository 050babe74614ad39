"""The programme's figures in words: “24 hours”, “at least 90%”. Plain Python."""

from tenure.programme.part import Bound

NOTHING = "none"


def plain(number: float | None, unit: str = "") -> str:
    """“24 hours”, “10,000”; nothing promised is a word and not a zero."""
    if number is None:
        return NOTHING
    text = f"{number:,.12g}"
    if number == 1 and unit.endswith("s"):
        unit = unit[:-1]
    return f"{text} {unit}".strip() if unit != "percent" else f"{text}%"


def bound(limits: Bound | None, unit: str = "") -> str:
    """“at least 90%”, “under 30 days”, “1 to 5”."""
    if limits is None:
        return "tracked"
    if limits.at_least is not None and limits.at_most is not None:
        return f"{plain(limits.at_least)} to {plain(limits.at_most, unit)}"
    ends = {"at least": limits.at_least, "over": limits.above,
            "at most": limits.at_most, "under": limits.under}  # fmt: skip
    return " and ".join(
        f"{word} {plain(end, unit)}" for word, end in ends.items() if end is not None
    )
