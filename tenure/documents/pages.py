"""The documents, with the figures of the programme in force."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET

from tenure.documents.live import shown
from tenure.documents.reading import CODES, document, found
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.programme.in_force import standing


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def documents(request: PersonRequest) -> HttpResponse:
    programme, words = shown(), request.GET.get("q", "").strip()[:200]
    context = {
        "documents": [document(code, programme) for code in CODES],
        "q": words,
        "hits": found(words, programme),
    }
    return render(request, "documents/documents.html", context)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def one_document(request: PersonRequest, code: str) -> HttpResponse:
    if code not in CODES:
        raise Http404("There is no such document.")
    one = document(code, shown())
    # The text is ours and its HTML is escaped by the reader; figures are numbers and own words.
    context = {"document": one, "html": mark_safe(one.html), "standing": standing()}
    return render(request, "documents/document.html", context)
