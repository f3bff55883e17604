"""One word for one thing, in whatever a city signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from attrs import evolve
from tests.report.conftest import EXAMPLE, composed

from ppid_core import Dossier, Report, ServiceYear, load
from ppid_core.glossary import label
from ppid_core.language import Bilingual
from ppid_core.model import Absent, Channel, ReportingPeriod, YearPart
from ppid_core.report import Block, Items, Paragraph, Table
from ppid_core.report.material import Material
from ppid_core.summary import listed

FORMS = ("full", "brief", "letter")
ONE_WORD = {
    "rerata": "rata-rata",
    "website": "laman",
    "situs": "laman",
    "teraktif": "peringkat",
    "email": "surel",
}
"""A word that is not printed, and the one that is."""


@pytest.fixture(scope="module")
def years() -> list[ServiceYear]:
    return [load(EXAMPLE.parent / name).year for name in ("kota-serang-2020", "kabupaten-contoh-2024")]


def reports(years: list[ServiceYear]) -> Iterator[Report]:
    for year in years:
        for form in FORMS:
            yield composed(year, year.as_of, form=form)


def texts(report: Report) -> Iterator[str]:
    """Yield what we print, without cells: these hold what staff typed."""
    for _, section in report.walk():
        yield section.heading
        yield from (words for block in section.blocks for words in _of(block))


def _of(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (block.caption, *block.notes, *(column.heading for column in block.columns))
    else:
        yield block.plain()


def typed(year: ServiceYear) -> str:
    """Return all prose that staff wrote."""
    told, activity = year.narrative, year.activity
    own = (told.recommendations, told.priorities)
    lists = (*own, activity.activities, activity.innovations, activity.awards)
    words = [
        *(passage.text for passage in told.passages),
        *(constraint.text for constraint in listed(told.constraints)),
        *(entry.text for rows in lists for entry in listed(rows)),
    ]
    return "\n".join(words).casefold()


@pytest.mark.parametrize("word", ONE_WORD)
def test_one_word_names_one_thing(years: list[ServiceYear], word: str) -> None:
    for year in years:
        prose = typed(year)
        for form in FORMS:
            for text in texts(composed(year, year.as_of, form=form)):
                own = [line for line in text.casefold().splitlines() if line.strip("- ") not in prose]
                assert not [line for line in own if re.search(rf"\b{word}\b", line)], ONE_WORD[word]


def test_the_channel_is_called_as_the_page_is() -> None:
    assert label(Channel.WEBSITE) == "laman"


def test_dates_stand_under_tanggal_and_shares_under_persentase(years: list[ServiceYear]) -> None:
    for report in reports(years):
        own = (table for table in report.tables() if not table.key.startswith("register_"))
        heads = {column.key: column.title for table in own for column in table.columns}
        assert heads.get("share", "Persentase") == "Persentase"
        dated = ("received", "filed", "notice", "answered", "decided")
        assert all(heads[key].startswith("Tanggal") for key in dated if key in heads)


@pytest.mark.parametrize("part", [YearPart.YEAR, YearPart.SEMESTER_1, YearPart.QUARTER_2])
def test_no_sentence_tells_a_nought_of_a_part(years: list[ServiceYear], part: YearPart) -> None:
    """A whole that is nihil is told: no objection, no suit."""
    year = evolve(years[1], period=ReportingPeriod(2024, part))

    for form in FORMS:
        for block in composed(year, year.as_of, form=form).blocks():
            if isinstance(block, Paragraph | Items):
                noughts = re.findall(r"\b0 \(nihil\) ([a-z]+)", block.plain())
                assert set(noughts) <= {"permohonan", "keberatan", "sengketa", "gugatan", "pengaduan"}


@pytest.mark.parametrize(
    ("part", "words"),
    [(YearPart.SEMESTER_1, "semester I tahun 2024"), (YearPart.QUARTER_2, "triwulan II tahun 2024")],
)
def test_part_of_a_year_is_called_by_its_name(years: list[ServiceYear], part: YearPart, words: str) -> None:
    year = evolve(years[1], period=ReportingPeriod(2024, part))

    for form in FORMS:
        report = composed(year, year.as_of, form=form)
        assert words.casefold() in report.meta.title.casefold()
        for block in report.blocks():
            said = block.plain() if isinstance(block, Paragraph) else ""
            assert "Selama tahun 2024" not in said
            assert "tahun sebelumnya" not in said


def test_that_there_were_no_suits_is_said_in_one_wording(years: list[ServiceYear]) -> None:
    year = evolve(years[0], suits=Absent())

    said = [
        block.plain()
        for block in composed(year, year.as_of).blocks()
        if isinstance(block, Paragraph) and "ajudikasi" in block.plain()
    ]

    assert said == ["Tidak ada gugatan, karena tidak ada sengketa yang berakhir dengan putusan ajudikasi."]


def test_doubts_of_ours_stand_in_the_colophon_alone(years: list[ServiceYear]) -> None:
    report = composed(years[1], years[1].as_of)

    doubting = {
        section.key
        for _, section in report.walk()
        if "belum diverifikasi" in "\n".join(block.plain() for block in section.blocks)
    }

    assert doubting == {"colophon"}


def test_a_notice_cites_without_our_doubts() -> None:
    work = Dossier.open(EXAMPLE)
    material = Material(year=work.year, summary=work.summary, checked=work.checked, law=work.law)
    unsure = Bilingual("UU 1/2000 Pasal 1 (belum diverifikasi)", "UU 1/2000 Pasal 1 (not verified)")

    told = [
        evolve(material, lang=lang).notice(Bilingual("Teks.", "Text."), [unsure]) for lang in ("id", "en")
    ]

    assert [notice.basis for notice in told] == ["UU 1/2000 Pasal 1"] * 2
