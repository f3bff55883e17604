"""Running text: characters, line breaks, tabs and figures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ppid_core.language import Lang
from ppid_core.report import Inline, running
from ppid_exporters.docx.markup import Xml, joined, tag, text, w
from ppid_exporters.layout.character import printable

BREAK = re.compile(r"([\n\t])")


def run(words: str, *properties: Xml) -> Xml:
    """Return characters of one look; line breaks and tabs are elements of their own."""
    look = (w("rPr", *properties),) if properties else ()
    return w("r", *look, *map(_part, filter(None, BREAK.split(printable(words)))))


def runs(content: Iterable[Inline], lang: Lang, *figures: Xml) -> Xml:
    """Return running text; ``figures`` is how its figures look."""
    return joined(
        *(
            run(part) if isinstance(part, str) else run(running(part.value, lang), *figures)
            for part in content
        )
    )


def _part(piece: str) -> Xml:
    if piece == "\n":
        return w("br")
    return w("tab") if piece == "\t" else tag("w:t", {"xml:space": "preserve"}, text(piece))
