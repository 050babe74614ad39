"""What each role permits, written by hand, so that no role changes by oversight."""

import pytest

from tenure.people.permissions import Permission
from tenure.people.roles import ROLES, TEAM_ROLES

EVERYTHING_OF_THE_TEAM = {
    "see customers",
    "change customers in the own book",
    "change every customer",
    "hand customers to another CSM",
    "compute health scores",
    "decide how health is scored",
    "import files",
    "read the audit trail",
    "see who has access",
    "give and take access",
}
READING = {"see customers", "read the audit trail", "see who has access"}
PERMITTED = {
    "ada": EVERYTHING_OF_THE_TEAM,
    "mona": EVERYTHING_OF_THE_TEAM - {"give and take access"},
    "alice": READING | {"change customers in the own book", "compute health scores"},
    "erin": READING,
    "carl": {"see what was shared with the own company"},
}


@pytest.mark.parametrize("name", PERMITTED)
def test_a_role_permits_this_and_nothing_else(name, request):
    person = request.getfixturevalue(name)

    assert {str(one) for one in Permission if person.may(one)} == PERMITTED[name]


@pytest.mark.parametrize("name", PERMITTED)
def test_whose_access_was_taken_may_nothing(name, request):
    person = request.getfixturevalue(name)
    person.is_active = False

    assert not any(person.may(one) for one in Permission)


def test_every_role_is_played_by_one_of_the_cast(ada, mona, alice, erin, carl):
    played = [person.role for person in (ada, mona, alice, erin, carl)]

    assert played == [role.code for role in ROLES]


def test_customers_contacts_are_not_of_the_team():
    assert [role.code for role in ROLES if role not in TEAM_ROLES] == ["customer_contact"]


@pytest.mark.parametrize("name", ["mona", "alice", "erin", "carl"])
def test_djangos_admin_is_for_administrators(name, request, sign_in):
    response = sign_in(request.getfixturevalue(name)).get("/admin/people/person/")

    assert (response.status_code, response.url.partition("?")[0]) == (302, "/admin/login/")


def test_an_administrator_gets_into_djangos_admin(ada, sign_in):
    assert sign_in(ada).get("/admin/people/person/").status_code == 200


def test_the_page_prints_the_roles_as_a_leaflet(erin, sign_in):
    page = sign_in(erin).get("/people/").text

    assert "Sees everything about every customer, and changes nothing." in page
    assert "Looks after customers: sees every customer, and changes those in the own book." in page


def test_a_refusal_names_the_role_and_what_it_may_not(erin, sign_in):
    page = sign_in(erin).get("/people/add/")

    assert page.status_code == 403
    assert "Your role (Executive) may not give and take access." in page.text
