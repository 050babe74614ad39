"""Questions about usage across its partitions."""

from datetime import date

from django.db import connection

from tenure.foundation.database.columns import Asked, Numbers, numbers

# Rows of the feature named "" stand for the product as a whole; a day that has none is the sum
# of its features. A customer without a row in a year is unknown; one that fell silent is zero.
USAGE = """
select a.place,
    case when ever.measured then coalesce(recent.logins, 0) end as logins,
    case when ever.measured then coalesce(recent.peak_active_users, 0) end as peak_active_users,
    case when ever.measured then coalesce(recent.weekday_users, 0)::numeric / weekdays.n end
        as mean_active_users,
    case when ever.timed then coalesce(recent.minutes, 0) end as minutes,
    case when ever.measured_features then features.used end as features_used,
    features.available as features_available,
    ever.counted_logins::int as counts_logins,
    ever.counted_users::int as counts_users,
    a.day - least(a.day, %(known_until)s) as usage_age_days
from asked a
cross join lateral (
    select bool_or(true) as measured, bool_or(f.name <> '') as measured_features,
           bool_or(u.seconds is not null) as timed,
           bool_or(u.logins is not null) as counted_logins,
           bool_or(u.active_users is not null) as counted_users
    from usage_dailyusage u join usage_feature f on f.id = u.feature_id
    where u.customer_id = a.customer_id
      and u.day > least(a.day, %(known_until)s) - 365 and u.day <= least(a.day, %(known_until)s)
) ever
cross join lateral (
    select count(*) as n
    from generate_series(least(a.day, %(known_until)s) - 29, least(a.day, %(known_until)s), '1 day') d
    where extract(isodow from d) < 6
) weekdays
left join lateral (
    select sum(logins) as logins, max(active_users) as peak_active_users,
           sum(active_users) filter (where extract(isodow from day) < 6) as weekday_users,
           sum(minutes) as minutes
    from (
        select u.day, sum(u.logins) as logins, max(u.active_users) as active_users,
               coalesce(max(u.seconds) filter (where f.name = ''), sum(u.seconds)) / 60.0 as minutes
        from usage_dailyusage u join usage_feature f on f.id = u.feature_id
        where u.customer_id = a.customer_id
          and u.day > least(a.day, %(known_until)s) - 30 and u.day <= least(a.day, %(known_until)s)
        group by u.day
    ) by_day
) recent on true
left join lateral (
    select count(distinct u.feature_id) as used,
           (select count(*) from usage_feature where name <> '' and is_core) as available
    from usage_dailyusage u join usage_feature f on f.id = u.feature_id
    where u.customer_id = a.customer_id and f.name <> '' and f.is_core and u.uses > 0
      and u.day > least(a.day, %(known_until)s) - 90 and u.day <= least(a.day, %(known_until)s)
) features on true
"""


def usage_facts(asked: Asked, known_until: date) -> dict[str, Numbers]:
    """What the 30 days (features: 90 days) up to each customer's day came to."""
    return numbers(USAGE, asked, known_until=known_until)


def last_day_reported(day: date) -> date | None:
    """The newest day, up to `day`, of which the feed told anything about anybody."""
    with connection.cursor() as cursor:
        cursor.execute("select max(day) from usage_dailyusage where day <= %s", [day])
        found: date | None = cursor.fetchone()[0]
        return found
