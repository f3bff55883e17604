"""The real report of 2020 with lines of comparison typed for 2019: what is printed, and what readers find."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ppid_core import Dossier, export, load_plugins
from ppid_core.language import Lang
from ppid_core.model import Measure
from ppid_core.plugins import Artifact
from ppid_core.report import Report, Table, text
from ppid_core.testing.readers import read_docx, read_html, read_markdown, read_pdf, read_xlsx

SERANG = Path("examples/kota-serang-2020")
LINES = """\
apa,menurut,nilai,bulan,tahun,jumlah
permohonan,,,,2019,61
permohonan,keputusan,dikabulkan seluruhnya,,2019,18
permohonan,keputusan,dikabulkan sebagian,,2019,12
permohonan,keputusan,ditolak,,2019,31
permohonan,pemohon,perorangan,,2019,50
permohonan,keputusan,ditolak,Mei,2019,7
keberatan,,,,2019,40
permohonan,,,,2018,45
"""
Read = Callable[[Iterable[Artifact], Lang], Mapping[Measure, object]]


@cache
def work() -> Dossier:
    with TemporaryDirectory() as place:
        folder = shutil.copytree(SERANG, Path(place) / "serang", ignore=shutil.ignore_patterns("hasil"))
        (folder / "rekap.csv").write_text(LINES, "utf-8")
        return Dossier.open(folder, plugins=load_plugins())


@cache
def report(lang: Lang) -> Report:
    return work().report(lang=lang)


def table(key: str) -> Table:
    return next(one for one in report("id").tables() if one.key == key)


def lines(one: Table) -> list[tuple[str, ...]]:
    return [tuple(text(value) for value in line) for line in one.lines]


def test_outcomes_and_applicants_stand_beside_what_was_typed() -> None:
    assert lines(table("outcomes"))[-1] == ("Jumlah", "84", "100,00%", "61", "+23", "+37,70%")
    assert lines(table("applicants")) == [
        ("Badan hukum/lembaga", "75", "89,29%", "–", "–", "–"),
        ("Perorangan", "9", "10,71%", "50", "-41", "-82,00%"),
        ("Tidak tercatat", "0", "0,00%", "11", "–", "–"),
        ("Jumlah", "84", "100,00%", "61", "+23", "+37,70%"),
    ]


def test_what_stands_beside_this_year_is_not_listed_again() -> None:
    assert lines(table("requests_of_other_years")) == [("2019", "Mei", "Keputusan", "ditolak", "7")]
    assert "objections_of_other_years" not in {one.key for one in report("id").tables()}


def test_what_was_not_typed_is_told_once_and_not_below_each_table() -> None:
    said = [note for one in report("id").tables() for note in one.notes if "tidak dibandingkan" in note]
    assert len(said) == 1
    assert not [note for one in report("id").tables() for note in one.notes if "tidak disajikan: " in note]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("markdown", read_markdown),
        ("html", read_html),
        ("docx", read_docx),
        ("xlsx", read_xlsx),
        ("pdf", read_pdf),
    ],
)
def test_each_format_prints_last_year_and_readers_find_this_one(name: str, read: Read, lang: Lang) -> None:
    """A reader that took a figure of 2019 for one of 2020 would find two of one measure, and raise."""
    found = read(export(report(lang), name, load_plugins()), lang)

    figures = {measure: work().figure(measure) for measure in found}
    assert {measure: float(figure) for measure, figure in found.items()} == {  # type: ignore[arg-type]
        measure: pytest.approx(float(figure), abs=5e-5)  # type: ignore[arg-type]
        for measure, figure in figures.items()
    }
    assert found[Measure.REQUESTS_TOTAL] == 84
    assert found[Measure.OBJECTIONS_TOTAL] == 53
