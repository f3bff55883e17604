"""What a document has to show of its hostile text, taken from its blocks and compared without layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.hostile.folder import TEXTS

from ppid_core.report import (
    Block,
    Chart,
    Inline,
    Items,
    Notice,
    Paragraph,
    Picture,
    Report,
    Signature,
    Table,
)

_UNSEEN = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\u00ad]+")
"""White space, what isolates a direction or joins signs: layout may add and drop it."""


def flat(text: str) -> str:
    """Return what can be seen of a text, without where its lines end."""
    return _UNSEEN.sub("", text)


BEGINNINGS = tuple(flat(text)[:20] for text in TEXTS)


def is_hostile(text: str) -> bool:
    """Tell whether one of the hostile texts stands in ``text``."""
    seen = flat(text)
    return any(beginning in seen for beginning in BEGINNINGS)


def printed(report: Report, _: object = None) -> tuple[str, ...]:
    """Return every hostile text that a document for people shows, each once."""
    found = [report.meta.title, report.meta.body, *report.cover.lines]
    for _, section in report.walk():
        found += [section.title, *(text for block in section.blocks for text in texts_of(block))]
    return tuple(dict.fromkeys(text for text in found if is_hostile(text)))


def tabled(report: Report, _: object = None) -> tuple[str, ...]:
    """Return every hostile text in a cell or a heading of a table, each once."""
    found = [text for table in report.tables() for text in _cells(table)]
    return tuple(dict.fromkeys(text for text in found if is_hostile(text)))


def texts_of(block: Block) -> Iterator[str]:
    """Yield each text of a block that stands by itself on the page."""
    match block:
        case Paragraph(content=content):
            yield from _inline(content)
        case Items(items=items):
            for item in items:
                yield from _inline(item)
        case Table():
            yield from (block.caption, *_cells(block), *block.notes)
        case Chart():
            yield from (block.title, block.subtitle)
        case Picture():
            yield block.caption
        case Notice():
            yield from (block.text, block.basis)
        case Signature():
            yield from (block.place, block.office, block.name, block.nip)


def _inline(content: tuple[Inline, ...]) -> Iterator[str]:
    yield from (part for part in content if isinstance(part, str))


def _cells(table: Table) -> Iterator[str]:
    for column in table.columns:
        yield from (column.title, column.group)
    for line in table.lines:
        yield from (value for value in line if isinstance(value, str))
