"""2.8: instruments with their dates, registers by article and form, durations, and other kinds of body."""

from __future__ import annotations

from datetime import date

import pytest
from tests.nothing_false.work import found, from_tables

from ppid_core import Dossier
from ppid_core.glossary import recognise
from ppid_core.law import Confidence, DurationRule, Lawbook, RegisterKind
from ppid_core.model import Applicant, BodyKind, BodyLevel, Zone
from ppid_core.report import Table
from ppid_core.summary import Summary

LAW = Lawbook.load()
NIK = "3673041708450001"
POWER = "Surat Kuasa 12 Januari 2023"


def with_a_proxy() -> Dossier:
    row = {
        "nomor": "1",
        "tanggal": "2023-01-16",
        "nama": "Sari Wulandari",
        "nik": NIK,
        "surat_kuasa": POWER,
        "informasi": f"Salinan berkas atas nama Sari Wulandari ({NIK})",
        "keputusan": "dikabulkan",
    }
    return from_tables(permohonan=[row])


def register_of(work: Dossier, edition: str) -> Table:
    report = work.report(edition="internal" if edition == "internal" else "public")
    return next(table for table in report.tables() if table.key == "register_requests")


@pytest.mark.parametrize(
    ("name", "since", "until", "replaced_by"),
    [
        ("PP 61/2010", date(2010, 8, 23), None, None),
        ("Perki 1/2010", date(2010, 4, 30), date(2021, 6, 30), "Perki 1/2021"),
        ("Perki 2/2010", date(2010, 1, 1), date(2013, 4, 29), "Perki 1/2013"),
        ("PERMA 2/2011", date(2011, 11, 29), None, None),
        ("Perki 1/2013", date(2013, 4, 29), None, None),
        ("Perki 5/2016", date(2016, 1, 1), date(2022, 1, 1), "Perki 1/2022"),
        ("Perki 1/2017", date(2017, 1, 1), date(2021, 6, 30), "Perki 1/2021"),
        ("Perki 1/2018", date(2018, 12, 31), None, None),
        ("Perki 1/2019", date(2019, 1, 1), None, None),
        ("Perki 1/2021", date(2021, 6, 30), None, None),
        ("Perki 1/2022", date(2022, 1, 1), None, None),
    ],
)
def test_each_instrument_has_the_days_that_its_text_gives(
    name: str, since: date, until: date | None, replaced_by: str | None
) -> None:
    instrument = LAW.instrument(name)

    assert instrument is not None
    assert (instrument.in_force_from, instrument.in_force_until) == (since, until)
    assert instrument.replaced_by == replaced_by


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("PP 61/2010", "Pasal 22"),
        ("Perki 1/2010", "Pasal 46"),
        ("Perki 1/2013", "Pasal 65"),
        ("Perki 1/2021", "Pasal 64"),
        ("PERMA 2/2011", "Pasal 15"),
    ],
)
def test_the_first_day_of_an_instrument_that_was_read_is_cited_and_confirmed(name: str, article: str) -> None:
    instrument = LAW.instrument(name)

    assert instrument is not None
    assert str(instrument.citation) == f"{name} {article}"
    assert (instrument.confidence, instrument.since_confidence) == (Confidence.CONFIRMED, None)


def test_the_register_of_requests_is_the_union_of_the_article_and_the_form() -> None:
    columns = {
        column.slug: {citation.article for citation in column.citations}
        for column in LAW.register_columns.at(date(2021, 6, 30)).value
        if column.register is RegisterKind.REQUESTS
    }

    assert columns["nik"] == {"Pasal 32 ayat (1) huruf d"}
    assert columns["power_of_attorney"] == {"Pasal 32 ayat (1) huruf g"}
    assert columns["occupation"] == columns["decision"] == {"Lampiran VIII"}
    assert columns["number"] == {"Pasal 32 ayat (1) huruf a", "Lampiran VIII"}


def test_the_register_of_objections_is_the_union_of_the_article_and_the_form() -> None:
    columns = {
        column.slug: {citation.article for citation in column.citations}
        for column in LAW.register_columns.at(date(2021, 6, 30)).value
        if column.register is RegisterKind.OBJECTIONS
    }

    assert columns["reason"] == {"Pasal 43 ayat (2) huruf h"}
    assert all(columns[slug] == {"Lampiran XI"} for slug in ("contact", "occupation", "superior", "response"))


def test_an_identity_number_and_a_power_of_attorney_are_read_and_written_back() -> None:
    work = with_a_proxy()

    (request,) = work.year.requests  # type: ignore[misc]  # recorded
    assert request.applicant == Applicant(name="Sari Wulandari", nik=NIK, power_of_attorney=POWER)
    assert not work.problems


def test_an_identity_number_is_printed_in_the_internal_register_alone() -> None:
    internal, public = (register_of(with_a_proxy(), edition) for edition in ("internal", "public"))

    assert {"nik", "power_of_attorney"} <= {column.key for column in internal.columns}
    assert not {"nik", "power_of_attorney"} & {column.key for column in public.columns}
    assert NIK in internal.plain()
    assert NIK not in public.plain()
    assert POWER not in public.plain()


