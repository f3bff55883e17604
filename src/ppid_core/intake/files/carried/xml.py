"""The text of one XML element, read without document types: no entity is ever expanded or fetched."""

from __future__ import annotations

from typing import NoReturn
from xml.parsers import expat

from attrs import define, field

from ppid_core.intake.files.carried.fault import damaged

_KIND = "XML"


def text_of(content: bytes, root: str) -> str | None:
    """Return the text of the root element, None where the root is another one or there is no XML.

    Args:
        content: an XML file.
        root: namespace and name, a space between them.

    Raises:
        CellError: the file has a document type, or ends before its root does.
    """
    reading = _RootText(root=root)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = reading.begin
    parser.CharacterDataHandler = reading.texts.append
    try:
        parser.Parse(content, True)  # noqa: FBT003  the signature of expat
    except _OtherRoot:
        return None
    except expat.ExpatError:
        if reading.is_ours:
            raise damaged(_KIND) from None
        return None
    return "".join(reading.texts)


class _OtherRoot(Exception):  # noqa: N818  it is no error: the part belongs to somebody else
    """Raised at once, so that nothing of the part is kept."""


@define
class _RootText:
    root: str
    is_ours: bool = False
    texts: list[str] = field(factory=list)

    def begin(self, name: str, _attributes: dict[str, str]) -> None:
        if not self.is_ours and name != self.root:
            raise _OtherRoot
        self.is_ours = True


def _refuse(*_: object) -> NoReturn:
    raise damaged(_KIND)
