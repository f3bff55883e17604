"""Formats of the workbook, and where its lists stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from ppid_core.intake.tables.spec import Choice

_Book = Any
Worksheet = Any
"""A workbook and a sheet of XlsxWriter, which has no types."""

LISTS = "_daftar"
_INK, _SECONDARY, _ACCENT = "#1B1F24", "#57606A", "#123B5D"

_FORMATS: Mapping[str, Mapping[str, object]] = {
    "title": {"bold": True, "font_size": 14, "font_color": _ACCENT},
    "meaning": {"font_color": _SECONDARY, "font_size": 9, "text_wrap": True, "valign": "top"},
    "heading": {"bold": True, "font_color": "#FFFFFF", "bg_color": _ACCENT, "valign": "vcenter"},
    "printed": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": _ACCENT,
        "border": 1,
        "border_color": "#FFFFFF",
        "text_wrap": True,
        "align": "center",
        "valign": "vcenter",
    },
    "text": {"text_wrap": True, "valign": "top"},
    "date": {"num_format": "dd/mm/yyyy", "align": "left", "valign": "top"},
    "number": {"num_format": "#,##0", "valign": "top"},
    "figure": {"num_format": "#,##0.##########", "valign": "top"},
    "year": {"num_format": "0", "align": "left", "valign": "top"},
    "hour": {"num_format": "hh:mm", "align": "left", "valign": "top"},
    "key": {"bold": True, "valign": "top"},
    "link": {"font_color": _ACCENT, "underline": 1},
}


@frozen(kw_only=True)
class Pen:
    """What a sheet is written with (the objects of XlsxWriter, which has no types).

    Attributes:
        formats: by name, as `_FORMATS` describes them.
        choices: the lists, a column each on the sheet of lists.
    """

    formats: Mapping[str, Any]
    choices: Sequence[Choice]

    @classmethod
    def of(cls, book: _Book, choices: Sequence[Choice]) -> Pen:
        """Return a pen for ``book``."""
        base = {"font_name": "Calibri", "font_size": 11, "font_color": _INK}
        return cls(
            formats={name: book.add_format({**base, **look}) for name, look in _FORMATS.items()},
            choices=choices,
        )

    def range_of(self, choice: Choice) -> str:
        """Return where a list stands: a range, for Excel cuts a typed list at 255 characters."""
        from xlsxwriter.utility import xl_range_abs  # noqa: PLC0415  an extra

        column = self.choices.index(choice)
        return f"={LISTS}!{xl_range_abs(1, column, len(choice.words), column)}"

    def write_lists(self, sheet: Worksheet) -> None:
        """Write each list below its name, on a sheet that nobody sees."""
        for column, choice in enumerate(self.choices):
            for row, text in enumerate((choice.name, *choice.words)):
                sheet.write_string(row, column, text)
        sheet.hide()
