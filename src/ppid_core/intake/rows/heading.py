"""Which typed heading is which column: in any order, case and accepted spelling."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from operator import attrgetter
from typing import Any

from attrs import frozen

from ppid_core.glossary import spelling
from ppid_core.glossary.nobody import marks_deletion
from ppid_core.intake import fault
from ppid_core.intake.affix import Affix, column_named, column_spelt, shared_affix
from ppid_core.intake.cells import CellError, refuse_control
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.nearest import misspelt
from ppid_core.intake.result import SheetColumns
from ppid_core.intake.rows.namesake import Aside, Namesakes, says_word, texts_of_column
from ppid_core.intake.rows.nobodys import Nobodys
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables.spec import RUNNING_NUMBER, TableColumn, TableSpec
from ppid_core.language import Bilingual
from ppid_core.source import Source

_MOST_COMPARED = 50
"""So many unknown headings of one sheet are compared with the known ones; with more it is another table."""

_CODE = re.compile(r"[0-9]{1,3}|[A-Za-z]")


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
    running, unknown, nobodys = set[int](), dict[int, str](), dict[str, Bilingual]()
    affix = shared_affix(titles.values(), spec) if spec.cases else None
    meant, aside = _meant(sheet, titles, spec, affix, ledger)
    passed = Nobodys(sheet, spec, affix, meant)
    for position, title in sorted(titles.items(), key=lambda title: _rank(title[1], spec)):
        name = meant[position]
        if (control := _control(title)) is not None:
            _refuse(sheet, position, control, ledger)
            ledger.lose(spec.name, "", sheet.heading_source(title, position))
        elif position in aside:
            continue
        elif name is None and (spelling(title) in sheet.shared or _may_pass(title, spec)):
            running |= {position} if _is_running_number(title) else set()
        elif name is None and (why := passed.why(position, title)) is not None:
            nobodys[title] = why
        elif name is None:
            _refuse(sheet, position, _unknown(title, spec), ledger)
            unknown[position] = title
        elif name in places:
            _refuse(sheet, position, _repeated(places[name], spec), ledger)
            ledger.lose(spec.name, name, sheet.heading_source(title, position))
        else:
            places[name] = Place(position=position, heading=title, column=columns[name])
    _note_running_number(sheet, titles, running, ledger)
    _note_nobodys(sheet, nobodys, ledger)
    if sheet.source(sheet.heading_row).is_in_workbook:
        at = {name: (place.position, place.heading) for name, place in places.items()}
        ledger.columns[sheet.file, sheet.sheet] = SheetColumns(table=spec.name, at=at)
    coded = tuple(_coded(sheet, spec, places, ledger))
    contrary = tuple(_exclusive(sheet, spec, places, ledger))
    first = next((at for at in sorted(titles) if at not in running), 0)
    leading = frozenset({0, min(titles, default=0), first})
    taken = {*places, *dict((*coded, *contrary)).values()}
    return Layout(
        places=tuple(sorted(places.values(), key=attrgetter("position"))),
        titled=frozenset(titles),
        running=frozenset(running),
        first=leading,
        unread=(*coded, *contrary, *_misspelt(sheet, spec, unknown, taken, ledger)),
    )


def _meant(
    sheet: Sheet, titles: Mapping[int, str], spec: TableSpec[Any], affix: Affix | None, ledger: Ledger
) -> tuple[Mapping[int, str | None], frozenset[int]]:
    """Return the column that each heading names, and which headings step aside for another one."""
    named = {
        at: None if spelling(title) in spec.aside else column_named(title, spec, affix)
        for at, title in titles.items()
    }
    if not spec.cases:
        return named, frozenset()
    _note_reading(sheet, affix, {titles[at]: name for at, name in named.items() if name}, spec, ledger)
    stepping = list(Namesakes(sheet=sheet, spec=spec, titles=titles, named=named).settle())
    for one in stepping:
        _note_aside(sheet, titles, one, named[one.position], ledger)
    return named, frozenset(one.position for one in stepping if one.why is not None)


def _note_reading(
    sheet: Sheet, affix: Affix | None, named: Mapping[str, str], spec: TableSpec[Any], ledger: Ledger
) -> None:
    """Say once which headings are read without the word that most of them share, and which by their parts."""
    foreign = {title: name for title, name in named.items() if column_spelt(title, spec) is None}
    cut = {title: name for title, name in foreign.items() if affix is not None and affix.cut(title)}
    by_parts = {title: name for title, name in foreign.items() if title not in cut}
    if cut and affix is not None:
        told = Bilingual(f'tanpa kata "{affix.word}"', f'without the word "{affix.word}"')
        ledger.note(_read_as(sheet, told, cut), sheet.heading_source())
    if by_parts:
        told = Bilingual("menurut kata-katanya", "by their words")
        ledger.note(_read_as(sheet, told, by_parts), sheet.heading_source())


def _read_as(sheet: Sheet, how: Bilingual, named: Mapping[str, str]) -> Bilingual:
    listed = ", ".join(f'"{title}" = {name}' for title, name in named.items())
    return Bilingual(
        f"{sheet.title}: judul kolom dibaca {how.id}: {listed}.",
        f"{sheet.title}: headings are read {how.en}: {listed}.",
    )


def _note_aside(
    sheet: Sheet, titles: Mapping[int, str], one: Aside, column: str | None, ledger: Ledger
) -> None:
    title, winner = titles[one.position], titles[one.winner]
    if one.why is None:
        told = Bilingual(
            f'{sheet.title}: kolom "{title}" dibaca sebagai {column}.',
            f'{sheet.title}: column "{title}" is read as {column}.',
        )
    else:
        told = Bilingual(
            f'{sheet.title}: kolom "{title}" tidak dibaca, sebab kolom "{winner}" {one.why.id}.',
            f'{sheet.title}: column "{title}" is not read, for the column "{winner}" {one.why.en}.',
        )
    ledger.note(told, sheet.heading_source(title, one.position))


def _coded(
    sheet: Sheet, spec: TableSpec[Any], places: dict[str, Place], ledger: Ledger
) -> Iterator[tuple[int, str]]:
    """Yield the columns of closed lists that hold nothing but codes: nobody here knows what they mean.

    So it is with a column to tick that holds numbers of which not each is a tick. That is told once, and
    each cell is unread.
    """
    kinds = [one for one in places.values() if spec.cases and (one.column.is_closed or one.column.ticked)]
    for place in kinds:
        texts = texts_of_column(sheet, place.position)
        is_code, says = (str.isdecimal, all) if place.column.ticked else (_CODE.fullmatch, any)
        are_codes = len(texts) > 1 and all(map(is_code, texts))
        if are_codes and not says(says_word(place.column, text) for text in texts):
            _refuse(sheet, place.position, fault.codes(place.column.name, sorted(texts)), ledger)
            yield place.position, places.pop(place.column.name).column.name


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


def _rank(title: str, spec: TableSpec[Any]) -> bool:
    """Return which headings are looked at first: those of *peta*."""
    return spelling(title) not in spec.foreign


def _unknown(title: str, spec: TableSpec[Any]) -> CellError:
    if spec.cases and marks_deletion(title):
        return fault.deleted_rows()
    return fault.unknown_heading(title, spec.accepted)


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


def _note_nobodys(sheet: Sheet, titles: Mapping[str, Bilingual], ledger: Ledger) -> None:
    """Say once which headings are nobody's, those of one reason together."""
    groups: dict[Bilingual, list[str]] = {}
    for title, why in sorted(titles.items()):
        groups.setdefault(why, []).append(f'"{title}"')
    if groups:
        told = [(", ".join(named), why) for why, named in groups.items()]
        ledger.note(
            Bilingual(
                f"{sheet.title}: kolom yang tidak diperlukan laporan tidak dibaca: "
                f"{'; '.join(f'{named} ({why.id})' for named, why in told)}.",
                f"{sheet.title}: columns that no report asks for are not read: "
                f"{'; '.join(f'{named} ({why.en})' for named, why in told)}.",
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
