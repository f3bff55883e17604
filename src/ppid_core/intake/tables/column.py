"""Columns by what they hold: words, a day, one of a list, an agency."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from ppid_core.intake.cells import DAYS, coded, day, line, member, other_weekday, prose
from ppid_core.intake.cells.cell import Cells, agency, term, words
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.spec import Blank, Choice, Composite, Print, Row, TableColumn
from ppid_core.model import Agency, AgencyRef, Coded, InformationType

Member = TypeVar("Member", bound=StrEnum)
Example = tuple[str, ...] | None


def text_column(
    name: str,
    field: str = "",
    told: str = "",
    *,
    blank: Blank = Blank.NOT_RECORDED,
    private: bool = False,
    example: Example = None,
    printed: Print | None = None,
) -> TableColumn[str]:
    """Return a column of words on one line."""
    return TableColumn(
        name=name,
        field=field,
        told=told,
        read=line,
        write=words,
        otherwise="",
        blank=blank,
        private=private,
        example=example,
        printed=printed,
    )


def prose_column(
    name: str,
    field: str = "",
    told: str = "",
    *,
    blank: Blank = Blank.NOT_RECORDED,
    example: Example = None,
    printed: Print | None = None,
) -> TableColumn[str]:
    """Return a column of words on several lines."""
    return TableColumn(
        name=name,
        field=field,
        told=told,
        read=prose,
        write=words,
        otherwise="",
        blank=blank,
        example=example,
        printed=printed,
    )


def day_column(
    name: str,
    field: str,
    told: str,
    *,
    blank: Blank = Blank.NOT_RECORDED,
    example: Example = None,
    printed: Print | None = None,
) -> TableColumn[date]:
    """Return a column of days."""
    return TableColumn(
        name=name,
        field=field,
        told=told,
        read=day,
        zoned=day,
        ways=DAYS,
        remark=other_weekday,
        blank=blank,
        example=example,
        printed=printed,
    )


def member_column(
    name: str,
    field: str,
    kind: type[Member],
    told: str,
    *,
    offers: str = "",
    otherwise: Member | None = None,
    blank: Blank = Blank.NOT_RECORDED,
    example: Example = None,
    printed: Print | None = None,
) -> TableColumn[Member]:
    """Return a column of a closed list; ``offers`` names the list to choose from, where not the column."""
    return TableColumn(
        name=name,
        field=field,
        told=told,
        read=member(kind),
        otherwise=otherwise,
        blank=blank,
        offers=Choice(offers or name, kind),
        example=example,
        printed=printed,
    )


def coded_column(
    name: str,
    field: str,
    kind: type[Member],
    told: str,
    *,
    example: Example = None,
    printed: Print | None = None,
) -> TableColumn[Coded[Member]]:
    """Return a column of an open list: a word that it has not stays as it was typed."""
    return TableColumn(
        name=name,
        field=field,
        told=told,
        read=coded(kind),
        write=term,
        coded=True,
        offers=Choice(name, kind, is_open=True),
        example=example,
        printed=printed,
    )


def agency_column(
    told: str,
    *,
    otherwise: AgencyRef | None = None,
    blank: Blank = Blank.NOT_RECORDED,
    example: Example = None,
) -> TableColumn[str]:
    """Return the column *opd* of a table whose rows are of an agency, which words name."""
    return TableColumn(
        name="opd",
        field="agency",
        told=told,
        read=line,
        settle=Setting.agency,
        write=agency,
        otherwise=otherwise,
        blank=blank,
        example=example,
    )


def named_columns(
    code: TableColumn[str], name: TableColumn[str], short_name: TableColumn[str]
) -> Composite[Any]:
    """Return what something is called of which a code, a name or a short name is enough."""

    def read(row: Row, _: Setting) -> Mapping[str, str]:
        named = row.words(name) or row.words(short_name) or row.words(code)
        return {
            "code": row.words(code) or named,
            "name": named,
            "short_name": row.words(short_name),
        }

    def write(value: Agency | InformationType, _: int) -> Cells:
        return {
            code.name: words(value.code),
            name.name: words(value.name),
            short_name.name: words(value.short_name),
        }

    return Composite(columns=(code, name, short_name), read=read, write=write)
