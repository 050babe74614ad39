"""What happens in a stretch of time, chapter by chapter. To add one: a function, a line in CHAPTERS."""

from collections.abc import Callable
from datetime import date

from tenure.demo.chapters.advocates import favours_are_done
from tenure.demo.chapters.cases import cases_are_worked_on
from tenure.demo.chapters.contacts import people_talk, tasks_are_given
from tenure.demo.chapters.expansions import expansions_happen
from tenure.demo.chapters.groups import groups_meet
from tenure.demo.chapters.moods import csms_say_how_they_feel, somebody_knows_better
from tenure.demo.chapters.partings import customers_leave, people_leave
from tenure.demo.chapters.profiles import profiles_grow
from tenure.demo.chapters.renewing import renewals_are_forecast
from tenure.demo.chapters.reviews import reviews_happen
from tenure.demo.chapters.statuses import statuses_change
from tenure.demo.chapters.wishing import customers_ask
from tenure.demo.chapters.working import planned_work_is_done
from tenure.demo.objectives import objectives_are_measured
from tenure.demo.onboarding import onboardings_are_put_on_hold
from tenure.demo.plans import plans_move
from tenure.demo.scene import Scene

type Chapter = Callable[[Scene, date, date], None]

CHAPTERS: tuple[Chapter, ...] = (
    people_leave,
    onboardings_are_put_on_hold,
    plans_move,
    objectives_are_measured,
    profiles_grow,
    people_talk,
    tasks_are_given,
    planned_work_is_done,
    reviews_happen,
    favours_are_done,
    groups_meet,
    customers_ask,
    csms_say_how_they_feel,
    somebody_knows_better,
    statuses_change,
    customers_leave,
    cases_are_worked_on,
    expansions_happen,
    renewals_are_forecast,
)
