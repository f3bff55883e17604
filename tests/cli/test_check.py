from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

import pytest


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_contradictions_end_with_1(run: Run, example: Path) -> None:
    assert run("check", example).code == 1


def test_folder_without_contradictions_ends_with_0_though_contents_are_missing(run: Run, tiny: Path) -> None:
    ended = run("periksa", tiny)

    assert ended.code == 0
    assert "PERLU DIPERIKSA" in ended.out
    assert "HARUS DIPERBAIKI" not in ended.out


def test_what_was_read_names_the_lists_of_information_too(run: Run, tiny: Path) -> None:
    (tiny / "dip.csv").write_text("nomor,ringkasan\n1,APBD\n2,Renja\n", encoding="utf-8")
    (tiny / "dik.csv").write_text("nomor,informasi\n1,Data pelapor\n", encoding="utf-8")

    assert " · DIP 2 · DIK 1; 0 bermasalah" in " ".join(run("check", tiny).out.split())


def test_explained_contradiction_ends_with_0_and_is_told_with_its_reason(run: Run, example: Path) -> None:
    (example / "penjelasan.csv").write_text(
        "kode,subjek,alasan,oleh,tanggal\n"
        "T101,objections.total,Dua keberatan masuk setelah naskah ditulis,PPID,2021-01-07\n"
        "T102,,Salah tulis pada naskah asli,PPID,2021-01-07\n"
        "D101,,Keputusan itu diubah pada tahun yang sama,PPID,2021-01-07\n",
        encoding="utf-8",
    )

    ended = run("check", example)

    assert ended.code == 0
    assert "SUDAH DIJELASKAN (3)" in ended.out
    assert "Penjelasan: Dua keberatan masuk setelah naskah ditulis" in ended.out


def test_problem_wins_over_contradictions_and_all_are_listed_with_their_places(
    run: Run, example: Path
) -> None:
    edit(example / "permohonan.csv", "Januari,1 (Satu)", "13,1 (Satu)")
    edit(example / "keberatan.csv", "5 (Lima)", "lima")

    ended = run("check", example)

    assert ended.code == 2
    assert (
        'permohonan.csv baris 2, kolom bulan: "13" bukan bulan. Tulis Januari–Desember atau 1–12.'
        in ended.out
    )
    assert "keberatan.csv baris 3, kolom jumlah: " in ended.out
    assert "2 sel belum terbaca" in ended.out
    assert "HARUS DIPERBAIKI" in ended.out


def test_json_has_the_promised_keys_in_their_order(run: Run, example: Path) -> None:
    edit(example / "permohonan.csv", "Januari,1 (Satu)", "13,1 (Satu)")

    ended = run("check", example, "--format", "json")

    value = json.loads(ended.out)
    assert ended.code == 2
    assert [
        *(
            "schema",
            "ruleset",
            "inputs",
            "read",
            "accepted",
            "rejected",
            "notes",
            "problems",
            "rules",
            "findings",
        )
    ] == list(value)
    assert tuple(value[key]["permohonan"] for key in ("read", "accepted", "rejected")) == (12, 12, 0)
    (problem,) = value["problems"]
    assert list(problem) == ["file", "sheet", "row", "column", "value", "expected", "message"]
    assert tuple(list(problem.values())[:5]) == ("permohonan.csv", "", 2, "bulan", "13")
    assert {len(digest) for digest in value["inputs"].values()} == {64}
    assert {"code", "severity", "status", "reason", "text"} == set(value["rules"][0])
    assert all(
        {"code", "severity", "message", "subject", "affected", "source", "related", "provided", "expected"}
        | {"difference", "basis", "waived"}
        == set(finding)
        for finding in value["findings"]
    )


def test_folder_without_a_year_ends_with_2_and_the_same_keys(run: Run, tiny: Path) -> None:
    (tiny / "laporan.csv").write_text("kunci,isi\n", encoding="utf-8")

    text, value = run("check", tiny), json.loads(run("check", tiny, "--format", "json").out)

    assert text.code == 2
    assert text.out.startswith("TIDAK TERBACA – betulkan lebih dahulu (1)")
    assert len(value["problems"]) == 1
    assert value["rules"] == value["findings"] == []
    assert value["read"] == {}


def test_missing_folder_is_told_with_those_that_are_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "laporan-2020").mkdir()
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)

    ended = run("check", "laporan2020")

    assert ended.code == 2
    assert ended.err == 'Folder "laporan2020" tidak ditemukan. Folder yang ada di sini: laporan-2020.\n'


