from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from ppid_core.cli.console import WIDTH
from ppid_core.law import load_calendar
from ppid_core.workdays import WorkdayCalendar

EXAMPLE = Path(__file__).parents[2] / "examples" / "kabupaten-contoh-2024"


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


LAPORAN = "kunci,isi\ntahun,2020\n"
KEBERATAN = "nomor,tanggal,jumlah\nK-1,2020-11-16,1\n,2020-11-20,1\nK-3,2020-12-01,1\n"


def one_line(text: str) -> str:
    """Return text as it was before it was wrapped."""
    return " ".join(text.split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with objections that run over the joint leave of 2020."""
    (tmp_path / "laporan.csv").write_text(LAPORAN, encoding="utf-8")
    (tmp_path / "keberatan.csv").write_text(KEBERATAN, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("year", [year.year for year in load_calendar()])
def test_every_free_day_of_a_year_stands_with_its_kind_and_decree(run: Run, year: int) -> None:
    ended = run("calendar", str(year), "--format", "json")

    found = json.loads(ended.out)
    free = WorkdayCalendar.load().days.free
    assert [day["date"] for day in found["days"]] == [str(day) for day in sorted(free) if day.year == year]
    assert all(day["instrument"] and day["citation"] and day["decreed_on"] for day in found["days"])
    assert sum(day["weekday"] for day in found["days"]) == sum(
        day.weekday() < 5 for day in free if day.year == year
    )
    assert (ended.code, found["estimated"], found["as_known_on"]) == (0, False, None)


def test_a_year_is_told_day_by_day_with_the_decree(run: Run) -> None:
    ended = run("kalender", "2020")

    lines = ended.out.splitlines()
    assert lines[0] == "Hari libur tahun 2020, jalur gabungan (keputusan terakhir)"
    assert "Rabu, 9 Desember 2020       libur nasional  Keppres 22/2020" in lines
    assert "Kamis, 24 Desember 2020     cuti bersama    Keppres 17/2020" in lines
    assert "19 hari Senin–Jumat bukan hari kerja; 3 hari libur lain jatuh pada Sabtu atau Minggu." in lines
    assert lines[-1] == f"Kalender hari kerja {WorkdayCalendar.load().version}."
    assert max(len(line) for line in lines) <= WIDTH
    assert ended.code == 0


def test_kind_of_a_day_stands_apart_from_its_decree_in_either_language(run: Run) -> None:
    for lang, kind in (("id", "libur nasional"), ("en", "national holiday")):
        assert f"{kind}  SKB" in run("--lang", lang, "calendar", "2024").out


def test_a_year_is_told_in_english_too(run: Run) -> None:
    told = run("calendar", "2020", "--lang", "en").out

    assert "Thursday, 24 December 2020  joint leave       Keppres 17/2020" in told
    assert "19 weekdays are no working days" in told


@pytest.mark.parametrize(
    ("known_on", "is_free"), [("2020-11-30", True), ("2020-12-01", False), ("1 Desember 2020", False)]
)
def test_a_year_is_told_as_it_was_known_on_a_day(run: Run, known_on: str, is_free: bool) -> None:  # noqa: FBT001  a column of the table
    told = run("calendar", "2020", "--as-known-on", known_on).out

    assert ("Senin, 28 Desember 2020" in told) is is_free
    assert "menurut keputusan sampai dengan" in told


def test_a_year_before_its_list_was_out_is_an_estimate_with_holidays(run: Run) -> None:
    text = one_line(run("calendar", "2021", "--as-known-on", "2020-05-01").out)
    found = json.loads(run("calendar", "2021", "--as-known-on", "2020-05-01", "--format", "json").out)

    assert "Perkiraan: belum ada keputusan untuk tahun ini" in text
    assert "Selasa, 17 Agustus 2021" in text
    assert (found["estimated"], found["as_known_on"]) == (True, "2020-05-01")
    assert {day["confidence"] for day in found["days"]} == {"unconfirmed"}


def test_a_day_in_dispute_is_marked_where_it_is_free_and_told_where_it_is_not(run: Run) -> None:
    free, working = (one_line(run("calendar", "2021", "--track", track).out) for track in ("asn", "umum"))

    assert "Jumat, 24 Desember 2021 cuti bersama Keppres 7/2021 – hanya pada satu jalur" in free
    assert "24 Desember 2021: hari kerja di sini, cuti bersama pada jalur lain." in working
    for track in ("asn", "umum"):
        found = json.loads(run("calendar", "2021", "--track", track, "--format", "json").out)
        assert found["conflict"] == ["2021-12-24"]


def test_a_year_says_with_what_its_days_were_compared(run: Run) -> None:
    told = one_line(run("calendar", "2019").out)
    found = json.loads(run("calendar", "2019", "--format", "json").out)

    assert "Dibandingkan dengan cetak ulangnya di pers atau laman badan: 19 hari." in told
    assert "naskahnya tidak ditemukan: 2 hari (1 September, 9 November)." in told
    assert {(day["date"], day["confidence"]) for day in found["days"] if day["compared"] == "package"} == {
        ("2019-09-01", "unconfirmed"),
        ("2019-11-09", "unconfirmed"),
    }
    assert "21 of them compared with the decree itself." in run("calendar", "2020", "--lang", "en").out


def test_a_year_for_which_the_keppres_is_awaited_says_so(run: Run) -> None:
    awaited = "Belum ada keputusan cuti bersama jalur ASN (Keppres) untuk tahun ini"

    assert awaited in one_line(run("calendar", "2027").out)
    assert json.loads(run("calendar", "2027", "--format", "json").out)["awaited"] == ["asn"]
    for year in ("2016", "2026"):
        assert awaited not in one_line(run("calendar", year).out)


def test_a_track_that_follows_the_other_says_so(run: Run) -> None:
    assert "mengikuti jalur lain" in one_line(run("calendar", "2027", "--track", "asn").out)
    assert json.loads(run("calendar", "2027", "--track", "asn", "--format", "json").out)["following"] is True
    assert "mengikuti" not in run("calendar", "2026", "--track", "asn").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Tulis tahunnya, misalnya: ppid kalender 2024"),
        (["0"], '"0" bukan tahun. Tulis misalnya: ppid kalender 2024'),
        (["99999"], '"99999" bukan tahun.'),
        (["9" * 5000], f'"{"9" * 5000}" bukan tahun.'),
        (["2020x"], '"2020x" bukan tahun.'),
        (["²"], '"²" bukan tahun.'),
        (["-5"], "Pilihan -5 tidak dikenal."),
        (["--changes", "0"], '"0" bukan tahun.'),
        (["--changes", "-5"], '"-5" bukan tahun.'),
        (["--changes", "2020x"], '"2020x" bukan tahun.'),
        (["--changes", "99999"], '"99999" bukan tahun.'),
        (["--changes", "2005"], "Keputusan untuk tahun 2005 tidak diketahui."),
        (["--changes", "2020", "--as-known-on", "2019-01-01"], "Keputusan untuk tahun 2020 tidak diketahui."),
        (["--changes", "2020", "tidak-ada"], 'Folder "tidak-ada" tidak ditemukan.'),
        (["2020", "--as-known-on", "1999-01-01"], "Belum ada hari libur yang diketahui pada 1999-01-01."),
        (["2020", "--track", "pns"], "Isi --track tidak dikenal. Yang dapat: asn, umum, both."),
        (["2005"], "Hari libur tahun 2005 tidak diketahui; yang diketahui: 2010–2027."),
        (["2100"], "Hari libur tahun 2100 tidak diketahui; yang diketahui: 2010–2047."),
    ],
)
def test_what_cannot_be_told_is_a_sentence_and_exit_code_2(run: Run, arguments: list[str], said: str) -> None:
    ended = run("calendar", *arguments)

    assert one_line(ended.err).startswith(said)
    assert (ended.code, ended.out) == (2, "")


@pytest.mark.parametrize(
    ("year", "said"),
    [
        ("2029", 'yang diketahui: 2010–2027); perkiraannya memerlukan pip install "ppid-core[estimate]"'),
        ("2005", "Hari libur tahun 2005 tidak diketahui; yang diketahui: 2010–2027."),
    ],
)
def test_without_the_package_only_a_later_year_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch, year: str, said: str
) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)

    ended = run("calendar", year)

    assert said in one_line(ended.err)
    assert (ended.code, ended.out) == (2, "")


def test_an_estimated_year_says_so(run: Run) -> None:
    told = one_line(run("calendar", "2029").out)

    assert "Perkiraan: belum ada keputusan untuk tahun ini" in told
    assert "(belum diverifikasi)" in told


def test_changes_tell_what_each_decree_freed_and_gave_back(run: Run) -> None:
    ended = run("calendar", "--changes", "2020")

    lines = ended.out.splitlines()
    assert lines[0] == "Perubahan hari libur tahun 2020"
    assert "9 Maret 2020: SKB Menag 174/2020" in ended.out
    assert "  menjadi cuti bersama: 28 Mei, 29 Mei, 21 Agustus, 30 Oktober" in lines
    assert "1 Desember 2020: SKB Menag 744/2020, Menaker 05/2020, MenPANRB 06/2020" in lines
    assert "  tidak lagi cuti bersama, menjadi hari kerja: 28 Desember, 29 Desember, 30 Desember" in lines
    assert ended.code == 0


def test_changes_of_a_decree_that_changed_nothing_here_tell_what_it_says_for_its_own_track(run: Run) -> None:
    told = one_line(run("calendar", "--changes", "2020").out)

    assert "8 Desember 2020: Keppres 23/2020 tidak mengubah jalur gabungan (keputusan terakhir)" in told
    assert "pada jalur ASN (Keppres): tidak lagi cuti bersama, menjadi hari kerja: 28 Desember" in told


def test_changes_up_to_a_day_are_those_known_on_it(run: Run) -> None:
    told = run("calendar", "--changes", "2020", "--as-known-on", "2020-12-01").out

    assert "menurut keputusan sampai dengan 1 Desember 2020" in told
    assert "Keppres 22/2020" in told
    assert "Keppres 23/2020" not in told
    found = run("calendar", "--changes", "2020", "--as-known-on", "2020-12-01", "--format", "json").out
    assert json.loads(found)["as_known_on"] == "2020-12-01"


def test_a_year_that_was_not_changed_says_so(run: Run) -> None:
    assert run("calendar", "--changes", "2010").out == "Hari libur tahun 2010 tidak diubah.\n"
    assert (
        run("calendar", "--changes", "2010", "--lang", "en").out == "The holidays of 2010 were not changed.\n"
    )


def test_a_decree_that_no_text_confirms_says_so(run: Run) -> None:
    told = one_line(run("calendar", "--changes", "2012").out)

    assert "1 Januari 2012 (tanggal belum diverifikasi): SKB perubahan" in told
    assert "tahun 2012 (belum diverifikasi) menjadi cuti bersama: 31 Desember" in told


def test_changes_with_a_folder_tell_which_due_dates_moved(run: Run, folder: Path) -> None:
    ended = run("calendar", "--changes", "2020", folder)

    told = one_line(ended.out)
    assert (
        "30 Desember keberatan K-1: batas waktu 7 Januari 2021 menjadi 4 Januari 2021"
        " keberatan keberatan.csv baris 3: batas waktu 13 Januari 2021 menjadi 8 Januari 2021"
    ) in told
    assert "K-3: batas waktu" not in told
    assert "tidak ada batas waktu yang bergeser" in told
    assert ended.code == 0


def test_changes_with_a_folder_on_another_track_move_on_its_own_day(run: Run, folder: Path) -> None:
    ended = run("calendar", "--changes", "2020", folder, "--track", "asn", "--format", "json")

    moved = {
        change["date"]: [one["number"] for one in change["moved"]]
        for change in json.loads(ended.out)["changes"]
    }
    assert moved["2020-12-01"] == []
    assert moved["2020-12-08"] == ["K-1", "", "K-3"]


def test_changes_as_json_name_decrees_days_and_moved_dates(run: Run, folder: Path) -> None:
    found = json.loads(run("calendar", "--changes", "2020", folder, "--format", "json").out)

    assert (found["year"], found["track"], found["problems"]) == (2020, "both", [])
    (change,) = (one for one in found["changes"] if one["date"] == "2020-12-01")
    assert [one["date"] for one in change["restored"]] == ["2020-12-28", "2020-12-29", "2020-12-30"]
    assert (change["freed"], change["decrees"][0]["decree_track"]) == ([], "umum")
    assert change["moved"] == [
        {
            "register": "objections",
            "number": number,
            "file": "keberatan.csv",
            "row": row,
            "before": before,
            "after": after,
        }
        for number, row, before, after in (
            ("K-1", 2, "2021-01-07", "2021-01-04"),
            ("", 3, "2021-01-13", "2021-01-08"),
        )
    ]


def test_changes_with_a_folder_are_told_in_english_too(run: Run, folder: Path) -> None:
    told = one_line(run("calendar", "--changes", "2020", folder, "--lang", "en").out)

    assert "no longer joint leave, working days again: 28 December" in told
    assert "objection K-1: due 7 January 2021, now 4 January 2021" in told


def test_a_problem_in_the_folder_ends_with_2_and_the_changes_are_still_told(run: Run, folder: Path) -> None:
    (folder / "keberatan.csv").write_text(KEBERATAN + "K-4,2020-13-01,1\n", encoding="utf-8")

    text, wire = (run("calendar", "--changes", "2020", folder, "--format", form) for form in ("text", "json"))

    assert (text.code, wire.code) == (2, 2)
    assert "TIDAK TERBACA" in text.out
    assert "K-1" in text.out
    assert [problem["row"] for problem in json.loads(wire.out)["problems"]] == [5]


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_folder_without_a_year_ends_with_2(run: Run, folder: Path, form: str) -> None:
    """Neither *laporan* nor a day of receipt names one."""
    for file in folder.glob("*.csv"):
        file.unlink()
    (folder / "permohonan.csv").write_text("nomor,kanal\n1,surel\n", encoding="utf-8")

    ended = run("calendar", "--changes", "2020", folder, "--format", form)

    assert ended.code == 2
    assert "laporan" in ended.out
    assert ended.err == ""


def test_an_amendment_before_any_calendar_of_the_folder_moves_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\n", encoding="utf-8")

    assert "tidak ada batas waktu yang bergeser" in run("calendar", "--changes", "2024", tmp_path).out
    assert run("calendar", "--changes", "2024", EXAMPLE).code == 0


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
@pytest.mark.parametrize("arguments", [["calendar", "2021"], ["calendar", "--changes", "2021"]])
def test_a_console_of_few_signs_gets_plain_ones(
    on_console: Callable[..., tuple[object, str, str]], arguments: list[str], encoding: str
) -> None:
    code, told, beside = on_console(encoding, *arguments)

    assert (code, beside) == (0, "")
    assert told
    assert "?" not in told
