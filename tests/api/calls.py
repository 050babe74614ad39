"""One call of every route that succeeds: operation, path below the API, body. `{customer}`, `{plan}`
and so on stand for what a `World` made first, in the path and as a text of the body."""

import http.client
import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tests.api.call import BASE, OF_CUSTOMER, Call
from tests.api.calls_of_growth import CALLS_OF_GROWTH, GROWTH_MADE_FIRST
from tests.api.calls_of_value import CALLS_OF_VALUE, VALUE_MADE_FIRST
from tests.processes import Installation

CUSTOMER = {"name": "Globex", "email": "hi@globex.example", "contractStartDate": "2026-01-31"}
PLAN = {"title": "Go live", "startDate": "2026-02-01", "planType": "ONBOARDING"}
MILESTONE = {"title": "Import the leads", "dueDate": "2026-03-01"}
REVIEW = {"reviewType": "QUARTERLY", "reviewDate": "2026-04-01T09:00:00Z",
          "attendeeNames": ["Hank Scorpio"], "attendeeTitles": ["President"]}  # fmt: skip
ACTIVITY = {"activityType": "CASE_STUDY", "title": "How Globex grew", "date": "2026-04-02"}
COMPONENTS = {"engagementScore": 70, "successScore": 60, "satisfactionScore": 50, "financialScore": 40}  # fmt: skip
PULSE = {"rating": 2, "reason": "The sponsor is silent"}
OVERRIDE = {"score": 75, "reason": "They renewed by hand",
            "expiresAt": (datetime.now(UTC) + timedelta(days=7)).isoformat()}  # fmt: skip
USE = {"month": "2026-04-01", "name": "agents", "value": 12}
TASK = {"title": "Call the champion", "dueDate": "2026-03-02"}
TOUCHPOINT = {"kind": "CALL", "subject": "How the week went"}
REQUEST = {"title": "Route leads by state", "theme": "Lead routing"}
READINGS = {"readings": [{"measure": "renewal_intent", "day": "2026-04-01", "value": 80}]}


