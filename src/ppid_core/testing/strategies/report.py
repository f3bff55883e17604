"""Whole reports, composed of any year or made of any blocks, tables, charts and values."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import chain, count
from typing import Literal

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.language import Lang
from ppid_core.model import CellState, Measure, Outcome, ReportingPeriod, ServiceYear
from ppid_core.report import (
    Block,
    Chart,
    Column,
    Contents,
    Counted,
    Cover,
    Days,
    Edition,
    Form,
    Inline,
    Items,
    Meta,
    Notice,
    Num,
    Paragraph,
    Picture,
    Ratio,
    Report,
    Rupiah,
    Section,
    Signature,
    Table,
    Theme,
    Value,
)
from ppid_core.testing.samples.document import composed, rolled_up
from ppid_core.testing.strategies.column import some_of
from ppid_core.testing.strategies.plain import (
    FEW,
    SEVERAL,
    absent,
    amounts,
    counts,
    days,
    names,
    partly,
    periods,
    rows_of,
    texts,
    words,
)
from ppid_core.testing.strategies.year import service_years

_HUNDREDTHS = 2
_FEW_PIECES = 3


@cache
def counted() -> SearchStrategy[Counted]:
    """Return counts of things."""
    return st.builds(Counted, counts())


@cache
def rupiah() -> SearchStrategy[Rupiah]:
    """Return amounts of money."""
    return st.builds(Rupiah, amounts())


@cache
def ratios() -> SearchStrategy[Ratio]:
    """Return shares: a part, never more than the whole, of a whole that is not 0."""
    return st.integers(1, 10**6).flatmap(
        lambda whole: st.builds(Ratio, st.integers(0, whole), st.just(whole), in_parts=st.booleans())
    )


@cache
def working_days() -> SearchStrategy[Days]:
    """Return numbers of working days, whole or with hundredths."""
    whole = st.integers(0, 400)
    return st.builds(Days, whole | whole.map(lambda number: Decimal(number).scaleb(-_HUNDREDTHS)))


@cache
def values() -> SearchStrategy[Value]:
    """Return whatever a cell may hold: text, numbers of every kind, days, slugs, and what is absent."""
    numbers = st.integers(-99, 99) | counts() | amounts()
    slugs = st.sampled_from(CellState) | st.sampled_from(Outcome)
    figures = counted() | rupiah() | ratios() | working_days()
    return words() | numbers | figures | days() | periods() | slugs | absent()


@cache
def figures_in_text() -> SearchStrategy[Num]:
    """Return figures of a sentence, each with what it is of."""
    return st.builds(Num, st.sampled_from(Measure), counted() | rupiah() | ratios() | absent())


@cache
def running_text() -> SearchStrategy[tuple[Inline, ...]]:
    """Return the pieces of a sentence, figures among them."""
    return st.lists(texts() | figures_in_text(), max_size=_FEW_PIECES).map(tuple)


_LANGS: SearchStrategy[Lang] = st.sampled_from(("id", "en"))
_SLUGS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)


@cache
def columns() -> SearchStrategy[Column]:
    """Return columns of a table."""
    hints = {"turned": st.booleans(), "summed": st.booleans(), "toned": st.booleans()}
    return partly(Column, {"key": _SLUGS, "title": words()}, group=words(), lang=_LANGS, **hints)


@cache
def tables() -> SearchStrategy[Table]:
    """Return tables of any values, each row as wide as the heading; some have no rows, some a total."""
    headings = st.lists(columns(), min_size=1, max_size=SEVERAL, unique_by=lambda column: column.key)
    return headings.map(tuple).flatmap(_tables_of)


def _tables_of(heading: tuple[Column, ...]) -> SearchStrategy[Table]:
    line: SearchStrategy[tuple[Value, ...]] = st.tuples(*(values() for _ in heading))
    return partly(
        Table,
        {"key": _SLUGS, "columns": st.just(heading), "rows": rows_of(line, most=SEVERAL)},
        caption=words(),
        total=line,
        wide=st.booleans(),
        is_register=st.booleans(),
        notes=rows_of(words()),
    )


@st.composite
def charted_tables(draw: st.DrawFn) -> tuple[Table, Chart]:
    """Return a table of counts and the chart that draws it."""
    series = draw(st.integers(1, FEW))
    keys = ("name", *(f"series_{at}" for at in range(series)))
    line = st.tuples(names(), *(counted() for _ in range(series)))
    rows: tuple[tuple[str | Counted, ...], ...] = draw(rows_of(line, fewest=1, most=SEVERAL))
    heading = tuple(Column(key=key, title=draw(names())) for key in keys)
    table = Table(key=draw(_SLUGS), columns=heading, rows=rows, caption=draw(words()))
    return table, draw(_charts_of(table, keys))


def _charts_of(table: Table, keys: tuple[str, ...]) -> SearchStrategy[Chart]:
    return st.builds(
        Chart,
        key=_SLUGS,
        kind=st.sampled_from(("bars", "stacked")),
        table=st.just(table.key),
        category=st.just(keys[0]),
        series=st.just(keys[1:]),
        beside=st.sampled_from(("", keys[-1])),
        ordered=st.booleans(),
        title=words(),
        subtitle=words(),
        alt=words(),
    )


@cache
def charts() -> SearchStrategy[Chart]:
    """Return charts, each without its table: see `charted_tables`."""
    return charted_tables().map(lambda pair: pair[1])


SMALLEST_PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
"""One white pixel, as PNG."""


@cache
def paragraphs() -> SearchStrategy[Paragraph]:
    """Return running text."""
    return partly(Paragraph, {"content": running_text()}, lang=_LANGS)


@cache
def lists() -> SearchStrategy[Items]:
    """Return lists, ordered or not."""
    items = {"items": rows_of(running_text(), most=SEVERAL), "ordered": st.booleans()}
    return partly(Items, items, lang=_LANGS)


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
    return some_of(Signature, None, period)


@cache
def blocks() -> SearchStrategy[Block]:
    """Return blocks of every kind that stand for themselves; a chart needs its table: `charted_tables`."""
    told = paragraphs() | lists() | notices() | st.just(Contents())
    return told | tables() | placed_pictures() | signatures()


_FORMS: SearchStrategy[Form] = st.sampled_from(("full", "brief", "letter"))
_EDITIONS: SearchStrategy[Edition] = st.sampled_from(("public", "internal"))
_PAPERS: SearchStrategy[Literal["A4", "F4"]] = st.sampled_from(("A4", "F4"))


@cache
def themes() -> SearchStrategy[Theme]:
    """Return looks."""
    return st.builds(Theme, paper=_PAPERS, accent=st.from_regex(r"#[0-9A-F]{6}", fullmatch=True))


@cache
def metas() -> SearchStrategy[Meta]:
    """Return what documents say of themselves."""
    return partly(
        Meta,
        {"title": words()},
        body=words(),
        stem=st.sampled_from(("laporan", "pengumuman")),
        lang=_LANGS,
        form=_FORMS,
        edition=_EDITIONS,
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
        Section,
        key=st.just(""),
        label=label,
        title=words(),
        blocks=drawn.map(lambda groups: tuple(chain.from_iterable(groups))),
        sections=inner,
    )


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
    return st.builds(composed, service_years(), form=_FORMS, lang=_LANGS, edition=_EDITIONS)


@cache
def rollups() -> SearchStrategy[Report]:
    """Return roll-ups of one or two years, of one body or two, in each language."""
    return st.builds(_rolled_up, rows_of(service_years()), service_years(), lang=_LANGS)


def _rolled_up(others: tuple[ServiceYear, ...], year: ServiceYear, lang: Lang) -> Report:
    return rolled_up(year, *others[:1], lang=lang)
