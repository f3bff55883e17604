"""Styles and lists of a template together with ours: whose look holds, and under which key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

from attrs import frozen

from ppid_exporters.docx.cascade import W
from ppid_exporters.docx.markup import NAMESPACES, Xml, rooted, w

_OF_LETTERHEADS = frozenset({"Normal", "Header", "Footer", "DefaultParagraphFont", "TableNormal"})
"""Styles in which a letterhead is set: where it has them, they stay as they are."""

_OURS = frozenset({"isi tabel", "kepala tabel", "angka pokok", "kolofon", "anak judul grafik"})
"""Names by which a document shows that it was begun from one of ours: no other program has them."""

_OTHER = "Lain"
"""What the key of a style ends with that gives way to one of ours."""

_RIGHT = frozenset({"right", "end"})
_WITH_EDGE = frozenset({"TOC1", "TOC2", "TOC3", "TableofFigures"})
_REFERENCES = ("basedOn", "next", "link")

for _prefix, _uri in NAMESPACES.items():
    register_namespace(_prefix, _uri)


@frozen(kw_only=True)
class Adopted:
    """Styles of a template, under our keys.

    Attributes:
        content: the part.
        renamed: keys that the template has for styles of ours.
        missing: names of styles of ours that it does not have, by their keys.
    """

    content: bytes
    renamed: Mapping[str, str]
    missing: Mapping[str, str]


def gives_styles(content: bytes) -> bool:
    """Tell whether a part of styles was begun from ours."""
    root = fromstring(content)  # noqa: S314  looked through where the template was opened
    return any(_name(style) in _OURS for style in root.iter(f"{W}style"))


def merged(content: bytes, definitions: Xml, language: str) -> bytes:
    """Return the styles of a letterhead with ours; one of the same key or name gives way, but for its own.

    Args:
        content: its part of styles.
        definitions: our styles.
        language: of the document, which all of them are told to be in.
    """
    root = _clean(content)
    known = {_key(style) for style in root.iter(f"{W}style")}
    for style in _own(definitions):
        if _key(style) in _OF_LETTERHEADS & known:
            continue
        for other in [one for one in root.findall(f"{W}style") if _is_same(one, style)]:
            root.remove(other)
        root.append(style)
    _speak(root, language)
    return _written(root)


def adopted(content: bytes, definitions: Xml, language: str, room: int) -> Adopted:
    """Return the styles of a template, and of ours what it lacks.

    Args:
        content: its part of styles.
        definitions: our styles.
        language: of the document, which all of them are told to be in.
        room: the width of text in twentieths of a point: there the lines of contents end.
    """
    root, missing, renamed = _clean(content), dict[str, str](), dict[str, str]()
    styles = list(root.iter(f"{W}style"))
    # LibreOffice saves a "Caption" of its own beside our "caption": the same spelling goes first.
    theirs = {(_kind(style), _name(style)): style for style in styles}
    theirs |= {(_kind(style), _shown_name(style)): style for style in styles}
    keys = {_key(style) for style in styles}
    for style in _own(definitions):
        kind, key = _kind(style), _key(style)
        found = theirs.get((kind, _shown_name(style)), theirs.get((kind, _name(style))))
        if found is None:
            missing[key] = _shown_name(style)
            root.append(style)
            continue
        if (called := found.find(f"{W}name")) is not None:
            called.set(f"{W}val", _shown_name(style))
        if _key(found) != key:
            renamed[_key(found)] = key
            if key in keys:
                renamed.setdefault(key, f"{key}{_OTHER}")
    _rename(root, renamed)
    _speak(root, language)
    _set_edges(root, room)
    return Adopted(content=_written(root), renamed=renamed, missing=missing)


def _rename(root: Element, renamed: Mapping[str, str]) -> None:
    """Put styles under other keys, also where others refer to them."""
    for style in root.iter(f"{W}style"):
        style.set(f"{W}styleId", renamed.get(_key(style), _key(style)))
        for one in (one for name in _REFERENCES for one in style.findall(f"{W}{name}")):
            one.set(f"{W}val", renamed.get(one.get(f"{W}val", ""), one.get(f"{W}val", "")))


def _set_edges(root: Element, room: int) -> None:
    """Let the lines of contents end at the right edge of the text."""
    lined = (style for style in root.iter(f"{W}style") if _key(style) in _WITH_EDGE)
    for edge in (one for style in lined for one in style.iter(f"{W}tab")):
        if edge.get(f"{W}val") in _RIGHT:
            edge.set(f"{W}pos", str(room))


def with_keys(part: bytes, renamed: Mapping[str, str]) -> bytes:
    """Return a part whose paragraphs name styles by our keys."""

    def ours(found: re.Match[bytes]) -> bytes:
        return found[1] + renamed.get(found[2].decode(), found[2].decode()).encode() + b'"'

    return re.sub(rb'(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)"', ours, part)


def _speak(root: Element, language: str) -> None:
    """Tell the language of every style that names one, and of all text."""
    for spoken in root.iter(f"{W}lang"):
        spoken.set(f"{W}val", language)
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    if defaults is not None and defaults.find(f"{W}lang") is None:
        SubElement(defaults, f"{W}lang", {f"{W}val": language})


@frozen(kw_only=True)
class ListKinds:
    """Lists of a template: the number of its bullets, and the kind of its numbered lists; None for ours.

    Attributes:
        first: the first number that is free.
    """

    bullets: int | None = None
    decimals: int | None = None
    first: int = 1


def list_kind(number: int, form: str, sign: str) -> Xml:
    """Return a kind of list, "bullet" or "decimal", under a number."""
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=form),
        w("lvlText", val=sign),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=397, hanging=397)),
        ilvl=0,
    )
    return w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=number)


def list_kinds(numbering: bytes, styles: bytes) -> ListKinds:
    """Return the lists that the styles *List Bullet* and *List Number* of a template are set in."""
    root = fromstring(numbering)  # noqa: S314  looked through where the template was opened
    kinds = {
        int(one.get(f"{W}numId", "0")): int(kind.get(f"{W}val", "0"))
        for one in root.findall(f"{W}num")
        if (kind := one.find(f"{W}abstractNumId")) is not None
    }
    listed = {
        _name(style): int(number.get(f"{W}val", "0"))
        for style in fromstring(styles).iter(f"{W}style")  # noqa: S314  looked through where the template was opened
        if (number := style.find(f"{W}pPr/{W}numPr/{W}numId")) is not None
    }
    bullets, numbered = listed.get("list bullet", 0), listed.get("list number", 0)
    return ListKinds(
        bullets=bullets if bullets in kinds else None,
        decimals=kinds.get(numbered),
        first=max(kinds, default=0) + 1,
    )


def with_lists(numbering: bytes, abstract: Iterable[Xml], numbers: Iterable[Xml]) -> bytes:
    """Return the lists of a template and ours: kinds stand before the lists that are of them."""
    root = _clean(numbering)
    for picture in root.findall(f"{W}numPicBullet"):
        root.remove(picture)
    others = [one for one in root if one.tag != f"{W}abstractNum"]
    for one in others:
        root.remove(one)
    root.extend(fromstring(rooted("w:numbering", *abstract)))  # noqa: S314  our own markup
    root.extend(one for one in others if one.tag == f"{W}num")
    root.extend(fromstring(rooted("w:numbering", *numbers)))  # noqa: S314  our own markup
    return _written(root)


def free_kind(numbering: bytes) -> int:
    """Return the first number of a kind of list that is free."""
    root = fromstring(numbering)  # noqa: S314  looked through where the template was opened
    return (
        max((int(one.get(f"{W}abstractNumId", "0")) for one in root.iter(f"{W}abstractNum")), default=-1) + 1
    )


def _clean(content: bytes) -> Element:
    """Return a part without what only its own program knows: names that we could not declare again."""
    root = fromstring(content)  # noqa: S314  looked through where the template was opened
    known = tuple(f"{{{uri}}}" for uri in NAMESPACES.values())
    for element in list(root.iter()):
        for child in [one for one in element if not str(one.tag).startswith(known)]:
            element.remove(child)
        for name in [one for one in element.attrib if one.startswith("{") and not one.startswith(known)]:
            if not name.startswith("{http://www.w3.org/XML/1998/namespace}"):
                del element.attrib[name]
    return root


def _written(root: Element) -> bytes:
    content: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return content


def _own(definitions: Xml) -> Iterator[Element]:
    """Yield our styles; what holds where no style says otherwise is the template's."""
    yield from fromstring(rooted("w:styles", definitions)).iter(f"{W}style")  # noqa: S314  our own markup


def _is_same(one: Element, other: Element) -> bool:
    return _key(one) == _key(other) or _name(one) == _name(other)


def _key(style: Element) -> str:
    return style.get(f"{W}styleId", "")


def _kind(style: Element) -> str:
    return style.get(f"{W}type", "paragraph")


def _name(style: Element) -> str:
    return _shown_name(style).casefold()


def _shown_name(style: Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else name.get(f"{W}val", "")
