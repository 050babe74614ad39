"""What is asked of requests, and the index that has them in this order."""

from tenure.requests.models import Request

PAGE = 20
NEWEST = ("-asked_on", "-id")
ASKED = {
    "requests, newest first": ({}, NEWEST, "requests_newest_first"),
    "requests of a customer": ({"customer__external_id": "C-4711"}, NEWEST, "requests_of_a_customer"),
    "requests of a state": ({"state": "PLANNED"}, NEWEST, "requests_by_state"),
    "requests of a theme": ({"theme": "Theme 7"}, NEWEST, "requests_by_theme"),
    "a theme in any case": ({"theme__iexact": "THEME 7"}, (), "requests_by_theme_in_any_case"),
    "requests by words": ({"search_text__contains": "wish c-47110"}, NEWEST, "requests_by_words"),
}  # fmt: skip
OF_REQUESTS = {
    name: (Request.objects.filter(**asked).order_by(*order)[:PAGE], index)
    for name, (asked, order, index) in ASKED.items()
}
