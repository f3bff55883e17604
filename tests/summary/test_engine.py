"""What polars reads and counts of long registers is what is read and counted without it."""

from __future__ import annotations

import csv
import importlib
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.mangled import ODD, Table, mangled

from ppid_core import InputError, summarize_files
from ppid_core.dossier.stream import Streamed
from ppid_core.intake import UnreadRow
from ppid_core.intake.files import plain_csv, row_file
from ppid_core.intake.files.csv_file import csv_sheet
from ppid_core.intake.files.plain_csv import PlainPart
from ppid_core.intake.rows import combination, polars_column
from ppid_core.intake.rows.columns import Distinct
from ppid_core.intake.text_file import lines
from ppid_core.summary import weighted

REPORT: Table = [{"kunci": "tahun", "isi": "2023"}]
WEIGHED = weighted.WEIGHED["permohonan"]
LENGTHS = {
    "whole": {"FIRST_PIECE": 1 << 16, "PIECE": 1 << 22},
    "halves": {"FIRST_PIECE": 900, "PIECE": 5000},
    "bits": {"FIRST_PIECE": 40, "PIECE": 300},
}
"""How many bytes are read at once."""


@contextmanager
def by_polars(length: str, *, most: int = 1 << 14) -> Iterator[list[int]]:
    """Let polars read every CSV file, and yield how many rows were weighed at once."""
    told: list[int] = []

    def weigh(rows: Any, *others: Any) -> Any:  # noqa: ANN401  as what it stands for
        told.append(len(rows))
        return WEIGHED(rows, *others)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_file, "LONG", 0)
        for name, size in LENGTHS[length].items():
            patch.setattr(plain_csv, name, size)
        patch.setattr(polars_column, "MOST_NUMBERED", most)
        patch.setattr(combination, "_LISTED", most)
        patch.setitem(weighted.WEIGHED, "permohonan", weigh)
        yield told


def write(folder: Path, tables: Mapping[str, Sequence[Mapping[str, object]]]) -> Path:
    for name, rows in tables.items():
        heading = dict.fromkeys(key for row in rows for key in row)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(heading) or ["x"])
            writer.writeheader()
            writer.writerows(rows)
    return folder


def told(folder: Path) -> tuple[object, ...]:
    """Return everything that is told of a folder."""
    aside: list[UnreadRow] = []
    try:
        counted: Streamed = summarize_files([folder], aside=aside.append)
    except InputError as error:
        return error.problems
    work = counted.work
    return (
        *(counted.summary, counted.shown, counted.problems, work.notes, work.year, counted.unread),
        *(work.intake.read, work.intake.columns, work.intake.inputs, aside),
    )


@pytest.mark.slow
@given(mangled(), st.sampled_from(sorted(LENGTHS)), st.sampled_from([2, 1 << 14]))
def test_any_tables_tell_the_same(tables: dict[str, Table], length: str, most: int) -> None:
    with TemporaryDirectory() as place:
        folder = write(Path(place), tables)
        with by_polars(length, most=most):
            quick = told(folder)
        assert quick == told(folder)


NAMES = ("Siti Contoh", "Budi Contoh", "", "CV Contoh Jaya")
WORDS: Mapping[str, Sequence[str]] = {
    "jenis_pemohon": ("perorangan", "lembaga", "kelompok orang", "Perorangan", ""),
    "pekerjaan": ("guru", "Guru", "wartawan", "asisten Siti Contoh", ""),
    "kanal": ("website", "surel", "Email", "loket keliling", "datang langsung", ""),
    "opd": ("Dinas A", "dinas a", "Dinas B", ""),
    "keputusan": ("dikabulkan", "ditolak", "dikabulkan sebagian", "proses", "dicabut", ""),
    "alasan_penolakan": ("dikecualikan", "Pasal 17 huruf h", "kata sendiri", ""),
    "jumlah": ("1", "1", "2", "0", ""),
    "hari_kerja": ("", "", "4", "12"),
    "kelompok_informasi": ("berkala", "setiap saat", ""),
    "bawaan": ("", "", "", "2022"),
    "nama": NAMES,
    "jenis_kelamin": ("L", "P", ""),
    "informasi": ("Salinan peta", 'Data "terbuka", sekolah', "Anggaran\nbelanja", "Izin  lokasi", ""),
}


def register(seed: int, number: int, odd: float) -> Table:
    """Return requests as somebody may have typed them, one in so many cells of which is odd."""
    chance = Random(seed)  # noqa: S311  no secret
    chosen = [name for name in WORDS if chance.random() < 0.6]
    days = chance.choice((0, 40, 330))

    def row(at: int) -> dict[str, object]:
        received = date(2023, 1, 2) + timedelta(days=chance.randrange(days + 1))
        answered = received + timedelta(days=chance.randrange(-1, 40))
        cells = {
            "nomor": f"{at:05}/PPID" if chance.random() < 0.99 else f"{at // 2:05}/PPID",
            "tanggal": received.isoformat(),
            **{name: chance.choice(WORDS[name]) for name in chosen},
            "tanggal_pemberitahuan": answered.isoformat() if chance.random() < 0.8 else "",
        }
        return {name: chance.choice(ODD) if chance.random() < odd else text for name, text in cells.items()}

    return [row(at) for at in range(number)]


