"""C301–C308, C310: what a refusal, an extension, an objection and a dispute have to say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from ppid_core.model import (
    Coded,
    Dispute,
    DisputeResult,
    ExemptInformation,
    Objection,
    ObjectionGround,
    Outcome,
    Period,
    RefusalReason,
    ReportingPeriod,
    Request,
    ServiceYear,
    Stage,
    StageKind,
)
from ppid_core.rules import Checked, Finding, Severity, Status
from ppid_core.source import Source
from ppid_core.testing.judgement import judged

EMPTY = ServiceYear(period=ReportingPeriod(2021))
MEDIATION, ADJUDICATION = Stage(kind=StageKind.MEDIATION), Stage(kind=StageKind.ADJUDICATION)
MEDIATED = Coded(DisputeResult.MEDIATED, "Mediasi")


def status(checked: Checked, code: str) -> Status:
    return checked.run(code).status


def basis(finding: Finding) -> list[str]:
    return [cited.id for cited in finding.basis]


def mediated(letter: str, dispute: Dispute) -> ServiceYear:
    objection = Objection(number="K1", ground_letter=letter, source=Source(file="keberatan.csv", row=3))
    return evolve(EMPTY, objections=(objection,), disputes=(evolve(dispute, objection_number="K1"),))


@pytest.mark.parametrize(
    "dispute",
    [
        Dispute(stages=(MEDIATION, ADJUDICATION), count=2),
        Dispute(result=MEDIATED, count=2),
        Dispute(
            stages=(evolve(MEDIATION, opened_on=date(2021, 5, 5)),),
            filed=Period(2021, 4),
            result=None,
            count=2,
        ),
    ],
)
def test_c301_fires_where_a_refusal_as_exempt_was_mediated(dispute: Dispute) -> None:
    row = evolve(dispute, source=Source(file="sengketa.csv", row=2))
    checked = judged(mediated("A", row), "C301")
    (finding,) = checked.findings
    assert (finding.provided, finding.affected, finding.severity) == ("a", 2, Severity.WARNING)
    assert [place.file for place in finding.places] == ["sengketa.csv", "keberatan.csv"]
    assert basis(finding) == ["UU 14/2008 Pasal 40 ayat (2)"]
    assert checked.message(finding) == (
        "Sengketa dimediasi; alasan keberatannya huruf a (penolakan atas alasan pengecualian)."
    )


@pytest.mark.parametrize("letter", list("bcdefg"))
def test_c301_passes_the_grounds_that_can_be_mediated(letter: str) -> None:
    assert status(judged(mediated(letter, Dispute(stages=(MEDIATION,))), "C301"), "C301") is Status.PASSED


@pytest.mark.parametrize(
    "year",
    [
        EMPTY,
        mediated("a", Dispute(stages=(ADJUDICATION,))),
        mediated("a", Dispute()),
        mediated("a", Dispute(stages=(MEDIATION,), count=0)),
        mediated("", Dispute(stages=(MEDIATION,))),
        mediated("a", Dispute(stages=(MEDIATION,), filed=Period(1999), opening=1999)),
        evolve(EMPTY, disputes=(Dispute(stages=(MEDIATION,), objection_number="K1"),)),
    ],
)
def test_c301_is_not_applicable_without_a_mediation_over_a_known_letter(year: ServiceYear) -> None:
    run = judged(year, "C301").run("C301")
    assert run.status is Status.NOT_APPLICABLE
    assert "tabel sengketa, kolom tahap" in run.reason.id


def ended(slug: DisputeResult, *stages: Stage) -> ServiceYear:
    return evolve(EMPTY, disputes=(Dispute(result=Coded(slug), stages=stages),))


def with_stages(year: ServiceYear) -> ServiceYear:
    """Return a year whose register keeps stages: another dispute has one."""
    rows = year.disputes if isinstance(year.disputes, tuple) else ()
    return evolve(year, disputes=(*rows, Dispute(stages=(MEDIATION,))))


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (
            with_stages(ended(DisputeResult.MEDIATED)),
            'Hasil sengketa "mediasi", tetapi tahap mediasi tidak tercatat (kolom tahap kosong).',
        ),
        (
            ended(DisputeResult.MEDIATED, ADJUDICATION),
            'Hasil sengketa "mediasi", tetapi tahap mediasi tidak tercatat (kolom tahap: ajudikasi).',
        ),
        (
            ended(DisputeResult.GRANTED, MEDIATION),
            'Hasil sengketa "dikabulkan", tetapi tahap ajudikasi tidak tercatat (kolom tahap: mediasi).',
        ),
        (
            with_stages(ended(DisputeResult.REJECTED)),
            'Hasil sengketa "ditolak", tetapi tahap ajudikasi tidak tercatat (kolom tahap kosong).',
        ),
    ],
)
def test_c302_fires_on_a_result_without_its_stage(year: ServiceYear, said: str) -> None:
    checked = judged(year, "C302")
    assert [checked.message(finding) for finding in checked.findings] == [said]


@pytest.mark.parametrize(
    "year",
    [
        ended(DisputeResult.MEDIATED, MEDIATION),
        ended(DisputeResult.GRANTED, MEDIATION, ADJUDICATION),
        ended(DisputeResult.MEDIATED, ADJUDICATION, MEDIATION),
    ],
)
def test_c302_passes_a_result_whose_stage_is_among_those_gone_through(year: ServiceYear) -> None:
    assert status(judged(year, "C302"), "C302") is Status.PASSED


@pytest.mark.parametrize(
    "year",
    [
        EMPTY,
        ended(DisputeResult.WITHDRAWN),
        ended(DisputeResult.PENDING, MEDIATION),
        ended(DisputeResult.DISMISSED),
        evolve(EMPTY, disputes=(Dispute(),)),
    ],
)
def test_c302_is_not_applicable_where_the_result_needs_no_stage(year: ServiceYear) -> None:
    run = judged(year, "C302").run("C302")
    assert run.status is Status.NOT_APPLICABLE
    assert "tabel sengketa, kolom hasil" in run.reason.id


def test_c302_is_not_applicable_where_no_row_has_a_stage() -> None:
    run = judged(ended(DisputeResult.GRANTED), "C302").run("C302")
    assert run.status is Status.NOT_APPLICABLE
    assert "tabel sengketa, kolom tahap" in run.reason.id


EXEMPT = Request(outcome=Outcome.REFUSED, reason=Coded(RefusalReason.EXEMPT, "dikecualikan"), count=3)


def refused(row: Request) -> ServiceYear:
    return evolve(EMPTY, requests=(row,))


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.PARTLY_GRANTED])
def test_c303_c304_fires_on_an_exemption_without_letter_and_test(outcome: Outcome) -> None:
    checked = judged(refused(evolve(EXEMPT, outcome=outcome)), "C303", "C304")
    assert [(finding.code, finding.affected, basis(finding)) for finding in checked.findings] == [
        ("C303", 3, ["UU 14/2008 Pasal 17"]),
        ("C304", 3, ["UU 14/2008 Pasal 19"]),
    ]
    word = "ditolak" if outcome is Outcome.REFUSED else "dikabulkan sebagian"
    assert checked.message(checked.findings[0]) == (
        f"3 permohonan {word} dengan alasan dikecualikan, tanpa huruf pengecualian."
    )


@pytest.mark.parametrize(
    "row",
    [
        evolve(EXEMPT, exemption_letter="h", consequence_test="Berita acara 7 Juni 2021"),
        evolve(
            EXEMPT,
            reason=Coded(RefusalReason.EXEMPT, "Dikecualikan Pasal 17 huruf h"),
            consequence_test="sudah",
        ),
        evolve(EXEMPT, reason=None, exemption_letter="Pasal 17 huruf h dan i", consequence_test="ada"),
        evolve(
            EXEMPT, reason=Coded(RefusalReason.OTHER, "rahasia"), exemption_letter="H", consequence_test="ya"
        ),
    ],
)
def test_c303_c304_passes_an_exemption_with_letter_and_test(row: Request) -> None:
    checked = judged(refused(row), "C303", "C304")
    assert {run.status for run in checked.runs if run.code in {"C303", "C304"}} == {Status.PASSED}


@pytest.mark.parametrize(
    ("entry", "fires"),
    [
        ({"tested_on": date(2021, 2, 3)}, False),
        ({"tested_on": None}, True),
        ({"tested_on": date(2099, 1, 1)}, True),
        ({"tested_on": date(2010, 2, 3), "valid_until": date(2011, 2, 3)}, True),
        ({"tested_on": date(2021, 2, 3), "number": "4"}, True),
    ],
)
def test_c304_takes_the_test_of_the_entry_that_is_named_unless_it_came_later_or_had_ended(
    *, entry: dict[str, Any], fires: bool
) -> None:
    day = date(2021, 6, 1)
    row = evolve(EXEMPT, exemption_letter="h", exempt_number="DIK-3", notice_on=day)
    listed = ExemptInformation(**{"number": "dik-3", **entry})
    year = evolve(refused(row), exempt_information=(listed,))
    assert bool(judged(year, "C304").findings) is fires


@pytest.mark.parametrize("words", ["tidak", "Tidak ada.", "belum", "-", "tanpa uji konsekuensi"])
def test_c304_fires_where_the_words_say_that_there_was_no_test(words: str) -> None:
    row = evolve(EXEMPT, exemption_letter="h", consequence_test=words)
    assert len(judged(refused(row), "C304").findings) == 1


@pytest.mark.parametrize("code", ["C303", "C304"])
@pytest.mark.parametrize(
    "row",
    [
        Request(outcome=Outcome.GRANTED),
        Request(outcome=Outcome.REFUSED),
        Request(outcome=Outcome.REFUSED, reason=Coded(RefusalReason.NOT_HELD)),
        evolve(EXEMPT, outcome=None),
        evolve(EXEMPT, count=0),
        evolve(EXEMPT, period=Period(2019)),
        evolve(EXEMPT, reason=None, exemption_letter="k"),
        evolve(EXEMPT, notice_on=date(1999, 1, 1), exemption_letter="h", reason=None),
    ],
)
def test_c303_c304_is_not_applicable_where_nothing_was_refused_as_exempt(row: Request, code: str) -> None:
    run = judged(refused(row), code).run(code)
    assert run.status is Status.NOT_APPLICABLE
    assert "tabel permohonan, kolom keputusan" in run.reason.id


@pytest.mark.parametrize("letter", ["k", "h, z", "rahasia pribadi", "17"])
def test_c305_fires_on_a_letter_that_the_law_does_not_have(letter: str) -> None:
    checked = judged(refused(evolve(EXEMPT, exemption_letter=letter)), "C305")
    (finding,) = checked.findings
    assert (finding.provided, finding.affected, basis(finding)) == (letter, 3, ["UU 14/2008 Pasal 17"])
    assert "belum dikenali sebagai huruf pengecualian" in checked.message(finding)


def test_c305_fires_on_a_letter_beside_another_reason() -> None:
    row = evolve(EXEMPT, reason=Coded(RefusalReason.NOT_HELD, "belum ada"), exemption_letter="h")
    checked = judged(refused(row), "C305")
    assert [checked.message(finding) for finding in checked.findings] == [
        'Huruf pengecualian "h": alasan penolakannya "tidak dikuasai", bukan pengecualian.'
    ]


@pytest.mark.parametrize("letter", ["a", "J", "h, i", "Pasal 17 huruf h angka 4", "huruf g dan h"])
def test_c305_passes_the_letters_of_the_law(letter: str) -> None:
    assert status(judged(refused(evolve(EXEMPT, exemption_letter=letter)), "C305"), "C305") is Status.PASSED


@pytest.mark.parametrize(
    "row",
    [EXEMPT, Request(exemption_letter="h"), evolve(EXEMPT, exemption_letter="h", notice_on=date(1999, 1, 1))],
)
def test_c305_is_not_applicable_without_a_letter(row: Request) -> None:
    run = judged(refused(row), "C305").run("C305")
    assert run.status is Status.NOT_APPLICABLE
    assert "kolom pasal_pengecualian" in run.reason.id


EXTENDED = Request(number="1", period=Period(2021, 3, 1), extended_on=date(2021, 3, 15), count=2)
REASONED = evolve(EXTENDED, extension_reason="data belum dikuasai")


def test_c306_fires_on_an_extension_without_a_reason() -> None:
    checked = judged(refused(evolve(EXTENDED, extension_reason="  ")), "C306")
    (finding,) = checked.findings
    assert (finding.provided, finding.affected) == (date(2021, 3, 15), 2)
    assert basis(finding) == ["UU 14/2008 Pasal 22"]
    assert (
        checked.message(finding)
        == "Permohonan 1 – Waktu menjawab diperpanjang 15 Maret 2021 tanpa alasan (2 permohonan)."
    )


def test_c306_passes_an_extension_with_its_reason() -> None:
    assert status(judged(refused(REASONED), "C306"), "C306") is Status.PASSED


AGAIN = evolve(REASONED, further_extensions=(date(2021, 3, 24),))


def test_c307_fires_on_two_extensions_in_one_row() -> None:
    checked = judged(refused(AGAIN), "C307")
    (finding,) = checked.findings
    assert (finding.provided, finding.affected) == (date(2021, 3, 24), 2)
    assert checked.message(finding) == (
        "Permohonan 1 – Waktu menjawab diperpanjang lagi 24 Maret 2021, setelah diperpanjang 15 Maret 2021"
        " (2 permohonan)."
    )


def test_c307_names_the_first_extension_and_the_last() -> None:
    thrice = evolve(REASONED, further_extensions=(date(2021, 3, 24), date(2021, 4, 5)))
    (finding,) = judged(refused(thrice), "C307").findings
    assert (finding.facts["first"], finding.provided) == (date(2021, 3, 15), date(2021, 4, 5))


def test_c307_fires_at_the_second_row_of_a_number_with_an_extension_of_another_day() -> None:
    places = (Source(file="permohonan.csv", row=row) for row in (2, 3))
    first, second = (evolve(REASONED, source=place) for place in places)
    second = evolve(second, number=" 1", extended_on=date(2021, 3, 24))
    (finding,) = judged(evolve(EMPTY, requests=(first, second)), "C307").findings
    assert finding.subject == "request:permohonan.csv#3"
    assert [place.row for place in finding.places] == [3, 2]
    assert (finding.provided, finding.facts["first"]) == (date(2021, 3, 24), date(2021, 3, 15))


@pytest.mark.parametrize(
    "requests",
    [
        (REASONED,),
        (REASONED, REASONED),
        (REASONED, evolve(AGAIN, further_extensions=(date(2021, 3, 15),))),
        (REASONED, evolve(REASONED, opening=2020, extended_on=date(2021, 1, 8))),
        (REASONED, evolve(REASONED, number="2", extended_on=date(2021, 3, 24))),
        (evolve(REASONED, number=""), evolve(REASONED, number="", extended_on=date(2021, 3, 24))),
        (REASONED, evolve(REASONED, extended_on=None)),
    ],
)
def test_c307_passes_one_extension_however_often_it_is_written(requests: tuple[Request, ...]) -> None:
    assert status(judged(evolve(EMPTY, requests=requests), "C307"), "C307") is Status.PASSED


def test_c309_fires_on_a_reason_that_is_known_as_none_of_the_two_grounds_and_asks_for_it() -> None:
    checked = judged(refused(evolve(REASONED, extension_reason="petugas sedang cuti")), "C309")
    (finding,) = checked.findings
    assert (finding.provided, finding.severity) == (date(2021, 3, 15), Severity.INFO)
    assert basis(finding) == ["Perki 1/2010 Pasal 26 ayat (9)"]
    assert "belum dikenali sebagai salah satu dari: informasi belum dikuasai" in checked.message(finding)
    assert "petugas" not in checked.message(finding)


@pytest.mark.parametrize(
    "reason",
    [
        *("Data belum dikuasai", "belum didokumentasikan", "masih dihimpun dari OPD"),
        *("status informasi belum dapat diputuskan", "menunggu uji konsekuensi"),
    ],
)
def test_c309_passes_the_words_of_either_ground(reason: str) -> None:
    checked = judged(refused(evolve(REASONED, extension_reason=reason)), "C309")
    assert status(checked, "C309") is Status.PASSED


@pytest.mark.parametrize("row", [Request(), EXTENDED, evolve(REASONED, extended_on=None)])
def test_c309_is_not_applicable_where_no_dated_extension_has_a_reason(row: Request) -> None:
    run = judged(
        refused(evolve(row, extension_reason="" if row is EXTENDED else row.extension_reason)), "C309"
    )
    assert run.run("C309").status is Status.NOT_APPLICABLE


@pytest.mark.parametrize("code", ["C306", "C307"])
@pytest.mark.parametrize(
    "row",
    [
        Request(),
        evolve(EXTENDED, extended_on=None),
        evolve(EXTENDED, count=0),
        evolve(EXTENDED, period=Period(2019)),
        evolve(EXTENDED, extended_on=date(1999, 1, 1)),
    ],
)
def test_c306_c307_are_not_applicable_without_an_extension(row: Request, code: str) -> None:
    run = judged(refused(row), code).run(code)
    assert run.status is Status.NOT_APPLICABLE
    assert "tabel permohonan, kolom tanggal_perpanjangan" in run.reason.id


def personal(subject: str, purpose: str = "", letter: str = "h") -> ServiceYear:
    return refused(evolve(EXEMPT, exemption_letter=letter, subject=subject, purpose=purpose))


@pytest.mark.parametrize(
    ("year", "words", "questions"),
    [
        (personal("LHKPN Kepala Dinas Kesehatan"), "LHKPN, kepala dinas", 1),
        (personal("Riwayat pendidikan bupati", letter="g"), "bupati", 1),
        (personal("Rekam medis", "dengan persetujuan tertulis pasien"), "persetujuan tertulis", 1),
        (personal("gaji walikota", "surat kuasa terlampir", "h, i"), "wali kota, surat kuasa", 2),
    ],
)
def test_c308_fires_as_a_question_where_words_name_an_office_or_a_consent(
    year: ServiceYear, words: str, questions: int
) -> None:
    checked = judged(year, "C308")
    (finding,) = checked.findings
    message = checked.message(finding)
    assert f"isi atau tujuannya menyebut {words}." in message
    assert (message.count("?"), message[-1], finding.severity) == (questions, "?", Severity.INFO)
    assert basis(finding)[0] == "UU 14/2008 Pasal 18"


@pytest.mark.parametrize(
    "year", [personal("Riwayat perawatan pasien di puskesmas"), personal("", "sengketa keluarga")]
)
def test_c308_passes_what_names_neither(year: ServiceYear) -> None:
    assert status(judged(year, "C308"), "C308") is Status.PASSED


@pytest.mark.parametrize(
    "year",
    [
        EMPTY,
        personal("LHKPN bupati", letter="i"),
        personal("LHKPN bupati", letter=""),
        personal(" "),
        refused(Request(subject="LHKPN bupati", exemption_letter="h")),
    ],
)
def test_c308_is_not_applicable_without_a_letter_that_can_fall(year: ServiceYear) -> None:
    run = judged(year, "C308").run("C308")
    assert run.status is Status.NOT_APPLICABLE
    assert "kolom pasal_pengecualian, informasi, dan tujuan" in run.reason.id


# Received 1 March 2021: the notice is due on 16 March (11 March is a holiday).
ASKED = Request(number="1", period=Period(2021, 3, 1), source=Source(file="permohonan.csv", row=2))
IN_TIME = evolve(ASKED, outcome=Outcome.GRANTED, notice_on=date(2021, 3, 16))
TOO_LATE = evolve(IN_TIME, notice_on=date(2021, 3, 17))
# Due between 16 March and 15 April.
ASKED_IN_MARCH = evolve(IN_TIME, period=Period(2021, 3))


def objected(ground: ObjectionGround, request: Request, period: Period | None = None) -> ServiceYear:
    row = Objection(
        request_number="1", ground=Coded(ground), period=period, count=2, source=Source(file="keberatan.csv")
    )
    return evolve(EMPTY, requests=(request,), objections=(row,))


@pytest.mark.parametrize(
    ("ground", "request_", "said", "article"),
    [
        (
            ObjectionGround.A,
            IN_TIME,
            "keputusan atas permohonannya: dikabulkan seluruhnya",
            "Pasal 35 ayat (1) huruf a",
        ),
        (ObjectionGround.A, evolve(ASKED, outcome=Outcome.PENDING), "masih diproses", "huruf a"),
        (
            ObjectionGround.C,
            IN_TIME,
            "pemberitahuan tertulis atas permohonannya 16 Maret 2021, batasnya 16 Maret 2021",
            "huruf c",
        ),
        (ObjectionGround.G, IN_TIME, "16 Maret 2021, batasnya 16 Maret 2021", "huruf g"),
        (
            ObjectionGround.G,
            evolve(TOO_LATE, extended_on=date(2021, 3, 15)),
            "17 Maret 2021, batasnya 25 Maret 2021",
            "huruf g",
        ),
        (
            ObjectionGround.C,
            evolve(ASKED_IN_MARCH, notice_on=date(2021, 3, 10)),
            "10 Maret 2021, batasnya antara 16 Maret 2021 dan 15 April 2021",
            "huruf c",
        ),
    ],
)
def test_c310_fires_where_the_request_says_otherwise(
    ground: ObjectionGround, request_: Request, said: str, article: str
) -> None:
    checked = judged(objected(ground, request_), "C310")
    (finding,) = checked.findings
    assert finding.provided == ground.removeprefix("ground_")
    assert (finding.affected, finding.severity) == (2, Severity.WARNING)
    assert [place.file for place in finding.places] == ["keberatan.csv", "permohonan.csv"]
    assert said in checked.message(finding)
    assert article in basis(finding)[0]
    assert ("UU 14/2008 Pasal 22 ayat (7)" in basis(finding)) is (ground is not ObjectionGround.A)


@pytest.mark.parametrize(
    ("ground", "request_"),
    [
        (ObjectionGround.A, evolve(ASKED, outcome=Outcome.REFUSED)),
        (ObjectionGround.A, evolve(ASKED, outcome=Outcome.PARTLY_GRANTED)),
        (ObjectionGround.A, evolve(ASKED, outcome=Outcome.ANSWERED)),
        (ObjectionGround.C, evolve(ASKED, outcome=Outcome.UNANSWERED)),
        (ObjectionGround.C, TOO_LATE),
        (ObjectionGround.C, evolve(ASKED_IN_MARCH, notice_on=date(2021, 4, 16))),
        (ObjectionGround.G, TOO_LATE),
        (ObjectionGround.G, evolve(ASKED_IN_MARCH, delivered_on=date(2021, 4, 16))),
        (ObjectionGround.G, evolve(IN_TIME, delivered_on=date(2021, 3, 17))),
    ],
)
def test_c310_passes_a_ground_that_its_request_bears_out(ground: ObjectionGround, request_: Request) -> None:
    assert status(judged(objected(ground, request_), "C310"), "C310") is Status.PASSED


@pytest.mark.parametrize(
    ("ground", "request_"),
    [
        (ObjectionGround.A, ASKED),
        (ObjectionGround.A, evolve(IN_TIME, number="2")),
        (ObjectionGround.B, IN_TIME),
        (ObjectionGround.D, IN_TIME),
        (ObjectionGround.OTHER, IN_TIME),
        (ObjectionGround.C, evolve(ASKED, outcome=Outcome.GRANTED)),
        (ObjectionGround.C, evolve(IN_TIME, period=None)),
        (ObjectionGround.C, evolve(ASKED_IN_MARCH, notice_on=date(2021, 3, 17))),
        (ObjectionGround.C, evolve(ASKED_IN_MARCH, notice_on=date(2021, 4, 15))),
        (ObjectionGround.G, ASKED),
        (ObjectionGround.G, evolve(ASKED_IN_MARCH, delivered_on=date(2021, 3, 17))),
        (ObjectionGround.G, evolve(ASKED_IN_MARCH, delivered_on=date(2021, 4, 15))),
        (ObjectionGround.C, evolve(IN_TIME, period=Period(1999, 3, 1), opening=1999)),
    ],
)
def test_c310_is_not_applicable_where_the_request_tells_too_little(
    ground: ObjectionGround, request_: Request
) -> None:
    run = judged(objected(ground, request_), "C310").run("C310")
    assert run.status is Status.NOT_APPLICABLE
    assert "tabel keberatan, kolom huruf" in run.reason.id
