"""What is known while a document is written: its words, colours and sheet, and what was numbered so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import count

from attrs import Factory, define, frozen

from ppid_core.language import Bilingual, Lang
from ppid_core.report import Chart, Picture, Report, Table
from ppid_exporters.docx.inline import bookmark, link
from ppid_exporters.docx.markup import Xml, joined
from ppid_exporters.docx.sheet import PageSetup
from ppid_exporters.layout.caption import Caption, Captions, anchor

_PICTURE = "gambar"
_LONGEST_NAME = 40
"""As many characters Word allows in the name of a bookmark."""


@define
class RunningNumbers:
    """What is counted over the whole document: bookmarks, drawings, ordered lists.

    Attributes:
        bullets: the number of the list of bullets.
        first: the number of the first ordered list.
    """

    marked: set[str] = Factory(set)
    ordered: int = 0
    bullets: int = 1
    first: int = 2
    _next: count[int] = Factory(lambda: count(1))

    def fresh(self) -> int:
        """Return a number that nothing else in the document bears."""
        return next(self._next)


@frozen(kw_only=True)
class Manuscript:
    """The document that is written.

    Attributes:
        names: the bookmark of each anchor.
        embed: takes a picture and its media type, returns the key of what leads to it.
    """

    report: Report
    accent: str
    sheet: PageSetup
    captions: Captions
    names: Mapping[str, str]
    embed: Callable[[bytes, str], str]
    numbers: RunningNumbers = Factory(RunningNumbers)

    @property
    def lang(self) -> Lang:
        """The language of the document."""
        return self.report.meta.lang

    @property
    def has_cover(self) -> bool:
        """Whether it begins with a cover on a page of its own, and chapters begin pages."""
        return self.report.meta.form == "full"

    @property
    def is_letter(self) -> bool:
        """Whether it is a letter: with a head of its own, without headings."""
        return self.report.meta.form == "letter"

    def say(self, words: Bilingual) -> str:
        """Return words in the language of the document."""
        return words(self.lang)

    def caption(self, block: Table | Chart | Picture) -> Caption:
        """Return the caption of a block."""
        return self.captions.find(block)

    def marked(self, name: str, *content: Xml) -> Xml:
        """Return content with the bookmark of that name, which stands in the document once."""
        if not name or name in self.numbers.marked:
            return joined(*content)
        self.numbers.marked.add(name)
        return bookmark(name, self.numbers.fresh(), *content)

    def name(self, block: Table | Chart | Picture) -> str:
        """Return the bookmark of a block, "" where it has none."""
        return self.names.get(anchor(block), "")

    def link(self, block: Table | Chart | Picture, *content: Xml) -> Xml:
        """Return content that leads to a block."""
        name = self.name(block)
        return link(name, *content) if name else joined(*content)


def bookmark_names(report: Report) -> dict[str, str]:
    """Return a name for each anchor as Word takes it: 40 letters, digits and underscores, each once."""
    places = [anchor(section) for _, section in report.walk()]
    places += [anchor(block) for block in report.blocks() if isinstance(block, Table | Chart | Picture)]
    names: dict[str, str] = {}
    for place in places:
        if place not in names:
            names[place] = _free(_wanted(place), set(names.values()))
    return names


def _wanted(place: str) -> str:
    """Return the name for an anchor; the number of a picture is typed text, which stays out of fields."""
    return _PICTURE if place.startswith(f"{_PICTURE}-") else re.sub(r"[^A-Za-z0-9]", "_", place)


def _free(wanted: str, taken: set[str]) -> str:
    if len(wanted) <= _LONGEST_NAME and wanted not in taken:
        return wanted
    tries = (f"{wanted[: _LONGEST_NAME - 6]}_{number}" for number in count(2))
    return next(name for name in tries if name not in taken)
