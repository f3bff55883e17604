"""Names of tables and columns: what each is for, and every spelling accepted as a heading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from ppid_core.glossary.term import spelling


@frozen
class Heading:
    """One heading (*judul kolom*), or one key of the table *laporan*.

    Attributes:
        name: its name in documents and messages.
        meaning: what stands under it, in Indonesian, as PETUNJUK.txt explains it.
        spellings: other accepted spellings.
    """

    name: str
    meaning: str
    spellings: tuple[str, ...] = ()


@frozen
class TableHeadings:
    """One table (*tabel*) with its headings; ``spellings`` are other names of its file."""

    name: str
    meaning: str
    spellings: tuple[str, ...]
    headings: tuple[Heading, ...]


def accepted(headings: Iterable[Heading | TableHeadings]) -> Mapping[str, str]:
    """Return the name for each accepted spelling, in the form of `spelling`.

    A name wins over another one's spelling.
    """
    known = tuple(headings)
    others = {spelling(text): heading.name for heading in known for text in heading.spellings}
    return others | {spelling(heading.name): heading.name for heading in known}


def parse_heading(line: str) -> Heading:
    """Return the heading that one line ``name: meaning = spelling = …`` describes."""
    name, _, rest = line.strip().partition(": ")
    meaning, *spellings = rest.split(" = ")
    return Heading(name, meaning, tuple(spellings))
