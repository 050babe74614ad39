"""A page of the list, and how many customers there are in all."""

import re
from dataclasses import dataclass
from typing import Any

from tenure.customers.listing.filters import ORDERS, CustomerFilters
from tenure.customers.schemas import CUSTOMERS
from tenure.foundation.refusals import Invalid
from tenure.foundation.rest.kept import Kept
from tenure.foundation.rest.paging import cursor_after, numbered, read_cursor

KEPT = Kept(CUSTOMERS, ("c", "h"))
PROFILE = "join customers_successprofile p on p.customer_id = c.id"
# What each filter asks of a row. One value of a list is asked for by `=`, which indexes like best.
CONDITIONS = {
    "tier": "c.tier",
    "status": "c.status",
    "churn_risk": "h.churn_risk",
    "onboarding_status": "p.onboarding_status",
    "csm_id": "p.csm_id = %(csm_id)s",
    "search": "c.search_text like %(search)s",
    "health_score_max": "coalesce(h.score, 0) <= %(health_score_max)s",
    "health_score_min": "coalesce(h.score, 0) >= %(health_score_min)s",
    "customer_since_from": "c.customer_since >= %(customer_since_from)s",
    "customer_since_to": "c.customer_since <= %(customer_since_to)s",
    "contract_renewal_from": "c.next_renewal_on >= %(contract_renewal_from)s",
    "contract_renewal_to": "c.next_renewal_on <= %(contract_renewal_to)s",
    "tags": "c.tags && %(tags)s",
}
OF_PROFILE = {"onboarding_status", "csm_id"}
TALLIED = ("tier", "status", "churn_risk", "onboarding_status")


@dataclass(frozen=True)
class Question:
    """The filters as SQL: the tables beside the customer's, the condition, its parameters."""

    tables: str
    where: str
    parameters: dict[str, Any]

    @property
    def is_plain(self) -> bool:
        """Whether it asks only for what customers are counted by: then the tally knows the total,
        and one plan suits all values."""
        return self.parameters.keys() <= set(TALLIED)


def question(filters: CustomerFilters) -> Question:
    asked = {n: v for n in CONDITIONS if (v := getattr(filters, n)) not in (None, [], "")}
    parameters = dict(asked)
    parts = []
    for name, value in asked.items():
        part = CONDITIONS[name]
        if "%" not in part:
            many = len(value) > 1
            parameters[name] = [str(word) for word in value] if many else str(value[0])
            part = f"{part} = any(%({name})s)" if many else f"{part} = %({name})s"
        parts.append(part)
    if "search" in parameters:
        parameters["search"] = f"%{_literally(filters.search.lower())}%"
    tables = PROFILE if OF_PROFILE & asked.keys() else ""
    return Question(tables, " and ".join(parts) or "true", parameters)


def _literally(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def page_of(filters: CustomerFilters) -> tuple[bytes, dict[str, Any]]:
    """A page as JSON, and where it stands in the whole."""
    asked = question(filters)
    by_cursor = filters.cursor is not None
    order = ORDERS[filters.sort]
    parameters, where = asked.parameters, asked.where
    skip = (filters.page - 1) * filters.limit
    if filters.cursor:
        last_key, last_id = read_cursor(filters.cursor, filters.sort)
        parameters = parameters | {"last_key": last_key, "last_id": last_id}
        skip, where = 0, f"{where} and {order.behind}"
    page = KEPT.page(
        # Plain numbers: a plan that suits any limit would not trust an index.
        f"{asked.tables} where {where} {order.sql} limit {filters.limit} offset {skip}",
        parameters,
        key=f"{order.key}::text",
        total="null::bigint" if by_cursor else total_of(asked),
        only=_wanted(filters.fields),
        is_planned_anew=not asked.is_plain,
    )
    told: dict[str, Any] = {"limit": filters.limit}
    if page.total is not None:
        told = numbered(filters.page, filters.limit, page.total)
    has_more = page.count == filters.limit and order.kind
    told["nextCursor"] = (
        cursor_after(filters.sort, page.last_key, page.last_id) if has_more else None
    )
    return page.json, told


def total_of(asked: Question) -> str:
    """How many customers match, exactly: from the tally where it can tell, else by counting."""
    if asked.is_plain:
        where = re.sub(r"\b[chp]\.", "", asked.where)
        return f"(select coalesce(sum(customers), 0)::bigint from customers_tally where {where})"
    health = "join customers_currenthealth h on h.customer_id = c.id"
    tables = f"{health if 'h.' in asked.where else ''} {asked.tables}"
    return f"(select count(*) from customers_customer c {tables} where {asked.where})"


def _wanted(fields: list[str]) -> list[str]:
    """The fields that were asked for, as a comma-separated list or by repeating the parameter."""
    named = [name for told in fields for name in told.split(",") if name]
    if unknown := [name for name in named if name not in CUSTOMERS.columns]:
        words = f"knows no {unknown[0]}"
        raise Invalid(f"fields {words}.", {"fields": words})
    return list(dict.fromkeys(named))
