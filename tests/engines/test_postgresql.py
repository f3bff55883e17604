"""What PostgreSQL returns is taken as it comes: its types, its views, and cursors that hold no rows here."""

from __future__ import annotations

import importlib.util
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from ppid_core import Intake, from_rows, summarize_files, summarize_rows
from ppid_core.dossier.stream import Streamed
from ppid_core.errors import RowError
from ppid_core.model import Objection, Period, Request

pytestmark = pytest.mark.engine

CASEWORK = Path(__file__).parents[2] / "examples" / "casework"
LAPORAN = [{"kunci": "tahun", "isi": 2024}]
REGISTER = """
    SELECT 'P-' || n AS nomor,
        timestamptz '2024-01-01 00:30+07' + n % 366 * interval '1 day' AS tanggal,
        (ARRAY['website', 'surel', 'whatsapp', 'meja layanan PPID'])[n % 4 + 1] AS kanal,
        (ARRAY['perorangan', 'badan hukum', NULL])[n % 3 + 1] AS pemohon,
        CASE n % 5 WHEN 0 THEN NULL WHEN 1 THEN 'ditolak' ELSE 'dikabulkan seluruhnya' END AS keputusan,
        CASE n % 5 WHEN 1 THEN 'dikecualikan' END AS alasan_penolakan,
        CASE WHEN n % 5 > 0 THEN (date '2024-01-01' + n % 366 + n % 20) END AS tanggal_pemberitahuan,
        'Salinan dokumen nomor ' || n AS informasi
    FROM generate_series(1, {number}) AS n
"""
"""A register that takes a server some lines to make: each day of a leap year, half an hour past midnight."""


def requests_of(intake: Intake) -> Sequence[Request]:
    rows = intake.year.requests
    assert isinstance(rows, tuple)
    return rows


def objections_of(intake: Intake) -> Sequence[Objection]:
    rows = intake.year.objections
    assert isinstance(rows, tuple)
    return rows


def test_values_are_read_as_the_database_has_them(connection: Any) -> None:  # noqa: ANN401  psycopg is not here
    rows = connection.execute(
        """
        SELECT * FROM (VALUES
            ('a3bb189e-8bf9-3888-9912-ace4e6543002'::uuid, timestamptz '2024-03-04 17:30Z', 2,
                1500.50::numeric, true, date '2024-03-14'),
            (NULL, NULL, 1, 'NaN', false, NULL)
        ) AS p (nomor, tanggal, jumlah, biaya, dikuasai, tanggal_pemberitahuan)
        """
    )

    intake = from_rows({"laporan": LAPORAN, "permohonan": rows})

    assert intake.problems == ()
    assert [
        (one.number, one.period, one.count, None if one.cost is None else float(one.cost), one.held)
        for one in requests_of(intake)
    ] == [
        ("a3bb189e-8bf9-3888-9912-ace4e6543002", Period(2024, 3, 5), 2, 1500.5, True),
        ("", None, 1, None, False),
    ]


def test_jsonb_and_arrays_are_words_where_a_column_takes_several(connection: Any) -> None:  # noqa: ANN401  psycopg is not here
    rows = connection.execute(
        """
        SELECT 'K-1' AS nomor, '["c", "e"]'::jsonb AS huruf, 'bantuan'::text AS pemohon
        UNION ALL SELECT 'K-2', '["a"]'::jsonb, NULL ORDER BY nomor
        """
    )

    intake = from_rows({"laporan": LAPORAN, "keberatan": rows})

    assert [one.ground_letter for one in objections_of(intake)] == ["c, e", "a"]


def test_what_is_no_cell_is_a_problem_with_the_key_of_its_row(connection: Any) -> None:  # noqa: ANN401  psycopg is not here
    rows = connection.execute(
        """
        SELECT 7 AS id, 'P-1' AS nomor, '{"kode": 1}'::jsonb AS kanal, '\\x00ff'::bytea AS informasi,
            interval '1 day' AS tanggal, ARRAY['ditolak', 'dikabulkan'] AS keputusan
        """
    )

    problems = from_rows({"laporan": LAPORAN, "permohonan": rows}, key="id").problems

    assert sorted((one.source.column, one.source.row, one.source.key) for one in problems) == [
        ("informasi", 2, "7"),
        ("kanal", 2, "7"),
        ("keputusan", 2, "7"),
        ("tanggal", 2, "7"),
    ]


