"""Facts of the columns of one sheet, found once before its rows: which are kept, and how they are read."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from itertools import filterfalse
from typing import Any

from attrs import evolve, field, frozen

from ppid_core.intake.cells import TimeFrame, TwoWays, is_unrecorded, shown
from ppid_core.intake.cells.text import UNRECORDED_BEGINS
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.rows.columns import Columns, distinct
from ppid_core.intake.rows.heading import Layout, Place
from ppid_core.intake.rows.label import says_nihil
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables.spec import Blank, TableColumn, TableSpec, nothing
from ppid_core.language import Bilingual

Cells = Sequence[str]
_REMEMBERED = 16_384
"""Different texts of a column that are known to have been looked at."""


@frozen(kw_only=True)
class Facts:
    """What is known of a sheet before any of its rows is read.

    Attributes:
        layout: its columns, each read in one way: a text that another one speaks against is refused.
        kept: canonical names of the columns in which something is recorded.
        rows: the cells of each row, as many as the heading has at least; where nothing is recorded, "".
        nihil: the rows whose first column says NIHIL, from 0.
        given: what every row says of columns that are not there, by canonical name.
    """

    layout: Layout
    kept: frozenset[str]
    rows: Columns
    nihil: frozenset[int]
    given: Mapping[str, Any] = field(factory=dict)

    def without(self, apart: Container[int]) -> Facts:
        """Return what the rows say beside those that are no data, from 0.

        Under a column in which nothing is recorded no cell is missing.
        """
        filled = {place: self._is_filled(place.position, apart) for place in self.layout.places}
        places = tuple(place if filled[place] else _unkept(place) for place in self.layout.places)
        kept = frozenset(place.column.name for place in self.layout.places if filled[place])
        return evolve(self, layout=evolve(self.layout, places=places), kept=kept)

    def _is_filled(self, position: int, apart: Container[int]) -> bool:
        return any(at not in apart for at in self.rows.places(position, bool))


def facts_of(sheet: Sheet, spec: TableSpec[Any], layout: Layout, ledger: Ledger) -> Facts:
    """Return the facts; cells that only say that nothing is recorded are told once a column."""
    rows = Columns.of(sheet.rows, len(sheet.heading))
    nihil = frozenset(
        at for position in layout.first for at in rows.places(position, says_nihil, word="nihil")
    )
    places, kept = [], set[str]()
    for place in layout.places:
        said = _Said(place, looks_for_signs=not spec.signs)
        said.look(rows)
        if said.signs and (cleared := rows.clear(place.position, said.signs, nihil)):
            _note(sheet, place, cleared, ledger)
        kept |= {place.column.name} if said.is_kept else set()
        places.append(said.in_one_way())
    return Facts(layout=evolve(layout, places=tuple(places)), kept=frozenset(kept), rows=rows, nihil=nihil)


class _Said:
    """What the cells of one column say together.

    Attributes:
        signs: what only says that nothing is recorded.
        is_kept: whether a cell says anything else.
    """

    def __init__(self, place: Place, *, looks_for_signs: bool) -> None:
        self._place, self._looks = place, looks_for_signs
        self._seen, self._one_way = {""}, dict[Any, str]()
        self.signs, self.is_kept = set[str](), False

    def look(self, rows: Columns) -> None:
        """Look at all cells of the column."""
        column, at = self._place.column, self._place.position
        ways, is_own = column.ways, column.unrecorded is nothing
        if ways is None:  # most of its texts begin as no sign does
            said = rows.said(at, is_unrecorded, begin=UNRECORDED_BEGINS) if is_own else rows.texts(at)
            self.signs = set(filter(self._is_sign, said))
            others = filterfalse(self.signs.__contains__, filter(None, rows.texts(at)))
            self.is_kept = any(others) if self.signs else rows.says_anything(at)
        else:
            for _, cells in rows.column(at):
                self._take(cells, ways)

    def _is_sign(self, text: str) -> bool:
        column = self._place.column
        if column.unrecorded(text):
            return bool(text)
        return self._looks and is_unrecorded(text) and not column.means(text)

    def _take(self, cells: Sequence[str], ways: TwoWays) -> None:
        """Look at more cells, each different text once, in their order."""
        if len(self._seen) > _REMEMBERED:
            self._seen = {""}
        new = distinct(cells)
        for typed in new:
            if typed in self._seen:
                continue
            text = typed.strip()
            if self._is_sign(text):
                self.signs.add(text)
            elif text:
                self.is_kept = True
                if (way := ways.only(text)) is not None:
                    self._one_way.setdefault(way, text)
        self._seen.update(new)

    def in_one_way(self) -> Place:
        """Return the column as it is read: a text is refused that others of the column speak against."""
        column, one_way = self._place.column, self._one_way
        if column.ways is None or not one_way:
            return self._place
        return evolve(self._place, column=_refusing(column, column.ways, one_way))


def _unkept(place: Place) -> Place:
    column = place.column
    if column.blank is not Blank.REFUSED:
        return place
    return evolve(place, column=evolve(column, blank=Blank.NOT_RECORDED))


def _note(sheet: Sheet, place: Place, cleared: Sequence[str], ledger: Ledger) -> None:
    signs = ", ".join(f'"{shown(sign).id}"' for sign in dict.fromkeys(cleared))
    where, number = f"{sheet.title}, kolom {place.heading}", len(cleared)
    ledger.note(
        Bilingual(
            f"{where}: {signs} dibaca sebagai belum tercatat ({number} sel).",
            f"{where}: {signs} is read as not recorded (cells: {number}).",
        ),
        sheet.column_source(place.heading),
    )


def _refusing(column: TableColumn[Any], ways: TwoWays, one_way: Mapping[Any, str]) -> TableColumn[Any]:
    def once(read: Callable[..., Any]) -> Callable[..., Any]:
        def reader(text: str, *frame: TimeFrame) -> Any:  # noqa: ANN401  whatever the column holds
            value = read(text, *frame)  # what cannot be read at all is told as such
            if (other := ways.against(text, one_way)) is not None:
                raise ways.clash(text, shown(other).id)
            return value

        return reader

    return evolve(
        column,
        read=once(column.read),
        total=None if column.total is None else once(column.total),
        zoned=None if column.zoned is None else once(column.zoned),
    )
