"""Files of requests: what they hold, and how they are saved."""

from datetime import datetime

from django.db.backends.utils import CursorWrapper

from tenure.customers.importing import KNOWN_CUSTOMER
from tenure.foundation.tabular import formats as f
from tenure.foundation.tabular import values
from tenure.foundation.tabular.formats import Column, Format, Rule, Saved
from tenure.foundation.tabular.saving import upsert
from tenure.requests.models import LONGEST_THEME
from tenure.requests.rules import ENDED
from tenure.requests.words import RequestState

ASKED, ACKNOWLEDGED = RequestState.ASKED.value, RequestState.ACKNOWLEDGED.value
OF_ENDED = ", ".join(f"'{state.value}'" for state in ENDED)
# Without a state: what has a time at which it was acknowledged was acknowledged, and no more.
STATE = f"coalesce({{0}}state, case when {{0}}acknowledged_at is null then '{ASKED}' else '{ACKNOWLEDGED}' end)"
IS_ASKED, HAS_ENDED = f"{STATE} = '{ASKED}'", f"{STATE} in ({OF_ENDED})"
SOURCE = """
stage s join customers_customer c on c.external_id = s.customer_external_id
left join lateral (
    select id from customers_stakeholder
    where customer_id = c.id and lower(email) = lower(s.stakeholder_email)
    order by left_on nulls first, id limit 1
) w on true
left join (select upper(theme) as word, min(theme) as theme from requests_request group by 1) t
    on t.word = upper(s.theme)
left join usage_feature f on f.name = s.feature and f.name <> ''
"""
STEPS = frozenset(("state", "acknowledged_at", "ended_at"))
TOLD_BY = {
    "stakeholder_id": frozenset(("stakeholder_email",)), "feature_id": frozenset(("feature",)),
    **dict.fromkeys(STEPS, STEPS),
}  # fmt: skip


def save_requests(cursor: CursorWrapper, at: datetime, given: frozenset[str]) -> Saved:
    """Save the staged requests. One that ended was acknowledged then at the latest."""
    answered = "coalesce(s.acknowledged_at, s.ended_at)"
    fields = {
        "id": "s.id",
        "external_id": "s.external_id",
        "customer_id": "c.id",
        "stakeholder_id": "w.id",
        "title": "s.title",
        "details": "coalesce(s.details, '')",
        "theme": "coalesce(t.theme, min(s.theme) over (partition by upper(s.theme)))",
        "feature_id": "f.id",
        "asked_on": "s.asked_on",
        "state": STATE.format("s."),
        "acknowledged_at": f"case when {IS_ASKED.format('s.')} then null else {answered} end",
        "ended_at": f"case when {HAS_ENDED.format('s.')} then s.ended_at end",
        "answer": "coalesce(s.answer, '')",
        "recorded_by": "'a file'",
        "source_facts": "s.source_facts",
    }
    always = ("customer_id", "source_facts")
    changes = {name for name in fields if name in always or TOLD_BY.get(name, {name}) & given}
    return upsert(cursor, "requests_request", fields, at=at, changes=changes, source=SOURCE)


REQUESTS = Format(
    code="requests",
    title="Requests",
    about="One row a thing that a customer asks the product for, and what it was told.",
    save=save_requests,
    order=5,
    columns=(
        f.text("external_id", "Your own id of the request; it tells rows apart.", required=True),
        f.text("customer_external_id", "Your own id of the customer.", required=True),
        f.text("title", "What they ask for.", required=True),
        f.text("theme", "The short word that holds such requests together.", longest=LONGEST_THEME,
               required=True),
        f.day("asked_on", "When they asked.", required=True),
        f.text("details", "In their words, and what for.", longest=20_000),
        f.text("stakeholder_email", "The address of whoever asked.", longest=254),
        f.text("feature", "The feature it is about, as usage names it."),
        Column(name="state", sql="text", converter=values.words(RequestState),
               about="ASKED, ACKNOWLEDGED, PLANNED, DELIVERED or DECLINED; without it, ACKNOWLEDGED with a time and ASKED else."),
        f.instant("acknowledged_at", "When they were told that it was heard."),
        f.instant("ended_at", "When it was delivered or declined."),
        f.text("answer", "What they were told last; of a declined one the reason.", longest=5_000),
    ),
    rules=(
        KNOWN_CUSTOMER,
        Rule("asked_on > current_date + 1", "asked_on", "This day has not come yet."),
        Rule(f"{IS_ASKED.format('')} and acknowledged_at is not null", "acknowledged_at",
             "What is only asked was not acknowledged."),
        Rule(f"not {IS_ASKED.format('')} and coalesce(acknowledged_at, ended_at) is null",
             "acknowledged_at", "Say when they were told that it was heard."),
        Rule("acknowledged_at < asked_on - 1", "acknowledged_at", "It was acknowledged before it was asked."),
        Rule("ended_at < asked_on - 1", "ended_at", "It ended before it was asked."),
        Rule(f"{HAS_ENDED.format('')} and ended_at is null", "ended_at",
             "Say when it was delivered or declined."),
        Rule(f"not {HAS_ENDED.format('')} and ended_at is not null", "ended_at",
             "What is open has no end."),
        Rule("ended_at < acknowledged_at", "ended_at", "It ended before it was acknowledged."),
        Rule(f"{STATE.format('')} = '{RequestState.DECLINED.value}' and coalesce(trim(answer), '') = ''",
             "answer", "Say why it is declined."),
        Rule("feature is not null and not exists (select from usage_feature u where u.name = feature)",
             "feature", "There is no feature of this name; import usage first, or leave it out."),
        Rule("stakeholder_email is not null and not exists (select from customers_stakeholder w"
             " join customers_customer c on c.id = w.customer_id"
             " where c.external_id = customer_external_id and lower(w.email) = lower(stakeholder_email))",
             "stakeholder_email", "Nobody at this customer has this address."),
    ),
)  # fmt: skip
