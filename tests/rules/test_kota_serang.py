"""The real report of Kota Serang 2020: exactly its contradictions, and none once they are mended."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.by_name import built_in_order

from ppid_core import unstructure
from ppid_core.intake import load
from ppid_core.rules import Checked, Severity, Status
from ppid_core.testing.judgement import judged

EXAMPLE = Path(__file__).parents[2] / "examples" / "kota-serang-2020"
TOLD = {
    "T101": ["objections.total"],
    "T102": ["budget:APBD"],
    "D101": ["instrument:042/kep.280-huk/2019"],
    "D102": ["picture:2.4"],
    "L101": ["request:permohonan.csv#9", "request:permohonan.csv#10"],
    "L102": ["request:permohonan.csv#2", "request:permohonan.csv#3", "request:permohonan.csv#5"],
    "L103": [
        "content:facilities_condition",
        "content:staff_qualifications",
        "content:budget_use",
        "content:response_time",
    ],
    "L105": ["request:permohonan.csv#6"],
    "L107": ["instrument:permendagri 35/2010"],
    "M101": ["agency:12", "agency:20", "agency:27", "agency:28"],
    "K101": ["channel:online"],
    "K102": ["requests.unit"],
}
AFFECTED = {"L101": [42, 5], "L102": [1, 13, 8], "L105": [4], "M101": [14] * 4, "K102": [84]}


def mended_requests(text: str) -> str:
    """Give each partial grant and refusal a lawful reason, an answer to each request, and its time."""
    heading, *rows = text.replace("jumlah_pemohon", "jumlah").splitlines()
    fixed = [
        row.replace("Tidak Itikad Baik", "Data Tidak dikuasai")
        .replace("Identitas Tidak Jelas", "Data Tidak dikuasai")
        .replace("Diterima Sebagian,", "Diterima Sebagian,Data Tidak dikuasai")
        .replace("Tidak Dijawab PPID Pembantu", "Diterima")
        + ",8"
        for row in rows
    ]
    return "\n".join([f"{heading},hari_kerja", *fixed, ""])


MENDED: dict[str, Callable[[str], str]] = {
    "pernyataan.csv": lambda text: text.replace("keberatan,51", "keberatan,53"),
    "anggaran.csv": lambda text: text.replace(",,lima puluh juta", ",49.500.000,lima puluh satu juta"),
    "kutipan.csv": lambda text: text.replace("Kep.280", "Kep.289").replace(
        "peraturan,Peraturan Menteri Dalam Negeri Nomor 35 Tahun 2010,,2010,§1.1\n", ""
    ),
    "gambar.csv": lambda text: text.replace("2.5,", "2.4,"),
    "permohonan.csv": mended_requests,
    "sarana_prasarana.csv": lambda text: text.replace(",\n", ",baik\n"),
    "sdm.csv": lambda text: text.replace(",\n", ",S1\n"),
    "ketersediaan.csv": lambda text: text.replace(",,,,,,,,,,,,,,", ",-" * 14),
    "rekomendasi.csv": lambda text: "\n".join(
        ["uraian,tindak_lanjut", *(f"{row},dianggarkan" for row in text.splitlines()[1:])]
    ),
    "laporan.csv": lambda text: text.replace("daring|desk informasi", "desk informasi"),
}


def check_folder(folder: Path) -> Checked:
    intake = load(folder)
    assert intake.problems == ()
    return judged(intake.year, inputs=intake.inputs)


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check_folder(EXAMPLE)


def test_exactly_its_own_contradictions_come_out(checked: Checked) -> None:
    found: dict[str, list[str]] = {}
    for finding in checked.findings:
        found.setdefault(finding.code, []).append(finding.subject)
    assert found == TOLD
    assert {run.status for run in checked.runs} == {Status.PASSED, Status.FOUND, Status.NOT_APPLICABLE}
    assert [
        run.reason for run in checked.runs if run.status is Status.NOT_APPLICABLE and not run.reason.id
    ] == []


def test_what_judges_it_is_built_by_name_but_five_small_values() -> None:
    check_folder(EXAMPLE)

    assert built_in_order("rules") == {"_DatedRow", "_Cases", "_TraitCount", "_Traits", "Numbered"}


def test_each_says_for_how_many_it_stands(checked: Checked) -> None:
    for code, affected in AFFECTED.items():
        assert [finding.affected for finding in checked.findings if finding.code == code] == affected


def test_each_names_a_place_in_the_input(checked: Checked) -> None:
    assert all(finding.places for finding in checked.findings)
    assert all((EXAMPLE / finding.places[0].file).is_file() for finding in checked.findings)


def test_the_figures_that_contradict_are_told_exactly(checked: Checked) -> None:
    made = {one["subject"]: one for one in unstructure(checked)["findings"]}
    claim, words = made["objections.total"], made["budget:APBD"]
    assert (claim["provided"], claim["expected"], claim["difference"]) == (51, 53, -2)
    assert (words["provided"], words["expected"]) == (50904000, 51904000)
    assert [place["row"] for place in claim["related"]] == [2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("T101", "Jumlah keberatan: naskah menyebut 51, tabel berjumlah 53 (selisih 2)."),
        (
            "T102",
            'Anggaran Rp51.904.000,00, terbilang "lima puluh juta sembilan ratus empat ribu" (50.904.000).',
        ),
        (
            "D101",
            "Satu keputusan, dua nomor: 042/Kep.280-Huk/2019 (§1.1), 042/Kep.289-Huk/2019 (tabel regulasi).",
        ),
        ("L102", "Dikabulkan sebagian tanpa alasan (1 permohonan)."),
        ("L105", "4 permohonan tidak dijawab oleh PPID Pembantu/Pelaksana."),
        ("M101", "DP3AKB: baris tanpa isian."),
        ("K101", "Kanal daring ditawarkan; tidak ada permohonan yang tercatat melaluinya."),
        ("K102", "Register menghitung pemohon (84), bukan permohonan."),
    ],
)
def test_each_is_told_as_fact_place_and_number(checked: Checked, code: str, text: str) -> None:
    finding = next(finding for finding in checked.findings if finding.code == code)
    assert checked.message(finding) == text


def test_a_mended_copy_raises_none_of_them(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "laporan"))
    for name, mend in MENDED.items():
        text = (folder / name).read_text(encoding="utf-8")
        assert mend(text) != text
        (folder / name).write_text(mend(text), encoding="utf-8")
    found = Counter(finding.code for finding in check_folder(folder).findings)
    assert not found


def test_severities_are_those_of_the_catalogue(checked: Checked) -> None:
    errors = {finding.code for finding in checked.findings if finding.severity is Severity.ERROR}
    infos = {finding.code for finding in checked.findings if finding.severity is Severity.INFO}
    assert errors == {"T101", "T102", "D101"}
    assert infos == {"D102", "L107", "K101", "K102"}
