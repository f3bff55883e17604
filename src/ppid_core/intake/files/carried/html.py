"""The data in a web page: one script element that no browser runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ppid_core.intake.files.carried.fault import damaged, no_data, the_only

_KIND = "HTML"
_ELEMENT = "ppid-data"
"""The id of the script element."""

_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
"""Elements in which nothing is markup but what ends them."""
_ATTRIBUTES = r"""(?>=\s*+(?:"[^"]*+"|'[^']*+')|[^>=]++|=)*+>"""
"""What follows the name of a tag, to its end; a bracket in quotation marks ends none."""
_OTHER = re.compile(
    rf"(?>[^<]++|<(?:(?!(?:{'|'.join(_RAW)})[\s/>])[a-z]{_ATTRIBUTES}|/[a-z]{_ATTRIBUTES}|(?![a-z/!?])))*+",
    re.IGNORECASE,
)
"""Text and tags in which no element of ours begins."""
_OPENING = re.compile(rf"<({'|'.join(_RAW)})(?=[\s/>])({_ATTRIBUTES})", re.IGNORECASE)
_CLOSING = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_ID = re.compile(r"""\sid\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""", re.IGNORECASE)


def data_in(content: bytes) -> bytes:
    """Return the JSON that the page carries.

    Raises:
        CellError: it carries none, or is cut off.
    """
    if _ELEMENT.encode() not in content:
        raise no_data()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise damaged(_KIND) from None
    return the_only([found.encode() for found in _elements(text)])


def _elements(text: str) -> Iterator[str]:
    """Yield the text of each element of ours; a page is gone through once, and nothing of it is kept.

    What stands open at the end of a page is no data: there the search ends.

    Raises:
        CellError: the page ends inside such an element.
    """
    at = 0
    while (at := _passed(text, at)) < len(text):
        opening = _OPENING.match(text, at)
        if opening is None:
            at = _end(text, at)
            continue
        closing = _CLOSING[opening[1].lower()].search(text, opening.end())
        if opening[1].lower() == "script" and _is_ours(opening[2]):
            yield text[opening.end() : _start(closing)]
        at = len(text) if closing is None else closing.start()


def _passed(text: str, at: int) -> int:
    """Return where the next markup begins that is more than a tag."""
    other = _OTHER.match(text, at)
    return at if other is None else other.end()


def _end(text: str, at: int) -> int:
    """Return where a comment, or what is taken for one, ends: the end of the page where it does not."""
    closing, skipped = ("-->", 4) if text.startswith("<!--", at) else (">", 2)
    is_comment = text.startswith(("<!", "<?", "</"), at)
    end = text.find(closing, at + skipped) if is_comment else -1
    return len(text) if end < 0 else end + len(closing)


def _is_ours(attributes: str) -> bool:
    found = _ID.search(attributes)
    return found is not None and _ELEMENT in found.groups()


def _start(closing: re.Match[str] | None) -> int:
    if closing is None:
        raise damaged(_KIND)
    return closing.start()
