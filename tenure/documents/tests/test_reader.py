"""The portal shows documents and programme as they are in force."""

from pathlib import Path

from tenure.documents.reading import anchor_of, document, found
from tenure.programme.loading import read_programme

MADE = read_programme()


def test_a_box_to_tick_is_a_box():
    assert (
        '<li class="box">the plan is signed, by name</li>'
        in document("onboarding-playbook", MADE).html
    )


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
