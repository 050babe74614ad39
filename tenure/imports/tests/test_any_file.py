"""Whatever stands in a file: it is taken or refused, row by row, and twice it changes nothing."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from tenure.imports.date_orders import AmbiguousDates
from tenure.imports.formats import FORMATS
from tenure.imports.tests.odd_cells import files

CUSTOMERS = (
    "external_id,name,contract_starts_on,contract_ends_on\n"
    "C-1,Acme,2026-01-01,2026-12-31\nC-2,Beta,2025-01-01,\n"
)
CONTRACTS = "external_id,customer_external_id,starts_on,annual_value\nK-1,C-1,2026-01-01,5\n"
OFTEN = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


class UndoneError(Exception):
    """Ends a transaction whose work is not to stay."""


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.code)
def test_every_row_is_taken_or_refused_and_twice_changes_nothing(bring_in, form):
    bring_in(CUSTOMERS, "customers.csv")
    bring_in(CONTRACTS, "contracts.csv")

    @OFTEN
    @given(files(form))
    def holds(text: str) -> None:
        try:
            with transaction.atomic():
                once, twice = bring_in(text, kind=form.code), bring_in(text, kind=form.code)
                raise UndoneError
        except AmbiguousDates:
            return
        except UndoneError:
            assert once.rows == once.created + once.changed + once.unchanged + once.refused
            assert (twice.created, twice.changed, twice.refused) == (0, 0, once.refused)

    holds()
