"""Cells of words: one line, prose, several words, a colour, a file in the folder."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath, PureWindowsPath
from typing import TypeVar

from ppid_core.glossary import spelling
from ppid_core.intake.cells.error import CellError
from ppid_core.language import Bilingual

T = TypeVar("T")

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_GUARDED = re.compile(r"''*[=+\-@\t\r]")
_UNRECORDED = re.compile(
    r"(?:[-\u2010-\u2015\u2212] ?)+|\(?null\)?|\\n|n/a|n\.a\.?|nan|nat|none"
    r"|0000[-/]00[-/]00(?:[ t]00:00:00(?:\.0+)?)?|00[-/.]00[-/.]0000",
    re.IGNORECASE,
)
_BEGINNINGS = frozenset(" \t\n\r'-\u2010\u2011\u2012\u2013\u2014\u2015\u2212(nN\\0")
"""How a text begins that may be one of these, most are another, and a register has very many."""
UNRECORDED_BEGINS = r"\s*'?(?:[-\u2010-\u2015\u2212]|\(?null|\\n|n/a|n\.a|nan|nat|none|0000[-/]00|00[-/.]00)"
"""The same, as a pattern for a cell among others."""
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_YES = frozenset({"ya", "y", "benar", "yes", "true", "1"})
_NO = frozenset({"tidak", "t", "tdk", "bukan", "no", "false", "0"})


def is_unrecorded(text: str) -> bool:
    """Tell whether a cell only says that nothing is recorded: ``-``, ``NULL``, ``N/A``, ``0000-00-00``."""
    return text[:1] in _BEGINNINGS and _UNRECORDED.fullmatch(line(unguarded(text.strip()))) is not None


UNREAD = "(tidak terbaca)"
"""What we write into a cell that could not be read: it stays so until a person fills it in."""


def refuse_unread(text: str) -> None:
    """Refuse what we wrote ourselves for a cell that could not be read.

    Raises:
        CellError: for that mark.
    """
    if text == UNREAD:
        raise CellError(
            Bilingual(
                "isi sel ini tidak terbaca ketika datanya ditulis. Ketik isinya.",
                "this cell could not be read when its data were written. Type what it holds.",
            ),
            Bilingual("isi menurut register", "what the register says"),
        )


def refuse_control(text: str) -> None:
    """Refuse control characters other than tab and line break: no document can print them.

    Raises:
        CellError: there is one.
    """
    if _CONTROL.search(text):
        raise CellError(
            Bilingual(
                'isi sel memuat karakter kendali: "{value}". Hapus isinya, lalu ketik ulang.',
                'the cell holds a control character: "{value}". Clear it and type it again.',
            ),
            Bilingual("teks tanpa karakter kendali", "text without control characters"),
        )


def unguarded(text: str) -> str:
    """Return the text without the apostrophe that keeps a spreadsheet from running it as a formula."""
    return text[1:] if _GUARDED.match(text) else text


def line(text: str) -> str:
    """Return the words on one line, each run of blanks made one space."""
    return " ".join(text.split())


def prose(text: str) -> str:
    """Return the text as typed, paragraphs and lists kept, without outer blanks."""
    return text.strip()


def yes_no(text: str) -> bool:
    """Return whether the cell says *ya*.

    Raises:
        CellError: it says neither *ya* nor *tidak*.
    """
    word = spelling(text)
    if word not in _YES | _NO:
        raise CellError(
            Bilingual(
                '"{value}" tidak terbaca. Tulis ya atau tidak.', '"{value}" is not read. Write ya or tidak.'
            ),
            Bilingual("ya atau tidak", "ya (yes) or tidak (no)"),
        )
    return word in _YES


def several(read: Callable[[str], T]) -> Callable[[str], tuple[T, ...]]:
    """Return a reader of several values with ``|`` between them; nothing between two bars is nothing."""

    def reader(text: str) -> tuple[T, ...]:
        return tuple(read(part.strip()) for part in text.split("|") if part.strip())

    return reader


def choice(*words: str) -> Callable[[str], str]:
    """Return a reader of one of few words, whatever its case."""
    listed = ", ".join(words)

    def reader(text: str) -> str:
        found = next((word for word in words if spelling(word) == spelling(text)), None)
        if found is None:
            raise CellError(
                Bilingual(
                    f'"{{value}}" tidak dikenal. Tulis salah satu: {listed}.',
                    f'"{{value}}" is not known. Write one of: {listed}.',
                ),
                Bilingual.both(listed),
            )
        return found

    return reader


def colour(text: str) -> str:
    """Return a colour ``#RRGGBB`` in upper case.

    Raises:
        CellError: it is none.
    """
    if not _COLOUR.fullmatch(text.strip()):
        raise CellError(
            Bilingual(
                '"{value}" bukan warna. Tulis seperti #123B5D.', '"{value}" is no colour. Write #123B5D.'
            ),
            Bilingual.both("#RRGGBB"),
        )
    return text.strip().upper()


def beside(text: str) -> str:
    """Return a path inside the report folder or its parent, ``/`` between its parts.

    Raises:
        CellError: it leaves both, or names a drive or a web address.
    """
    path = PurePosixPath(text.strip().replace("\\", "/"))
    rest = path.parts[1:] if path.parts[:1] == ("..",) else path.parts
    leaves = path.is_absolute() or ".." in rest or PureWindowsPath(text.strip()).drive
    if leaves or "//" in text or not rest:
        raise CellError(
            Bilingual(
                '"{value}" berada di luar folder ini dan folder induknya. Tulis misalnya ../laporan-2023.',
                '"{value}" lies outside this folder and its parent. Write, for example, ../laporan-2023.',
            ),
            Bilingual(
                "folder atau berkas di dalam folder ini atau di sebelahnya",
                "a folder or file inside this folder or beside it",
            ),
        )
    return str(path)


def inside(text: str) -> str:
    """Return a path inside the report folder, ``/`` between its parts.

    Raises:
        CellError: it leaves the folder, or names a drive or a web address.
    """
    path = PurePosixPath(text.strip().replace("\\", "/"))
    leaves = path.is_absolute() or ".." in path.parts or PureWindowsPath(text.strip()).drive
    if leaves or "//" in text or not path.name:
        raise CellError(
            Bilingual(
                '"{value}" berada di luar folder laporan. Salin berkasnya ke folder ini, lalu tulis namanya.',
                '"{value}" lies outside the report folder. Copy the file into it and write its name.',
            ),
            Bilingual("nama berkas di dalam folder ini", "the name of a file inside this folder"),
        )
    return str(path)
