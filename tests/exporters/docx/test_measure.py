from __future__ import annotations

import pytest

from ppid_exporters.docx.cascade import LetterLook, ParagraphLook
from ppid_exporters.docx.measure import TextSpan, line_heights

ELEVEN = LetterLook(font="Arial", size=220)
BODY = ParagraphLook(letters=ELEVEN, line=272)


def lines(words: str, room: float, look: ParagraphLook = BODY) -> int:
    return len(line_heights([TextSpan(words=words, look=look.letters)], look, room))


def test_a_line_is_as_high_as_libreoffice_says() -> None:
    """14.25 points from line to line of the body, and 23.9 of a heading, in its PDF of an example."""
    (body,) = line_heights([TextSpan(words="Isi", look=ELEVEN)], BODY, 9000)
    heading = ParagraphLook(letters=LetterLook(font="Arial", size=400, is_bold=True), line=251)
    (large,) = line_heights([TextSpan(words="Judul", look=heading.letters)], heading, 9000)

    assert (body.whole, large.whole) == (285, 478)


def test_words_go_on_where_the_line_is_full() -> None:
    """Forty letters "n" are 40 × 0.556 × 11 points wide: 244.7."""
    assert lines("n" * 40, 4900) == 1
    assert lines("n" * 40, 4880) == 2


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("satu dua", 2),
        ("kata-kata", 2),
        ("satu\u00a0dua", 2),
        ("2019-2024", 2),
        ("KI/2024", 2),
        ("a\nb\nc", 3),
        ("", 1),
    ],
)
def test_a_line_ends_at_spaces_hyphens_and_typed_breaks(words: str, count: int) -> None:
    widest = {"satu dua": 560, "kata-kata": 620, "satu\u00a0dua": 560, "2019-2024": 700, "KI/2024": 600}

    assert lines(words, widest.get(words, 600)) == count


def test_the_first_line_has_more_room_where_it_stands_out() -> None:
    hanging = ParagraphLook(letters=ELEVEN, line=272, left=1000, first=-1000)
    spans = [TextSpan(words="n" * 30, look=ELEVEN)]

    assert len(line_heights(spans, hanging, 4700)) == 1
    assert len(line_heights(spans, hanging, 4300, is_listed=True)) == 2


def test_bold_words_are_wider() -> None:
    bold = LetterLook(font="Arial", size=220, is_bold=True)
    words = "Permohonan informasi publik"

    regular = next(room for room in range(500, 5000, 5) if lines(words, room) == 1)

    assert len(line_heights([TextSpan(words=words, look=bold)], BODY, regular)) == 2
