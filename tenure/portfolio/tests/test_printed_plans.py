"""A plan on paper: what it says, for whom, as a page and as a PDF."""

from decimal import Decimal

import pytest

from tenure.customers.models import Stakeholder
from tenure.documents.reading import text_of
from tenure.plans import actions
from tenure.programme.in_force import programme
from tenure.work import actions as work
from tests.moments import NOON, TODAY


@pytest.fixture
def recovery(acme, alice):
    template = programme().plans.named("recovery")
    return work.start_from_template(
        customer=acme, template=template, starts_on=TODAY, by=alice, at=NOON
    )


@pytest.fixture
def as_alice(client, alice):
    client.force_login(alice)
    return client


def text(answer) -> str:
    return answer.content.decode()


def test_the_printed_plan_says_what_is_known_and_what_is_not(as_alice, recovery, acme, alice):
    Stakeholder.objects.create(customer=acme, name="Zoe <b>", role="SPONSOR")
    goal = recovery.objectives.get()
    told = {"objective": goal, "by": alice, "at": NOON}
    actions.change_objective(changes={"baseline": Decimal(40)}, **told)
    actions.measure_objective(value=Decimal(50), measured_on=TODAY, **told)
    page = text(as_alice.get(f"/plans/{recovery.id}/print/"))

    assert "Zoe &lt;b&gt;" in page
    assert "50 points" in page
    assert "50%" in page  # from 40 to 60
    assert page.count("not recorded") > 5


def test_the_edition_for_the_customer_is_without_what_is_for_us(as_alice, recovery, acme):
    acme.success_profile.risk_notes = "They look at others"
    acme.success_profile.save()
    ours = text(as_alice.get(f"/plans/{recovery.id}/print/"))
    theirs = text(as_alice.get(f"/plans/{recovery.id}/print/?for=customer"))

    assert "They look at others" in ours
    assert "They look at others" not in theirs
    headings = [f"<h2>{one}</h2>" for one in ("Risks", "Expansion", "Health")]
    assert all(one in ours for one in headings)
    assert not any(one in theirs for one in headings)


def test_the_pdf_is_one_with_any_text(as_alice, recovery, alice):
    title = "#set text(red) *a* _b_ $x$ \\ <a> @b 名前 \u202e"
    actions.change_plan(plan=recovery, changes={"title": title}, by=alice, at=NOON)
    answer = as_alice.get(f"/plans/{recovery.id}/plan.pdf")

    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    assert answer["Content-Disposition"].endswith('.pdf"')


def test_every_section_of_the_template_is_printed_in_its_order(as_alice, recovery):
    page = text(as_alice.get(f"/plans/{recovery.id}/print/"))
    told = [line.removeprefix("## ") for line in text_of("success-plan-template").splitlines()
            if line.startswith("## ")]  # fmt: skip
    places = [page.index(f"<h2>{title}</h2>") for title in told]
    assert places == sorted(places)
