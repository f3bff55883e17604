"""Libraries between a program and its database hand out rows of their own: each is taken as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import django
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import sqlalchemy
from django.conf import settings
from sqlalchemy import orm

from ppid_core import Dossier, from_rows, summarize_rows
from ppid_core.errors import RowError

pytestmark = pytest.mark.engine

LAPORAN = [{"kunci": "tahun", "isi": 2024}]
SCHEMA = """
CREATE TABLE permohonan (
    id integer PRIMARY KEY, nomor text, tanggal timestamp with time zone, kanal text, status text
)
"""
SAMPLE = """
INSERT INTO permohonan VALUES
    (1, 'P-1', '2024-03-04 17:30:00+00:00', 'website', 'ditolak'),
    (2, 'P-2', '2024-03-06 02:00:00+00:00', 'surel', NULL),
    (3, 'P-3', '2024-12-31 17:30:00+00:00', NULL, 'dikabulkan seluruhnya')
"""
SELECT = "SELECT nomor, tanggal, kanal, status AS keputusan FROM permohonan ORDER BY id"
EXPECTED = [
    ("P-1", "2024-03-05", "website", "refused"),
    ("P-2", "2024-03-06", "email", None),
    ("P-3", "2025-01-01", None, "granted"),
]
"""The days are those of Jakarta: seven hours later, and the last one is of another year."""


def told(rows: Any) -> list[tuple[object, ...]]:  # noqa: ANN401  whatever has rows
    work = Dossier.from_rows({"laporan": LAPORAN, "permohonan": rows})
    assert work.problems == ()
    requests = work.year.requests
    assert isinstance(requests, tuple)
    return [(one.number, str(one.period), one.channel and one.channel.slug, one.outcome) for one in requests]


class Base(orm.DeclarativeBase):
    """Tables of SQLAlchemy."""


class Case(Base):
    """A row of the table above."""

    __tablename__ = "permohonan"
    id: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    nomor: orm.Mapped[str]
    tanggal: orm.Mapped[datetime] = orm.mapped_column(sqlalchemy.DateTime(timezone=True))
    kanal: orm.Mapped[str | None]
    status: orm.Mapped[str | None]


@pytest.fixture(scope="module")
def engine(server: Any) -> Iterator[sqlalchemy.Engine]:  # noqa: ANN401  of the conftest
    """Yield SQLAlchemy before a database that holds the sample."""
    place = f"postgresql+psycopg://postgres@/postgres?host={server.folder}"
    made = sqlalchemy.create_engine(place)
    with made.begin() as connection:
        connection.execute(sqlalchemy.text(SCHEMA))
        connection.execute(sqlalchemy.text(SAMPLE))
    yield made
    with made.begin() as connection:
        connection.execute(sqlalchemy.text("DROP TABLE permohonan"))
    made.dispose()


Ask = Callable[[sqlalchemy.Connection], Any]
ASKED: dict[str, Ask] = {
    "text": lambda connection: connection.execute(sqlalchemy.text(SELECT)),
    "streamed": lambda connection: connection.execution_options(stream_results=True).execute(
        sqlalchemy.text(SELECT)
    ),
    "mappings": lambda connection: connection.execute(sqlalchemy.text(SELECT)).mappings(),
    "rows": lambda connection: connection.execute(sqlalchemy.text(SELECT)).all(),
    "columns of a class": lambda connection: connection.execute(
        sqlalchemy.select(Case.nomor, Case.tanggal, Case.kanal, Case.status.label("keputusan")).order_by(
            Case.id
        )
    ),
    "pandas": lambda connection: pd.read_sql(sqlalchemy.text(SELECT), connection),
    "pandas in parts": lambda connection: pd.read_sql(sqlalchemy.text(SELECT), connection, chunksize=2),
    "polars": lambda connection: pl.read_database(SELECT, connection),
    "polars in parts": lambda connection: pl.read_database(
        SELECT, connection, iter_batches=True, batch_size=2
    ),
    "Arrow": lambda connection: pl.read_database(SELECT, connection).to_arrow(),
    "Arrow reader": lambda connection: pl.read_database(SELECT, connection).to_arrow().to_reader(),
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_each_way_to_ask_gives_the_same_rows(engine: sqlalchemy.Engine, ask: Ask) -> None:
    with engine.connect() as connection:
        assert told(ask(connection)) == EXPECTED


def test_objects_of_a_class_are_no_rows(engine: sqlalchemy.Engine) -> None:
    with orm.Session(engine) as session, pytest.raises(RowError, match="Case"):
        told(session.scalars(sqlalchemy.select(Case)))


def test_arrow_from_a_file_is_gone_through_batch_by_batch(tmp_path: Path) -> None:
    from pyarrow import dataset, parquet  # noqa: PLC0415  parts of Arrow that are seldom needed

    table = pa.table(
        {
            "nomor": [f"P-{at}" for at in range(10_000)],
            "tanggal": [datetime(2024, 3, 4, 17, 30, tzinfo=UTC)] * 10_000,
            "kanal": pa.array(["website"] * 10_000).dictionary_encode(),
        }
    )
    parquet.write_table(table, tmp_path / "permohonan.parquet")

    counted = summarize_rows({"laporan": LAPORAN, "permohonan": dataset.dataset(tmp_path)})

    assert counted.problems == ()
    assert counted.figure("requests.by_month.3") == 10_000
    assert counted.figure("requests.by_channel.website") == 10_000


# Django


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Yield a model of Django before a database of SQLite that holds the sample."""
    file = tmp_path_factory.mktemp("django") / "perkara.db"
    made = sqlite3.connect(file)
    made.executescript(f"{SCHEMA};{SAMPLE}")
    made.close()
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file)}
    settings.configure(DATABASES={"default": database}, USE_TZ=True, TIME_ZONE="UTC")
    django.setup()
    from django.db import connections, models  # noqa: PLC0415  not before it is set up

    class Permohonan(models.Model):  # type: ignore[misc]  # noqa: DJ008  untyped, and printed by nobody
        nomor = models.TextField()
        tanggal = models.DateTimeField()
        kanal = models.TextField(null=True)  # noqa: DJ001  as the table has it
        status = models.TextField(null=True)  # noqa: DJ001  as the table has it

        class Meta:
            app_label, db_table, managed = "kasus", "permohonan", False

    with pytest.MonkeyPatch.context() as patch:  # Playwright leaves its loop running in this thread
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield Permohonan
        connections.close_all()