def test_an_enum_of_the_database_is_its_word(connection: Any) -> None:  # noqa: ANN401  psycopg is not here
    connection.execute("CREATE TYPE hasil AS ENUM ('ditolak', 'dikabulkan seluruhnya')")

    rows = connection.execute("SELECT 'P-1' AS nomor, 'ditolak'::hasil AS keputusan")

    assert [one.outcome for one in requests_of(from_rows({"laporan": LAPORAN, "permohonan": rows}))] == [
        "refused"
    ]


def test_a_cursor_without_a_result_is_refused(connection: Any) -> None:  # noqa: ANN401  psycopg is not here
    rows = connection.execute("SELECT 1 AS nomor WHERE false")

    assert from_rows({"laporan": LAPORAN, "permohonan": rows}).problems == ()
    with pytest.raises(RowError, match="permohonan"):
        from_rows({"laporan": LAPORAN, "permohonan": connection})


def nightly() -> ModuleType:
    """Return the script that the examples hold."""
    spec = importlib.util.spec_from_file_location("nightly", CASEWORK / "nightly.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_casework_example_says_of_postgresql_what_it_says_of_sqlite(connection: Any) -> None:  # noqa: ANN401  psycopg is not here
    script, lite = nightly(), sqlite3.connect(":memory:")
    for name in ("schema.sql", "sample.sql"):
        text = (CASEWORK / name).read_text("utf-8")
        lite.executescript(text)
        connection.execute(text)

    of_sqlite, of_postgresql = script.report(lite), script.report(connection)

    assert (of_sqlite.problems, of_postgresql.problems) == ((), ())
    assert of_sqlite.figure("requests.total") == 4
    assert of_postgresql.summary == of_sqlite.summary
    assert [one.subject for one in of_postgresql.findings] == [one.subject for one in of_sqlite.findings]


def streamed(connection: Any, number: int) -> Streamed:  # noqa: ANN401  psycopg is not here
    """Return the figures of a register of which the server keeps the rows that were not asked for."""
    with connection.cursor(name="register") as cursor:
        cursor.execute(REGISTER.format(number=number))
        return summarize_rows({"laporan": LAPORAN, "permohonan": cursor})


def test_a_server_side_cursor_gives_the_figures_of_the_same_rows_as_csv(
    connection: Any,  # noqa: ANN401  psycopg is not here
    tmp_path: Path,
) -> None:
    number, file = 20_000, tmp_path / "permohonan.csv"
    with connection.cursor() as cursor, file.open("wb") as written:
        copied = f"COPY ({REGISTER.format(number=number)}) TO STDOUT WITH (FORMAT csv, HEADER)"
        with cursor.copy(copied) as content:
            written.writelines(content)

    from_cursor, from_csv = streamed(connection, number), summarize_files([file], year=2024)

    assert from_cursor.problems == from_csv.problems == ()
    assert from_cursor.figure("requests.total") == number
    assert from_cursor.summary.figures == from_csv.summary.figures


STREAMING = """
import sys
from pathlib import Path
import psycopg
from ppid_core import summarize_rows
folder, select = sys.argv[1:]
with psycopg.connect(host=folder, user="postgres", dbname="postgres") as connection:
    with connection.cursor(name="register") as cursor:
        cursor.execute(select)
        tables = {"laporan": [{"kunci": "tahun", "isi": 2024}], "permohonan": cursor}
        total = summarize_rows(tables).figure("requests.total")
print(total, Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
"""
"""A program that tells how many requests there are, and how many KiB it took at most.

``ru_maxrss`` would tell what the process took that started it.
"""


def test_memory_does_not_grow_with_what_a_server_side_cursor_returns(server: Any) -> None:  # noqa: ANN401  psycopg is not here
    """Values of eighty thousand requests more would take some 100 MB."""

    def peak(number: int) -> int:
        command = [sys.executable, "-c", STREAMING, str(server.folder), REGISTER.format(number=number)]
        total, kibibytes = map(int, subprocess.check_output(command).split())
        assert total == number
        return kibibytes

    few, many = peak(20_000), peak(100_000)

    print(f"20.000 baris: {few / 1024:.0f} MiB, 100.000 baris: {many / 1024:.0f} MiB")  # noqa: T201  shown by -s
    assert many - few < 8 * 1024
