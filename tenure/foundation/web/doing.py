"""Doing what a form asks for, and saying how it went."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from tenure.foundation.refusals import Refusal


def done(
    request: HttpRequest, form: forms.Form | None, words: str, do: Callable[[], object]
) -> bool:
    """Do it and say `words`; a refusal stands beside its field, or above the form. Without a form it is
    said on the page that comes next."""
    try:
        do()
    except Refusal as refusal:
        if form is None:
            messages.warning(request, refusal.message)
            return True
        for name, told in refusal.fields.items() or [(None, refusal.message)]:
            form.add_error(name if name in form.fields else None, told)
        return False
    messages.success(request, words)
    return True
