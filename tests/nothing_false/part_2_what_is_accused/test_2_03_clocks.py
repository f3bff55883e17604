"""2.3: the act's clock judges, from receipt; what the standards of service count is told beside it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.nothing_false.work import found, from_tables

from ppid_core import Dossier, Finding
from ppid_core.model import Absent

# By hand, 2024: received Tuesday 2 January, so 3–5=1–3 8–12=4–8 15=9 16=10 January is the last day by the
# act. Complete Wednesday 3 July: 4=1 5=2 8–12=3–7 15=8 16=9 17=10 July is the last day by Perki 1/2021.
LATE_BY_THE_ACT = {
    "nomor": "P-1",
    "tanggal": "2 Januari 2024",
    "tanggal_lengkap": "3 Juli 2024",
    "keputusan": "dikabulkan seluruhnya",
    "tanggal_pemberitahuan": "10 Juli 2024",
}


def of_2024(*rows: dict[str, str]) -> Dossier:
    """Return the work of a register of requests of 2024."""
    return from_tables(year=2024, permohonan=list(rows))


def said(findings: tuple[Finding, ...]) -> list[str]:
    """Return the sentences of findings."""
    return [finding.message() for finding in findings]


def test_a_grant_is_late_by_the_act_though_the_request_was_complete_half_a_year_later() -> None:
    work = of_2024(LATE_BY_THE_ACT)

    assert said(found(work, "L106")) == [
        (
            "Permohonan P-1 – 1 permohonan: dijawab 10 Juli 2024, dalam 117 hari kerja; batasnya 10 hari"
            " kerja, sampai 16 Januari 2024."
        )
    ]
    assert [str(basis.id) for basis in found(work, "L106")[0].basis] == ["UU 14/2008 Pasal 22 ayat (7)"]
    assert work.figure("requests.timeliness.closed_late") == 1


def test_an_info_says_where_only_the_clock_of_the_perki_saves_a_grant() -> None:
    (finding,) = found(of_2024(LATE_BY_THE_ACT), "L108")

    assert str(finding.severity) == "info"
    assert finding.message() == (
        "Permohonan P-1 – 1 permohonan, lengkap 3 Juli 2024: dijawab 10 Juli 2024, dalam waktu menurut"
        " hitungan Perki sejak lengkap (sampai 17 Juli 2024), lewat menurut undang-undang sejak diterima"
        " (sampai 16 Januari 2024)."
    )
    assert [basis.id for basis in finding.basis][-1] == "Perki 1/2021 Pasal 31 ayat (3)"


def test_a_refusal_keeps_the_clock_of_receipt() -> None:
    work = of_2024({**LATE_BY_THE_ACT, "keputusan": "ditolak", "alasan_penolakan": "Pasal 17 huruf h"})

    assert len(found(work, "L106")) == 1
    assert found(work, "L108") == ()
    assert isinstance(work.figure("requests.standard_time.mean"), Absent)


def test_the_printed_response_time_is_that_of_the_act_and_the_other_is_named_as_such() -> None:
    work = of_2024(LATE_BY_THE_ACT)
    printed = str(work.report())

    assert work.figure("requests.response_time.mean") == 117
    assert work.summary.figure("requests.response_time.clock") == "received"
    assert work.figure("requests.standard_time.mean") == 5
    assert "Menurut hitungan Perki, sejak permohonan dinyatakan lengkap" in printed
    assert "Hari kerja dihitung sejak permohonan diterima." in printed


@pytest.mark.parametrize(
    ("received", "complete", "is_saved"),
    [("29 Juni 2021", "5 Juli 2021", False), ("30 Juni 2021", "5 Juli 2021", True)],
    ids=["in process on 30 June 2021: Perki 1/2010", "received that day: Perki 1/2021"],
)
def test_a_request_in_process_when_the_perki_came_stays_under_the_earlier_one(
    received: str, complete: str, *, is_saved: bool
) -> None:
    # Ten working days after 29 June 2021 end on 13 July, after 30 June on the 14th, after 5 July on the 19th.
    row = {**LATE_BY_THE_ACT, "tanggal": received, "tanggal_lengkap": complete}
    work = from_tables(year=2021, permohonan=[{**row, "tanggal_pemberitahuan": "16 Juli 2021"}])

    assert len(found(work, "L106")) == 1
    assert len(found(work, "L108")) == is_saved


# Registered Monday 4 March 2024: 5=1 6=2 7=3 is the last day for checking. A letter received Thursday 7
# March: 8=1 [11 Nyepi] [12 joint leave] 13=2 14=3 is the last day for the repair.
REGISTERED = {"nomor": "P-2", "tanggal": "4 Maret 2024", "tanggal_register": "4 Maret 2024"}


def test_a_check_of_completeness_after_its_three_days_is_told_from_the_entry_in_the_register() -> None:
    late = {**REGISTERED, "tanggal_surat_tidak_lengkap": "8 Maret 2024"}
    (finding,) = found(of_2024(late), "C207")

    assert (finding.provided, finding.expected) == (date(2024, 3, 8), date(2024, 3, 7))
    assert "sejak dicatat dalam register 4 Maret 2024" in finding.message()
    assert [basis.id for basis in finding.basis] == ["Perki 1/2021 Pasal 31 ayat (2)"]
    assert found(of_2024({**late, "tanggal_surat_tidak_lengkap": "7 Maret 2024"}), "C207") == ()


def test_without_the_entry_in_the_register_the_receipt_is_taken_and_named_as_assumed() -> None:
    late = {**REGISTERED, "tanggal_register": "", "tanggal_lengkap": "8 Maret 2024"}
    (finding,) = found(of_2024(late), "C207")

    assert "sejak diterima 4 Maret 2024, karena tanggal_register belum dicatat" in finding.message()


@pytest.mark.parametrize(
    ("repaired", "words"),
    [
        ("15 Maret 2024", "dilengkapi 15 Maret 2024"),
        ("", "belum dilengkapi"),
    ],
)
def test_a_repair_after_its_three_days_or_none_is_told_and_is_no_refusal(repaired: str, words: str) -> None:
    row = {
        **REGISTERED,
        "tanggal_surat_tidak_lengkap": "6 Maret 2024",
        "tanggal_terima_surat": "7 Maret 2024",
        "tanggal_perbaikan": repaired,
    }
    work = of_2024(row)
    (finding,) = found(work, "C208")

    assert finding.expected == date(2024, 3, 14)
    assert words in finding.message()
    assert "bukan penolakan" in finding.mend() + finding.message()
    assert [basis.id for basis in finding.basis] == [
        "Perki 1/2021 Pasal 33 ayat (3)",
        "Perki 1/2021 Pasal 33 ayat (4)",
    ]
    assert found(of_2024({**row, "tanggal_perbaikan": "14 Maret 2024"}), "C208") == ()


def test_a_request_that_was_not_repaired_is_neither_late_nor_open() -> None:
    row = {**REGISTERED, "tanggal_terima_surat": "7 Maret 2024"}
    work = of_2024(row, {**LATE_BY_THE_ACT, "tanggal_pemberitahuan": "10 Januari 2024"})

    assert found(work, "L106") == ()
    assert work.figure("requests.timeliness.open_late") == 0
    assert work.figure("requests.balance.closing") == 0


def test_an_extension_on_another_ground_than_the_two_is_asked_about_and_not_accused() -> None:
    row = {**LATE_BY_THE_ACT, "tanggal_perpanjangan": "15 Januari 2024"}
    asked = found(of_2024({**row, "alasan_perpanjangan": "petugas sedang cuti"}), "C309")

    assert [str(finding.severity) for finding in asked] == ["info"]
    assert "belum dikenali" in asked[0].message()
    assert [basis.id for basis in asked[0].basis] == ["Perki 1/2021 Pasal 36"]
    for reason in ("data belum dikuasai", "Belum didokumentasikan", "status informasi belum diputuskan"):
        assert found(of_2024({**row, "alasan_perpanjangan": reason}), "C309") == ()


# Received Monday 1 July 2024: 2–5=1–4 8–12=5–9 15–19=10–14 22–26=15–19 29–31=20–22 July, 1–2=23–24 5–9=25–29
# 12=30 August is the last day by the act. Registered Wednesday 3 July: two days later, 14 August.
OBJECTED = {
    "nomor": "K-1",
    "tanggal": "1 Juli 2024",
    "tanggal_register": "3 Juli 2024",
    "huruf": "d",
    "jawaban": "diterima",
    "tanggal_jawaban": "14 Agustus 2024",
}


def test_an_objection_is_judged_from_receipt_and_the_count_from_the_register_is_named() -> None:
    (finding,) = found(from_tables(year=2024, keberatan=[OBJECTED]), "C202")

    assert finding.expected == date(2024, 8, 12)
    assert "Perki 1/2021 Pasal 44 ayat (1)" in finding.message()
    assert "sejak dicatat 3 Juli 2024, sampai 14 Agustus 2024" in finding.message()
    (plain,) = found(from_tables(year=2024, keberatan=[{**OBJECTED, "tanggal_register": ""}]), "C202")
    assert "Pasal 44" not in plain.message()
