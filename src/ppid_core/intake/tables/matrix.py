"""The availability of information (*ketersediaan*): its columns are the types."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import frozen

from ppid_core.glossary import spelling
from ppid_core.glossary.heading import Accepted, TableHeadings, accepted, parse_heading
from ppid_core.glossary.sign import CROSSES, SIGNS
from ppid_core.intake.cells import counted
from ppid_core.intake.fault import lost_tick
from ppid_core.intake.setting import Setting
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables.column import agency_column
from ppid_core.intake.tables.spec import RUNNING_NUMBER, Blank, Row, TableColumn, TableSpec
from ppid_core.language import Bilingual
from ppid_core.model import UNREAD_SIGN, AgencyRef, CellState, InformationType, MatrixRow, UnclearSign, normal
from ppid_core.writing.whitespace import seen

TABLE = "ketersediaan"
ROWS = ("matrix", "rows")
_TOLD = "Informasi yang tersedia di tiap OPD, satu kolom untuk satu kode jenis informasi = kepatuhan"
_AGENCY = agency_column(
    "kode, nama, singkatan, atau alias OPD = nama opd = perangkat daerah = badan publik = unit kerja = skpd",
    blank=Blank.REFUSED_AS_COLUMN,
)
AGENCY_HEADINGS = accepted((_AGENCY.heading,))

_EXPECTED = Bilingual("√, -, n/a, dikecualikan, atau kosong", "√, -, n/a, dikecualikan or blank")
_STATES: Mapping[str, CellState] = {sign: state for state, signs in SIGNS.items() for sign in signs}


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
        if key not in AGENCY_HEADINGS and key not in RUNNING_NUMBER
    )


def matrix_headings() -> TableHeadings:
    """Return what is known of its headings before any type is."""
    own = parse_heading(f"{TABLE}: {_TOLD}")
    return TableHeadings(own.name, own.meaning, own.spellings, (_AGENCY.heading,))


def matrix_spec(types: tuple[InformationType, ...], setting: Setting) -> TableSpec[MatrixRow]:
    """Return the table whose columns are ``types``, in their order."""
    columns = tuple(TableColumn(name=kind.code, read=_sign(setting.cross), total=counted) for kind in types)
    kinds = dict(zip(columns, types, strict=True))

    def build(row: Row, setting: Setting) -> MatrixRow:
        signs = {
            column: _Unclear(UNREAD_SIGN) if row.is_unread(column) else row[column] for column in columns
        }
        return MatrixRow(
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

    return TableSpec(
        name=TABLE,
        told=_TOLD,
        rows=ROWS,
        columns=(_AGENCY, *columns),
        build=build,
        claims=_claims,
        accepted=_accepted(types),
        aside=setting.refused_types,
        signs=True,
    )


def _accepted(types: tuple[InformationType, ...]) -> Accepted:
    names = {
        spelling(name): kind.code for kind in reversed(types) for name in (kind.short_name, kind.name) if name
    }
    return Accepted(names) | {spelling(kind.code): kind.code for kind in types} | AGENCY_HEADINGS


def _claims(row: Row, setting: Setting) -> Iterator[tuple[TableColumn[Any], str]]:
    agency = setting.agency(row[_AGENCY])
    if agency is not None:
        yield _AGENCY, normal(agency.key)


def _sign(cross: CellState | None) -> Callable[[str], CellState | _Unclear]:
    """Return the reader of a cell; ``cross`` is what x means, None where that is not said."""

    def reader(text: str) -> CellState | _Unclear:
        typed = " ".join(seen(text).casefold().split())
        if typed == "?":
            raise lost_tick(_EXPECTED)
        found = cross if typed in CROSSES else _STATES.get(typed)
        return found or _Unclear(text)

    return reader
