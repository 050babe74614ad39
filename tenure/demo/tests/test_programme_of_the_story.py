"""The programme in the story: eighteen simulated months whose figures add up."""

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]


def test_who_joined_was_onboarded_by_the_programme(ask):
    found = dict(ask("select state, count(*) from onboarding_onboarding group by state"))

    assert found["COMPLETED"] >= 5
    assert found["IN_PROGRESS"] >= 5


def test_a_completed_onboarding_has_all_its_milestones_and_a_value(ask):
    assert (
        ask("""
        select o.id from onboarding_onboarding o join plans_milestone m on m.plan_id = o.plan_id
        where o.state = 'COMPLETED' and m.completed_on is null""")
        == []
    )
    assert (
        ask("""
        select 1 from onboarding_onboarding o where o.state = 'COMPLETED' and not exists (
            select from onboarding_valueentry v where v.customer_id = o.customer_id)""")
        == []
    )


def test_time_to_value_is_what_the_first_value_says(ask):
    assert (
        ask("""
        select 1 from onboarding_valueentry v join customers_customer c on c.id = v.customer_id
        join customers_successprofile p on p.customer_id = c.id
        group by c.id, p.id
        having p.time_to_value_days <> greatest(0, min(v.achieved_on) - c.contract_starts_on)""")
        == []
    )


def test_milestones_and_tasks_fall_on_working_days(ask):
    assert (
        ask("""
        select 1 from onboarding_onboarding o join plans_milestone m on m.plan_id = o.plan_id
        where extract(isodow from m.due_on) > 5
        union all select 1 from work_task
        where origin = 'ONBOARDING' and extract(isodow from due_on) > 5""")
        == []
    )


def test_nobody_is_contacted_before_joining_or_later_than_now(ask):
    assert (
        ask("""
        select 1 from work_touchpoint where state = 'HELD' and happened_at > now()
        union all select 1 from customers_customer c join work_touchpoint t on t.customer_id = c.id
        where t.happened_at > c.last_contact_at and t.kind <> 'NOTE'""")
        == []
    )


def test_promises_of_contact_are_kept_to_most_and_not_to_all(ask):
    [(kept, asked)] = ask("""
        select count(*) filter (where held >= promised), count(*) from (
            select c.id, case c.tier when 'ENTERPRISE' then 8 when 'MID_MARKET' then 4 else 2 end as promised,
                (select count(*) from work_touchpoint t where t.customer_id = c.id and t.state = 'HELD'
                    and t.kind <> 'NOTE' and t.happened_at >= date_trunc('month', now()) - interval '1 month'
                    and t.happened_at < date_trunc('month', now())) as held
            from customers_customer c where c.tier <> 'TRIAL' and c.status <> 'CHURNED') counted""")

    assert 0.2 * asked < kept < 0.95 * asked


def test_cases_are_recovered_escalated_and_fresh(ask):
    states = dict(ask("select state, count(*) from recovery_case group by state"))
    assert states["RECOVERED"] >= 1
    assert states["OPEN"] >= 1
    assert ask("select 1 from recovery_case where level > 1")
    assert (
        ask("""
        select 1 from recovery_case where ended_at < opened_at or assessed_at < opened_at
            or (state = 'OPEN') = (ended_at is not null)""")
        == []
    )


def test_what_ended_left_nothing_open(ask):
    assert (
        ask("""
        select 1 from recovery_case c join work_task t on t.customer_id = c.customer_id
            and t.origin_key like c.id || ':%' where c.state <> 'OPEN' and t.state = 'OPEN'""")
        == []
    )
