"""Engines over the reports of many bodies: the bytes of one process, with a worker killed on the way."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Iterable, Iterator
from functools import reduce
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from attrs import evolve, frozen
from benchmarks.many_bodies import bodies, codes, write

from ppid_core import Summary, merge, unstructure
from ppid_core.dossier.engine import merged_by_dask, merged_by_spark
from ppid_core.dossier.processes import Answer, body_year, body_years
from ppid_core.report import compose_rollup
from ppid_core.rollup import BodyYear, rollup

pytestmark = [pytest.mark.engine, pytest.mark.filterwarnings("default")]


@frozen
class Alone:
    """What this process makes of the reports, and in how many seconds."""

    paths: list[str]
    answers: list[BodyYear]
    seconds: float

    @property
    def summary(self) -> Summary:
        return reduce(merge, (one.summary for one in self.answers))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Alone:
    """Read the folders of seven bodies with some 1,700 requests a year together."""
    home = tmp_path_factory.mktemp("masuk")
    made = bodies(codes(7), (2022, 2023), seed=2)
    paths = [str(write(one, home)) for one in made if one.standing != "old"]
    begun = perf_counter()
    answers = [one for one in body_years(paths) if isinstance(one, BodyYear)]
    return Alone(paths, answers, perf_counter() - begun)


def written(answers: Iterable[Answer]) -> str:
    """Return the roll-up of the answers as the JSON that every format is made of."""
    return json.dumps(
        unstructure(compose_rollup(rollup(one for one in answers if isinstance(one, BodyYear))))
    )


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """Yield a client of Dask with two workers, each a process of its own."""
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as made,
    ):
        yield made


@pytest.fixture(scope="module")
def context() -> Iterator[Any]:
    """Yield PySpark on two cores of this machine, or say why it is not there."""
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed here: nox -s spark")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("PySpark needs Java 17 or later: apt-get install openjdk-17-jre-headless")
    with pytest.MonkeyPatch.context() as patch:
        # Else its workers are the first python3 of the system, which need not have what we need.
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        made = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
        yield made.sparkContext
        made.stop()


def test_dask_with_a_killed_worker_gives_the_bytes_of_one_process(alone: Alone, client: Any) -> None:  # noqa: ANN401  Dask is not everywhere
    bag, distributed = pytest.importorskip("dask.bag"), pytest.importorskip("distributed")

    begun = perf_counter()
    reports = client.persist(bag.from_sequence(alone.paths, partition_size=1).map(body_year))
    distributed.wait(distributed.futures_of(reports), return_when="FIRST_COMPLETED")
    os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)
    found = reports.compute()
    seconds = perf_counter() - begun

    assert written(found) == written(alone.answers)
    times = alone.seconds / seconds
    print(f"satu proses: {alone.seconds:.1f} s; dua, satu dibunuh: {seconds:.1f} s ({times:.2f} kali)")  # noqa: T201  shown by -s, and by nox


@pytest.mark.usefixtures("client")
def test_dask_adds_up_to_the_bytes_of_one_process(alone: Alone) -> None:
    bag = pytest.importorskip("dask.bag")
    reports = bag.from_sequence(alone.answers, partition_size=2)

    assert reports.map(lambda one: one.summary).fold(merge).compute() == alone.summary
    assert merged_by_dask(reports, lambda one: one.summary) == alone.summary
    assert merged_by_dask(bag.from_sequence([]), lambda one: one.summary) == Summary()


def test_spark_gives_the_bytes_of_one_process(alone: Alone, context: Any) -> None:  # noqa: ANN401  nor is PySpark
    found = context.parallelize(alone.paths, 4).map(body_year).collect()

    assert written(found) == written(alone.answers)


def test_spark_adds_up_to_the_bytes_of_one_process(alone: Alone, context: Any) -> None:  # noqa: ANN401  nor is PySpark
    reports = context.parallelize(alone.answers, 3)

    assert reports.map(lambda one: one.summary).treeReduce(merge) == alone.summary
    assert merged_by_spark(reports, lambda one: one.summary) == alone.summary
    assert merged_by_spark(context.parallelize([], 2), lambda one: one.summary) == Summary()


def test_report_in_an_object_store_is_fetched_and_read(alone: Alone, tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    store = fsspec.filesystem("memory")
    store.put(alone.paths[0], "/masuk/satu", recursive=True)

    store.get("/masuk/satu", str(tmp_path / "satu"), recursive=True)
    found = body_year(tmp_path / "satu")

    assert isinstance(found, BodyYear)
    assert evolve(found, file=alone.answers[0].file) == alone.answers[0]
