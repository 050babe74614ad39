"""Calls about contracts, renewals, revenue, metrics, reviews that are planned, and advocates."""

from datetime import UTC, datetime, timedelta

from tests.api.call import OF_CUSTOMER, Call

NOW = datetime.now(UTC)


def day(days: int) -> str:
    return (NOW + timedelta(days=days)).date().isoformat()


def instant(**ahead: int) -> str:
    return (NOW + timedelta(**ahead)).isoformat()


CONTRACT = {"startDate": day(-300), "endDate": day(60), "annualValue": 24_000, "seats": 20}
FORECAST = {"call": "COMMIT", "amount": 26_000, "note": "The sponsor said so"}
PLANNED = {"reviewType": "QUARTERLY", "scheduledAt": instant(days=9), "minutes": 45,
           "agenda": ["What we reached"], "attendees": [{"name": "Hank Scorpio"}]}  # fmt: skip
HELD = {"overallRating": 4, "decisions": ["Go on"], "items": [{"title": "Send the list", "dueDate": day(8)}]}  # fmt: skip
CONSENT = {"activityType": "REFERENCE_CALL", "words": "Twice a year"}
CALLS_OF_VALUE = (
    Call("POST", f"{OF_CUSTOMER}/contracts", CONTRACT, 201),
    Call("GET", f"{OF_CUSTOMER}/contracts"),
    Call("GET", "/contracts/{contract}"),
    Call("POST", "/contracts/{contract}/forecasts", FORECAST, 201),
    Call("GET", "/contracts/{contract}/forecasts"),
    Call("POST", "/contracts/{contract}/amend", {"on": day(-300), "annualValue": 30_000}, 201),
    Call("POST", "/contracts/{renewing}/renew", {"endDate": day(425), "annualValue": 25_000}, 201),
    Call("POST", "/contracts/{ending}/end", {"endDate": day(30)}, 201),
    Call("GET", f"/renewals?firstDay={day(0)}&lastDay={day(90)}"),
    Call("GET", "/revenue?months=6&tier=SMALL_BUSINESS"),
    Call("GET", f"/revenue/ledger?firstDay={day(-301)}&lastDay={day(0)}"),
    Call("GET", f"/revenue/movements?firstDay={day(-301)}&kind=NEW&limit=5&page=1"),
    Call("GET", "/metrics?period=2026-10&tier=ENTERPRISE"),
    Call("GET", "/metrics/{metric}?periods=3"),
    Call("GET", "/metrics/{metric}/customers?period=2026-Q3&limit=5&page=1"),
    Call("GET", f"{OF_CUSTOMER}/metrics?periodType=QUARTERLY&limit=4"),
    Call("GET", "/programme-targets"),
    Call("POST", f"{OF_CUSTOMER}/planned-reviews", PLANNED | {"scheduledAt": instant(days=30)}, 201),
    Call("GET", f"{OF_CUSTOMER}/planned-reviews?state=SCHEDULED"),
    Call("PUT", "/planned-reviews/{planned}", {"place": "Room 12"}),
    Call("POST", "/planned-reviews/{planned}/move",
         {"scheduledAt": instant(days=12), "reason": "They travel"}, 201),
    Call("POST", "/planned-reviews/{cancelled}/cancel", {"reason": "Nothing new"}, 201),
    Call("POST", "/planned-reviews/{cancelled}/reinstate", None, 201),
    Call("POST", "/planned-reviews/{missed}/miss", {"reason": "Nobody came"}, 201),
    Call("POST", "/planned-reviews/{held}/hold", HELD, 201),
    Call("GET", "/due-reviews?tier=ENTERPRISE"),
    Call("GET", "/review-completion?period=last-quarter"),
    Call("POST", f"{OF_CUSTOMER}/consents", CONSENT, 201),
    Call("GET", f"{OF_CUSTOMER}/consents"),
    Call("POST", "/consents/{consent}/revoke", None, 201),
    Call("GET", "/references?activityType=REFERENCE_CALL&industry=Energy&useCase=leads&limit=5"),
)  # fmt: skip
PLANNED_AT = "/customers/{customer}/planned-reviews"
VALUE_MADE_FIRST = {
    "contract": (f"{OF_CUSTOMER}/contracts", CONTRACT),
    "renewing": (f"{OF_CUSTOMER}/contracts", CONTRACT),
    "ending": (f"{OF_CUSTOMER}/contracts", CONTRACT),
    "planned": (PLANNED_AT, PLANNED),
    "cancelled": (PLANNED_AT, PLANNED | {"scheduledAt": instant(days=20)}),
    "missed": (PLANNED_AT, PLANNED | {"scheduledAt": instant(hours=-2)}),
    "held": (PLANNED_AT, PLANNED | {"scheduledAt": instant(hours=-1)}),
    "consent": (f"{OF_CUSTOMER}/consents", CONSENT | {"activityType": "WEBINAR"}),
}
