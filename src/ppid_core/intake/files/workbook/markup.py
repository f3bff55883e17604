"""XML as events: no document type is accepted, so no entity is expanded and nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NoReturn, Protocol
from xml.parsers import expat

from ppid_core.intake.files.workbook.fault import damaged, declares_a_type


class _Listener(Protocol):
    """Whoever hears of the elements of a file, by their names without namespace."""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Hear that an element begins; the names of its attributes are without namespace too."""

    def end(self, name: str) -> None:
        """Hear that an element ends."""

    def text(self, text: str) -> None:
        """Hear a piece of text."""


def listen(pieces: Iterable[bytes], listener: _Listener) -> None:
    """Tell ``listener`` what an XML file holds, piece by piece.

    Raises:
        CellError: the file is no XML, or has a document type.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = _beginning(listener.begin)
    parser.EndElementHandler = lambda name: listener.end(name.rpartition(" ")[2])
    parser.CharacterDataHandler = listener.text
    try:
        for piece in pieces:
            parser.Parse(piece, False)  # noqa: FBT003  the signature of expat
        parser.Parse(b"", True)  # noqa: FBT003  the signature of expat
    except (expat.ExpatError, LookupError):  # LookupError: an encoding that nobody knows
        raise damaged() from None


def _beginning(begin: Callable[[str, Mapping[str, str]], None]) -> Callable[[str, dict[str, str]], None]:
    def heard(name: str, attributes: dict[str, str]) -> None:
        if any(" " in key for key in attributes):
            attributes = {_local(key): value for key, value in attributes.items()}
        begin(name.rpartition(" ")[2], attributes)

    return heard


def _local(name: str) -> str:
    """Return the name alone; LibreOffice says again, in a namespace of its own, what OpenDocument says."""
    space, _, local = name.rpartition(" ")
    return f"calcext-{local}" if "calcext" in space else local


def _refuse(*_: object) -> NoReturn:
    raise declares_a_type()
