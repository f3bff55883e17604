"""Where the headings of a table stand, column by column, as Word wants them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ppid_exporters.layout.grid import Grid, Head


@frozen(kw_only=True)
class HeadCell:
    """One cell of a heading row; ``head`` is None where the heading above goes on."""

    column: int
    head: Head | None
    columns: int = 1
    goes_on: bool = False


def placed(grid: Grid) -> tuple[tuple[HeadCell, ...], ...]:
    """Return the heading rows, with a place for every column."""
    if not grid.heads:
        return ()
    first = tuple(_across(grid.heads[0]))
    if len(grid.heads) == 1:
        return (first,)
    below = iter(grid.heads[1])
    return first, tuple(_below(first, below))


def _across(heads: tuple[Head, ...]) -> Iterator[HeadCell]:
    column = 0
    for head in heads:
        yield HeadCell(column=column, head=head, columns=head.spans[0], goes_on=head.spans[1] > 1)
        column += head.spans[0]


def _below(first: tuple[HeadCell, ...], heads: Iterator[Head]) -> Iterator[HeadCell]:
    for above in first:
        if above.goes_on:
            yield HeadCell(column=above.column, head=None)
        else:
            for column in range(above.column, above.column + above.columns):
                yield HeadCell(column=column, head=next(heads))
