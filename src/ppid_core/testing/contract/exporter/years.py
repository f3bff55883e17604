"""Promises about years and documents that few authors think of: empty, absent, English, of blocks to come."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import cast

from attrs import frozen

from ppid_core.language import Lang
from ppid_core.model import Absent, Reason
from ppid_core.report import Block, Counted, Edition, Form, Paragraph, Report, Value, text
from ppid_core.testing.contract.exporter.opening import as_bytes
from ppid_core.testing.contract.exporter.reports import MARKER, NO_SECTIONS, report_of
from ppid_core.testing.contract.exporter.view import View
from ppid_core.testing.contract.promise import promise
from ppid_core.testing.samples import document, table

LANGS: tuple[Lang, ...] = ("id", "en")
FORMS: tuple[Form, ...] = ("full", "brief", "letter")
EDITIONS: tuple[Edition, ...] = ("public", "internal")
REASONS = (Absent(Reason.NOT_KEPT), Absent(Reason.PART_OF_ROWS), Absent(Reason.STATED_ONLY, "8,48 hari"))
ZEROS: tuple[Value, ...] = (0, Counted(0), "", "0")
NUMBER = 1_234_567
PRINTED = {"id": "1.234.567", "en": "1,234,567"}


@frozen
class Later:
    """A block of a kind that came after the exporter was written (*blok yang belum dikenal*)."""

    words: str

    def plain(self, lang: Lang = "id") -> str:
        """Return the words, and in which language they were asked for."""
        return f"{self.words}-{lang}"


class Yearly:
    """What an exporter makes of unusual years."""

    @promise(
        "A register that was not kept is Absent, and a report may have no sections, year, summary or check: "
        "ask before you index, divide or take the largest."
    )
    def test_empty_year_is_exported(self, view: View) -> Iterator[str]:
        """A year of which nothing is recorded, and one in which nothing happened, are exported."""
        for report in (report_of("empty"), report_of("nihil"), NO_SECTIONS):
            for file in view.files(report):
                if not as_bytes(file):
                    yield f"{file.name!r} is empty, of {report.meta.title!r}"

    @promise(
        "Write caption and heading as ever, and what belongs below them; a table without rows is a fact."
    )
    def test_tables_without_rows_are_exported(self, view: View) -> Iterator[str]:
        """A table without rows, with a total or without, is written and not left out."""
        bare = document(table(headings=(MARKER, "Nilai"), caption=MARKER))
        totalled = document(table(headings=(MARKER, "Nilai"), total=("Jumlah", 0), caption=MARKER))
        filled = document(table(("a", 1), headings=(MARKER, "Nilai"), caption=MARKER))
        shown = view.shows(filled, MARKER)
        for name, report in (("without rows", bare), ("without rows, with a total", totalled)):
            if shown is not view.shows(report, MARKER):
                yield f"a table {name} is left out, caption, heading and all"

    @promise(
        "Write text(value, lang) where a value is Absent, in cells and sentences alike; never 0, never "
        "nothing: zero says that somebody counted."
    )
    def test_absent_figures_are_told_with_their_reason_and_never_as_zero(self, view: View) -> Iterator[str]:
        """An absent figure is printed as its reason, and looks like neither 0 nor a blank cell."""
        if not view.differs(_cell(7), _cell(8)):
            return
        for absent in REASONS:
            for zero in ZEROS:
                if not view.differs(_cell(absent), _cell(zero)):
                    yield f"{absent!r} is written as {zero!r} is"
        readable = view.shows(_cell(MARKER), MARKER)
        for absent, lang in product(REASONS, LANGS) if readable else ():
            if not view.shows(_cell(absent, lang), text(absent, lang)):
                yield f"{text(absent, lang)!r} is not written for {absent!r}"

    @promise("Leave nothing out by form, edition or language: a brief or English report has the same blocks.")
    def test_forms_editions_and_languages_are_all_exported(self, view: View) -> Iterator[str]:
        """Full and brief, public and internal, Indonesian and English: each is exported."""
        for form, edition, lang in product(FORMS, EDITIONS, LANGS):
            report = report_of("small", form=form, edition=edition, lang=lang)
            for file in view.files(report):
                if not as_bytes(file):
                    yield f"{file.name!r} is empty for {form}, {edition}, {lang}"

    @promise(
        "Hand the language of the report on: text(value, report.meta.lang), block.plain(report.meta.lang)."
    )
    def test_numbers_are_written_in_the_language_of_the_report(self, view: View) -> Iterator[str]:
        """An English report writes 1,234,567, an Indonesian one 1.234.567; plain digits suit both."""
        for lang, other in (("id", "en"), ("en", "id")):
            if PRINTED[other] in view.text(_cell(NUMBER, cast("Lang", lang))):
                yield f"{PRINTED[other]} stands in a report in the language {lang!r}"

    @promise(
        "End the match over blocks with `case _:` and write block.plain(report.meta.lang) there; later "
        "versions of ppid_core have blocks that you do not know."
    )
    def test_unknown_blocks_are_written_by_their_plain_text(self, view: View) -> Iterator[str]:
        """A block of an unknown kind is written as its plain() says, in the language of the report."""
        for lang in LANGS:
            unknown = document(cast("Block", Later(MARKER)), lang=lang)
            text_of_it = view.text(unknown)
            prose = view.shows(document(Paragraph(content=(MARKER,)), lang=lang), MARKER)
            if prose and f"{MARKER}-{lang}" not in text_of_it:
                yield f"{MARKER}-{lang} is not written" + _seen_instead(text_of_it)


def _cell(value: Value, lang: Lang = "id") -> Report:
    return document(table(("uraian", value)), lang=lang)


def _seen_instead(written: str) -> str:
    start = written.find(MARKER)
    return "" if start < 0 else f", but {written[start : start + 40]!r}"
