from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Protocol

import pytest

from ppid_core.cli.console import WIDTH
from ppid_core.cli.verbs.law import entry_on, overview_lines, page_lines
from ppid_core.law import Lawbook, Parameter, Repeal


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


LAW = Lawbook.load()
NAMES = [parameter.name for parameter in LAW.parameters]
REGIONAL = """
[[limit]]
since = 2015-01-01
value = 5
unit = "working_day"
citation = { instrument = "Perda 2/2014", article = "Pasal 1", url = "https://example.org/2" }
confidence = "unconfirmed"
checked_on = 2026-01-02

[[limit]]
since = 2020-01-01
repealed = true
citation = { instrument = "Perda 9/2019" }
confidence = "secondary"
checked_on = 2026-01-02
"""


def test_every_parameter_is_listed_with_value_confidence_and_citation(run: Run) -> None:
    ended = run("law")

    lines = ended.out.splitlines()
    assert ended.code == 0
    assert [line.split(" – ")[0] for line in lines if " – " in line] == NAMES
    assert lines[:2] == [
        "request_response – batas waktu menjawab permohonan",
        "  10 hari kerja (terverifikasi) · UU 14/2008 Pasal 22 ayat (7)",
    ]
    assert "  3 hari kerja (terverifikasi) · Perki 1/2021 Pasal 31 ayat (2)" in lines
    assert "  14 hari kerja (terverifikasi) · Perki 1/2013 Pasal 13" in lines
    assert lines[-1] == f"{len(LAW.instruments)} peraturan yang dipakai: ppid hukum instruments"


def test_indonesian_name_of_the_verb_prints_the_same(run: Run) -> None:
    assert run("hukum").out == run("law").out
    assert run("hukum", "court_filing").out == run("law", "court_filing").out


def test_page_tells_value_basis_confidence_day_of_checking_note_and_history(run: Run) -> None:
    ended = run("law", "report_due")

    assert ended.code == 0
    assert (
        ended.out
        == """\
report_due – batas waktu penyampaian laporan

Nilai           31 Maret
Dasar           Perki 1/2021 Pasal 56 ayat (1)
Berlaku sejak   30 Juni 2021
Keyakinan       terverifikasi: dibaca di naskahnya sendiri
Diperiksa       24 November 2026
Catatan         Tiga bulan setelah tahun anggaran berakhir; tidak ada aturan yang menggesernya bila
                jatuh pada hari libur. Salinannya disampaikan kepada Komisi Informasi (ayat (3)).

Riwayat
  Sejak 30 April 2010: 31 Maret (terverifikasi) · Perki 1/2010 Pasal 36 ayat (1)
  Sejak 30 Juni 2021: 31 Maret (terverifikasi) · Perki 1/2021 Pasal 56 ayat (1)
"""
    )


@pytest.mark.parametrize(
    ("day", "basis"),
    [
        ("2021-06-29", "Perki 1/2010 Pasal 36 ayat (1)"),
        ("30 Juni 2021", "Perki 1/2021 Pasal 56 ayat (1)"),
    ],
)
def test_page_shows_what_applied_on_the_day_asked(run: Run, day: str, basis: str) -> None:
    ended = run("law", "report_due", "--at", day)

    assert f"Dasar           {basis}\n" in ended.out


def test_unconfirmed_value_says_so_beside_itself(run: Run) -> None:
    page = run("law", "objection_answer_registered", "--at", "2020-06-01").out

    assert "Nilai           30 hari kerja (belum diverifikasi)\n" in page
    assert "Keyakinan       belum diverifikasi: belum dibaca di naskah mana pun\n" in page


