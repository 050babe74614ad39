"""Rows whose id is a number are told like all others: the features of the product."""

from uuid import UUID

import pytest
from django.db import connection

from tenure.foundation.audit.models import Change, Deed
from tenure.foundation.audit.trail import telling
from tenure.usage.models import Feature
from tests.moments import NOON

pytestmark = pytest.mark.django_db
FEATURE_42 = UUID("00000000-0000-0000-0000-000000000042")


@pytest.fixture
def reports(db):
    return Feature.objects.create(id=42, name="Reports")


def test_a_feature_is_told_from_its_creation_to_its_end(reports):
    Feature.objects.filter(id=42).update(is_core=False)
    Feature.objects.filter(id=42).delete()

    told = Change.objects.filter(subject_type="usage.feature").order_by("id")
    assert [change.kind for change in told] == ["created", "changed", "deleted"]
    assert {change.subject_id for change in told} == {FEATURE_42}
    assert {change.subject_name for change in told} == {"Reports"}


def test_what_counts_as_core_is_told_before_and_after(reports, ada):
    with telling("feature.changed", by=ada, at=NOON) as deed:
        Feature.objects.update(is_core=False)

    change = Change.objects.get(deed_id=deed.id)
    assert (change.before, change.after) == ({"is_core": True}, {"is_core": False})


def test_the_admin_signs_what_it_changes(reports, ada, sign_in):
    form = {"name": "Reports"}  # a box that is not ticked is not sent

    sign_in(ada).post("/admin/usage/feature/42/change/", form)

    deed = Deed.objects.get(code="admin.changed")
    change = Change.objects.get(deed_id=deed.id, subject_type="usage.feature")
    assert (deed.by_name, change.after) == ("Ada", {"is_core": False})


@pytest.mark.parametrize(
    "written, subject",
    [
        ("1", "00000000-0000-0000-0000-000000000001"),
        ("32767", "00000000-0000-0000-0000-000000032767"),
        ("9223372036854775807", "00000000-0000-0922-3372-036854775807"),
        ("019aafbc-7a00-7000-8000-000000000001", "019aafbc-7a00-7000-8000-000000000001"),
    ],
)
def test_a_number_always_gets_the_same_id_and_a_uuid_keeps_its_own(written, subject):
    with connection.cursor() as cursor:
        cursor.execute("select audit_subject_id(%s)", [written])

        assert cursor.fetchone() == (UUID(subject),)