CALLS = (
    Call("GET", "/customers?limit=5&status=ACTIVE&tier=SMALL_BUSINESS&search=glo&tags=a&sort=name"),
    Call("POST", "/customers", CUSTOMER, 201),
    Call("POST", "/customers/batch", {"customers": [CUSTOMER | {"externalId": "g-1"}]}),
    Call("GET", OF_CUSTOMER),
    Call("PUT", OF_CUSTOMER, {"companyName": "Globex & Co", "tags": ["a"]}),
    Call("GET", f"{OF_CUSTOMER}/profile"),
    Call("PUT", f"{OF_CUSTOMER}/profile", {"primaryObjective": "Grow", "totalUsers": 5}),
    Call("POST", f"{OF_CUSTOMER}/health-scores", {"score": 58} | COMPONENTS, 201),
    Call("GET", f"{OF_CUSTOMER}/health-scores?limit=3"),
    Call("POST", f"{OF_CUSTOMER}/health-scores/calculate", COMPONENTS),
    Call("POST", f"{OF_CUSTOMER}/success-plans", PLAN, 201),
    Call("GET", f"{OF_CUSTOMER}/success-plans"),
    Call("GET", "/success-plans/{plan}"),
    Call("PUT", "/success-plans/{plan}", {"description": "All of it"}),
    Call("POST", "/success-plans/{plan}/milestones", MILESTONE, 201),
    Call("PUT", "/success-plans/{plan}/milestones/{milestone}", {"status": "IN_PROGRESS"}),
    Call("POST", f"{OF_CUSTOMER}/business-reviews", REVIEW, 201),
    Call("GET", f"{OF_CUSTOMER}/business-reviews"),
    Call("PUT", "/business-reviews/{review}", {"overallRating": 5}),
    Call("POST", f"{OF_CUSTOMER}/advocacy-activities", ACTIVITY, 201),
    Call("GET", f"{OF_CUSTOMER}/advocacy-activities"),
    Call("PUT", "/advocacy-activities/{activity}", {"status": "IN_PROGRESS"}),
    Call("GET", "/statistics"),
    Call("GET", "/onboarding-metrics"),
    Call("GET", "/advocacy-metrics"),
    Call("GET", "/expansion-opportunities"),
    Call("GET", "/health-alerts"),
    Call("GET", f"{OF_CUSTOMER}/health-explanation"),
    Call("GET", f"{OF_CUSTOMER}/health-as-of?day=2100-01-01"),
    Call("GET", "/alerts?state=OPEN&rule=RED_ZONE&limit=5&page=1"),
    Call("POST", "/alerts/{alert}", {"do": "take"}, 201),
    Call("GET", f"{OF_CUSTOMER}/alert-rules"),
    Call("POST", "/tasks", TASK, 201),
    Call("GET", "/tasks?state=OPEN&origin=BY_HAND&dueBefore=2026-04-01&limit=5&page=1"),
    Call("GET", "/tasks/{task}"),
    Call("PUT", "/tasks/{task}", {"priority": "HIGH"}),
    Call("POST", "/tasks/{task}/complete", {"note": "She likes it"}, 201),
    Call("POST", "/tasks/{task}/cancel", {"note": "Not needed any more"}, 201),
    Call("POST", "/tasks/{task}/reopen", None, 201),
    Call("POST", f"{OF_CUSTOMER}/touchpoints", TOUCHPOINT, 201),
    Call("GET", f"{OF_CUSTOMER}/touchpoints?state=HELD&kind=CALL&limit=5&page=1"),
    Call("PUT", "/touchpoints/{touchpoint}", {"state": "HELD"}),
    Call("POST", f"{OF_CUSTOMER}/requests", REQUEST, 201),
    Call("GET", f"{OF_CUSTOMER}/requests?state=ASKED&theme=Lead+routing&limit=5&page=1"),
    Call("GET", "/requests?tier=SMALL_BUSINESS&search=route&limit=5&page=1"),
    Call("PUT", "/requests/{request}", {"state": "PLANNED", "answer": "In spring"}),
    Call("POST", f"{OF_CUSTOMER}/pulses", PULSE, 201),
    Call("GET", f"{OF_CUSTOMER}/pulses"),
    Call("DELETE", f"{OF_CUSTOMER}/pulses/{{pulse}}"),
    Call("POST", f"{OF_CUSTOMER}/health-override", OVERRIDE, 201),
    Call("DELETE", "/customers/{overridden}/health-override"),
    Call("POST", f"{OF_CUSTOMER}/measure-readings", READINGS),
    Call("GET", f"{OF_CUSTOMER}/measure-readings"),
    Call("POST", "/health-backtests", {"horizonDays": 90}, 201),
    Call("GET", "/health-backtests"),
    Call("GET", "/health-backtests/{backtest}"),
    Call("POST", "/health-runs", None, 201),
    Call("GET", "/health-runs"),
    Call("GET", "/health-runs/{run}"),
    Call("GET", "/tiers"),
    Call("GET", f"{OF_CUSTOMER}/promises"),
    Call("PUT", f"{OF_CUSTOMER}/tier", {"tier": "ENTERPRISE", "reason": "A partner"}),
    Call("DELETE", f"{OF_CUSTOMER}/tier"),
    Call("GET", "/tier-changes?state=PROPOSED&state=ANNOUNCED&limit=5&page=1"),
    Call("POST", "/tier-changes/{change}", {"do": "decline", "note": "Once only"}, 201),
    Call("POST", f"{OF_CUSTOMER}/monthly-use", USE, 201),
    *CALLS_OF_VALUE,
    *CALLS_OF_GROWTH,
    Call("DELETE", "/customers/{leaving}"),
)
MADE_FIRST = (
    {
        "customer": ("/customers", CUSTOMER),
        "leaving": ("/customers", CUSTOMER),
        "moving": ("/customers", CUSTOMER | {"annualContractValue": 30_000}),
        "plan": (f"{OF_CUSTOMER}/success-plans", PLAN | {"milestones": [MILESTONE]}),
        "milestone": ("/success-plans/{plan}/milestones", MILESTONE),
        "review": (f"{OF_CUSTOMER}/business-reviews", REVIEW),
        "activity": (f"{OF_CUSTOMER}/advocacy-activities", ACTIVITY),
        "pulse": (f"{OF_CUSTOMER}/pulses", PULSE),
        "task": ("/tasks", TASK),
        "touchpoint": (f"{OF_CUSTOMER}/touchpoints", TOUCHPOINT | {"plannedOn": "2026-03-02"}),
        "request": (f"{OF_CUSTOMER}/requests", REQUEST),
        "overridden": ("/customers", CUSTOMER),
        "override": ("/customers/{overridden}/health-override", OVERRIDE),
        "run": ("/health-runs", None),
        "backtest": ("/health-backtests", {"horizonDays": 60}),
    }
    | VALUE_MADE_FIRST
    | GROWTH_MADE_FIRST
)
MADE = re.compile(r'"\{(\w+)\}"')


@dataclass
class World:
    """A served installation, and what was made in it."""

    house: Installation
    read_only: str
    made: dict[str, str] = field(default_factory=lambda: {"metric": "nrr"})

    def send(self, call: Call, body=None, token: str | None = None, **headers: str):
        """Status and JSON of the answer."""
        path = call.path.format_map(self.made)
        token = self.house.token if token is None else token
        told = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"} | headers
        text = body if body is None or isinstance(body, str | bytes) else json.dumps(body)
        if isinstance(text, str):
            text = MADE.sub(lambda found: f'"{self.made[found[1]]}"', text)
        line = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=60)
        line.request(call.method, BASE + path, text, told)
        answer = line.getresponse()
        said = answer.status, json.loads(answer.read()), answer.headers
        line.close()
        return said
