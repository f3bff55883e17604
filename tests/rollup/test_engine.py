"""One summary of many parts: the same, whoever counts them and however they are divided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import reduce

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from ppid_core import Dossier, Summary, merge
from ppid_core.dossier.engine import merged, merged_by_dask, merged_by_pool, merged_by_spark
from ppid_core.errors import CountedTwiceError, InputError
from ppid_core.plugins import Plugins

LAPORAN: list[Mapping[str, object]] = [
    {"kunci": "tahun", "isi": 2024},
    {"kunci": "badan.nama", "isi": "Kota Contoh"},
]
ROWS: list[Mapping[str, object]] = [
    {
        "nomor": f"P{at:02}",
        "bulan": 1 + at % 12,
        "keputusan": ("dikabulkan seluruhnya", "ditolak")[at % 3 > 1],
    }
    for at in range(24)
]


def counted(rows: Sequence[Mapping[str, object]], batch: str) -> Summary:
    tables = {"laporan": LAPORAN, "permohonan": rows}
    return Dossier.from_rows(tables, batch=batch, plugins=Plugins()).summary


Fold = Callable[[Iterable[object]], object]
PARTS = {str(at): counted(ROWS[at : at + 3], str(at)) for at in range(0, len(ROWS), 3)}
SUM = reduce(merge, PARTS.values())


@frozen
class Partitions:
    """What of a bag of Dask, and of an RDD of Spark, is asked for: parts in partitions."""

    partitions: Sequence[Sequence[object]]

    def map(self, each: Callable[[object], object]) -> Partitions:
        return Partitions([list(map(each, one)) for one in self.partitions])

    def reduction(self, first: Fold, then: Fold) -> Partitions:
        return Partitions([[then([first(iter(one)) for one in self.partitions])]])

    def compute(self) -> object:
        return self.partitions[0][0]

    def mapPartitions(self, each: Callable[[Iterable[object]], Iterable[object]]) -> Partitions:  # noqa: N802  as Spark writes it
        return Partitions([list(each(iter(one))) for one in self.partitions])

    def treeReduce(self, both: Callable[[object, object], object]) -> object:  # noqa: N802  as Spark writes it
        return reduce(both, reversed([one for many in self.partitions for one in many]))


@st.composite
def divided(draw: st.DrawFn) -> Partitions:
    """Draw the parts in any order, in partitions of which some are empty."""
    parts = draw(st.permutations(list(PARTS)))
    ends = sorted(draw(st.lists(st.integers(0, len(parts)), max_size=4)))
    return Partitions([parts[a:b] for a, b in zip([0, *ends], [*ends, len(parts)], strict=True)])


@given(parts=divided())
def test_parts_add_up_to_the_same_in_any_order_and_partition(parts: Partitions) -> None:
    every = [str(part) for one in parts.partitions for part in one]

    assert merged(every, PARTS.__getitem__) == SUM
    assert merged_by_dask(parts, PARTS.__getitem__) == SUM
    assert merged_by_spark(parts, PARTS.__getitem__) == SUM


def test_register_in_parts_has_the_figures_of_the_whole() -> None:
    assert merged(PARTS, PARTS.__getitem__).figures == counted(ROWS, "semua").figures


def test_pool_counts_the_same() -> None:
    with ThreadPoolExecutor(2) as pool:
        assert merged_by_pool(pool, PARTS, PARTS.__getitem__) == SUM


def test_no_part_is_the_empty_summary() -> None:
    none = Partitions([[]])

    assert merged([], PARTS.__getitem__) == Summary()
    assert merged_by_dask(none, PARTS.__getitem__) == merged_by_spark(none, PARTS.__getitem__) == Summary()


def test_part_that_comes_twice_is_refused() -> None:
    with pytest.raises(CountedTwiceError):
        merged_by_spark(Partitions([["0", "3"], ["0"]]), PARTS.__getitem__)


def test_part_that_cannot_be_counted_leaves_no_sum() -> None:
    def opened(path: str) -> Summary:
        return Dossier.open(path).summary

    with pytest.raises(InputError):
        merged(["examples/kota-serang-2020", "tidak-ada"], opened)