@pytest.mark.parametrize(
    ("letter", "rule", "years"),
    [
        ("a", DurationRule.AT_MOST, 30),
        *((letter, DurationRule.BY_LEGISLATION, None) for letter in "bgi"),
        *((letter, DurationRule.AS_NEEDED, None) for letter in "cdefh"),
    ],
)
def test_how_long_each_letter_may_exempt_is_a_parameter(
    letter: str, rule: DurationRule, years: int | None
) -> None:
    durations = {entry.letter: entry for entry in LAW.exemption_durations.at(date(2024, 1, 2)).value}

    assert (durations[letter].rule, durations[letter].years) == (rule, years)
    assert "j" not in durations


@pytest.mark.parametrize(
    ("day", "cited"),
    [(date(2015, 1, 2), "PP 61/2010 Pasal 11"), (date(2022, 1, 3), "Perki 1/2021 Pasal 52")],
)
def test_an_exemption_is_declared_over_30_working_days_before_its_end(day: date, cited: str) -> None:
    provision = LAW.exemption_end_notice.at(day)

    assert (provision.value, str(provision.unit), provision.cite()) == (30, "working_day", cited)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("desa", BodyKind.VILLAGE),
        ("penyelenggara pemilu", BodyKind.ELECTION_BODY),
        ("partai politik", BodyKind.POLITICAL_PARTY),
        ("BUMN", BodyKind.BUMN),
        ("BUMD", BodyKind.BUMD),
        ("perguruan tinggi", BodyKind.UNIVERSITY),
        ("lembaga peradilan", BodyKind.COURT),
        ("organisasi nonpemerintah", BodyKind.NON_GOVERNMENT),
    ],
)
def test_each_of_these_is_a_kind_of_body(typed: str, kind: BodyKind) -> None:
    work = from_tables(keys={"badan.jenis": typed, "badan.tingkat": "desa"})

    assert (work.year.body.kind, work.year.body.level) == (kind, BodyLevel.VILLAGE)
    assert recognise(BodyKind, typed) is kind


def test_a_body_has_a_code_by_which_it_is_told_apart() -> None:
    works = [
        from_tables(keys={"badan.kode": "36.73", "badan.nama": name}, permohonan=[{"nomor": number}])
        for name, number in (("Pemerintah Kota Serang", "1"), ("Pemkot Serang", "2"))
    ]

    merged = Summary().merge(*(work.summary for work in works))
    assert works[0].year.body.code == "36.73"
    assert merged.figure("requests.total") == 2


@pytest.mark.parametrize(
    ("province", "said", "zone"),
    [
        ("Banten", "", Zone.WIB),
        ("Bali", "", Zone.WITA),
        ("Provinsi Nusa Tenggara Barat", "", Zone.WITA),
        ("Papua Barat Daya", "", Zone.WIT),
        ("Maluku", "WITA", Zone.WITA),
        ("", "", Zone.WIB),
        ("Kalimantan Tengah", "", Zone.WIB),
    ],
)
def test_a_body_works_in_the_time_zone_of_its_province_or_in_the_one_it_names(
    province: str, said: str, zone: Zone
) -> None:
    work = from_tables(keys={"badan.provinsi": province, "badan.zona": said})

    assert work.year.body.time_zone is zone


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ({"badan.provinsi": "Banten"}, date(2023, 3, 1)),
        ({"badan.provinsi": "Papua"}, date(2023, 3, 2)),
        ({"badan.provinsi": "Banten", "badan.zona": "WIT"}, date(2023, 3, 2)),
    ],
)
def test_a_moment_is_a_day_in_the_zone_of_the_body(keys: dict[str, str], day: date) -> None:
    work = from_tables(keys=keys, permohonan=[{"nomor": "1", "tanggal": "2023-03-01T16:30:00Z"}])

    (request,) = work.year.requests  # type: ignore[misc]  # recorded
    assert request.period is not None
    assert request.period.first_day == day


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "penyelenggara pemilu",
            "Menurut standar itu waktunya 3 + 2 hari kerja; 1 permohonan dijawab lebih lama.",
        ),
        ("desa", "tenggat dan isi laporannya tidak ditemukan"),
        ("partai politik", "mempunyai standar layanan sendiri belum diketahui"),
    ],
)
def test_findings_and_report_say_where_the_standard_of_the_body_is_another_or_not_known(
    typed: str, said: str
) -> None:
    row = {
        "nomor": "1",
        "tanggal": "2023-03-01",
        "keputusan": "dikabulkan",
        "tanggal_pemberitahuan": "2023-03-10",
    }
    work = from_tables(keys={"badan.jenis": typed}, permohonan=[row])

    (finding,) = found(work, "L905")
    printed = [block.plain() for _, section in work.report().walk() for block in section.blocks]
    assert said in finding.message()
    assert sum(said in block for block in printed) == 2


def test_a_regional_government_is_judged_by_its_own_standard() -> None:
    assert not found(from_tables(keys={"badan.jenis": "pemerintah daerah"}), "L905")
