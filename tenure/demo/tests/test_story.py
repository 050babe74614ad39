"""What the story looks like once it is told: believable, complete, and over by now."""

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]


def test_it_is_about_120_customers_of_every_tier(ask):
    found = dict(ask("select tier, count(*) from customers_customer group by tier"))
    assert (sum(found.values()), found["TRIAL"]) == (120, 18)
    assert 10 <= found["ENTERPRISE"] < found["MID_MARKET"] < found["SMALL_BUSINESS"] <= 60


def test_health_is_spread_as_in_life(ask):
    found = dict(ask("select level, count(*) from customers_currenthealth group by level"))

    assert 18 <= found["EXCELLENT"] <= 42
    assert 36 <= found["GOOD"] <= 66
    assert 18 <= found["FAIR"] <= 45
    assert 4 <= found["POOR"] <= 20


def test_csms_say_how_they_feel_and_not_always_what_is_measured(ask):
    [(customers, apart)] = ask("""
        select count(*), count(*) filter (where abs(25 * (rating - 1) - score) > 30) from (
            select distinct on (customer_id) * from health_pulse order by customer_id, given_at desc
        ) newest join customers_currenthealth using (customer_id) where status <> 'CHURNED'""")
    assert customers >= 80
    assert 5 <= apart <= customers / 2


def test_a_few_scores_are_set_by_hand_and_tell_what_is_computed(ask):
    found = ask(
        "select score, computed_score from customers_currenthealth where override_until > now()"
    )

    assert 1 <= len(found) <= 5
    assert all(score == 72 and computed is not None for score, computed in found)


def test_some_are_in_danger_and_most_are_not(ask):
    found = dict(ask("select churn_risk, count(*) from customers_currenthealth group by 1"))

    assert found["CRITICAL"] >= 1
    assert 5 <= found["HIGH"] + found["CRITICAL"] <= 30
    assert found["LOW"] >= 48


def test_fourteen_customers_left_and_each_said_why(ask):
    churned = ask("select count(*) from customers_customer where status = 'CHURNED'")
    reasons = dict(ask("select reason, count(*) from customers_churnevent group by reason"))

    assert churned == [(14,)]
    assert reasons == {"PRODUCT": 8, "COMPETITION": 3, "PRICE": 3}


def test_who_left_used_the_product_less_before(ask):
    """The cause is visible: the last month has less than half of the use of a year's quarter before."""
    [(all_of_them, fell)] = ask("""
        with month as (
            select e.customer_id,
              avg(u.logins) filter (where u.day > e.churned_on - 30) as last,
              avg(u.logins) filter (where u.day between e.churned_on - 210 and e.churned_on - 120) as before
            from customers_churnevent e join usage_dailyusage u using (customer_id)
            where u.logins is not null and u.day <= e.churned_on group by 1)
        select count(*), count(*) filter (where last < before / 2) from month
        where before is not null""")

    assert all_of_them >= 10
    assert fell >= 0.8 * all_of_them


@pytest.mark.parametrize(
    "kind",
    ["contracts_contract", "usage_dailyusage", "health_healthscore", "customers_stakeholder",
     "customers_successprofile", "audit_deed"],
)  # fmt: skip
def test_every_customer_has_a_story(ask, kind):
    without = ask(f"""
        select external_id from customers_customer c
        where not exists (select from {kind} where customer_id = c.id)""")

    assert without == []


def test_every_customer_that_pays_is_in_somebodys_book(ask):
    books = ask("""
        select count(distinct csm_id), count(csm_id) from customers_successprofile p
        join customers_customer c on c.id = p.customer_id where tier != 'TRIAL'""")

    assert books == [(18, 102)]


@pytest.mark.parametrize(
    ("table", "moment"),
    [
        ("audit_deed", "at"),
        ("health_healthscore", "recorded_at"),
        ("customers_customer", "last_contact_at"),
        ("reviews_businessreview", "reviewed_at"),
        ("support_ticket", "opened_at"),
        ("support_ticket", "closed_at"),
        ("surveys_surveyanswer", "answered_at"),
        ("contracts_invoice", "paid_on"),
        ("usage_dailyusage", "day"),
        ("plans_milestone", "completed_on"),
        ("customers_churnevent", "churned_on"),
        ("customers_stakeholder", "left_on"),
    ],
)  # fmt: skip
def test_nothing_happened_in_the_future(ask, table, moment):
    [(told_at,)] = ask("select now()")
    [(known, later)] = ask(f"""
        select count({moment}), count(*) filter (where {moment} > '{told_at.isoformat()}')
        from {table}""")

    assert known > 0
    assert later == 0


def test_nothing_was_used_or_owed_before_a_customer_joined(ask):
    early = ask("""
        select from customers_customer c join usage_dailyusage u on u.customer_id = c.id
        where u.day < c.contract_starts_on
        union all
        select from customers_customer c join contracts_invoice i on i.customer_id = c.id
        where i.due_on < c.contract_starts_on""")
    assert early == []


def test_scores_go_back_for_eighteen_months_and_daily_for_three_weeks(ask):
    days = [day for (day,) in ask("select distinct recorded_at::date from health_healthscore")]
    newest = max(days)

    assert 530 <= (newest - min(days)).days <= 548
    assert sum((newest - day).days <= 20 for day in days) == 21


def test_the_files_it_was_told_with_are_tidied_away(told):
    assert list((told.folder.uploads / "demo").iterdir()) == []


def test_the_score_caught_who_left_and_says_that_they_are_too_few_to_prove_it(ask):
    [(report,)] = ask("select report from proof_backtest where state = 'DONE'")

    assert len(report["leavings"]) == 14
    assert report["flagged"]["caught"] >= 0.8 * report["flagged"]["leavings"]
    assert report["flagged"]["leadDays"][1] >= 28
    assert report["ranking"]["low"] > 0.5
    assert report["ranking"]["leavers"] < 100
