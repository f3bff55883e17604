"""A single file is enough: every verb, every kind of file, what is said beside it, what is asked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Protocol

import pytest
from tests.lone import KINDS, ROWS, separated, written

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMED = ("--set", "badan.nama=Pemerintah Kota Contoh")


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_of_file_is_checked(run: Run, tmp_path: Path, name: str) -> None:
    ended = run("check", written(tmp_path, name), *NAMED)

    said = flat(ended.out)
    assert ended.code == 0
    assert said.startswith("Pemerintah Kota Contoh · tahun 2024 ·")
    assert "Terbaca: permohonan 4 baris; 0 bermasalah" in said
    assert "tampak seperti register permohonan" in said
    assert "Tahun laporan: 2024, sebab semua tanggal terima (4) ada di tahun itu." in said


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_of_file_is_reported(run: Run, tmp_path: Path, name: str) -> None:
    ended = run("report", written(tmp_path, name), *NAMED, "--to", "markdown", "--set", "markdown.lebar=80")
    again = run("report", tmp_path / name, *NAMED, "--to", "markdown")

    assert ended.code == 2  # markdown has no such option: --set still means formats as well
    assert again.code == 0
    report = (tmp_path / "hasil" / "laporan.md").read_text("utf-8")
    assert "Pemerintah Kota Contoh" in report
    assert "4 (empat) permohonan" in report


@pytest.mark.parametrize("verb", ["check", "summary"])
def test_next_step_says_again_what_was_said(run: Run, tmp_path: Path, verb: str) -> None:
    path = written(tmp_path, "data.csv")
    ended = run(verb, path, *NAMED, "--year", "2024", "--table", "permohonan")

    said = '--year 2024 --set "badan.nama=Pemerintah Kota Contoh" --table permohonan'
    assert ended.out.rstrip().endswith(f"{path} {said}")


@pytest.mark.usefixtures("light")
@pytest.mark.parametrize("verb", ["check", "summary", "report", "deadlines"])
def test_year_that_dates_do_not_tell_is_asked_for_once(run: Run, tmp_path: Path, verb: str) -> None:
    rows = (*ROWS, ("5", "2023-12-29", "perorangan", "website", "Peta", "dikabulkan", "2024-01-03"))
    path = written(tmp_path, "data.csv", rows)

    asked, said = run(verb, path), run(verb, path, "--year", "2024")

    told = flat(asked.out + asked.err)
    assert asked.code == 2
    assert told.count("Tahun dapat juga disebut dengan --year.") == 1
    assert "Tanggal terima: 2024 (4), 2023 (1)." in told
    assert "TIDAK TERBACA – betulkan lebih dahulu (1)" in told
    assert said.code in {0, 1}


def test_file_is_converted_into_a_folder_that_says_the_same(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, "halaman.xls")

    assert run("convert", path, tmp_path / "folder", *NAMED, "--year", "2024").code == 0
    plain = json.loads(run("summary", tmp_path / "folder", "--format", "json").out)
    assert plain["requests"]["total"] == 4
    assert "Pemerintah Kota Contoh" in (tmp_path / "folder" / "laporan.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("register", "rows", "total"),
    [
        ("kota-serang-2020/permohonan", 12, 84),
        ("kota-serang-2020/keberatan", 6, 53),
        ("kota-serang-2020/sengketa", 5, 5),
        ("kabupaten-contoh-2024/permohonan", 48, 45),
        ("kabupaten-contoh-2024/keberatan", 9, 8),
        ("kabupaten-contoh-2024/sengketa", 6, 5),
        ("kabupaten-contoh-2024/gugatan", 2, 2),
    ],
)
def test_real_register_given_alone_is_read(
    run: Run, tmp_path: Path, register: str, rows: int, total: int
) -> None:
    """In its folder *laporan* says the year; under another name elsewhere its heading says the table.

    Of the fictitious body three requests, an objection and a dispute are left from the year before.
    """
    body, _, table = register.partition("/")
    path = {"permohonan": "requests", "keberatan": "objections", "sengketa": "disputes"}.get(table, "suits")
    here, alone = EXAMPLES / body / f"{table}.csv", tmp_path / "register.csv"
    shutil.copy(here, alone)

    in_its_folder = json.loads(run("summary", here, "--format", "json").out)
    by_heading = json.loads(run("summary", alone, "--year", body[-4:], "--format", "json").out)
    checked = json.loads(run("check", alone, "--year", body[-4:], "--format", "json").out)

    assert in_its_folder[path]["total"] == by_heading[path]["total"] == total
    assert (checked["accepted"], checked["problems"]) == ({table: rows}, [])


@pytest.mark.parametrize(("body", "code"), [("kota-serang-2020", 2), ("kabupaten-contoh-2024", 0)])
def test_year_of_a_real_register_is_told_by_its_days_alone(
    run: Run, tmp_path: Path, body: str, code: int
) -> None:
    """That of Kota Serang names months, of which nobody knows the year."""
    shutil.copy(EXAMPLES / body / "permohonan.csv", tmp_path / "register.csv")

    assert run("summary", tmp_path / "register.csv").code == code


def test_body_and_year_come_from_laporan_beside_the_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\nbadan.nama,Kota Lain\n", encoding="utf-8")
    ended = run("check", written(tmp_path, "daftar.json"))

    assert flat(ended.out).startswith("Kota Lain · tahun 2024 ·")
    assert "laporan.csv di folder yang sama ikut dibaca" in flat(ended.out)


def test_what_is_said_wins_over_laporan_and_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\nbadan.nama,Kota Lain\n", encoding="utf-8")
    ended = run("check", written(tmp_path, "data.csv"), *NAMED)

    assert flat(ended.out).startswith("Pemerintah Kota Contoh · tahun 2024 ·")
    assert "badan.nama: yang dipakai isi dari --set atau --year" in flat(ended.out)


@pytest.mark.parametrize(
    "content",
    [
        "No,Kode Barang,Nama Barang,Harga\n1,A-1,Kertas,50000\n",
        "NIP,Nama,Jabatan,Alamat,Status\n1,Pegawai 1,Analis,Jalan 1,PNS\n",
    ],
    ids=["price list", "staff list"],
)
@pytest.mark.parametrize("verb", ["check", "report"])
def test_file_of_something_else_is_told_and_not_counted(
    run: Run, tmp_path: Path, content: str, verb: str
) -> None:
    (tmp_path / "daftar.csv").write_text(content, encoding="utf-8")
    ended = run(verb, tmp_path / "daftar.csv")

    told = flat(ended.out + ended.err)
    assert ended.code == 2
    assert "daftar.csv: tidak dikenali sebagai tabel laporan. Judul kolom yang terbaca:" in told
    assert "--table daftar.csv=permohonan" in told


def test_table_that_is_not_sure_is_read_once_it_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_text("bulan,jumlah,pemohon,alasan\nMei,3,Lembaga,berulang\n", encoding="utf-8")

    asked = run("check", path, "--year", "2024")
    short = run("summary", path, "--year", "2024", "--table", "keberatan", "--format", "json")
    long = run("summary", tmp_path, "--year", "2024", "--table", "data.csv=keberatan", "--format", "json")

    assert asked.code == 2
    assert "cocok dengan tabel permohonan, keberatan, sengketa" in flat(asked.out)
    assert json.loads(short.out)["objections"]["total"] == json.loads(long.out)["objections"]["total"] == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--set", "badan.nama"), '--set "badan.nama" tidak dapat dibaca. Tulis KUNCI=ISI'),
        (("--set", "badan.name=X"), 'Kunci "badan.name" tidak dikenal.'),
        (("--set", "badan.tingkat=antah"), "badan.tingkat:"),
        (("--table", "x.csv="), '--table "x.csv=" tidak dapat dibaca.'),
        (("--table", "permohonanan"), 'Tabel "permohonanan" tidak dikenal.'),
        (("--year", "1999"), "Isi --year tidak dapat dibaca"),
    ],
)
def test_what_cannot_be_said_is_refused(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    ended = run("check", written(tmp_path, "data.csv"), *arguments)

    assert ended.code == 2
    assert told in flat(ended.err)


def test_year_of_ours_says_all_itself(run: Run, tmp_path: Path) -> None:
    run("convert", written(tmp_path, "data.csv"), tmp_path / "tahun.json")

    ended = run("check", tmp_path / "tahun.json", "--year", "2023")

    assert ended.code == 2
    assert "berkas ini sudah memuat tahun dan badannya" in flat(ended.out)


def test_stream_takes_a_file_by_its_heading_too(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, "data.csv.gz")
    ended = run("summary", "--stream", path, "--year", "2024", *NAMED, "--format", "json")

    assert json.loads(ended.out)["requests"]["total"] == 4


def test_folder_tells_of_two_files_that_look_alike_and_reads_the_one_that_is_named(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\n", encoding="utf-8")
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(separated(","), encoding="utf-8")

    asked = run("check", tmp_path)
    (tmp_path / "a.csv").rename(tmp_path / "permohonan.csv")
    named = run("check", tmp_path)

    assert asked.code == 2
    assert "a.csv: tampak seperti register permohonan, dan begitu pula b.csv." in flat(asked.out)
    assert "permohonan 4 baris; 0 bermasalah" in flat(named.out)
    assert "b.csv tidak dibaca: tampak seperti register permohonan" in flat(named.out)
