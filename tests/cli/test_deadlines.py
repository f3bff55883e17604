from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Protocol

import icalendar
import pytest

from ppid_core.cli.console import WIDTH


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


TABLES = {
    "laporan": "kunci,isi\ntahun,2020\nbadan.nama,Pemerintah Kabupaten Contoh\n",
    "opd": "kode,nama,singkatan\nOPD-1,Dinas Pekerjaan Umum,DPU\n",
    "permohonan": (
        "nomor,tanggal,jumlah,opd,keputusan,tanggal_pemberitahuan\n"
        "1/2020,2020-12-18,1,OPD-1,,\n"
        "2/2020,2020-12-22,3,Bagian Umum,,\n"
        "3/2020,2020-11-02,1,,dikabulkan,2020-11-09\n"
        ",2020-12-01,1,,,\n"
        ",2020-12-01,1,,,\n"
    ),
    "keberatan": "nomor,tanggal\nK-1,2020-11-16\n",
    "sengketa": (
        "nomor,tanggal,hasil,tanggal_putusan,tanggal_terima_putusan\n"
        "S-1,2020-08-10,,,\n"
        "S-2,2020-06-02,ditolak,2020-12-10,2020-12-14\n"
    ),
    "gugatan": "nomor_sengketa,tanggal,tanggal_terima_putusan\nS-9,2020-08-01,2020-12-11\n",
}
TODAY = date(2021, 1, 4)


def filled(folder: Path, **tables: str) -> Path:
    """Return a folder with open cases in every register, some tables replaced."""
    folder.mkdir(exist_ok=True)
    for name, text in {**TABLES, **tables}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def open_cases(tmp_path: Path) -> Path:
    return filled(tmp_path / "kabupaten")


def rows(text: str) -> list[str]:
    """Return the lines of a screen that tell a case."""
    return [line for line in text.splitlines() if "2020  " in line or "2021  " in line]


def events(text: str) -> dict[str, icalendar.Component]:
    """Return the entries of a calendar file by their title."""
    return {str(event["summary"]): event for event in icalendar.Calendar.from_ical(text).walk("VEVENT")}


def test_open_cases_stand_by_due_date_with_their_agency(run: Run, open_cases: Path) -> None:
    ended = run("deadlines", open_cases, "--as-of", "2020-12-23")

    assert ended.out.splitlines()[0] == (
        "Pemerintah Kabupaten Contoh · tahun 2020 · keadaan per 23 Desember 2020"
    )
    assert rows(ended.out) == [
        "lewat 5 hari      16 Desember 2020    permohonan tanpa nomor (permohonan.csv baris 5)",
        "lewat 5 hari      16 Desember 2020    permohonan tanpa nomor (permohonan.csv baris 6)",
        "2 hari lagi       25 Desember 2020    kesempatan kasasi atas gugatan sengketa S-9",
        "4 hari lagi       4 Januari 2021      keberatan K-1",
        "7 hari lagi       7 Januari 2021      kesempatan menggugat atas sengketa S-2",
        "7 hari lagi       7 Januari 2021      permohonan 1/2020 · DPU",
        "9 hari lagi       11 Januari 2021     permohonan 2/2020 · 3 perkara · Bagian Umum",
        "10 hari lagi      12 Januari 2021     sengketa S-1 selesai di komisi",
    ]
    assert "10 perkara terbuka: 2 lewat, 0 hari ini, 8 belum." in ended.out
    assert (ended.code, ended.err) == (0, "")


def test_open_cases_are_told_in_english_too(run: Run, open_cases: Path) -> None:
    ended = run("deadlines", open_cases, "--as-of", "2020-12-23", "--lang", "en")

    assert (
        rows(ended.out)[0]
        == "5 days past       16 December 2020    request without a number (permohonan.csv row 5)"
    )
    assert "objection K-1" in ended.out
    assert "10 open cases: 2 past, 0 today, 8 ahead." in ended.out


@pytest.mark.parametrize(
    ("as_of", "when"),
    [
        ("2021-01-06", "1 hari lagi"),
        ("2021-01-07", "hari ini"),
        ("2021-01-08", "lewat 1 hari"),
        ("2021-01-09", "lewat 1 hari"),
        ("2021-01-12", "lewat 3 hari"),
    ],
)
def test_what_is_due_is_past_today_or_ahead(run: Run, open_cases: Path, as_of: str, when: str) -> None:
    (line,) = (line for line in rows(run("deadlines", open_cases, "--as-of", as_of).out) if "1/2020" in line)

    assert line.startswith(f"{when}  ")


