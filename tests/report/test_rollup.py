"""A roll-up as a document: every format makes it, no row loses a cell, and nothing unknown is a number."""

from __future__ import annotations

import csv
import io
import json

import pytest
from benchmarks.many_bodies import bodies
from jsonschema import Draft202012Validator

from ppid_core import Artifact, Dossier, Report, export, load_plugins
from ppid_core.language import LANGS, Bilingual, Lang
from ppid_core.model import PublicBody, ReportingPeriod, Request, ServiceYear, UnreadCell, YearPart
from ppid_core.report import Chart, Table, compose_feedback, compose_rollup, text
from ppid_core.rollup import BodyYear, RefusedFile, Regions, Roster, rollup
from ppid_core.schema import schema


@pytest.fixture(scope="module")
def report() -> Report:
    """Return the roll-up of a few bodies over two years, one of them missing and a file refused."""
    current = [region.code for region in Regions.load().listed if region.until is None and "." in region.code]
    made = list(bodies(current[::60], (2022, 2023), seed=3, median=12))
    works = [BodyYear.of(Dossier.from_rows(one.tables), file=one.name) for one in made]
    works.append(BodyYear.of(Dossier.open("examples/kota-serang-2020"), file="serang"))
    rows = [{"kode": one.code, "nama": f"Pemerintah Contoh {one.code}"} for one in made]
    unique = list({row["kode"]: row for row in rows}.values())
    roster = Roster.from_rows([*unique, {"kode": "99.99", "nama": "Badan Contoh Diam"}])
    refused = [RefusedFile(file="rusak.pdf", why=Bilingual("rusak", "damaged"))]
    return compose_rollup(rollup(works, roster=roster, refused=refused))


def table(report: Report, key: str) -> Table:
    return next(table for table in report.tables() if table.key == key)


def made_by(report: Report, name: str) -> list[Artifact]:
    return list(export(report, name, load_plugins()))


def test_every_row_has_a_cell_for_each_column_and_keys_stand_once(report: Report) -> None:
    tables = list(report.tables())

    for one in tables:
        assert all(len(line) == len(one.columns) for line in one.lines), one.key
    keys = [block.key for block in report.blocks() if isinstance(block, Table | Chart)]
    assert len(keys) == len(set(keys)) > 8
    assert {block.table for block in report.blocks() if isinstance(block, Chart)} <= {
        one.key for one in tables
    }


def test_who_did_not_report_and_what_could_not_be_read_is_told(report: Report) -> None:
    (page,) = made_by(report, "markdown")
    printed = page.content.decode()

    assert "99.99 Badan Contoh Diam" in printed
    assert [row[0] for row in table(report, "rollup_refused").rows] == ["rusak.pdf"]
    unknown = {row[0]: text(row[1]) for row in table(report, "rollup_unknown").rows}
    assert unknown["Gugatan"].startswith("0 dari ")
    assert [
        text(row[1]) for row in table(report, "rollup_main").rows if row[0] == "Gugatan ke pengadilan"
    ] == ["tidak tercatat"]


def test_bodies_stand_in_the_order_of_the_roster(report: Report) -> None:
    codes = [row[1] for row in table(report, "rollup_bodies").rows]

    assert codes[:-1] == sorted(map(str, codes[:-1]))
    assert codes[-1] == "99.99"


def test_years_stand_beside_each_other_each_with_its_own_bodies(report: Report) -> None:
    rows = table(report, "rollup_years").rows

    assert [row[0] for row in rows] == ["2020", "2022", "2023"]
    assert rows[0][2:4] == ("–", rows[0][3]), "the register of Serang counts applicants"


def told(year: int, code: str, number: int) -> Dossier:
    keys = {"tahun": year, "badan.nama": f"Pemerintah Contoh {code}", "badan.kode": code}
    rows = [{"kunci": key, "isi": value} for key, value in keys.items()]
    return Dossier.from_rows({"laporan": rows, "rekap": [{"apa": "permohonan", "jumlah": number}]})


