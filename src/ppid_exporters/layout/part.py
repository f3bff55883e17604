"""Registers too wide for the paper: set as tables one below the other, the column of numbers in each."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from ppid_core.language import Bilingual, Lang
from ppid_core.report import Block, Chart, Report, Section, Table
from ppid_exporters.layout.caption import Captions
from ppid_exporters.layout.columns import SIZES, chosen, depth, parts, shared
from ppid_exporters.layout.grid import Grid
from ppid_exporters.layout.matrix import is_matrix


def parted(report: Report, room: float) -> Report:
    """Return the document in which a register is cut whose words would be broken on a lying sheet.

    One that only the smallest letters hold is cut, too, where parts in larger ones are no higher together:
    its columns are so narrow that each cell goes on over many lines.

    The first part keeps the key of the table, and by it the number; the captions are those of the whole
    document. A register stays whole that a chart draws, and one of which a row has no number.

    Args:
        report: the document, its tables oriented.
        room: millimetres of a lying sheet.
    """
    drawn = frozenset(block.table for block in report.blocks() if isinstance(block, Chart))
    knife = _Knife(captions=Captions.of(report), drawn=drawn, room=room, lang=report.meta.lang)
    return evolve(report, sections=tuple(map(knife.section, report.sections)))


@frozen(kw_only=True)
class _Knife:
    captions: Captions
    drawn: frozenset[str]
    room: float
    lang: Lang

    def section(self, section: Section) -> Section:
        return evolve(
            section,
            blocks=tuple(one for block in section.blocks for one in self.blocks(block)),
            sections=tuple(map(self.section, section.sections)),
        )

    def blocks(self, block: Block) -> Iterator[Block]:
        if not (isinstance(block, Table) and self.may_be_cut(block)):
            yield block
            return
        cut = self.cut(block)
        for number, columns in enumerate(cut, start=1):
            yield self.part(block, columns, number, len(cut)) if len(cut) > 1 else block

    def may_be_cut(self, table: Table) -> bool:
        is_wide_register = table.is_register and table.wide and not is_matrix(table)
        return is_wide_register and table.key not in self.drawn and all(row[0] != "" for row in table.rows)

    def cut(self, table: Table) -> tuple[tuple[int, ...], ...]:
        """Return the columns of each part."""
        kind, some, _ = chosen(Grid.of(table, self.lang), self.room, SIZES)
        cut = parts(some, kind, self.room)
        if len(cut) > 1 or kind is not SIZES[-1]:
            return cut
        larger = parts(some, SIZES[-2], self.room)
        together = sum(self.depth(_of_columns(table, columns)) for columns in larger)
        return larger if together <= self.depth(table) else cut

    def depth(self, table: Table) -> float:
        """Return how high the rows of a table are."""
        grid = Grid.of(table, self.lang)
        kind, some, _ = chosen(grid, self.room, SIZES)
        return depth(grid, shared(some, kind, self.room), kind)

    def part(self, table: Table, columns: tuple[int, ...], number: int, count: int) -> Table:
        """Return a part: the first one is told where the table goes on, the others what they continue."""
        one = evolve(_of_columns(table, columns), notes=table.notes if number == count else ())
        if number == 1:
            return evolve(one, notes=(*one.notes, _GOES_ON(self.lang).format(count=count)))
        label = self.captions.find(table).label or table.caption
        first, last = (table.columns[at].heading for at in (columns[1], columns[-1]))
        told = _PART(self.lang).format(label=label, number=number, count=count, first=first, last=last)
        return evolve(one, key=f"{table.key}-{number}", caption=told.strip())


def _of_columns(table: Table, columns: tuple[int, ...]) -> Table:
    return evolve(
        table,
        columns=tuple(table.columns[at] for at in columns),
        rows=tuple(tuple(row[at] for at in columns) for row in table.rows),
        total=None if table.total is None else tuple(table.total[at] for at in columns),
    )


_GOES_ON = Bilingual(
    "Bagian 1 dari {count}; kolom berikutnya ada pada bagian selanjutnya, di bawah tabel ini.",
    "Part 1 of {count}; the other columns are in the next part, below this table.",
)
_PART = Bilingual(
    "{label} bagian {number} dari {count}: {first} sampai {last}",
    "{label} part {number} of {count}: {first} to {last}",
)
