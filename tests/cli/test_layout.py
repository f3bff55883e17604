from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.cli.console import WIDTH, printable, wrapped
from ppid_core.cli.screen.findings import differ_in_figures_only, together
from ppid_core.cli.screen.problems import place, places
from ppid_core.source import Source

MORE = "… dan {count} lagi"


def rows(*numbers: int, file: str = "permohonan.csv") -> list[Source]:
    return [Source(file=file, row=number) for number in numbers]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((2,), "permohonan.csv baris 2"),
        ((2, 3, 5), "permohonan.csv baris 2–3, 5"),
        ((5, 2, 2, 3), "permohonan.csv baris 2–3, 5"),
        ((2, 4, 6), "permohonan.csv baris 2, 4, 6"),
    ],
)
def test_rows_of_one_file_stand_together(numbers: tuple[int, ...], said: str) -> None:
    assert said == wrapped(places(rows(*numbers), "id"))


def test_many_rows_are_cut_short() -> None:
    said = places(rows(*range(2, 1000, 2)), "id")

    assert said.endswith(", …")
    assert said.count(",") == 20


def test_files_are_set_against_each_other() -> None:
    sources = [
        *rows(2, file="pernyataan.csv"),
        *rows(2, 7, file="keberatan.csv"),
        Source(file="a.xlsx", sheet="b"),
    ]

    told = 'pernyataan.csv baris 2 ↔ keberatan.csv baris 2, 7 ↔ a.xlsx lembar "b"'
    assert told == wrapped(places(sources, "id"))


def test_place_of_a_cell_names_its_column_and_that_of_a_heading_does_not() -> None:
    assert place(Source(file="a.csv", row=8, column="bulan"), "id") == "a.csv baris 8, kolom bulan"
    assert place(Source(file="a.csv", row=1, column="Tgl"), "id") == "a.csv baris 1"
    assert place(Source(row=8, column="bulan"), "en") == "row 8, column bulan"
    assert place(Source(file="a.csv"), "id") == "a.csv"


def test_sentences_that_share_a_half_are_one() -> None:
    assert ("Belum ada: a; b.",) == together(["Belum ada: a.", "Belum ada: b."], ": ", MORE)
    assert ("A, B: kosong.",) == together(["A: kosong.", "B: kosong."], ": ", MORE)


def test_sentences_that_begin_alike_and_end_alike_stay_apart() -> None:
    sentences = ("Dasar batas waktu: Perki.", "Dasar isi: Perki.")

    assert sentences == together(sentences, ": ", MORE)


def test_sentences_that_share_nothing_stay_and_equal_ones_stand_once() -> None:
    assert ("Satu.", "Dua: tiga.") == together(["Satu.", "Dua: tiga.", "Satu."], ": ", MORE)


def test_more_than_a_dozen_are_cut_short() -> None:
    (said,) = together([f"Belum ada: hal {number}." for number in range(15)], ": ", MORE)

    assert said.endswith("; hal 11; … dan 3 lagi.")


def test_sentences_of_different_figures_say_the_same() -> None:
    assert differ_in_figures_only(["Tanpa alasan (1 permohonan).", "Tanpa alasan (1.300 permohonan)."])
    assert not differ_in_figures_only(["A 1", "B 1"])


@given(st.text(), st.sampled_from(["ascii", "cp1252", "cp437"]))
def test_every_console_can_print_what_it_is_given(text: str, encoding: str) -> None:
    shown = printable(text, encoding)

    assert shown.encode(encoding).decode(encoding) == shown


@given(st.lists(st.text("abc ", min_size=1, max_size=30), max_size=40))
def test_lines_are_no_wider_than_the_console(words: list[str]) -> None:
    text = " ".join(words)

    assert all(len(line) <= WIDTH for line in wrapped(text, first=" T101  ", then="  ").splitlines())
