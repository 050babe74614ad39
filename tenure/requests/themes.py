"""Themes: the short words under which requests are held together. They live in the requests themselves."""

from tenure.requests.models import Request


def themes() -> list[str]:
    """All that are in use, from A to Z."""
    found = Request.objects.order_by("theme").values_list("theme", flat=True).distinct()
    return list(found)


def spelled(theme: str) -> str:
    """The theme as it is written already, where only capitals and spaces differ."""
    told = " ".join(theme.split())
    known = Request.objects.filter(theme__iexact=told).values_list("theme", flat=True).first()
    return known or told
