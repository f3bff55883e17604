"""`ppid rollup`: folders of anything, one bad file among them, and the same bytes each time."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from errno import ENOSPC
from pathlib import Path
from typing import Protocol

import pytest
from benchmarks.many_bodies import bodies, write
from tests.written import contents

from ppid_core.cli.verbs import rollup
from ppid_core.dossier import processes
from ppid_core.process import started

EXAMPLES = Path(__file__).parents[2] / "examples"


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of reports of several kinds, a broken one among them."""
    home = tmp_path / "masuk"
    for one in list(bodies(("11.01", "36.73", "51.71"), (2023,), seed=2, median=5)):
        write(one, home / "folder")
    shutil.copytree(EXAMPLES / "kota-serang-2020", home / "serang", ignore=shutil.ignore_patterns("hasil*"))
    (home / "rusak.json").write_text("{", encoding="utf-8")
    (home / "Thumbs.db").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    return home


def test_bad_file_is_told_and_stops_nothing(run: Run, reports: Path) -> None:
    ended = run("rollup", "masuk", "--to", "json,markdown", "-o", "masuk/hasil")

    assert ended.code == 2
    assert "Tidak terbaca: masuk/rusak.json" in ended.err
    value = json.loads((reports / "hasil" / "data" / "rekapitulasi.json").read_text(encoding="utf-8"))
    told = value["rollup"]["tables"]
    assert [row["file"] for row in told["tidak_terbaca"]] == ["masuk/rusak.json"]
    assert {row["year"] for row in told["badan"]} == {2020, 2023}


def test_second_run_writes_the_same_bytes_and_reads_nothing_that_the_first_wrote(
    run: Run, reports: Path
) -> None:
    arguments = ("rollup", "masuk", "--to", "json,markdown,csv", "-o", "masuk/hasil")
    first, before = run(*arguments), contents(reports / "hasil")

    second = run(*arguments)

    assert (second.out, second.err) == (first.out, first.err)
    assert contents(reports / "hasil") == before


def test_document_that_carries_its_data_counts_as_the_folder_does(run: Run, reports: Path) -> None:
    assert reports.is_dir()
    run("report", "masuk/serang", "--to", "html,json", "-o", "dokumen")

    ended = run(
        "rollup", "dokumen/laporan.html", "dokumen/data/laporan.json", "masuk/serang", "--format", "json"
    )

    told = json.loads(ended.out)["rollup"]["tables"]
    assert ended.code == 0
    assert [(row["name"], row["objections"]) for row in told["badan"]] == [("Pemerintah Kota Serang", 53)]
    assert len(told["tidak_dijumlahkan"]) == 2


@pytest.mark.slow
def test_data_package_counts_as_the_folder_that_it_was_made_of(run: Run, reports: Path) -> None:
    for folder in (*(reports / "folder").iterdir(), reports / "serang"):
        run("report", folder, "--to", "csv", "-o", Path("paket") / folder.name)
    altered = Path("paket") / "serang" / "data"
    packages = sorted(Path("paket").rglob("datapackage.json"))

    of_folders, of_packages, of_descriptors = (
        json.loads(run("rollup", *paths, "--format", "json").out)["rollup"]["tables"]
        for paths in ([reports / "folder", reports / "serang"], ["paket"], packages)
    )
    (altered / "permohonan.csv").unlink()
    (draft,) = json.loads(run("rollup", altered, "--format", "json").out)["rollup"]["tables"]["badan"]

    assert len(packages) == 4
    assert of_packages["angka"] == of_folders["angka"]
    assert of_descriptors == of_packages
    assert (draft["handed"], draft["requests"]) == ("draft", None)


def test_roster_says_who_is_missing(run: Run, reports: Path) -> None:
    Path("daftar.csv").write_text("kode,nama\n36.73,Kota A\n99.01,Badan Contoh Diam\n", encoding="utf-8")

    ended = run("rekapitulasi", reports / "folder", "--roster", "daftar.csv", "--by", "kind")

    assert ended.code == 0
    assert "1 (satu) ada laporannya dan 1 (satu) tidak ada" in " ".join(ended.out.split())
    assert "Angka menurut jenis" in ended.out


def test_register_of_the_commission_is_compared(run: Run, reports: Path) -> None:
    Path("register.csv").write_text(
        "nomor;termohon;tahun;jumlah\n7/2020;Pemerintah Kota Serang;2020;\n;Badan Contoh;2020;dua puluh x\n",
        encoding="utf-8",
    )

    ended = run("rollup", reports / "serang", "--register-komisi", "register.csv")

    assert ended.code == 0
    (line,) = (line for line in ended.out.splitlines() if "7/2020" in line)
    assert line.split() == ["Pemerintah", "Kota", "Serang", "5", "1", "7/2020"]
    assert "register.csv" in ended.err


PARTS = {
    f"Dinas Contoh {letter}": number for letter, number in zip("ABCDEFGHI", range(4, 40, 4), strict=True)
}


