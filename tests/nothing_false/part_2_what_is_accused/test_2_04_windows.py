"""2.4: windows open with the receipt, both readings of a time are shown, and contents follow the articles."""

from __future__ import annotations

from datetime import date

import pytest
from tests.nothing_false.work import found, from_tables

from ppid_core import Dossier

# By hand, 2024: the letter of Monday 5 August; 14 working days end on Friday 23 August (17 is a Saturday).
# Received on Thursday 8 August: 9=1 12–16=2–6 19–23=7–11 26–28=12–14, Wednesday 28 August.
ANSWERED = {
    "nomor": "K-1",
    "tanggal": "1 Juli 2024",
    "huruf": "d",
    "jawaban": "ditolak",
    "tanggal_jawaban": "5 Agustus 2024",
}
DISPUTED = {"nomor": "S-1", "nomor_keberatan": "K-1", "tanggal": "28 Agustus 2024"}


def dispute_after(answer: dict[str, str], **dispute: str) -> Dossier:
    """Return the work of an objection and the dispute that followed it."""
    return from_tables(year=2024, keberatan=[answer], sengketa=[{**DISPUTED, **dispute}])


def test_a_dispute_is_counted_from_the_receipt_of_the_answer() -> None:
    received = {**ANSWERED, "tanggal_terima_jawaban": "8 Agustus 2024"}

    assert found(dispute_after(received), "C203") == ()
    (finding,) = found(dispute_after(received, tanggal="29 Agustus 2024"), "C203")
    assert finding.expected == date(2024, 8, 28)
    assert "diterima pemohon, 8 Agustus 2024" in finding.message()


def test_without_the_receipt_the_date_of_the_letter_is_taken_and_named_as_assumed() -> None:
    (finding,) = found(dispute_after(ANSWERED), "C203")

    assert finding.expected == date(2024, 8, 23)
    assert "dengan anggapan diterima hari itu: tanggal_terima_jawaban belum dicatat" in finding.message()


# The copy of the decision received Monday 2 September 2024: 3–6=1–4 9–13=5–9 [16 Maulid] 17–20=10–13 23=14.
DECIDED = {**DISPUTED, "hasil": "ditolak", "tahap": "ajudikasi", "tanggal_terima_putusan": "2 September 2024"}


def suit(**cells: str) -> Dossier:
    """Return the work of a suit against a decision of the commission."""
    return from_tables(year=2024, sengketa=[DECIDED], gugatan=[{"nomor_sengketa": "S-1", **cells}])


@pytest.mark.parametrize(
    ("statement", "filed", "law"),
    [
        ("24 September 2024", "23 September 2024", "UU 14/2008 Pasal 48 ayat (1)"),
        ("23 September 2024", "24 September 2024", "PERMA 2/2011 Pasal 4 ayat (2)"),
    ],
)
def test_the_act_times_the_statement_and_the_court_s_rule_the_filing(
    statement: str, filed: str, law: str
) -> None:
    (finding,) = found(suit(tanggal_pernyataan=statement, tanggal=filed), "C204")

    assert finding.expected == date(2024, 9, 23)
    assert [basis.id for basis in finding.basis] == [law]
    in_time = suit(tanggal_pernyataan="23 September 2024", tanggal="23 September 2024")
    assert found(in_time, "C204") == ()


# The judgment received Monday 7 October 2024: 14 calendar days end on the 21st; 8–11=1–4 14–18=5–9
# 21–25=10–14.
@pytest.mark.parametrize(("filed", "is_late"), [("21", False), ("22", False), ("25", False), ("28", True)])
def test_a_cassation_is_late_only_after_both_days_and_both_are_shown(filed: str, *, is_late: bool) -> None:
    work = suit(tanggal_terima_putusan="7 Oktober 2024", tanggal_kasasi=f"{filed} Oktober 2024")
    findings = found(work, "C205")

    assert len(findings) == is_late
    for finding in findings:
        assert "21 Oktober 2024 menurut undang-undang dan 25 Oktober 2024 menurut PERMA" in finding.message()
        assert "yang aman 21 Oktober 2024" in finding.message()


def test_the_start_of_the_commission_is_the_day_that_the_article_names() -> None:
    late = {"tanggal_diterima": "2 September 2024", "tanggal_sidang": "1 Oktober 2024"}
    messages = [
        one.message() for one in found(from_tables(year=2024, sengketa=[{**DISPUTED, **late}]), "C206")
    ]

    assert len(messages) == 1
    assert "Dihitung sejak penerimaan di Komisi Informasi 2 September 2024." in messages[0]
    assert "tidak menyebut" not in messages[0]


