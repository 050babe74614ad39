"""Document and programme say the same; the portal shows the programme in force."""

import re

import pytest

from tenure.documents.reading import CODES, document, text_of
from tenure.documents.rendering import FIGURE, TABLE, NoSuchFigure, readable, written
from tenure.documents.tables import TABLES
from tenure.programme.loading import FILES, read_programme

MADE = read_programme()
PLAYBOOKS = sorted(set(re.findall(r'playbook = "([^"]+)"', "".join(
    path.read_text() for path in FILES.glob("*.toml")))))  # fmt: skip
SEED = {
    "onboarding-playbook": ("before-the-kickoff", "discovery-and-planning", "technical-setup",
                            "training-and-enablement", "go-live-and-support", "value-realisation",
                            "milestones", "risks", "touchpoints", "targets", "welcome",
                            "internal-preparation", "first-look-at-the-technology",
                            "agenda-of-the-executive-kickoff", "interviews-with-stakeholders"),
    "success-plan-template": ("executive-summary", "stakeholder-map", "technical-requirements",
                              "training-and-adoption", "timeline", "communication", "risks",
                              "value-realisation", "expansion", "health", "regular-touchpoints",
                              "outside-of-these", "who-steps-in-when-it-does-not-move"),
    "tier-definitions": ("tier-1-enterprise", "tier-2-mid-market", "tier-3-small-business",
                         "tier-4-trial", "compared", "moving-up", "moving-down",
                         "who-belongs-where", "answers-and-solutions", "uptime",
                         "first-response", "resolution", "limits", "the-team-behind-it"),
    "csm-playbook": ("what-the-work-is", "the-day", "the-week", "the-month", "new-customers",
                     "business-reviews", "the-monthly-review-step-by-step", "at-risk-accounts",
                     "expansion", "writing-and-talking", "health", "escalation", "records", "time",
                     "growing"),
    "metrics-definitions": ("health-score", "interpretation", "how-often", "satisfaction", "value",
                            "adoption", "engagement", "retention", "expansion", "support",
                            "advocacy", "operations", "feedback", "dashboards",
                            "where-figures-come-from"),
}  # fmt: skip
ANCHOR = re.compile(r'<h\d id="([\w-]+)">')
NOT_THE_PROGRAMMES = re.compile(
    r"<!-- example -->.*?<!-- end -->|^>.*?$|^#.*?$|^\d\. |`[^`]*`|\bP[1-4]\b|\bday 0\b",
    re.DOTALL | re.MULTILINE,
)
"""Examples, quotations, headings, code, numbered steps, and the names of priorities and of the first day."""


def anchors(code: str) -> list[str]:
    return ANCHOR.findall(document(code, MADE).html)


@pytest.mark.parametrize("code", CODES)
def test_a_document_says_what_the_programme_says(code):
    assert written(text_of(code), MADE) == text_of(code), "run bin/documents.py"


def test_a_figure_that_changes_shows_in_the_document(tmp_path):
    text = (FILES / "escalation.toml").read_text()
    (tmp_path / "escalation.toml").write_text(
        text.replace("plan_within_hours = 48", "plan_within_hours = 36")
    )
    changed = read_programme(tmp_path)

    assert "recovery plan within 36 hours" in readable(text_of("csm-playbook"), changed)
    assert "recovery plan within 48 hours" in readable(text_of("csm-playbook"), MADE)


@pytest.mark.parametrize("code", CODES)
def test_a_document_has_all_that_the_programme_lists_for_it(code):
    assert set(SEED[code]) <= set(anchors(code))


@pytest.mark.parametrize("code", CODES)
def test_an_anchor_leads_to_one_place(code):
    assert len(anchors(code)) == len(set(anchors(code)))


@pytest.mark.parametrize("code", CODES)
def test_a_figure_in_digits_is_the_programmes_or_stands_in_an_example(code):
    rest = NOT_THE_PROGRAMMES.sub("", FIGURE.sub("", TABLE.sub("", text_of(code))))

    assert re.findall(r".*\d.*", rest) == []


@pytest.mark.parametrize("code", CODES)
def test_no_line_begins_with_a_figure(code):
    """Elsewhere such a line would be read as HTML, and its paragraph torn apart."""
    assert "\n<!-- =" not in text_of(code)


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_a_step_leads_to_a_section_that_is_there(playbook):
    code, _, anchor = playbook.partition("#")

    assert anchor in anchors(code)


@pytest.mark.parametrize("name", TABLES)
def test_each_table_has_as_many_cells_as_headings(name):
    table = TABLES[name](MADE)

    assert table.rows
    assert {len(row) for row in table.rows} == {len(table.head)}


@pytest.mark.parametrize("marker", ["<!-- table: tiers.none -->\n\n<!-- end -->",
                                    "<!-- = escalation.at_risk.nothing -->1<!-- / -->"])  # fmt: skip
def test_a_figure_that_there_is_not_is_refused(marker):
    with pytest.raises(NoSuchFigure):
        written(marker, MADE)


def test_what_a_company_has_taken_out_is_said_to_be_missing(tmp_path):
    text = (FILES / "onboarding.toml").read_text()
    (tmp_path / "onboarding.toml").write_text(text.replace('"go_live"', '"launch"'))
    launched = readable(text_of("onboarding-playbook"), read_programme(tmp_path))

    assert launched.count("Our programme has nothing of this.") == 1
    assert "Roll out to all users" not in launched


def test_links_between_documents_lead_somewhere():
    for code in CODES:
        for target, anchor in re.findall(r"\]\(([\w-]+)\.md(?:#([\w-]+))?\)", text_of(code)):
            assert target in CODES
            assert not anchor or anchor in anchors(target)
        for anchor in re.findall(r"\]\(#([\w-]+)\)", text_of(code)):
            assert anchor in anchors(code)
