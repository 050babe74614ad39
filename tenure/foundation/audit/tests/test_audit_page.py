"""The page of the trail: its sentences, filters and paging, and how much it asks the database."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tenure.foundation.audit.models import Deed
from tenure.foundation.audit.trail import telling
from tenure.people import actions
from tenure.people.models import Person
from tenure.people.roles import Manager
from tests.moments import NOON

pytestmark = pytest.mark.django_db


def done(name, count=1, *, code="person.signed_in", at=NOON):
    for n in range(count):
        Deed.objects.create(
            code=code, at=at - timedelta(minutes=n), by_name=name, via="page", details={"n": n}
        )


def who(page):
    return [sentence.who for sentence in page.context["sentences"]]


def test_it_tells_who_what_from_where_before_and_after(ada, alice, sign_in):
    actions.change_role(person=alice, role=Manager, by=ada, at=NOON)

    page = sign_in(ada).get("/audit/?code=person.role_changed")

    assert "<b>Ada</b> changed the role of Alice from CSM to Manager" in page.text
    assert "at the command line" in page.text
    assert "<del>CSM</del> → <ins>Manager</ins>" in page.text


def test_a_name_cannot_write_into_the_page(ada, sign_in):
    done("<script>alert(1)</script>")

    page = sign_in(ada).get("/audit/")

    assert "<script>alert(1)" not in page.text
    assert "&lt;script&gt;alert(1)" in page.text


def test_the_newest_stands_first(ada, sign_in):
    done("Earlier", at=NOON - timedelta(days=1))
    done("Later")

    assert who(sign_in(ada).get("/audit/?code=person.signed_in")) == ["Later", "Earlier"]


def test_who_is_found_however_it_is_written(ada, sign_in):
    done("Grace Hopper")
    done("Alan Turing")

    assert who(sign_in(ada).get("/audit/", {"who": " grace HOPPER "})) == ["Grace Hopper"]


def test_a_kind_of_deed_is_found_by_its_code(ada, sign_in):
    done("Grace", code="password.changed")
    done("Alan")

    assert who(sign_in(ada).get("/audit/", {"code": "password.changed"})) == ["Grace"]


def test_days_are_found_with_their_first_and_last_minute(ada, sign_in):
    for hours in (-13, -12, 11, 12):  # the day before, midnight, eleven at night, the day after
        done(f"At {hours}", at=NOON + timedelta(hours=hours))

    days = {"from": "2026-11-23", "to": "2026-11-23", "code": "person.signed_in"}
    page = sign_in(ada).get("/audit/", days)

    assert who(page) == ["At 11", "At -12"]


def test_older_deeds_follow_without_a_gap_or_a_repetition(ada, sign_in):
    done("Grace", 60)
    done("Alan", 60)  # the same minutes: the places are told apart by more than the time
    client = sign_in(ada)

    pages, address = [], "/audit/?code=person.signed_in"
    while address:
        page = client.get(address)
        pages.append([sentence.deed.id for sentence in page.context["sentences"]])
        older = page.context["older"]
        address = older and "/audit/?" + page.text.split('rel="next" href="?')[1].split('"')[0]
        address = address.replace("&amp;", "&")

    assert [len(ids) for ids in pages] == [50, 50, 20]
    assert len({deed for ids in pages for deed in ids}) == 120


def test_the_last_page_offers_no_older_one(ada, sign_in):
    done("Grace", 50)

    page = sign_in(ada).get("/audit/", {"who": "Grace"})

    assert len(who(page)) == 50
    assert 'rel="next"' not in page.text


@pytest.mark.parametrize("role", ["alice", "erin"])
def test_the_whole_team_may_read_it(role, request, sign_in):
    assert sign_in(request.getfixturevalue(role)).get("/audit/").status_code == 200


def test_a_customers_contact_may_not(carl, sign_in):
    page = sign_in(carl).get("/audit/")

    assert page.status_code == 403
    assert "Your role (Customer contact) may not read the audit trail." in page.text


def test_the_page_asks_as_much_for_fifty_deeds_as_for_five(ada, alice, sign_in):
    def questions(count):
        for n in range(count):
            with telling("person.renamed", by=ada, at=NOON):
                Person.objects.filter(id=alice.id).update(name=f"Alice {count}-{n}")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get("/audit/", {"code": "person.renamed"})
        return len(asked)

    client = sign_in(ada)
    client.get("/audit/")
    assert questions(5) == questions(45)
