"""What a notebook shows: body, year and main figures, findings by their code, escaped, and nobody's data."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from bs4 import BeautifulSoup, Tag

from ppid_core import Absent, Checked, Dossier, Summary, merge
from ppid_core.model import Applicant, Request
from ppid_core.plugins import load_plugins

OURS = load_plugins(entry_points=[])
KABUPATEN, SERANG = "examples/kabupaten-contoh-2024", "examples/kota-serang-2020"
MOST_CHARACTERS = 5_000


def shown(value: Any) -> Tag:  # noqa: ANN401  whatever a notebook is handed
    return BeautifulSoup(value._repr_html_(), "html.parser")


def caption(page: Tag) -> str:
    found = page.caption
    assert found is not None
    return found.get_text()


def rows(page: Tag) -> list[list[str]]:
    return [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in page.select("tbody tr")]


@pytest.mark.parametrize("part", ["dossier", "summary"])
def test_a_year_shows_whose_it_is_and_its_main_figures(part: str) -> None:
    work = Dossier.open(KABUPATEN, plugins=OURS)

    page = shown(work if part == "dossier" else work.summary)

    assert caption(page) == "Pemerintah Kabupaten Contoh, tahun 2024, keadaan 24 Maret 2025"
    figures = dict(rows(page))
    assert figures["Jumlah permohonan"] == "45"
    assert figures["Permohonan ditolak"] == "4"
    assert figures["Rata-rata waktu pemenuhan (hari kerja)"] == "7,63"
    assert figures["Alokasi anggaran (rupiah)"] == "185.000.000"
    assert "Permohonan dipenuhi" not in figures


def test_what_is_absent_says_why_and_is_no_zero() -> None:
    figures = dict(rows(shown(Dossier.open(SERANG, plugins=OURS))))

    assert figures["Jumlah gugatan"] == "tidak tercatat"


def test_findings_are_a_table_by_code_the_gravest_first() -> None:
    checked = Dossier.open(SERANG, plugins=OURS).checked

    page = shown(checked)

    told = rows(page)
    by_code = {code: int(count) for code, _, count, *_ in told}
    assert by_code == {
        code: sum(one.code == code for one in checked.findings)
        for code in {one.code for one in checked.findings}
    }
    assert ["T101", "Harus diperbaiki", "1", "0"] == next(row[:4] for row in told if row[0] == "T101")
    levels = [row[1] for row in told]
    assert levels == sorted(levels, key=["Harus diperbaiki", "Perlu diperiksa", "Catatan"].index)
    assert caption(page).startswith(f"{len(checked.findings)} hasil dari ")


def test_a_summary_of_several_years_has_a_row_for_each() -> None:
    works = [Dossier.open(folder, plugins=OURS) for folder in (KABUPATEN, SERANG)]

    page = shown(merge(*(work.summary for work in works)))

    assert sorted(row[:3] for row in rows(page)) == [
        ["Pemerintah Kabupaten Contoh", "tahun 2024", "45"],
        ["Pemerintah Kota Serang", "tahun 2020", "84"],
    ]


def test_what_was_typed_is_escaped() -> None:
    name = "<script>alert('Dinas & Badan')</script>"
    work = Dossier.from_rows(
        {"laporan": [{"kunci": "tahun", "isi": 2023}, {"kunci": "badan.nama", "isi": name}]}, plugins=OURS
    )

    page = shown(work)

    assert page.script is None
    assert caption(page).startswith(name)


def test_unread_entries_are_counted_below_the_figures() -> None:
    work = Dossier.from_rows(
        {"laporan": [{"kunci": "tahun", "isi": 2023}], "permohonan": [{"keputusan": "dikabulkn"}]},
        plugins=OURS,
    )

    assert "1 isian belum terbaca" in shown(work).get_text()


def test_nobody_is_named_and_nothing_is_long() -> None:
    name = "Siti Contoh"
    asked = Request(number=name, applicant=Applicant(name=name), occupation=name, subject=f"Gaji {name}")
    year = Dossier.open(KABUPATEN).year
    requests = () if isinstance(year.requests, Absent) else year.requests
    work = Dossier(year=evolve(year, requests=(asked, asked, *requests)), plugins=OURS)

    for value in (work, work.summary, work.checked):
        told = value._repr_html_()
        assert name not in told
        assert len(told) < MOST_CHARACTERS
    assert work.findings


class Page:
    """Where a notebook collects the text that it keeps beside a table."""

    def __init__(self, value: Any) -> None:  # noqa: ANN401  whatever a notebook is handed
        self.told = ""
        value._repr_pretty_(self, False)  # noqa: FBT003  as a notebook calls it

    def text(self, text: str) -> None:
        self.told += text


def test_the_text_that_a_notebook_keeps_is_the_caption_and_names_no_case() -> None:
    work = Dossier.open(KABUPATEN, plugins=OURS)

    for value in (work, work.summary, work.checked, merge(work.summary), Summary()):
        assert Page(value).told == f"{type(value).__name__}: {caption(shown(value))}"


def test_nothing_shows_that_it_is_nothing() -> None:
    assert caption(shown(Summary())) == "Belum ada yang dihitung"
    assert rows(shown(Checked())) == []
