"""How much of the product is in use, and by how many of those who could. Days cannot be added up to the
people of a month: where a product tells how many different ones there were, that counts; where it does
not, the most on one day is the least that there can have been."""

from tenure.insights.metrics.rule import Rule, mean, share

FEATURES = """
select u.customer_id, count(distinct f.id) filter (where u.uses > 0), max(core.count)
from usage_dailyusage u
join usage_feature f on f.id = u.feature_id and f.is_core and f.name <> ''
cross join (select count(*) from usage_feature where is_core and name <> '') core
where u.day >= %(first)s and u.day < %(until)s
group by 1
"""
BY_DAY = """
select u.customer_id, {made}
from usage_dailyusage u
join usage_feature f on f.id = u.feature_id and f.name = ''
{seats}
where u.day >= %(first)s and u.day < %(until)s
group by u.customer_id{more}
"""
SEATS = """
join lateral (
    select sum(seats) as seats from contracts_contract k where k.customer_id = u.customer_id
        and k.starts_on < %(until)s and (k.ends_on is null or k.ends_on >= %(until)s::date - 1)
) s on s.seats > 0
"""


def by_day(made: str, *, seats: bool = False) -> str:
    told = {"seats": SEATS, "more": ", s.seats"} if seats else {"seats": "", "more": ""}
    return BY_DAY.format(made=made, **told)


def newest(column: str) -> str:
    """What was told last within the seven days up to the end; of several rows of a day the largest."""
    told = f"filter (where u.{column} is not null and u.day >= %(until)s::date - 7)"
    return f"(max(array[u.day - date '1970-01-01', u.{column}]) {told})[2]"


PEOPLE = f"coalesce({newest('active_users_28_days')}, max(u.active_users))"
"""The people of the 28 days: one definition for every metric that divides them or divides by them."""
WORKING = "filter (where extract(isodow from u.day) < 6)"
TRAINED = """
select p.customer_id, least(p.users_trained, p.total_users), p.total_users
from customers_successprofile p join customers_customer c on c.id = p.customer_id
where p.total_users > 0 and c.customer_since < %(until)s and (c.churned_on is null or c.churned_on >= %(until)s)
"""
RULES: tuple[Rule, ...] = (
    share("feature_adoption", FEATURES, back_days=28),
    share("activation", TRAINED),
    share("dau", by_day(f"avg(u.active_users) {WORKING}, s.seats", seats=True)),
    Rule(code="wau", facts=by_day(f"{newest('active_users_7_days')}, 1"), factor=1, is_count=True, back_days=7),
    share("mau", by_day(f"{PEOPLE}, s.seats", seats=True), back_days=28),
    share("stickiness", by_day(f"avg(u.active_users) {WORKING}, {PEOPLE}"), back_days=28),
    share("seat_utilisation", by_day(f"{PEOPLE}, s.seats", seats=True), back_days=28),
    mean("login_frequency", by_day(f"sum(u.logins) / 4.0, {PEOPLE}"), back_days=28),
    mean("session_duration", by_day("sum(u.seconds) / 60.0, sum(u.logins)"), back_days=28),
    mean("feature_depth", """
select u.customer_id, count(distinct f.id), 1 from usage_dailyusage u
join usage_feature f on f.id = u.feature_id and f.name <> ''
where u.day >= %(first)s and u.day < %(until)s and u.uses > 0 group by 1
""", back_days=7),
)  # fmt: skip
