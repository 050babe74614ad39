"""Dirt in what was imported: places where sources contradict each other, and the rule that decides.

Nothing is thrown away or corrected in silence; docs/importing.md explains each rule.
"""

from dataclasses import dataclass

from django.db import connection


@dataclass(frozen=True)
class Check:
    """A contradiction to look for. `sql` counts it; `words` say it, `rule` what Tenure makes of it."""

    code: str
    sql: str
    words: str
    rule: str


@dataclass(frozen=True)
class Finding:
    code: str
    count: int
    words: str
    rule: str


CHECKS: tuple[Check, ...] = (
    Check(
        "churned_without_event",
        "select count(*) from customers_customer c where status = 'CHURNED' and not exists"
        " (select from customers_churnevent e where e.customer_id = c.id)",
        "{count} customers are marked as churned, and no churn event says when or why.",
        "The customer's own mark counts; the day of churn stays unknown.",
    ),
    Check(
        "churn_event_but_current",
        "select count(*) from customers_customer c where status <> 'CHURNED' and exists"
        " (select from customers_churnevent e where e.customer_id = c.id)",
        "{count} customers have a churn event, and are not marked as churned.",
        "A contract that runs on after the event keeps the customer; the event stays as history.",
    ),
    Check(
        "churned_with_running_contract",
        "select count(*) from customers_customer c where status = 'CHURNED' and exists"
        " (select from contracts_contract k where k.customer_id = c.id and k.starts_on <= now()"
        " and (k.ends_on is null or k.ends_on >= now()))",
        "{count} customers are marked as churned, and have a contract that still runs.",
        "The customer's own mark counts; the contracts stay as they are.",
    ),
    Check(
        "usage_id_twice",
        "select count(*) from (select external_id from usage_dailyusage where external_id <> ''"
        " group by external_id having count(*) > 1) twice",
        "{count} ids of usage rows stand for more than one row.",
        "Such an id does not tell rows apart; customer, day and feature do, and all rows are kept.",
    ),
    Check(
        "usage_before_contract",
        "select count(*) from usage_dailyusage u join contracts_contract k"
        " on k.external_id = u.contract_external_id"
        " where u.contract_external_id <> '' and u.day < k.starts_on",
        "{count} usage rows are older than the contract they belong to.",
        "Usage counts for the customer on its day, whatever the contract says.",
    ),
    Check(
        "usage_after_contract",
        "select count(*) from usage_dailyusage u join contracts_contract k"
        " on k.external_id = u.contract_external_id"
        " where u.contract_external_id <> '' and u.day > k.ends_on",
        "{count} usage rows are later than the end of the contract they belong to.",
        "Usage counts for the customer on its day, whatever the contract says.",
    ),
    Check(
        "customer_without_contract",
        "select count(*) from customers_customer c where annual_contract_value = 0 and not exists"
        " (select from contracts_contract k where k.customer_id = c.id)",
        "{count} customers have no contract and no contract value.",
        "Their value counts as zero until a contract says more.",
    ),
    Check(
        "contract_before_customer",
        "select count(*) from customers_customer c where exists (select from contracts_contract k"
        " where k.customer_id = c.id and k.starts_on < c.customer_since::date)",
        "{count} customers have a contract from before they became customers.",
        "The earliest contract sets the contract's start; “customer since” stays as told.",
    ),
)


def findings() -> list[Finding]:
    """What contradicts itself in everything that is stored, the largest first."""
    found = []
    with connection.cursor() as cursor:
        for check in CHECKS:
            cursor.execute(check.sql)
            (count,) = cursor.fetchone()
            if count:
                words = check.words.format(count=f"{count:,}")
                found.append(Finding(check.code, count, words, check.rule))
    return sorted(found, key=lambda finding: -finding.count)
