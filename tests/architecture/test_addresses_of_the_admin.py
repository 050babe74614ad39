"""Every address below /admin/ is for administrators: the lists, the rows, and what Django adds."""

from uuid import uuid4

import pytest
from django.contrib import admin
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

OPEN = {"admin:login"}  # leads to the portal's own sign-in
NEEDED = {
    "object_id": str(uuid4()),
    "content_type_id": 1,
    "app_label": "customers",
    "url": "nowhere",
}
LISTS = sorted(
    f"{model._meta.app_label}_{model._meta.model_name}_changelist"
    for model in admin.site._registry
)  # fmt: skip


def below(resolver):
    for part in resolver.url_patterns:
        if isinstance(part, URLResolver):
            yield from below(part)
        elif isinstance(part, URLPattern) and part.name:
            yield f"admin:{part.name}", set(part.pattern.converters)


def addresses():
    (top,) = [
        one for one in get_resolver().url_patterns if getattr(one, "namespace", "") == "admin"
    ]
    found = {}
    for name, needed in below(top):
        try:
            found[name] = reverse(name, kwargs={part: NEEDED[part] for part in needed})
        except NoReverseMatch:  # Django's list of an application takes its label in a pattern
            found[name] = reverse(name, kwargs={"app_label": "customers"})
    return found


ADDRESSES = addresses()


def leads_to_sign_in(answer):
    return answer.status_code == 302 and answer["Location"].startswith(
        ("/admin/login/", "/sign-in/")
    )


def test_the_lists_of_our_tables_are_among_them():
    assert {"admin:customers_customer_changelist", "admin:audit_deed_changelist"} <= set(ADDRESSES)
    assert len(ADDRESSES) > 4 * len(LISTS)


@pytest.mark.parametrize("name", sorted(set(ADDRESSES) - OPEN))
def test_a_stranger_is_asked_to_sign_in(name, client, db):
    for answer in (client.get(ADDRESSES[name]), client.post(ADDRESSES[name])):
        assert leads_to_sign_in(answer), answer.status_code


@pytest.mark.slow
@pytest.mark.parametrize("who", ["mona", "alice", "erin", "carl"])
def test_nobody_else_of_the_team_gets_in(who, request, sign_in):
    client = sign_in(request.getfixturevalue(who))

    let_in = {
        name: (told.status_code, asked.status_code)
        for name, address in ADDRESSES.items()
        if name not in OPEN | {"admin:logout"}
        and not (
            leads_to_sign_in(told := client.get(address))
            and leads_to_sign_in(asked := client.post(address))
        )
    }

    assert let_in == {}


@pytest.mark.parametrize("name", LISTS)
def test_an_administrator_sees_every_list(name, ada, acme, sign_in):
    assert sign_in(ada).get(ADDRESSES[f"admin:{name}"]).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_a_search_for_anything_breaks_no_list(name, ada, acme, sign_in):
    answer = sign_in(ada).get(ADDRESSES[f"admin:{name}"], {"q": "a'b%\\ü"})

    assert answer.status_code in (200, 302)
