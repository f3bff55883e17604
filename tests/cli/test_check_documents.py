"""``ppid check --to``: the sheet of findings, in files that stand beside those of the report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

import pytest
from attrs import frozen
from tests.written import contents


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


class Site(Protocol):
    def install(self, distribution: str, version: str = ..., **modules: str) -> None: ...


BROKEN = """
from attrs import frozen
from ppid_core import hookimpl

@frozen(kw_only=True)
class Broken:
    name: str = "rusak"
    label: str = "Rusak"
    def export(self, report, /):
        raise RuntimeError("tidak bisa")

@hookimpl
def ppid_register_exporters():
    return [Broken()]
"""


@frozen
class Names:
    folder: Path

    @property
    def all(self) -> list[str]:
        return sorted(contents(self.folder))


def test_sheets_are_written_beside_the_tables_and_the_findings_are_printed_as_ever(
    run: Run, example: Path
) -> None:
    plain, ended = run("check", example), run("check", example, "--to", "html,markdown")

    assert ended.code == 1
    assert Names(example / "hasil").all == ["hasil-pemeriksaan.html", "hasil-pemeriksaan.md"]
    assert ended.out.startswith(plain.out)
    assert f"Lembar pemeriksaan ditulis ke {example / 'hasil'}:" in ended.out
    assert ended.err == ""


@pytest.mark.slow
def test_sheet_takes_no_file_of_the_report(run: Run, example: Path) -> None:
    run("report", example, "--to", "html,json,csv,markdown")
    before = contents(example / "hasil")

    ended = run("check", example, "--to", "html,json,csv,markdown")

    after = contents(example / "hasil")
    assert before.items() <= after.items()
    new = after.keys() - before.keys() - {".ppid-manifest.json"}
    assert new == {"hasil-pemeriksaan.html", "hasil-pemeriksaan.json", "hasil-pemeriksaan.md"}
    assert "csv" in ended.out, "which has no file of findings, and says why"


def test_folder_can_be_chosen(run: Run, example: Path, tmp_path: Path) -> None:
    run("check", example, "--to", "json", "-o", tmp_path / "lembar")

    value = json.loads((tmp_path / "lembar" / "data" / "hasil-pemeriksaan.json").read_text("utf-8"))
    assert value["meta"]["title"] == "Hasil Pemeriksaan Data Layanan Informasi Publik Tahun 2020"
    assert not (example / "hasil").exists()


def test_folder_without_a_format_is_refused(run: Run, example: Path, tmp_path: Path) -> None:
    ended = run("check", example, "-o", tmp_path / "lembar")

    assert ended.code == 2
    assert "--to" in ended.err


def test_input_folder_is_never_written_into(run: Run, example: Path) -> None:
    ended = run("check", example, "--to", "html", "-o", example)

    assert ended.code == 2
    assert "memuat masukan" in " ".join(ended.err.split())
    assert ended.out == ""


def test_unknown_format_is_told_before_anything_is_read(run: Run, example: Path) -> None:
    ended = run("check", example, "--to", "htlm")

    assert ended.code == 2
    assert '"htlm" tidak dikenal' in ended.err
    assert ended.out == ""


def test_format_that_fails_ends_with_3_and_the_others_are_written(
    run: Run, example: Path, site: Site
) -> None:
    site.install("ppid-exporter-rusak", rusak=BROKEN)

    ended = run("check", example, "--to", "rusak,markdown")

    assert ended.code == 3
    assert "tidak bisa" in ended.err
    assert Names(example / "hasil").all == ["hasil-pemeriksaan.md"]


def test_sheet_in_order_ends_with_0(run: Run, tiny: Path) -> None:
    assert run("check", tiny, "--to", "markdown").code == 0


def test_rows_that_could_not_be_read_are_in_the_sheet_and_end_with_2(run: Run, tiny: Path) -> None:
    with (tiny / "permohonan.csv").open("a", encoding="utf-8") as file:
        file.write("2/2023,kemarin,perorangan,website,dikabulkan,\n")

    ended = run("check", tiny, "--to", "markdown")

    assert ended.code == 2
    page = (tiny / "hasil" / "hasil-pemeriksaan.md").read_text("utf-8")
    assert "permohonan.csv baris 3, kolom tanggal" in page


def test_without_a_year_no_sheet_is_made_and_that_is_told(run: Run, tiny: Path) -> None:
    (tiny / "laporan.csv").write_text("kunci,isi\n", encoding="utf-8")

    ended = run("check", tiny, "--to", "markdown")

    assert ended.code == 2
    assert "Lembar pemeriksaan tidak dibuat" in ended.err
    assert not (tiny / "hasil").exists()


def test_folder_in_which_nothing_is_typed_gets_no_sheet_and_that_is_told(run: Run, tiny: Path) -> None:
    (tiny / "laporan.csv").write_text("kunci,isi\ntahun,2023\n", encoding="utf-8")
    (tiny / "permohonan.csv").unlink()

    ended = run("check", tiny, "--to", "markdown")

    assert ended.code == 0
    assert "belum ada yang diisi" in ended.err
    assert not (tiny / "hasil").exists()


def test_output_for_programs_stays_a_program_s(run: Run, example: Path) -> None:
    ended = run("check", example, "--to", "markdown", "--format", "json")

    assert len(json.loads(ended.out)["findings"]) == 21
    assert "Lembar pemeriksaan ditulis" in ended.err


@pytest.mark.parametrize("lang", ["id", "en"])
def test_same_folder_gives_the_same_bytes(run: Run, example: Path, tmp_path: Path, lang: str) -> None:
    for name in ("satu", "dua"):
        run("check", example, "--to", "html,csv,json,markdown", "-o", tmp_path / name, "--lang", lang)

    one, two = (contents(tmp_path / name) for name in ("satu", "dua"))
    assert one == two
    assert one
