"""Signing a plan off: by the customer, and by us."""

from datetime import date, datetime

from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict, Invalid
from tenure.plans.keeping import keep_version
from tenure.plans.models import SignOff, SuccessPlan
from tenure.plans.settling import locked, touch
from tenure.plans.words import Side


class ChangedSinceSeen(Conflict):
    """Who signs, signs what was seen."""


@deed("plan.signed", "noted that {name} signed version {version} of “{plan}” of {subject}")
def sign_plan(
    *,
    plan: SuccessPlan,
    side: Side,
    name: str,
    role: str = "",
    signed_on: date,
    version: int | None = None,
    by: Author,
    at: datetime,
) -> SignOff:
    """Note who signed the plan as it is. `version` is what the signer saw: another one is refused."""
    plan = locked(plan.id)
    newest = keep_version(plan, by, at)
    if version is not None and version != newest.number:
        words = f"“{plan}” has changed: version {version} became version {newest.number}."
        raise ChangedSinceSeen(
            f"{words} Look at it again before anybody signs.", {"version": words}
        )
    if signed_on > at.date():
        words = "This day has not come yet."
        raise Invalid(words, {"signed_on": words})
    signed = SignOff(version=newest, side=side, name=name.strip(), role=role.strip(),
                     signed_on=signed_on, recorded_by=str(by), created_at=at)  # fmt: skip
    save(signed)
    touch(plan.id)
    tell(customer_id=plan.customer_id, subject=plan.customer.name, plan=plan.title,
         name=signed.name, version=newest.number)  # fmt: skip
    return signed
