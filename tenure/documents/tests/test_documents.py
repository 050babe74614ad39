"""Document and programme say the same; the portal shows the programme in force."""

import re
from pathlib import Path

import pytest

from tenure.documents.reading import CODES, anchor_of, document, found, text_of
from tenure.documents.rendering import NoSuchFigure, unmarked, written
from tenure.documents.tables import TABLES
from tenure.programme.loading import FILES, read_programme

MADE = read_programme()
PLAYBOOKS = sorted(set(re.findall(r'playbook = "([^"]+)"', "".join(
    path.read_text() for path in FILES.glob("*.toml")))))  # fmt: skip
SEED = {
    "onboarding-playbook": ("before-the-kickoff", "discovery-and-planning", "technical-setup",
                            "training-and-enablement", "go-live-and-support", "value-realisation",
                            "milestones", "risks", "touchpoints", "targets"),
    "success-plan-template": ("executive-summary", "stakeholder-map", "technical-requirements",
                              "training-and-adoption", "timeline", "communication", "risks",
                              "value-realisation", "expansion", "health"),
    "tier-definitions": ("tier-1-enterprise", "tier-2-mid-market", "tier-3-small-business",
                         "tier-4-trial", "compared", "moving-up", "moving-down",
                         "who-belongs-where", "answers-and-solutions", "uptime"),
    "csm-playbook": ("what-the-work-is", "the-day", "the-week", "the-month", "new-customers",
                     "business-reviews", "at-risk-accounts", "expansion", "writing-and-talking",
                     "health", "escalation", "records", "time", "growing"),
    "metrics-definitions": ("health-score", "satisfaction", "value", "adoption", "engagement",
                            "retention", "expansion", "support", "advocacy", "operations",
                            "feedback", "dashboards", "where-figures-come-from"),
}  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_a_document_says_what_the_programme_says(code):
    assert written(text_of(code), MADE) == text_of(code), "run bin/documents.py"


def test_a_figure_that_changes_shows_in_the_document(tmp_path):
    text = (FILES / "escalation.toml").read_text()
    (tmp_path / "escalation.toml").write_text(
        text.replace("plan_within_hours = 48", "plan_within_hours = 36")
    )
    changed = read_programme(tmp_path)

    assert "recovery plan within 36 hours" in unmarked(written(text_of("csm-playbook"), changed))
    assert "recovery plan within 48 hours" in unmarked(text_of("csm-playbook"))


@pytest.mark.parametrize("code", CODES)
def test_a_document_has_all_that_the_programme_lists_for_it(code):
    anchors = {section.anchor for section in document(code, MADE).sections}

    assert set(SEED[code]) <= anchors


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_a_step_leads_to_a_section_that_is_there(playbook):
    code, _, anchor = playbook.partition("#")

    assert anchor in {section.anchor for section in document(code, MADE).sections}


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


def test_links_between_documents_lead_somewhere():
    for code in CODES:
        for target, anchor in re.findall(r"\]\(([\w-]+)\.md(?:#([\w-]+))?\)", text_of(code)):
            assert target in CODES
            assert not anchor or anchor in {s.anchor for s in document(target, MADE).sections}


def test_all_words_are_searched_for_in_a_section():
    assert {one.code for one, _, _ in found("sponsor kickoff", MADE)} >= {"onboarding-playbook"}
    assert found("sponsor xylophone", MADE) == []
    assert found("", MADE) == []


def test_anchors_are_those_of_code_hosts():
    assert anchor_of("Tier 1: Enterprise") == "tier-1-enterprise"
    assert anchor_of("At-risk accounts") == "at-risk-accounts"


def test_the_pages_show_documents_and_programme(client, alice, django_assert_max_num_queries):
    client.force_login(alice)
    with django_assert_max_num_queries(4):
        shown = client.get("/documents/csm-playbook/").content.decode()

    assert 'id="at-risk-accounts"' in shown
    assert "<!--" not in shown.partition("<article")[2].partition("</article>")[0]
    assert MADE.version in client.get("/programme/").content.decode()
    assert 'id="nps"' in client.get("/programme/metrics/").content.decode()
    assert client.get("/documents/nothing/").status_code == 404
    assert "Escalation" in client.get("/documents/?q=escalate").content.decode()


def test_they_are_where_the_wheel_takes_them_from():
    project = Path(__file__).parents[3] / "pyproject.toml"

    assert '"docs/customer-success" = "tenure/documents/texts"' in project.read_text()
