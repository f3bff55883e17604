"""The lists of information as annexes, in the columns of the regulation (Perki, lampiran)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from string import ascii_uppercase
from typing import Any, TypeVar

from attrs import evolve

from ppid_core.glossary import say
from ppid_core.intake.tables import EXEMPT_LIST, PUBLIC_LIST
from ppid_core.intake.tables.spec import TableSpec
from ppid_core.language import Bilingual
from ppid_core.law import RegisterColumn, RegisterKind
from ppid_core.model import Absent, ExemptInformation, Measure, PublicInformation
from ppid_core.report.blocks import Block, Section
from ppid_core.report.material import Material, section
from ppid_core.report.parts.register import basis_of, columns_added, columns_left_out, regulated
from ppid_core.report.row_tables import RowColumn, row_table, source_of
from ppid_core.report.sentences import EXEMPT_LISTED, PUBLIC_ENTRIES
from ppid_core.report.values import Value
from ppid_core.summary import listed

Entry = TypeVar("Entry", bound=PublicInformation | ExemptInformation)
_Cell = Callable[[Material, Any], Value | None]

_NAMES = frozenset({"number", "holder", "unit"})
"""Columns of numbers and of agencies: no prose of anybody."""
_OF_THE_DECREE = frozenset({"decided_by", "unit", "reason", "place_date"})
"""What the law asks of the decree that classifies, apart from the test before it."""
_LIST = Bilingual("daftar", "the list")


def _printed(spec: TableSpec[Entry], odd: Mapping[str, _Cell]) -> dict[str, RowColumn[Entry]]:
    """Return the columns of a table that are printed, by their slugs; of ``odd`` ones the cell is given."""
    return {
        printed.slug: RowColumn(
            printed.slug,
            printed.indonesian,
            printed.english,
            odd.get(printed.slug) or _plain(column.field),
            is_typed=printed.slug not in _NAMES,
        )
        for column in spec.columns
        if (printed := column.printed) is not None
    }


def _plain(field: str) -> _Cell:
    def cell(_: Material, row: object) -> Value | None:
        value: Value | None = getattr(row, field)
        return value

    return cell


_PROVISION_OF_LETTERS = re.compile(
    r"(?:UU (?:KIP|(?:No(?:\.|mor) ?)?14(?:/| Tahun )2008),? )?(?:Pasal|Ps\.?) 17", re.IGNORECASE
)
"""Ps 17 of UU 14/2008 as staff write it, without its letter; Ps 17 of another Act is none."""


def _legal_basis(_: Material, row: ExemptInformation) -> str:
    """Return the provision as typed, and the letter of the Act where it names none."""
    if not row.letter or "huruf" in row.basis.casefold():
        return row.basis
    if _PROVISION_OF_LETTERS.fullmatch(row.basis.strip()):
        return f"{row.basis.strip()} huruf {row.letter}"
    return ", ".join(filter(None, (row.basis, f"UU 14/2008 Pasal 17 huruf {row.letter}")))


def _duration(material: Material, row: ExemptInformation) -> str:
    """Return how long the exemption lasts, and its last day."""
    if row.valid_until is None:
        return row.duration
    until = say(row.valid_until, material.lang)
    if not row.duration:
        return material.t(f"sampai {until}", f"until {until}")
    return material.t(f"{row.duration} (hari terakhir {until})", f"{row.duration} (last day {until})")


def lists_told(material: Material) -> Iterator[Block]:
    """Yield how many entries each list has, and how many exemptions have ended or were not tested.

    A list that is not kept, or has no entry, is told in its annex.
    """
    if _is_any(material, Measure.PUBLIC_ENTRIES):
        yield from material.sentence(PUBLIC_ENTRIES)
    if _is_any(material, Measure.EXEMPT_ENTRIES):
        lacks = (_is_any(material, Measure.EXEMPT_EXPIRED), _is_any(material, Measure.EXEMPT_UNTESTED))
        yield from material.sentence(EXEMPT_LISTED[lacks])


def _is_any(material: Material, measure: Measure) -> bool:
    figure = material.figure(measure)
    return not isinstance(figure, Absent) and bool(figure)


_PUBLIC = _printed(PUBLIC_LIST, {"holder": lambda m, row: m.agency(row.holder)})
_BESIDE_PUBLIC: tuple[RowColumn[PublicInformation], ...] = (
    RowColumn("category", "Kelompok", "Category", lambda _, row: row.category),
    RowColumn("updated", "Dimutakhirkan", "Renewed", lambda _, row: row.updated_on),
)
_EXEMPT = _printed(
    EXEMPT_LIST,
    {
        "legal_basis": _legal_basis,
        "duration": _duration,
        "unit": lambda m, row: m.agency(row.agency),
    },
)
_NUMBER: RowColumn[ExemptInformation] = RowColumn("number", "No.", "No.", lambda _, row: row.number)
_TEST = tuple(column for slug, column in _EXEMPT.items() if slug not in {"unit", "decree"})
_DECREE: tuple[RowColumn[ExemptInformation], ...] = (
    _EXEMPT["information"],
    RowColumn("tested", "Diuji", "Tested", lambda m, row: row.tested_on or _unrecorded(m)),
    RowColumn("decree", "Penetapan", "Decree", lambda m, row: row.decree or _unrecorded(m), is_typed=True),
    _EXEMPT["unit"],
)


def _unrecorded(material: Material) -> str:
    return material.t("belum dicatat", "not recorded")


def annexes(material: Material, *, after: int) -> Iterator[Section]:
    """Yield the lists that the body keeps; one that is not recorded has no annex.

    Args:
        material: what the report is made of.
        after: how many annexes stand before them.
    """
    year = material.year
    lists = ((year.public_information, public_information), (year.exempt_information, exempt_information))
    kept = [part for rows, part in lists if not isinstance(rows, Absent)]
    for letter, part in zip(ascii_uppercase[after:], kept, strict=False):
        yield evolve(part(material), label=material.t(f"Lampiran {letter}", f"Annex {letter}"))


@section("annex_public_information", "Daftar Informasi Publik", "List of Public Information")
def public_information(material: Material) -> Iterator[Block]:
    """Tell the list of public information, as Lampiran I has it."""
    rows = listed(material.year.public_information)
    columns = regulated(material, RegisterKind.PUBLIC_INFORMATION)
    if not rows:
        yield material.said(
            "Nihil: tidak ada informasi dalam daftar informasi publik.",
            "Nil: the list of public information has no entry.",
        )
        return
    yield from _by_the_law(
        material, columns, f"Daftar informasi publik {material.period_words}", "List of public information"
    )
    yield from _table(
        material,
        "list_public_information",
        Bilingual("Daftar informasi publik (DIP)", "List of public information (DIP)"),
        rows,
        [_PUBLIC[column.slug] for column in columns if column.slug in _PUBLIC] or list(_PUBLIC.values()),
        others=_BESIDE_PUBLIC,
        source=Bilingual("daftar informasi publik", "list of public information"),
    )


@section("annex_exempt_information", "Daftar Informasi yang Dikecualikan", "List of Exempt Information")
def exempt_information(material: Material) -> Iterator[Block]:
    """Tell the list of exempt information: the test of each entry, as Lampiran II has it, and its decree."""
    rows = listed(material.year.exempt_information)
    columns = regulated(material, RegisterKind.EXEMPT_INFORMATION)
    if not rows:
        yield material.said("Nihil: tidak ada informasi yang dikecualikan.", "Nil: no information is exempt.")
        return
    source = Bilingual("daftar informasi yang dikecualikan", "list of exempt information")
    tests = tuple(column for column in columns if column.slug not in _OF_THE_DECREE)
    yield from _by_the_law(material, tests, "Hasil uji konsekuensi", "Results of the consequence tests")
    yield from _table(
        material,
        "list_exempt_information",
        Bilingual("Daftar informasi yang dikecualikan (DIK)", "List of exempt information (DIK)"),
        rows,
        [_EXEMPT[column.slug] for column in tests if column.slug in _EXEMPT] or list(_TEST),
        lead=(_NUMBER,),
        source=source,
        told=tuple(_unsigned(material, {column.slug for column in tests})),
    )
    if any(row.tested_on or row.decree or row.agency for row in rows):
        yield from _table(
            material,
            "classification",
            Bilingual("Penetapan klasifikasi", "Decrees of classification"),
            rows,
            list(_DECREE),
            lead=(_NUMBER,),
            source=source,
            told=tuple(_decreed(material, basis_of(one for one in columns if one.slug in _OF_THE_DECREE))),
        )


def _by_the_law(
    material: Material, columns: Sequence[RegisterColumn], indonesian: str, english: str
) -> Iterator[Block]:
    """Yield what follows, and where its columns stand in the law; nothing before it said so."""
    if basis := basis_of(columns):
        yield material.said(
            f"{indonesian}, dengan kolom menurut {basis}.", f"{english}, in the columns of {basis}."
        )


def _unsigned(material: Material, slugs: set[str]) -> Iterator[str]:
    """Yield what the form has and no table holds."""
    if "testers" in slugs:
        yield material.t(
            "Nama dan tanda tangan penguji serta persetujuan pimpinan ada tempatnya pada lembar uji"
            " konsekuensi tiap informasi.",
            "Names and signatures of the testers and the consent of the head have their place on the sheet of"
            " each test.",
        )


def _decreed(material: Material, basis: str) -> Iterator[str]:
    if basis:
        yield material.t(f"Dasar penetapan: {basis}.", f"Basis of the decrees: {basis}.")


def _table(
    material: Material,
    key: str,
    caption: Bilingual,
    rows: tuple[Entry, ...],
    asked: list[RowColumn[Entry]],
    *,
    source: Bilingual,
    lead: tuple[RowColumn[Entry], ...] = (),
    others: tuple[RowColumn[Entry], ...] = (),
    told: tuple[str, ...] = (),
) -> Iterator[Block]:
    """Yield a list: columns that no entry fills are left out and named; entries without numbers get some."""
    is_numbered = any(row.number for row in rows)
    fields: list[RowColumn[Entry]] = [*(lead if is_numbered else ()), *asked, *others]
    for table in row_table(
        material,
        key,
        caption,
        rows,
        fields,
        notes=source_of(material, source.id, source.en, len(rows)),
        is_register=True,
        is_prescribed=True,
        is_list=not is_numbered,
    ):
        filled = {column.key for column in table.columns}
        blank: list[RowColumn[Entry]] = [
            one for one in asked if one.key not in filled and one.key != "number"
        ]
        beside: list[RowColumn[Entry]] = [one for one in others if one.key in filled]
        notes = (
            *table.notes,
            *columns_left_out(material, blank),
            *columns_added(material, beside, _LIST),
            *told,
        )
        yield evolve(table, notes=notes)
