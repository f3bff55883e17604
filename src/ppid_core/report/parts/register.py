"""The registers as annexes: every line, in the columns of the regulation (Perki, lampiran)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar

from attrs import evolve, frozen

from ppid_core.deadlines import report_due_for
from ppid_core.errors import NotInForceError
from ppid_core.intake.tables import OBJECTIONS, REQUESTS
from ppid_core.intake.tables.spec import TableSpec
from ppid_core.language import Bilingual
from ppid_core.law import RegisterColumn, RegisterKind
from ppid_core.model import Absent, Applicant, Coded, CountUnit, Objection, Register, Request
from ppid_core.report.absences import unknown
from ppid_core.report.blocks import Block, Section
from ppid_core.report.columns import DISPUTES as DISPUTE_COLUMNS
from ppid_core.report.columns import OBJECTIONS as OBJECTION_COLUMNS
from ppid_core.report.columns import REQUESTS as REQUEST_COLUMNS
from ppid_core.report.columns import SUITS as SUIT_COLUMNS
from ppid_core.report.columns import counted, counting
from ppid_core.report.material import Material
from ppid_core.report.parts.breakdowns import register_source
from ppid_core.report.prose import joined
from ppid_core.report.row_tables import RowColumn, row_table
from ppid_core.report.values import Phrase, Rupiah, Typed, Value, phrased
from ppid_core.summary import listed
from ppid_core.summary.rows import rows_of
from ppid_core.writing import weekday_name

Row = TypeVar("Row", bound=Request | Objection)
_Cell = Callable[[Material, Row], Value | None]

PERSONAL = frozenset(
    column.printed.slug
    for spec in (REQUESTS, OBJECTIONS)
    for column in spec.columns
    if column.private and column.printed
)
"""Columns that hold personal data: only the internal edition has them."""


def _day(material: Material, day: date | None) -> str:
    """Return weekday and date, as the regulation asks for both."""
    if day is None:
        return ""
    return f"{weekday_name(day.weekday(), material.lang)}, {day:%d-%m-%Y}"


def _held(material: Material, row: Request) -> str:
    """Return whether the information is held, which body holds it else, or that it is not documented yet."""
    known = {True: material.t("ya", "yes"), False: material.t("tidak", "no"), None: ""}[row.held]
    undocumented = material.t("belum didokumentasikan", "not documented yet")
    told = (known, Typed(row.held_by or ""), undocumented if row.documented is False else "")
    return phrased(told, "; ")


def _refusal(material: Material, row: Request) -> str:
    """Return the reason as the clerk typed it, the letter of an exemption, and its entry in the list."""
    letter = row.exemption_letter and f"Pasal 17 {material.t('huruf', 'letter')} {row.exemption_letter}"
    entry = row.exempt_number and f"{material.t('nomor DIK', 'exempt entry')} {row.exempt_number}"
    return phrased((material.typed(row.reason), letter or "", entry or ""), ", ")


def _ground(material: Material, row: Objection) -> str:
    letter = row.ground_letter and material.t(f"huruf {row.ground_letter}", f"letter {row.ground_letter}")
    words = material.grounds(row)
    return Phrase(words, f" ({letter})") if words and letter else words or letter


def _identity(applicant: Applicant | None) -> str:
    parts = () if applicant is None else (applicant.name, applicant.nik, applicant.address)
    return ", ".join(part for part in parts if part)


def _of_person(name: str) -> Callable[[Material, Request | Objection], str | None]:
    """Return a cell of the applicant: of what only the internal edition has."""

    def cell(_: Material, row: Request | Objection) -> str | None:
        return None if row.applicant is None else str(getattr(row.applicant, name))

    return cell


def _aside(material: Material, row: Request | Objection) -> str:
    """Return why a line is in no total of the chapters."""
    period, opening = row.period, row.opening
    if opening is not None:
        return material.t(f"bawaan {opening}", f"carried over from {opening}")
    if period is not None and not material.year.period.may_hold(period):
        return material.t("di luar periode", "outside the period")
    return ""


def _plain(field: str) -> Callable[[Material, Row], Value | None]:
    """Return a cell of one field, in the way in which the books print what it holds."""

    def cell(material: Material, row: Row) -> Value | None:
        value: Value | Coded[Any] | None = getattr(row, field)
        match value:
            case date():
                return _day(material, value)
            case Decimal():
                return Rupiah(value)
            case Coded():
                return material.typed(value)
        return value

    return cell


_FREE_WORDS = frozenset({"occupation", "purpose", "information", "reason"})
"""What staff type without a list to choose from."""


def _typed(spec: TableSpec[Row], odd: Mapping[str, _Cell[Row]]) -> Iterator[RowColumn[Row]]:
    """Yield the columns that are typed in our table, in their order; of ``odd`` ones the cell is given."""
    for column in spec.columns:
        if (printed := column.printed) is not None:
            value = odd.get(printed.slug) or _plain(column.field)
            is_typed = printed.slug in _FREE_WORDS
            yield RowColumn(printed.slug, printed.indonesian, printed.english, value, is_typed=is_typed)


def request_fields() -> tuple[RowColumn[Request], ...]:
    """Return the columns of the book of requests."""
    odd: Mapping[str, _Cell[Request]] = {
        "date": lambda m, row: m.when(row.period),
        **{name: _of_person(name) for name in ("name", "nik", "address", "contact", "power_of_attorney")},
        "held": _held,
        "decision": lambda m, row: m.outcome(row),
        "refusal_reason": _refusal,
    }
    return tuple(_typed(REQUESTS, odd))


def objection_fields(material: Material) -> tuple[RowColumn[Objection], ...]:
    """Return the columns of the book of objections; what one does not say, the request may."""
    asked: Mapping[str, Request] = {row.number: row for row in listed(material.year.requests)}

    def request(row: Objection) -> Request:
        return asked.get(row.request_number, Request()) if row.request_number else Request()

    def either(field: str) -> _Cell[Objection]:
        """Return what the objection says, else the request that it is about."""
        return lambda _, row: getattr(row, field) or getattr(request(row), field)

    odd: Mapping[str, _Cell[Objection]] = {
        "date": lambda m, row: m.when(row.period),
        "applicant": lambda _, row: _identity(row.applicant),
        "request_number": lambda _, row: row.request_number or row.earlier_request_number,
        "ground": _ground,
    }
    return (
        *_typed(OBJECTIONS, odd),
        RowColumn("contact", "Kontak", "Contact", _of_person("contact")),
        RowColumn("occupation", "Pekerjaan", "Occupation", either("occupation"), is_typed=True),
        RowColumn("information", "Informasi yang diminta", "Information", either("subject"), is_typed=True),
        RowColumn("purpose", "Tujuan penggunaan", "Purpose", either("purpose"), is_typed=True),
        RowColumn(
            "superior",
            "Nama dan jabatan atasan",
            "Superior",
            lambda _, row: ", ".join(filter(None, (row.superior_name, row.superior_office))),
            is_typed=True,
        ),
    )


_ASIDE: RowColumn[Any] = RowColumn("aside", "Keterangan", "Note", _aside)
"""What the regulation does not have: why a line is in no total."""


def _of_chapter(columns: tuple[RowColumn[Row], ...], *keys: str) -> tuple[RowColumn[Row], ...]:
    """Return columns that chapters tell of and that the regulation does not have."""
    return tuple(evolve(one, key=f"chapter_{one.key}") for one in columns if one.key in keys)


_REGISTER = Bilingual("register", "the register")
_TOTALS_ONLY = Bilingual("yang dicatat hanya rekapitulasinya", "only totals are recorded")
_UNKNOWN_COLUMNS = Bilingual("peraturan tentang kolomnya belum berlaku", "no regulation says its columns")


@frozen(kw_only=True)
class _RegisterBook(Generic[Row]):
    """A register as it is annexed.

    Attributes:
        fields: its columns, by the slugs of the law.
        others: columns that the law does not ask for: the chapter has no table of the cases.
        instead: its columns where no law says them.
        notes: what more is to be told of its lines.
    """

    kind: RegisterKind
    label: Bilingual
    title: Bilingual
    none: Bilingual
    rows: tuple[Row, ...] | Absent
    fields: tuple[RowColumn[Row], ...]
    others: tuple[RowColumn[Row], ...]
    instead: tuple[RowColumn[Row], ...]
    notes: tuple[str, ...] = ()


def annexes(material: Material) -> Iterator[Section]:
    """Yield the books of requests and objections, or why they are not there; and the cases that followed."""
    yield _section(material, _requests(material))
    yield _section(material, _objections(material))
    yield from _disputes(material)


def _requests(material: Material) -> _RegisterBook[Request]:
    rows = material.year.requests
    return _RegisterBook(
        kind=RegisterKind.REQUESTS,
        label=Bilingual("Lampiran A", "Annex A"),
        title=Bilingual("Buku Register Permohonan", "Register of Requests"),
        none=Bilingual("tidak ada permohonan", "there were no requests"),
        rows=rows,
        fields=request_fields(),
        others=_of_chapter(REQUEST_COLUMNS, "applicant", "channel", "agency"),
        instead=REQUEST_COLUMNS,
        notes=tuple(_unit(material)),
    )


def _objections(material: Material) -> _RegisterBook[Objection]:
    rows = material.year.objections
    return _RegisterBook(
        kind=RegisterKind.OBJECTIONS,
        label=Bilingual("Lampiran B", "Annex B"),
        title=Bilingual("Buku Register Keberatan", "Register of Objections"),
        none=Bilingual("tidak ada keberatan", "there were no objections"),
        rows=rows,
        fields=objection_fields(material),
        others=_of_chapter(OBJECTION_COLUMNS, "applicant", "agency", "execution"),
        instead=OBJECTION_COLUMNS,
    )


def _unit(material: Material) -> Iterator[str]:
    """Yield that lines count applicants, where they do."""
    if any(row.unit is CountUnit.APPLICANT for row in listed(material.year.requests)):
        yield material.t("Yang dihitung adalah pemohon.", "What is counted is applicants.")


def _disputes(material: Material) -> Iterator[Section]:
    """Yield the disputes and the suits, line by line; no regulation says their columns."""
    kinds: tuple[tuple[Register, Bilingual, tuple[RowColumn[Any], ...]], ...] = (
        (Register.DISPUTES, Bilingual("Laporan sengketa informasi", "Disputes"), DISPUTE_COLUMNS),
        (Register.SUITS, Bilingual("Gugatan ke pengadilan", "Suits before a court"), SUIT_COLUMNS),
    )
    tables = [
        table
        for kind, caption, fields in kinds
        for table in row_table(
            material,
            str(kind),
            caption,
            listed(rows_of(material.year, kind)),
            fields,
            notes=(register_source(material, kind),),
            is_register=True,
        )
    ]
    if tables:
        yield Section(
            key="annex_disputes",
            label=material.t("Lampiran C", "Annex C"),
            title=material.t("Register Sengketa dan Gugatan", "Register of Disputes and Suits"),
            blocks=tuple(tables),
        )


def _section(material: Material, book: _RegisterBook[Row]) -> Section:
    return Section(
        key=f"annex_{book.kind}",
        label=book.label(material.lang),
        title=book.title(material.lang),
        blocks=tuple(_blocks(material, book)),
    )


def _blocks(material: Material, book: _RegisterBook[Row]) -> Iterator[Block]:
    columns = regulated(material, book.kind)
    period, title, none = material.period_words, book.title(material.lang), book.none(material.lang)
    if isinstance(book.rows, Absent):
        is_counted = not isinstance(material.figure(f"{book.kind}.total"), Absent)
        yield unknown(material, book.title, _TOTALS_ONLY if is_counted else book.rows)
    elif not book.rows:
        yield material.said(f"Nihil: {none} pada {period}.", f"Nil: {none} in {period}.")
    elif not columns:
        yield unknown(material, book.title, _UNKNOWN_COLUMNS)
        notes = (register_source(material, Register(book.kind)), *book.notes)
        fields, key = book.instead, f"register_{book.kind}"
        yield from row_table(material, key, book.title, book.rows, fields, notes=notes, is_register=True)
    else:
        basis = basis_of(columns)
        yield material.said(
            f"{title} {period}, dengan kolom menurut {basis}.",
            f"{title}, {period}, in the columns of {basis}.",
        )
        yield from _table(material, book, book.rows, tuple(column.slug for column in columns))


def regulated(material: Material, kind: RegisterKind) -> tuple[RegisterColumn, ...]:
    """Return the columns that the law asks for; none before it did."""
    try:
        provision = material.law.register_columns.at(report_due_for(material.year.period.year, material.law))
    except NotInForceError:
        return ()
    return tuple(one for one in provision.value if one.register is kind)


def basis_of(columns: Iterable[RegisterColumn]) -> str:
    """Return where columns stand in the law: articles and forms, each once."""
    places = (
        f"{place.instrument} {place.article.partition(' huruf ')[0]}"
        for column in columns
        for place in column.citations
    )
    return ", ".join(dict.fromkeys(places))


def _table(
    material: Material, book: _RegisterBook[Row], rows: tuple[Row, ...], columns: tuple[str, ...]
) -> Iterator[Block]:
    """Yield the book: columns that no line fills are left out, those with personal data unless internal."""
    known: dict[str, RowColumn[Row]] = {one.key: one for one in book.fields}
    asked: list[RowColumn[Row]] = [known[slug] for slug in columns if slug in known]
    hidden = frozenset() if material.edition == "internal" else PERSONAL
    private: list[RowColumn[Row]] = [one for one in asked if one.key in hidden]
    shown: list[RowColumn[Row]] = [one for one in asked if one not in private]
    caption = Bilingual(f"{book.title.id} menurut peraturan", f"{book.title.en} by the regulation")
    is_of_several = any(counted(row) != 1 for row in rows)
    counts = counting(f"{book.kind}.total") if is_of_several else (_ASIDE,)
    fields: list[RowColumn[Row]] = [*shown, *book.others, *counts]
    key = f"register_{book.kind}"
    for table in row_table(material, key, caption, rows, fields, is_register=True, is_prescribed=True):
        filled = {column.key for column in table.columns}
        blank: list[RowColumn[Row]] = [one for one in shown if one.key not in filled]
        added: list[RowColumn[Row]] = [one for one in book.others if one.key in filled]
        source = register_source(material, Register(book.kind))
        told = (
            *_private(material, private),
            *columns_left_out(material, blank),
            *columns_added(material, added, _REGISTER),
        )
        yield evolve(table, wide=True, notes=(source, *book.notes, *told))


def _private(material: Material, fields: list[RowColumn[Row]]) -> Iterator[str]:
    if fields:
        names, basis = _named(material, fields), material.law.personal_data.provisions[-1].citation
        yield material.t(
            f"Kolom {names} tidak dimuat dalam edisi publik karena berisi data pribadi ({basis}).",
            f"Left out of the public edition for holding personal data ({basis}): {names}.",
        )


def columns_left_out(material: Material, fields: Sequence[RowColumn[Any]]) -> Iterator[str]:
    """Yield which columns of the law are not printed because no line fills them."""
    if fields:
        names = _named(material, fields)
        yield material.t(
            f"Kolom {names} tidak dimuat karena tidak terisi pada satu baris pun.",
            f"Left out because no line fills it: {names}.",
        )


def columns_added(material: Material, fields: Sequence[RowColumn[Any]], source: Bilingual) -> Iterator[str]:
    """Yield which columns are printed that no law asks for, and what they were taken from."""
    if fields:
        names = _named(material, fields)
        yield material.t(
            f"Kolom {names} ditambahkan dari {source.id}; peraturan tidak memintanya.",
            f"Added from {source.en}, as no regulation asks for it: {names}.",
        )


def _named(material: Material, fields: Sequence[RowColumn[Any]]) -> str:
    titles = (one.column(material).title for one in fields)
    names = (title if title.isupper() else title.lower() for title in titles)
    return joined(names, material.t("dan", "and"))
