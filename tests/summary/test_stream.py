"""Figures of registers of which no row is held are those of the registers held."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st
from tests.mangled import Table, mangled

from ppid_core import Dossier, InputError, summarize_files, summarize_rows
from ppid_core.dossier.stream import Streamed
from ppid_core.errors import ExtraMissingError, RowError, UnknownNameError
from ppid_core.intake import UnreadRow, ledger
from ppid_core.intake.files import row_file, stream
from ppid_core.intake.files.csv_tables import filled_files
from ppid_core.intake.rows import batch, cell_reader, columns, facts, repeats
from ppid_core.model.redaction import Redaction
from ppid_core.summary import Summary, renamed

EXAMPLE = Path(__file__).parents[2] / "examples/kota-serang-2020"
REPORT: Table = [{"kunci": "tahun", "isi": "2023"}]
Told = tuple[Summary, Summary, object, object, Mapping[str, int]] | tuple[object, ...]


def held(tables: dict[str, Table]) -> Told:
    try:
        work = Dossier.from_rows(tables)
    except InputError as error:
        return error.problems
    shown = renamed(work.summary, Redaction.of(work.year, traits=False).key)
    return work.summary, shown, work.problems, work.notes, work.intake.read


def told(counted: Streamed) -> Told:
    work = counted.work
    return counted.summary, counted.shown, counted.problems, work.notes, work.intake.read


def streamed(tables: dict[str, Table]) -> Told:
    try:
        return told(summarize_rows({name: iter(rows) for name, rows in tables.items()}))
    except InputError as error:
        return error.problems


@given(mangled(), st.sampled_from([1, 2, 7, 4096]))
def test_any_tables_tell_the_same_whether_their_rows_are_held_or_not(
    tables: dict[str, Table], length: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "BATCH", length)
        assert streamed(tables) == held(tables)


@given(mangled())
def test_rows_set_aside_are_those_of_which_something_is_unread(tables: dict[str, Table]) -> None:
    aside: list[UnreadRow] = []
    try:
        work = Dossier.from_rows(tables)
        counted = summarize_rows(tables, aside=aside.append)
    except InputError:
        return
    rows = {
        (cell.table, cell.source.row)
        for cell in work.year.unread
        if cell.table in stream.REGISTERS and cell.source is not None and cell.source.row is not None
    }
    assert {(row.table, row.source.row) for row in aside} == {(table, row) for table, row in rows if row > 1}
    assert sum(counted.unread.values()) == len(aside)


def test_a_folder_tells_the_same() -> None:
    counted, work = summarize_files([EXAMPLE]), Dossier.open(EXAMPLE)

    assert counted.summary == work.summary
    assert counted.work.intake.inputs == work.intake.inputs
    assert (counted.problems, counted.work.notes) == (work.problems, work.notes)
    assert counted.figure("requests.total") == 84


REQUESTS = "nomor,tanggal,kanal,keputusan\n1,02/01/2023,website,ditolak\n2,2023-02-31,surel,dikabulkan\n"


def objects() -> str:
    heading, *rows = (line.split(",") for line in REQUESTS.splitlines())
    return "".join(json.dumps(dict(zip(heading, row, strict=True))) + "\n" for row in rows)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("permohonan.csv", REQUESTS.encode()),
        ("permohonan.csv.gz", gzip.compress(REQUESTS.encode(), mtime=0)),
        ("permohonan.csv.zst", zstd.compress(REQUESTS.encode())),
        ("permohonan.jsonl", objects().encode()),
        ("Permohonan.NDJSON.gz", gzip.compress(objects().encode(), mtime=0)),
    ],
)
def test_files_called_after_their_table_are_read_packed_or_not(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)

    counted = summarize_files([tmp_path / name], year=2023)

    assert counted.figure("requests.total") == 2
    assert counted.unread == {"permohonan": 1}
    assert [problem.value for problem in counted.problems] == ["2023-02-31"]
    assert counted.summary.parts[0][1].counted.values


def test_registers_of_a_folder_may_be_packed(tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2023\n", encoding="utf-8")
    (tmp_path / "permohonan.csv.gz").write_bytes(gzip.compress(REQUESTS.encode(), mtime=0))

    assert summarize_files([tmp_path]).figure("requests.total") == 2


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("daftar.csv", b"nomor\n1\n", "bukan nama tabel"),
        ("permohonan.csv.gz", b"no gzip", "rusak atau terpotong"),
        ("permohonan.csv.gz", gzip.compress(REQUESTS.encode(), mtime=0)[:-9], "rusak atau terpotong"),
        ("permohonan.csv.zst", b"no zstd", "rusak atau terpotong"),
        ("permohonan.csv.zst", zstd.compress(REQUESTS.encode())[:-9], "rusak atau terpotong"),
        ("permohonan.jsonl", b'{"nomor": 1}\n[1]\n', "baris 2 bukan objek JSON"),
        ("permohonan.csv", "nomor\né\n".encode("latin-1"), "bukan UTF-8"),
        ("permohonan.csv", b"\xff\xfen\x00", "UTF-16"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(content)

    counted = summarize_files([tmp_path / name], year=2023)

    assert [told in problem.message.id for problem in counted.problems] == [True]


def test_two_files_of_a_register_are_one_and_rows_of_both_are_counted_once(tmp_path: Path) -> None:
    files = {"permohonan.csv": REQUESTS, "permohonan.jsonl": objects()}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    counted = summarize_files([tmp_path / name for name in files], year=2023)

    assert [problem.value for problem in counted.problems] == ["2023-02-31"]
    assert counted.figure("requests.total") == 2
    assert sum("sama persis" in note.message.id for note in counted.work.notes) == 2


@pytest.mark.parametrize("table", ["gugatan", "kunjungan", "permohonan"])
def test_two_files_of_a_table_without_numbers_are_refused(tmp_path: Path, table: str) -> None:
    """Nobody can tell which of their rows stand in both."""
    for ending, text in ((".csv", "bulan,jumlah\nMei,1\n"), (".jsonl", '{"bulan": "Mei", "jumlah": 1}\n')):
        (tmp_path / f"{table}{ending}").write_text(text, encoding="utf-8")

    counted = summarize_files([tmp_path / f"{table}.csv", tmp_path / f"{table}.jsonl"], year=2023)

    assert f"sudah ada di {table}.csv" in counted.problems[0].message.id


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "lama").mkdir()
    for folder in (tmp_path, tmp_path / "lama"):
        (folder / "permohonan.csv").write_text(REQUESTS, encoding="utf-8")

    counted = summarize_files([tmp_path / "permohonan.csv", tmp_path / "lama/permohonan.csv"], year=2023)

    assert "tertulis dua kali" in counted.problems[0].message.id
    assert counted.figure("requests.total") == 2


def test_without_a_year_nothing_is_counted(tmp_path: Path) -> None:
    (tmp_path / "permohonan.csv").write_text(REQUESTS, encoding="utf-8")

    with pytest.raises(InputError, match="laporan"):
        summarize_files([tmp_path / "permohonan.csv"])


def test_what_unpacks_zstandard_is_named_where_it_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(row_file, "import_module", missing)
    (tmp_path / "permohonan.csv.zst").write_bytes(b"")

    with pytest.raises(ExtraMissingError, match="fast"):
        summarize_files([tmp_path / "permohonan.csv.zst"], year=2023)


def test_rows_that_are_none_are_refused() -> None:
    with pytest.raises(RowError):
        summarize_rows({"laporan": REPORT, "permohonan": iter([3])})  # type: ignore[dict-item]
    with pytest.raises(UnknownNameError):
        summarize_rows({"permohonanan": []})


def test_a_key_that_comes_up_late_is_a_column_of_all_rows() -> None:
    rows = ({"nomor": at} if at < 5000 else {"nomor": at, "kanal": "website"} for at in range(9000))

    counted = summarize_rows({"laporan": REPORT, "permohonan": rows})

    assert counted.figure("requests.by_channel.website") == 4000


def test_a_person_named_in_a_category_is_hidden_wherever_the_name_stands() -> None:
    rows: Table = [{"nomor": str(at), "pekerjaan": "guru"} for at in range(5000)]
    rows[1]["pekerjaan"] = "asisten Siti Contoh Aminah"
    rows[4999]["nama"] = "Siti Contoh Aminah"
    tables: dict[str, Table] = {"laporan": REPORT, "permohonan": rows}

    shown = summarize_rows(tables).shown

    assert "Aminah" not in repr(shown)
    assert "Aminah" in repr(summarize_rows(tables).summary)


def test_cells_that_may_tell_who_somebody_is_are_known() -> None:
    aside: list[UnreadRow] = []
    row = {"nama": "Siti Contoh", "tanggal": "Siti Contoh", "kanal": "website", "informasi": "peta"}

    summarize_rows({"laporan": REPORT, "permohonan": [row]}, aside=aside.append)

    (one,) = aside
    assert one.unread == ("tanggal",)
    personal = {one.heading[at] for at in one.personal}
    assert {"nama", "tanggal", "informasi"} <= personal
    assert "kanal" not in personal


def test_rows_are_told_as_they_are_read_and_counted() -> None:
    told: list[tuple[str, int]] = []

    summarize_rows(
        {"laporan": REPORT, "permohonan": ({"kanal": "website"} for _ in range(5000))},
        told=lambda table, number: told.append((table, number)),
    )

    assert {table for table, _ in told} == {"permohonan"}
    assert sum(number for _, number in told) == 2 * 5000


@pytest.mark.slow
def test_memory_does_not_grow_with_the_register(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of rows, each tenth of which has a cell nobody can read, one more takes less than its number would.

    A value of a request takes some 600 bytes, its cells as much; what is left is what the collector has not
    seen yet.
    """
    for room in (cell_reader, batch, facts):
        monkeypatch.setattr(room, "_REMEMBERED", 100)  # else what is remembered grows until it is full
    monkeypatch.setattr(ledger, "MOST", 200)
    monkeypatch.setattr(columns, "BATCH", 512)
    monkeypatch.setattr(repeats, "_HELD", 1024)

    def rows(number: int) -> Iterator[Mapping[str, object]]:
        for at in range(number):
            day = "entah" if at % 10 == 0 else f"2023-{at % 12 + 1:02}-{at % 28 + 1:02}"
            yield {"nomor": at, "tanggal": day, "kanal": "website", "informasi": f"Salinan dokumen {at}"}

    def peak(number: int) -> int:
        tracemalloc.start()
        counted = summarize_rows({"laporan": REPORT, "permohonan": rows(number)})
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert counted.unread == {"permohonan": number // 10}
        assert counted.figure("requests.total") == number
        return most

    peak(100)  # what is loaded once
    few, many = peak(8_000), peak(32_000)
    assert (many - few) / 24_000 < 32


def test_tables_of_a_year_can_be_written_and_streamed(tmp_path: Path) -> None:
    tables = {
        "laporan": [{"kunci": "tahun", "isi": "2023"}],
        "permohonan": [{"nomor": "1", "kanal": "website"}],
    }
    for name, content in filled_files(tables).items():
        (tmp_path / name).write_bytes(content)

    assert summarize_files([tmp_path]).figure("requests.by_channel.website") == 1