@pytest.mark.slow
@given(
    st.integers(0, 1 << 30),
    st.integers(1, 150),
    st.sampled_from([0, 0, 0.002, 0.03]),
    st.sampled_from(sorted(LENGTHS)),
    st.sampled_from([2, 1 << 14]),
)
@example(1, 400, 0, "halves", 1 << 14)
def test_any_register_tells_the_same(seed: int, number: int, odd: float, length: str, most: int) -> None:
    with TemporaryDirectory() as place:
        folder = write(Path(place), {"laporan": REPORT, "permohonan": register(seed, number, odd)})
        with by_polars(length, most=most):
            quick = told(folder)
        assert quick == told(folder)


def test_rows_are_weighed_and_not_made(tmp_path: Path) -> None:
    rows: Table = [{"nomor": f"{at}/PPID", "tanggal": "2023-01-05", "kanal": "surel"} for at in range(300)]
    folder = write(tmp_path, {"laporan": REPORT, "permohonan": rows})

    with by_polars("halves") as weighed:
        counted = summarize_files([folder])

    assert len(weighed) > 1
    assert sum(weighed) == counted.figure("requests.by_channel.email") == 300


# What polars reads of a file


def read(content: bytes, *, quickly: bool) -> tuple[object, ...]:
    file = BytesIO(content)
    plain = PlainPart(file) if quickly else None
    if plain and not plain.has_heading:
        return read(content, quickly=False)
    sheet = csv_sheet("permohonan.csv", lines(file), BytesIO(), plain=plain)
    faults = {place: error.message for place, error in sheet.faults.items()}
    return sheet.heading, list(sheet.rows), faults


CELLS = st.text(st.sampled_from('ab ,;"\n\r\t\u00a0\u2028é#\x1c\ufeff'), max_size=6)


@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=12),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\n", '"', "x", ",,,\n", "\r", " ", "\ufeff"]),
    st.integers(0, 60),
    st.sampled_from([1, 7, 1000]),
)
@example([["1", "2", "3"]], ",", "\n", "1;2;3\n", 6, 1000)
def test_lines_are_read_as_csv_reads_them(  # noqa: PLR0917  each of them is drawn
    rows: list[list[str]], sign: str, end: str, strange: str, at: int, piece: int
) -> None:
    """Of what is well written, and of the same with a sign somewhere that does not belong there."""
    file = BytesIO()
    lines_ = [
        sign.join(
            f'"{cell.replace(chr(34), chr(34) * 2)}"' if set(cell) & {sign, '"', "\n", "\r", " "} else cell
            for cell in row
        )
        for row in rows
    ]
    text = end.join(["a" + sign + "b" + sign + "c", *lines_, ""])
    file.write((text[: at + 6] + strange + text[at + 6 :]).encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_csv, "FIRST_PIECE", piece)
        patch.setattr(plain_csv, "PIECE", max(piece, 9))
        assert read(file.getvalue(), quickly=True) == read(file.getvalue(), quickly=False)


def test_what_is_plain_is_read_by_polars() -> None:
    """Quotation marks, breaks in cells and blanks at the end of one are plain."""
    content = b'a,b,c\r\n1,"dua, ""2""",tiga \r\n"x\r\ny",,\r\n'

    sheet = csv_sheet("permohonan.csv", lines(file := BytesIO(content)), BytesIO(), plain=PlainPart(file))

    ((_, columns),) = sheet.rows.batches()  # type: ignore[attr-defined]
    assert all(isinstance(column, Distinct) for column in columns)
    assert list(sheet.rows) == [("1", 'dua, "2"', "tiga "), ("x\ny", "", "")]


# Where it is not there


def test_without_polars_nothing_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path, {"laporan": REPORT, "permohonan": register(3, 50, 0.03)})
    monkeypatch.setattr(row_file, "LONG", 0)
    there = told(folder)

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(row_file, "import_module", missing)

    assert told(folder) == there


def test_an_old_polars_is_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pl, "__version__", "1.9.0")

    with pytest.raises(ImportError, match=r"1\.9\.0"):
        importlib.reload(plain_csv)


@pytest.mark.slow
def test_a_short_file_loads_no_polars(tmp_path: Path) -> None:
    folder = write(tmp_path, {"laporan": REPORT, "permohonan": register(3, 5, 0)})
    script = (
        "import sys; from ppid_core import summarize_files; summarize_files([sys.argv[1]]);"
        " assert 'polars' not in sys.modules"
    )

    subprocess.run([sys.executable, "-c", script, folder], check=True)
