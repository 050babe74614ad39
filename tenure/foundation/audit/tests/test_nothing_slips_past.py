"""Changes that no action made: in bulk, by plain SQL, in the database itself. The trail has them too."""

import pytest
from django.db import connection

from tenure.customers.models import Customer
from tenure.foundation.audit.models import Change, Deed
from tenure.foundation.audit.trail import telling
from tenure.people.models import Person
from tests.moments import NOON

pytestmark = pytest.mark.django_db


def people(count):
    return [Person(email=f"p{n}@x.example", name=f"P {n}", role="csm") for n in range(count)]


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_a_bulk_creation_is_a_change_per_row(ada):
    with telling("people.invited", by=ada, at=NOON) as deed:
        Person.objects.bulk_create(people(3))

    created = Change.objects.filter(deed_id=deed.id, kind="created")
    assert sorted(change.after["email"] for change in created) == [
        "p0@x.example", "p1@x.example", "p2@x.example",
    ]  # fmt: skip


def test_a_bulk_update_tells_each_row_before_and_after(ada, alice, bob):
    with telling("people.renamed", by=ada, at=NOON) as deed:
        Person.objects.filter(role="csm").update(role="manager")

    changes = Change.objects.filter(deed_id=deed.id).order_by("subject_name")
    assert [(c.subject_name, c.before, c.after) for c in changes] == [
        ("Alice", {"role": "csm"}, {"role": "manager"}),
        ("Bob", {"role": "csm"}, {"role": "manager"}),
    ]


def test_a_bulk_deletion_keeps_what_stood_there(ada):
    Person.objects.bulk_create(people(2))
    with telling("people.removed", by=ada, at=NOON) as deed:
        Person.objects.filter(email__endswith="@x.example").delete()

    gone = Change.objects.filter(deed_id=deed.id, kind="deleted").order_by("subject_name")
    assert [change.before["email"] for change in gone] == ["p0@x.example", "p1@x.example"]
    assert [change.after for change in gone] == [None, None]


def test_plain_sql_is_signed_with_the_name_of_the_database_session(acme):
    sql("update customers_customer set phone = '555' where id = %s", acme.id)

    deed = Deed.objects.get(id=Change.objects.get(after__phone="555").deed_id)
    with connection.cursor() as cursor:
        cursor.execute("select session_user")
        (session,) = cursor.fetchone()
    assert (deed.code, deed.via, deed.by_name, deed.by_id) == ("sql", "sql", session, None)


@pytest.fixture
def another_session():
    """A session of its own in the database of the tests; what it does is taken back."""
    other = connection.copy()
    with other.cursor() as cursor:
        yield cursor
    other.close()


def change_and_take_back(cursor):
    """Two changes in one transaction: the deeds that they belong to."""
    cursor.execute("begin")
    cursor.execute(
        "insert into people_person (id, email, name, role, password)"
        " values (new_id(), 'x@x.example', 'X', 'csm', '!')"
    )
    cursor.execute("update people_person set name = 'Y' where email = 'x@x.example'")
    cursor.execute("select deed_id, subject_name from audit_change order by id desc limit 2")
    told = cursor.fetchall()
    cursor.execute("rollback")
    assert [name for _, name in told] == ["Y", "X"]
    return {deed for deed, _ in told}


def test_statements_in_one_transaction_are_one_deed_and_the_next_is_another(another_session):
    first = change_and_take_back(another_session)
    second = change_and_take_back(another_session)

    assert (len(first), len(second)) == (1, 1)
    assert first != second


def test_an_update_that_changes_nothing_is_not_worth_a_line(acme):
    before = Deed.objects.count()

    sql("update customers_customer set name = name")
    Customer.objects.filter(id=acme.id).update(name="Acme")

    assert Deed.objects.count() == before


def test_an_update_that_finds_no_row_is_not_worth_a_line(acme):
    before = Deed.objects.count()

    sql("update customers_customer set name = 'Nobody' where name = 'Nobody at all'")
    sql("delete from customers_customer where name = 'Nobody at all'")

    assert Deed.objects.count() == before


def test_an_upsert_tells_the_new_row_and_the_changed_one(ada, alice):
    sql("insert into people_person (id, email, name, role, password) values"
        " (new_id(), 'alice@tenure.example', 'Alice B', 'csm', '!'),"
        " (new_id(), 'new@x.example', 'New', 'csm', '!')"
        " on conflict ((lower(email))) do update set name = excluded.name")  # fmt: skip

    assert Change.objects.get(kind="changed", subject_id=alice.id).after == {"name": "Alice B"}
    assert Change.objects.get(kind="created", subject_name="New").after["role"] == "csm"


def test_a_row_that_gets_another_id_is_told_as_gone_and_come(alice):
    other = "01900000-0000-7000-8000-000000000001"

    sql("update people_person set id = %s where id = %s", other, alice.id)

    told = Change.objects.filter(kind="changed")
    assert {str(change.subject_id) for change in told} == {str(alice.id), other}
