from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.report import Theme
from ppid_exporters.layout.theme import PAPERS, accent, contrast, paper

COLOURS = st.from_regex("#[0-9A-F]{6}", fullmatch=True)


def test_contrast_of_black_and_white_is_the_largest() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)


@pytest.mark.parametrize(("grey", "expected"), [("#767676", 4.54), ("#777777", 4.48)])
def test_contrast_is_that_of_wcag(grey: str, expected: float) -> None:
    """The lightest grey that passes, and the darkest that does not, as WCAG checkers print them."""
    assert contrast(grey, "#FFFFFF") == pytest.approx(expected, abs=0.01)


def test_legible_accent_is_used_as_it_is_and_without_a_note() -> None:
    chosen = accent(Theme(accent="#123b5d"))

    assert ("#123B5D", "") == (chosen.colour, chosen.note.id)


@given(COLOURS)
def test_every_accent_can_be_read_on_white_and_a_change_is_told(colour: str) -> None:
    chosen = accent(Theme(accent=colour))

    assert contrast(chosen.colour, "#FFFFFF") >= 4.5
    assert (chosen.colour != colour) == bool(chosen.note.id) == bool(chosen.note.en)
    assert not chosen.note.id or (colour in chosen.note.id and chosen.colour in chosen.note.id)


@pytest.mark.parametrize("words", ["", "biru", "#12345", "red; } body { display: none", "#GGGGGG"])
def test_what_is_no_colour_gives_the_default_and_a_note(words: str) -> None:
    chosen = accent(Theme(accent=words))

    assert chosen.colour == "#123B5D"
    assert "#RRGGBB" in chosen.note.id


def test_papers_are_upright() -> None:
    assert {"A4": (210, 297), "F4": (215, 330)} == {
        name: (sheet.width, sheet.height) for name, sheet in PAPERS.items()
    }
    assert paper(Theme(paper=" f4 ")) == PAPERS["F4"]
