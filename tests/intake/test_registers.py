"""Requests, objections, disputes and suits: what a row becomes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from ppid_core.intake import Intake
from ppid_core.model import (
    NOT_KEPT,
    UNREADABLE,
    AccessKind,
    Applicant,
    Channel,
    Coded,
    CountUnit,
    CourtCase,
    Desk,
    Dispute,
    DisputeResult,
    Objection,
    ObjectionAnswer,
    ObjectionGround,
    Outcome,
    Period,
    RefusalReason,
    Request,
    StageKind,
    StatedTotal,
)

Report = Callable[..., Intake]


def requests(intake: Intake) -> tuple[Request, ...]:
    assert isinstance(intake.year.requests, tuple), intake.problems
    return intake.year.requests


def objections(intake: Intake) -> tuple[Objection, ...]:
    assert isinstance(intake.year.objections, tuple), intake.problems
    return intake.year.objections


def test_every_column_of_a_request_is_read(report: Report) -> None:
    intake = report(
        permohonan="nomor;tanggal;jumlah;nama;alamat;kontak;pemohon;pekerjaan;tujuan;kanal;informasi;opd;dikuasai;"
        "tanggal_lengkap;keputusan;alasan_penolakan;pasal_pengecualian;uji_konsekuensi;tanggal_perpanjangan;"
        "alasan_perpanjangan;tanggal_pemberitahuan;tanggal_penyerahan;hari_kerja;biaya;cara_bayar;jenis;bentuk\n"
        "P-1;7 Januari 2020;2 (dua);A;B;C;Individu;guru;riset;WA;Data X;Dinas Y;Kementerian Z;8-1-2020;"
        "Diterima Sebagian;Dikecualikan;Pasal 17 huruf H;ada;2020-01-20;rumit;29/01/2020;30 Jan 2020;"
        "8 hari kerja;Rp. 5.000,-;tunai;melihat;cetak\n"
    )

    assert intake.problems == ()
    assert requests(intake) == (
        Request(
            number="P-1",
            period=Period(2020, 1, 7),
            count=2,
            count_in_words="dua",
            applicant=Applicant(name="A", address="B", contact="C"),
            applicant_class=requests(intake)[0].applicant_class,
            occupation="guru",
            purpose="riset",
            channel=Coded(Channel.WHATSAPP, "WA"),
            subject="Data X",
            agency=requests(intake)[0].agency,
            held=False,
            held_by="Kementerian Z",
            completed_on=date(2020, 1, 8),
            outcome=Outcome.PARTLY_GRANTED,
            reason=Coded(RefusalReason.EXEMPT, "Dikecualikan"),
            exemption_letter="h",
            consequence_test="ada",
            extended_on=date(2020, 1, 20),
            extension_reason="rumit",
            notice_on=date(2020, 1, 29),
            delivered_on=date(2020, 1, 30),
            working_days=8,
            cost=Decimal(5000),
            payment="tunai",
            access=AccessKind.SEE,
            form="cetak",
        ),
    )


@pytest.mark.parametrize(
    ("heading", "typed", "period"),
    [
        ("tanggal", "7-1-2020", Period(2020, 1, 7)),
        ("bulan", "Pebruari", Period(2020, 2)),
        ("bulan", "Nopember", Period(2020, 11)),
        ("bulan", "2019-03", Period(2019, 3)),
        ("bulan", "Maret 2019", Period(2019, 3)),
        ("bulan,bawaan", "Desember,2019", Period(2019, 12)),
        ("tanggal,bulan", "7 Mei 2020,Mei", Period(2020, 5, 7)),
        ("pekerjaan", "guru", None),
    ],
)
def test_day_wins_over_month_and_a_month_takes_the_year_of_receipt(
    report: Report, heading: str, typed: str, period: Period | None
) -> None:
    intake = report(permohonan=f"{heading}\n{typed}\n")

    assert intake.problems == ()
    assert [request.period for request in requests(intake)] == [period]


@pytest.mark.parametrize(
    ("heading", "typed", "column"),
    [
        ("tanggal,bulan", "7 Mei 2020,Juni", "bulan"),
        ("tanggal,bulan", "7 Mei 2020,Mei 2019", "bulan"),
        ("tanggal,bawaan", "7 Mei 2020,2019", "bawaan"),
        ("bulan,bawaan", "Mei 2018,2019", "bawaan"),
        ("bulan,bawaan", "Mei,2021", "bawaan"),
        ("bulan,bawaan", "Mei,2020", "bawaan"),
    ],
)
def test_cells_of_one_row_that_contradict_each_other_are_a_problem(
    report: Report, heading: str, typed: str, column: str
) -> None:
    intake = report(permohonan=f"{heading}\n{typed}\n")

    assert [problem.source.column for problem in intake.problems] == [column]
    assert intake.accepted["permohonan"] == 1
    (request,) = requests(intake)
    assert (request.period, request.opening) == (None, None)
    assert set(request.unread) <= {"period", "opening"}


def test_without_a_count_column_each_row_is_one_and_under_one_a_blank_cell_is_a_problem(
    report: Report,
) -> None:
    bare = report(permohonan="bulan\nMei\nJuni\n", gugatan="pengadilan\nPTUN\n")
    unkept = report(permohonan="bulan,jumlah\nMei,\nJuni,\n")
    blank = report(permohonan="bulan,jumlah\nMei,\nJuni,0\n", gugatan="pengadilan,jumlah\nPTUN,\nPN,2\n")

    assert [request.count for request in requests(bare)] == [1, 1]
    assert ([request.count for request in requests(unkept)], unkept.problems) == ([1, 1], ())
    assert [(one.source.file, one.source.row, one.source.column) for one in blank.problems] == [
        ("permohonan.csv", 2, "jumlah"),
        ("gugatan.csv", 2, "jumlah"),
    ]
    assert [(request.count, request.unread) for request in requests(blank)] == [(1, ("count",)), (0, ())]


def test_counted_applicants_are_told_apart_and_both_counts_are_a_problem(report: Report) -> None:
    counted = report(permohonan="bulan,Jumlah Pemohon\nMei,13 (Tiga Belas)\n")
    both = report(permohonan="bulan,jumlah,jumlah_pemohon\nMei,1,1\n")

    assert [(one.count, one.count_in_words, one.unit) for one in requests(counted)] == [
        (13, "Tiga Belas", CountUnit.APPLICANT)
    ]
    assert [(one.source.row, one.source.column) for one in both.problems] == [(1, "jumlah_pemohon")]


@pytest.mark.parametrize(
    ("typed", "outcome", "desk"),
    [
        ("Tidak Dijawab PPID Pembantu", Outcome.UNANSWERED, Desk.AGENCY),
        ("tidak dijawab", Outcome.UNANSWERED, None),
        ("DITERIMA", Outcome.GRANTED, None),
        ("", None, None),
    ],
)
def test_outcome_tells_the_desk_that_did_not_answer(
    report: Report, typed: str, outcome: Outcome | None, desk: Desk | None
) -> None:
    intake = report(permohonan=f"bulan,keputusan\nMei,{typed}\n")

    assert [(one.outcome, one.desk) for one in requests(intake)] == [(outcome, desk)]


def test_closed_lists_refuse_and_list_what_is_accepted_open_lists_keep_the_words(report: Report) -> None:
    closed = report(permohonan="keputusan,pemohon\nentah,siapa\n")
    opened = report(permohonan="kanal,alasan_penolakan\nmerpati pos,kurang sopan\n")

    assert [one.source.column for one in closed.problems] == ["keputusan", "pemohon"]
    assert "dikabulkan seluruhnya" in closed.problems[0].message.id
    assert "perorangan" in closed.problems[1].expected.id
    assert [(one.channel, one.reason) for one in requests(opened)] == [
        (Coded(Channel.OTHER, "merpati pos"), Coded(RefusalReason.OTHER, "kurang sopan"))
    ]


@pytest.mark.parametrize(
    ("reason", "article", "letter"),
    [
        ("dikecualikan", "h", "h"),
        ("dikecualikan", "17 huruf i angka 2", "i"),
        ("dikecualikan", "h, j", "h, j"),
        ("dikecualikan huruf b", "", "b"),
        ("Informasi dikecualikan (Pasal 17 huruf a)", "", "a"),
        ("dikecualikan", "", ""),
    ],
)
def test_letter_of_an_exemption_stands_in_its_column_or_in_the_reason(
    report: Report, reason: str, article: str, letter: str
) -> None:
    intake = report(permohonan=f'alasan_penolakan,pasal_pengecualian\n"{reason}","{article}"\n')

    assert intake.problems == ()
    assert [(one.reason and one.reason.slug, one.exemption_letter) for one in requests(intake)] == [
        (RefusalReason.EXEMPT, letter)
    ]


@pytest.mark.parametrize("typed", ["k", "Pasal 6", "17"])
def test_another_article_is_no_letter(report: Report, typed: str) -> None:
    assert len(report(permohonan=f"pasal_pengecualian\n{typed}\n").problems) == 1


@pytest.mark.parametrize(
    ("wording", "letter", "ground", "kept"),
    [
        ("jawaban tidak sesuai dengan permintaan", "", ObjectionGround.D, ""),
        ("jawaban tidak sesuai dengan permintaan", "G.", ObjectionGround.G, "g"),
        ("", "huruf b", ObjectionGround.B, "b"),
        ("d", "", ObjectionGround.D, "d"),
        ("sebab lain sama sekali", "", ObjectionGround.OTHER, ""),
    ],
)
def test_letter_wins_over_the_wording_of_an_objection(
    report: Report, wording: str, letter: str, ground: ObjectionGround, kept: str
) -> None:
    intake = report(keberatan=f"bulan,alasan,huruf\nMei,{wording},{letter}\n")

    (objection,) = objections(intake)
    assert objection.ground == Coded(ground, wording)
    assert objection.ground_letter == kept


def test_a_letter_beyond_g_is_a_problem(report: Report) -> None:
    (problem,) = report(keberatan="huruf\nh\n").problems

    assert "Pasal 35" in problem.message.id


def test_objections_keep_answer_and_earlier_request(report: Report) -> None:
    intake = report(
        keberatan="nomor,permohonan_lalu,nama,jawaban,tanggal_jawaban,nama_atasan\n"
        "K-1,P-9/2019,A,belum dapat diterima,2 Maret 2020,Sekda\n"
    )

    assert objections(intake) == (
        Objection(
            number="K-1",
            earlier_request_number="P-9/2019",
            applicant=Applicant(name="A"),
            answer=Coded(ObjectionAnswer.REJECTED, "belum dapat diterima"),
            answered_on=date(2020, 3, 2),
            superior_name="Sekda",
        ),
    )


def test_disputes_have_stages_session_and_decision(report: Report) -> None:
    intake = report(
        sengketa="nomor,tanggal,tanggal_sidang,tahap,hasil,tanggal_putusan,tanggal_terima_putusan\n"
        "S-1,1 Mei 2020,20 Mei 2020,Mediasi|Ajudikasi,mencabut gugatan,1 Juli 2020,3 Juli 2020\n"
    )

    assert isinstance(intake.year.disputes, tuple)
    (dispute,) = intake.year.disputes
    assert tuple(stage.kind for stage in dispute.stages) == (StageKind.MEDIATION, StageKind.ADJUDICATION)
    assert dispute == Dispute(
        number="S-1",
        filed=Period(2020, 5, 1),
        first_session_on=date(2020, 5, 20),
        stages=dispute.stages,
        result=Coded(DisputeResult.WITHDRAWN, "mencabut gugatan"),
        decided_on=date(2020, 7, 1),
        decision_received_on=date(2020, 7, 3),
    )


def test_suits_are_read(report: Report) -> None:
    intake = report(gugatan="nomor_sengketa,pengadilan,tanggal,putusan\nS-1,PTUN,1 Mei 2020,kuat\n")

    assert intake.year.suits == (
        CourtCase(dispute_number="S-1", court="PTUN", filed_on=date(2020, 5, 1), decision="kuat"),
    )


def test_heading_alone_is_nothing_typed_nihil_is_recorded_and_no_file_is_not_kept(report: Report) -> None:
    intake = report(permohonan="nomor,jumlah\n", keberatan="nomor,jumlah\nNIHIL,\n")

    assert intake.year.requests == NOT_KEPT
    assert intake.year.objections == ()
    assert intake.year.disputes == NOT_KEPT
    assert (intake.read["permohonan"], intake.read["keberatan"]) == (0, 0)
    assert [note.message.id for note in intake.notes] == ["Belum diisi: permohonan.csv."]


def test_nihil_as_a_key_is_recorded_for_each_register_named(report: Report) -> None:
    intake = report(keys="nihil,permohonan|keberatan|pengaduan\n")

    assert intake.problems == ()
    assert (intake.year.requests, intake.year.objections) == ((), ())
    assert [(one.register, one.count) for one in intake.year.aggregates] == [("complaints", 0)]


@pytest.mark.parametrize(
    ("keys", "table", "place"),
    [
        ("", "nomor\nNIHIL\n1\n", ("permohonan.csv", 2)),
        ("nihil,permohonan\n", "nomor\n1\n", ("laporan.csv", 3)),
    ],
)
def test_nihil_beside_rows_is_a_problem(
    report: Report, keys: str, table: str, place: tuple[str, int]
) -> None:
    intake = report(keys=keys, permohonan=table)

    assert [(one.source.file, one.source.row) for one in intake.problems] == [place]
    assert len(requests(intake)) == 1


def test_where_every_row_is_rejected_the_table_is_neither_empty_nor_missing(report: Report) -> None:
    assert report(rekap="menurut,jumlah\nbulan,3\n", opd="kode\n\x01\n").year.agencies == UNREADABLE


@pytest.mark.parametrize("word", ["JUMLAH", "Total", "Jumlah Total", "jumlah :"])
def test_a_total_row_is_a_claim_and_no_data(report: Report, word: str) -> None:
    intake = report(permohonan=f"No,Bulan,Jumlah\n1,Mei,13\n2,Juni,1\n,{word},14 (empat belas)\n")

    assert intake.problems == ()
    assert (intake.read["permohonan"], len(requests(intake))) == (2, 2)
    assert intake.year.stated_totals == (StatedTotal(table="permohonan", column="jumlah", value=Decimal(14)),)
    source = intake.year.stated_totals[0].source
    assert source is not None
    assert (source.row, source.column) == (4, "Jumlah")


def test_a_running_number_is_passed_over_with_a_note(report: Report) -> None:
    intake = report(permohonan="No.,bulan\n1,Mei\n")

    assert intake.problems == ()
    assert ["nomor urut" in note.message.id for note in intake.notes] == [True]


def test_a_total_that_is_no_number_is_a_problem(report: Report) -> None:
    (problem,) = report(permohonan="bulan,jumlah\nMei,1\nJUMLAH,banyak\n").problems

    assert (problem.source.row, problem.source.column, problem.value) == (3, "jumlah", "banyak")


def test_blank_rows_count_as_rows_of_the_sheet_and_are_no_data(report: Report) -> None:
    intake = report(permohonan="bulan,jumlah\n\nMei,1\n,\n  , \nJuni,x\n")

    assert intake.read["permohonan"] == 2
    assert [one.source and one.source.row for one in requests(intake)] == [3, 6]
    assert [problem.source.row for problem in intake.problems] == [6]


def test_a_cell_of_several_lines_is_one_row(report: Report) -> None:
    intake = report(permohonan='informasi,jumlah\n"satu\r\ndua",1\nlain,x\n')

    assert [one.subject for one in requests(intake)] == ["satu\ndua", "lain"]
    assert [problem.source.row for problem in intake.problems] == [3]


def test_dates_that_can_be_read_in_two_ways_are_noted_once_for_each_column(report: Report) -> None:
    intake = report(
        permohonan="tanggal,tanggal_pemberitahuan\n07/01/2020,08/01/2020\n09/02/2020,25/02/2020\n"
    )

    notes = [note.message.id for note in intake.notes if "dibaca hari lebih dahulu" in note.message.id]
    assert notes == [
        'permohonan.csv, kolom tanggal: "07/01/2020" dibaca hari lebih dahulu, 7 Januari 2020.',
        'permohonan.csv, kolom tanggal_pemberitahuan: "08/01/2020" dibaca hari lebih dahulu, 8 Januari 2020.',
    ]


def test_text_guarded_against_formulas_is_unguarded(report: Report) -> None:
    intake = report(permohonan="informasi,nomor\n'=1+1,'-7\n'Mutasi,8\n")

    assert [(one.subject, one.number) for one in requests(intake)] == [("=1+1", "-7"), ("'Mutasi", "8")]
