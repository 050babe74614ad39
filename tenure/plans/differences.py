"""What differs between two versions of a plan, in words. Plain Python."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

type Content = Mapping[str, Any]
LISTS = {"milestones": "Milestone", "objectives": "Objective"}
WORDS = {
    "plan_type": "Type", "starts_on": "Starts", "ends_on": "Ends", "due_on": "Due",
    "baseline_value": "Baseline", "done_when": "Done when",
}  # fmt: skip
CHOICES = ("plan_type", "priority", "direction")


@dataclass(frozen=True)
class Difference:
    """`about` is the plan, a milestone or an objective; empty where something was not there."""

    about: str
    field: str
    before: str
    after: str


def differences(before: Content, after: Content) -> list[Difference]:
    """The plan's own fields first, then its objectives, then its milestones by day."""
    names = _titles(before) | _titles(after)
    fields = [name for name in after if name not in LISTS]
    found = list(_changed("Plan", before, after, fields, names))
    for kind in ("objectives", "milestones"):
        found += _of_list(LISTS[kind], before[kind], after[kind], names)
    return found


def _of_list(
    kind: str, before: Sequence[Content], after: Sequence[Content], names: Mapping[str, str]
) -> Iterator[Difference]:
    was = {one["id"]: one for one in before}
    now = {one["id"] for one in after}
    for one in after:
        about = f"{kind} “{one['title']}”"
        if one["id"] in was:
            fields = [name for name in one if name != "id"]
            yield from _changed(about, was[one["id"]], one, fields, names)
        else:
            day = one.get("due_on")
            yield Difference(about, "Added", "", f"for {_day(day)}" if day else "yes")
    for gone in before:
        if gone["id"] not in now:
            yield Difference(f"{kind} “{gone['title']}”", "Taken out", "was there", "")


def _changed(
    about: str, before: Content, after: Content, fields: Sequence[str], names: Mapping[str, str]
) -> Iterator[Difference]:
    for name in fields:
        if before.get(name) != after.get(name):
            label = WORDS.get(name) or name.replace("_", " ").capitalize()
            told = (_words(name, side.get(name), names) for side in (before, after))
            yield Difference(about, label, *told)


def _words(name: str, value: Any, names: Mapping[str, str]) -> str:
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, list):
        return "; ".join(_words("", one, names) for one in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_words('', one, names)}" for key, one in value.items())
    if name.endswith("_on"):
        return _day(value)
    if name in CHOICES:
        return str(value).replace("_", " ").capitalize()
    return names.get(str(value), str(value))


def _day(value: str) -> str:
    return f"{date.fromisoformat(value):%-d %B %Y}"


def _titles(content: Content) -> dict[str, str]:
    """By id the titles of milestones, to name what comes after what."""
    return {one["id"]: f"“{one['title']}”" for one in content["milestones"]}
