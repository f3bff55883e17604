"""Last year beside this one in main tables and charts: figure, change, percentage, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest
from tests.three_years import Tables, city, tables_of

from ppid_core import Dossier, export, load_plugins
from ppid_core.language import Lang
from ppid_core.model import Measure
from ppid_core.plugins import Plugins
from ppid_core.report import Chart, Items, Report, Table, text
from ppid_core.report.document import Form
from ppid_core.testing.readers import read_docx, read_html, read_markdown, read_xlsx

NOBODY = Plugins()
CHANNELS = ("surel", "pos", "whatsapp")
SPLIT = (
    "Dinas Contoh Kesehatan (15) dipecah menjadi Dinas Contoh D7 dan Dinas Contoh D8; angka tahun 2022 "
    "masing-masing tidak diketahui."
)
COMPARED = {"last", "change", "growth"}


def rich(year: int) -> Tables:
    """Return the tables of a year of the city, with staff, visits, channels and two sources of money."""
    tables = tables_of(year)
    few = 2 if year > 2022 else 3
    requests = [{**row, "kanal": CHANNELS[place % few]} for place, row in enumerate(tables["permohonan"])]
    visits = [{"bulan": str(month), "jumlah": 100 * (year - 2020) + month} for month in range(1, 13)]
    staff = [{"bagian": "Meja layanan", "jumlah": year - 2020}, {"bagian": "Arsip", "jumlah": 1}]
    money = [
        {"sumber": "APBD", "alokasi": 10_000_000 * (year - 2019), "penggunaan": "Operasional"},
        {"sumber": f"Hibah {year}", "alokasi": 1_000_000, "penggunaan": "Pelatihan"},
    ]
    return {**tables, "permohonan": requests, "kunjungan": visits, "sdm": staff, "anggaran": money}


@cache
def report(lang: Lang = "id") -> Report:
    """Return the report of 2023 beside 2022, between which two agencies merged."""
    last = Dossier.from_rows(rich(2022), plugins=NOBODY)
    return Dossier.from_rows(rich(2023), plugins=NOBODY, previous=[last]).report(lang=lang)


def tables(told: Report) -> Mapping[str, Table]:
    return {table.key: table for table in told.tables()}


def lines(table: Table, *keys: str) -> list[tuple[str, ...]]:
    """Return the first column and those of these keys, the total row last."""
    places = [[column.key for column in table.columns].index(key) for key in keys]
    name = 1 if table.columns[0].key == "running" else 0
    return [tuple(text(line[at]) for at in (name, *places)) for line in table.lines]


def test_outcomes_stand_beside_last_years_with_change_and_percentage() -> None:
    table = tables(report())["outcomes"]

    assert lines(table, "count", "last", "change", "growth") == [
        ("Dikabulkan seluruhnya", "31", "24", "+7", "+29,17%"),
        ("Ditolak", "6", "4", "+2", "–"),
        ("Masih diproses", "1", "1", "0", "–"),
        ("Jumlah", "38", "29", "+9", "+31,03%"),
    ]
    assert [column.title for column in table.columns[-3:]] == ["Jumlah 2022", "Perubahan", "Perubahan (%)"]
    assert table.notes[-1] == (
        "Pembanding: laporan tahun 2022. Persentase perubahan tidak disajikan bila angka tahun 2022 di bawah "
        "10."
    )


def test_a_part_that_only_last_year_had_is_a_row() -> None:
    assert lines(tables(report())["channels"], "count", "last", "change") == [
        ("Surel", "19", "10", "+9"),
        ("Pos", "19", "10", "+9"),
        ("WhatsApp", "0", "9", "-9"),
        ("Jumlah", "38", "29", "+9"),
    ]


def test_a_merged_agency_stands_beside_those_before_it_and_the_table_says_so() -> None:
    table = tables(report())["requests_by_agency"]

    assert lines(table, "count", "last", "change") == [
        ("Dinkes", "20", "15", "+5"),
        ("Disdagin", "18", "14", "+4"),
        ("Jumlah", "38", "29", "+9"),
    ]
    assert table.notes[-1] == "Disdagin: tahun 2022 Dinas Contoh Perdagangan (14)."


def test_months_times_balance_staff_money_and_visits_stand_beside_last_years() -> None:
    found = tables(report())

    assert lines(found["requests_by_month"], "count", "last", "change")[-2:] == [
        ("Desember", "1", "1", "0"),
        ("Jumlah", "38", "29", "+9"),
    ]
    assert ("Median", "1", "1,5", "-0,5") in lines(found["response_statistics"], "value", "last", "change")
    assert lines(found["balance"], "count", "last")[0] == ("Saldo awal (bawaan)", "1", "–")
    assert lines(found["staff"], "count", "last", "change") == [
        ("Meja layanan", "3", "2", "+1"),
        ("Arsip", "1", "1", "0"),
        ("Jumlah", "4", "3", "+1"),
    ]
    assert lines(found["budget"], "allocated", "last") == [
        ("APBD", "Rp40.000.000,00", "Rp30.000.000,00"),
        ("Hibah 2023", "Rp1.000.000,00", "–"),
        ("Jumlah", "Rp41.000.000,00", "Rp31.000.000,00"),
    ]
    assert lines(found["visits"], "count", "last", "growth")[0] == ("Januari", "301", "201", "+49,75%")


def refusing(year: int, *grounds: str) -> Tables:
    """Return the tables of a year that refused on these: a letter, else a reason."""
    exempt = {"keputusan": "ditolak", "alasan_penolakan": "dikecualikan"}
    rows = [
        {"nomor": str(number), **exempt, "pasal_pengecualian": ground}
        if len(ground) == 1
        else {"nomor": str(number), "keputusan": "ditolak", "alasan_penolakan": ground}
        for number, ground in enumerate(grounds, start=1)
    ]
    return {**tables_of(year), "permohonan": rows}


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (
            ("a", "h", "h", "berulang"),
            [
                ("Pasal 17 huruf a: penegakan hukum", "0", "1", "-1"),
                ("Pasal 17 huruf b: kekayaan intelektual dan persaingan usaha tidak sehat", "1", "0", "+1"),
                ("Pasal 17 huruf h: rahasia pribadi", "1", "2", "-1"),
                ("Berulang", "0", "1", "-1"),
                ("Jumlah", "2", "4", "-2"),
            ],
        ),
        (
            ("h", "h", ""),
            [
                ("Pasal 17 huruf b: kekayaan intelektual dan persaingan usaha tidak sehat", "1", "–", "–"),
                ("Pasal 17 huruf h: rahasia pribadi", "1", "2", "-1"),
                ("Alasan tidak tercatat", "0", "1", "–"),
                ("Jumlah", "2", "3", "-1"),
            ],
        ),
    ],
)
def test_refusals_by_letter_stand_beside_last_years_none_where_each_of_these_names_its_ground(
    last: tuple[str, ...], expected: list[tuple[str, ...]]
) -> None:
    before = Dossier.from_rows(refusing(2022, *last), plugins=NOBODY)
    work = Dossier.from_rows(refusing(2023, "b", "h"), plugins=NOBODY, previous=[before])

    table = tables(work.report())["refusals_by_ground"]

    assert lines(table, "refused", "last", "change") == expected
    assert [column.title for column in table.columns[1:4]] == ["Ditolak", "Ditolak 2022", "Perubahan"]


def test_refusals_stand_alone_where_last_year_says_no_ground() -> None:
    before = Dossier.from_rows(refusing(2022, "", ""), plugins=NOBODY)
    work = Dossier.from_rows(refusing(2023, "b", "h"), plugins=NOBODY, previous=[before])
    assert "last" not in {column.key for column in tables(work.report())["refusals_by_ground"].columns}


def test_median_times_of_outcomes_and_agencies_stand_beside_last_years() -> None:
    found = tables(report())

    assert lines(found["response_by_outcome"], "median", "last", "change") == [
        ("Dikabulkan seluruhnya", "1", "2", "-1"),
        ("Ditolak", "1,5", "0", "+1,5"),
        ("Seluruhnya", "1", "1,5", "-0,5"),
    ]
    assert lines(found["response_by_agency"], "median", "last", "change") == [
        ("Dinkes", "1", "2", "-1"),
        ("Disdagin", "1", "0", "+1"),
        ("Seluruhnya", "1", "1,5", "-0,5"),
    ]
    assert found["response_by_agency"].notes[-1] == "Disdagin: tahun 2022 Dinas Contoh Perdagangan."
    assert [column.title for column in found["response_by_agency"].columns[-2:]] == [
        "Median 2022",
        "Perubahan",
    ]


def test_an_agency_of_several_has_no_median_of_last_year_and_the_table_says_so() -> None:
    both = [
        {**row, "opd": "D3"} if row["opd"] == "D2" and row["nomor"] < "013" else row
        for row in tables_of(2022)["permohonan"]
    ]
    before = Dossier.from_rows({**tables_of(2022), "permohonan": both}, plugins=NOBODY)

    work = Dossier.from_rows(tables_of(2023), plugins=NOBODY, previous=[before])

    table = tables(work.report())["response_by_agency"]
    assert lines(table, "median", "last", "change")[1] == ("Disdagin", "1", "–", "–")
    assert table.notes[-1] == (
        "Disdagin ialah gabungan Dinas Contoh Perdagangan dan Dinas Contoh Perindustrian; mediannya tahun "
        "2022 tidak dihitung."
    )


def test_availability_of_types_stands_beside_last_years_and_another_list_of_agencies_is_a_break() -> None:
    matrix = {2022: {"Dinkes": "11"}, 2023: {"Dinkes": "10", "Disdagin": "11"}}
    last, work = (
        {
            **tables_of(year),
            "ketersediaan": [
                {"opd": name, "DIP": marks[0], "Renja": marks[1]} for name, marks in rows.items()
            ],
        }
        for year, rows in matrix.items()
    )
    before = Dossier.from_rows(last, plugins=NOBODY)
    told = Dossier.from_rows(work, plugins=NOBODY, previous=[before]).report()

    table = tables(told)["availability_by_type"]

    assert lines(table, "count", "last", "change") == [
        ("DIP", "2", "1", "+1"),
        ("Renja", "1", "1", "0"),
        ("Jumlah", "3", "2", "+1"),
    ]
    assert text(table.notes[-1]).startswith("Patahan 2023: daftar OPD berubah")


def test_what_is_the_same_in_both_years_is_said_in_words_with_last_years_figure() -> None:
    said = [block.plain() for block in report().blocks() if isinstance(block, Items)]
    assert "- Alasan penolakan: seluruhnya dikecualikan, 6 (enam) permohonan (2022: 4)." in said


def test_charts_draw_last_year_and_say_its_figures() -> None:
    found = {block.key: block for block in report().blocks() if isinstance(block, Chart)}

    beside = {"requests_by_month_chart", "channels_chart", "response_classes_chart", "visits_chart"}
    assert {key for key, chart in found.items() if chart.beside == "last"} == beside
    assert found["channels_chart"].alt.endswith(" Jumlah 2022: Surel 10; Pos 10; WhatsApp 9.")


@pytest.mark.parametrize("form", ["brief", "letter"])
def test_a_document_of_one_page_has_no_columns_of_last_year(form: Form) -> None:
    told = city(2024).report(form=form)
    assert not [table.key for table in told.tables() if COMPARED & {column.key for column in table.columns}]


def test_nothing_changes_without_an_earlier_year() -> None:
    told = Dossier.from_rows(rich(2022), plugins=NOBODY).report()
    assert not [table.key for table in told.tables() if COMPARED & {column.key for column in table.columns}]
    assert not [block.key for block in told.blocks() if isinstance(block, Chart) and block.beside]


def test_a_breakdown_that_last_year_did_not_record_says_why_it_is_not_there() -> None:
    last = Dossier.from_rows({**tables_of(2022), "permohonan": [{"nomor": "1"}]}, plugins=NOBODY)
    work = Dossier.from_rows(tables_of(2023), plugins=NOBODY, previous=[last])

    table = tables(work.report())["outcomes"]

    assert not COMPARED & {column.key for column in table.columns}
    assert table.notes[-1] == "Angka tahun 2022 tidak disajikan: rinciannya tidak tercatat."


def test_agencies_that_were_split_or_have_gone_are_told_below_the_table() -> None:
    ended = {"berlaku_sampai": "2022-12-31"}
    health, trade, *_ = tables_of(2022)["opd"]
    halves = [{"kode": code, "nama": f"Dinas Contoh {code}"} for code in ("D7", "D8")]
    now = [{**health, **ended, "pengganti": "D7 | D8"}, {**trade, **ended}, *halves]
    rows = [{"nomor": str(number), "opd": "D7"} for number in range(12)]
    work = Dossier.from_rows(
        {**tables_of(2023), "opd": now, "permohonan": rows}, plugins=NOBODY, previous=[city(2022)]
    )

    table = tables(work.report())["requests_by_agency"]

    assert lines(table, "count", "last", "change") == [
        ("Dinas Contoh D7", "12", "–", "–"),
        ("Dinas Contoh D8", "0", "–", "–"),
        ("Jumlah", "12", "29", "-17"),
    ]
    assert table.notes[-2:] == (
        SPLIT,
        "Dinas Contoh Perdagangan (14) ada pada tahun 2022 dan tidak ada lagi tahun ini, tanpa penerus.",
    )


def test_names_of_applicants_of_last_year_are_not_printed() -> None:
    row = {"nama": "Siti Contoh", "keputusan": "ditolak", "alasan_penolakan": "permintaan Siti Contoh"}
    last = Dossier.from_rows({**tables_of(2022), "permohonan": [{"nomor": "1", **row}]}, plugins=NOBODY)
    work = Dossier.from_rows(tables_of(2023), plugins=NOBODY, previous=[last])

    internal, public = (work.report(edition=edition) for edition in ("internal", "public"))

    assert "Siti Contoh" in whole_text(internal)
    assert "Siti Contoh" not in whole_text(public)


def whole_text(told: Report) -> str:
    return "\n".join(block.plain() for block in told.blocks())


@pytest.mark.slow
def test_readers_take_no_figure_of_last_year_for_one_of_this() -> None:
    """In English, too: `tests/exporters/test_earlier_years.py`."""
    told = report()
    readers = {
        "html": read_html,
        "markdown": read_markdown,
        "docx": read_docx,
        "xlsx": read_xlsx,
    }
    for name, read in readers.items():
        found = read(export(told, name, load_plugins()))
        assert found[Measure.REQUESTS_TOTAL] == 38, name
        assert found.get(Measure.VISITS, 3678) == 3678, name
        assert found.get(Measure.STAFF, 4) == 4, name
