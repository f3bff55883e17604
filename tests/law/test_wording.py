from __future__ import annotations

from datetime import date

import pytest

from ppid_core.language import Lang
from ppid_core.law import Lawbook, Listed, Parameter, listed, worded

LAW = Lawbook.load()
DAY = date(2022, 3, 31)


@pytest.mark.parametrize(
    ("name", "lang", "words"),
    [
        ("request_response", "id", "10 hari kerja"),
        ("request_response", "en", "10 working days"),
        ("cassation_filing", "id", "14 hari kalender"),
        ("periodic_information", "id", "6 bulan"),
        ("request_clock", "id", "sejak permohonan dinyatakan lengkap"),
        ("request_clock", "en", "from completeness"),
        ("report_due", "id", "31 Maret"),
        ("report_due", "en", "31 March"),
        ("report_standard", "id", "Perki 1/2021"),
        ("consequence_test", "id", "wajib"),
        ("mediation_grounds", "id", "b, c, d, e, f, g"),
        ("objection_grounds", "id", "7 butir"),
        ("monev_bands", "en", "5 entries"),
    ],
)
def test_a_value_reads_in_a_few_words(name: str, lang: Lang, words: str) -> None:
    assert worded(LAW.parameter(name).at(DAY), lang) == words


def test_a_list_reads_thing_by_thing_each_with_its_own_basis() -> None:
    letters = {item.mark: item for item in listed(LAW.parameter("exemption_letters").at(DAY))}

    assert letters["a"] == Listed(
        mark="a",
        words="penegakan hukum; tidak permanen (UU 14/2008 Pasal 20)",
        basis="UU 14/2008 Pasal 17 huruf a (terverifikasi)",
    )
    assert "gugur dengan persetujuan tertulis, gugur bila menyangkut jabatan publik" in letters["g"].words
    assert letters["j"].words == "dilarang diungkapkan oleh undang-undang. Peraturan daerah tidak cukup."


@pytest.mark.parametrize("parameter", LAW.parameters, ids=lambda parameter: parameter.name)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_each_thing_of_each_list_has_words(parameter: Parameter[object], lang: Lang) -> None:
    provision = parameter.at(max(DAY, parameter.since))

    items = listed(provision, lang)

    assert worded(provision, lang)
    assert all(item.mark and item.words for item in items)
    assert not items or len(items) == len(provision.value)  # type: ignore[arg-type]  # a tuple where it has items


def test_columns_stand_under_their_register_and_name_their_table() -> None:
    items = listed(LAW.parameter("register_columns").at(DAY))

    assert items[0] == Listed(
        group="register permohonan",
        mark="number",
        words="nomor [permohonan.nomor]",
        basis="Perki 1/2021 Pasal 32 ayat (1) huruf a, Perki 1/2021 Lampiran VIII (terverifikasi)",
    )
    assert [*dict.fromkeys(item.group for item in items)] == [
        *("register permohonan", "register keberatan"),
        *("daftar informasi publik (DIP)", "daftar informasi yang dikecualikan (DIK)"),
    ]


def test_a_reason_says_whether_it_is_lawful_and_a_grade_from_where() -> None:
    reasons = {item.mark: item.words for item in listed(LAW.parameter("refusal_grounds").at(DAY))}
    grades = [item.words for item in listed(LAW.parameter("monev_bands").at(DAY))]

    assert reasons["exempt"].startswith("Sah. ")
    assert reasons["bad_faith"].startswith("Bukan alasan yang sah. ")
    assert grades[:2] == ["mulai 90", "mulai 80, di bawah 90"]
    assert grades[-1] == "di bawah 40"


def test_a_number_without_unit_and_a_value_of_another_kind_are_printed_as_they_are() -> None:
    number = Parameter.from_toml(_entry("3"), "x", int).at(DAY)
    choice = Parameter.from_toml(_entry("false"), "x", bool).at(DAY)
    other = Parameter.from_toml(_entry("2020-01-01"), "x", date).at(DAY)

    assert [worded(each) for each in (number, choice, other)] == ["3", "tidak wajib", "2020-01-01"]
    assert listed(number) == ()


def _entry(value: str) -> str:
    return (
        f"[[x]]\nsince = 2010-01-01\nvalue = {value}\nconfidence = 'confirmed'\nchecked_on = 2026-01-02\n"
        "citation = { instrument = 'Perda 1/2010' }\n"
    )