def test_value_that_is_a_list_is_told_thing_by_thing(run: Run) -> None:
    page = run("law", "exemption_letters").out

    assert "Nilai           10 butir\n" in page
    assert "\nIsi\n  a  penegakan hukum; tidak permanen (UU 14/2008 Pasal 20)" in page
    assert "UU 14/2008 Pasal 17 huruf j (terverifikasi)" in page.replace("\n     ", " ")
    assert "\n  register keberatan\n    number " in run("law", "register_columns").out


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_page_fits_the_width_in_both_languages(run: Run, lang: str) -> None:
    for name in ("", "instruments", *NAMES):
        ended = run("law", name, "--lang", lang)

        assert ended.code == 0
        assert max(map(len, ended.out.splitlines())) <= WIDTH


def test_english_page_has_english_words(run: Run) -> None:
    name = "objection_answer_registered"
    page = run("--lang", "en", "law", name, "--at", "2020-06-01").out

    assert page.startswith(f"{name} – the time for answering objections by the standard of service\n")
    assert "Value           30 working days (not verified)\n" in page
    assert "Since 30 April 2010 (confirmed): 30 working days (not verified)" in page


@pytest.mark.parametrize("typed", ["Request-Response", " request_response "])
def test_hyphens_and_capitals_in_a_name_are_no_difference(run: Run, typed: str) -> None:
    assert run("law", typed).out == run("law", "request_response").out


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("request_respon", "request_response"),
        ("instrument", "instruments"),
        ("kasasi", "cassation_filing"),
    ],
)
def test_unknown_name_ends_with_2_and_names_those_like_it(run: Run, typed: str, near: str) -> None:
    ended = run("law", typed)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f'Ketentuan "{typed}" tidak dikenal. Yang mirip: ')
    assert near in ended.err


def test_unknown_name_that_looks_like_none_is_not_said_to_be_like_any(run: Run) -> None:
    ended = run("law", "xyzzy")

    assert "mirip" not in ended.err
    assert 'Ketentuan "xyzzy" tidak dikenal. Yang ada: cassation_filing,' in ended.err


def test_day_before_the_first_entry_is_a_sentence_and_exit_code_2(run: Run) -> None:
    ended = run("law", "request_response", "--at", "2010-04-29")

    assert (ended.code, ended.out) == (2, "")
    assert " ".join(ended.err.split()) == (
        "Pada 29 April 2010 belum ada ketentuan request_response (batas waktu menjawab permohonan)."
        " Yang pertama berlaku sejak 30 April 2010: UU 14/2008 Pasal 22 ayat (7)."
    )


@pytest.mark.parametrize("name", ["", "instruments"])
def test_day_before_all_law_is_a_sentence_and_exit_code_2(run: Run, name: str) -> None:
    ended = run("law", name, "--at", "1950-01-01")

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "Pada 1 Januari 1950 belum ada ketentuan yang tercatat di sini.\n"


def test_day_that_is_none_is_told(run: Run) -> None:
    ended = run("law", "--at", "kemarin")

    assert ended.code == 2
    assert ended.err.startswith('Isi --at tidak dapat dibaca: "kemarin" bukan tanggal.')


def test_list_of_a_day_says_what_was_not_yet_in_force(run: Run) -> None:
    lines = run("law", "--at", "2012-06-01").out.splitlines()

    assert lines[lines.index("mediation – jangka waktu mediasi") + 1] == "  belum berlaku"
    assert lines[lines.index("report_standard – standar laporan") + 1].startswith("  Perki 1/2010")


def test_instruments_are_listed_with_their_days_and_what_they_replaced(run: Run) -> None:
    lines = run("law", "instruments").out.splitlines()

    assert len(LAW.instruments) == sum(" – " in line for line in lines)
    assert lines[lines.index("Perki 1/2010 – Standar Layanan Informasi Publik") + 1] == (
        "  berlaku sejak 30 April 2010 (terverifikasi) · tidak berlaku lagi sejak 30 Juni 2021 ·"
    )
    assert "  berlaku sejak 30 Juni 2021 (terverifikasi) · menggantikan Perki 1/2010, Perki 1/2017" in lines
    assert any("tidak berlaku lagi sejak 2017 ·" in line for line in lines)
    assert "Keppres 251/1967, Keppres 148/1968, Keppres 10/1971, Keppres 3/1983" in "".join(lines)


