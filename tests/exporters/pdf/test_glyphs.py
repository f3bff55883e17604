"""Fonts and letters: what they can show and how wide it is, with Pillow's FreeType as the oracle."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from ppid_exporters.pdf.glyphs import BREAK, FOLDER, Glyphs, typeface, width

FONTS = ("LiberationSans-Regular", "LiberationSans-Bold", "DejaVuSans")
SIZE = 1000


@pytest.mark.parametrize("name", FONTS)
@pytest.mark.parametrize("sign", ["A", "i", "W", "5", " ", "é", "–", "…", "√"])
def test_widths_are_those_that_freetype_measures(name: str, sign: str) -> None:
    font = ImageFont.truetype(str(FOLDER / f"{name}.ttf"), SIZE, layout_engine=ImageFont.Layout.BASIC)

    assert typeface(name).advances[ord(sign)] * SIZE == pytest.approx(font.getlength(sign), abs=1)


@pytest.mark.parametrize(
    ("sign", "fonts"),
    [("A", FONTS), ("✓", ("DejaVuSans",)), ("ع", ("DejaVuSans",)), ("情", ()), ("🫠", ())],
)
def test_fonts_tell_which_signs_they_have(sign: str, fonts: tuple[str, ...]) -> None:
    assert list(fonts) == [name for name in FONTS if sign in typeface(name)]


@given(st.text())
def test_what_is_shown_can_be_shown(text: str) -> None:
    """Showing it again changes nothing and misses nothing."""
    glyphs = Glyphs()
    spelled = Glyphs().spelled(text)

    assert glyphs.spelled(spelled) == spelled
    assert {} == glyphs.missing


@given(
    st.text(alphabet=st.characters(max_codepoint=0x17F, exclude_categories=("C", "Z"))), st.integers(20, 200)
)
def test_no_piece_of_a_word_is_wider_than_its_place(text: str, room: int) -> None:
    """A line may end at a break, and after a hyphen before a letter, as Unicode has it (UAX 14)."""
    pieces = re.split(rf"{BREAK}|(?<=-)(?=[^\W\d])", Glyphs().fitted(text, room, 11))

    assert all(width(piece) * 11 <= max(room, 11 * width(piece[:1])) + 0.01 for piece in pieces)
    assert Glyphs().shown(text) == "".join(pieces)


def test_words_that_have_room_are_left_alone() -> None:
    assert "Pertanggungjawaban keuangan" == Glyphs().fitted("Pertanggungjawaban keuangan", 200, 11)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cafe\u0301", "Cafe\u0301"),
        ("👩🏽\u200d💻", "[U+1F469][U+1F3FD][U+200D][U+1F4BB]"),
        ("ꦗꦮ", "[U+A997][U+A9AE]"),
        ("a\tb", "a    b"),
        ("baris\r\ndua", "baris\ndua"),
        ("\x00", "\ufffd"),
    ],
)
def test_signs_are_kept_or_spelled(text: str, expected: str) -> None:
    assert expected == Glyphs().shown(text)


def test_lines_with_arabic_are_isolated_and_others_are_not() -> None:
    assert "satu\n\u2068معلومات\u2069" == Glyphs().shown("satu\nمعلومات")


def test_many_missing_signs_are_told_in_short() -> None:
    glyphs = Glyphs()
    glyphs.shown("".join(chr(0x4E00 + at) for at in range(20)))

    assert glyphs.note("id").endswith("dan 8 lagi.")
    assert glyphs.note("en").endswith("and 8 more.")
    assert "" == Glyphs().note("id")
