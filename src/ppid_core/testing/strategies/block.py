"""Blocks of a document: what an exporter renders."""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.model import ReportingPeriod
from ppid_core.report import (
    Block,
    Contents,
    Items,
    Notice,
    Paragraph,
    Picture,
    Signature,
)
from ppid_core.testing.strategies.plain import SEVERAL, days, partly, rows_of, texts, words
from ppid_core.testing.strategies.table import tables
from ppid_core.testing.strategies.value import running_text

SMALLEST_PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
"""One white pixel, as PNG."""


@cache
def paragraphs() -> SearchStrategy[Paragraph]:
    """Return running text."""
    return st.builds(Paragraph, content=running_text())


@cache
def lists() -> SearchStrategy[Items]:
    """Return lists, ordered or not."""
    return st.builds(Items, items=rows_of(running_text(), most=SEVERAL), ordered=st.booleans())


@cache
def placed_pictures() -> SearchStrategy[Picture]:
    """Return pictures of a document, with or without their file."""
    content = st.just(SMALLEST_PICTURE)
    number = st.sampled_from(("2.1", "2.2")) | words()
    return partly(Picture, {"caption": words()}, number=number, alt=words(), content=content)


@cache
def notices() -> SearchStrategy[Notice]:
    """Return what is required and absent."""
    return st.builds(Notice, text=texts(), basis=words())


@cache
def signatures(period: ReportingPeriod | None = None) -> SearchStrategy[Signature]:
    """Return the end of a letter, dated mostly within ``period``."""
    on: SearchStrategy[date] = days(period)
    return partly(Signature, place=words(), on=on, office=words(), name=words(), nip=words())


@cache
def blocks() -> SearchStrategy[Block]:
    """Return blocks of every kind that stand for themselves; a chart needs its table: `charted_tables`."""
    told = paragraphs() | lists() | notices() | st.just(Contents())
    return told | tables() | placed_pictures() | signatures()
