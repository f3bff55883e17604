"""Engines over the reports of many bodies: the roll-up of one process, with a worker killed on the way."""

from __future__ import annotations

import os
import signal
from functools import reduce

import pytest
from benchmarks.many_bodies import bodies, write

from ppid_core import merge
from ppid_core.dossier.processes import body_year, body_years
from ppid_core.rollup import BodyYear, rollup

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the folders of a few bodies."""
    home = tmp_path_factory.mktemp("masuk")
    made = bodies(("11.01", "36.73", "36.71", "51.71"), (2022, 2023), seed=2, median=5)
    return [str(write(one, home)) for one in made if one.standing != "old"]


@pytest.mark.filterwarnings("default")
def test_dask_with_a_killed_worker_gives_the_roll_up_of_one_process(paths: list[str]) -> None:
    bag = pytest.importorskip("dask.bag")
    distributed = pytest.importorskip("distributed")
    alone = [one for one in body_years(paths) if isinstance(one, BodyYear)]
    reports = bag.from_sequence(paths, partition_size=2).map(body_year)

    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        told = client.compute(reports)
        os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)
        found = list(told.result())
        summary = reports.map(lambda one: one.summary).fold(merge).compute()

    assert rollup(found) == rollup(alone)
    assert summary == reduce(merge, (one.summary for one in alone))


@pytest.mark.filterwarnings("default")
def test_pyspark_gives_the_roll_up_of_one_process(paths: list[str]) -> None:
    sql = pytest.importorskip("pyspark.sql", reason="PySpark stands in an environment of its own")
    alone = [one for one in body_years(paths) if isinstance(one, BodyYear)]
    spark = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()

    try:
        reports = spark.sparkContext.parallelize(paths, 4).map(body_year)
        found = reports.collect()
        summary = reports.map(lambda one: one.summary).treeReduce(merge)
    finally:
        spark.stop()

    assert rollup(found) == rollup(alone)
    assert summary == reduce(merge, (one.summary for one in alone))
