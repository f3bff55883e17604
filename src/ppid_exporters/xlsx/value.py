"""From a value of the report to what a cell holds: a number, a date or text, and how it is shown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from attrs import frozen

from ppid_core.language import Lang
from ppid_core.model import Period
from ppid_core.report import Days, Ratio, Rupiah, Value, number, text
from ppid_exporters.layout.cell import EXACT
from ppid_exporters.layout.character import printable
from ppid_exporters.layout.matrix import fraction

_LOCALE = {"id": "[$-421]", "en": "[$-809]"}
"""Numbers and dates are written as the document does, not the machine: 421 is Indonesian, 809 British."""

COUNT = "#,##0"
_PERCENT = "0.00%"
_RUPIAH = '"Rp"#,##0'
_DAY = "d mmmm yyyy"

FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900; before it, dates differ between programs."""

_SEN = 2
_DIGITS = 15
"""As many digits of a number does a spreadsheet keep and show."""


@frozen(kw_only=True)
class CellValue:
    """What is written into a cell.

    Attributes:
        printed: as the report prints it.
        shape: the number format, "" for text.
        is_too_long: whether it is a figure of more digits than a spreadsheet keeps, and text therefore.
    """

    content: str | float | date
    printed: str
    shape: str = ""
    is_too_long: bool = False


def entry(value: Value, lang: Lang, *, in_matrix: bool = False) -> CellValue:
    """Return what a cell holds for ``value``.

    Shares in parts stay text, "2 dari 3"; in the rows of a matrix they are numbers shown as "7/14". What is
    absent is its words.
    """
    match value:
        case Ratio(part=int(), whole=int()) if in_matrix and value.whole > 0:
            share = value.part / value.whole
            return CellValue(content=float(share), printed=fraction(value, lang), shape=f"0/{value.whole}")
        case Ratio(in_parts=True):
            return _words(value, lang)
        case date():
            return _day(value, value, lang)
        case Period() if value.exact:
            return _day(value, value.exact, lang)
        case _:
            figure = number(value)
            return _words(value, lang) if figure is None else _figure(value, figure, lang)


def held(figure: Decimal) -> float | None:
    """Return a figure as a spreadsheet keeps it, None where it would lose a digit."""
    kept = float(figure)
    if Decimal(f"{kept:.{_DIGITS}g}") != figure:
        return None
    return int(figure) if figure == figure.to_integral_value() else kept


def _figure(value: Value, figure: Decimal, lang: Lang) -> CellValue:
    printed, kept = text(value, lang), held(figure)
    if kept is None:
        return CellValue(content=printed, printed=printed, is_too_long=True)
    return CellValue(content=kept, printed=printed, shape=_LOCALE[lang] + _shape(value, figure))


def _shape(value: Value, figure: Decimal) -> str:
    match value:
        case Ratio():
            return _PERCENT
        case Rupiah():
            return _RUPIAH + _decimals(max(_SEN, _places(figure.normalize(EXACT))))
        case Days():
            return COUNT + _decimals(_places(figure) if figure != figure.to_integral_value() else 0)
        case _:
            return COUNT + _decimals(_places(figure))


def _decimals(places: int) -> str:
    return "." + "0" * places if places else ""


def _places(figure: Decimal) -> int:
    exponent = figure.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _day(value: Value, day: date, lang: Lang) -> CellValue:
    if day < FIRST_DAY:
        return _words(value, lang)
    return CellValue(content=day, printed=text(value, lang), shape=_LOCALE[lang] + _DAY)


def _words(value: Value, lang: Lang) -> CellValue:
    words = printable(text(value, lang))
    return CellValue(content=words, printed=words)
