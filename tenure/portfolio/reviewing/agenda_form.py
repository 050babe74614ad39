"""The agenda as its form sends it: lines changed, added, removed, moved up and down.

From what a line comes is never taken from the form: it stays what it was."""

from django.http import QueryDict

from tenure.reviews.lines import AgendaLine


def agenda_sent(sent: QueryDict, before: list[AgendaLine]) -> list[AgendaLine]:
    """The lines in the order of the form, after the deed of the button that was pressed."""
    lines = [
        _line(text.strip(), was, before)
        for text, was in zip(sent.getlist("text"), sent.getlist("was"), strict=False)
    ]
    deed, _, place = sent.get("do", "").partition(":")
    here = int(place) if place.isdecimal() and int(place) < len(lines) else None
    if here is not None:
        match deed:
            case "drop":
                lines.pop(here)
            case "up":
                lines.insert(max(0, here - 1), lines.pop(here))
            case "down":
                lines.insert(here + 1, lines.pop(here))
    return [line for line in lines if line.text]


def _line(text: str, was: str, before: list[AgendaLine]) -> AgendaLine:
    if was.isdecimal() and int(was) < len(before):
        old = before[int(was)]
        return AgendaLine(text, old.source, old.rows)
    return AgendaLine(text)


def with_new(agenda: list[AgendaLine], proposed: list[AgendaLine]) -> list[AgendaLine]:
    """The agenda with what is proposed and does not stand there yet."""
    there = {line.text for line in agenda}
    return [*agenda, *(line for line in proposed if line.text not in there)]
