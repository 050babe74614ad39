"""The deck as files: PDF, templates of companies, LibreOffice, downloads."""

import shutil
import subprocess
from io import BytesIO

import pytest
from pptx import Presentation

from tenure.portfolio.deck.pdf import pdf_of
from tenure.portfolio.deck.powerpoint import powerpoint_of
from tenure.portfolio.deck.powerpoint.template import WrongTemplate
from tenure.portfolio.tests.deck_of_acme import deck_of, fill, schedule
from tenure.reviews.models import ReviewType
from tests.moments import NOON


@pytest.fixture
def planned(acme, alice):
    fill(acme, alice)
    return schedule(acme, alice)


def test_the_pdf_has_the_same_slides(planned):
    told = deck_of(planned)
    made = pdf_of(told, NOON)

    assert made.startswith(b"%PDF")
    assert f"/Type/Pages/Count {len(told.slides) + 1}".encode() in made


def test_what_looks_like_marks_stays_text(acme, alice):
    type(acme).objects.update(name="#A & *B* $C$ <b>")
    acme.refresh_from_db()
    told = deck_of(schedule(acme, alice))

    opened = Presentation(BytesIO(powerpoint_of(told)))
    assert opened.slides[0].shapes.title.text == "#A & *B* $C$ <b>"
    assert pdf_of(told, NOON).startswith(b"%PDF")


@pytest.mark.slow
def test_libreoffice_opens_it_and_shows_every_slide(planned, tmp_path):
    if shutil.which("soffice") is None:
        pytest.skip("NO LIBREOFFICE: soffice is not installed, nobody has opened the deck.")
    (tmp_path / "deck.pptx").write_bytes(powerpoint_of(deck_of(planned)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "deck.pptx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    made = (tmp_path / "deck.pdf").read_bytes()
    assert made.startswith(b"%PDF")
    assert made.count(b"/Type/Page/") == 11


def test_a_company_may_bring_its_own_template(planned, tmp_path, monkeypatch):
    own = Presentation()
    own.slides.add_slide(own.slide_layouts[0]).shapes.title.text = "An example of theirs"
    own.save(tmp_path / "own.pptx")
    monkeypatch.setenv("TENURE_DECK_TEMPLATE", str(tmp_path / "own.pptx"))
    told = deck_of(planned)

    opened = Presentation(BytesIO(powerpoint_of(told)))
    assert (opened.slide_width, len(opened.slides)) == (9144000, len(told.slides) + 1)
    assert opened.slides[0].shapes.title.text == "Acme"


@pytest.mark.parametrize("kind", ["missing", "broken", "without layouts"])
def test_a_template_that_will_not_do_is_refused_with_the_reason(
    kind, planned, tmp_path, monkeypatch, client, alice
):
    path = tmp_path / "own.pptx"
    if kind == "broken":
        path.write_text("no presentation")
    if kind == "without layouts":
        own = Presentation()
        own.slide_layouts.remove(own.slide_layouts.get_by_name("Title Only"))
        own.save(path)
    monkeypatch.setenv("TENURE_DECK_TEMPLATE", str(path))
    with pytest.raises(WrongTemplate, match="TENURE_DECK_TEMPLATE|no layout “Title Only”"):
        powerpoint_of(deck_of(planned))
    client.force_login(alice)
    answer = client.get(f"/reviews/{planned.id}/slides.pptx", follow=True)
    assert str(path) in answer.content.decode()


def test_who_sees_the_customer_downloads_both(planned, client, bob, carl):
    client.force_login(bob)
    slides = client.get(f"/reviews/{planned.id}/slides.pptx")
    assert "acme-quarterly-review-2026-11-26.pptx" in slides["Content-Disposition"]
    assert client.get(f"/reviews/{planned.id}/slides.pdf")["Content-Type"] == "application/pdf"
    client.force_login(carl)
    assert client.get(f"/reviews/{planned.id}/slides.pptx").status_code == 403


def test_a_weekly_review_is_about_where_we_stand_and_what_is_next(acme, alice):
    fill(acme, alice)
    titles = [slide.title for slide in deck_of(schedule(acme, alice, ReviewType.WEEKLY)).slides]

    beginnings = ["Agenda", "Where we stand", "The plan: Grow", "Support: ",
                  "Decisions and next steps", "Sources and definitions"]  # fmt: skip
    assert len(titles) == len(beginnings)
    assert all(title.startswith(one) for title, one in zip(titles, beginnings, strict=True))