def test_on_the_weekend_behind_its_last_day_a_case_is_past_and_not_due_today(
    run: Run, tmp_path: Path
) -> None:
    folder = filled(tmp_path / "kabupaten", permohonan="nomor,tanggal\n1,2020-11-26\n")

    ended = run("deadlines", folder, "--as-of", "2020-12-12")

    assert rows(ended.out)[0] == "lewat             11 Desember 2020    permohonan 1"
    assert "1 lewat, 0 hari ini" in ended.out


def test_the_state_is_that_of_today_which_is_printed(
    run: Run, open_cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Clock:
            return cls(TODAY.year, TODAY.month, TODAY.day, 9, 30, tzinfo=tz)

    monkeypatch.setattr("ppid_core.cli.verbs.deadlines.datetime", Clock)

    ended = run("tenggat", open_cases)

    assert "keadaan per 4 Januari 2021" in ended.out
    assert ended.out == run("deadlines", open_cases, "--as-of", "2021-01-04").out


def test_json_holds_every_case_with_its_deadline(run: Run, open_cases: Path) -> None:
    ended = run("deadlines", open_cases, "--as-of", "2020-12-23", "--format", "json")

    found = json.loads(ended.out)
    (request,) = (case for case in found["cases"] if case["number"] == "1/2020")
    assert found["as_of"] == "2020-12-23"
    assert (len(found["cases"]), found["undated"], found["problems"]) == (8, {}, [])
    assert {key: request[key] for key in ("register", "agency", "count", "state", "days_left")} == {
        "register": "requests",
        "agency": "OPD-1",
        "count": 1,
        "state": "open_in_time",
        "days_left": 7,
    }
    assert (request["file"], request["row"]) == ("permohonan.csv", 2)
    assert (request["deadline"]["kind"], request["deadline"]["due_on"]) == ("request", "2021-01-07")
    assert ended.code == 0


def test_a_problem_ends_with_2_and_the_cases_are_still_listed(run: Run, tmp_path: Path) -> None:
    folder = filled(tmp_path / "kabupaten", permohonan="nomor,tanggal\n1,2020-12-18\n2,2020-13-01\n")

    text, wire, file = (
        run("deadlines", folder, "--as-of", "2020-12-23", "--format", form)
        for form in ("text", "json", "ics")
    )

    assert {text.code, wire.code, file.code} == {2}
    assert "TIDAK TERBACA" in text.out
    assert "permohonan 1" in text.out
    assert [problem["row"] for problem in json.loads(wire.out)["problems"]] == [3]
    assert "permohonan 1" in events(file.out)
    assert "permohonan.csv baris 3" in file.err


@pytest.mark.parametrize("form", ["text", "json", "ics"])
def test_a_folder_without_a_year_ends_with_2(run: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "permohonan.csv").write_text("nomor\n1\n", encoding="utf-8")

    ended = run("deadlines", tmp_path, "--format", form)

    assert ended.code == 2
    assert "laporan" in (ended.err if form == "ics" else ended.out)
    assert (ended.out == "") == (form == "ics")


def test_a_missing_folder_is_a_sentence(run: Run, tmp_path: Path) -> None:
    ended = run("deadlines", tmp_path / "tidak-ada")

    assert "tidak ditemukan" in " ".join(ended.err.split())
    assert (ended.code, ended.out) == (2, "")


def test_cases_without_a_day_are_counted(run: Run, tmp_path: Path) -> None:
    folder = filled(
        tmp_path / "kabupaten",
        permohonan="nomor,bulan,jumlah,keputusan\n,November,1200,masih diproses\n",
        keberatan="nomor\n",
        sengketa="nomor\n",
        gugatan="nomor_sengketa\n",
    )

    ended = run("deadlines", folder, "--as-of", "2020-12-23")

    assert "Tidak ada perkara terbuka yang diketahui." in ended.out
    assert "Tanpa batas waktu: 1.200 permohonan terbuka yang tanggalnya tidak tercatat" in ended.out
    assert ended.code == 0


def test_a_day_beyond_every_calendar_leaves_the_cases_undated(run: Run, open_cases: Path) -> None:
    ended = run("deadlines", open_cases, "--as-of", "2090-01-01")

    assert "Tanpa batas waktu: 6 permohonan terbuka" in ended.out.replace("\n", " ")
    assert ended.code == 0


def test_without_the_package_a_later_year_leaves_cases_undated_and_says_what_to_install(
    run: Run, open_cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)

    text, file, known = (
        run("deadlines", open_cases, "--as-of", day, "--format", form)
        for day, form in (("2028-01-03", "text"), ("2028-01-03", "ics"), ("2020-12-23", "text"))
    )

    install = 'perkiraannya memerlukan pip install "ppid-core[estimate]"'
    assert install in " ".join(text.out.split())
    assert install in " ".join(file.err.split())
    assert "Tanpa batas waktu: 6 permohonan terbuka" in " ".join(file.err.split())
    assert (text.code, file.code, events(file.out)) == (0, 0, {})
    assert "pip install" not in known.out


def test_what_hangs_on_a_day_in_dispute_or_on_an_estimate_says_so(run: Run, tmp_path: Path) -> None:
    folder = filled(
        tmp_path / "kabupaten",
        laporan="kunci,isi\ntahun,2021\n",
        permohonan="nomor,tanggal\n1,2021-12-15\n",
        keberatan="nomor\n",
        sengketa="nomor\n",
        gugatan="nomor_sengketa\n",
    )
    ahead = filled(
        tmp_path / "besok",
        laporan="kunci,isi\ntahun,2028\n",
        permohonan="nomor,tanggal\n,2028-01-03\n",
        keberatan="nomor\n",
        sengketa="nomor\n",
        gugatan="nomor_sengketa\n",
    )

    disputed, estimated = (
        run("deadlines", one, "--as-of", day).out.replace("\n", " ")
        for one, day in ((folder, "2021-12-20"), (ahead, "2028-01-04"))
    )

    assert "Bergantung pada 24 Desember 2021" in disputed
    assert "Perkiraan: hari liburnya belum ditetapkan." in estimated


def test_a_calendar_file_holds_every_case_as_a_whole_day(run: Run, open_cases: Path) -> None:
    ended = run("deadlines", open_cases, "--as-of", "2020-12-23", "--format", "ics")

    found = events(ended.out)
    request = found["permohonan 1/2020 · DPU"]
    assert len(found) == 8
    assert request.decoded("dtstart") == date(2021, 1, 7)
    assert type(request.decoded("dtstart")) is date
    assert "Hari nol, tidak dihitung: Jumat, 18 Desember 2020" in str(request["description"])
    assert (ended.code, ended.err) == (0, "")


def test_every_entry_has_a_uid_of_its_own_also_without_a_number_or_with_one_twice(
    run: Run, tmp_path: Path
) -> None:
    folder = filled(
        tmp_path / "kabupaten",
        permohonan="nomor,tanggal\n1,2020-12-18\n1,2020-12-21\n,2020-12-18\n,2020-12-18\n",
    )

    ended = run("deadlines", folder, "--as-of", "2020-12-23", "--format", "ics")

    uids = [str(event["uid"]) for event in icalendar.Calendar.from_ical(ended.out).walk("VEVENT")]
    assert len(set(uids)) == len(uids) == 8


def test_a_uid_stays_where_the_due_date_moves(run: Run, tmp_path: Path) -> None:
    head = "nomor,tanggal,tanggal_lengkap,tanggal_perpanjangan\n"
    laporan = "kunci,isi\ntahun,2023\nbadan.nama,Pemerintah Kabupaten Contoh\n"
    lines = (
        "1,2023-04-10,,\n",
        "1,2023-04-10,,2023-04-28\n",
        "1,2023-04-10,2023-04-13,\n",
        "1,2023-04-11,,\n",
    )
    libur = "tanggal,sebab\n2023-04-12,Hari jadi kabupaten\n"

    found = []
    for number, (line, closed) in enumerate(
        [*((line, "tanggal,sebab\n") for line in lines), (lines[0], libur)]
    ):
        folder = filled(tmp_path / str(number), laporan=laporan, permohonan=head + line, hari_libur=closed)
        found.append(events(run("deadlines", folder, "--as-of", "2023-04-28", "--format", "ics").out))
    requests = [entries["permohonan 1"] for entries in found]

    # The day of completeness moves nothing: the act counts from receipt.
    assert len({event.decoded("dtstart") for event in requests}) == 3
    assert len({str(event["uid"]) for event in requests}) == 1


def test_a_calendar_file_is_the_same_whenever_it_is_written(run: Run, open_cases: Path) -> None:
    arguments = ("deadlines", open_cases, "--as-of", "2020-12-23", "--format", "ics")

    assert run(*arguments).out == run(*arguments).out


def test_lines_fit_the_console(run: Run, open_cases: Path) -> None:
    for lang in ("id", "en"):
        lines = run("deadlines", open_cases, "--as-of", "2020-12-23", "--lang", lang).out.splitlines()
        assert max(len(line) for line in lines) <= WIDTH


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_a_console_of_few_signs_gets_plain_ones(
    on_console: Callable[..., tuple[object, str, str]], open_cases: Path, encoding: str
) -> None:
    code, told, beside = on_console(encoding, "deadlines", open_cases, "--as-of", "2020-12-23")

    assert (code, beside) == (0, "")
    assert "?" not in told
    assert "permohonan 1/2020" in told
