"""What is written can be read, and what is drawn can be seen, in light and in dark (WCAG 2.2 AA).

The colours are read from the tokens of the stylesheet, where each says itself for light and for
dark in OKLCH: https://www.w3.org/TR/css-color-4/#ok-lab.
"""

import math
import re
from pathlib import Path

import pytest

import tenure.foundation.web

TOKENS = Path(tenure.foundation.web.__file__).parent / "styles" / "tokens.css"
COLOUR = re.compile(
    r"--(?P<name>[\w-]+): light-dark\(oklch\((?P<light>[^/)]+)\), oklch\((?P<dark>[^/)]+)\)\);"
)
SCHEMES = ("light", "dark")
GROUNDS = ("canvas", "surface", "raised", "hover")
# What is written in a colour, and on what. Text is read from 4.5:1 on.
TEXTS = {
    "ink": (*GROUNDS, "accent-wash", "accent-soft", "ok-wash", "watch-wash", "risk-wash"),
    "ink-2": (*GROUNDS, "accent-wash", "ok-wash", "watch-wash", "risk-wash"),
    "ink-3": GROUNDS,
    "accent": (*GROUNDS, "accent-wash"),
    "on-accent": ("accent",),
    "surface": ("ink",),
    "ok": (*GROUNDS, "ok-wash"),
    "watch": (*GROUNDS, "watch-wash"),
    "risk": (*GROUNDS, "risk-wash"),
}
# Lines of charts, bars, dots, the edges of fields. Marks are seen from 3:1 on.
MARKS = {
    "field": ("canvas", "surface", "raised"),
    "accent": GROUNDS,
    "ok": GROUNDS,
    "ok-soft": ("surface", "raised"),
    "watch": GROUNDS,
    "watch-soft": ("surface", "raised"),
    "risk": GROUNDS,
    "fill-risk": ("surface", "raised"),
}


def pairs(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str, str]]:
    return [(scheme, top, ground) for scheme in SCHEMES for top in table for ground in table[top]]


def colours() -> dict[tuple[str, str], float]:
    """By scheme and name how bright each colour is."""
    found = {}
    for match in COLOUR.finditer(TOKENS.read_text()):
        for scheme in SCHEMES:
            found[scheme, match["name"]] = luminance(*oklch(match[scheme]))
    return found


def oklch(text: str) -> tuple[float, float, float]:
    lightness, chroma, hue = text.split()
    return float(lightness.rstrip("%")) / 100, float(chroma), math.radians(float(hue))


def luminance(lightness: float, chroma: float, hue: float) -> float:
    """The relative luminance as WCAG has it, of the colour as a screen of sRGB shows it."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    red, green, blue = (min(max(light, 0), 1) for light in (red, green, blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


COLOURS = colours()


@pytest.mark.parametrize("scheme, text, ground", pairs(TEXTS))
def test_text_can_be_read(scheme, text, ground):
    assert contrast(COLOURS[scheme, text], COLOURS[scheme, ground]) >= 4.5


@pytest.mark.parametrize("scheme, mark, ground", pairs(MARKS))
def test_a_mark_can_be_seen(scheme, mark, ground):
    assert contrast(COLOURS[scheme, mark], COLOURS[scheme, ground]) >= 3


def test_every_colour_of_the_tokens_is_read_in_both_schemes():
    named = set(re.findall(r"--([\w-]+): light-dark\(", TOKENS.read_text()))

    assert {name for _, name in COLOURS} == named
    assert len(COLOURS) == 2 * len(named)


@pytest.mark.parametrize(
    "colour, known",
    [("100% 0 0", 1.0), ("0% 0 0", 0.0), ("62.7955% 0.257683 29.2339", 0.2126)],
    ids=["white", "black", "red of sRGB"],
)
def test_brightness_is_computed_as_it_is_known(colour, known):
    assert luminance(*oklch(colour)) == pytest.approx(known, abs=0.001)


def test_black_on_white_is_as_far_as_contrast_goes():
    assert contrast(0.0, 1.0) == contrast(1.0, 0.0) == pytest.approx(21)
