"""The list of agencies (*opd*), and their ranking (*peringkat_opd*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ppid_core.intake.cells import FIGURES, figure, line, several
from ppid_core.intake.fault import blank_cell
from ppid_core.intake.setting import Setting
from ppid_core.intake.spec import Blank, Column, Fault, Row, TableSpec
from ppid_core.intake.tables.case import day_column, text_column
from ppid_core.model import Agency, AgencyRef, AgencyScore, normal

CODE = text_column("kode")
NAME = text_column("nama")
SHORT_NAME = text_column("singkatan")
ALIASES = Column(name="alias", read=several(line))
VALID_FROM = day_column("berlaku_sejak")
VALID_UNTIL = day_column("berlaku_sampai")
SUCCESSOR = text_column("pengganti")

AGENCY = text_column("opd", Blank.REFUSED_AS_COLUMN)
SCORE = Column(name="nilai", read=figure, total=figure, ways=FIGURES)
UNIT = text_column("satuan")


def _build(row: Row, _: Setting) -> Agency:
    name = row.words(NAME) or row.words(SHORT_NAME) or row.words(CODE)
    return Agency(
        code=row.words(CODE) or name,
        name=name,
        short_name=row.words(SHORT_NAME),
        aliases=row[ALIASES] or (),
        valid_from=row[VALID_FROM],
        valid_until=row[VALID_UNTIL],
        successor=row.words(SUCCESSOR),
        source=row.source,
    )


def _check(row: Row, _: Setting) -> Iterator[Fault]:
    if not any(row.typed(column).strip() for column in (CODE, NAME, SHORT_NAME)):
        yield Fault(NAME, blank_cell(NAME.name))


def _claims(row: Row, _: Setting) -> Iterator[tuple[Column[Any], str]]:
    """Yield each name once: two agencies of one name could not be told apart."""
    claimed: dict[str, Column[Any]] = {}
    for column in (CODE, NAME, SHORT_NAME):
        claimed.setdefault(normal(row.words(column)), column)
    for alias in row[ALIASES] or ():
        claimed.setdefault(normal(alias), ALIASES)
    return ((column, name) for name, column in claimed.items() if name)


def _build_score(row: Row, setting: Setting) -> AgencyScore:
    agency = setting.agency(row[AGENCY]) or AgencyRef(typed="")
    return AgencyScore(agency=agency, value=row[SCORE], unit=row.words(UNIT), source=row.source)


AGENCIES = TableSpec(
    name="opd",
    columns=(CODE, NAME, SHORT_NAME, ALIASES, VALID_FROM, VALID_UNTIL, SUCCESSOR),
    build=_build,
    check=_check,
    bearing=(CODE, NAME, SHORT_NAME),
    claims=_claims,
)

RANKING = TableSpec(name="peringkat_opd", columns=(AGENCY, SCORE, UNIT), build=_build_score)
