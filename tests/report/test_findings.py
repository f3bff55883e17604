"""*Hasil pemeriksaan* as a document: each finding once by severity, once on the sheet of who acts on it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given

from ppid_core import (
    Checked,
    Evidence,
    Intake,
    Lawbook,
    Report,
    ServiceYear,
    WorkdayCalendar,
    check,
    compose_findings,
    export,
    from_rows,
    load,
    load_plugins,
    summarize,
)
from ppid_core.model import ReportingPeriod
from ppid_core.report import Table
from ppid_core.testing import service_years
from ppid_exporters.layout.table_file import table_file

LAW, WORKDAYS = Lawbook.load(), WorkdayCalendar.load()
EXAMPLE = Path(__file__).parents[2] / "examples" / "kota-serang-2020"
BY_SEVERITY = ("findings-error", "findings-warning", "findings-info", "findings-explained")
BLAMING = ("temuan", "salah", "melanggar", "kepatuhan", "gagal dijalankan")
OPD = [
    {"kode": "1", "nama": "Dinas Sosial Kabupaten Contoh", "singkatan": "DINSOS"},
    {"kode": "2", "nama": "Badan Pendapatan Daerah Kabupaten Contoh", "singkatan": "BAPENDA"},
]
LAPORAN = [{"kunci": "tahun", "isi": "2023"}, {"kunci": "badan.nama", "isi": "Pemerintah Kabupaten Contoh"}]


def checked_of(year: ServiceYear) -> Checked:
    summary = summarize(year, LAW, WORKDAYS, year.as_of)
    return check(Evidence(year=year, summary=summary, law=LAW, workdays=WORKDAYS, as_of=year.as_of))


def composed(intake: Intake, checked: Checked | None = None) -> Report:
    return compose_findings(intake, checked or checked_of(intake.year))


def typed(**tables: list[dict[str, str]]) -> Report:
    """Return the document of a year typed as rows, with two agencies."""
    return composed(from_rows({"laporan": LAPORAN, "opd": OPD, **tables}))


def table(report: Report, key: str) -> Table | None:
    return next((table for table in report.tables() if table.key == key), None)


def column(report: Report, key: str, name: str) -> list[object]:
    found = table(report, key)
    if found is None:
        return []
    place = [column.key for column in found.columns].index(name)
    return [row[place] for row in found.rows]


def found(report: Report, key: str, code: str, *names: str) -> list[tuple[object, ...]]:
    """Return some columns of the findings of one rule."""
    codes, values = (
        column(report, key, "code"),
        zip(*(column(report, key, name) for name in names), strict=True),
    )
    return [row for known, row in zip(codes, values, strict=True) if known == code]


def sheet_numbers(report: Report) -> dict[str, list[object]]:
    return {
        section.title.partition(": ")[2]: [
            row[0] for table in section.blocks if isinstance(table, Table) for row in table.rows
        ]
        for section in report.sections
        if section.key.startswith("findings-sheet-")
    }


def printed(report: Report) -> str:
    (page,) = export(report, "markdown", load_plugins())
    return page.content.decode()


@pytest.fixture(scope="module")
def serang() -> Intake:
    return load(EXAMPLE)


def test_first_page_says_whose_data_of_which_year_and_which_day_and_how_much_was_read(serang: Intake) -> None:
    page = printed(composed(serang))

    assert page.startswith("# Hasil Pemeriksaan Data Layanan Informasi Publik Tahun 2020\n")
    assert "Pemerintah Kota Serang tahun 2020, keadaan per 7 Januari 2021." in page
    assert "Terbaca 210 (dua ratus sepuluh) baris dalam 24 (dua puluh empat) tabel." in page
    assert "Semua baris terpakai." in page


def test_each_finding_bears_one_number_in_its_severity_and_on_one_sheet(serang: Intake) -> None:
    report = composed(serang)

    by_severity = [number for key in BY_SEVERITY for number in column(report, key, "number")]
    on_sheets = [number for numbers in sheet_numbers(report).values() for number in numbers]
    assert by_severity == list(range(1, 22))
    assert sorted(on_sheets, key=str) == sorted(by_severity, key=str)


def test_blank_rows_of_the_matrix_are_for_their_agencies_and_all_else_for_the_ppid(serang: Intake) -> None:
    sheets = sheet_numbers(composed(serang))

    assert list(sheets) == [
        "PPID",
        "Dinas Pemberdayaan Perempuan Perlindungan Anak dan Keluarga Berencana Kota Serang",
        "Badan Pelayanan Barang dan Jasa Kota Serang",
        "Dinas Pendidikan dan Kebudayaan Kota Serang",
        "Badan Penanggulangan Bencana Daerah Kota Serang",
    ]
    assert [len(numbers) for numbers in sheets.values()] == [17, 1, 1, 1, 1]


def test_follow_up_is_the_last_column_and_left_empty_in_every_format(serang: Intake) -> None:
    report = composed(serang)

    (sheet,) = (table for table in report.tables() if table.key == "findings-error")
    assert set(column(report, "findings-error", "follow_up")) == {""}
    lines = table_file(sheet, "id").decode("utf-8-sig").splitlines()
    assert lines[0].endswith('Tindak lanjut (apa,\u00a0siapa,\u00a0kapan)"')
    assert [line[-6:] for line in lines[1:]] == [",PPID,"] * 3
    assert "| PPID |  |" in printed(report)


def test_row_of_a_register_is_for_the_agency_it_names() -> None:
    report = typed(
        permohonan=[
            {"tanggal": "2023-02-01", "opd": "BAPENDA", "keputusan": "dikabulkan sebagian"},
            {"tanggal": "2023-02-01", "keputusan": "dikabulkan sebagian"},
        ]
    )

    assert found(report, "findings-warning", "L102", "place", "actor") == [
        ("permohonan baris 2", "BAPENDA"),
        ("permohonan baris 3", "PPID"),
    ]


def test_content_that_is_missing_is_for_the_ppid_though_its_place_is_the_row_of_an_agency() -> None:
    report = typed(
        permohonan=[{"bulan": "Februari", "opd": "BAPENDA", "keputusan": "dikabulkan", "jumlah": "2"}]
    )

    messages = column(report, "findings-warning", "what")
    actors = column(report, "findings-warning", "actor")
    told = {str(message): actor for message, actor in zip(messages, actors, strict=True)}
    time = (
        "Isi minimum belum ada: waktu yang diperlukan untuk memenuhi setiap permohonan (2 dari 2 permohonan)."
    )
    assert told[time] == "PPID"


def test_name_that_is_in_no_list_is_for_the_ppid_to_resolve() -> None:
    report = typed(
        permohonan=[{"tanggal": "2023-02-01", "opd": "DISHUB", "keputusan": "dikabulkan sebagian"}]
    )

    assert list(sheet_numbers(report)) == ["PPID"]


def test_sign_outside_the_list_is_for_the_agency_of_its_row() -> None:
    report = typed(
        jenis_informasi=[{"kode": "a", "nama": "Renja"}, {"kode": "b/1", "nama": "DIK"}],
        ketersediaan=[
            {"opd": "DINSOS", "a": "ya", "b/1": "x"},
            {"opd": "BAPENDA", "a": "ya", "b/1": "ya"},
        ],
    )

    assert column(report, "findings-error", "actor") == ["DINSOS"]


def test_codes_that_look_alike_in_file_names_keep_sheets_apart() -> None:
    blank = [{"opd": code, "a": ""} for code in ("A/1", "A 1")]
    report = composed(
        from_rows(
            {
                "laporan": LAPORAN,
                "opd": [{"kode": "A/1", "nama": "Dinas Satu"}, {"kode": "A 1", "nama": "Dinas Dua"}],
                "jenis_informasi": [{"kode": "a", "nama": "Renja"}],
                "ketersediaan": blank,
            }
        )
    )

    assert {"Dinas Satu", "Dinas Dua"} < set(sheet_numbers(report))
    names = [table.key for table in report.tables()]
    assert len(set(map(str.casefold, names))) == len(names)


def test_explained_finding_is_told_with_its_reason_and_needs_no_follow_up(serang: Intake) -> None:
    checked = checked_of(serang.year)
    waived = tuple(
        evolve(finding, waived="Dua keberatan masuk setelah naskah ditulis")
        if finding.code == "T101"
        else finding
        for finding in checked.findings
    )
    report = composed(serang, evolve(checked, findings=waived))

    assert column(report, "findings-explained", "code") == ["T101"]
    assert column(report, "findings-explained", "reason") == ["Dua keberatan masuk setelah naskah ditulis"]
    (number,) = column(report, "findings-explained", "number")
    assert number == 21
    assert number not in sheet_numbers(report)["PPID"]


def test_what_could_not_be_read_stands_before_the_findings() -> None:
    intake = from_rows(
        {"laporan": LAPORAN, "permohonan": [{"tanggal": "kemarin"}, {"tanggal": "2023-01-02"}]}
    )
    report = composed(intake)

    assert [section.key for section in report.sections][:2] == ["findings-summary", "findings-unread"]
    assert column(report, "findings-unread", "place") == ["permohonan baris 2, kolom tanggal"]
    assert column(report, "findings-unread", "follow_up") == [""]
    assert "Isian yang tidak terbaca 1 (satu); barisnya belum ikut dihitung dan diperiksa." in printed(report)


def test_severity_without_findings_says_that_nothing_was_found() -> None:
    page = printed(typed(permohonan=[{"bulan": "Februari", "keputusan": "dikabulkan", "jumlah": "2 (dua)"}]))

    assert "Tidak ada angka atau nomor yang bertentangan menurut aturan yang dijalankan." in page


def test_severity_that_could_not_be_judged_does_not_look_as_if_all_were_well() -> None:
    report = composed(Intake(year=ServiceYear(period=ReportingPeriod(2023))), Checked())

    page = printed(report)
    assert "Harus diperbaiki: tidak ada aturan pada tingkat ini yang dapat dinilai" in page
    assert "Tidak ada angka atau nomor yang bertentangan" not in page
    assert "Tidak ada yang perlu ditindaklanjuti." in page


def test_rules_in_order_and_rules_not_judged_are_told_with_their_reasons(serang: Intake) -> None:
    report = composed(serang)

    passed = "T103 T104 D104 S101 C103 C302 C402 L104 L901 L902 L905 M102 M103 P101"
    assert column(report, "findings-passed", "code") == passed.split()
    reasons = dict(
        zip(column(report, "findings-idle", "code"), column(report, "findings-idle", "reason"), strict=True)
    )
    assert len(reasons) == 72
    assert reasons["L106"] == "tanggal penerimaan dan pemberitahuan tertulis belum dicatat per permohonan"


@pytest.mark.parametrize("word", BLAMING)
def test_no_sentence_blames(serang: Intake, word: str) -> None:
    page = printed(composed(serang)).casefold().replace("bermasalah", "")

    assert word not in page


def test_document_of_the_findings_holds_no_registers_again(serang: Intake) -> None:
    (data,) = export(composed(serang), "json", load_plugins())

    value = json.loads(data.content)
    assert value["year"] is None
    assert value["summary"] is None
    assert len(value["check"]["findings"]) == 21


def test_day_is_the_one_that_was_judged(serang: Intake) -> None:
    report = compose_findings(serang, checked_of(serang.year), as_of=date(2021, 3, 31), lang="en")

    assert "as of 31 March 2021" in printed(report)


@pytest.mark.slow
@given(year=service_years(ReportingPeriod(2023)))
def test_of_any_year_each_finding_stands_once_and_each_open_one_on_one_sheet(year: ServiceYear) -> None:
    checked = checked_of(year)
    report = composed(Intake(year=year), checked)

    numbers = [number for key in BY_SEVERITY for number in column(report, key, "number")]
    assert numbers == list(range(1, len(checked.findings) + 1))
    sheets = [
        table.key for table in report.tables() if table.key.startswith(("findings-ppid", "findings-agency"))
    ]
    on_sheets = [number for key in sheets for number in column(report, key, "number")]
    assert sorted(map(str, [*on_sheets, *column(report, "findings-explained", "number")])) == sorted(
        map(str, numbers)
    )
