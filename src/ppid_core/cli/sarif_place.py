"""Places and texts as SARIF has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from attrs import evolve

from ppid_core.cli.origin import Origin
from ppid_core.source import Source

LINK = re.compile(r"\[(?=[^\]]*\]\()")
CELL = re.compile(r"([A-Z]+)[0-9]+")
_LETTERS = 26


def message(text: str) -> dict[str, str]:
    """Return a message: braces are doubled, and no words become a link (SARIF 3.11.5 and 3.11.6)."""
    return {"text": LINK.sub(r"\\[", text.replace("{", "{{").replace("}", "}}"))}


def location(source: Source, origin: Origin, last: int | None = None) -> dict[str, object] | None:
    """Return a place: file, row as its line, column where it is known; None for rows from memory.

    Args:
        source: the place.
        origin: where the input lies.
        last: the last of several rows, None for one.
    """
    path = origin.path(source)
    if not path:
        return None
    physical: dict[str, object] = {"artifactLocation": artifact(path)}
    if source.row is not None:
        physical["region"] = _region(source, source.row, last)
    named = [
        {"name": name, "kind": kind}
        for kind, name in (("sheet", source.sheet), ("column", source.column))
        if name
    ]
    return {"physicalLocation": physical} | ({"logicalLocations": named} if named else {})


def related(sources: Iterable[Source], origin: Origin) -> list[dict[str, object]]:
    """Return the places that were counted beside the first one: rows that follow each other as one region."""
    found: list[dict[str, object]] = []
    for first, last in _runs(sources):
        place = location(first, origin, last.row)
        if place is not None:
            found.append(place)
    return found


def _runs(sources: Iterable[Source]) -> Iterator[tuple[Source, Source]]:
    """Yield the first and the last row of each run; a cell stands by itself."""
    run: list[Source] = []
    for source in sources:
        if run and not _follows(source, run[-1]):
            yield run[0], run[-1]
            run = []
        run.append(source)
    if run:
        yield run[0], run[-1]


def _follows(source: Source, before: Source) -> bool:
    return before.row is not None and source == evolve(before, row=before.row + 1) and not source.cell


def artifact(path: str) -> dict[str, str]:
    """Return a file by its path, as a relative reference of RFC 3986."""
    return {"uri": quote(path, errors="replace")}


def _region(source: Source, row: int, last: int | None) -> dict[str, int]:
    cell = CELL.fullmatch(source.cell)
    column = {"startColumn": _position(cell[1])} if cell else {}
    return {"startLine": row} | column | ({"endLine": last} if last is not None and last > row else {})


def _position(letters: str) -> int:
    """Return the place of a column that a spreadsheet names: 1 for ``A``, 27 for ``AA``."""
    place = 0
    for letter in letters:
        place = place * _LETTERS + ord(letter) - ord("A") + 1
    return place
