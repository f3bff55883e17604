"""The data in a web page: one script element that no browser runs."""

from __future__ import annotations

from html.parser import HTMLParser

from ppid_core.intake.carried.fault import damaged, no_data
from ppid_core.intake.carried.limit import the_only

KIND = "HTML"
ELEMENT = "ppid-data"
"""The id of the script element."""


def data_in(content: bytes) -> bytes:
    """Return the JSON that the page carries.

    Raises:
        CellError: it carries none, or is cut off.
    """
    if ELEMENT.encode() not in content:
        raise no_data()
    finder = _Finder()
    try:
        finder.feed(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, AssertionError):  # how html.parser tells what it cannot read
        raise damaged(KIND) from None
    if finder.is_inside:
        raise damaged(KIND)
    return the_only([text.encode() for text in finder.found])


class _Finder(HTMLParser):
    """Collects the text of our element.

    It is never closed: whatever stands open at the end of a page is no data, and html.parser would look at
    the rest of the page once more for each open comment.
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_inside = tag == "script" and ("id", ELEMENT) in attrs
        if self.is_inside:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self.is_inside:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.is_inside = self.is_inside and tag != "script"
