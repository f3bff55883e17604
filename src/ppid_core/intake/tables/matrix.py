"""The availability of information (*ketersediaan*): its columns are the types."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any

from attrs import frozen

from ppid_core.glossary import label, recognise, spelling
from ppid_core.glossary.heading import Accepted, TableHeadings, accepted, parse_heading
from ppid_core.glossary.sign import CROSSES, SIGNS
from ppid_core.intake.cells import CellError, counted
from ppid_core.intake.fault import lost_tick
from ppid_core.intake.setting import Setting
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables.column import agency_column
from ppid_core.intake.tables.spec import RUNNING_NUMBER, Blank, Fault, Row, TableColumn, TableSpec
from ppid_core.language import Bilingual
from ppid_core.model import (
    UNREAD_SIGN,
    AgencyRef,
    CellState,
    ComplianceMatrix,
    InformationType,
    MatrixPeriod,
    MatrixRow,
    UnclearSign,
    YearPart,
    normal,
)
from ppid_core.writing.whitespace import seen

TABLE = "ketersediaan"
ROWS = ("matrix", "rows")
_TOLD = "Informasi yang tersedia di tiap OPD, satu kolom untuk satu kode jenis informasi = kepatuhan"
_AGENCY = agency_column(
    "kode, nama, singkatan, atau alias OPD = nama opd = perangkat daerah = badan publik = unit kerja = skpd",
    blank=Blank.REFUSED_AS_COLUMN,
)
PERIOD = "periode"
_PARTS = tuple(part for part in YearPart if part.name.startswith(("SEMESTER", "QUARTER")))
_PARTS_TOLD = Bilingual.both(", ".join(map(label, _PARTS)))
_NO_PART = Bilingual(
    '"{value}" bukan semester atau triwulan. Tulis semester-1, triwulan-2, dan seterusnya; kosongkan bila'
    " isinya untuk setahun.",
    '"{value}" is no semester or quarter. Write semester-1, triwulan-2 and so on; leave it blank for a year.',
)


def _part(text: str) -> YearPart:
    part = recognise(YearPart, text)
    if part is None or part not in _PARTS:
        raise CellError(_NO_PART, _PARTS_TOLD)
    return part


_PERIOD = TableColumn(
    name=PERIOD,
    told=(
        "semester-1, semester-2, triwulan-1 sampai triwulan-4, bila OPD menyampaikannya lebih dari sekali"
        " setahun; kosong berarti setahun. Yang terakhir disampaikan menjadi angka tahun itu; antarperiode"
        " tidak dijumlahkan = semester = triwulan = periode penyampaian"
    ),
    read=_part,
)
OWN_HEADINGS = accepted((_AGENCY.heading, _PERIOD.heading))

_EXPECTED = Bilingual("√, -, n/a, dikecualikan, atau kosong", "√, -, n/a, dikecualikan or blank")
_STATES: Mapping[str, CellState] = {sign: state for state, signs in SIGNS.items() for sign in signs}


@frozen
class TypedRow:
    """A row of the table, with the period that it names."""

    part: YearPart
    row: MatrixRow


@frozen
class _Unclear:
    """A sign that the list does not know."""

    sign: str


def matrix_types(sheet: Sheet | None, setting: Setting) -> tuple[InformationType, ...]:
    """Return the types of the matrix: those of *jenis_informasi*, else each heading is one."""
    if setting.types is not None or sheet is None:
        return setting.types or ()
    titles = {spelling(title): title.strip() for title in sheet.heading if title.strip()}
    return tuple(
        InformationType(code=title, name=title)
        for key, title in titles.items()
        if key not in OWN_HEADINGS and key not in RUNNING_NUMBER
    )


def matrix_headings() -> TableHeadings:
    """Return what is known of its headings before any type is."""
    own = parse_heading(f"{TABLE}: {_TOLD}")
    return TableHeadings(own.name, own.meaning, own.spellings, (_AGENCY.heading, _PERIOD.heading))


def matrix_spec(types: tuple[InformationType, ...], setting: Setting) -> TableSpec[TypedRow]:
    """Return the table whose columns are ``types``, in their order."""
    columns = tuple(TableColumn(name=kind.code, read=_sign(setting.cross), total=counted) for kind in types)
    kinds = dict(zip(columns, types, strict=True))

    def build(row: Row, setting: Setting) -> TypedRow:
        signs = {
            column: _Unclear(UNREAD_SIGN) if row.is_unread(column) else row[column] for column in columns
        }
        told = MatrixRow(
            agency=setting.agency(row[_AGENCY]) or AgencyRef(typed=""),
            states=tuple(
                (sign if isinstance(sign, CellState) else CellState.NOT_REPORTED) for sign in signs.values()
            ),
            unclear=tuple(
                UnclearSign(code=kinds[column].code, sign=sign.sign, source=row.at(column))
                for column, sign in signs.items()
                if isinstance(sign, _Unclear)
            ),
            source=row.source,
        )
        return TypedRow(row[_PERIOD] or YearPart.YEAR, told)

    return TableSpec(
        name=TABLE,
        told=_TOLD,
        rows=ROWS,
        columns=(_AGENCY, _PERIOD, *columns),
        build=build,
        check=_one_length(),
        bearing=(_PERIOD,),
        claims=_claims,
        accepted=_accepted(types),
        aside=setting.refused_types,
        signs=True,
    )


def _accepted(types: tuple[InformationType, ...]) -> Accepted:
    names = {
        spelling(name): kind.code for kind in reversed(types) for name in (kind.short_name, kind.name) if name
    }
    return Accepted(names) | {spelling(kind.code): kind.code for kind in types} | OWN_HEADINGS


def _claims(row: Row, setting: Setting) -> Iterator[tuple[TableColumn[Any], str]]:
    agency = setting.agency(row[_AGENCY])
    if agency is not None:
        part = row[_PERIOD] or YearPart.YEAR
        yield _AGENCY, normal(agency.key) if part is YearPart.YEAR else f"{part} {normal(agency.key)}"


def _one_length() -> Callable[[Row, Setting], Iterator[Fault]]:
    """Return the check of one reading: all periods are as long as the first, and within the report."""
    first: list[YearPart] = []

    def check(row: Row, setting: Setting) -> Iterator[Fault]:
        if row.is_unread(_PERIOD):
            return
        part = row[_PERIOD] or YearPart.YEAR
        first.append(part)
        if len(part.months) != len(first[0].months):
            yield Fault(_PERIOD, _mixed(part, first[0]))
        elif part is not YearPart.YEAR and not set(part.months) <= set(setting.period.part.months):
            yield Fault(_PERIOD, _outside(setting.period.part))

    return check


def _length(part: YearPart) -> Bilingual:
    return _LENGTHS[len(part.months)]


_LENGTHS: Mapping[int, Bilingual] = {
    len(YearPart.QUARTER_1.months): Bilingual("triwulan", "quarter"),
    len(YearPart.SEMESTER_1.months): Bilingual("semester", "semester"),
    len(YearPart.YEAR.months): Bilingual("setahun (kosong)", "year (blank)"),
}


def _mixed(part: YearPart, first: YearPart) -> CellError:
    own, other = _length(part), _length(first)
    return CellError(
        Bilingual(
            f"periode tercampur: baris ini {own.id}, baris pertama {other.id}. Pakai satu macam.",
            f"periods are mixed: {own.en} here, {other.en} in the first row. Use one kind.",
        ),
        Bilingual(f"periode semacam: {other.id}", f"a period of this kind: {other.en}"),
    )


def _outside(covered: YearPart) -> CellError:
    return CellError(
        Bilingual(
            f'"{{value}}" di luar periode laporan ({label(covered)}).',
            f'"{{value}}" lies outside the period of the report ({label(covered, "en")}).',
        ),
        Bilingual("periode di dalam periode laporan", "a period within that of the report"),
    )


def matrix_of(types: tuple[InformationType, ...], rows: tuple[TypedRow, ...]) -> ComplianceMatrix:
    """Return the matrix that the rows of the table are, one state of affairs for each period."""
    if all(one.part is YearPart.YEAR for one in rows):
        return ComplianceMatrix(types=types, rows=tuple(one.row for one in rows))
    ordered = sorted(rows, key=lambda one: one.part.months.start)
    return ComplianceMatrix.of(
        types,
        (
            MatrixPeriod(part=part, rows=tuple(one.row for one in told))
            for part, told in groupby(ordered, key=lambda one: one.part)
        ),
    )


def _sign(cross: CellState | None) -> Callable[[str], CellState | _Unclear]:
    """Return the reader of a cell; ``cross`` is what x means, None where that is not said."""

    def reader(text: str) -> CellState | _Unclear:
        typed = " ".join(seen(text).casefold().split())
        if typed == "?":
            raise lost_tick(_EXPECTED)
        found = cross if typed in CROSSES else _STATES.get(typed)
        return found or _Unclear(text)

    return reader
