"""1.8: a blank cell in a kept column is open; an absent or wholly blank column is not recorded."""

from __future__ import annotations

import pytest
from tests.nothing_false.work import found, from_tables

from ppid_core.model import Absent, Reason

RECEIVED = {"nomor": "1", "tanggal": "2023-03-01"}
BLANK = {"keputusan": "", "tanggal_pemberitahuan": ""}


@pytest.mark.parametrize("row", [RECEIVED, RECEIVED | BLANK], ids=["absent", "blank"])
def test_register_that_keeps_no_outcome_and_no_notice_accuses_nobody(row: dict[str, str]) -> None:
    work = from_tables(permohonan=[row, {**row, "nomor": "2"}])

    assert work.summary.figure("requests.timeliness") == Absent(Reason.NO_DATES)
    assert work.figure("requests.balance.closing") == Absent(Reason.NO_DATES)
    assert work.summary.figure("requests.oldest_open") == ()
    assert not found(work, "L106")
    assert [one.subject for one in found(work, "L103")].count("content:response_time") == 1


@pytest.mark.parametrize(
    "kept",
    [{"keputusan": "dikabulkan"}, {"tanggal_pemberitahuan": "2023-03-02"}],
    ids=["outcome", "notice"],
)
def test_blank_cell_of_a_kept_column_is_an_open_case(kept: dict[str, str]) -> None:
    work = from_tables(permohonan=[RECEIVED, {**RECEIVED, "nomor": "2", **kept}])

    assert work.figure("requests.timeliness.open_late") == 1
    assert work.figure("requests.balance.closing") == 1
    assert len(found(work, "L106")) == 1


def test_objections_without_any_answer_on_record_are_late_by_nothing() -> None:
    rows = [{"nomor": "K-1", "tanggal": "2023-03-01"}]
    answered = {"nomor": "K-2", "tanggal": "2023-03-01", "jawaban": "ditolak"}

    assert not found(from_tables(keberatan=rows), "C202")
    assert len(found(from_tables(keberatan=[*rows, answered]), "C202")) == 1
    assert from_tables(keberatan=rows).summary.figure("objections.oldest_open") == ()


def test_dispute_after_silence_needs_a_register_that_keeps_answers() -> None:
    objection = {"nomor": "K-1", "tanggal": "2023-01-02"}
    dispute = {"nomor": "S-1", "nomor_keberatan": "K-1", "tanggal": "2023-11-01"}
    answered = {"nomor": "K-2", "tanggal": "2023-01-02", "jawaban": "ditolak"}

    assert not found(from_tables(keberatan=[objection], sengketa=[dispute]), "C203")
    assert found(from_tables(keberatan=[objection, answered], sengketa=[dispute]), "C203")
