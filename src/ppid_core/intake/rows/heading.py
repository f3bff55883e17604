"""Which typed heading is which column: in any order, case and accepted spelling."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from attrs import frozen

from ppid_core.glossary import spelling
from ppid_core.glossary.nobody import gives_way, is_nobodys
from ppid_core.intake import fault
from ppid_core.intake.cells import CellError, refuse_control
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.nearest import misspelt
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables.spec import RUNNING_NUMBER, TableColumn, TableSpec
from ppid_core.language import Bilingual
from ppid_core.source import Source

_MOST_COMPARED = 50
"""So many unknown headings of one sheet are compared with the known ones; with more it is another table."""


@frozen(kw_only=True)
class Place:
    """A column where it stands: its position from 0 and its heading as typed."""

    position: int
    heading: str
    column: TableColumn[Any]

    def on(self, row: Source) -> Source:
        """Return the cell of this column in a row."""
        return row.at(self.heading, self.position)


@frozen(kw_only=True)
class Layout:
    """The heading of one sheet, understood.

    Attributes:
        titled: positions under any heading, known or not.
        running: positions of running numbers, which are not read.
        first: positions that count as the first column; a running number is not one.
        unread: positions of which nobody knows whether they are that column: their heading is a slip of its
            name, or two columns are there of which only one may be.
    """

    places: tuple[Place, ...]
    titled: frozenset[int]
    running: frozenset[int]
    first: frozenset[int]
    unread: tuple[tuple[int, str], ...] = ()

    @property
    def headings(self) -> dict[str, tuple[int, str]]:
        """Position and typed heading by canonical name."""
        return {place.column.name: (place.position, place.heading) for place in self.places}


def lay_out(sheet: Sheet, spec: TableSpec[Any], ledger: Ledger) -> Layout:
    """Return the layout; headings that cannot be are told, and do not stop the rows."""
    titles = {at: title.strip() for at, title in enumerate(sheet.heading) if title.strip()}
    columns = {column.name: column for column in spec.columns}
    places: dict[str, Place] = {}
    running, unknown, nobodys = set[int](), dict[int, str](), list[str]()
    meant = _meant(sheet, titles, spec, ledger)
    for position, title in sorted(titles.items(), key=lambda title: _rank(title[1], spec)):
        name = meant[position]
        if (control := _control(title)) is not None:
            _refuse(sheet, position, control, ledger)
            ledger.lose(spec.name, "", sheet.heading_source(title, position))
        elif name is None and (spelling(title) in sheet.shared or _may_pass(title, spec)):
            running |= {position} if _is_running_number(title) else set()
        elif name is None and spec.cases and is_nobodys(title):
            nobodys.append(title)
        elif name is None:
            _refuse(sheet, position, fault.unknown_heading(title, spec.accepted), ledger)
            unknown[position] = title
        elif name in places and spec.cases and gives_way(title):
            nobodys.append(title)
        elif name in places:
            _refuse(sheet, position, _repeated(places[name], spec), ledger)
            ledger.lose(spec.name, name, sheet.heading_source(title, position))
        else:
            places[name] = Place(position=position, heading=title, column=columns[name])
    _note_running_number(sheet, titles, running, ledger)
    _note_nobodys(sheet, nobodys, ledger)
    contrary = tuple(_exclusive(sheet, spec, places, ledger))
    first = next((at for at in sorted(titles) if at not in running), 0)
    leading = frozenset({0, min(titles, default=0), first})
    return Layout(
        places=tuple(sorted(places.values(), key=attrgetter("position"))),
        titled=frozenset(titles),
        running=frozenset(running),
        first=leading,
        unread=(*contrary, *_misspelt(sheet, spec, unknown, {*places, *dict(contrary).values()}, ledger)),
    )


def _meant(
    sheet: Sheet, titles: Mapping[int, str], spec: TableSpec[Any], ledger: Ledger
) -> Mapping[int, str | None]:
    """Return the column that each heading names; a vague one steps aside for a heading of its own."""
    named = {
        at: None if spelling(title) in spec.aside else spec.accepted.get(title)
        for at, title in titles.items()
    }
    exact = {name for at, name in named.items() if spelling(titles[at]) not in spec.vague}
    for at, name in named.items():
        other = None if spelling(titles[at]) in spec.foreign else spec.vague.get(spelling(titles[at]))
        if other is not None and name in exact and other not in named.values():
            named[at] = other
            _note_vague(sheet, at, titles[at], other, ledger)
    return named


def _note_vague(sheet: Sheet, position: int, title: str, column: str, ledger: Ledger) -> None:
    ledger.note(
        Bilingual(
            f'{sheet.title}: kolom "{title}" dibaca sebagai {column}.',
            f'{sheet.title}: column "{title}" is read as {column}.',
        ),
        sheet.heading_source(title, position),
    )


def _misspelt(
    sheet: Sheet, spec: TableSpec[Any], unknown: Mapping[int, str], known: Container[str], ledger: Ledger
) -> Iterator[tuple[int, str]]:
    """Yield the columns that unknown headings are slips of: their cells are unread, and not blank.

    Of the others nobody knows what they hold.
    """
    found = set[str]()
    for at, (position, title) in enumerate(unknown.items()):
        name = misspelt(title, spec.accepted) if at < _MOST_COMPARED else None
        if name is None or name in known or name in found:
            ledger.lose(spec.name, "", sheet.heading_source(title, position))
        else:
            found.add(name)
            yield position, name


def _rank(title: str, spec: TableSpec[Any]) -> int:
    """Return which headings are looked at first: those of *peta*, last those that give way to another one."""
    return -1 if spelling(title) in spec.foreign else int(gives_way(title))


def _repeated(place: Place, spec: TableSpec[Any]) -> CellError:
    if spelling(place.heading) in spec.foreign:
        return fault.joined_headings(place.heading, place.column.name)
    return fault.repeated_heading(place.heading)


def _control(title: str) -> CellError | None:
    try:
        refuse_control(title)
    except CellError as error:
        return error
    return None


def _is_running_number(title: str) -> bool:
    return spelling(title) in RUNNING_NUMBER


def _may_pass(title: str, spec: TableSpec[Any]) -> bool:
    return _is_running_number(title) or spelling(title) in spec.aside


def _refuse(sheet: Sheet, position: int, error: CellError, ledger: Ledger) -> None:
    title = sheet.heading[position].strip()
    ledger.refuse(sheet.heading_source(title, position), error, title)


def _note_running_number(sheet: Sheet, titles: Mapping[int, str], running: set[int], ledger: Ledger) -> None:
    for position in sorted(running):
        place = sheet.heading_source(titles[position], position)
        ledger.note(
            Bilingual(
                f'{sheet.title}: kolom "{titles[position]}" dianggap nomor urut dan tidak dibaca.',
                f'{sheet.title}: column "{titles[position]}" is taken as a running number and not read.',
            ),
            place,
        )


def _note_nobodys(sheet: Sheet, titles: Sequence[str], ledger: Ledger) -> None:
    if titles:
        listed = ", ".join(f'"{title}"' for title in sorted(titles))
        ledger.note(
            Bilingual(
                f"{sheet.title}: kolom yang tidak diperlukan laporan tidak dibaca: {listed}.",
                f"{sheet.title}: columns that no report asks for are not read: {listed}.",
            ),
            sheet.heading_source(),
        )


def _exclusive(
    sheet: Sheet, spec: TableSpec[Any], places: dict[str, Place], ledger: Ledger
) -> Iterator[tuple[int, str]]:
    """Yield the columns of which only one may be there: nobody knows which is meant, and each is unread."""
    both = [places[column.name] for column in spec.exclusive if column.name in places]
    if len(both) > 1:
        yield from ((place.position, places.pop(place.column.name).column.name) for place in both)
        names = ", ".join(place.heading for place in both)
        _refuse(sheet, both[-1].position, fault.exclusive_headings(names), ledger)
