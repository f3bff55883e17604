"""Part 3, line 5: links, pipes and devices in a report folder lead nowhere."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.nothing_false.work import REPORT, found, from_files, messages

from ppid_core.cli.command import ppid
from ppid_core.intake import InputError, load

links = pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no links")
pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
HIDDEN = "kata sandi basis data"
OUT = "ini tautan ke luar folder laporan, dan tidak diikuti. Salin berkasnya ke dalam folder."


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Return a file that nobody meant to publish."""
    file = tmp_path / "rahasia.txt"
    file.write_text(HIDDEN, encoding="utf-8")
    return file


@pytest.fixture
def linked_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "laporan"
    (folder / "naskah").mkdir(parents=True)
    return folder


@links
def test_a_chapter_that_is_a_link_out_of_the_folder_is_a_problem_and_not_printed(
    linked_folder: Path, outside: Path
) -> None:
    (linked_folder / "naskah" / "penutup.md").symlink_to(outside)

    work = from_files(linked_folder)

    assert [(str(one.source), one.message.id) for one in work.problems] == [("naskah/penutup.md", OUT)]
    assert HIDDEN not in repr(work.report().sections)


@links
def test_a_folder_of_chapters_that_is_a_link_out_is_a_problem(linked_folder: Path, outside: Path) -> None:
    (linked_folder / "naskah").rmdir()
    outside.rename(outside.with_name("penutup.md"))
    (linked_folder / "naskah").symlink_to(outside.parent)

    work = from_files(linked_folder)

    assert [(str(one.source), one.message.id) for one in work.problems] == [("naskah", OUT)]
    assert HIDDEN not in repr(work.report().sections)


@links
def test_a_table_that_is_a_link_out_is_a_problem_and_none_of_its_rows_is_counted(
    linked_folder: Path, outside: Path
) -> None:
    outside.write_text("bulan,jumlah\nMei,3\n", encoding="utf-8")
    (linked_folder / "permohonan.csv").symlink_to(outside)

    work = from_files(linked_folder)

    assert [(str(one.source), one.message.id) for one in work.problems] == [("permohonan.csv", OUT)]
    assert "permohonan.csv" not in work.intake.inputs


@links
def test_a_link_inside_the_folder_is_read_as_what_it_leads_to(linked_folder: Path) -> None:
    (linked_folder / "naskah" / "asli.txt").write_text("Semua terlayani.", encoding="utf-8")
    (linked_folder / "naskah" / "penutup.txt").symlink_to("asli.txt")

    assert from_files(linked_folder).problems == ()


@links
@pytest.mark.parametrize("key", ["badan.logo", "gambar"])
def test_a_picture_or_logo_that_is_a_link_out_is_not_taken(
    linked_folder: Path, outside: Path, key: str
) -> None:
    (linked_folder / "foto.png").symlink_to(outside)
    tables = {"gambar": "nomor,berkas,judul\n1,foto.png,Ruang layanan\n"} if key == "gambar" else {}

    work = from_files(linked_folder, keys="badan.logo,foto.png\n" if key == "badan.logo" else "", **tables)

    assert (dict(work.intake.pictures), len(found(work, "D103"))) == ({}, 1)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(path))


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pipes
@pytest.mark.parametrize("place", [_pipe, _socket, _device])
@pytest.mark.parametrize("name", ["permohonan.csv", "naskah/penutup.md", "lain.csv"])
def test_what_is_no_plain_file_is_told_and_never_waited_for(
    linked_folder: Path, name: str, place: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(linked_folder)  # the path of a socket is short
    place(Path(name))

    work = from_files(linked_folder)

    places = [*(str(one.source) for one in work.problems), *(str(one.source) for one in work.notes)]
    assert any(name in place for place in places)
    said = " ".join(messages(work))
    assert "bukan berkas biasa" in said or "tautan" in said or "tidak dibaca" in said
    assert name not in work.intake.inputs


@pipes
@pytest.mark.parametrize("name", ["laporan.json", "laporan.xlsx", "laporan.html", "laporan.pdf"])
def test_a_pipe_in_the_place_of_the_input_is_refused_and_never_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)

    with pytest.raises(InputError, match="bukan berkas biasa"):
        load(tmp_path / name)


@links
def test_a_broken_link_is_a_problem(linked_folder: Path) -> None:
    (linked_folder / "permohonan.csv").symlink_to("tidak-ada.csv")
    (linked_folder / "laporan.csv").write_text(REPORT, encoding="utf-8")

    assert [str(one.source) for one in load(linked_folder).problems] == ["permohonan.csv"]


@pytest.mark.parametrize("path", ["/etc/passwd", "../rahasia.docx", "C:\\kop.docx", "a/../../kop.docx"])
def test_a_table_names_no_template_outside_the_folder(
    linked_folder: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    from_files(linked_folder, keys=f"ekspor.docx.template,{path}\n", permohonan="bulan,jumlah\nMei,3\n")

    with pytest.raises(SystemExit) as end:
        ppid.main(["report", str(linked_folder), "--to", "docx"], prog_name="ppid")

    assert end.value.code == 2
    assert "berada di luar folder laporan" in " ".join(capsys.readouterr().err.split())
    assert not (linked_folder / "hasil").exists()