def test_missing_folder_with_nothing_beside_it_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("check", "laporan").err == 'Folder "laporan" tidak ditemukan.\n'
    assert run("check", "a/b").err == 'Folder "a/b" tidak ditemukan.\n'


def test_many_problems_are_capped_in_print_and_complete_in_json(run: Run, tiny: Path) -> None:
    rows = "".join(f"{number}/2023,kemarin\n" for number in range(60))
    (tiny / "permohonan.csv").write_text("nomor,tanggal\n" + rows, encoding="utf-8")

    text, value = run("check", tiny), json.loads(run("check", tiny, "--format", "json").out)

    assert text.out.count('"kemarin"') == 50
    assert "… dan 10 lagi; semua ada di ppid check --format json" in text.out
    assert len(value["problems"]) == 60


def test_selectors_choose_rules_and_letters_may_be_small(run: Run, example: Path) -> None:
    value = json.loads(run("check", example, "--select", "t,L1", "--ignore", "L102", "--format", "json").out)

    ran = {rule["code"] for rule in value["rules"] if rule["status"] != "not_selected"}
    assert {code for code in ran if not code.startswith(("T", "L1"))} == set()
    assert "L102" not in ran
    assert {"T101", "L101"} <= ran


def test_unknown_selector_ends_with_2_and_lists_the_codes(run: Run, example: Path) -> None:
    ended = run("check", example, "--select", "Q1")

    assert ended.code == 2
    assert '"Q1" tidak dikenal' in ended.err
    assert "T101" in ended.err


def test_each_finding_stands_by_itself_where_details_are_asked_for(run: Run, example: Path) -> None:
    grouped, each = run("check", example).out, run("check", example, "--rinci").out

    assert grouped.count(" L102  ") == 1
    assert "L102  3× Pengabulan sebagian tanpa alasan (22)" in grouped
    assert "permohonan.csv baris 2–3, 5" in grouped
    assert each.count(" L102  ") == 3
    assert "T105  tidak dapat dinilai: " in each
    assert "tidak dapat dinilai: " not in grouped.replace("tidak dapat dinilai: --rinci", "")


def test_names_that_one_rule_finds_stand_in_one_sentence(run: Run, example: Path) -> None:
    assert (
        "- DP3AKB, Badan Pelayanan Barang dan Jasa, Dinas Pendidikan, BPBD: baris tanpa isian."
        in run("check", example).out
    )


def test_no_line_is_wider_than_100_columns(
    run: Run, example: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(example.parent)

    for folder in (example.name, tiny.name):
        assert max(map(len, run("check", folder, "--rinci").out.splitlines())) <= 100


def test_folder_with_a_space_is_named_as_it_is_typed(
    run: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny.rename(tiny.parent / "laporan 2023")
    monkeypatch.chdir(tiny.parent)

    assert run("check", "laporan 2023").out.endswith('ppid laporan "laporan 2023"\n')


def test_day_is_that_of_the_signature_else_the_last_of_the_period_else_the_one_asked_for(
    run: Run, example: Path, tiny: Path
) -> None:
    assert "keadaan per 7 Januari 2021" in run("check", example).out
    assert "keadaan per 31 Desember 2023" in run("check", tiny).out
    assert "keadaan per 1 Maret 2024" in run("check", tiny, "--as-of", "1 Maret 2024").out
    assert "keadaan per 1 Maret 2024" in run("check", tiny, "--as-of", "2024-03-01").out


def test_english_texts_are_english(run: Run, example: Path) -> None:
    out = run("check", example, "--lang", "en").out

    assert "TO BE MENDED (3)" in out
    assert "judged by Perki 1/2010 · as of 7 January 2021" in " ".join(out.split())


def test_notes_on_reading_are_printed(run: Run, tiny: Path) -> None:
    (tiny / "tabel_lain.csv").write_text("a,b\n", encoding="utf-8")

    ended = run("check", tiny)

    assert "KETERANGAN PEMBACAAN (1)" in ended.out
    assert "tabel_lain.csv" in ended.out
    assert ended.code == 0


def test_current_folder_is_checked_where_none_is_named(
    run: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tiny)

    assert run("check").out.startswith("Pemerintah Kabupaten Contoh · tahun 2023")
