"""From prose as staff type it to blocks: paragraphs by a blank line, lists by ``- ``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ppid_core.model import Absent, Entry
from ppid_core.report.blocks import Block, Items, Paragraph
from ppid_core.report.material import Material
from ppid_core.report.values import Inline

_BLANK_LINE = re.compile(r"\n\s*\n")


def prose(material: Material, text: str) -> Iterator[Block]:
    """Yield the paragraphs and lists of ``text``, as staff typed it."""
    lang = material.typed_lang
    for piece in _BLANK_LINE.split(text.strip()):
        lines = [line.strip() for line in piece.splitlines() if line.strip()]
        start = next((place for place, line in enumerate(lines) if line.startswith("- ")), len(lines))
        if lines[:start]:
            yield Paragraph(content=(" ".join(lines[:start]),), lang=lang)
        if lines[start:]:
            items = "\n".join(lines[start:]).removeprefix("- ").split("\n- ")
            yield Items(items=tuple((item.replace("\n", " "),) for item in items), lang=lang)


def passage(material: Material, *parts: str) -> tuple[Block, ...]:
    """Return the prose of the named passages, in that order."""
    found = (material.year.narrative.passage(part) for part in parts)
    return tuple(block for one in found if one is not None for block in prose(material, one.text))


def entries(
    material: Material, listed: tuple[Entry, ...] | Absent, *, ordered: bool = False
) -> tuple[Block, ...]:
    """Return a list of entries with their dates and notes; nothing where there are none."""
    if isinstance(listed, Absent) or not listed:
        return ()
    items = tuple((entry_text(entry),) for entry in listed)
    return (Items(items=items, ordered=ordered, lang=material.typed_lang),)


def entry_text(entry: Entry) -> str:
    """Return an entry with its date and note in brackets."""
    aside = ", ".join(part for part in (entry.date, entry.note) if part)
    return f"{entry.text} ({aside})" if aside else entry.text


def run_on(paragraphs: Iterable[Block]) -> Iterator[Block]:
    """Yield paragraphs that follow each other as one, any other block as it is."""
    content: tuple[Inline, ...] = ()
    for block in paragraphs:
        if isinstance(block, Paragraph):
            content += (" ", *block.content) if content else block.content
            continue
        if content:
            yield Paragraph(content=content)
        content = ()
        yield block
    if content:
        yield Paragraph(content=content)


def joined(words: Iterable[str], last: str) -> str:
    """Return words as a sentence lists them: "a, b, dan c"."""
    *head, tail = words
    if not head:
        return tail
    comma = "," if len(head) > 1 else ""
    return f"{', '.join(head)}{comma} {last} {tail}"
