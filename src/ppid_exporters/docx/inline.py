"""Running text: characters, line breaks, tabs, dates that stay on one line, fields that Word counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ppid_core.language import Lang
from ppid_core.report import Inline, running
from ppid_exporters.docx.markup import Xml, joined, plain, tag, w
from ppid_exporters.layout.character import DATE, bound, printable
from ppid_exporters.layout.speech import speech

LANGUAGES: Mapping[Lang, str] = {"id": "id-ID", "en": "en-GB"}
_BREAK = re.compile(r"([\n\t])")


def run(words: str, *properties: Xml) -> Xml:
    """Return characters of one look; line breaks and tabs are elements of their own."""
    look = (w("rPr", *properties),) if properties else ()
    return w("r", *look, *map(_part, filter(None, _BREAK.split(printable(words)))))


def runs(content: Iterable[Inline], lang: Lang, *figures: Xml, spoken: Lang | None = None) -> Xml:
    """Return running text.

    Args:
        content: its parts.
        lang: the language of the document.
        figures: how its figures look.
        spoken: the language of the words, where it is another.
    """
    words = language(spoken)
    return joined(
        *(
            said(part, lang, spoken=spoken)
            if isinstance(part, str)
            else run(running(part.value, lang), *figures, *words)
            for part in content
        )
    )


def said(words: str, lang: Lang, *properties: Xml, spoken: Lang | None = None) -> Xml:
    """Return words of one look, each part of them in its language.

    Args:
        words: a part of running text, a note.
        lang: the language of the document.
        properties: how they look.
        spoken: the language of those of which nothing else is known, where it is another.
    """
    return joined(*(run(one.words, *properties, *language(one.lang)) for one in speech(words, lang, spoken)))


def language(spoken: Lang | None) -> tuple[Xml, ...]:
    """Return what says that a run is in another language than the document; nothing where it is in that."""
    return () if spoken is None else (w("lang", val=LANGUAGES[spoken]),)


def _part(piece: str) -> Xml:
    if piece == "\n":
        return w("br")
    return w("tab") if piece == "\t" else tag("w:t", {"xml:space": "preserve"}, plain(piece))


def held(words: str) -> str:
    """Return ``words`` with no-break spaces in dates; what is a date alone stays as it is typed."""
    return words if DATE.fullmatch(words) else bound(words)


def field_start(code: str, *properties: Xml) -> Xml:
    """Return the beginning of a field, up to what it shows.

    It looks as what it shows: Word, where it counts anew, takes the look of the beginning.
    """
    instruction = tag("w:instrText", {"xml:space": "preserve"}, plain(f" {code} "))
    look = (w("rPr", *properties),) if properties else ()
    return joined(
        w("r", *look, w("fldChar", fldCharType="begin")),
        w("r", *look, instruction),
        w("r", *look, w("fldChar", fldCharType="separate")),
    )


def field_end(*properties: Xml) -> Xml:
    """Return the end of a field; LibreOffice takes the look of a number that is counted from there."""
    look = (w("rPr", *properties),) if properties else ()
    return w("r", *look, w("fldChar", fldCharType="end"))


def counted_field(code: str, shown: str, *properties: Xml) -> Xml:
    """Return a field and what it shows until Word counts anew."""
    return joined(field_start(code, *properties), run(shown, *properties), field_end(*properties))


def bookmark(name: str, number: int, *content: Xml) -> Xml:
    """Return content that others can refer to."""
    return joined(
        w("bookmarkStart", id=number, name=name),
        *content,
        w("bookmarkEnd", id=number),
    )


def link(name: str, *content: Xml) -> Xml:
    """Return content that leads to a bookmark."""
    return w("hyperlink", *content, anchor=name, history=1)


def page_reference(name: str, content: Xml, pages: Mapping[str, str]) -> Xml:
    """Return an entry of a list: what it names, and its page at the right edge."""
    number = counted_field(f"PAGEREF {name} \\h", pages.get(name, "1"))
    return link(name, content, w("r", w("tab")), number)
