"""What can be done about renewals: say what is expected. What was said before stays."""

from datetime import date, datetime
from decimal import Decimal

from tenure.contracts.models import Contract
from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Invalid
from tenure.revenue.models import RenewalForecast
from tenure.revenue.words import Call


@deed("renewal.forecasted", "expects of the renewal of {subject}: {call}, {amount} a year")
def forecast_renewal(
    *,
    contract: Contract,
    renews_on: date,
    call: Call,
    amount: Decimal,
    note: str = "",
    by: Author,
    at: datetime,
) -> RenewalForecast:
    """Say it anew; who says the same again adds nothing."""
    Contract.objects.select_for_update(of=["self"], no_key=True).get(id=contract.id)
    if call == Call.WILL_LEAVE and amount:
        words = "Who leaves pays nothing: expect 0."
        raise Invalid(words, {"amount": words})
    made = RenewalForecast(
        customer=contract.customer, contract=contract, renews_on=renews_on, call=call, amount=amount,
        note=note.strip(), said_by=str(by), said_at=at, created_at=at,
    )  # fmt: skip
    told = RenewalForecast.objects.filter(contract=contract, renews_on=renews_on)
    last = told.order_by("-said_at", "-id").first()
    tell(
        customer_id=contract.customer_id, subject=contract.customer.name, call=call.label.lower(),
        amount=f"{amount:,.0f}",
    )  # fmt: skip
    if last and all(getattr(last, f) == getattr(made, f) for f in ("call", "amount", "note")):
        leave_no_trace()
        return last
    save(made)
    return made
