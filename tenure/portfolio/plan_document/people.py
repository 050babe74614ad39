"""Who is concerned, and how we keep in touch: stakeholder map and communication."""

from datetime import date

from tenure.customers.models import Customer, Stakeholder
from tenure.customers.words import StakeholderRole
from tenure.foundation.paper.parts import Block, Facts, Rows, Section
from tenure.foundation.web.templatetags.saying import day
from tenure.plans.models import SuccessPlan
from tenure.portfolio.plan_document.worth import plain
from tenure.programme.escalation import EscalationLevel
from tenure.programme.in_force import programme
from tenure.programme.words import Tier
from tenure.work.models import Touchpoint
from tenure.work.words import TouchpointState

PARTS = {
    StakeholderRole.SPONSOR: "Executive sponsor",
    StakeholderRole.CHAMPION: "Day-to-day contact",
    StakeholderRole.TECHNICAL: "Technical contact",
    StakeholderRole.BILLING: "Billing",
    StakeholderRole.USER: "Key stakeholder",
}
NEEDED = (StakeholderRole.SPONSOR, StakeholderRole.CHAMPION, StakeholderRole.TECHNICAL)
AHEAD = 30


def stakeholders(customer: Customer, plan: SuccessPlan) -> Section:
    """Those who are there; a part that nobody is known for stands there without a name."""
    people = Stakeholder.objects.filter(customer=customer).present().order_by("name")
    by_role: dict[str, list[Stakeholder]] = {}
    for one in people:
        by_role.setdefault(one.role, []).append(one)
    rows: list[tuple[str | None, ...]] = []
    for role, words in PARTS.items():
        found = by_role.get(role.value, [])
        rows += [(words, one.name, one.title or None, one.email or None) for one in found]
        if not found and role in NEEDED:
            rows.append((words, None, None, None))
    csm = customer.success_profile.csm
    rows.append(("Our CSM", csm.name if csm else None, "", csm.email if csm else None))
    told: list[Block] = []
    if plan.stakeholders:
        told = [Facts([("Also in the plan", plain(plan.stakeholders))])]
    columns = ("Part", "Who", "Title", "E-mail")
    return Section("Stakeholder map", [Rows(columns, rows, (1.4, 1.4, 1.4, 2)), *told])


def communication(customer: Customer, today: date) -> Section:
    made = programme()
    promise = made.tiers.promise(Tier(customer.tier))
    monthly = promise.touchpoints_a_month
    reviews = ", ".join(review.cadence.label.lower() for review in promise.reviews)
    promised = Facts(
        [
            ("Touchpoints a month", f"{monthly} promised" if monthly else "none promised"),
            ("Reviews", reviews or "none promised"),
        ]
    )
    called = Rows(
        title="Who is called when it does not move",
        columns=("Level", "Who", "Answer within"),
        widths=(2, 2, 1.2),
        rows=[
            (f"{one.number}. {one.title}", one.who.label, within(one))
            for one in made.escalation.level
        ],
    )
    return Section("Communication", [promised, _ahead(customer, today), called])


def _ahead(customer: Customer, today: date) -> Rows:
    ahead = Touchpoint.objects.filter(
        customer=customer, state=TouchpointState.PLANNED, planned_on__gte=today
    ).select_related("owner")[:AHEAD]
    return Rows(
        title="Planned",
        columns=("Day", "What", "How", "Who"),
        widths=(1.3, 3, 1, 1.4),
        rows=[
            (day(one.planned_on), one.subject, one.get_kind_display(),
             one.owner.name if one.owner else None)
            for one in sorted(ahead, key=lambda one: (one.planned_on or today, one.id))
        ],
    )  # fmt: skip


def within(level: EscalationLevel) -> str:
    if level.working_days is not None:
        return f"{level.working_days} working days"
    return f"{level.hours:g} hours" if level.hours else "at once"
