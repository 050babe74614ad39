"""Sign-ins that fail: noted, and after too many the door stays closed for a while."""

from datetime import datetime

from django.db.models import Q

from tenure.foundation.audit.trail import PHRASES
from tenure.people.models import FailedSignIn

PHRASES |= {
    "person.signed_in": "signed in",
    "sign_in.failed": "failed to sign in as {email}",
}


def is_locked_out(*, email: str, address: str | None, at: datetime) -> bool:
    """Whether so many sign-ins failed lately that the next one is not even tried."""
    lately = FailedSignIn.objects.filter(at__gt=at - FailedSignIn.WINDOW)
    if lately.filter(email=email.lower()).count() >= FailedSignIn.MOST_PER_EMAIL:
        return True
    return lately.filter(~Q(address=None), address=address).count() >= FailedSignIn.MOST_PER_ADDRESS


def note_failed_sign_in(*, email: str, address: str | None, at: datetime) -> None:
    FailedSignIn.objects.filter(at__lt=at - 4 * FailedSignIn.WINDOW).delete()
    FailedSignIn.objects.create(email=email.lower()[:254], address=address, at=at)


def forget_failed_sign_ins(*, email: str) -> None:
    """Open the door again for whoever got in, or set a new password."""
    FailedSignIn.objects.filter(email=email.lower()).delete()
