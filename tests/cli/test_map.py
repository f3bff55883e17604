"""``ppid peta`` drafts the map of a foreign register, and hands out those of known programs."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


FOREIGN = "KD_MEDIA,status\nloket,1\nwhatsapp,1\n"


def test_a_register_of_another_program_is_drafted_and_filled_in_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\n", "utf-8")
    (tmp_path / "permohonan.csv").write_text(FOREIGN, "utf-8")

    ended = run("peta", tmp_path, "--out", tmp_path / "peta.csv")

    assert (ended.code, ended.out) == (0, "")
    assert "Rancangan peta: 2 baris, 1 belum diputuskan" in ended.err
    assert run("check", tmp_path).code == 2
    draft = (tmp_path / "peta.csv").read_text("utf-8-sig")
    (tmp_path / "peta.csv").write_text(draft.replace(",?,", ",ditolak,"), "utf-8")
    assert "belum terbaca" not in run("check", tmp_path).out
    assert run("peta", tmp_path).err.startswith(f"{tmp_path} tidak memerlukan peta")


def test_without_a_file_to_write_the_draft_is_printed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ekspor.csv").write_text(FOREIGN, "utf-8")

    ended = run("map", tmp_path / "ekspor.csv", "--lang", "en")

    assert ended.code == 0
    assert ended.out.splitlines()[0] == "kolom_asal,kolom,nilai_asal,nilai,tabel,gabung,keterangan"
    assert "KD_MEDIA,permohonan.kanal" in ended.out


def test_a_file_that_is_there_is_not_written_over(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "peta.csv"
    place.write_text("tetap", "utf-8")

    ended = run("peta", "--dari", "ppid_cms", "--out", place)

    assert (ended.code, place.read_text("utf-8")) == (2, "tetap")


def test_the_map_of_a_known_program_says_where_it_is_from(run: Run) -> None:
    ended = run("peta", "--dari", "ppid_cms")

    assert ended.code == 0
    assert "ppid_cms versi 1, " in ended.out.splitlines()[1]
    assert (
        "ppid_cms versi 1, 2026-11-28: https://github.com/imamsatya/ppid_cms" in run("peta", "--daftar").out
    )
    assert "ppid_cms version 1, 2026-11-28: https" in run("--lang", "en", "map", "--daftar").out


def test_a_program_that_nobody_knows_names_the_known_ones(run: Run) -> None:
    ended = run("peta", "--dari", "tidak-ada")

    assert ended.code == 2
    assert "ppid_cms" in ended.err


def test_one_of_the_two_is_to_be_named(run: Run, tmp_path: Path) -> None:
    assert run("peta").code == 2
    assert run("peta", tmp_path, "--dari", "ppid_cms").code == 2
    assert run("peta", tmp_path / "tidak-ada.csv").code == 2
