"""How sheets are printed: paper, what repeats on every page, heads and feet."""

from __future__ import annotations

from attrs import frozen

from ppid_core.report import Meta, Theme
from ppid_exporters.layout.character import one_line
from ppid_exporters.layout.theme import paper
from ppid_exporters.xlsx.library import Area, Sheet
from ppid_exporters.xlsx.naming import shortened

CODES = {(210, 297): 9, (215, 330): 14}
"""Numbers of papers by width and height in millimetres; the nearest to F4 is Folio, 216 by 330."""

MARGIN = 0.79
"""Inches: two centimetres."""

SMALL = '&8&"Arial,Regular"'
STRONG = '&9&"Arial,Bold"'
LONGEST = 100
"""UTF-16 units of a line; Excel takes 255 for all three parts of a head or foot, their codes included."""


@frozen(kw_only=True)
class Page:
    """What all sheets of a workbook have in common on paper."""

    meta: Meta
    paper: int

    @classmethod
    def of(cls, meta: Meta, theme: Theme) -> Page:
        """Return the page of a document.

        Raises:
            UnknownNameError: for a paper that is neither A4 nor F4.
        """
        sheet = paper(theme)
        return cls(meta=meta, paper=CODES[sheet.width, sheet.height])

    def set_up(self, sheet: Sheet, area: Area, *, is_wide: bool = False) -> None:
        """Set up a sheet for printing on as many pages as it is long, each as wide as the paper."""
        sheet.set_paper(self.paper)
        if is_wide:
            sheet.set_landscape()
        sheet.set_margins(MARGIN, MARGIN, MARGIN, MARGIN)
        sheet.fit_to_pages(1, 0)
        sheet.print_area(*area)
        if self.meta.marks:
            sheet.set_header(f"&C{STRONG}{_said(' · '.join(self.meta.marks), 2 * LONGEST)}")
        title, body = _said(self.meta.title, LONGEST), _said(self.meta.body, LONGEST - 20)
        foot = " – ".join(part for part in (title, body) if part)
        sheet.set_footer(f"&L{SMALL}{foot}&R{SMALL}&P / &N")


def _said(words: str, units: int) -> str:
    """Return words for a head or foot, in which & begins a code."""
    doubled = shortened(one_line(words), units).replace("&", "&&")
    return doubled if len(doubled) <= units else shortened(one_line(words).replace("&", "+"), units)
