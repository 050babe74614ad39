"""`tenure token`: keys for programs, shown once and kept as a hash."""

import hashlib

import pytest
from django.db import connection

from tenure.foundation.audit.models import Deed
from tenure.people.models import ApiToken

pytestmark = pytest.mark.django_db


def made_for(tell, person, *more):
    return tell("token", "create", person.email, *more).words.splitlines()[-1]


def test_a_token_stands_alone_on_the_last_line(tell, alice):
    token = made_for(tell, alice)

    assert token.startswith("tnr_")
    assert len(token) == 47
    assert " " not in token


def test_only_the_hash_is_stored(tell, alice):
    token = made_for(tell, alice)
    with connection.cursor() as cursor:
        cursor.execute("select t::text from people_apitoken t")
        (stored,) = cursor.fetchone()

    assert hashlib.sha256(token.encode()).hexdigest() in stored
    assert token[8:] not in stored
    assert ApiToken.objects.get().hint == token[:8]


def test_no_deed_tells_a_token(tell, alice):
    token = made_for(tell, alice, "--name", "nightly export")
    deed = Deed.objects.get(code="token.created")

    assert token[8:] not in str(vars(deed))
    assert "nightly export" in str(vars(deed))


def test_it_answers_in_json(tell, alice):
    said = tell("token", "create", alice.email, "--name", "export", "--json").json

    assert (said["email"], said["name"]) == ("alice@tenure.example", "export")
    assert ApiToken.objects.get().hint == said["token"][:8]


def test_a_token_may_end_by_itself(tell, alice):
    made_for(tell, alice, "--days", "30")

    token = ApiToken.objects.get()
    assert (token.expires_at - token.created_at).days == 30


def test_it_works_for_ever_unless_told(tell, alice):
    made_for(tell, alice)

    assert ApiToken.objects.get().expires_at is None


def test_nobody_gets_a_token_whom_nobody_knows_or_who_left(tell, alice):
    alice.is_active = False
    alice.save()

    assert "has no access any more" in tell("token", "create", alice.email).complaint
    said = tell("token", "create", "nobody@tenure.example", "--json")
    assert (said.code, said.json["fields"]) == (1, {"email": "unknown"})
    assert not ApiToken.objects.exists()


def test_the_list_tells_tokens_by_their_beginning(tell, alice):
    token = made_for(tell, alice, "--name", "export")
    said = tell("token", "list")

    assert said.words.split() == [f"{token[:8]}…", "alice@tenure.example", "export", "unused"]
    assert tell("token", "list", "--json").json[0]["hint"] == token[:8]
    assert "digest" not in tell("token", "list", "--json").words


def test_a_revoked_token_is_not_revoked_twice(tell, alice):
    token = made_for(tell, alice)

    assert tell("token", "revoke", token[:8]).code == 0
    assert not ApiToken.objects.filter(revoked_at=None).exists()
    said = tell("token", "revoke", token[:8])
    assert said.code == 1
    assert "0 tokens begin with" in said.complaint
    assert "revoked" in tell("token", "list").words


def test_a_whole_token_may_be_given_to_revoke_it(tell, alice):
    token, other = made_for(tell, alice), made_for(tell, alice)

    assert tell("token", "revoke", token).code == 0
    assert ApiToken.objects.get(revoked_at=None).hint == other[:8]
