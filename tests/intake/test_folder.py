"""A folder: which file is which table, what is passed over, what is hashed."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

import pytest

from ppid_core.intake import InputError, Intake, load
from ppid_core.model import Passage
from ppid_core.source import Source

Report = Callable[..., Intake]


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")


def test_results_examples_guides_and_hidden_files_are_passed_over_without_a_word(tmp_path: Path) -> None:
    write(tmp_path, laporan="kunci,isi\ntahun,2020\nbadan.nama,X\n")
    for folder in ("hasil", "contoh", ".git"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, permohonan="bulan\n13\n")
    for name in ("PETUNJUK.txt", ".DS_Store", "~$laporan.xlsx", "Thumbs.db"):
        (tmp_path / name).write_bytes(b"\x00")

    intake = load(tmp_path)

    assert (intake.problems, intake.notes) == ((), ())
    assert set(intake.inputs) == {"laporan.csv"}


def test_an_unknown_file_is_a_note_that_names_the_nearest_table(report: Report, tmp_path: Path) -> None:
    (tmp_path / "catatan.docx").write_bytes(b"x")

    intake = report(keys="badan.nama,X\n", pemohonan="bulan\nMei\n")

    assert intake.problems == ()
    assert [note.message.id for note in intake.notes] == [
        'catatan.docx tidak dibaca. Yang terdekat: "pernyataan".',
        'pemohonan.csv tidak dibaca. Maksudnya "permohonan"?',
    ]


def test_tables_are_found_by_any_case_and_other_name(report: Report, tmp_path: Path) -> None:
    (tmp_path / "Sarana Prasarana.CSV").write_text("nama\nMeja\n", encoding="utf-8")

    intake = report(kepatuhan="opd,profil\nDinas A,√\n")

    assert intake.read == {"laporan": 1, "ketersediaan": 1, "sarana_prasarana": 1}


def test_one_table_in_two_files_is_a_problem(report: Report) -> None:
    intake = report(kepatuhan="opd,a\nX,√\n", ketersediaan="opd,a\nY,√\n")

    assert [one.source.file for one in intake.problems] == ["ketersediaan.csv"]
    assert "kepatuhan.csv" in intake.problems[0].message.id


def test_chapters_stand_in_the_table_or_in_text_files(report: Report, tmp_path: Path) -> None:
    (tmp_path / "naskah").mkdir()
    (tmp_path / "naskah" / "Penutup.md").write_bytes(b"\xef\xbb\xbfSatu.\r\n\r\n- dua\r\n")
    (tmp_path / "naskah" / "kosong.txt").write_text(" \n", encoding="utf-8")

    intake = report(naskah='bagian,teks\nKata Pengantar,"Salam.\n\nHormat."\nkebijakan,\n')

    assert intake.problems == ()
    assert intake.year.narrative.passages == (
        Passage(part="kata-pengantar", text="Salam.\n\nHormat."),
        Passage(part="penutup", text="Satu.\n\n- dua"),
    )
    assert intake.year.narrative.passages[1].source == Source(file="naskah/Penutup.md")
    assert intake.read["naskah"] == 4


def test_a_chapter_in_the_table_and_in_a_file_is_a_problem(report: Report, tmp_path: Path) -> None:
    (tmp_path / "naskah").mkdir()
    (tmp_path / "naskah" / "penutup.txt").write_text("Dua.", encoding="utf-8")
    (tmp_path / "naskah" / "rusak.txt").write_bytes(b"\xff\xfeD\x00")
    (tmp_path / "naskah" / "tabel.csv").write_text("x", encoding="utf-8")

    intake = report(naskah="bagian,teks\npenutup,Satu.\n")

    assert [one.source.file for one in intake.problems] == ["naskah/penutup.txt", "naskah/rusak.txt"]
    assert [passage.text for passage in intake.year.narrative.passages] == ["Satu."]
    assert (intake.read["naskah"], intake.accepted["naskah"]) == (3, 1)
    assert [note.source and note.source.file for note in intake.notes] == ["naskah/tabel.csv"]


def test_pictures_and_logo_inside_the_folder_are_read_and_hashed(report: Report, tmp_path: Path) -> None:
    (tmp_path / "gbr").mkdir()
    (tmp_path / "gbr" / "a.png").write_bytes(b"gambar")
    (tmp_path / "logo.png").write_bytes(b"logo")

    intake = report(keys="badan.logo,logo.png\n", gambar="judul,berkas\nA,gbr\\a.png\nB,tidak-ada.png\n")

    assert intake.problems == ()
    assert intake.pictures == {"gbr/a.png": b"gambar", "logo.png": b"logo"}
    assert intake.inputs["gbr/a.png"] == sha256(b"gambar").hexdigest()
    assert "tidak-ada.png" not in intake.inputs


def test_a_link_that_leads_out_of_the_folder_is_not_followed(report: Report, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-luar.png"
    outside.write_bytes(b"rahasia")
    (tmp_path / "a.png").symlink_to(outside)

    assert report(gambar="judul,berkas\nA,a.png\n").pictures == {}


def test_a_file_that_cannot_be_opened_is_a_problem(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def locked(path: Path, mode: str = "r", **kept: Any) -> IO[Any]:  # noqa: ANN401  as `Path.open`
        if path.name == "permohonan.csv" and mode == "rb":
            raise PermissionError
        return opened(path, mode, **kept)

    monkeypatch.setattr(Path, "open", locked)

    assert [one.source.file for one in report(permohonan="bulan\nMei\n").problems] == ["permohonan.csv"]


def test_an_empty_folder_says_that_laporan_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"laporan\.csv"):
        load(tmp_path)


def test_an_importer_reads_the_files_that_it_says_it_reads(tmp_path: Path, report: Report) -> None:
    read = report()

    class Dbf:
        name = "dbf"
        label = "OpenDocument"
        suffixes = (".dbf",)

        def read(self, path: Path, /) -> Intake:
            return read if path.name == "a.dbf" else load(path)

    (tmp_path / "a.dbf").write_bytes(b"x")

    assert load(tmp_path / "a.dbf", importers=(Dbf(),)) is read
    with pytest.raises(InputError):
        load(tmp_path / "a.dbf")


def test_a_picture_named_as_no_file_can_be_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text(f"kunci,isi\ntahun,2024\nbadan.logo,{'x' * 300}.png\n", "utf-8")

    intake = load(tmp_path)

    assert intake.problems == ()
    assert intake.pictures == {}
