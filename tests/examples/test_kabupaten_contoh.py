"""The invented year ``kabupaten-contoh-2024``: figures by csv alone, due dates by two other libraries."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import holidays
import numpy as np
import pytest

from ppid_core import Lawbook, Summary, WorkdayCalendar, load, summarize, unstructure
from ppid_core.deadlines import DeadlineKind, due_on
from ppid_core.rules import Severity, Status
from ppid_core.testing.judgement import judged

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDER = EXAMPLES / "kabupaten-contoh-2024"
YEAR_END, SIGNED, SENT = date(2024, 12, 31), date(2025, 3, 24), date(2025, 3, 25)
LAW = Lawbook.load()
WORKDAYS = WorkdayCalendar.load()

TOLD = {
    "C202": ["objection:004/KB/2024", "objection:006/KB/2024"],
    "C203": ["dispute:042/IX/KI-CONTOH/2024"],
    "L106": [f"request:{number}/PPID/2024" for number in ("014", "021", "027", "036", "042")],
    "L108": ["request:027/PPID/2024"],
    "L901": ["law:personal_data_masked"],
    "P102": ["traits:permohonan"],
}
"""Every finding of the folder; nothing else may be found."""

FREE = holidays.country_holidays("ID", years=range(2023, 2026), categories=("public", "government"))
PUBLIC = holidays.country_holidays("ID", years=range(2023, 2026), categories=("public",))
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
Leg = tuple[date, int]
ENDED_AND_OPEN = re.compile(r"\*\*(terbuka, )?(tepat waktu|belum lewat|lewat)\*\*")


def rows(table: str) -> list[dict[str, str]]:
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def received(table: str) -> list[dict[str, str]]:
    return [row for row in rows(table) if not row["bawaan"]]


def counted(table: str, heading: str) -> Counter[str]:
    return Counter(row[heading] for row in received(table))


def by_number(table: str, number: str, heading: str = "nomor") -> dict[str, str]:
    (row,) = (row for row in rows(table) if row[heading] == number)
    return row


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def known(text: str) -> date:
    return date.fromisoformat(text)


def written(text: str) -> date:
    """Read ``1 April 2024``."""
    number, month, year = text.split()
    return date(int(year), MONTHS.index(month) + 1, int(number))


def last_day(start: date, n: int, free: Mapping[date, str] = FREE) -> date:
    """Return the n-th working day after ``start``, by numpy and the package holidays."""
    days = np.array(sorted(free), dtype="datetime64[D]")
    found: date = np.busday_offset(np.datetime64(start), n, roll="backward", holidays=days).astype(date)
    return found


def working_days(start: date, end: date) -> int:
    one = timedelta(days=1)
    span = [start + one * offset for offset in range(1, (end - start).days + 1)]
    return sum(on.weekday() < 5 and on not in FREE for on in span)


def request(number: str) -> tuple[list[Leg], date | None]:
    row = by_number("permohonan", number)
    legs = [(known(row["tanggal"]), 10)]
    if row["tanggal_perpanjangan"]:
        legs.append((last_day(*legs[0]), 7))
    return legs, day(row["tanggal_pemberitahuan"])


def objection(number: str, step: str) -> tuple[list[Leg], date | None]:
    row = by_number("keberatan", number)
    if step == "pengajuan":
        return [(known(row["tanggal_alasan"]), 30)], known(row["tanggal"])
    return [(known(row["tanggal"]), 30)], day(row["tanggal_jawaban"])


def dispute(number: str, step: str) -> tuple[list[Leg], date | None]:
    row = by_number("sengketa", number)
    if step == "penyelesaian":
        return [(known(row["tanggal_diterima"]), 100)], day(row["tanggal_putusan"])
    origin = by_number("keberatan", row["nomor_keberatan"])
    silence = last_day(known(origin["tanggal"]), 30)
    return [(day(origin["tanggal_jawaban"]) or silence, 14)], known(row["tanggal"])


def suit(number: str, _: str) -> tuple[list[Leg], date | None]:
    row = by_number("gugatan", number, "nomor_sengketa")
    decided = by_number("sengketa", number)["tanggal_terima_putusan"]
    return [(known(decided), 14)], known(row["tanggal"])


def table() -> list[tuple[str, str, str, str]]:
    """Return the rows of the table of cases, as they stand in the README."""
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8").partition("## `kabupaten-contoh-2024/`")[2]
    lines = [line for line in text.splitlines() if line.startswith("| ")][1:]
    cells = (tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines)
    return [(case, what, due, why) for case, what, due, why in cells]


def legs_of(case: str) -> tuple[list[Leg], date | None]:
    """Return the times that run in working days, and the day on which the act was done."""
    kind, _, rest = case.partition(" ")
    number, _, step = rest.partition(", ")
    if kind == "permohonan":
        return request(number)
    return {"keberatan": objection, "sengketa": dispute, "gugatan": suit}[kind](number, step)


CASES = {case: (what, written(due), why) for case, what, due, why in table()}
IN_WORKING_DAYS = [case for case in CASES if case != "laporan" and not case.endswith("kasasi")]


def summary(as_of: date) -> Summary:
    return summarize(load(FOLDER).year, LAW, WORKDAYS, as_of)


def test_the_folder_loads_without_a_problem_and_what_could_be_read_otherwise_is_told() -> None:
    intake = load(FOLDER)

    assert (intake.problems, [note.message.id for note in intake.notes]) == (
        (),
        [
            'permohonan.csv, kolom biaya: "480.000" dibaca sebagai bilangan bulat, 480.000.',
            *(
                f"{table} 1 baris jumlah tidak dihitung sebagai data, hanya dicocokkan dengan rinciannya "
                f"(baris {row})."
                for table, row in (("anggaran.csv:", 4), ("kunjungan.csv:", 14), ("sdm.csv:", 5))
            ),
        ],
    )
    assert intake.read == intake.accepted
    assert intake.year.as_of == SIGNED


def test_nobody_is_named() -> None:
    headings = {heading for name in ("permohonan", "keberatan", "sengketa") for heading in rows(name)[0]}
    keys = {row["kunci"] for row in rows("laporan")}

    assert headings & {"nama", "alamat", "kontak", "nama_atasan"} == set()
    assert keys & {"penandatangan.nama", "penandatangan.nip"} == set()


@pytest.mark.parametrize(
    "path", sorted([*FOLDER.glob("*.csv"), *FOLDER.glob("naskah/*.md")]), ids=lambda path: path.name
)
def test_no_number_as_long_as_that_of_a_person_stands_anywhere(path: Path) -> None:
    assert re.search(r"(?:\d[ .]?){16,}", path.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize(
    ("register", "path", "number"),
    [("permohonan", "requests", 45), ("keberatan", "objections", 8), ("sengketa", "disputes", 5)],
)
def test_the_rows_received_are_the_totals(register: str, path: str, number: int) -> None:
    months = Counter(known(row["tanggal"]).month for row in received(register))
    figures = unstructure(summary(SIGNED))[path]

    assert len(received(register)) == number == figures["total"]
    assert [months[month] for month in range(1, 13)] == figures["by_month"]


def test_the_rows_carried_over_are_counted_apart() -> None:
    figures = summary(SIGNED)

    assert len(rows("permohonan")) - len(received("permohonan")) == 3
    assert figures.figure("requests.carried_over") == 3
    assert figures.figure("suits.total") == len(rows("gugatan")) == 2


@pytest.mark.parametrize(
    ("register", "heading", "path", "words"),
    [
        (
            "permohonan",
            "keputusan",
            "requests.by_outcome",
            {
                "dikabulkan seluruhnya": "granted",
                "dikabulkan sebagian": "partly_granted",
                "ditolak": "refused",
                "tidak dikuasai": "not_held",
                "dicabut pemohon": "withdrawn",
                "masih diproses": "pending",
            },
        ),
        (
            "permohonan",
            "kanal",
            "requests.by_channel",
            {
                "meja layanan PPID": "desk",
                "website": "website",
                "surel": "email",
                "WhatsApp": "whatsapp",
                "pos": "post",
            },
        ),
        (
            "permohonan",
            "pemohon",
            "requests.by_applicant",
            {"perorangan": "individual", "kelompok orang": "group", "badan hukum/lembaga": "organisation"},
        ),
        (
            "keberatan",
            "jawaban",
            "objections.by_answer",
            {
                "diterima": "accepted",
                "diterima sebagian": "partly_accepted",
                "ditolak": "rejected",
                "tidak dijawab": "unanswered",
            },
        ),
        ("keberatan", "huruf", "objections.by_ground", {letter: f"ground_{letter}" for letter in "abcdefg"}),
        (
            "sengketa",
            "hasil",
            "disputes.by_result",
            {
                "mediasi": "mediated",
                "ditolak": "rejected",
                "permohonan dicabut": "withdrawn",
                "tidak dapat diterima": "dismissed",
                "masih diproses": "pending",
            },
        ),
    ],
    ids=["outcome", "channel", "applicant", "answer", "ground", "result"],
)
def test_a_breakdown_is_what_the_rows_say(
    register: str, heading: str, path: str, words: Mapping[str, str]
) -> None:
    figure = summary(SIGNED).figure(path)

    assert isinstance(figure, Mapping)
    assert {slug: number for slug, number in figure.items() if number} == {
        words[word]: number for word, number in counted(register, heading).items()
    }


def test_availability_budget_and_visits_are_what_the_tables_say() -> None:
    cells = Counter(cell for row in rows("ketersediaan") for cell in list(row.values())[1:])
    money = [row for row in rows("anggaran") if row["sumber"] != "JUMLAH"]
    spent = sum(int(row["realisasi"].replace(".", "")) for row in money)
    visits = sum(int(row["kunjungan"]) for row in rows("kunjungan") if row["bulan"] != "JUMLAH")
    figures = summary(SIGNED)

    assert cells == {"√": 106, "-": 4, "n/a": 10}
    assert figures.figure("compliance.disclosed") == cells["√"]
    assert figures.figure("budget.realised") == spent == 174_700_000
    assert figures.figure("visits.total") == visits == 16_500


def test_the_times_of_the_answers_are_those_of_the_oracle() -> None:
    answered = [request(row["nomor"]) for row in rows("permohonan") if row["tanggal_pemberitahuan"]]
    taken = sorted(working_days(legs[0][0], on) for legs, on in answered if on)
    figures = unstructure(summary(SIGNED))["requests"]["response_time"]

    assert (len(taken), taken[0], taken[-1]) == (figures["count"], figures["min"], figures["max"])
    assert round(sum(taken) / len(taken), 2) == figures["mean"]


@pytest.mark.parametrize("case", IN_WORKING_DAYS)
def test_a_due_date_of_the_table_is_that_of_the_oracle(case: str) -> None:
    legs, _ = legs_of(case)
    start, n = legs[-1]

    assert last_day(start, n) == CASES[case][1]


@pytest.mark.parametrize("case", CASES)
def test_what_the_table_says_of_a_case_is_so(case: str) -> None:
    what, due, _ = CASES[case]
    ended = {"laporan": SENT, "gugatan 011/X/KI-CONTOH/2023, kasasi": known("2024-07-29")}
    done = ended[case] if case in ended else legs_of(case)[1]
    verdict = ENDED_AND_OPEN.search(what)
    late = (done or SIGNED) > due

    assert verdict is not None
    assert bool(verdict[1]) == (done is None)
    assert (verdict[2] == "lewat") == late
    assert ("hari terakhir" in what) == (done == due)


@pytest.mark.parametrize("case", IN_WORKING_DAYS)
def test_each_step_of_the_reasons_is_the_working_day_that_it_says(case: str) -> None:
    legs, _ = legs_of(case)
    reasons = CASES[case][2].split(";")

    assert len(reasons) == len(legs)
    for (start, n), reason in zip(legs, reasons, strict=True):
        on, number = start, 0
        for first, last, step in re.findall(r"(\d+)(?:–(\d+))?=(\d+)", re.sub(r"\[[^]]*\]", "", reason)):
            for wanted in (int(first), int(last or first)):
                on = next(on + timedelta(days=k) for k in range(62) if (on + timedelta(days=k)).day == wanted)
            number = int(step)
            assert working_days(start, on) == number
        assert number == n


def test_the_cassation_is_counted_in_calendar_days_and_the_report_by_the_calendar() -> None:
    row = by_number("gugatan", "011/X/KI-CONTOH/2023", "nomor_sengketa")
    due = known(row["tanggal_terima_putusan"]) + timedelta(days=14)

    assert due == known(row["tanggal_kasasi"]) == CASES["gugatan 011/X/KI-CONTOH/2023, kasasi"][1]
    assert CASES["laporan"][1] == date(2025, 3, 31)
    assert written(by_number("laporan", "penyampaian.tanggal", "kunci")["isi"]) == SENT


def test_three_answers_are_in_time_for_one_reason_only() -> None:
    without_polling_day = {on: why for on, why in FREE.items() if on != date(2024, 11, 27)}

    assert last_day(date(2024, 4, 1), 10, PUBLIC) == date(2024, 4, 17)
    assert last_day(date(2024, 8, 5), 10) == date(2024, 8, 19)
    assert last_day(date(2024, 11, 20), 10, without_polling_day) == date(2024, 12, 4)


@pytest.mark.parametrize(
    ("kind", "opened_on", "case"),
    [
        (DeadlineKind.REQUEST, date(2024, 4, 1), "permohonan 012/PPID/2024"),
        (DeadlineKind.OBJECTION_FILING, date(2024, 4, 4), "keberatan 003/KB/2024, pengajuan"),
        (DeadlineKind.OBJECTION_ANSWER, date(2024, 6, 4), "keberatan 004/KB/2024, jawaban"),
        (DeadlineKind.DISPUTE_FILING, date(2024, 4, 4), "sengketa 014/V/KI-CONTOH/2024, pengajuan"),
        (
            DeadlineKind.DISPUTE_FILING_AFTER_SILENCE,
            date(2024, 8, 6),
            "sengketa 047/X/KI-CONTOH/2024, pengajuan",
        ),
        (
            DeadlineKind.COMMISSION_FINISH,
            date(2024, 12, 13),
            "sengketa 058/XII/KI-CONTOH/2024, penyelesaian",
        ),
        (DeadlineKind.COURT, date(2024, 2, 26), "gugatan 011/X/KI-CONTOH/2023, pengajuan"),
        (DeadlineKind.CASSATION, date(2024, 7, 15), "gugatan 011/X/KI-CONTOH/2023, kasasi"),
        (DeadlineKind.YEARLY_REPORT, date(2024, 12, 31), "laporan"),
    ],
    ids=lambda value: str(value) if isinstance(value, DeadlineKind) else "",
)
def test_the_library_counts_each_kind_of_time_as_the_table_does(
    kind: DeadlineKind, opened_on: date, case: str
) -> None:
    assert due_on(kind, opened_on, LAW, WORKDAYS) == CASES[case][1]


def test_the_library_counts_an_extension_as_the_table_does() -> None:
    due = due_on(DeadlineKind.REQUEST, date(2024, 3, 4), LAW, WORKDAYS, extended=True)

    assert due == CASES["permohonan 009/PPID/2024"][1]


def test_two_requests_are_open_in_time_and_one_late_at_the_end_of_the_year() -> None:
    at_end = unstructure(summary(YEAR_END))["requests"]["timeliness"]
    signed = unstructure(summary(SIGNED))["requests"]["timeliness"]

    assert at_end == {
        "closed_in_time": 40, "closed_late": 4, "open_in_time": 2, "open_late": 1, "unknown": 1
    }  # fmt: skip
    assert signed == {
        "closed_in_time": 42, "closed_late": 4, "open_in_time": 0, "open_late": 1, "unknown": 1
    }  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    ("as_of", "open_cases"),
    [
        ("", ["2024-12-16 lewat 042/PPID/2024"]),
        (
            "2024-12-31",
            [
                "2024-12-16 lewat 042/PPID/2024",
                "2025-01-07 terbuka 044/PPID/2024",
                "2025-01-13 terbuka 045/PPID/2024",
            ],
        ),
        ("2024-04-08", ["2024-04-23 terbuka 012/PPID/2024"]),
    ],
    ids=["on the day of signature", "at the end of the year", "on a day of joint leave"],
)
def test_the_script_prints_each_open_request_with_its_last_day(as_of: str, open_cases: list[str]) -> None:
    command = [sys.executable, str(EXAMPLES / "due_dates.py"), str(FOLDER), as_of]
    printed = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout

    assert re.findall(r"^2\d{3}-.*", printed, re.MULTILINE) == open_cases
    assert printed.count("Pemberitahuan tertulis") == len(open_cases)


def test_exactly_the_deliberate_cases_are_found() -> None:
    found: dict[str, list[str]] = {}
    for finding in judged(load(FOLDER).year).findings:
        found.setdefault(finding.code, []).append(finding.subject)

    assert found == TOLD


@pytest.mark.parametrize("as_of", [SIGNED, YEAR_END], ids=str)
def test_nothing_is_an_error_and_no_rule_fails(as_of: date) -> None:
    checked = judged(load(FOLDER).year, as_of=as_of)

    assert [finding for finding in checked.findings if finding.severity is Severity.ERROR] == []
    assert [run.code for run in checked.runs if run.status is Status.FAILED] == []
