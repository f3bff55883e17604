"""Tables of a document, and the charts that draw them."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.report import Chart, Column, Counted, Table, Value
from ppid_core.testing.strategies.plain import FEW, SEVERAL, names, partly, rows_of, words
from ppid_core.testing.strategies.value import counted, values

SLUGS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)


@cache
def columns() -> SearchStrategy[Column]:
    """Return columns of a table."""
    hints = {"turned": st.booleans(), "summed": st.booleans()}
    return partly(Column, {"key": SLUGS, "title": words()}, group=words(), **hints)


@cache
def tables() -> SearchStrategy[Table]:
    """Return tables of any values, each row as wide as the heading; some have no rows, some a total."""
    headings = st.lists(columns(), min_size=1, max_size=SEVERAL, unique_by=lambda column: column.key)
    return headings.map(tuple).flatmap(_tables_of)


def _tables_of(heading: tuple[Column, ...]) -> SearchStrategy[Table]:
    line: SearchStrategy[tuple[Value, ...]] = st.tuples(*(values() for _ in heading))
    return partly(
        Table,
        {"key": SLUGS, "columns": st.just(heading), "rows": rows_of(line, most=SEVERAL)},
        caption=words(),
        total=line,
        wide=st.booleans(),
        notes=rows_of(words()),
    )


@st.composite
def charted_tables(draw: st.DrawFn) -> tuple[Table, Chart]:
    """Return a table of counts and the chart that draws it."""
    series = draw(st.integers(1, FEW))
    keys = ("name", *(f"series_{at}" for at in range(series)))
    line = st.tuples(names(), *(counted() for _ in range(series)))
    rows: tuple[tuple[str | Counted, ...], ...] = draw(rows_of(line, fewest=1, most=SEVERAL))
    heading = tuple(Column(key=key, title=draw(names())) for key in keys)
    table = Table(key=draw(SLUGS), columns=heading, rows=rows, caption=draw(words()))
    return table, draw(_charts_of(table, keys))


def _charts_of(table: Table, keys: tuple[str, ...]) -> SearchStrategy[Chart]:
    return st.builds(
        Chart,
        key=SLUGS,
        kind=st.sampled_from(("bars", "stacked")),
        table=st.just(table.key),
        category=st.just(keys[0]),
        series=st.just(keys[1:]),
        ordered=st.booleans(),
        title=words(),
        subtitle=words(),
        alt=words(),
    )


@cache
def charts() -> SearchStrategy[Chart]:
    """Return charts, each without its table: see `charted_tables`."""
    return charted_tables().map(lambda pair: pair[1])
