"""What customers of the story ask for: believable in number, mostly answered within days, decided once."""

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]


def test_there_is_some_of_every_state_and_no_state_is_all(ask):
    found = dict(ask("select state, count(*) from requests_request group by state"))
    every = sum(found.values())

    assert 200 <= every <= 500
    assert found.keys() == {"ASKED", "ACKNOWLEDGED", "PLANNED", "DELIVERED", "DECLINED"}
    assert max(found.values()) < 0.6 * every


def test_most_are_acknowledged_within_days_and_some_wait(ask):
    [(soon, waiting)] = ask("""
        select avg((acknowledged_at::date - asked_on <= 9)::int) filter (where acknowledged_at is not null),
            count(*) filter (where state = 'ASKED' and asked_on < now()::date - 14) from requests_request""")

    assert soon > 0.6
    assert waiting >= 3


def test_several_customers_ask_for_the_same_and_are_told_the_same(ask):
    [(most,)] = ask(
        "select max(n) from (select count(distinct customer_id) n from requests_request group by title) t"
    )
    mixed = ask("""
        select title from requests_request group by title
        having bool_or(state = 'DECLINED') and bool_or(state = 'DELIVERED')""")

    assert most >= 5
    assert mixed == []


def test_nothing_is_answered_before_it_is_asked(ask):
    assert ask("select title from requests_request where acknowledged_at::date < asked_on") == []
