"""Whole reports: composed of any year, or made of any blocks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import count
from typing import Literal

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.language import Lang
from ppid_core.report import Block, Chart, Cover, Edition, Form, Meta, Report, Section, Table, Theme
from ppid_core.testing.samples.composing import composed
from ppid_core.testing.strategies.block import SMALLEST_PICTURE, blocks
from ppid_core.testing.strategies.plain import FEW, SEVERAL, partly, rows_of, words
from ppid_core.testing.strategies.table import charted_tables
from ppid_core.testing.strategies.year import service_years

LANGS: SearchStrategy[Lang] = st.sampled_from(("id", "en"))
FORMS: SearchStrategy[Form] = st.sampled_from(("full", "brief", "letter"))
EDITIONS: SearchStrategy[Edition] = st.sampled_from(("public", "internal"))
PAPERS: SearchStrategy[Literal["A4", "F4"]] = st.sampled_from(("A4", "F4"))


@cache
def themes() -> SearchStrategy[Theme]:
    """Return looks."""
    return st.builds(Theme, paper=PAPERS, accent=st.from_regex(r"#[0-9A-F]{6}", fullmatch=True))


@cache
def metas() -> SearchStrategy[Meta]:
    """Return what documents say of themselves."""
    return partly(
        Meta,
        {"title": words()},
        body=words(),
        stem=st.sampled_from(("laporan", "pengumuman")),
        lang=LANGS,
        form=FORMS,
        edition=EDITIONS,
        draft=words(),
        theme=themes(),
    )


@cache
def covers() -> SearchStrategy[Cover]:
    """Return covers, with or without a logo."""
    return partly(Cover, lines=rows_of(words(), most=SEVERAL), logo=st.just(SMALLEST_PICTURE))


@cache
def sections(depth: int = 2) -> SearchStrategy[Section]:
    """Return chapters of any blocks, with parts of their own down to ``depth``; no key stands twice."""
    return _sections(depth).map(lambda section: _renamed(section, count(1)))


def _sections(depth: int) -> SearchStrategy[Section]:
    inner = rows_of(_sections(depth - 1)) if depth > 1 else st.just(())
    label = st.sampled_from(("", "1", "Bagian III")) | words()
    alone: SearchStrategy[tuple[Block, ...]] = blocks().map(lambda block: (block,))
    drawn = st.lists(alone | charted_tables(), max_size=FEW)
    return st.builds(
        Section, key=st.just(""), label=label, title=words(), blocks=drawn.map(_flat), sections=inner
    )


def _flat(groups: Sequence[tuple[Block, ...]]) -> tuple[Block, ...]:
    return tuple(block for group in groups for block in group)


def _renamed(section: Section, numbers: count[int]) -> Section:
    """Return the section with keys that are unique in a document; a chart follows its table."""
    key, renamed = f"bagian_{next(numbers)}", list[Block]()
    for block in section.blocks:
        if isinstance(block, Table):
            renamed.append(evolve(block, key=f"tabel_{next(numbers)}"))
        elif isinstance(block, Chart) and isinstance(renamed[-1], Table):
            renamed.append(evolve(block, key=f"grafik_{next(numbers)}", table=renamed[-1].key))
        else:
            renamed.append(block)
    inner = tuple(_renamed(one, numbers) for one in section.sections)
    return evolve(section, key=key, blocks=tuple(renamed), sections=inner)


@cache
def documents() -> SearchStrategy[Report]:
    """Return documents of any blocks, without a year behind them."""
    return st.builds(_document, metas(), covers(), rows_of(_sections(2)))


def _document(meta: Meta, cover: Cover, chapters: tuple[Section, ...]) -> Report:
    numbers = count(1)
    return Report(meta=meta, cover=cover, sections=tuple(_renamed(one, numbers) for one in chapters))


@cache
def reports() -> SearchStrategy[Report]:
    """Return reports as the command composes them, of any year, in each form, language and edition."""
    return st.builds(composed, service_years(), form=FORMS, lang=LANGS, edition=EDITIONS)
