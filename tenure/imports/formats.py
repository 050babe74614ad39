"""The kinds of file that Tenure reads. To add one: a Format in its slice, a line here, a test."""

from tenure.contracts.importing import CONTRACTS
from tenure.contracts.importing_churn import CHURN_EVENTS
from tenure.contracts.importing_invoices import INVOICES
from tenure.customers.importing import CUSTOMERS
from tenure.foundation.refusals import Invalid
from tenure.foundation.tabular.formats import Format
from tenure.health.importing import READINGS
from tenure.requests.importing import REQUESTS
from tenure.support.importing import TICKETS
from tenure.surveys.importing import SURVEY_ANSWERS
from tenure.tiering.importing import MONTHLY_USE
from tenure.usage.importing import USAGE
from tenure.work.importing import TOUCHPOINTS

FORMATS: tuple[Format, ...] = (
    CUSTOMERS,
    CONTRACTS,
    INVOICES,
    USAGE,
    TICKETS,
    SURVEY_ANSWERS,
    CHURN_EVENTS,
    READINGS,
    MONTHLY_USE,
    TOUCHPOINTS,
    REQUESTS,
)
FORMAT_BY_CODE = {form.code: form for form in FORMATS}


def format_named(code: str) -> Format:
    try:
        return FORMAT_BY_CODE[code]
    except KeyError:
        known = ", ".join(FORMAT_BY_CODE)
        raise Invalid(
            f"There is no kind of file “{code}”; there are {known}.", {"kind": "unknown"}
        ) from None
