from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

import pytest

from ppid_core import Dossier
from ppid_core.rules import CATALOGUE, Severity, check
from ppid_core.rules.error_rules import ERROR_RULES

EXAMPLES = Path(__file__).parents[2] / "examples"


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


def test_json_is_the_summary_and_its_problems(run: Run, example: Path) -> None:
    ended = run("ringkas", example, "--format", "json")

    value = json.loads(ended.out)
    assert ended.code == 0
    assert value["requests"]["total"] == value["applicants"]["total"] == 84
    assert value["requests"]["by_month"] == [1, 13, 13, 49, 0, 0, 0, 0, 5, 1, 2, 0]
    assert value["absent"]["requests.response_time"]
    assert value["problems"] == []


def test_problem_ends_with_2_beside_the_figures(run: Run, example: Path) -> None:
    path = example / "keberatan.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("5 (Lima)", "lima"), encoding="utf-8")

    text, json_ended = run("summary", example), run("summary", example, "--format", "json")

    assert (text.code, json_ended.code) == (2, 2)
    assert "keberatan.csv baris 3, kolom jumlah" in text.out
    assert "Permohonan              84" in text.out
    assert len(json.loads(json_ended.out)["problems"]) == 1


def test_folder_without_a_year_ends_with_2(run: Run, tiny: Path) -> None:
    (tiny / "laporan.csv").write_text("kunci,isi\n", encoding="utf-8")

    assert run("summary", tiny).code == 2
    assert list(json.loads(run("summary", tiny, "--format", "json").out)) == ["schema", "problems"]


def test_screen_is_one_screen(run: Run, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(example.parent)

    lines = run("summary", example.name).out.splitlines()

    assert len(lines) <= 40
    assert max(map(len, lines)) <= 100


def test_periods_and_lists_are_told_where_they_are_kept(run: Run, tiny: Path) -> None:
    before = run("summary", tiny).out
    (tiny / "ketersediaan.csv").write_text(
        "opd,periode,profil,aset\nDinkes,semester-1,√,-\nSetda,semester-2,√,√\nDinkes,semester-2,√,√\n",
        encoding="utf-8",
    )
    (tiny / "dip.csv").write_text("ringkasan,kelompok\nProfil,berkala\nAset,\n", encoding="utf-8")
    (tiny / "dik.csv").write_text('informasi,huruf,tanggal_uji\nBerkas,"h, i",\n', encoding="utf-8")

    told = " ".join(run("summary", tiny).out.split())

    assert "menurut periode" not in before
    assert "DIP" not in before
    assert "menurut periode semester-1 1 dari 4 (25,00%), 1 OPD tanpa isian (1 mengisi kemudian)" in told
    assert "semester-2 4 dari 4 (100,00%)" in told
    assert "DIP 2 entri: berkala 1 · tidak tercatat 1" in told
    assert "DIK 1 entri: huruf h 1 · huruf i 1; 1 tanpa uji konsekuensi tercatat" in told


def test_percentage_of_a_whole_under_ten_is_not_told(run: Run, tiny: Path) -> None:
    out = run("summary", tiny).out

    assert "dikabulkan seluruhnya" in out
    assert "%" not in out


def test_time_is_told_where_it_is_known(run: Run, tiny: Path) -> None:
    assert "1 jawaban; rata-rata 4 hari kerja" in run("summary", tiny).out


def test_last_line_tells_what_is_left_to_mend(run: Run, example: Path, tiny: Path) -> None:
    assert run("summary", example).out.splitlines()[-1].startswith("3 hal harus diperbaiki")
    assert run("summary", tiny).out.splitlines()[-1].startswith("Tidak ada angka yang bertentangan.")


def test_months_outside_a_semester_are_blank(run: Run, tiny: Path) -> None:
    (tiny / "laporan.csv").write_text("kunci,isi\ntahun,2023\nperiode,semester-1\n", encoding="utf-8")

    (row,) = [line for line in run("summary", tiny).out.splitlines() if line.startswith("Permohonan   ")][1:]

    assert row.split() == ["Permohonan", "0", "1", "0", "0", "0", "0", "1"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_json_file_and_standard_input_are_read_like_a_folder(
    run: Run, tiny: Path, tmp_path: Path, lang: str
) -> None:
    run("report", tiny, "--to", "json", "-o", tmp_path / "hasil")

    of_file = run("summary", tmp_path / "hasil" / "data" / "laporan.json", "--format", "json", "--lang", lang)
    of_folder = run("summary", tiny, "--format", "json", "--lang", lang)

    assert json.loads(of_folder.out) == json.loads(of_file.out)


def test_first_months_of_a_year_say_what_they_leave_out(run: Run, example: Path) -> None:
    ended = run("summary", example, "--until", "2020-06")

    assert ended.code == 0
    assert ended.out.startswith("Pemerintah Kota Serang · semester-1 2020 · keadaan per 30 Juni 2020\n")
    assert "bulannya tidak tercatat (baris): sengketa 5." in ended.out
    assert "Permohonan              76\n" in ended.out


@pytest.mark.parametrize("typed", ["Juni 2020", "6", "semester-1"])
def test_a_month_may_be_written_as_clerks_do(run: Run, example: Path, typed: str) -> None:
    assert "semester-1 2020" in run("summary", example, "--until", typed).out


@pytest.mark.parametrize("typed", ["2021-06", "sekarang"])
def test_a_month_of_another_year_is_refused_and_so_is_what_is_none(
    run: Run, example: Path, typed: str
) -> None:
    ended = run("summary", example, "--until", typed)

    assert ended.code == 2
    assert "--until" in ended.err


def test_rules_that_find_errors_are_those_of_the_catalogue_in_its_order() -> None:
    assert tuple(rule for rule in CATALOGUE if rule.severity is Severity.ERROR) == ERROR_RULES


@pytest.mark.parametrize("name", ["kota-serang-2020", "kabupaten-contoh-2024"])
def test_rules_that_find_errors_find_the_same_without_the_others(name: str) -> None:
    evidence = Dossier.open(EXAMPLES / name).evidence

    alone = check(evidence, ERROR_RULES)

    assert check(evidence).unexplained(Severity.ERROR) == alone.unexplained(Severity.ERROR)
    assert all(run.severity is Severity.ERROR for run in alone.runs)
