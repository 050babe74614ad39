"""API tokens: shown once, kept as a hash, and usable until they expire or are revoked."""

import hashlib
from datetime import timedelta

import pytest

from tenure.foundation.audit.models import Deed
from tenure.foundation.refusals import Invalid
from tenure.people import actions
from tenure.people.models import ApiToken
from tests.moments import NOON

HOUR = timedelta(hours=1)


def make(person, expires_at=None, name="Warehouse"):
    return actions.create_token(person=person, name=name, expires_at=expires_at, by=person, at=NOON)


def test_only_its_hash_and_its_beginning_are_kept(alice):
    token = make(alice)

    kept = ApiToken.objects.get()
    assert kept.digest == hashlib.sha256(token.encode()).hexdigest()
    assert kept.hint == token[:8]
    assert token not in str([getattr(kept, field.attname) for field in kept._meta.fields])


def test_it_is_long_and_never_the_same(alice):
    first, second = make(alice), make(alice)

    assert first.startswith("tnr_")
    assert len(first) == len("tnr_") + 43  # 32 random bytes in letters
    assert first != second


def test_it_is_usable_for_good_when_nobody_ended_it(alice):
    make(alice)

    assert ApiToken.objects.get().is_usable(NOON + timedelta(days=10_000))


def test_it_is_usable_until_the_moment_it_expires(alice):
    make(alice, expires_at=NOON + HOUR)

    token = ApiToken.objects.get()
    assert token.is_usable(NOON + HOUR - timedelta(microseconds=1))
    assert not token.is_usable(NOON + HOUR)


def test_a_revoked_one_is_not_usable(alice):
    make(alice)

    actions.revoke_token(token=ApiToken.objects.get(), by=alice, at=NOON)

    token = ApiToken.objects.get()
    assert token.revoked_at == NOON
    assert not token.is_usable(NOON)


def test_revoking_again_does_not_move_the_time(alice):
    make(alice)
    token = ApiToken.objects.get()

    actions.revoke_token(token=token, by=alice, at=NOON)
    actions.revoke_token(token=token, by=alice, at=NOON + HOUR)

    assert ApiToken.objects.get().revoked_at == NOON


def test_whose_access_is_taken_loses_the_tokens_for_good(ada, alice):
    make(alice)

    actions.deactivate_person(person=alice, by=ada, at=NOON)
    actions.reactivate_person(person=alice, by=ada, at=NOON + HOUR)

    assert not ApiToken.objects.get().is_usable(NOON + HOUR)


def test_whose_access_was_taken_gets_none(ada, alice):
    actions.deactivate_person(person=alice, by=ada, at=NOON)
    alice.refresh_from_db()

    with pytest.raises(Invalid, match="Alice has no access any more"):
        make(alice)

    assert not ApiToken.objects.exists()


@pytest.mark.parametrize("expires_at", [NOON, NOON - HOUR])
def test_one_that_would_be_expired_already_is_refused_in_words(expires_at, alice):
    with pytest.raises(Invalid, match="A token expires after it was made."):
        make(alice, expires_at=expires_at)


@pytest.mark.parametrize("name", ["", "W" * 101])
def test_a_name_that_cannot_be_kept_is_refused_by_name(name, alice):
    with pytest.raises(Invalid) as refusal:
        make(alice, name=name)

    assert list(refusal.value.fields) == ["name"]


def test_making_and_revoking_are_told(ada, alice):
    make(alice)
    actions.revoke_token(token=ApiToken.objects.get(), by=ada, at=NOON + HOUR)

    told = Deed.objects.filter(code__startswith="token.").order_by("at")
    assert [(deed.code, deed.by_name, deed.details) for deed in told] == [
        ("token.created", "Alice", {"subject": "Alice", "token": "Warehouse"}),
        ("token.revoked", "Ada", {"subject": "Alice", "token": "Warehouse"}),
    ]


def test_a_reload_of_the_page_makes_no_other_one(client, alice):
    client.force_login(alice)
    told = {"name": "Warehouse", "sheet": "one", "may_write": "on"}

    first = client.post("/tokens/", told)
    again = client.post("/tokens/", told)

    assert "tnr_" in first.content.decode()
    assert again.status_code == 302
    assert ApiToken.objects.count() == 1
