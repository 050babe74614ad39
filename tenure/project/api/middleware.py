"""What surrounds every request of the API: little, because programs call often."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from tenure.foundation.rest.parsing import MOST_BYTES
from tenure.foundation.rest.problems import PROBLEM, problem

MOST_BYTES_HEARD, PIECE = 16 * MOST_BYTES, MOST_BYTES // 16
WORDS = {
    404: "There is nothing here.",
    405: "This is not done here; the header Allow says what is.",
    500: "Something went wrong here. It is our fault, and nothing was half-saved.",
    503: "The database does not answer right now. Try again in a moment.",
}


class SpeakJson:
    """Answers in JSON whatever Django itself turns down, and tells where a token stands."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._is_too_large(request):
            hear_out(request)
            return problem(413, "The body is larger than 1 MiB.", instance=request.path)
        response = self.get_response(request)
        if response.status_code >= 400 and response.get("Content-Type") != PROBLEM:
            response = said_in_json(request, response)
        if standing := getattr(request, "standing", None):
            standing.tell(response)
        response["Cache-Control"] = "no-store"
        response["X-Content-Type-Options"] = "nosniff"
        return response

    def _is_too_large(self, request: HttpRequest) -> bool:
        told = request.META.get("CONTENT_LENGTH") or "0"
        return told.isdigit() and int(told) > MOST_BYTES


def hear_out(request: HttpRequest) -> None:
    """Take what is being sent and drop it, within reason: who is cut off while sending may not hear
    the answer."""
    for _ in range(MOST_BYTES_HEARD // PIECE):
        if not request.read(PIECE):
            return


def said_in_json(request: HttpRequest, page: HttpResponse) -> HttpResponse:
    """The problem that a page of Django's tells about."""
    status = page.status_code
    words = WORDS.get(status, HTTPStatus(status).phrase)
    response = problem(status, words, instance=request.path)
    for name in ("Allow", "Retry-After"):
        if name in page:
            response[name] = page[name]
    return response
