"""What every register of cases has: date or month, count, year of receipt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from ppid_core.intake.cells import (
    COUNTS,
    DAYS,
    Month,
    cell,
    count,
    counted,
    day,
    month,
    remark_on_count,
    remark_on_day,
    year,
)
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.fault import disagreeing
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import Example
from ppid_core.intake.tables.spec import Blank, Choice, Composite, Fault, Print, Row, TableColumn
from ppid_core.model import Period, YearPart
from ppid_core.writing import month_name

_MONTHS = Choice("bulan", tuple(month_name(number) for number in range(1, 13)), is_open=True)

_DATE = TableColumn(name="tanggal", read=day, zoned=day, ways=DAYS, remark=remark_on_day)
MONTH: TableColumn[Month] = TableColumn(name="bulan", read=month, offers=_MONTHS)
COUNT = TableColumn(
    name="jumlah",
    field="count",
    read=count,
    total=counted,
    ways=COUNTS,
    remark=remark_on_count,
    blank=Blank.REFUSED,
)
_OPENING = TableColumn(name="bawaan", field="opening", read=year)


def received_columns(
    field: str, told: str, told_of_month: str, *, example: Example, printed: Print | None = None
) -> Composite[Any]:
    """Return when a case came in: the day, else the month, else nothing."""

    def read(row: Row, setting: Setting) -> Mapping[str, Any]:
        return {field: _period_of(row, setting)}

    def write(case: Any, of_year: int) -> Cells:  # noqa: ANN401  a row of any register
        return cell.received(getattr(case, field), case.opening or of_year)

    columns = (
        evolve(_DATE, field=field, told=told, example=example, printed=printed),
        evolve(MONTH, field=field, told=told_of_month),
    )
    return Composite(columns=columns, beside=(_OPENING,), read=read, write=write)


def count_columns(told: str) -> Composite[Any]:
    """Return how many cases a row stands for, with the words beside the number."""

    def read(row: Row, _: Setting) -> Mapping[str, Any]:
        number, words = counted_cases(row)
        return {"count": number, "count_in_words": words}

    def write(case: Any, _: int) -> Cells:  # noqa: ANN401  a row of any register
        return {COUNT.name: cell.counted(case.count, case.count_in_words)}

    return Composite(columns=(evolve(COUNT, told=told),), read=read, write=write)


def opening_column(told: str) -> TableColumn[int]:
    """Return the year of receipt of a case that an earlier year left."""
    return evolve(_OPENING, told=told)


def counted_cases(row: Row) -> tuple[int, str | None]:
    """Return how many cases the row stands for, and the words beside the count; one without a count."""
    return row[COUNT] or (1, None)


def _period_of(row: Row, setting: Setting) -> Period | None:
    on, within = row[_DATE], row[MONTH]
    if on is not None:
        row.forgive(MONTH)
        return Period.of(on)
    if _has_no_year(row):
        row.doubt(MONTH)
        return None
    return None if within is None else within.within(row[_OPENING] or setting.year)


def _has_no_year(row: Row) -> bool:
    """Tell whether a month is of a year that is typed beside it and could not be read."""
    within = row[MONTH]
    return within is not None and within.year is None and row.is_unread(_OPENING)


PERIOD = (_DATE, MONTH, _OPENING)
"""The columns at which `check_period` looks."""


def check_period(row: Row, setting: Setting) -> Iterator[Fault]:
    """Yield where date, month and year of receipt of one row contradict each other: none of them is known."""
    on, within, opening = row[_DATE], row[MONTH], row[_OPENING]
    typed_year = within.year if within else None
    if on and within and (within.month != on.month or typed_year not in (None, on.year)):
        yield Fault(MONTH, disagreeing("tanggal", "bulan"), beside=(_DATE,))
    if opening and any(known not in (None, opening) for known in (on and on.year, typed_year)):
        yield Fault(
            _OPENING, disagreeing("tanggal", "bawaan"), beside=tuple(filter(row.keeps, (_DATE, MONTH)))
        )
    elif opening and _is_no_opening(opening, setting):
        yield Fault(_OPENING, disagreeing("bawaan", "tahun laporan"))


def _is_no_opening(opening: int, setting: Setting) -> bool:
    """Tell whether the year of receipt is not before the period of the report."""
    same_year_is_earlier = setting.period.part is not YearPart.YEAR
    return opening > setting.year or (opening == setting.year and not same_year_is_earlier)
