"""Files that meet customers who are known already: what they may change, and what holds."""

from datetime import date

import pytest

from tenure.customers.models import Customer
from tenure.foundation.refusals import Invalid

KNOWN = "external_id,name,contract_starts_on,contract_ends_on\nC-9,Acme,2026-01-01,2026-12-31\n"


def acme() -> Customer:
    return Customer.objects.select_related("success_profile__csm").get(external_id="C-9")


def refusal(outcome) -> tuple[int, str, str]:
    (found,) = outcome.refusals
    return found.line, found.field, found.reason


def test_a_contract_that_ends_before_the_known_start_is_refused(bring_in):
    bring_in(KNOWN)

    outcome = bring_in("external_id,name,contract_ends_on\nC-9,Acme,2025-12-31\n")

    assert refusal(outcome) == (
        2, "contract_ends_on", "The contract that is known starts after this day.",
    )  # fmt: skip
    assert acme().contract_ends_on == date(2026, 12, 31)


@pytest.mark.parametrize("starts_on", ["2027-01-01", ""])
def test_a_contract_that_starts_after_the_known_end_is_refused(bring_in, starts_on):
    bring_in(KNOWN.replace("2026-", "2025-"))

    outcome = bring_in(f"external_id,name,contract_starts_on\nC-9,Acme,{starts_on}\n")

    assert refusal(outcome) == (
        2, "contract_starts_on", "The contract that is known ends before it starts.",
    )  # fmt: skip
    assert acme().contract_starts_on == date(2025, 1, 1)


def test_a_renewal_that_names_both_days_is_taken(bring_in):
    bring_in(KNOWN)

    bring_in(KNOWN.replace("2026-", "2027-"))

    assert acme().contract_ends_on == date(2027, 12, 31)


def test_a_contract_that_is_over_needs_no_start(bring_in):
    bring_in("external_id,name,contract_ends_on\nC-9,Acme,2020-12-31\n")

    assert acme().contract_starts_on == date(2020, 12, 31)


def test_a_customer_that_left_stays_so_whatever_a_file_of_customers_says(bring_in):
    bring_in("external_id,name,status\nC-9,Acme,ACTIVE\n")
    bring_in("external_id,customer_external_id,churned_on\nE-1,C-9,2026-03-01\n", "churn.csv")

    outcome = bring_in("external_id,name,status\nC-9,Acme,ACTIVE\n")

    assert (outcome.changed, outcome.unchanged) == (0, 1)
    assert (acme().status, acme().churned_on) == ("CHURNED", date(2026, 3, 1))


def test_a_mark_without_a_day_is_taken_back_by_the_file_that_made_it(bring_in):
    bring_in("external_id,name,status\nC-9,Acme,CHURNED\n")

    bring_in("external_id,name,status\nC-9,Acme,ACTIVE\n")

    assert acme().status == "ACTIVE"


def test_a_csm_and_an_objective_are_told_changed_and_taken_away(bring_in, alice, bob):
    text = "external_id,name,csm_email,primary_objective\nC-9,Acme,{},{}\n"

    for email, objective, csm in [
        ("Alice@Tenure.example", "Grow", alice), ("bob@tenure.example", "Save", bob), ("", "", None)
    ]:  # fmt: skip
        outcome = bring_in(text.format(email, objective))
        assert outcome.created + outcome.changed == 1
        assert acme().success_profile.csm == csm
        assert acme().success_profile.primary_objective == objective
        assert bring_in(text.format(email, objective)).unchanged == 1


def test_a_file_that_does_not_name_a_csm_leaves_the_book_alone(bring_in, alice):
    bring_in("external_id,name,csm_email\nC-9,Acme,alice@tenure.example\n")

    bring_in("external_id,name,phone\nC-9,Acme,555\n")

    assert acme().success_profile.csm == alice


def test_a_csm_that_nobody_knows_is_refused(bring_in):
    outcome = bring_in("external_id,name,csm_email\nC-9,Acme,nobody@tenure.example\n")

    assert refusal(outcome) == (2, "csm_email", "Nobody here has this address.")


def test_what_no_rule_foresaw_refuses_the_file_in_words_and_keeps_nothing_of_it(bring_in):
    bring_in(KNOWN)
    contracts = "external_id,customer_external_id,starts_on,annual_value\n" + "".join(
        f"K-{n},C-9,2026-01-01,999999999999.99\n" for n in (1, 2)
    )

    with pytest.raises(Invalid, match="The database does not take these contracts: numeric field"):
        bring_in(contracts, "contracts.csv")

    assert acme().contracts.count() == 0
