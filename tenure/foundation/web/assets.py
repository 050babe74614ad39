"""Files that are made, not written: one stylesheet of all parts, and the typeface cut to size."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

STYLES = Path(__file__).parent / "styles"
LAYERS = "@layer reset, tokens, base, layout, components, utilities, print;\n"
PARTS = (
    "font", "reset", "tokens", "base", "layout", "navigation", "buttons", "forms", "menus",
    "health", "list", "charts", "customer", "said", "tables", "scorecards", "people", "proof", "palette",
    "messages", "narrow", "alerts", "work", "onboarding", "documents", "programme",
    "tiering", "plans", "reviews", "revenue", "requests", "figures", "paper", "print",
)  # fmt: skip
LATIN = (
    "20-17F,18F,192,1A0,1A1,1AF,1B0,218-21B,259,2BC,2C6,2DA,2DC,1E80-1E85,1EA0-1EF9,2010-2027,"
    "202F-203A,20AC,2122,2190-2193,2197,2198,2212,2264-2265"
)
FEATURES = ["kern", "liga", "calt", "ccmp", "mark", "tnum", "lnum"]


class BundleFinder(BaseFinder):
    """Offers the made files to Django's static files as if they lay in a folder."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.folder = Path(settings.DATA.path) / "made"
        self.storage = FileSystemStorage(location=self.folder)

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        make(self.folder)
        file = self.folder / path
        found = [str(file)] if file.is_file() else []
        return found if find_all else (found[0] if found else None)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        make(self.folder)
        yield "web/tenure.css", self.storage
        yield "web/inter.woff2", self.storage


def make(folder: Path) -> None:
    web = folder / "web"
    web.mkdir(parents=True, exist_ok=True)
    style = web / "tenure.css"
    if not style.exists() or style.read_text() != stylesheet():
        style.write_text(stylesheet())
    mark = web / f".inter-{version('fontpkg-inter')}"
    if not mark.exists():
        cut_typeface(web / "inter.woff2")
        mark.touch()


def stylesheet() -> str:
    return LAYERS + "".join((STYLES / f"{part}.css").read_text() for part in PARTS)


def cut_typeface(target: Path) -> None:
    """Keep the Latin letters, the figures and the weights that pages use: 0.9 MB become 0.1."""
    import fontpkg_inter
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    source = Path(fontpkg_inter.__file__).parent / "files" / "Inter[opsz,wght].ttf"
    options = subset.Options(hinting=False, layout_features=FEATURES)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(LATIN))
    font = TTFont(source)
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": (400, 700)})
    font.flavor = "woff2"
    font.save(target)
