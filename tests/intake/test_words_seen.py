"""What forms of the regulation and programs in use say: each heading and word with its meaning."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ppid_core import Intake, from_rows
from ppid_core.intake import tables
from ppid_core.intake.nearest import ask_near
from ppid_core.model import DisputeResult, RefusalReason, StageKind

SEEN: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words_seen.toml").read_text("utf-8"))
SPECS = {spec.name: spec for spec in tables.TABLES}
REGISTERS = {"permohonan": "requests", "keberatan": "objections", "sengketa": "disputes"}


def headings() -> Iterator[Any]:
    for table, columns in SEEN["headings"].items():
        for column, said in columns.items():
            yield from (pytest.param(table, column, one, id=f"{table}-{one}") for one in said)


def words(part: str) -> Iterator[Any]:
    for table, columns in SEEN[part].items():
        for column, slugs in columns.items():
            for slug, said in slugs.items():
                yield from (pytest.param(table, column, slug, one, id=f"{column}-{one}") for one in said)


def read(table: str, **cells: str) -> Intake:
    return from_rows({"laporan": [{"kunci": "tahun", "isi": 2023}], table: [{"nomor": "1", **cells}]})


def meaning(intake: Intake, table: str, column: str) -> str:
    """Return the slug that one cell was read as."""
    (row,) = getattr(intake.year, REGISTERS[table])
    value = getattr(row, SPECS[table].fields[column])
    return str(getattr(value, "slug", value))


@pytest.mark.parametrize(("table", "column", "heading"), list(headings()))
def test_heading_is_the_column_that_it_means(table: str, column: str, heading: str) -> None:
    assert SPECS[table].accepted.get(heading) == column
    assert read(table, **{heading: ""} if column != "nomor" else {}).problems == ()


@pytest.mark.parametrize(("table", "column", "slug", "word"), list(words("words")))
def test_word_is_read_as_what_it_means(table: str, column: str, slug: str, word: str) -> None:
    intake = read(table, **{column: word})

    assert (intake.problems, meaning(intake, table, column)) == ((), slug)
    assert intake.notes == ()


@pytest.mark.parametrize(("table", "column", "slug", "word"), list(words("noted")))
def test_word_of_two_meanings_is_read_and_noted(table: str, column: str, slug: str, word: str) -> None:
    intake = read(table, **{column: word})

    assert (intake.problems, meaning(intake, table, column)) == ((), slug)
    assert [note.message.id for note in intake.notes] == [intake.notes[0].message.id]
    assert "bila maksudnya" in intake.notes[0].message.id


@pytest.mark.parametrize("word", ["mediasi gagal", "Gagal mediasi", "mediasi tidak berhasil", "ajudikasi"])
def test_stage_in_place_of_a_result_is_a_stage_and_no_result(word: str) -> None:
    intake = read("sengketa", hasil=word, tahap="mediasi")

    (row,) = intake.year.disputes  # type: ignore[misc]
    assert row.result is None
    assert StageKind.MEDIATION in {stage.kind for stage in row.stages}
    assert "bukan hasil" in intake.notes[0].message.id


def test_mediation_alone_is_a_result() -> None:
    (row,) = read("sengketa", hasil="mediasi").year.disputes  # type: ignore[misc]
    assert row.result is not None
    assert (row.result.slug, row.stages) == (DisputeResult.MEDIATED, ())


@pytest.mark.parametrize(
    ("word", "held"),
    [
        ("ya", (True, "")),
        ("Di bawah penguasaan", (True, "")),
        ("tidak", (False, "")),
        ("Badan Publik lain", (False, "")),
        ("Dinas Kesehatan", (False, "Dinas Kesehatan")),
    ],
)
def test_who_holds_the_information_is_read_in_the_words_of_the_form(
    word: str, held: tuple[bool, str]
) -> None:
    (row,) = read("permohonan", dikuasai=word).year.requests  # type: ignore[misc]
    assert (row.held, row.held_by) == held


@pytest.mark.parametrize("word", ["dikabulkn sebagian", "dikabulkan sebagiannn"])
def test_unknown_word_of_a_closed_list_names_the_nearest_one_first(word: str) -> None:
    (problem,) = read("permohonan", keputusan=word).problems
    told = problem.message.id
    assert told.startswith(f'"{word}" tidak dikenal. Maksudnya "dikabulkan sebagian"? Tulis salah satu: ')


@pytest.mark.parametrize("word", ["entah", "lihat lampiran", "dikirim ke meja sebelah"])
def test_word_that_is_near_none_is_not_said_to_mean_any(word: str) -> None:
    (problem,) = read("permohonan", keputusan=word).problems
    assert " tidak dikenal. Tulis salah satu: " in problem.message.id
    assert ask_near(word, {"ditolak": "ditolak"}) is None


def test_exemption_is_named_by_a_letter_alone() -> None:
    (row,) = read("permohonan", alasan_penolakan="huruf h").year.requests  # type: ignore[misc]
    assert row.reason is not None
    assert (row.reason.slug, row.exemption_letter) == (RefusalReason.EXEMPT, "h")
