"""Files of touchpoints: what they hold, and how they are saved."""

from datetime import datetime

from django.db.backends.utils import CursorWrapper

from tenure.customers.importing import KNOWN_CUSTOMER
from tenure.foundation.tabular import formats as f
from tenure.foundation.tabular import values
from tenure.foundation.tabular.formats import Column, Format, Rule, Saved
from tenure.foundation.tabular.saving import upsert
from tenure.programme.words import TouchpointKind
from tenure.work.words import COUNTED, TouchpointState

HELD, PLANNED = TouchpointState.HELD.value, TouchpointState.PLANNED.value
STATE = (
    f"coalesce({{0}}state, case when {{0}}happened_at is null then '{PLANNED}' else '{HELD}' end)"
)
SOURCE = (
    "stage s join customers_customer c on c.external_id = s.customer_external_id"
    " left join people_person o on lower(o.email) = lower(s.owner_email)"
)
WHEN = frozenset(("state", "happened_at"))
TOLD_BY = {"owner_id": frozenset(("owner_email",)), "state": WHEN, "happened_at": WHEN}
KINDS = ", ".join(f"'{kind}'" for kind in COUNTED)
REACHED = f"""
update customers_customer c set last_contact_at = newest.at
from (
    select t.customer_id, max(t.happened_at) as at from work_touchpoint t
    where t.state = '{HELD}' and t.kind in ({KINDS})
        and t.external_id in (select external_id from stage)
    group by t.customer_id
) newest
where c.id = newest.customer_id
    and (c.last_contact_at is null or c.last_contact_at < newest.at)
"""


def save_touchpoints(cursor: CursorWrapper, at: datetime, given: frozenset[str]) -> Saved:
    """Save the staged touchpoints; the last contact with their customers moves on."""
    fields = {
        "id": "s.id",
        "external_id": "s.external_id",
        "customer_id": "c.id",
        "kind": "s.kind",
        "subject": "s.subject",
        "state": STATE.format("s."),
        "happened_at": "s.happened_at",
        "planned_on": "s.planned_on",
        "with_whom": "coalesce(s.with_whom, '{}')",
        "notes": "coalesce(s.notes, '')",
        "owner_id": "o.id",
        "source_facts": "s.source_facts",
    }
    always = ("customer_id", "source_facts")
    changes = {name for name in fields if name in always or TOLD_BY.get(name, {name}) & given}
    saved = upsert(cursor, "work_touchpoint", fields, at=at, changes=changes, source=SOURCE)
    cursor.execute(REACHED)
    return saved


TOUCHPOINTS = Format(
    code="touchpoints",
    title="Touchpoints",
    about="One row a contact with a customer: one that took place has its time, one that did not "
    "has the day for which it was planned. A note reaches nobody.",
    save=save_touchpoints,
    order=5,
    columns=(
        f.text("external_id", "Your own id of the touchpoint; it tells rows apart.", required=True),
        f.text("customer_external_id", "Your own id of the customer.", required=True),
        Column(name="kind", sql="text", converter=values.words(TouchpointKind), is_required=True,
               about="CALL, MEETING, MAIL, EVENT or NOTE."),
        f.text("subject", "What it was about.", required=True),
        f.instant("happened_at", "When it took place."),
        f.day("planned_on", "For which day it was planned."),
        Column(name="state", sql="text", converter=values.words(TouchpointState),
               about="HELD, PLANNED, MISSED or CANCELLED; without it, HELD with a time and PLANNED else."),
        Column(name="with_whom", sql="text[]", converter=values.lists(), about="With whom, parted by semicolons."),
        f.text("notes", "What was said.", longest=10_000),
        f.text("owner_email", "The address of whoever was in touch.", longest=254),
    ),
    rules=(
        KNOWN_CUSTOMER,
        Rule(f"{STATE.format('')} = '{HELD}' and happened_at is null", "happened_at",
             "Say when it took place."),
        Rule(f"{STATE.format('')} <> '{HELD}' and happened_at is not null", "happened_at",
             "What did not take place has no time."),
        Rule(f"{STATE.format('')} <> '{HELD}' and planned_on is null", "planned_on",
             "Say when it took place, or for which day it is planned."),
        Rule("happened_at > now()", "happened_at",
             "This time has not come yet; a touchpoint ahead has its day in planned_on."),
        Rule("owner_email is not null and not exists (select from people_person p"
             " where lower(p.email) = lower(owner_email))", "owner_email",
             "Nobody here has this address."),
    ),
)  # fmt: skip
