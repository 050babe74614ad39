"""What is known of advocates: asks, consents, and who could speak for us."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from tenure.advocacy.fitting import Known
from tenure.advocacy.models import Consent
from tenure.advocacy.rules import Ask
from tenure.advocacy.words import AdvocacyStatus
from tenure.foundation.database.prepared import all_rows

ASKS = """
select customer_id, contact_id,
    coalesce(asked_on, case when status = 'REQUESTED' then created_at::date end), status, happens_on
from advocacy_advocacyactivity
where customer_id = any(%(ids)s::uuid[]) and status <> 'PENDING'
"""
# Who agreed to this kind of favour and is well; the lowest score is that of the last 90 days.
AGREED = """
select c.id, c.name, c.industry, c.tier, concat_ws(' ', p.primary_objective, array_to_string(c.tags, ' ')),
    h.score, coalesce(low.score, h.score), asked.day, k.contact_id, s.name, k.words, h.level
from advocacy_consent k
join customers_customer c on c.id = k.customer_id and c.status = 'ACTIVE'
join customers_currenthealth h on h.customer_id = c.id and h.score is not null
join customers_successprofile p on p.customer_id = c.id
left join customers_stakeholder s on s.id = k.contact_id
left join lateral (
    select min(score) as score from health_healthscore
    where customer_id = c.id and recorded_at >= %(day)s::date - 90
) low on true
left join lateral (
    select max(asked_on) as day from advocacy_advocacyactivity where customer_id = c.id
) asked on true
where k.activity_type = %(kind)s and k.withdrawn_on is null and k.agreed_on <= %(day)s
    and (k.until is null or k.until >= %(day)s) and (s.left_on is null or s.left_on > %(day)s)
order by c.name, s.name nulls first
limit %(most)s
"""
# Who thrives and says so, and was asked for nothing of late.
PROMOTERS = """
select c.id, c.name, h.score, h.level, a.score, a.answered_at::date, h.annual_value
from customers_currenthealth h
join customers_customer c on c.id = h.customer_id
join lateral (
    select score, answered_at from surveys_surveyanswer
    where customer_id = h.customer_id and kind = 'NPS' and answered_at >= %(since)s
    order by answered_at desc limit 1
) a on a.score >= %(promoter)s
where h.status = 'ACTIVE' and h.level in ('GOOD', 'EXCELLENT') and h.trend <> 'DECLINING'
    and not exists (
        select from advocacy_advocacyactivity f where f.customer_id = h.customer_id
            and (f.status in ('PENDING', 'REQUESTED', 'IN_PROGRESS') or f.asked_on >= %(since)s
                or (f.status = 'DECLINED' and f.happens_on >= %(since)s))
    )
    and not exists (
        select from alerts_alert l where l.customer_id = h.customer_id and l.state = 'OPEN'
    )
order by h.annual_value desc, c.id limit %(most)s
"""


def asks_of(ids: Sequence[UUID]) -> dict[UUID, list[Ask]]:
    found: dict[UUID, list[Ask]] = defaultdict(list)
    for customer, contact, asked, status, ended in all_rows(ASKS, {"ids": list(ids)}):
        found[customer].append(Ask(contact, asked, AdvocacyStatus(status), ended))
    return found


def has_consent(customer: UUID, contact: UUID | None, kind: str, day: date) -> bool:
    """Of this person, or of the customer as a whole."""
    found = Consent.objects.filter(
        Q(until=None) | Q(until__gte=day), customer=customer, activity_type=kind, withdrawn_on=None
    )
    return found.filter(Q(contact=None) | Q(contact=contact)).exists()


@dataclass(frozen=True)
class Candidate:
    """Somebody who agreed to a kind of favour."""

    customer: UUID
    name: str
    known: Known
    contact: UUID | None
    contact_name: str
    words: str
    level: str


def candidates(kind: str, day: date, most: int) -> list[Candidate]:
    rows = all_rows(AGREED, {"kind": kind, "day": day, "most": most})
    return [
        Candidate(row[0], row[1], Known(*row[2:8]), row[8], row[9] or "", row[10], row[11])
        for row in rows
    ]


@dataclass(frozen=True)
class Promoter:
    """Who would speak for us, by what they said and how they are."""

    customer: UUID
    name: str
    score: int
    level: str
    nps: int
    answered_on: date
    annual_value: object


def promoters(day: date, days: int, nps: int, most: int) -> list[Promoter]:
    told = {"since": day - timedelta(days=days), "promoter": nps, "most": most}
    return [Promoter(*row) for row in all_rows(PROMOTERS, told)]
