"""I101–I210: the lists of information, as a commissioner would look at them."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.model import (
    NOT_KEPT,
    Absent,
    Agency,
    AgencyRef,
    Coded,
    ExemptInformation,
    InformationCategory,
    Outcome,
    Period,
    PublicInformation,
    RefusalReason,
    ReportingPeriod,
    Request,
    ServiceYear,
    Signatory,
    UnreadCell,
    Waiver,
)
from ppid_core.rules import Checked, Finding, Status
from ppid_core.source import Source
from ppid_core.testing.judgement import judged

EMPTY = ServiceYear(period=ReportingPeriod(2024))
DINKES = Agency(code="D1", name="Dinas Kesehatan", short_name="Dinkes")
DISDIK = Agency(code="D2", name="Dinas Pendidikan")
PERIODIC, IMMEDIATE, ALWAYS = list(InformationCategory)[:3]
TESTED = ExemptInformation(
    number="DIK-1", information="Rekam medis", tested_on=date(2023, 2, 17), decree="Keputusan 3/2023"
)
REFUSED = Request(
    number="7",
    period=Period(2024, 6, 3),
    outcome=Outcome.REFUSED,
    reason=Coded(RefusalReason.EXEMPT),
    exemption_letter="h",
    notice_on=date(2024, 6, 10),
)


def public(
    *entries: PublicInformation, year: ServiceYear = EMPTY, agencies: tuple[Agency, ...] | Absent = NOT_KEPT
) -> ServiceYear:
    return evolve(year, public_information=entries, agencies=agencies)


def exempt(*entries: ExemptInformation, requests: tuple[Request, ...] = ()) -> ServiceYear:
    return evolve(EMPTY, exempt_information=entries, requests=requests)


def renewed(year: int, signed: date, *days: date | None) -> ServiceYear:
    signatory = Signatory(on=signed)
    body = ServiceYear(period=ReportingPeriod(year), signatory=signatory)
    return public(*(PublicInformation(summary="Profil", updated_on=day) for day in days), year=body)


def status(year: ServiceYear, code: str) -> Status:
    return judged(year, code).run(code).status


def found(year: ServiceYear, code: str) -> tuple[Checked, Finding]:
    checked = judged(year, code)
    (finding,) = checked.findings
    return checked, finding


# I101: renewed in the time of the law of its day


@pytest.mark.parametrize(
    ("year", "signed", "last", "due"),
    [
        (2024, date(2025, 1, 15), date(2024, 7, 14), date(2025, 1, 14)),
        (2023, date(2024, 3, 15), date(2023, 8, 14), date(2024, 2, 14)),
        (2020, date(2021, 1, 7), date(2020, 12, 6), date(2021, 1, 6)),
        (2024, date(2025, 3, 1), date(2024, 8, 31), date(2025, 2, 28)),
    ],
)
def test_i101_fires_the_day_after_the_time_has_passed(year: int, signed: date, last: date, due: date) -> None:
    _, finding = found(renewed(year, signed, date(2019, 1, 1), last), "I101")

    assert (finding.provided, finding.expected, finding.affected) == (last, due, 2)


@pytest.mark.parametrize(
    ("year", "signed", "last"),
    [
        (2024, date(2025, 1, 15), date(2024, 7, 15)),
        (2020, date(2021, 1, 7), date(2020, 12, 7)),
        (2024, date(2025, 1, 15), date(2025, 1, 15)),
    ],
)
def test_i101_passes_on_the_last_day(year: int, signed: date, last: date) -> None:
    assert status(renewed(year, signed, last), "I101") is Status.PASSED


def test_i101_tells_months_and_law_of_its_day() -> None:
    checked, finding = found(renewed(2020, date(2021, 1, 7), date(2020, 6, 1)), "I101")

    assert checked.message(finding) == (
        "Daftar informasi publik terakhir dimutakhirkan pada 1 Juni 2020; paling sedikit sekali dalam 1"
        " bulan, jadi paling lambat 1 Juli 2020 (keadaan per 7 Januari 2021)."
    )
    assert [cited.id for cited in finding.basis] == ["Perki 1/2010 Pasal 7 ayat (3)"]
    _, later = found(renewed(2024, date(2025, 1, 7), date(2024, 6, 1)), "I101")
    assert [cited.id for cited in later.basis] == ["Perki 1/2021 Pasal 45 ayat (7) (belum diverifikasi)"]


def test_i101_is_not_applicable_without_a_list_a_day_or_a_readable_one() -> None:
    signed = date(2025, 1, 15)
    unread = evolve(
        renewed(2024, signed, date(2024, 1, 1)),
        unread=(UnreadCell(table="dip", column="tanggal_pemutakhiran", count=1),),
    )

    for year in (EMPTY, renewed(2024, signed, None), renewed(2024, signed, date(2025, 2, 1)), unread):
        assert status(year, "I101") is Status.NOT_APPLICABLE


def test_i101_is_not_applicable_before_there_was_a_law_on_it() -> None:
    assert status(renewed(2009, date(2010, 1, 15), date(2009, 1, 1)), "I101") is Status.NOT_APPLICABLE


# I102: each agency has an entry


def held_by(*typed: str, codes: tuple[str | None, ...] = ()) -> ServiceYear:
    known = codes or (None,) * len(typed)
    holders = (AgencyRef(typed=name, code=code) for name, code in zip(typed, known, strict=True))
    entries = (PublicInformation(summary="Profil", holder=holder) for holder in holders)
    return public(*entries, agencies=(DINKES, DISDIK))


def test_i102_fires_for_an_agency_that_holds_no_entry() -> None:
    checked, finding = found(held_by("Dinkes", codes=("D1",)), "I102")

    assert (finding.subject, finding.provided) == ("agency:D2", 0)
    assert checked.message(finding) == (
        "Dinas Pendidikan: tidak menguasai satu pun dari 1 informasi dalam daftar informasi publik."
    )


def test_i102_passes_where_a_unit_is_written_with_the_name_of_its_agency() -> None:
    year = held_by("Dinkes", "Bidang SMP, DINAS PENDIDIKAN", codes=("D1", None))

    assert status(year, "I102") is Status.PASSED


def test_i102_asks_for_no_agency_that_has_another_name_by_then() -> None:
    ended = evolve(DISDIK, valid_until=date(2024, 1, 31), successor="D3")
    year = evolve(held_by("Dinkes", codes=("D1",)), agencies=(DINKES, ended))

    assert status(year, "I102") is Status.PASSED


EVE, END, AFTER = date(2024, 12, 30), date(2024, 12, 31), date(2025, 1, 1)


@pytest.mark.parametrize(
    ("begun", "ended", "is_asked"),
    [
        (EVE, None, True),
        (END, None, True),
        (AFTER, None, False),
        (None, AFTER, True),
        (None, END, True),
        (None, EVE, False),
        (EVE, AFTER, True),
    ],
)
def test_i102_asks_for_an_agency_from_the_first_day_of_its_name_to_the_last(
    begun: date | None, ended: date | None, *, is_asked: bool
) -> None:
    """The state asked about is that of 31 December."""
    named = evolve(DISDIK, valid_from=begun, valid_until=ended)
    year = evolve(held_by("Dinkes", codes=("D1",)), agencies=(DINKES, named))

    assert status(year, "I102") is (Status.FOUND if is_asked else Status.PASSED)


def test_i102_is_not_applicable_without_agencies_entries_or_holders() -> None:
    nobody = held_by("Bidang Data")

    for year in (EMPTY, public(agencies=(DINKES,)), nobody, evolve(nobody, agencies=EMPTY.agencies)):
        assert status(year, "I102") is Status.NOT_APPLICABLE


# I103: each category has an entry


def of_categories(*categories: InformationCategory | None) -> ServiceYear:
    rows = enumerate(categories, start=2)
    return public(
        *(
            PublicInformation(summary="Profil", category=one, source=Source(file="dip.csv", row=at))
            for at, one in rows
        )
    )


def test_i103_fires_for_a_category_that_nobody_lists() -> None:
    checked, finding = found(of_categories(PERIODIC, ALWAYS, None), "I103")

    assert (finding.subject, finding.provided) == ("category:immediate", 0)
    assert [place.row for place in finding.places] == [2]
    assert checked.message(finding) == (
        "Informasi serta-merta: tidak satu pun dalam daftar informasi publik (3 entri; 1 tanpa kelompok)."
    )


def test_i103_passes_where_each_is_listed_and_asks_for_no_exempt_one() -> None:
    assert status(of_categories(PERIODIC, IMMEDIATE, ALWAYS), "I103") is Status.PASSED


def test_i103_is_not_applicable_where_no_category_is_recorded() -> None:
    for year in (EMPTY, public(), of_categories(None)):
        assert status(year, "I103") is Status.NOT_APPLICABLE


# I201, I202: an exemption ends


def ending(until: date | None) -> ServiceYear:
    year = exempt(evolve(TESTED, valid_until=until))
    return evolve(year, signatory=Signatory(on=date(2025, 1, 6)))


def test_i201_fires_where_the_last_day_has_passed() -> None:
    checked, finding = found(ending(date(2025, 1, 5)), "I201")

    assert (finding.subject, finding.provided) == ("exempt_entry:DIK-1", date(2025, 1, 5))
    assert checked.message(finding) == (
        "Informasi dikecualikan DIK-1 – Masa pengecualian berakhir pada 5 Januari 2025, sebelum"
        " 6 Januari 2025."
    )
    assert [cited.id for cited in finding.basis] == ["Perki 1/2021 Pasal 52"]


def test_i201_passes_on_the_last_day() -> None:
    assert status(ending(date(2025, 1, 6)), "I201") is Status.PASSED


@pytest.mark.parametrize("code", ["I201", "I202"])
@pytest.mark.parametrize("year", [EMPTY, exempt(), ending(None)])
def test_i201_i202_are_not_applicable_without_a_last_day(code: str, year: ServiceYear) -> None:
    assert status(year, code) is Status.NOT_APPLICABLE


@pytest.mark.parametrize(("until", "left"), [(date(2025, 1, 6), 0), (date(2025, 2, 20), 30)])
def test_i202_fires_within_thirty_working_days(until: date, left: int) -> None:
    _, finding = found(ending(until), "I202")

    assert (finding.provided, finding.facts["left"], finding.facts["days"]) == (until, left, 30)


def test_i202_passes_later_and_says_nothing_of_what_has_ended() -> None:
    assert status(ending(date(2025, 2, 21)), "I202") is Status.PASSED
    assert status(ending(date(2052, 12, 31)), "I202") is Status.PASSED
    assert status(ending(date(2025, 1, 5)), "I202") is Status.NOT_APPLICABLE


# I203, I204: tested and classified


@pytest.mark.parametrize(
    ("code", "entry"),
    [
        ("I203", evolve(TESTED, tested_on=None)),
        ("I204", evolve(TESTED, decree="")),
        ("I204", evolve(TESTED, decree="belum ada")),
    ],
)
def test_i203_i204_fires_without_a_test_or_a_decree(code: str, entry: ExemptInformation) -> None:
    assert found(exempt(entry), code)[1].subject == "exempt_entry:DIK-1"


@pytest.mark.parametrize("code", ["I203", "I204"])
def test_i203_i204_passes_with_both(code: str) -> None:
    assert status(exempt(TESTED), code) is Status.PASSED


@pytest.mark.parametrize("code", ["I203", "I204"])
def test_i203_i204_are_not_applicable_without_a_list(code: str) -> None:
    assert status(exempt(), code) is Status.NOT_APPLICABLE
    assert status(EMPTY, code) is Status.NOT_APPLICABLE


def test_i203_waits_for_a_cell_that_could_not_be_read() -> None:
    place = Source(file="dik.csv", row=2)
    entry = evolve(TESTED, tested_on=None, source=place)
    unread = (UnreadCell(table="dik", column="tanggal_uji", source=place, count=1),)

    assert judged(evolve(exempt(entry), unread=unread), "I203").findings == ()


# I208–I210: how long it lasts


def lasting(letters: str, duration: str, until: date | None = None) -> ServiceYear:
    return exempt(evolve(TESTED, letter=letters, duration=duration, valid_until=until))


def test_i208_fires_for_a_length_without_its_last_day() -> None:
    checked, finding = found(lasting("h", "5 (lima)  tahun"), "I208")

    assert finding.subject == "exempt_entry:DIK-1"
    assert checked.message(finding) == (
        "Informasi dikecualikan DIK-1 – Jangka waktu 5 (lima) tahun, hari terakhirnya belum dicatat."
    )


def test_i208_passes_with_one() -> None:
    assert status(lasting("h", "5 tahun", date(2028, 12, 31)), "I208") is Status.PASSED


def test_i208_is_not_applicable_where_no_length_is_named() -> None:
    for year in (EMPTY, exempt(), lasting("h", ""), lasting("h", "selama diperlukan")):
        assert status(year, "I208") is Status.NOT_APPLICABLE


@pytest.mark.parametrize("duration", ["31 tahun", "361 bulan", "paling lama 50 (lima puluh) tahun"])
def test_i209_fires_where_letter_a_lasts_longer_than_thirty_years(duration: str) -> None:
    _, finding = found(lasting("a", duration), "I209")

    assert (finding.provided, finding.facts["years"]) == (duration, 30)
    assert [cited.id for cited in finding.basis] == ["PP 61/2010 Pasal 5", "PP 61/2010 Pasal 5–9"]


@pytest.mark.parametrize("duration", ["30 tahun", "tiga puluh tahun", "360 bulan"])
def test_i209_passes_on_the_limit(duration: str) -> None:
    assert status(lasting("a", duration), "I209") is Status.PASSED


def test_i209_is_not_applicable_where_another_letter_has_no_number() -> None:
    for year in (EMPTY, lasting("a, h", "50 tahun"), lasting("", "50 tahun"), lasting("a", "selamanya")):
        assert status(year, "I209") is Status.NOT_APPLICABLE


@pytest.mark.parametrize("letters", ["a", "b, f"])
@pytest.mark.parametrize("duration", ["Permanen", "bersifat permanen", "selama-lamanya", "tanpa batas waktu"])
def test_i210_fires_for_a_permanent_exemption_by_letters_that_are_not(letters: str, duration: str) -> None:
    checked, finding = found(lasting(letters, duration), "I210")

    assert f"Jangka waktu {duration}; pengecualian menurut huruf {letters}" in checked.message(finding)
    assert [cited.id for cited in finding.basis] == ["UU 14/2008 Pasal 20", "UU 14/2008 Pasal 17"]


@pytest.mark.parametrize("duration", ["selama diperlukan", "30 tahun", "tidak permanen"])
def test_i210_passes_where_it_is_to_end(duration: str) -> None:
    assert status(lasting("c", duration), "I210") is Status.PASSED


def test_i210_is_not_applicable_to_letters_of_which_nothing_is_said() -> None:
    for year in (EMPTY, lasting("h", "permanen"), lasting("a, h", "permanen"), lasting("", "permanen")):
        assert status(year, "I210") is Status.NOT_APPLICABLE


# I205–I207: a refusal names its entry


def test_i205_fires_for_a_refusal_as_exempt_that_names_no_entry() -> None:
    checked, finding = found(exempt(TESTED, requests=(REFUSED,)), "I205")

    assert checked.message(finding) == (
        "Permohonan 7 – 1 permohonan ditolak dengan alasan dikecualikan, tanpa nomor entri DIK."
    )


def test_i205_passes_with_one() -> None:
    named = evolve(REFUSED, exempt_number="dik-1")

    assert status(exempt(TESTED, requests=(named,)), "I205") is Status.PASSED


def test_i205_is_not_applicable_without_a_list_or_a_refusal() -> None:
    granted = evolve(REFUSED, outcome=Outcome.GRANTED)

    for year in (exempt(TESTED, requests=(granted,)), evolve(EMPTY, requests=(REFUSED,))):
        assert status(year, "I205") is Status.NOT_APPLICABLE


def test_i206_fires_for_a_number_that_the_list_does_not_have() -> None:
    named = evolve(REFUSED, exempt_number="DIK-9")
    checked, finding = found(exempt(TESTED, requests=(named,)), "I206")

    assert checked.message(finding) == "Permohonan 7 – Entri DIK-9 tidak ada di tabel dik."


def test_i206_passes_however_the_number_is_written() -> None:
    named = evolve(REFUSED, exempt_number=" dik-1")

    assert status(exempt(TESTED, requests=(named,)), "I206") is Status.PASSED


def test_i206_is_not_applicable_without_one() -> None:
    assert status(exempt(TESTED, requests=(REFUSED,)), "I206") is Status.NOT_APPLICABLE


def test_i207_fires_for_a_refusal_after_the_last_day_of_its_entry() -> None:
    entry = evolve(TESTED, valid_until=date(2024, 6, 9))
    named = evolve(REFUSED, exempt_number="DIK-1")
    checked, finding = found(exempt(entry, requests=(named,)), "I207")

    assert checked.message(finding) == (
        "Permohonan 7 – 1 permohonan ditolak pada 10 Juni 2024 dengan entri DIK-1 dari tabel dik, yang"
        " masanya berakhir pada 9 Juni 2024."
    )


def test_i207_passes_on_that_day() -> None:
    entry = evolve(TESTED, valid_until=date(2024, 6, 10))
    named = evolve(REFUSED, exempt_number="DIK-1")

    assert status(exempt(entry, requests=(named,)), "I207") is Status.PASSED


def test_i207_is_not_applicable_without_one() -> None:
    named = evolve(REFUSED, exempt_number="DIK-1")

    assert status(exempt(TESTED, requests=(named,)), "I207") is Status.NOT_APPLICABLE


# Explanations


def explained(subject: str, code: str = "I203") -> list[str]:
    year = exempt(evolve(TESTED, number="1", tested_on=None), requests=(evolve(REFUSED, number="1"),))
    waiver = Waiver(code=code, subject=subject, reason="diuji kembali")
    return [finding.waived for finding in judged(evolve(year, waivers=(waiver,)), code).findings]


@pytest.mark.parametrize("subject", ["", "exempt_entry:1", "dik 1", "dik:1"])
def test_an_entry_is_explained_by_its_number_in_the_list(subject: str) -> None:
    assert explained(subject) == ["diuji kembali"]


def test_a_bare_number_means_the_request_and_no_entry() -> None:
    assert explained("1", "I205") == ["diuji kembali"]
    assert explained("1", "I203") == [""]
