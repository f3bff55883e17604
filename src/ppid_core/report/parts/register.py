"""The registers as annexes: every line, in the columns of the regulation (Perki, lampiran)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from attrs import evolve, frozen

from ppid_core.deadlines import report_due_for
from ppid_core.errors import NotInForceError
from ppid_core.language import Bilingual
from ppid_core.law import RegisterKind
from ppid_core.model import Absent, Objection, Request
from ppid_core.report.blocks import Block, Paragraph, Section
from ppid_core.report.columns import counted
from ppid_core.report.material import Material
from ppid_core.report.missing import unknown
from ppid_core.report.parts import cases, requests
from ppid_core.report.parts.recorded import (
    OBJECTION_EXTRAS,
    PERSONAL,
    REQUEST_EXTRAS,
    objection_fields,
    request_fields,
)
from ppid_core.report.prose import joined
from ppid_core.report.tabling import Field, is_long, row_table

Row = TypeVar("Row", bound=Request | Objection)

TOTALS_ONLY = Bilingual("yang dicatat hanya rekapitulasinya", "only totals are recorded")
UNKNOWN_COLUMNS = Bilingual("peraturan tentang kolomnya belum berlaku", "no regulation says its columns")


@frozen(kw_only=True)
class Book(Generic[Row]):
    """A register as it is annexed.

    Attributes:
        fields: its columns, by the slugs of the law.
        extras: what lines say besides: how many cases each stands for, and why it is in no total.
        more: what stands behind it: the table that is too long for its chapter.
    """

    kind: RegisterKind
    label: Bilingual
    title: Bilingual
    none: Bilingual
    rows: tuple[Row, ...] | Absent
    fields: tuple[Field[Row], ...]
    extras: tuple[Field[Row], ...]
    source: str
    more: tuple[Block, ...]


def annexes(material: Material) -> Iterator[Section]:
    """Yield the books of requests and objections: each with all its lines, or with why it is not there."""
    yield _section(material, _requests(material))
    yield _section(material, _objections(material))


def _requests(material: Material) -> Book[Request]:
    rows = material.year.requests
    return Book(
        kind=RegisterKind.REQUESTS,
        label=Bilingual("Lampiran A", "Annex A"),
        title=Bilingual("Buku Register Permohonan", "Register of Requests"),
        none=Bilingual("tidak ada permohonan", "there were no requests"),
        rows=rows,
        fields=request_fields(),
        extras=REQUEST_EXTRAS,
        source=requests.source_line(material),
        more=requests.register(material) if is_long(rows) else (),
    )


def _objections(material: Material) -> Book[Objection]:
    rows = material.year.objections
    return Book(
        kind=RegisterKind.OBJECTIONS,
        label=Bilingual("Lampiran B", "Annex B"),
        title=Bilingual("Buku Register Keberatan", "Register of Objections"),
        none=Bilingual("tidak ada keberatan", "there were no objections"),
        rows=rows,
        fields=objection_fields(material),
        extras=OBJECTION_EXTRAS,
        source=cases.objection_source(material),
        more=cases.objection_register(material) if is_long(rows) else (),
    )


def _section(material: Material, book: Book[Row]) -> Section:
    return Section(
        key=f"annex_{book.kind}",
        label=book.label(material.lang),
        title=book.title(material.lang),
        blocks=tuple(_blocks(material, book)),
    )


def _blocks(material: Material, book: Book[Row]) -> Iterator[Block]:
    columns, basis = _regulated(material, book.kind)
    if isinstance(book.rows, Absent):
        yield unknown(material, book.title, _why_absent(material, book))
    elif not book.rows:
        yield Paragraph(content=(_nil(material, book),))
    elif not columns:
        yield unknown(material, book.title, UNKNOWN_COLUMNS)
    else:
        yield Paragraph(content=(_lead(material, book, basis),))
        yield from _table(material, book, book.rows, columns)
    yield from book.more


def _regulated(material: Material, kind: RegisterKind) -> tuple[tuple[str, ...], str]:
    """Return the slugs of the columns that the law asks for, and where it does; none before it did."""
    try:
        provision = material.law.register_columns.at(report_due_for(material.year.period.year, material.law))
    except NotInForceError:
        return (), ""
    columns = [one for one in provision.value if one.register is kind]
    places = (
        f"{place.instrument} {place.article.partition(' huruf ')[0]}"
        for column in columns
        for place in column.citations
    )
    return tuple(one.slug for one in columns), ", ".join(dict.fromkeys(places))


def _why_absent(material: Material, book: Book[Row]) -> Absent | Bilingual:
    is_counted = not isinstance(material.figure(f"{book.kind}.total"), Absent)
    return TOTALS_ONLY if is_counted else _reason(book.rows)


def _reason(rows: tuple[Row, ...] | Absent) -> Absent:
    return rows if isinstance(rows, Absent) else Absent()


def _nil(material: Material, book: Book[Row]) -> str:
    period, none = material.period_words, book.none(material.lang)
    return material.t(f"Nihil: {none} pada {period}.", f"Nil: {none} in {period}.")


def _lead(material: Material, book: Book[Row], basis: str) -> str:
    title, period = book.title(material.lang), material.period_words
    return material.t(
        f"{title} {period}, dengan kolom menurut {basis}.", f"{title}, {period}, in the columns of {basis}."
    )


def _table(
    material: Material, book: Book[Row], rows: tuple[Row, ...], columns: tuple[str, ...]
) -> Iterator[Block]:
    """Yield the book: columns that no line fills are left out, those with personal data unless internal."""
    known: dict[str, Field[Row]] = {one.key: one for one in book.fields}
    asked: list[Field[Row]] = [known[slug] for slug in columns if slug in known]
    hidden = frozenset() if material.edition == "internal" else PERSONAL
    private: list[Field[Row]] = [one for one in asked if one.key in hidden]
    shown: list[Field[Row]] = [one for one in asked if one not in private]
    caption = Bilingual(f"{book.title.id} menurut peraturan", f"{book.title.en} by the regulation")
    fields: list[Field[Row]] = [*shown, *_extras(book, rows)]
    for table in row_table(material, f"register_{book.kind}", caption, rows, fields):
        filled = {column.key for column in table.columns}
        blank: list[Field[Row]] = [one for one in shown if one.key not in filled]
        notes = (book.source, *_private(material, private), *_unfilled(material, blank))
        yield evolve(table, wide=True, notes=notes)


def _extras(book: Book[Row], rows: tuple[Row, ...]) -> tuple[Field[Row], ...]:
    """Return the columns that the regulation does not have; the count where a line stands for several."""
    return book.extras if any(counted(row) != 1 for row in rows) else book.extras[1:]


def _private(material: Material, fields: list[Field[Row]]) -> Iterator[str]:
    if fields:
        names, basis = _named(material, fields), material.law.personal_data.provisions[-1].citation
        yield material.t(
            f"Kolom {names} tidak dimuat dalam edisi publik karena berisi data pribadi ({basis}).",
            f"Left out of the public edition for holding personal data ({basis}): {names}.",
        )


def _unfilled(material: Material, fields: list[Field[Row]]) -> Iterator[str]:
    if fields:
        names = _named(material, fields)
        yield material.t(
            f"Kolom {names} tidak dimuat karena tidak terisi pada satu baris pun.",
            f"Left out because no line fills it: {names}.",
        )


def _named(material: Material, fields: list[Field[Row]]) -> str:
    titles = (one.column(material).title for one in fields)
    names = (title if title.isupper() else title.lower() for title in titles)
    return joined(names, material.t("dan", "and"))
