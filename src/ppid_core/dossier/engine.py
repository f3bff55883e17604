"""One summary of many parts, by the engine that the caller hands over; none is imported here.

A part is what one task counts: a report, a month of a register, a range of keys. Each task adds up its own
partition at once, and the sums of partitions are added as a tree. Adding one after the other, as
`functools.reduce` does, sorts all that is there already at each step, so that its time grows with the square.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from functools import partial
from typing import Any, TypeVar

from ppid_core.summary import Summary, merge

__all__ = ["merged", "merged_by_dask", "merged_by_pool", "merged_by_spark"]

Part = TypeVar("Part")


def merged(parts: Iterable[Part], count: Callable[[Part], Summary]) -> Summary:
    """Return the summary of all parts, counted by this process, one after the other.

    >>> from ppid_core import Dossier
    >>> from ppid_core.dossier.engine import merged
    >>> def counted(month):
    ...     rows = {"laporan": [{"kunci": "tahun", "isi": 2023}], "permohonan": [{"bulan": month}]}
    ...     return Dossier.from_rows(rows, batch=str(month)).summary
    >>> merged(range(1, 13), counted).figure("requests.total")
    12

    Args:
        parts: what is counted; each case stands in one of them.
        count: gives the summary of a part. With a ``batch`` of its own, a part that comes twice is refused.

    Raises:
        CountedTwiceError: two parts have counted the same file or batch.
        Exception: whatever ``count`` raises: no sum leaves a part out.
    """
    return merge(*map(count, parts))


def merged_by_pool(pool: Executor, parts: Iterable[Part], count: Callable[[Part], Summary]) -> Summary:
    """Return the same, counted by a pool of the standard library, or by what offers its interface.

    >>> from concurrent.futures import ThreadPoolExecutor
    >>> from ppid_core import Dossier
    >>> from ppid_core.dossier.engine import merged_by_pool
    >>> def counted(path):
    ...     return Dossier.open(path).summary
    >>> with ThreadPoolExecutor() as pool:
    ...     merged_by_pool(pool, ["examples/kota-serang-2020"], counted).figure("objections.total")
    53

    Args:
        pool: such as `concurrent.futures.ProcessPoolExecutor`, which needs a ``count`` that can be pickled.
        parts: as for `merged`, like the other and what is raised.
        count: as there.
    """
    return merge(*pool.map(count, parts))


def merged_by_dask(bag: Any, count: Callable[[Any], Summary]) -> Summary:  # noqa: ANN401  of what is not imported
    """Return the same, counted by Dask: here, or by the workers of the client that is connected.

    >>> bag = dask.bag.from_sequence(paths, partition_size=64)  # doctest: +SKIP
    >>> merged_by_dask(bag, lambda path: Dossier.open(path).summary)  # doctest: +SKIP

    Args:
        bag: a ``dask.bag`` of parts, as for `merged`.
        count: as there.
    """
    summary: Summary = bag.map(count).reduction(_sum, _sum).compute()
    return summary


def merged_by_spark(rdd: Any, count: Callable[[Any], Summary]) -> Summary:  # noqa: ANN401  of what is not imported
    """Return the same, counted by PySpark.

    >>> rdd = spark.sparkContext.parallelize(paths, 64)  # doctest: +SKIP
    >>> merged_by_spark(rdd, lambda path: Dossier.open(path).summary)  # doctest: +SKIP

    Args:
        rdd: an RDD of parts, as for `merged`.
        count: as there.
    """
    summary: Summary = rdd.mapPartitions(partial(_of_partition, count)).treeReduce(merge)
    return summary


def _sum(summaries: Iterable[Summary]) -> Summary:
    return merge(*summaries)


def _of_partition(count: Callable[[Any], Summary], parts: Iterable[Any]) -> Iterator[Summary]:
    yield merged(parts, count)
