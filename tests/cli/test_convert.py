"""``ppid convert``: from each form to each other, nothing lost and nothing overwritten."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path
from typing import Protocol

import pytest

from ppid_core.intake import load


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


@pytest.mark.slow
def test_folder_workbook_json_and_back_are_one_year(run: Run, example: Path, tmp_path: Path) -> None:
    chain = [example, *(tmp_path / name for name in ("a.xlsx", "b", "c.json", "d.xlsx", "e"))]

    for source, target in pairwise(chain):
        assert run("convert", source, target).code == 0

    years = [load(place).year for place in chain]
    assert all(year == years[0] for year in years)


def test_pictures_go_along_into_a_folder(run: Run, example: Path, tmp_path: Path) -> None:
    (example / "foto").mkdir()
    (example / "foto" / "meja.png").write_bytes(b"gambar")
    (example / "gambar.csv").write_text("nomor,judul,berkas\n1.1,Meja,foto/meja.png\n", "utf-8")

    run("ubah", example, tmp_path / "baru")

    assert (tmp_path / "baru" / "foto" / "meja.png").read_bytes() == b"gambar"


@pytest.mark.parametrize(
    ("target", "path"),
    [("baru", "../lama"), ("buku/a.xlsx", "../lama"), ("jauh/baru", None), ("a.json", None)],
)
def test_the_place_of_last_year_is_told_as_it_is_seen_from_the_new_one(
    run: Run, example: Path, tmp_path: Path, target: str, path: str | None
) -> None:
    shutil.copytree(example, tmp_path / "lama")
    (tmp_path / "ini").mkdir()
    own = "kunci,isi\ntahun,2021\nbadan.nama,Pemerintah Kota Serang\nbadan.jenis,pemerintah daerah\n"
    (tmp_path / "ini" / "laporan.csv").write_text(f"{own}tahun_lalu,../lama\n", "utf-8")

    ended = run("convert", tmp_path / "ini", tmp_path / target)

    made = load(tmp_path / target).last_report
    assert ended.code == 0
    assert (made and made.path) == path
    assert ("tahun_lalu tidak ikut ditulis" in ended.err) is (path is None)


@pytest.mark.parametrize("target", ["ada.json", "ada", "laporan.pdf"])
def test_nothing_is_overwritten_and_no_other_form_is_written(
    run: Run, example: Path, tmp_path: Path, target: str
) -> None:
    (tmp_path / "ada").mkdir()
    (tmp_path / "ada" / "satu.txt").write_text("milik saya", "utf-8")
    (tmp_path / "ada.json").write_text("{}", "utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    ended = run("convert", example, tmp_path / target)

    assert ended.code == 2
    assert ended.err
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_what_was_not_read_would_get_lost(run: Run, example: Path, tmp_path: Path) -> None:
    with (example / "kunjungan.csv").open("a", encoding="utf-8") as file:
        file.write("Triwulan,10\n")

    ended = run("convert", example, tmp_path / "baru.json")

    assert ended.code == 2
    assert '"Triwulan" bukan bulan' in ended.err
    assert "akan hilang" in ended.err
    assert not (tmp_path / "baru.json").exists()