def test_instruments_of_a_day_are_those_in_force_then(run: Run) -> None:
    printed = run("law", "instruments", "--at", "2021-06-30").out

    assert "Perki 1/2021 – " in printed
    assert "Perki 1/2010 – " not in printed
    assert "Keppres 8/2024 – " not in printed


def test_page_as_json_has_value_citation_and_history(run: Run) -> None:
    value = json.loads(run("law", "request_clock", "--at", "2020-05-01", "--format", "json").out)

    assert (value["name"], value["at"], value["value"]) == ("request_clock", "2020-05-01", "received")
    assert value["citation"] == {"instrument": "Perki 1/2010", "article": "Pasal 26 ayat (7)", "url": None}
    assert [past["value"] for past in value["history"]] == ["received", "complete"]
    assert {"confidence", "since_confidence", "checked_on", "note", "unit", "since"} <= value.keys()


def test_lists_as_json_name_the_state_of_the_law(run: Run) -> None:
    value = json.loads(run("law", "--at", "2012-06-01", "--format", "json").out)
    instruments = json.loads(run("law", "instruments", "--format", "json").out)

    values = {each["name"]: each["value"] for each in value["parameters"]}
    assert (value["law"], value["at"]) == (LAW.version, "2012-06-01")
    assert list(values) == NAMES
    assert (values["request_response"], values["mediation"]) == (10, None)
    assert (instruments["law"], instruments["at"]) == (LAW.version, None)
    assert [each["name"] for each in instruments["instruments"]] == [one.name for one in LAW.instruments]


def test_repeal_is_part_of_the_history_and_the_text_is_linked() -> None:
    limit = Parameter.from_toml(REGIONAL, "limit", int)
    before, after = entry_on(limit, date(2016, 1, 1)), entry_on(limit, None)

    assert before is not None
    assert isinstance(after, Repeal)
    assert "\n".join(page_lines(limit, before, "id")).splitlines() == [
        "limit – limit",
        "",
        "Nilai           5 hari kerja (belum diverifikasi)",
        "Dasar           Perda 2/2014 Pasal 1",
        "Naskah          https://example.org/2",
        "Berlaku sejak   1 Januari 2015 (belum diverifikasi)",
        "Keyakinan       belum diverifikasi: belum dibaca di naskah mana pun",
        "Diperiksa       2 Januari 2026",
        "",
        "Riwayat",
        "  Sejak 1 Januari 2015 (belum diverifikasi): 5 hari kerja (belum diverifikasi) ·",
        "    Perda 2/2014 Pasal 1",
        "  Sejak 1 Januari 2020: dicabut (sumber sekunder) · Perda 9/2019",
    ]
    assert "Nilai           dicabut" in list(page_lines(limit, after, "id"))
    assert (
        list(overview_lines([(limit, after)], LAW, "id"))[1] == "  dicabut (sumber sekunder) · Perda 9/2019"
    )
    assert entry_on(limit, date(2014, 12, 31)) is None


def test_day_of_a_repeal_is_a_sentence_and_exit_code_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    limit = Parameter.from_toml(REGIONAL, "limit", int)
    monkeypatch.setattr(Lawbook, "parameter", lambda _, __: limit)

    ended = run("law", "limit", "--at", "2020-01-01")

    assert ended.code == 2
    assert " ".join(ended.err.split()) == (
        "Pada 1 Januari 2020 ketentuan limit (limit) tidak berlaku lagi."
        " Dicabut sejak 1 Januari 2020: Perda 9/2019."
    )
    assert run("law", "limit").code == 0


def test_one_entry_is_one_in_english(run: Run) -> None:
    told = run("--lang", "en", "law").out

    assert "  1 entry (" in told
    assert "  2 entries (" in told