@pytest.mark.parametrize(
    ("published", "suspects"),
    [
        (180 - 28, "Dinas Contoh G"),
        (180 + 12, "Dinas Contoh C"),
        (180 - 1, ""),
        (180, ""),
    ],
)
def test_published_total_that_leaves_out_or_doubles_a_body_names_it(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    published: int,
    suspects: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, number in {**PARTS, "Provinsi Contoh": published}.items():
        home = tmp_path / "provinsi" / name
        home.mkdir(parents=True)
        (home / "laporan.csv").write_text(f"kunci,isi\ntahun,2024\nbadan.nama,{name}\n", encoding="utf-8")
        (home / "rekap.csv").write_text(f"apa,jumlah\npermohonan,{number}\nkeberatan,0\n", encoding="utf-8")
    lines = ["nama,induk", "Provinsi Contoh,", *(f"{name},Provinsi Contoh" for name in PARTS)]
    (tmp_path / "daftar.csv").write_text("\n".join(lines), encoding="utf-8")

    ended = run("rollup", "provinsi", "--roster", "daftar.csv", "--format", "json")

    rows = json.loads(ended.out)["rollup"]["tables"]["selisih_induk"]
    row = {
        "year": 2024,
        "parent": "Provinsi Contoh",
        "measure": "requests.total",
        "stated": published,
        "added": 180,
        "difference": published - 180,
        "told": 9,
        "of": 9,
        "suspects": suspects or None,
    }
    assert rows == ([row] if published != 180 else [])
    assert ended.code == 0


def test_link_that_leads_back_is_followed_once(run: Run, reports: Path) -> None:
    try:
        (reports / "folder" / "lagi").symlink_to(reports, target_is_directory=True)
    except OSError:
        pytest.skip("no links can be made here")

    ended = run("rollup", reports, "--format", "json")

    files = [row["file"] for row in json.loads(ended.out)["rollup"]["tables"]["badan"]]
    assert len(files) == len(set(files)) == 4


def test_what_nobody_can_open_is_told_and_stops_nothing(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (reports / "folder" / "rahasia").mkdir()
    try:
        (reports / "buntu.xlsx").symlink_to("tiada.xlsx")
    except OSError:
        pytest.skip("no links can be made here")
    iterdir = Path.iterdir

    def refused(folder: Path) -> Iterator[Path]:
        if folder.name == "rahasia":  # who owns the machine may open any folder: the refusal is made here
            raise PermissionError(13, "Permission denied", str(folder))
        return iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", refused)

    typed = (path for path in sorted(reports.iterdir()) if path.name != "Thumbs.db")

    ended = run("rollup", *typed, "--format", "json", "--lang", "en")

    told = json.loads(ended.out)["rollup"]["tables"]
    assert ended.code == 2
    assert [Path(row["file"]).name for row in told["tidak_terbaca"]] == [
        "buntu.xlsx",
        "rahasia",
        "rusak.json",
    ]
    assert "link to a file that is not there" in ended.err
    assert "cannot be opened. Check its permissions." in ended.err
    assert len(told["badan"]) == 4


def test_cut_off_files_and_a_pipe_are_told(run: Run, reports: Path) -> None:
    run("convert", "masuk/serang", "masuk/serang.xlsx")
    whole = (reports / "serang.xlsx").read_bytes()
    (reports / "potong.xlsx").write_bytes(whole[: len(whole) // 2])
    (reports / "nol.xlsx").touch()
    if hasattr(os, "mkfifo"):
        os.mkfifo(reports / "pipa.json")

    ended = run("rollup", "masuk", "--format", "json")

    told = json.loads(ended.out)["rollup"]["tables"]
    refused = {Path(row["file"]).name for row in told["tidak_terbaca"]}
    assert refused >= {"potong.xlsx", "nol.xlsx", "rusak.json"}
    assert ("pipa.json" in refused) is hasattr(os, "mkfifo")
    assert [row["reason"] for row in told["tidak_dijumlahkan"]] == ["same_data"]


@pytest.mark.slow
@pytest.mark.parametrize("out", ["masuk", "masuk/folder", "masuk/lain"])
def test_what_it_wrote_among_the_input_is_passed_over_and_nothing_else_is(
    run: Run, reports: Path, out: str
) -> None:
    wanted = run("rollup", "masuk", "--format", "json").out

    run("rollup", "masuk", "--to", "json,csv,html", "-o", out)
    run("rollup", "masuk", "--to", "html", "--form", "letter", "--lang", "en", "-o", out)

    assert run("rollup", "masuk", "--to", "markdown", "-o", "masuk/lagi", "--format", "json").out == wanted
    assert len(list(reports.rglob("umpan-balik-*.html"))) == 3


def test_nothing_is_written_into_a_report_that_is_read(run: Run, reports: Path) -> None:
    (reports / "serang" / "laporan.csv").rename(reports / "serang" / "laporan.tsv")

    ended = run("rollup", "masuk", "--to", "json", "-o", "masuk/serang")

    assert ended.code == 2
    assert "adalah laporan yang dibaca" in ended.err
    assert not (reports / "serang" / "data").exists()


def test_full_disk_leaves_what_lay_there(run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ("rollup", "masuk/serang", "--to", "json,markdown", "-o", "hasil")
    run(*arguments)
    before = contents(reports.parent / "hasil")

    def full(*_: object) -> int:
        raise OSError(ENOSPC, "No space left on device")

    with monkeypatch.context() as changed:
        changed.setattr(os, "write", full)
        changed.setattr(Path, "write_bytes", full)
        ended = run(*arguments, "--by", "kind")

    assert ended.code == 3
    assert ended.err.count("ruang penyimpanan penuh") == 1
    assert contents(reports.parent / "hasil") == before


def test_cache_changes_no_byte_and_is_passed_over_among_the_input(run: Run, reports: Path) -> None:
    arguments = ("rollup", "masuk", "--to", "json,markdown", "-o", "hasil")
    plain, wanted = run(*arguments), contents(reports.parent / "hasil")
    for known in ("0", "4"):
        shutil.rmtree("hasil")

        ended = run(*arguments, "--cache", "masuk/simpanan")

        assert ended.out == plain.out
        assert ended.err.splitlines()[0] == f"Simpanan: {known} dari 5 laporan tidak perlu dibaca lagi."
        assert ended.err.splitlines()[1:] == plain.err.splitlines()
        assert contents(reports.parent / "hasil") == wanted
    assert len(list((reports / "simpanan").glob("*.json"))) == 4


@pytest.mark.parametrize("folder", ["masuk", "masuk/rusak.json"])
def test_folder_that_holds_anything_else_is_no_cache(run: Run, reports: Path, folder: str) -> None:
    before = sorted(reports.rglob("*"))

    ended = run("rollup", "masuk", "--cache", folder)

    assert ended.code == 2
    assert "bukan folder simpanan dan tidak kosong" in ended.err
    assert sorted(reports.rglob("*")) == before


def test_years_before_stand_beside_the_main_figures_and_no_later_one_is_taken(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for number, year in enumerate((2021, 2022, 2023, 2024), start=1):
        report = tmp_path / ("masuk" if year == 2023 else "lama") / str(year)
        report.mkdir(parents=True)
        (report / "laporan.csv").write_text(
            f"kunci,isi\ntahun,{year}\nbadan.nama,Badan A\n", encoding="utf-8"
        )
        (report / "rekap.csv").write_text(f"apa,jumlah\npermohonan,{number}\n", encoding="utf-8")

    ended = run("rollup", "masuk", "--previous", "lama", "--lang", "en")

    lines = [line.split() for line in ended.out.splitlines()]
    assert ["Requests", "received", "3", "1", "of", "1", "2", "1", "of", "1"] in lines
    assert [line[0] for line in lines if line and line[0].isdigit()] == ["2021", "2022", "2023"]
    assert "lama/2024 is a report of 2024, which is no earlier year" in " ".join(ended.err.split())
    assert ended.code == 0


@pytest.mark.slow
def test_several_processes_write_what_one_does_also_where_one_is_killed(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("rollup", reports, "--format", "json")
    plain, running = run(*arguments), list[subprocess.Popen[bytes]]()

    def killed_first(module: str) -> subprocess.Popen[bytes]:
        running.append(started(module))
        if len(running) == 1:
            running[0].kill()
        return running[-1]

    monkeypatch.setattr(processes, "started", killed_first)
    monkeypatch.setattr(rollup, "usual_processes", lambda _: 2)

    ended = run(*arguments)

    assert (ended.code, ended.out, ended.err) == (plain.code, plain.out, plain.err)
    assert len(running) > 2
    assert all(process.returncode is not None for process in running)


def test_letters_are_a_file_each(run: Run, reports: Path) -> None:
    ended = run("rollup", reports / "folder", "--form", "letter", "--to", "markdown,csv", "-o", "surat")

    assert ended.code == 0
    assert ended.err.count("Paket data (csv)") == 1
    assert {path.stem for path in Path("surat").glob("*.md")} == {
        f"umpan-balik-{path.name.partition('-')[0]}" for path in (reports / "folder").iterdir()
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tiada",), '"tiada" tidak ditemukan'),
        (("masuk/rusak.json",), "Tidak ada laporan yang terbaca"),
        (("masuk/serang", "--year", "1999"), "Tidak ada laporan tahun 1999"),
        (("masuk/serang", "--form", "letter"), "--to docx"),
        (("masuk/serang", "--roster", "tiada.csv"), "tiada.csv"),
    ],
)
def test_what_cannot_be_rolled_up_is_refused(
    run: Run, reports: Path, arguments: tuple[str, ...], said: str
) -> None:
    assert reports.is_dir()

    ended = run("rollup", *arguments)

    assert ended.code == 2
    assert said in ended.err