def test_results_without_stages_are_not_asked_for_where_no_row_has_a_stage() -> None:
    without = {**DISPUTED, "hasil": "ditolak"}

    assert found(from_tables(year=2024, sengketa=[without]), "C302") == ()
    both = from_tables(year=2024, sengketa=[without, {**DECIDED, "nomor": "S-2"}])
    assert len(found(both, "C302")) == 1


def test_stages_are_never_added_up_since_one_dispute_goes_through_both() -> None:
    lines = [
        {"apa": "sengketa", "menurut": "", "nilai": "", "jumlah": "2"},
        {"apa": "sengketa", "menurut": "tahap", "nilai": "mediasi", "jumlah": "2"},
        {"apa": "sengketa", "menurut": "tahap", "nilai": "ajudikasi", "jumlah": "1"},
    ]

    assert found(from_tables(year=2024, rekap=lines), "T104") == ()


def test_words_beside_a_claim_of_the_text_are_read() -> None:
    claim = {"apa": "keberatan", "jumlah": "13 (tiga puluh)", "satuan": "perkara"}
    (finding,) = found(from_tables(year=2024, pernyataan=[claim]), "T103")

    assert (finding.provided, finding.expected) == (30, 13)
    right = {**claim, "jumlah": "13 (Tiga Belas)"}
    assert found(from_tables(year=2024, pernyataan=[right]), "T103") == ()


def test_a_notice_on_a_saturday_after_the_tenth_working_day_names_its_day() -> None:
    # Received Friday 30 August 2024: 2–6=1–5 9–13=6–10, so Friday 13 September is the last day; notice on
    # the 14th.
    row = {"nomor": "P-1", "keputusan": "dikabulkan seluruhnya"}
    friday = {**row, "tanggal": "30 Agustus 2024", "tanggal_pemberitahuan": "14 September 2024"}
    (finding,) = found(from_tables(year=2024, permohonan=[friday]), "L106")

    assert (finding.provided, finding.expected) == (10, 10)
    assert "dijawab Sabtu, 14 September 2024, setelah hari kerja ke-10" in finding.message()
    assert "sampai 13 September 2024" in finding.message()


def test_the_signature_stands_in_for_a_sending_that_is_not_typed() -> None:
    signed = from_tables(year=2024, keys={"penandatangan.tanggal": "14 April 2025"}, as_of=date(2025, 4, 14))
    sent = {"penandatangan.tanggal": "14 April 2025", "penyampaian.tanggal": "27 Maret 2025"}

    (finding,) = found(signed, "L104")
    assert "ditandatangani 14 April 2025 (tanggal penyampaian belum dicatat" in finding.message()
    assert found(from_tables(year=2024, keys=sent, as_of=date(2025, 4, 14)), "L104") == ()


def test_constraints_of_both_kinds_and_a_follow_up_are_asked_for_by_their_letters() -> None:
    work = from_tables(
        year=2024,
        kendala=[{"jenis": "internal", "uraian": "Petugas merangkap tugas."}],
        rekomendasi=[{"uraian": "Menambah petugas."}],
    )
    told = {one.subject: one.basis[0].id for one in found(work, "L103")}

    assert told["content:constraints_external"] == "Perki 1/2021 Pasal 56 ayat (4) huruf e"
    assert told["content:follow_up"] == "Perki 1/2021 Pasal 56 ayat (4) huruf f"
    assert "content:constraints_internal" not in told
    assert "content:recommendations" not in told


def test_time_is_asked_of_every_request_and_how_many_lack_it_is_said() -> None:
    rows = [
        {"tanggal": "2 September 2024", "keputusan": "dikabulkan seluruhnya", "tanggal_pemberitahuan": day}
        for day in ("4 September 2024", "", "")
    ]
    (finding,) = (
        one
        for one in found(from_tables(year=2024, permohonan=rows), "L103")
        if one.subject == "content:response_time"
    )

    assert finding.message() == (
        "Isi minimum belum lengkap: waktu yang diperlukan untuk memenuhi setiap permohonan (2 dari 3"
        " permohonan)."
    )
    assert finding.basis[0].id == "UU 14/2008 Pasal 12 huruf b, Perki 1/2021 Pasal 57 ayat (2) huruf b"
