"""Calls about groups of advocates, deals that favours helped, value, and who might buy more."""

import subprocess
import sys
from pathlib import Path

from tests.api.call import OF_CUSTOMER, Call
from tests.api.calls_of_value import day

ROOT = Path(__file__).resolve().parents[2]
GROUP = {"kind": "ADVISORY_BOARD", "name": "Board", "purpose": "What comes next"}
# No day: whoever joined today came today, whenever midnight passes.
MEETING = {"subject": "The year ahead", "came": ["{member}"], "contributed": ["{member}"]}
DEAL = {"name": "Initech", "annualValue": 60_000, "state": "WON", "closedOn": day(-3)}
SAVED = {"what": "Saved at the desk", "amount": 120, "unit": "hours", "achievedOn": day(-20)}
WON = {"growth": "SEATS", "wonRevenue": 6_000, "endedOn": day(0), "seats": 25, "note": "The trial"}
CALLS_OF_GROWTH = (
    Call("GET", "/advocacy-groups"),
    Call("POST", "/advocacy-groups", GROUP | {"name": "Users"}, 201),
    Call("POST", "/advocacy-groups/{group}/members", {"customerId": "{customer}"}, 201),
    Call("POST", "/advocacy-groups/{group}/meetings", MEETING, 201),
    Call("POST", "/advocacy-groups/{group}/members/{member}/leave", None, 201),
    Call("POST", "/advocacy-groups/{group}/members/{member}/keep", None, 201),
    Call("PUT", "/advocacy-groups/{group}", {"purpose": "What comes after that"}),
    Call("GET", "/advocacy-groups/{group}"),
    Call("POST", "/advocacy-activities/{activity}/deal", DEAL, 201),
    Call("GET", "/deals?state=WON&limit=5&page=1"),
    Call("GET", "/deals/{deal}"),
    Call("DELETE", "/advocacy-activities/{activity}/deal"),
    Call("GET", "/influenced-revenue"),
    Call("POST", f"{OF_CUSTOMER}/value-entries", SAVED, 201),
    Call("POST", "/value-entries/{value}/confirm", {"confirmedBy": "Hank Scorpio"}, 201),
    Call("GET", f"{OF_CUSTOMER}/value-entries"),
    Call("GET", "/opportunities?state=FOUND&limit=5&page=1"),
    Call("GET", "/opportunities/{won}"),
    Call("POST", "/opportunities/{pursued}/pursue", None, 201),
    Call("POST", "/opportunities/{won}/win", WON, 201),
    Call("POST", "/opportunities/{lost}/lose", {"note": "No budget"}, 201),
    Call("POST", "/opportunities/{dismissed}/dismiss", {"note": "Next year"}, 201),
    Call("POST", "/opportunities/{dropped}/reopen", None, 201),
)
GROWTH_MADE_FIRST = {
    "group": ("/advocacy-groups", GROUP),
    "member": ("/advocacy-groups/{group}/members", {"customerId": "{moving}"}),
    "deal": ("/advocacy-activities/{activity}/deal", DEAL),
    "value": (f"{OF_CUSTOMER}/value-entries", SAVED),
}
THRIVES = {"name": "Initrode", "email": "hi@initrode.example", "contractStartDate": day(-90),
           "status": "ACTIVE", "tier": "SMALL_BUSINESS"}  # fmt: skip
YEAR = {"startDate": day(-90), "endDate": day(275), "annualValue": 22_000, "seats": 20}
WELL = {"score": 85, "engagementScore": 85, "successScore": 85, "satisfactionScore": 85, "financialScore": 85}  # fmt: skip
LOOK = "import time; from tenure.expansion.jobs import find; find(int(time.time()))"


def find_growth(world, *names: str) -> None:
    """Customers who do well near the next tier, and what the nightly look at them finds, by name."""
    for name in names:
        _, said, _ = world.send(Call("POST", "/customers"), THRIVES)
        world.made[name] = said["data"]["id"]
        for path, body in (("contracts", YEAR), ("health-scores", WELL)):
            status, said, _ = world.send(Call("POST", f"/customers/{{{name}}}/{path}"), body)
            assert status == 201, said
    look = [sys.executable, ROOT / "manage.py", "shell", "-c", LOOK]
    subprocess.run(look, env=world.house.environ, check=True, capture_output=True, timeout=120)
    for name in names:
        _, said, _ = world.send(Call("GET", f"/opportunities?customerId={{{name}}}"))
        world.made[name] = said["data"][0]["id"]
