"""Which styles show a number as a share of a hundred: 0,4307 as 43,07%."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import define, field

from ppid_core.intake.workbook.markup import listen

BUILT_IN = frozenset({9, 10})
"""The numbers of ``0%`` and ``0.00%``, which no file spells out."""
_LITERAL = re.compile(r'"[^"]*"|\\.')


def shows_percent(code: str) -> bool:
    """Tell whether a format shows a share of a hundred; a sign in quotation marks only stands there."""
    return "%" in _LITERAL.sub("", code)


def percent_styles(content: bytes) -> frozenset[int]:
    """Return the numbers of the styles of an .xlsx that show percents.

    Args:
        content: the XML of the styles.

    Raises:
        CellError: it is damaged.
    """
    styles = _Styles()
    listen(content, styles)
    return frozenset(at for at, shown in enumerate(styles.formats) if shown in styles.percents)


@define
class _Styles:
    percents: set[int] = field(factory=lambda: set(BUILT_IN))
    formats: list[int] = field(factory=list)
    is_in_list: bool = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        number = attributes.get("numFmtId", "")
        if name == "numFmt" and number.isdigit():
            if shows_percent(attributes.get("formatCode", "")):
                self.percents.add(int(number))
        elif name == "cellXfs":
            self.is_in_list = True
        elif name == "xf" and self.is_in_list:
            self.formats.append(int(number) if number.isdigit() else 0)

    def end(self, name: str) -> None:
        self.is_in_list = self.is_in_list and name != "cellXfs"

    def text(self, text: str) -> None:
        """Pass over text: styles have none."""
