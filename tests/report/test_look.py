"""What every table and chart of the document says besides its figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from attrs import evolve
from tests.report.conftest import EXAMPLE

from ppid_core import Dossier, Report, ServiceYear, load
from ppid_core.language import Lang
from ppid_core.model import CellState, ComplianceMatrix, MatrixRow
from ppid_core.report import Chart, Paragraph, Ratio, Table, text

Composing = Callable[..., Report]

AS_OF = date(2024, 12, 31)
WITHOUT_SOURCE = {"key_figures", "figures"}
"""Tables that repeat figures of others, each with its source."""


@pytest.fixture(scope="module")
def daily() -> ServiceYear:
    return load(EXAMPLE.parent / "kabupaten-contoh-2024").year


def charts(report: Report) -> dict[str, Chart]:
    return {block.key: block for block in report.blocks() if isinstance(block, Chart)}


@pytest.mark.parametrize(("lang", "word"), [("id", "Sumber:"), ("en", "Source:")])
def test_every_table_names_its_source_first(
    daily: ServiceYear, serang: ServiceYear, compose_year: Composing, lang: str, word: str
) -> None:
    for report in (compose_year(daily, AS_OF, lang=lang), compose_year(serang, lang=lang)):
        told = {table.key: table.notes for table in report.tables() if table.key not in WITHOUT_SOURCE}
        assert {} == {key: notes for key, notes in told.items() if not notes or not notes[0].startswith(word)}


def test_each_kind_of_figure_has_its_kind_of_chart(daily: ServiceYear, compose_year: Composing) -> None:
    kinds = {key: chart.kind for key, chart in charts(compose_year(daily, AS_OF)).items()}

    assert kinds == {
        "requests_by_month_chart": "stacked",
        "budget_chart": "bullet",
        "availability_by_type_chart": "bars",
        "visits_chart": "line",
        "channels_chart": "bars",
        "response_classes_chart": "bars",
        "response_by_outcome_chart": "range",
    }


def test_chart_says_what_is_counted_and_of_how_many(serang: ServiceYear, compose_year: Composing) -> None:
    drawn = charts(compose_year(serang))

    assert drawn["visits_chart"].subtitle == "Jumlah kunjungan, seluruhnya 82.800"
    assert drawn["refusal_reasons_chart"].subtitle == "Jumlah permohonan, seluruhnya 53"
    assert drawn["refusal_reasons_chart"].alt == (
        "Alasan penolakan: Tidak beriktikad baik 42; Tidak dikuasai 6; Identitas tidak jelas 5."
    )


@pytest.mark.parametrize("lang", ["id", "en"])
def test_chart_tells_in_words_every_figure_that_it_draws(
    daily: ServiceYear, serang: ServiceYear, compose_year: Composing, lang: Lang
) -> None:
    for report in (compose_year(daily, AS_OF, lang=lang), compose_year(serang, lang=lang)):
        tables = {table.key: table for table in report.tables()}
        for chart in charts(report).values():
            table = tables[chart.table]
            places = [at for at, column in enumerate(table.columns) if column.key in chart.series]
            drawn = Counter(
                text(row[at], lang) for row in table.rows for at in places if text(row[at], lang) != "0"
            )
            told = Counter(word.strip(",;:().") for word in chart.alt.split())
            assert drawn <= told, chart.key


def test_months_are_told_with_their_outcomes(serang: ServiceYear, compose_year: Composing) -> None:
    chart = charts(compose_year(serang))["requests_by_month_chart"]

    assert "Maret 13 (dikabulkan seluruhnya 1, dikabulkan sebagian 8, tidak dijawab 4); April 49" in chart.alt


def test_budget_is_drawn_where_every_line_tells_what_was_spent(
    daily: ServiceYear, serang: ServiceYear, compose_year: Composing
) -> None:
    chart = charts(compose_year(daily, AS_OF))["budget_chart"]

    assert chart.alt == (
        "APBD: realisasi Rp136.220.000,00 dari alokasi Rp145.000.000,00; "
        "APBD Perubahan: realisasi Rp38.480.000,00 dari alokasi Rp40.000.000,00."
    )
    assert "budget_chart" not in charts(compose_year(serang))


def test_share_of_fewer_than_ten_cells_is_no_percentage(serang: ServiceYear, compose_year: Composing) -> None:
    assert isinstance(serang.matrix, ComplianceMatrix)
    states = (CellState.DISCLOSED, CellState.DISCLOSED, CellState.NOT_DISCLOSED)
    row = MatrixRow(agency=serang.matrix.rows[0].agency, states=states)
    few = evolve(serang, matrix=ComplianceMatrix(types=serang.matrix.types[:3], rows=(row,)))

    report = compose_year(few)

    shares = [value for table in report.tables() for line in table.lines for value in line]
    printed = [text(value) for value in shares if isinstance(value, Ratio) and value.whole == 3]
    assert set(printed) == {"2 dari 3", "66,67%"}
    assert [one for one in printed if "%" in one] == ["66,67%"], "the matrix prints its rows as 2/3"
    told = "\n".join(block.plain() for block in report.blocks() if isinstance(block, Paragraph))
    assert "66,67" not in told
    notes = [note for table in report.tables() if table.key == "availability" for note in table.notes]
    assert notes[1] == "2 dari 3"


def _register(outcomes: Sequence[str]) -> Table:
    rows = [
        {
            "nomor": f"{number}/2023",
            "tanggal": f"2023-03-0{number}",
            "pemohon": "perorangan",
            "hasil": outcome,
        }
        for number, outcome in enumerate(outcomes, start=1)
    ]
    work = Dossier.from_rows({"laporan": [{"kunci": "tahun", "isi": 2023}], "sengketa": rows})
    return next(table for table in work.report().tables() if table.key == "disputes")


def test_a_column_of_any_table_of_a_chapter_that_says_the_same_is_a_line_below_it() -> None:
    rows = [
        {"nama": name, "jumlah": at, "kondisi": "baik"} for at, name in enumerate(("Meja", "Kursi", "Rak"))
    ]
    work = Dossier.from_rows({"laporan": [{"kunci": "tahun", "isi": 2023}], "sarana_prasarana": rows})

    (table,) = (table for table in work.report().tables() if table.key == "facilities")
    assert ["running", "name", "count"] == [column.key for column in table.columns]
    assert table.notes[-1] == "Kondisi: seluruhnya baik."


@pytest.mark.parametrize(("names", "running"), [(("Meja",), None), (("Meja", "Kursi", "Rak"), [1, 2, 3])])
def test_rows_of_a_list_are_numbered_where_there_are_several(
    names: Sequence[str], running: list[int] | None
) -> None:
    rows = [{"bagian": name, "jumlah": 2} for name in names]
    work = Dossier.from_rows({"laporan": [{"kunci": "tahun", "isi": 2023}], "sdm": rows})

    (table,) = (table for table in work.report().tables() if table.key == "staff")
    assert table.columns[0].title == ("No." if running else "Bagian")
    assert running is None or [row[0] for row in table.rows] == running
    assert table.total == ((*([""] if running else []), "Jumlah", 2 * len(names)))


def test_a_column_of_a_register_that_says_the_same_in_each_row_is_a_line_below_it() -> None:
    table = _register(["ditolak", "ditolak", "ditolak"])

    assert {"applicant", "result"}.isdisjoint(column.key for column in table.columns)
    assert table.notes[-1] == "Pemohon: seluruhnya perorangan. Hasil: seluruhnya ditolak."


@pytest.mark.parametrize("outcomes", [["ditolak", "ditolak", "dikabulkan"], ["ditolak", "ditolak"]])
def test_a_column_that_differs_and_one_of_few_rows_stays(outcomes: list[str]) -> None:
    table = _register(outcomes)

    assert "result" in [column.key for column in table.columns]


def test_the_book_of_the_regulation_keeps_its_columns() -> None:
    rows = [{"nomor": f"{number}", "keputusan": "ditolak", "informasi": "Anggaran"} for number in range(3)]
    work = Dossier.from_rows({"laporan": [{"kunci": "tahun", "isi": 2023}], "permohonan": rows})

    (book,) = (table for table in work.report().tables() if table.key == "register_requests")
    assert {"decision", "information"} <= {column.key for column in book.columns}
