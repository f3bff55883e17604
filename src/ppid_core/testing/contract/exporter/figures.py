"""Promises about figures: none is lost, rounded or bent, an absent one is told, and each year is exported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import product
from typing import ClassVar, cast

import pytest
from attrs import evolve, frozen

from ppid_core.language import LANGS, Lang
from ppid_core.model import Absent, Measure, Reason
from ppid_core.plugins import Artifact
from ppid_core.report import (
    Block,
    Counted,
    Days,
    Edition,
    Paragraph,
    Ratio,
    Report,
    Rupiah,
    Value,
    text,
)
from ppid_core.testing.contract.exporter.view import FORMS, MARKER, NO_SECTIONS, View, report_of
from ppid_core.testing.contract.promise import promise
from ppid_core.testing.readers import Figure
from ppid_core.testing.samples import document, rolled_up, small, table

Reader = Callable[[Iterable[Artifact], Lang], Mapping[Measure, Figure]]

_EDITIONS: tuple[Edition, ...] = ("public", "internal")
_REASONS = (Absent(Reason.NOT_KEPT), Absent(Reason.PART_OF_ROWS), Absent(Reason.STATED_ONLY, "8,48 hari"))
_ZEROS: tuple[Value, ...] = (0, Counted(0), "", "0")
_NUMBER = 1_234_567
_PRINTED = {"id": "1.234.567", "en": "1,234,567"}
_BEYOND_FLOATS = 2**53 + 1
_PLAIN = 4711
_MONEY = Decimal("900719925474099.37")
"""A floating-point number makes 900719925474099.4 of it."""
_TAIL = re.compile(r"\d[.,]\d{9,}")
"""As 0.30000000000000004 and 0.3333333333333333."""
_READ_BACK = ("small", "exact", "huge", "nihil", "absent", "empty")


@frozen
class _Later:
    """A block of a kind that came after the exporter was written (*blok yang belum dikenal*)."""

    words: str

    def plain(self, lang: Lang = "id") -> str:
        """Return the words, and in which language they were asked for."""
        return f"{self.words}-{lang}"


class Figured:
    """How an exporter writes figures, and what it makes of unusual years."""

    rows: ClassVar[int] = 10_000

    @promise(
        "Write counts as int and money as Decimal, never through float; where the numbers of the format are "
        "floats (spreadsheets: 15 digits), write what they cannot hold as text."
    )
    def test_huge_numbers_keep_every_digit(self, view: View) -> Iterator[str]:
        """A count beyond 2⁵³ is written to its last digit."""
        wraps: tuple[Callable[[int], Value], ...] = (int, Counted)
        for wrap in wraps:
            one, next_one = _cell(wrap(_BEYOND_FLOATS)), _cell(wrap(_BEYOND_FLOATS + 1))
            if not view.differs(_cell(wrap(_PLAIN)), _cell(wrap(_PLAIN + 1))):
                continue
            if not view.differs(one, next_one):
                yield f"{_BEYOND_FLOATS} and {_BEYOND_FLOATS + 1} are written alike"
            elif str(_PLAIN) in view.digits(_cell(wrap(_PLAIN))) and str(_BEYOND_FLOATS) not in view.digits(
                one
            ):
                yield f"{wrap(_BEYOND_FLOATS)!r} is not written with all of its digits"

    @promise("Write text(value, lang), or Decimal as it is: f'{amount:f}'; float(amount) bends it.")
    def test_decimals_are_exact(self, view: View) -> Iterator[str]:
        """Money is written to the sen, and no figure drags a tail of binary digits along."""
        tenths = tuple(Rupiah(Decimal(amount)) for amount in ("0.1", "0.2", "0.3"))
        others: tuple[Value, ...] = (
            Ratio(1, 3),
            Ratio(20, 30),
            Days(Decimal("8.48")),
            Decimal("0.1") + Decimal("0.2"),
        )
        rows: list[tuple[Value, ...]] = [("uraian", value) for value in (*tenths[:2], *others)]
        bent = document(table(*rows, total=("Jumlah", tenths[2])))
        plain = document(table(*(("uraian", number) for number in range(1, 7)), total=("Jumlah", 7)))
        for tail in sorted({*_TAIL.findall(view.text(bent))} - {*_TAIL.findall(view.text(plain))}):
            yield f"{tail} is the tail of a floating-point number"
        is_readable = str(_PLAIN) in view.digits(_cell(Rupiah(Decimal(_PLAIN))))
        if is_readable and f"{_MONEY:f}".replace(".", "") not in view.digits(_cell(Rupiah(_MONEY))):
            yield f"{_MONEY} rupiah is not written to the sen"

    @promise(
        "Write every row of a table, however many there are; a reader cannot ask for the rest. A register "
        "(is_register) may be a file of its own beside the document."
    )
    def test_no_row_is_lost(self, view: View) -> Iterator[str]:
        """Of 10,000 rows the last one is written; of those of a register in one of the files."""
        rows = (*((f"baris {number}", number) for number in range(1, self.rows)), (MARKER, self.rows))
        if not view.shows(_cell(MARKER), MARKER):
            return
        for long, what in ((table(*rows), "table"), (evolve(table(*rows), is_register=True), "register")):
            if not view.shows(document(long), MARKER):
                yield f"the last of {self.rows:,} rows of a {what} is not written"

    @promise(
        "Print what the report holds, where it holds it, by text(value, lang); compare the figure named "
        "above with what a person counts in the sample (ppid_core.testing.samples.COUNTED)."
    )
    def test_every_figure_is_read_back(self, view: View, reader: Reader | None) -> Iterator[str]:
        """Every figure of the report is read back from the files, equal, and none that is absent."""
        if reader is None:
            pytest.skip("no fixture reader: nobody has read the figures back")
        for sample, lang in product(_READ_BACK, LANGS):
            report = report_of(sample, lang=lang)
            files = view.files(report)
            if not files and lang != LANGS[0] and view.files(report_of(sample)):
                continue  # data that no language changes are written once
            expected, read = _known(report), reader(files, lang)
            for measure in sorted({*expected, *read}):
                if expected.get(measure) != read.get(measure):
                    is_read = (
                        f"was read back as {read[measure]}" if measure in read else "is not in the files"
                    )
                    yield f"{measure} is {expected.get(measure, 'absent')} and {is_read} ({sample}, {lang})"

    @promise(
        "A register that was not kept is Absent, and a report may have no sections, year, summary or check: "
        "ask before you index, divide or take the largest."
    )
    def test_empty_year_is_exported(self, view: View) -> Iterator[str]:
        """A year of which nothing is recorded, and one in which nothing happened, are exported."""
        for report in (report_of("empty"), report_of("nihil"), NO_SECTIONS):
            yield from _blank(view, report, report.meta.title)

    @promise(
        "Take a roll-up as any report: it has sections, and report.rollup instead of year, summary and check."
    )
    def test_rollup_is_exported(self, view: View) -> Iterator[str]:
        """A roll-up of two bodies is exported, and the files name both."""
        year = small()
        report = rolled_up(year, evolve(year, body=evolve(year.body, name=MARKER)))
        yield from _blank(view, report, report.meta.title)
        for name in (year.body.name, MARKER) if view.shows(_cell(MARKER), MARKER) else ():
            if not view.shows(report, name):
                yield f"the body {name!r} of a roll-up is not in the files"

    @promise(
        "Write caption and heading as ever, and what belongs below them; a table without rows is a fact."
    )
    def test_tables_without_rows_are_exported(self, view: View) -> Iterator[str]:
        """A table without rows, with a total or without, is written and not left out."""
        filled = document(table(("a", 1), headings=(MARKER, "Nilai"), caption=MARKER))
        for total in (None, ("Jumlah", 0)):
            bare = document(table(headings=(MARKER, "Nilai"), total=total, caption=MARKER))
            if view.shows(filled, MARKER) and not view.shows(bare, MARKER):
                yield f"a table without rows, its total {total}, is left out, caption, heading and all"

    @promise(
        "Write text(value, lang) where a value is Absent, in cells and sentences alike; never 0, never "
        "nothing: zero says that somebody counted."
    )
    def test_absent_figures_are_told_with_their_reason_and_never_as_zero(self, view: View) -> Iterator[str]:
        """An absent figure is printed as its reason, and looks like neither 0 nor a blank cell."""
        if not view.differs(_cell(7), _cell(8)):
            return
        for absent, zero in product(_REASONS, _ZEROS):
            if not view.differs(_cell(absent), _cell(zero)):
                yield f"{absent!r} is written as {zero!r} is"
        is_readable = view.shows(_cell(MARKER), MARKER)
        for absent, lang in product(_REASONS, LANGS) if is_readable else ():
            if not view.shows(_cell(absent, lang), text(absent, lang)):
                yield f"{text(absent, lang)!r} is not written for {absent!r}"

    @promise("Leave nothing out by form, edition or language: a brief or English report has the same blocks.")
    def test_forms_editions_and_languages_are_all_exported(self, view: View) -> Iterator[str]:
        """Full and brief, public and internal, Indonesian and English: each is exported."""
        for form, edition, lang in product(FORMS, _EDITIONS, LANGS):
            report = report_of("small", form=form, edition=edition, lang=lang)
            yield from _blank(view, report, f"{form}, {edition}, {lang}")

    @promise(
        "Hand the language of the report on: text(value, report.meta.lang), block.plain(report.meta.lang)."
    )
    def test_numbers_are_written_in_the_language_of_the_report(self, view: View) -> Iterator[str]:
        """An English report writes 1,234,567, an Indonesian one 1.234.567; plain digits suit both."""
        for lang, other in product(LANGS, LANGS):
            if lang != other and _PRINTED[other] in view.text(_cell(_NUMBER, lang)):
                yield f"{_PRINTED[other]} stands in a report in the language {lang!r}"

    @promise(
        "End the match over blocks with `case _:` and write block.plain(report.meta.lang) there; later "
        "versions of ppid_core have blocks that you do not know."
    )
    def test_unknown_blocks_are_written_by_their_plain_text(self, view: View) -> Iterator[str]:
        """A block of an unknown kind is written as its plain() says, in the language of the report."""
        for lang in LANGS:
            unknown = document(cast("Block", _Later(MARKER)), lang=lang)
            shows_prose = view.shows(document(Paragraph(content=(MARKER,)), lang=lang), MARKER)
            if shows_prose and not view.shows(unknown, f"{MARKER}-{lang}"):
                yield f"{MARKER}-{lang} is not written"


def _cell(value: Value, lang: Lang = "id") -> Report:
    return document(table(("uraian", value)), lang=lang)


def _blank(view: View, report: Report, name: str) -> Iterator[str]:
    yield from (f"{file.name!r} is empty, of {name}" for file in view.files(report) if not file.content)


def _known(report: Report) -> Mapping[Measure, Figure]:
    """Return every figure of the summary that is not absent."""
    assert report.summary is not None
    figures = {measure: report.summary.number(measure) for measure in Measure if measure is not Measure.OTHER}
    return {measure: figure for measure, figure in figures.items() if not isinstance(figure, Absent)}