def test_small_lines_have_each_province_in_official_order_and_tell_new_ones_as_breaks() -> None:
    numbers = {
        (2021, "91.01"): 5,
        (2021, "36.73"): 7,
        (2022, "96.71"): 2,
        (2023, "93.01"): 6,
        (2023, "11.01"): 9,
    }
    whole = rollup([told(year, code, number) for (year, code), number in numbers.items()])

    report = compose_rollup(whole)

    lines = table(report, "rollup_group_years")
    assert lines.rows == (
        ("Aceh", "–", "–", 9),
        ("Banten", 7, "–", "–"),
        ("Papua", 5, "–", "–"),
        ("Papua Barat", "–", 2, "–"),
        ("Papua Selatan", "–", "–", 6),
    )
    assert lines.total == ("Jumlah", 12, 2, 15)
    assert "provinsi baru, dengan tahunnya: Papua Selatan (2022)." in lines.notes[1]
    (chart,) = (block for block in report.blocks() if isinstance(block, Chart))
    assert (chart.kind, chart.series) == ("multiples", ("y2021", "y2022", "y2023"))
    assert "Papua: 2021 5; " in chart.alt


def test_first_page_says_what_of_the_reports_that_are_there_is_not_added_up() -> None:
    draft = Dossier.from_rows(
        {
            "laporan": [
                {"kunci": "tahun", "isi": 2023},
                {"kunci": "badan.nama", "isi": "B"},
                {"kunci": "badan.kode", "isi": "11.02"},
            ],
            "rekap": [{"apa": "permohonan", "jumlah": "x"}],
        }
    )
    roster = Roster.from_rows([{"kode": f"11.{at:02}", "nama": f"B {at}"} for at in range(1, 15)])

    report = compose_rollup(rollup([told(2023, "11.01", 5), draft], roster=roster))

    (page,) = made_by(report, "markdown")
    printed = page.content.decode()
    assert "2 (dua) ada laporannya dan 12 (dua belas) tidak ada." in printed
    assert "Dari yang ada, 1 (satu) dijumlahkan; selebihnya: baru berupa draf 1 (satu)." in printed
    assert "Aceh (12): 11.03 B 3; 11.04 B 4; " in printed, "many bodies stand province by province"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["csv", "docx", "html", "json", "markdown", "pdf", "xlsx"])
def test_roll_up_of_which_no_report_is_added_up_is_made_in_every_format(name: str, lang: Lang) -> None:
    """Where all are drafts or of a part of the year, nothing is said of a figure: nobody knows it yet."""
    body, cell = PublicBody(name="Kota Uji", code="36.99"), UnreadCell(table="permohonan", column="jumlah")
    draft = ServiceYear(period=ReportingPeriod(2023), body=body, requests=(Request(count=3),), unread=(cell,))
    half = ServiceYear(period=ReportingPeriod(2023, YearPart.SEMESTER_1), body=body)

    for year in (draft, half):
        report = compose_rollup(rollup([BodyYear.of(Dossier(year=year), file="satu")]), lang=lang)

        assert {row[1:] for row in table(report, "rollup_main").rows} == {("–", "–")}
        assert made_by(report, name) or (name, lang) == ("csv", "en")


def test_folder_of_the_files_stands_below_their_table_and_not_in_each_row() -> None:
    one = told(2023, "11.01", 5)
    files = ("masuk/aceh/a.json", "masuk/aceh/b.json")

    report = compose_rollup(rollup([BodyYear.of(one, file=file) for file in files]))

    aside = table(report, "rollup_aside")
    assert sorted([aside.rows[0][2], aside.rows[0][4]]) == ["a.json", "b.json"]
    assert aside.notes == ("Berkas di dalam folder masuk/aceh/",)


def test_requests_and_applicants_have_columns_of_their_own_and_empty_ones_fall_away(report: Report) -> None:
    bodies_ = table(report, "rollup_bodies")
    heads = [column.key for column in bodies_.columns]
    assert report.rollup is not None

    for row, line in zip(bodies_.rows, report.rollup.latest.lines, strict=True):
        said = {key: row[heads.index(key)] for key in ("requests", "applicants")}
        assert list(said.values()).count("–") >= 1, line.name
    assert "applicants" in heads
    assert "disclosed" not in heads


@pytest.mark.parametrize("name", ["markdown", "html", "xlsx", "docx", "json", "csv"])
def test_format_makes_it_with_the_same_bytes_each_time(report: Report, name: str) -> None:
    first, second = made_by(report, name), made_by(report, name)

    assert first
    assert [one.content for one in first] == [one.content for one in second]


def test_json_names_its_schema_and_unknown_is_null(report: Report) -> None:
    (file,) = made_by(report, "json")
    value = json.loads(file.content)

    assert not list(Draft202012Validator(schema("report")).iter_errors(value))
    lines = value["rollup"]["tables"]["badan"]
    silent = next(line for line in lines if line["code"] == "99.99")
    assert (silent["handed"], silent["requests"]) == ("missing", None)


