"""Stylesheets, scripts and the typeface are collected once for each state of their sources."""

from pathlib import Path

import pytest

from tenure.foundation.web import assets
from tenure.project.static import collect


@pytest.fixture
def collected(settings, tmp_path):
    """Collects, as an installation does, and answers the folder."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }

    def again() -> Path:
        collect()
        return tmp_path / "static"

    return again


@pytest.mark.slow
def test_everything_a_page_needs_is_there_under_a_name_that_tells_its_content(collected):
    names = {path.name for path in (collected() / "web").iterdir()}

    for start, end in (("tenure.", ".css"), ("inter.", ".woff2")):
        assert [n for n in names if n.startswith(start) and n.endswith(end) and n.count(".") == 2]
    assert any(name.endswith(".css.gz") for name in names)


@pytest.mark.slow
def test_the_same_sources_are_not_collected_again(collected):
    folder = collected()
    (folder / "web" / "tenure.css").unlink()

    collected()

    assert not (folder / "web" / "tenure.css").exists()


@pytest.mark.slow
def test_changed_sources_are_collected_again_and_old_files_go(collected):
    folder = collected()
    (folder / "old.js").write_text("")
    (folder / ".collected-from").write_text("another state")

    collected()

    assert not (folder / "old.js").exists()
    assert (folder / "web" / "tenure.css").exists()


def test_the_stylesheet_is_one_file_of_all_parts(collected):
    written = {path.stem for path in assets.STYLES.glob("*.css")}

    assert set(assets.PARTS) == written
    assert assets.stylesheet().startswith("@layer reset, tokens, base, layout")
