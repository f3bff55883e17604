"""Columns by what they hold: words, a day, one of a list, an agency."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypedDict, TypeVar, Unpack

from ppid_core.intake.cells import DAYS, coded, day, key_words_of, line, member, prose, remark_on_day
from ppid_core.intake.cells.cell import Cells, agency, term, words
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.spec import Blank, Choice, Composite, Print, Row, TableColumn
from ppid_core.model import Agency, AgencyRef, Coded, InformationType

Member = TypeVar("Member", bound=StrEnum)
Example = tuple[str, ...] | None


class _Further(TypedDict, total=False):
    """What may be said of any column, as `TableColumn` explains it."""

    blank: Blank
    private: bool
    several: bool
    example: Example
    printed: Print | None
    joint: str


def text_column(name: str, field: str = "", told: str = "", **further: Unpack[_Further]) -> TableColumn[str]:
    """Return a column of words on one line."""
    return TableColumn(name=name, field=field, told=told, read=line, write=words, otherwise="", **further)


def prose_column(name: str, field: str = "", told: str = "", **further: Unpack[_Further]) -> TableColumn[str]:
    """Return a column of words on several lines."""
    return TableColumn(name=name, field=field, told=told, read=prose, write=words, otherwise="", **further)


def day_column(name: str, field: str, told: str, **further: Unpack[_Further]) -> TableColumn[date]:
    """Return a column of days."""
    return TableColumn(
        name=name, field=field, told=told, read=day, zoned=day, ways=DAYS, remark=remark_on_day, **further
    )


def member_column(
    name: str,
    field: str,
    kind: type[Member],
    told: str,
    *,
    offers: str = "",
    otherwise: Member | None = None,
    **further: Unpack[_Further],
) -> TableColumn[Member]:
    """Return a column of a closed list; ``offers`` names the list to choose from, where not the column."""
    choice = Choice(offers or name, kind)
    return TableColumn(
        name=name,
        field=field,
        told=told,
        read=member(kind),
        remark=key_words_of(kind),
        otherwise=otherwise,
        offers=choice,
        **further,
    )


def coded_column(
    name: str,
    field: str,
    kind: type[Member],
    told: str,
    *,
    offers: str = "",
    **further: Unpack[_Further],
) -> TableColumn[Coded[Member]]:
    """Return a column of an open list: a word that it has not stays as it was typed."""
    choice, read = Choice(offers or name, kind, is_open=True), coded(kind)
    return TableColumn(
        name=name,
        field=field,
        told=told,
        read=read,
        remark=key_words_of(kind),
        write=term,
        coded=True,
        offers=choice,
        **further,
    )


def agency_column(
    told: str, *, otherwise: AgencyRef | None = None, **further: Unpack[_Further]
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
        **further,
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
