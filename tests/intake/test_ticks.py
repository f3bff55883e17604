"""Columns that are ticked in the regulation's forms say what our columns of words say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.intake import Intake, from_rows
from ppid_core.intake.rows import batch
from ppid_core.model import AccessKind, Objection, ObjectionGround, Request

GROUNDS = "Alasan Pengajuan Keberatan (Pasal 35 ayat (1) UU KIP)"
HELD = ("Dibawah Penguasaan Ya", "Dibawah Penguasaan Tdk", "Belum Didokumentasikan")
FORM = ("Softcopy", "Hardcopy")
KIND = ("Melihat/Mengetahui", "Meminta Salinan")


def read(rows: list[dict[str, object]], *, table: str = "permohonan", **keys: str) -> Intake:
    said = {"tahun": "2024", **keys}
    return from_rows({"laporan": [{"kunci": key, "isi": value} for key, value in said.items()], table: rows})


def request(intake: Intake) -> Request:
    assert isinstance(intake.year.requests, tuple)
    (row,) = intake.year.requests
    return row


def objection(intake: Intake) -> Objection:
    assert isinstance(intake.year.objections, tuple)
    (row,) = intake.year.objections
    return row


def ticked(headings: tuple[str, ...], *cells: str) -> dict[str, object]:
    """Return one row with a group of columns, blank where no cell is given."""
    return {
        "nomor": "1",
        "informasi": "DPA",
        **dict.fromkeys(headings, ""),
        **dict(zip(headings, cells, strict=False)),
    }


@pytest.mark.parametrize("sign", ["√", "✓", "✔", "☑", "v", "V", " √ ", "1", "ya", "x", "X", "ü", "P"])
def test_each_sign_of_a_tick_is_one(sign: str) -> None:
    intake = read([ticked(KIND, "", sign)])

    assert (intake.problems, request(intake).access) == ((), AccessKind.COPY)


@pytest.mark.parametrize("sign", ["", "-", "0", "☐", "tidak"])
def test_what_is_no_tick_leaves_the_group_unrecorded(sign: str) -> None:
    intake = read([ticked(KIND, "", sign)])

    assert (intake.problems, request(intake).access, request(intake).unread) == ((), None, ())


@pytest.mark.parametrize(
    ("cells", "held", "held_by", "documented"),
    [
        (("√",), True, "", None),
        (("", "√"), False, "", None),
        (("", "Dinas Sosial"), False, "Dinas Sosial", None),
        (("", "", "√"), None, "", False),
        ((), None, "", None),
    ],
)
def test_status_of_the_information_is_what_is_ticked(
    cells: tuple[str, ...], held: object, held_by: str, documented: object
) -> None:
    intake = read([ticked(HELD, *cells)])

    assert intake.problems == ()
    assert (request(intake).held, request(intake).held_by, request(intake).documented) == (
        held,
        held_by,
        documented,
    )


def test_another_body_that_holds_it_is_named_beside_the_tick_that_we_do_not() -> None:
    row = {"Dibawah Penguasaan Ya": "", "Dibawah Penguasaan Tidak": "√", "Badan Publik Lain": "Dinas Sosial"}
    intake = read([{"nomor": "1", **row}])

    assert intake.problems == ()
    assert (request(intake).held, request(intake).held_by) == (False, "Dinas Sosial")


def test_words_that_say_not_documented_are_no_name_of_a_body() -> None:
    intake = read([{"nomor": "1", "dikuasai": "Belum didokumentasikan"}])

    assert (request(intake).held, request(intake).held_by, request(intake).documented) == (None, "", False)


def test_two_ticks_where_one_is_asked_are_a_problem_that_names_both() -> None:
    intake = read([ticked(HELD, "√", "√")])
    (problem,) = intake.problems

    assert problem.message.id == (
        'kolom "Dibawah Penguasaan Ya" dan "Dibawah Penguasaan Tdk" sama-sama terisi, padahal hanya satu '
        "yang dapat benar. Kosongkan yang keliru."
    )
    assert (request(intake).held, request(intake).unread) == (None, ("held",))
    assert len(intake.year.unread) == 2


def test_a_tick_and_other_words_are_a_problem_too() -> None:
    intake = read([{**ticked(KIND, "√"), "jenis": "salinan"}])

    assert [problem.source.column for problem in intake.problems] == ["jenis"]
    assert request(intake).access is None


def test_a_tick_and_the_same_words_are_none() -> None:
    intake = read([{**ticked(KIND, "√"), "jenis": "melihat"}])

    assert (intake.problems, request(intake).access) == ((), AccessKind.SEE)


def test_several_forms_are_words_in_one_cell() -> None:
    in_words = read([{"nomor": "1", "Bentuk Informasi yang Dikuasai": "softcopy, hardcopy"}])
    in_a_group = read([ticked(FORM, "softcopy, hardcopy")])

    assert in_words.problems == in_a_group.problems == ()
    assert request(in_words).form == request(in_a_group).form == "softcopy, hardcopy"


def test_words_of_another_column_of_the_group_are_what_they_say() -> None:
    """A program that has one column of the group alone writes both words there."""
    intake = read([{"nomor": "1", "informasi": "DPA", "Jenis Permohonan Salinan": "Melihat"}])

    assert (intake.problems, request(intake).access) == ((), AccessKind.SEE)


def test_what_is_neither_tick_nor_word_is_a_problem_that_costs_the_cell() -> None:
    intake = read([ticked(FORM, "", "abc")])

    assert [problem.message.id for problem in intake.problems] == [
        '"abc" bukan tanda centang. Tulis √, atau kosongkan selnya.'
    ]
    assert (request(intake).form, request(intake).unread) == ("", ("form",))


def test_a_tick_that_was_lost_on_saving_is_told() -> None:
    intake = read([ticked(KIND, "?")])

    assert "tanda √ hilang saat disimpan" in intake.problems[0].message.id
    assert request(intake).unread == ("access",)


@pytest.mark.parametrize(("meant", "expected"), [("ya", AccessKind.SEE), ("tidak", None)])
def test_a_cross_means_what_the_report_says(meant: str, expected: AccessKind | None) -> None:
    assert request(read([ticked(KIND, "x")], tanda_x=meant)).access is expected


def test_how_a_cross_is_read_is_told() -> None:
    (note,) = read([ticked(KIND, "x"), ticked(KIND, "x")]).notes

    assert note.message.id == (
        'permohonan, kolom Melihat/Mengetahui: "x" dibaca sebagai tanda centang, kecuali laporan memuat '
        "tanda_x = tidak."
    )


@pytest.mark.parametrize("sign", ["ü", "P"])
def test_letters_of_wingdings_are_ticks_in_a_group_alone(sign: str) -> None:
    matrix = from_rows(
        {
            "laporan": [{"kunci": "tahun", "isi": "2024"}],
            "ketersediaan": [{"opd": "Dinkes", "profil": sign}],
        }
    ).year.matrix

    assert matrix.rows[0].unclear[0].sign == sign  # type: ignore[union-attr]  # it is there


def test_grounds_are_ticked_together() -> None:
    row = {f"{GROUNDS} {letter}*": "√" if letter in "cg" else "" for letter in "abcdefg"}
    found = objection(read([{"nomor": "1", **row}], table="keberatan"))

    assert found.ground is not None
    assert (found.ground.slug, found.further_grounds) == (ObjectionGround.C, (ObjectionGround.G,))
    assert found.ground_letter == "c, g"


SIGNS = st.sampled_from(["", "√", "v", "x", "P", "-", "?", "softcopy", "Dinas Sosial", "0"])
GROUPS = (*HELD, *FORM, *KIND)


@given(st.lists(st.tuples(*[SIGNS] * len(GROUPS)), min_size=1, max_size=6))
def test_ticks_read_by_columns_are_those_read_one_by_one(rows: list[tuple[str, ...]]) -> None:
    typed: list[dict[str, object]] = [{"nomor": "1", **dict(zip(GROUPS, row, strict=True))} for row in rows]
    with pytest.MonkeyPatch.context() as patch:
        by_columns = read(typed)
        patch.setattr(batch.BatchReader, "can_read", lambda _: False)
        one_by_one = read(typed)

    assert by_columns == one_by_one