def test_package_holds_the_same_tables_as_the_json(report: Report) -> None:
    files = {one.name: one.content for one in made_by(report, "csv")}
    (file,) = made_by(report, "json")
    told = json.loads(file.content)["rollup"]["tables"]

    for name, rows in told.items():
        read = list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode("utf-8-sig"))))
        assert [list(row.values()) for row in read] == [
            ["" if cell is None else _written(cell) for cell in row.values()] for row in rows
        ]


def _written(cell: object) -> str:
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def test_english_has_the_same_tables(report: Report) -> None:
    assert report.rollup is not None
    english = compose_rollup(report.rollup, lang="en", year=2022)

    assert english.meta.stem == "rekapitulasi-en"
    assert [one.key for one in english.tables()][:2] == ["rollup_main", "rollup_bodies"]
    with pytest.raises(LookupError):
        compose_rollup(report.rollup, year=1999)


def test_each_body_has_a_letter_of_its_own(report: Report) -> None:
    assert report.rollup is not None
    letters = compose_feedback(report.rollup)

    lines = report.rollup.latest.lines
    assert len({letter.meta.stem for letter in letters}) == len(letters) == len(lines)
    silent = next(letter for letter in letters if letter.meta.stem.endswith("99.99"))
    (page,) = made_by(silent, "markdown")
    assert "tidak ada di antara berkas yang diterima" in page.content.decode()


def test_letter_says_what_contradicts_itself_and_what_is_better_now() -> None:
    def told(year: int, day: str, refused: str, **tables: list[dict[str, object]]) -> Dossier:
        keys = {"tahun": year, "badan.nama": "Badan Contoh", "penyampaian.tanggal": day}
        rows = [{"kunci": key, "isi": value} for key, value in keys.items()]
        requests = [{"bulan": 1, "keputusan": "ditolak", "alasan_penolakan": refused}]
        return Dossier.from_rows({"laporan": rows, "permohonan": requests, **tables})

    claim = {"apa": "permohonan", "jumlah": 9}
    works = [
        told(2022, "2023-05-02", ""),
        told(2023, "2024-03-01", "Pasal 17 huruf h", pernyataan=[claim], sengketa=[{"nomor": "NIHIL"}]),
    ]

    (letter,) = compose_feedback(rollup(works))

    (page,) = made_by(letter, "markdown")
    printed = page.content.decode()
    errors = next(one for one in letter.tables() if one.key == "feedback_error")
    assert [row[0] for row in errors.rows] == ["T101"]
    assert "Laporan disampaikan tepat waktu." in printed
    assert "L104" not in printed, "it says the same"
    assert "Sengketa informasi: kini dilaporkan" in printed
    better = printed.partition("Lebih baik dari tahun sebelumnya:")[2]
    assert "L101" in better
    assert [row for row in next(letter.tables()).rows if row[0] == "Permohonan diterima"] == [
        ("Permohonan diterima", 1, 1)
    ]


@pytest.mark.parametrize(
    ("lang", "of_parent", "of_part"),
    [
        (
            "id",
            "Laporan ini menyebut 4, jumlah menurut 2 dari 2 bagiannya 7. Selisihnya sama dengan angka B.",
            "Laporan Induk menyebut 4, jumlah bagiannya 7. Selisihnya sama dengan angka laporan ini.",
        ),
        (
            "en",
            "This report tells 4, 2 of its 2 parts together 7. They differ by the figure of B.",
            "The report of Induk tells 4, its parts together 7. They differ by the figure of this report.",
        ),
    ],
)
def test_letters_of_a_parent_and_of_the_part_that_it_left_out_say_so(
    lang: Lang, of_parent: str, of_part: str
) -> None:
    numbers = {"Induk": 4, "A": 4, "B": 3}
    works = [
        Dossier.from_rows(
            {
                "laporan": [{"kunci": "tahun", "isi": 2023}, {"kunci": "badan.nama", "isi": name}],
                "rekap": [{"apa": "permohonan", "jumlah": number}],
            }
        )
        for name, number in numbers.items()
    ]
    roster = Roster.from_rows([{"nama": name, "induk": "Induk" * (name != "Induk")} for name in numbers])

    letters = compose_feedback(rollup(works, roster=roster), lang=lang)

    told = [
        [row[1] for one in letter.tables() if one.key == "feedback_kin" for row in one.rows]
        for letter in letters
    ]
    assert told == [[of_parent], [], [of_part]]
