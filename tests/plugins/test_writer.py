from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path, PureWindowsPath
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.written import contents

from ppid_core.errors import FolderError, PpidError
from ppid_core.output.artifact import name_fault, refuse_names
from ppid_core.plugins import AnswerError, Artifact, FileBusyError, write


def file(name: str, content: bytes = b"baru") -> Artifact:
    return Artifact(name=name, media_type="text/plain", content=content)


def test_files_are_written_and_others_stay_untouched(tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").write_bytes(b"milik orang lain")
    write([file("a.txt", b"lama")], tmp_path)

    paths = write([file("a.txt"), file("b.txt")], tmp_path)

    assert (tmp_path / "a.txt", tmp_path / "b.txt") == paths
    assert contents(tmp_path) == {"a.txt": b"baru", "b.txt": b"baru", "catatan.txt": b"milik orang lain"}


def test_folder_is_made_where_it_is_missing(tmp_path: Path) -> None:
    write([file("a.txt")], tmp_path / "hasil" / "2020")

    assert contents(tmp_path / "hasil" / "2020") == {"a.txt": b"baru"}


def test_new_files_have_the_rights_that_any_new_file_gets(tmp_path: Path) -> None:
    (tmp_path / "acuan.txt").write_bytes(b"")
    write([file("a.txt")], tmp_path)

    expected = stat.S_IMODE((tmp_path / "acuan.txt").stat().st_mode)
    assert expected == stat.S_IMODE((tmp_path / "a.txt").stat().st_mode)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            " ",
            ".",
            "..",
            "../a.txt",
            "/etc/passwd",
            "a/b.txt",
            "a\\b.txt",
            "C:a.txt",
            "a\0.txt",
            "a\n.txt",
        ),
        *("CON", "con.txt", "NUL", "Aux.csv", "COM1", "lpt9.docx", "com¹", "CONIN$"),
        *("CON .txt", "nul.tar.gz", "clock$", "COM²", "ＣＯＮ", "ｎｕｌ.txt", "LAPORA~1.HTM", "a~12"),
        *("a.", "a ", ".htaccess", "a*.txt", "a?.txt", 'a".txt', "a|b", "a" * 250, "é" * 101),
        *("a:rahasia", "a／b.txt", "a＼b.txt", "℀.txt", "a\x7f.txt", "a\x1b[2J.txt", "a\u202etxt.exe"),
        *("a\u200b.txt", "a\u2028.txt", "\ud800.txt", "//host/share", "..\\a", "~/.profile/a"),
    ],
)
def test_name_that_some_system_cannot_hold_is_refused_before_anything_is_written(
    name: str, tmp_path: Path
) -> None:
    with pytest.raises(AnswerError):
        write([file("a.txt"), file(name)], tmp_path / "hasil")

    assert not (tmp_path / "hasil").exists()


@pytest.mark.parametrize(
    "name",
    [
        *("laporan.html", "tabel 1.1.csv", "console.txt", "common.csv", "OPD-é.csv", "com10", "a~b.txt"),
        *("a" * 200, "é" * 100, "laporan 表.csv", "a..b", "~a", "nulis.txt", "x.con"),
    ],
)
def test_plain_name_is_accepted(name: str) -> None:
    assert name_fault(name) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.txt", "a.txt"),
        ("a.txt", "A.TXT"),
        ("\u00e9.txt", "e\u0301.txt"),
        ("\u00c9.txt", "e\u0301.txt"),
        ("stra\u00dfe.txt", "STRASSE.txt"),
        ("\u212a.txt", "k.txt"),
        ("\u0131.txt", "I.txt"),
        ("\u03c3.txt", "\u03c2.txt"),
    ],
)
def test_names_that_may_mean_one_file_are_refused(one: str, other: str, tmp_path: Path) -> None:
    with pytest.raises(AnswerError, match="dua kali"):
        write([file(one), file(other)], tmp_path)

    assert contents(tmp_path) == {}


PARTS = st.sampled_from(["..", "/", "\\", "a", "A", ".", " ", ":", "con", "~1", "\u0301", "é", "\0", "／"])


@given(st.lists(st.text(max_size=8) | st.lists(PARTS, max_size=4).map("".join), max_size=4))
def test_whatever_is_accepted_stays_inside_the_folder_and_apart(names: list[str]) -> None:
    artifacts = [file(name) for name in names]

    try:
        refuse_names(artifacts)
    except AnswerError:
        return

    folder = Path("/hasil")
    assert all((folder / name).parent == folder and ".." not in name.split("/") for name in names)
    assert len(names) == len({unicodedata.normalize("NFC", name).casefold() for name in names})
    assert all(name == PureWindowsPath(name).name == name.rstrip(". ") for name in names)


