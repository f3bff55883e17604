"""A key figure stands on one line of its card, however large: *12.345.6* above *78* is another figure."""

from __future__ import annotations

import re

import pytest
from tests.exporters.docx import opening as word
from tests.exporters.opened_page import classed, parsed, said
from tests.exporters.opened_page import exported as page
from tests.exporters.pdf import opened as pdf

from ppid_core import Dossier, Report
from ppid_core.model import Objection, ReportingPeriod, ServiceYear

COUNTS = (84, 345_678, 3_345_678, 12_345_678, 10**14)
USUAL = 18.0
"""Points of a figure that fits."""
DIGIT, DOT = 0.556, 0.278
"""How wide they are in Arial Bold, whose widths the fonts of the report share, in parts of their size."""
ROOM = 25.5 / 25.4 * 72
"""Points between the margins of a card: a fifth of the text on A4, less what lies between the cards."""


def report(count: int) -> Report:
    year = ServiceYear(period=ReportingPeriod(2023), objections=(Objection(count=count),))
    return Dossier(year=year).report()


def written(count: int) -> str:
    return f"{count:,}".replace(",", ".")


@pytest.mark.parametrize("count", COUNTS)
def test_the_pdf_shows_it_whole(count: int) -> None:
    texts = [
        text.strip()
        for one in pdf.reader_of(pdf.exported(report(count))).pages[1:2]
        for text in one.extract_text().splitlines()
    ]

    assert written(count) in texts


@pytest.mark.parametrize("count", COUNTS)
def test_word_is_told_letters_of_which_it_fits(count: int) -> None:
    (figure,) = (
        one
        for one in word.styled(word.exported(report(count)), "CardFigure")
        if word.said(one) == written(count)
    )
    size = figure.find(f"{word.W}r/{word.W}rPr/{word.W}sz")
    points = USUAL if size is None else int(size.attrib[f"{word.W}val"]) / 2

    assert (points < USUAL) is (count > 10**6)
    assert points * (DIGIT * len(str(count)) + DOT * written(count).count(".")) < ROOM


@pytest.mark.parametrize("count", COUNTS)
def test_the_page_tells_how_long_it_is_where_it_may_not_fit(count: int) -> None:
    (figure,) = (one for one in classed(parsed(page(report(count))), "figure") if said(one) == written(count))
    told = re.findall(r"\d+", figure.attrib.get("style", ""))

    assert told == ([str(len(written(count)))] if count > 10**6 else [])
