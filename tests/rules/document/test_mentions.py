"""D101–D105 and L107: instruments, names, weekdays, pictures."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.model import (
    InstrumentMention,
    MentionKind,
    Narrative,
    Picture,
    PublicBody,
    Regulation,
    ReportingPeriod,
    Service,
    ServiceYear,
    Signatory,
)
from ppid_core.rules import Status
from ppid_core.rules.legal.instrument import cited
from ppid_core.source import Source
from ppid_core.testing.judgement import judged

PERIOD = ReportingPeriod(2021)
ABOUT = "Pejabat Pengelola Informasi dan Dokumentasi"


def naming(*places: Regulation | InstrumentMention, staff_basis: str = "") -> ServiceYear:
    return ServiceYear(
        period=PERIOD,
        narrative=Narrative(
            regulations=tuple(place for place in places if isinstance(place, Regulation)),
            mentions=tuple(place for place in places if isinstance(place, InstrumentMention)),
        ),
        service=Service(staff_basis=staff_basis),
    )


def mention(text: str, *, about: str = ABOUT, year: int = 2019) -> InstrumentMention:
    return InstrumentMention(text=text, about=about, year=year, passage="§1.1")


def test_d101_fires_once_at_the_number_that_is_written_less_often() -> None:
    checked = judged(
        naming(
            mention("Keputusan Walikota Serang Nomor 042/Kep.280-Huk/2019"),
            Regulation(number="Kepwal No 042/Kep.289-Huk/2019", about=ABOUT, year=2019),
            staff_basis="Keputusan Walikota Serang Nomor 042/Kep.289-Huk/2019",
        ),
        "D101",
    )
    (finding,) = checked.findings
    assert (finding.provided, finding.expected) == ("042/Kep.280-Huk/2019", "042/Kep.289-Huk/2019")
    assert finding.subject == "instrument:042/kep.280-huk/2019"
    assert checked.message(finding) == (
        "Satu keputusan, dua nomor: 042/Kep.280-Huk/2019 (§1.1), 042/Kep.289-Huk/2019 (tabel regulasi)."
    )


def test_d101_fires_at_the_text_where_both_numbers_stand_once() -> None:
    year = naming(
        mention("Perwal 25/2011", year=2011), Regulation(number="Perwal 24", about=ABOUT, year=2011)
    )
    (finding,) = judged(year, "D101").findings
    assert (finding.subject, finding.provided, finding.expected) == ("instrument:25/2011", "25", "24")


@pytest.mark.parametrize(
    "others",
    [
        (mention("Peraturan Walikota No 24 Tahun 2011", year=2011),),
        (mention("Perwal 25/2012", year=2012),),
        (mention("Permendagri 3/2011", year=2011),),
        (mention("Perwal 25/2011", about="", year=2011),),
    ],
)
def test_d101_passes_other_spellings_years_kinds_and_titles(others: tuple[InstrumentMention, ...]) -> None:
    regulations = (
        Regulation(number="Perwal 24/2011", about=ABOUT, year=2011),
        Regulation(number="PERWAL NO 24 TAHUN 2011", about=ABOUT.upper()),
    )
    assert judged(naming(*regulations, *others), "D101").run("D101").status is Status.PASSED


def test_d101_is_not_applicable_where_every_instrument_is_named_once() -> None:
    assert judged(naming(mention("UU 14/2008")), "D101").run("D101").status is Status.NOT_APPLICABLE


def pictured(*numbers: str) -> ServiceYear:
    pictures = tuple(
        Picture(number=number, source=Source(file="gambar.csv", row=row))
        for row, number in enumerate(numbers, start=2)
    )
    return ServiceYear(period=PERIOD, service=Service(pictures=pictures))


def test_d102_fires_at_the_picture_behind_the_gap() -> None:
    checked = judged(pictured("2.1", "Gambar 2.2", "2.5", "", "2.3"), "D102")
    (finding,) = checked.findings
    assert (finding.subject, finding.provided, finding.expected) == ("picture:2.4", "2.5", "2.4")
    assert Source(file="gambar.csv", row=4) == finding.sources[0]
    assert checked.message(finding) == "Gambar 2.4 tidak ada: setelah 2.3 langsung 2.5."


def test_d102_fires_once_for_a_gap_of_any_width() -> None:
    (finding,) = judged(pictured("1", "999999"), "D102").findings
    assert (finding.subject, finding.affected) == ("picture:2", 999997)


def test_d102_passes_chapters_that_start_anew_and_numbers_of_another_form() -> None:
    assert judged(pictured("1.1", "1.2", "3.1", "lampiran A"), "D102").run("D102").status is Status.PASSED


def test_d102_passes_a_number_that_two_pictures_bear() -> None:
    assert judged(pictured("2.1", "2.2", "2.2", "2.3"), "D102").run("D102").status is Status.PASSED


def test_d102_is_not_applicable_where_no_picture_is_numbered() -> None:
    assert judged(pictured("", ""), "D102").run("D102").status is Status.NOT_APPLICABLE


def with_file(file: str) -> ServiceYear:
    picture = Picture(number="2.1", file=file, source=Source(file="gambar.csv", row=2))
    return ServiceYear(period=PERIOD, service=Service(pictures=(picture,)))


def test_d103_fires_where_the_file_was_not_read() -> None:
    (finding,) = judged(with_file("foto/ruang.jpg"), "D103", inputs={"gambar.csv": "…"}).findings
    assert (finding.subject, finding.provided) == ("picture:2.1", "foto/ruang.jpg")


@pytest.mark.parametrize("typed", ["foto/ruang.jpg", "./foto/ruang.jpg", "foto\\ruang.jpg"])
def test_d103_passes_the_path_however_it_is_typed(typed: str) -> None:
    inputs = {"gambar.csv": "…", "foto/ruang.jpg": "…"}
    assert judged(with_file(typed), "D103", inputs=inputs).run("D103").status is Status.PASSED


def test_d103_is_not_applicable_to_rows_from_memory() -> None:
    assert judged(with_file("foto/ruang.jpg"), "D103").run("D103").status is Status.NOT_APPLICABLE


def with_logo(file: str) -> ServiceYear:
    place = Source(file="laporan.csv", row=3)
    return ServiceYear(period=PERIOD, body=PublicBody(logo=file, source=place))


def test_d103_fires_where_the_logo_was_not_read() -> None:
    (finding,) = judged(with_logo("logo.png"), "D103", inputs={"laporan.csv": "…"}).findings
    assert (finding.subject, finding.provided) == ("picture:logo", "logo.png")


def test_d103_passes_a_logo_that_is_there() -> None:
    inputs = {"laporan.csv": "…", "logo.png": "…"}
    assert judged(with_logo("logo.png"), "D103", inputs=inputs).run("D103").status is Status.PASSED


def with_body(text: str, name: str = "Pemerintah Kota Serang") -> ServiceYear:
    said = InstrumentMention(kind=MentionKind.BODY, text=text, passage="§3")
    return ServiceYear(period=PERIOD, body=PublicBody(name=name), narrative=Narrative(mentions=(said,)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pemerintah Kota Cilegon", "Pemerintah Kota Serang"),
        ("PPID Kabupaten Serang", "Pemerintah Kota Serang"),
        ("Kota Serang", "Pemerintah Kota Serang Baru"),
        ("Kementerian Perdagangan", "Kementerian Perindustrian"),
    ],
)
def test_d104_fires_on_the_name_of_another_body(text: str, name: str) -> None:
    (finding,) = judged(with_body(text, name), "D104").findings
    assert (text, name) == (finding.provided, finding.expected)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PEMKOT  SERANG", "Pemerintah Kota Serang"),
        ("Diskominfo Kota Serang, Provinsi Banten", "Pemerintah Kota Serang"),
        ("Kota Serang", "Pemerintah Kota Serang Provinsi Banten"),
        ("PPID Utama", "Pemerintah Kota Serang"),
        ("Kementerian Perindustrian Republik Indonesia", "Kementerian Perindustrian"),
    ],
)
def test_d104_passes_the_body_under_its_other_names(text: str, name: str) -> None:
    assert judged(with_body(text, name), "D104").run("D104").status is Status.PASSED


@pytest.mark.parametrize("year", [with_body("Pemerintah Kota Cilegon", ""), naming(mention("UU 14/2008"))])
def test_d104_is_not_applicable_without_a_name_on_either_side(year: ServiceYear) -> None:
    assert judged(year, "D104").run("D104").status is Status.NOT_APPLICABLE


def dated(text: str) -> ServiceYear:
    said = InstrumentMention(kind=MentionKind.DATE, text=text)
    return ServiceYear(period=PERIOD, narrative=Narrative(mentions=(said,)))


def test_d105_asks_of_dates_and_of_no_other_words() -> None:
    run = judged(with_body("Jumat, 7 Januari 2021"), "D105").run("D105")
    assert run.status is Status.NOT_APPLICABLE


def test_d105_fires_where_the_weekday_is_another() -> None:
    checked = judged(dated("Jum'at, 7 Januari 2021"), "D105")
    (finding,) = checked.findings
    assert (finding.provided, finding.expected) == ("Jumat", "Kamis")
    assert checked.message(finding) == '"Jum\'at, 7 Januari 2021": tanggal itu hari Kamis.'
    assert checked.message(finding, "en").endswith("is a Thursday.")


def test_d105_passes_the_right_weekday() -> None:
    assert judged(dated("Kamis, 7 Januari 2021"), "D105").run("D105").status is Status.PASSED


@pytest.mark.parametrize("text", ["7 Januari 2021", "hari yang sama", "Kamis, 31 Februari 2021"])
def test_d105_is_not_applicable_without_a_weekday_and_a_date(text: str) -> None:
    assert judged(dated(text), "D105").run("D105").status is Status.NOT_APPLICABLE


def test_l107_fires_where_a_replaced_instrument_is_named() -> None:
    checked = judged(naming(mention("Peraturan Menteri Dalam Negeri Nomor 35 Tahun 2010", year=2010)), "L107")
    (finding,) = checked.findings
    assert (finding.provided, finding.expected) == ("Permendagri 35/2010", "Permendagri 3/2017")
    assert [basis.id for basis in finding.basis] == ["Permendagri 3/2017"]


@pytest.mark.parametrize(
    ("day", "found"),
    [(None, 1), (date(2021, 1, 7), 0), (date(2021, 6, 29), 0), (date(2021, 6, 30), 1), (date(2021, 7, 1), 1)],
)
def test_l107_judges_by_the_day_of_signature(day: date | None, found: int) -> None:
    cited = naming(mention("Perki 1/2010", year=2010))
    period = PERIOD if day is None else ReportingPeriod(2020)
    signed = evolve(cited, period=period, signatory=Signatory(on=day))

    assert len(judged(signed, "L107").findings) == found


def test_l107_passes_what_is_in_force_and_what_the_book_does_not_hold() -> None:
    year = naming(mention("UU 14/2008", year=2008), mention("Perwal 35/2010", year=2010))
    assert judged(year, "L107").run("L107").status is Status.PASSED


def test_l107_is_not_applicable_where_no_instrument_is_named() -> None:
    assert judged(naming(), "L107").run("L107").status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(("kind", "count"), [(MentionKind.INSTRUMENT, 1), (MentionKind.DATE, 0)])
def test_only_a_quotation_of_an_instrument_cites_one(kind: MentionKind, count: int) -> None:
    said = InstrumentMention(kind=kind, text="Peraturan Wali Kota Nomor 24 Tahun 2011")
    year = ServiceYear(period=PERIOD, narrative=Narrative(mentions=(said,)))
    assert len(cited(year)) == count
