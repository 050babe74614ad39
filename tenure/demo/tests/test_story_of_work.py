"""How the story's CSMs keep up with their work: mostly in time, not always, and never with who is gone."""

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]


def test_most_is_done_and_a_part_of_what_is_open_is_overdue(ask):
    [(done, still_open, overdue)] = ask("""
        select count(*) filter (where state = 'DONE'), count(*) filter (where state = 'OPEN'),
            count(*) filter (where state = 'OPEN' and due_on < now()::date) from work_task""")

    assert done >= 3 * still_open
    assert 0.1 * still_open <= overdue <= 0.5 * still_open


def test_some_touchpoints_are_ahead_some_were_missed_few_are_overdue(ask):
    [(ahead, overdue, missed)] = ask("""
        select count(*) filter (where state = 'PLANNED' and planned_on >= now()::date),
            count(*) filter (where state = 'PLANNED' and planned_on < now()::date),
            count(*) filter (where state = 'MISSED') from work_touchpoint""")

    assert ahead >= 20
    assert overdue <= 15
    assert 5 <= missed <= 60


def test_nobody_speaks_with_a_champion_who_has_left(ask):
    found = ask("""
        select p.name, t.happened_at from work_touchpoint t
        join customers_stakeholder p on p.customer_id = t.customer_id
        where p.left_on < t.happened_at::date and t.with_whom = array[p.name::text]
            and t.state = 'HELD'""")

    assert found == []


def test_customers_in_danger_hear_less_of_us_than_they_were_promised(ask):
    """Touchpoints of the last full months, beside the level of today: Poor hears less than Excellent."""
    heard = dict(
        ask("""
            select h.level, avg(n.held)::float from customers_currenthealth h
            join customers_customer c on c.id = h.customer_id
            cross join lateral (select count(*) as held from work_touchpoint t
                where t.customer_id = c.id and t.state = 'HELD' and t.origin = 'BY_HAND'
                    and t.happened_at > now() - interval '60 days') n
            where c.tier = 'MID_MARKET' and c.status <> 'CHURNED' group by 1""")
    )

    assert min(heard.values()) < 0.8 * heard["EXCELLENT"]