def test_nothing_changes_where_the_last_file_cannot_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "laporan.docx"):
        (tmp_path / name).write_bytes(b"lama")
    replace = Path.replace

    def held_open(self: Path, target: Path) -> Path:
        if target.name == "laporan.docx":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held_open)

    with pytest.raises(FileBusyError) as caught:
        write([file("a.txt"), file("b.txt"), file("laporan.docx")], tmp_path)

    assert contents(tmp_path) == {"a.txt": b"lama", "laporan.docx": b"lama"}
    assert str(caught.value) == (
        "Tidak dapat menulis laporan.docx: berkas sedang dibuka. Tutup Word, lalu jalankan lagi. "
        "Berkas lama tidak berubah."
    )
    assert isinstance(caught.value, PpidError)
    assert isinstance(caught.value, PermissionError)


def test_nothing_changes_where_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"lama")
    write_bytes = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if data == b"penuh":
            raise OSError(28, os.strerror(28))
        return write_bytes(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)

    with pytest.raises(FolderError, match="ruang penyimpanan penuh"):
        write([file("a.txt"), file("b.txt", b"penuh")], tmp_path)

    assert contents(tmp_path) == {"a.txt": b"lama"}


def test_folder_in_the_place_of_a_file_stays(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    (tmp_path / "0.txt").write_bytes(b"lama")

    with pytest.raises(OSError, match=r"a\.txt"):
        write([file("0.txt"), file("a.txt")], tmp_path)

    assert (tmp_path / "a.txt").is_dir()
    assert (tmp_path / "0.txt").read_bytes() == b"lama"


@pytest.mark.parametrize(
    "wrong",
    [
        "laporan.txt",
        Artifact(name=cast("str", 7), media_type="text/plain", content=b""),
        Artifact(name="a.txt", media_type="text/plain", content=cast("bytes", "isi")),
        Artifact(name="a.txt", media_type=cast("str", None), content=b""),
    ],
    ids=["no artifact", "no name", "no bytes", "no type"],
)
def test_what_is_no_file_is_refused_before_anything_is_written(wrong: object, tmp_path: Path) -> None:
    with pytest.raises(AnswerError, match="bukan berkas"):
        write([file("b.txt"), cast("Artifact", wrong)], tmp_path / "hasil")

    assert not (tmp_path / "hasil").exists()


links = pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no links")


@links
def test_link_in_the_place_of_a_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    outside, home = tmp_path / "milik-orang.txt", tmp_path / "hasil"
    outside.write_bytes(b"milik orang lain")
    home.mkdir()
    (home / "a.txt").symlink_to(outside)
    (home / "b.txt").symlink_to(tmp_path / "tidak-ada.txt")
    (home / "c.txt").symlink_to(tmp_path)

    write([file("a.txt"), file("b.txt"), file("c.txt")], home)

    assert outside.read_bytes() == b"milik orang lain"
    assert not any(path.is_symlink() for path in home.iterdir())
    assert {"hasil", "milik-orang.txt"} == {path.name for path in tmp_path.iterdir()}


@links
def test_link_is_a_link_again_where_a_later_file_cannot_be_written(tmp_path: Path) -> None:
    outside, home = tmp_path / "milik-orang.txt", tmp_path / "hasil"
    outside.write_bytes(b"milik orang lain")
    (home / "z.txt").mkdir(parents=True)
    (home / "a.txt").symlink_to(outside)
    (home / "b.txt").symlink_to(tmp_path / "tidak-ada.txt")

    with pytest.raises(OSError, match=r"z\.txt"):
        write([file("a.txt"), file("b.txt"), file("z.txt")], home)

    assert outside == (home / "a.txt").readlink()
    assert (tmp_path / "tidak-ada.txt") == (home / "b.txt").readlink()
    assert {"a.txt", "b.txt", "z.txt"} == {path.name for path in home.iterdir()}


def test_name_that_is_no_text_is_refused() -> None:
    fault = name_fault(7)

    assert fault is not None
    assert fault.id == "namanya bukan teks"


def test_every_fault_is_told_in_both_languages() -> None:
    with pytest.raises(AnswerError) as caught:
        refuse_names([file("../a"), file("con"), file("b"), file("B"), file("")])

    assert str(caught.value) == (
        '"../a": memuat tanda yang tidak boleh ada dalam nama berkas; "con": nama yang berarti lain di '
        'Windows; "B": nama dipakai dua kali; "": nama kosong'
    )
    assert caught.value.told.en.endswith('"B": the name is used twice; "": the name is empty')
