"""The deck of a review, opened again: its texts, its tables and its charts, held against the database."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from pptx import Presentation

from tenure.customers.models import SuccessProfile
from tenure.health.models import HealthScore
from tenure.portfolio.deck.powerpoint import powerpoint_of
from tenure.portfolio.reviewing.since import since_last
from tenure.portfolio.tests.deck_of_acme import deck_of, fill, schedule
from tenure.reviews.lines import agenda_of
from tenure.reviews.models import ReviewType

EXCEL_BEGINS = date(1899, 12, 30)


@pytest.fixture
def planned(acme, alice):
    fill(acme, alice)
    return schedule(acme, alice)


@pytest.fixture
def slides(planned):
    """By title, what each slide of the opened file has."""
    opened = Presentation(BytesIO(powerpoint_of(deck_of(planned))))
    return {slide.shapes.title.text: slide for slide in opened.slides}


def named(slides, beginning: str):
    return next(slide for title, slide in slides.items() if title.startswith(beginning))


def charts(slide) -> dict:
    """By the title above each: its categories, and its values by series."""
    found = [shape.chart for shape in slide.shapes if shape.has_chart]
    return {
        tuple(s.name for s in chart.plots[0].series): (
            list(chart.plots[0].categories),
            {s.name: list(s.values) for s in chart.plots[0].series},
        )
        for chart in found
    }


def tables(slide) -> list[list[str]]:
    found = [shape.table for shape in slide.shapes if shape.has_table]
    return [[cell.text for cell in row.cells] for table in found for row in table.rows]


def words(slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_it_has_a_slide_for_everything_there_is_to_say(slides):
    titles = list(slides)
    beginnings = ["Acme", "Agenda", "Where we stand", "What moved it", "What was achieved",
                  "How it is used", "The plan: Grow", "Support: ", "What we propose",
                  "Decisions and next steps", "Sources and definitions"]  # fmt: skip
    assert len(titles) == len(beginnings)
    assert all(title.startswith(one) for title, one in zip(titles, beginnings, strict=True))


def test_it_opens_with_whose_it_is_and_when(slides):
    assert "Quarterly review\nAlice, 26 November 2026" in words(slides["Acme"])
    assert "Zoe, CTO" in words(slides["Agenda"])
    assert "Health fell" not in words(slides["Agenda"])  # it has a slide of its own


def test_the_line_of_health_is_that_of_the_database(slides):
    kept = list(HealthScore.objects.order_by("recorded_at").values_list("known_until", "score"))
    days, values = charts(named(slides, "Where we stand"))["Health",]

    assert values["Health"] == [score for _, score in kept]
    assert [EXCEL_BEGINS + timedelta(days=float(day)) for day in days] == [day for day, _ in kept]
    assert named(slides, f"Where we stand: {kept[-1][1]} of 100")


def test_usage_is_by_complete_month_and_what_was_before_is_left_out(slides):
    found = charts(named(slides, "How it is used"))

    assert found["People",] == (["Aug ’26", "Sep", "Oct"], {"People": [40, 30, 20]})
    assert found["Logins",][1] == {"Logins": [30 * 31, 20 * 30, 8 * 31]}


def test_tickets_are_counted_by_month(slides):
    found = charts(named(slides, "Support"))

    assert found["Opened", "Solved"] == (["Sep ’26", "Oct"], {"Opened": [3, 0], "Solved": [0, 2]})
    assert ["It is slow", "P3", "30 Sep"] in tables(named(slides, "Support"))


def test_value_adds_up_and_says_who_confirmed_it(slides):
    slide = named(slides, "What was achieved")

    assert charts(slide)["Value so far",][1] == {"Value so far": [1000, 3500, 3500]}
    assert ["Policies sold", "$2,500", "5 Oct", "Zoe"] in tables(slide)
    assert "$3,500" in words(slide)


def test_what_is_not_known_is_said_to_be_unknown_and_is_no_zero(slides):
    assert ["Leads answered", "40%", "unknown", "80%", "unknown"] in tables(
        named(slides, "The plan")
    )
    assert ["Two teams", "late", "1 Nov"] in tables(named(slides, "The plan"))


def test_each_slide_says_where_its_figures_come_from(slides):
    for title, slide in list(slides.items())[2:9]:
        assert slide.notes_slide.notes_text_frame.text in words(slide), title


def test_of_a_customer_of_whom_nothing_is_known_nothing_is_made_up(acme, alice):
    told = deck_of(schedule(acme, alice))

    titles = [slide.title for slide in told.slides]
    assert titles == ["Agenda", "What we propose", "Decisions and next steps",
                      "Sources and definitions"]  # fmt: skip
    assert len(told.slides[-1].right[1].items) == 5  # what is missing, each by name
    assert powerpoint_of(told)


def test_what_moved_the_score_stands_with_its_points(slides):
    slide = named(slides, "What moved it since 25 Aug")
    kept = list(HealthScore.objects.order_by("recorded_at").values_list("score", flat=True))
    names, values = charts(slide)["Points",]

    assert names[0] == "Login frequency"
    assert values["Points"][0] < 0
    assert tables(slide)[1][:2] == ["Login frequency, logins a user and week", "Engagement"]
    assert sum(values["Points"]) == pytest.approx(kept[-1] - kept[0], abs=1)


def test_what_is_ours_alone_is_not_told(acme, alice):
    """What we think of a renewal counts in the score, and stands in no deck."""
    SuccessProfile.objects.filter(customer=acme).update(renewal_intent_percent=3)
    fill(acme, alice)
    planned = schedule(acme, alice)
    opened = Presentation(BytesIO(powerpoint_of(deck_of(planned)))).slides
    told = "\n".join(words(slide) + str(tables(slide)) + str(charts(slide)) for slide in opened)
    since = since_last(acme, ReviewType(planned.review_type), timezone.now())

    assert any(r.measure.code == "renewal_intent" for g in since.health.groups for r in g.known)
    assert "Where we stand" in told
    assert "enewal intent" not in told
    assert not any("enewal intent" in line.text for line in agenda_of(planned.agenda))