def test_a_query_set_of_django_is_gone_through_and_not_kept(cases: Any) -> None:  # noqa: ANN401  a model of Django
    from django.db.models import F  # noqa: PLC0415  not before it is set up

    asked = cases.objects.order_by("id").values("nomor", "tanggal", "kanal", keputusan=F("status"))

    assert told(asked) == EXPECTED
    assert asked._result_cache is None  # noqa: SLF001  there it would keep them


def test_named_tuples_of_django_are_rows_and_models_are_none(cases: Any) -> None:  # noqa: ANN401  a model of Django
    named = cases.objects.order_by("id").values_list("nomor", "tanggal", "kanal", named=True)

    assert [row[:3] for row in told(named)] == [row[:3] for row in EXPECTED]
    with pytest.raises(RowError, match=r"\.values\(\) dari Django"):
        from_rows({"laporan": LAPORAN, "permohonan": cases.objects.all()})


def test_a_raw_cursor_of_django_is_a_cursor(cases: Any) -> None:  # noqa: ANN401  a model of Django
    from django.db import connection  # noqa: PLC0415  not before it is set up

    assert cases.objects.count() == 3
    with connection.cursor() as cursor:
        cursor.execute(SELECT)
        assert told(cursor) == EXPECTED


def test_days_of_a_frame_are_days() -> None:
    frame = pl.DataFrame({"nomor": ["P-1"], "tanggal": [date(2024, 3, 5)], "kanal": ["website"]})

    assert told(frame)[0][1] == told(frame.to_pandas())[0][1] == "2024-03-05"
