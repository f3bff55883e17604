"""Fields and bookmarks: what Word counts and links by itself. Their codes are ours, never typed text."""

from __future__ import annotations

from collections.abc import Mapping

from ppid_exporters.docx.inline import run
from ppid_exporters.docx.markup import Xml, joined, tag, text, w


def field_start(code: str) -> Xml:
    """Return the beginning of a field, up to what it shows."""
    instruction = tag("w:instrText", {"xml:space": "preserve"}, text(f" {code} "))
    return joined(
        w("r", w("fldChar", fldCharType="begin")),
        w("r", instruction),
        w("r", w("fldChar", fldCharType="separate")),
    )


def field_end() -> Xml:
    """Return the end of a field."""
    return w("r", w("fldChar", fldCharType="end"))


def field(code: str, shown: str, *properties: Xml) -> Xml:
    """Return a field and what it shows until Word counts anew."""
    return joined(field_start(code), run(shown, *properties), field_end())


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
    number = field(f"PAGEREF {name} \\h", pages.get(name, "1"))
    return link(name, content, w("r", w("tab")), number)
