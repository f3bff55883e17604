"""A draft of *peta* names what each foreign heading looks like, and shows nothing of a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.intake import from_rows
from ppid_core.intake.files.memory import rows_sheet
from ppid_core.intake.map_draft import draft_map
from ppid_core.source import Source

Rows = list[dict[str, object]]
REPORT: Rows = [{"kunci": "tahun", "isi": 2024}]
BLANK = dict.fromkeys(("kolom_asal", "kolom", "nilai_asal", "nilai", "tabel", "gabung"), "")


def drafted(
    rows: Rows, table: str = "permohonan", known: Sequence[Mapping[str, object]] = ()
) -> list[Mapping[str, str]]:
    sheets = {table: rows_sheet(Source(file=table), rows)}
    if known:
        sheets["peta"] = rows_sheet(Source(file="peta"), [{**BLANK, **line} for line in known])
    return [{name: str(text or "") for name, text in line.items()} for line in draft_map(sheets)]


def line_of(lines: list[Mapping[str, str]], heading: str) -> Mapping[str, str]:
    return next(line for line in lines if line["kolom_asal"] == heading and not line["nilai_asal"])


def test_a_heading_that_is_nearly_one_of_ours_is_drafted_as_that() -> None:
    line = line_of(drafted([{"tgl_permohonn": "2024-02-01"}]), "tgl_permohonn")

    assert line["kolom"] == "permohonan.tanggal"
    assert "mirip" in line["keterangan"]


def test_a_heading_that_shares_but_one_word_with_ours_is_not() -> None:
    line = line_of(drafted([{"arsip_permohonan": "T1"}, {"arsip_permohonan": "T2"}]), "arsip_permohonan")

    assert line["kolom"] == "permohonan.?"


def test_what_the_cells_say_tells_the_column() -> None:
    line = line_of(drafted([{"KD_MEDIA": "loket"}, {"KD_MEDIA": "whatsapp"}]), "KD_MEDIA")

    assert line["kolom"] == "permohonan.kanal"
    assert "kanal" in line["keterangan"]


def test_days_and_numbers_are_told_and_left_to_decide() -> None:
    lines = drafted([{"DT_A": "2024-02-01", "JLX": "3"}, {"DT_A": "2024-02-02", "JLX": "4"}])

    assert line_of(lines, "DT_A")["kolom"] == line_of(lines, "JLX")["kolom"] == "permohonan.?"
    assert "berisi tanggal; mungkin: tanggal, " in line_of(lines, "DT_A")["keterangan"]
    assert "berisi angka" in line_of(lines, "JLX")["keterangan"]


def test_a_column_that_is_blank_is_nobodys_and_needs_no_line() -> None:
    assert drafted([{"X9": "", "kanal": "email"}]) == []
    assert line_of(drafted([{"X9": "a1", "kanal": "email"}]), "X9")["kolom"] == "permohonan.?"


def test_codes_of_a_known_column_are_left_to_decide_where_they_repeat() -> None:
    lines = drafted([{"status": word} for word in ("1", "1", "2", "ditolak")])

    assert [(line["nilai_asal"], line["nilai"]) for line in lines] == [("1", "?"), ("", "")]
    assert "1 isi lain" in lines[-1]["keterangan"]


def test_a_word_that_is_nearly_one_of_a_list_is_drafted_as_that() -> None:
    (line,) = drafted([{"status": "dikabulkan seluruhny"}] * 2)

    assert line["nilai"] == "dikabulkan seluruhnya"


def test_a_word_that_no_open_list_has_may_stay() -> None:
    (line,) = drafted([{"kanal": "Kotak Saran"}] * 2)

    assert (line["nilai_asal"], line["nilai"]) == ("Kotak Saran", "Kotak Saran")


def test_a_column_that_names_registers_sorts_the_rows() -> None:
    rows: Rows = [{"jenis_layanan": word} for word in ("Permohonan Informasi", "Keberatan", "Keberatan")]

    (line,) = drafted(rows)

    assert (line["nilai_asal"], line["tabel"], line["kolom"]) == ("Keberatan", "keberatan", "")


def test_what_the_map_says_already_is_not_drafted_again() -> None:
    known: Rows = [{"kolom_asal": "KD_MEDIA", "kolom": "kanal"}]

    assert drafted([{"KD_MEDIA": "website"}], known=known) == []


PERSONS = st.sampled_from(["Siti Aminah Contoh", "3276010101010001", "surel@contoh.id", "081234567890"])


@given(PERSONS)
def test_nothing_of_a_person_is_shown(text: str) -> None:
    rows: Rows = [{"nama": text, "kontak": text, "X": text, "status": text, "kanal": text}] * 3

    shown = "\n".join(line["nilai_asal"] + line["nilai"] + line["keterangan"] for line in drafted(rows))

    assert text not in shown


@pytest.mark.parametrize("text", ["2024-02-01", "Data jalan di desa", "12345"])
def test_of_a_column_that_nobody_knows_no_free_text_no_day_and_no_long_number_is_shown(text: str) -> None:
    (line,) = drafted([{"X1": text}] * 3)

    assert text not in line["keterangan"]


FOREIGN = {
    "TGL_AJUAN": st.sampled_from(["2024-02-01", "2024-03-01"]),
    "KD_MEDIA": st.sampled_from(["website", "email"]),
    "status": st.sampled_from(["1", "2", "ditolak"]),
    "catatan_x": st.sampled_from(["abc", "", "def"]),
}


@given(st.lists(st.fixed_dictionaries(FOREIGN), min_size=1, max_size=8))
def test_a_draft_that_is_filled_in_leaves_nothing_unread(rows: Rows) -> None:
    rows = [*rows, *rows]
    lines = [
        {
            **line,
            "kolom": line["kolom"].replace("permohonan.?", "abaikan"),
            "nilai": line["nilai"].replace("?", "ditolak"),
        }
        for line in drafted(rows)
    ]

    intake = from_rows({"laporan": REPORT, "permohonan": rows, "peta": lines})

    assert intake.problems == ()


def test_a_draft_that_is_not_decided_is_a_problem() -> None:
    rows: Rows = [{"X1": "abc"}]

    problems = from_rows({"laporan": REPORT, "permohonan": rows, "peta": drafted(rows)}).problems

    assert any(one.source.column == "kolom" and "belum diputuskan" in one.message.id for one in problems)
