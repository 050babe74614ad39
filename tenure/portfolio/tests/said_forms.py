"""What people fill in about a customer's health."""

from datetime import timedelta

from django.utils import timezone


def in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def pulse(**given) -> dict:
    return {"rating": "4", "reason": "They renew", "expires_on": in_days(30)} | given


def by_hand(**given) -> dict:
    return {"score": "75", "reason": "I know more", "until": in_days(10)} | given
