"""Facts of the columns of one sheet, found once before its rows: which are kept, and how they are read."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import tzinfo
from typing import Any

from attrs import evolve, frozen

from ppid_core.intake.cells import CellError, TwoWays, is_unrecorded, shown
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.rows.columns import Columns
from ppid_core.intake.rows.heading import Layout, Place
from ppid_core.intake.rows.label import says_nihil
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables.spec import Blank, TableColumn, TableSpec
from ppid_core.language import Bilingual

Cells = Sequence[str]


@frozen(kw_only=True)
class Facts:
    """What is known of a sheet before any of its rows is read.

    Attributes:
        layout: its columns, each read in one way: a text that another one speaks against is refused.
        kept: canonical names of the columns in which something is recorded.
        rows: the cells of each row, as many as the heading has at least; where nothing is recorded, "".
        nihil: the rows whose first column says NIHIL, from 0.
    """

    layout: Layout
    kept: frozenset[str]
    rows: Columns
    nihil: frozenset[int]

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
    for place in layout.places:  # one column after the other: of many different texts only one index is held
        texts = rows.texts(place.position)
        if not spec.signs:
            signs = {text for text in texts if is_unrecorded(text) and not place.column.means(text)}
            if signs and (cleared := rows.clear(place.position, signs, nihil)):
                _note(sheet, place, cleared, ledger)
            for sign in signs:
                del texts[sign]
        kept |= {place.column.name} if texts else set()
        places.append(_in_one_way(place, texts))
    return Facts(layout=evolve(layout, places=tuple(places)), kept=frozenset(kept), rows=rows, nihil=nihil)


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


def _in_one_way(place: Place, texts: dict[str, None]) -> Place:
    """Return the column as it is read: a text is refused that others of the column speak against."""
    column = place.column
    refused = {} if column.ways is None else dict(_refused(column.ways, texts))
    return evolve(place, column=_refusing(column, refused)) if refused else place


def _refused(ways: TwoWays, texts: dict[str, None]) -> Iterator[tuple[str, CellError]]:
    one_way = ways.only_ways(texts)
    for text in texts:
        if (other := ways.against(text, one_way)) is not None:
            yield text, ways.clash(text, shown(other).id)


def _refusing(column: TableColumn[Any], refused: Mapping[str, CellError]) -> TableColumn[Any]:
    def once(read: Callable[..., Any]) -> Callable[..., Any]:
        def reader(text: str, *zone: tzinfo) -> Any:  # noqa: ANN401  whatever the column holds
            if text in refused:
                raise refused[text]
            return read(text, *zone)

        return reader

    return evolve(
        column,
        read=once(column.read),
        total=None if column.total is None else once(column.total),
        zoned=None if column.zoned is None else once(column.zoned),
    )
