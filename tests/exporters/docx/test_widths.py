"""How tables share the room: whole words, whole dates, low rows."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.exporters.docx.opening import exported, of, opened, styled
from tests.exporters.docx.printing import Press, needs_printing
from tests.readers.sampled import sampled

from ppid_core.report import Column, Report, Table, Value
from ppid_exporters.docx.inline import held
from ppid_exporters.docx.widths import TYPES, Type
from ppid_exporters.layout.columns import LEAST, Need, shared, width
from ppid_exporters.pdf.glyphs import typeface

ROOM = 155.0
lengths = st.floats(min_value=0, max_value=60)
weights = st.floats(min_value=0.1, max_value=60)
"""The narrowest letter weighs more than the least of these."""

columns = st.lists(st.tuples(lengths, lengths, st.just(0.0) | weights), min_size=1, max_size=20)
weighed = st.lists(st.tuples(lengths, lengths, weights), min_size=1, max_size=20)


def need(some: tuple[float, float, float]) -> Need:
    word, cell, weight = some
    return Need(least=word, most=max(word, cell), weight=weight)


@given(columns, st.sampled_from(TYPES))
def test_columns_never_exceed_the_room_and_words_stay_whole_where_they_can(
    asked: list[tuple[float, float, float]], kind: Type
) -> None:
    some = [need(one) for one in asked]
    least = [max(one.least * kind.size + kind.padding, LEAST) for one in some]
    widths = shared(some, kind, ROOM)

    assert sum(widths) <= ROOM + 1e-6
    if sum(least) <= ROOM:
        assert all(width >= low - 1e-6 for width, low in zip(widths, least, strict=True))


@given(weighed, st.sampled_from(TYPES))
def test_room_is_not_left_over_while_cells_want_more(
    asked: list[tuple[float, float, float]], kind: Type
) -> None:
    some = [need(one) for one in asked]
    wished = sum(max(one.most * kind.size + kind.padding, LEAST) for one in some)

    if wished > ROOM:
        assert sum(shared(some, kind, ROOM)) == pytest.approx(ROOM, abs=0.01)


@pytest.mark.parametrize("is_bold", [False, True])
def test_no_letter_is_wider_than_it_is_measured(is_bold: bool) -> None:  # noqa: FBT001  a parameter
    """By the font that PDF carries and of which Word has the widths: a heading is never broken in a word."""
    advances = typeface(f"LiberationSans-{'Bold' if is_bold else 'Regular'}").advances
    point = 25.4 / 72
    letters = map(chr, range(ord(" "), ord("~") + 1))
    narrow = [one for one in letters if width(one, 1, is_bold=is_bold) < (advances[ord(one)] - 6e-4) * point]
    assert narrow == []


def columned(*titles: str, rows: tuple[tuple[Value, ...], ...], wide: bool = False) -> Table:
    named = tuple(Column(key=f"c{at}", title=title) for at, title in enumerate(titles))
    return Table(key="t", caption="T", columns=named, rows=rows, wide=wide)


def widths(table: Table) -> list[float]:
    (found,) = opened(exported(of(table))).tables
    return [column.width.mm for column in found.columns]


def test_column_that_is_empty_but_for_one_cell_leaves_its_room_to_the_others() -> None:
    names = tuple(
        (f"Permohonan yang diputus dalam jangka waktu ke-{at} menurut hukum", 1, "") for at in range(20)
    )
    first, _, last = widths(
        columned("Pokok", "Angka", "Sebab", rows=(*names, ("x", 1, "belum tercatat " * 5)))
    )

    assert first > 85
    assert last < 60


def test_date_stays_on_one_line_beside_long_texts() -> None:
    rows = tuple(
        (date(2024, 9, day), "Naskah perjanjian " * 12, "Uraian yang panjang " * 12) for day in (3, 30)
    )
    content = exported(of(columned("Tanggal", "Naskah", "Uraian", rows=rows)))
    (table,) = opened(content).tables

    assert table.columns[0].width.mm > 30, "30 September 2024 in 9,5 points has 28 mm"
    assert table.cell(2, 0).text == "30 September 2024", "copied as it was typed"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("30 September 2024", "30 September 2024"),
        ("Senin, 8 Januari 2024", "Senin, 8\u00a0Januari\u00a02024"),
        (
            "diserahkan 11 Juli 2024, lalu 2 Mei 2025",
            "diserahkan 11\u00a0Juli\u00a02024, lalu 2\u00a0Mei\u00a02025",
        ),
        ("Perki 1 Tahun 2021", "Perki 1 Tahun 2021"),
        ("A12 Mei 2024x", "A12 Mei 2024x"),
    ],
)
def test_date_within_a_text_is_held_together(words: str, expected: str) -> None:
    assert held(words) == expected


def test_letters_are_the_smaller_the_more_columns_there_are() -> None:
    def style(count: int) -> str:
        row = tuple("pemberitahuan tertulis" for _ in range(count))
        content = exported(of(columned(*("Kolom",) * count, rows=(row,), wide=True)))
        return next(
            key for key in ("", "Small", "Smaller", "Smallest") if list(styled(content, f"TableText{key}"))
        )

    assert [style(count) for count in (4, 14)] == ["", "Smallest"]


def test_few_columns_without_dates_are_not_set_in_the_smallest_letters() -> None:
    row = ("pertanggungjawaban", "ketidakpertanggungjawaban " * 3) * 4
    content = exported(of(columned(*("Kolom",) * 8, rows=(row,))))

    assert list(styled(content, "TableTextSmaller"))


@pytest.fixture(scope="module")
def annexed() -> Report:
    """Return the registers of the example alone, each as an annex of its own."""
    report = sampled("daily")
    kept = tuple(section for section in report.sections if section.key.startswith("annex_"))
    assert len(kept) == 3
    return evolve(report, sections=kept)


def test_annex_of_wide_tables_stands_on_lying_sheets_with_its_heading(annexed: Report) -> None:
    cover, *others = opened(exported(annexed)).sections

    assert cover.page_width < cover.page_height  # type: ignore[operator]  # None is a failure too
    assert all(section.page_width > section.page_height for section in others)  # type: ignore[operator]  # None is a failure too


def test_chapter_with_a_part_or_an_upright_table_keeps_its_heading_upright() -> None:
    upright = columned("A", rows=(("a",),))
    wide = evolve(columned(*"ABC", rows=(("pertanggungjawaban" * 3,) * 3,)), key="w")
    sections = opened(exported(of(upright, wide))).sections

    assert [section.page_width > section.page_height for section in sections] == [False, False, True]  # type: ignore[operator]  # None is a failure too


@pytest.mark.slow
@needs_printing
def test_registers_of_a_year_take_few_pages_and_none_holds_a_heading_alone(
    press: Press, annexed: Report
) -> None:
    ((_, *pages),) = press.pages(exported(annexed))
    headed = [page for page in pages if "Lampiran A" in page or "Lampiran B" in page]

    assert len(pages) <= 10
    assert len(headed) == 2
    assert all(len(page.splitlines()) > 20 for page in headed)
