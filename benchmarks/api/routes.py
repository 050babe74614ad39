"""The four routes, and whether the servers answer the same on them."""

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.api.servers import Server

BASE = "/api/v1/customer-success"
TIERS = ("SMALL_BUSINESS", "MID_MARKET", "ENTERPRISE")
PAGES_LOOKED_AT = 10  # of each tier, a hundred customers each


@dataclass(frozen=True)
class Route:
    """`targets` answers the addresses to go round; `gist` what all servers must agree on."""

    name: str
    method: str
    targets: Callable[[Server], list[str]]
    gist: Callable[[dict[str, Any]], Any]


def pages(server: Server) -> list[str]:
    """Fifty of one status and tier, the first three pages of each tier."""
    return [page_of(tier, 50, number) for number in (1, 2, 3) for tier in TIERS]


def page_of(tier: str, limit: int, number: int) -> str:
    return f"{BASE}/customers?status=ACTIVE&tier={tier}&limit={limit}&page={number}"


def customers(server: Server) -> list[str]:
    """Some thousand customers of all ages, the same ones on every server."""
    found = []
    for tier in TIERS:
        pages = get(server, page_of(tier, 100, 1))["pagination"]["totalPages"]
        for number in range(1, pages + 1, max(1, pages // PAGES_LOOKED_AT)):
            found += [row["id"] for row in get(server, page_of(tier, 100, number))["data"]]
    return [f"{BASE}/customers/{key}" for key in found]


def sizes(whole: dict[str, Any]) -> Any:
    """How much an answer tells of a customer."""
    data = whole["data"]
    parts = ("healthScores", "successPlans", "businessReviews")
    milestones = [len(plan["milestones"]) for plan in data["successPlans"]]
    return data["name"], bool(data["successProfile"]), milestones, [len(data[p]) for p in parts]


ROUTES = (
    Route("list", "GET", pages, lambda whole: (
        whole["pagination"]["total"], [row["name"] for row in whole["data"]])),
    Route("detail", "GET", customers, sizes),
    Route("statistics", "GET", lambda server: [f"{BASE}/statistics"], lambda whole: {
        name: count for name, value in whole["data"].items() if (count := _without_nought(value))}),
    Route("create", "POST", lambda server: [f"{BASE}/customers"], lambda whole: None),
)  # fmt: skip


def _without_nought(value: Any) -> Any:
    """A tier that nobody is in may be left out."""
    return {k: v for k, v in value.items() if v} if isinstance(value, dict) else value


def get(server: Server, path: str) -> Any:
    with urllib.request.urlopen(
        urllib.request.Request(server.url + path, headers=server.headers), timeout=60
    ) as answer:
        return json.load(answer)


def probed(route: Route, servers: list[Server]) -> list[Server]:
    """The servers that answer a route; says loudly who does not, and who answers otherwise."""
    gists = {}
    for server in servers:
        try:
            gist = None
            if route.method == "GET":
                gist = route.gist(get(server, route.targets(server)[0]))
            gists[server.name] = gist
        except urllib.error.HTTPError as error:
            print(f"!! {route.name}: {server.name} ANSWERS {error.code}: left out", flush=True)
    for name, gist in gists.items():
        if gist != (first := next(iter(gists.values()))):
            print(f"!! {route.name}: {name} ANSWERS OTHERWISE: {gist} and not {first}", flush=True)
    return [server for server in servers if server.name in gists]
