"""Our own JSON: a year, an exported report, tables as objects."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ppid_core import unstructure
from ppid_core.intake import InputError, Intake, load
from ppid_core.model import UNREADABLE, Absent
from ppid_core.schema import SCHEMAS
from ppid_core.source import Source

KOTA_SERANG = Path(__file__).parents[2] / "examples" / "kota-serang-2020"
Load = Callable[[Any], Intake]


@pytest.fixture
def loaded(tmp_path: Path) -> Load:
    def from_json(plain: object) -> Intake:
        (tmp_path / "data.json").write_text(json.dumps(plain), encoding="utf-8")
        return load(tmp_path / "data.json")

    return from_json


@pytest.fixture(scope="module")
def plain() -> dict[str, Any]:
    return unstructure(load(KOTA_SERANG).year)


def year(**fields: Any) -> dict[str, Any]:  # noqa: ANN401  any JSON value
    return {"period": {"year": 2020}, **fields}


def test_a_year_reads_back_bare_or_inside_a_report(loaded: Load, plain: dict[str, Any]) -> None:
    expected = load(KOTA_SERANG).year

    bare = loaded(plain)
    exported = loaded({"schema": SCHEMAS["report"], "year": plain, "summary": {}, "findings": []})

    assert expected == bare.year == exported.year
    assert bare.problems == ()
    assert isinstance(bare.year.requests, tuple)
    assert bare.year.requests[0].source == Source(file="permohonan.csv", row=2)
    assert bare.read == {table: n for table, n in load(KOTA_SERANG).read.items() if table != "laporan"}


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, plain: dict[str, Any]) -> None:
    content = io.BytesIO(json.dumps(plain).encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(content))

    intake = load("-")

    assert intake.year == load(KOTA_SERANG).year
    assert set(intake.inputs) == {"-"}


def test_rows_that_cannot_be_are_told_with_their_path_and_the_rest_is_kept(loaded: Load) -> None:
    intake = loaded(
        year(
            requests=[
                {"number": "a"},
                {"number": "b", "count": -1},
                {"number": "c", "outcome": "entah"},
                {"number": "d", "bogus": 1},
                {"number": "e"},
                {"number": "f\u0000"},
            ],
            body={"name": "X", "kind": "entah"},
            aggregates=[{"register": "requests"}],
        )
    )

    assert isinstance(intake.year.requests, tuple)
    assert [(request.number, request.unread) for request in intake.year.requests] == [
        *(("a", ()), ("b", ("count",)), ("c", ("outcome",)), ("d", ()), ("e", ()), ("", ("number",))),
    ]
    assert intake.year.body.name == "X"
    assert {problem.source.column for problem in intake.problems} == {
        "requests[1].count",
        "requests[2].outcome",
        "requests[3].bogus",
        "requests[5].number",
        "body.kind",
        "aggregates[0].count",
    }
    assert (intake.read, intake.rejected_counts) == (
        {"permohonan": 6, "rekap": 1},
        {"permohonan": 0, "rekap": 1},
    )
    assert [one.source.column for one in intake.rejected] == ["aggregates[0]"]


def test_a_matrix_whose_types_are_wrong_is_left_out_as_a_whole(loaded: Load) -> None:
    intake = loaded(
        year(
            matrix={
                "types": [{"code": "a"}],
                "rows": [{"agency": {"typed": "X"}, "states": ["disclosed"]}],
            }
        )
    )

    assert intake.year.matrix == UNREADABLE
    assert intake.problems[0].source.column == "matrix.types[0].name"
    assert (intake.read["ketersediaan"], intake.accepted["ketersediaan"]) == (1, 0)


def test_a_register_that_is_no_list_is_told(loaded: Load) -> None:
    intake = loaded(year(suits="tidak ada"))

    assert [problem.source.column for problem in intake.problems] == ["suits"]
    assert intake.year.suits == UNREADABLE


def test_personal_data_are_not_quoted(loaded: Load) -> None:
    intake = loaded(
        year(requests=[{"applicant": {"name": 7001}}, {"applicant": {"contact": "0812\u0001"}}, "Fulan"])
    )

    shown = repr(intake.problems) + repr(intake.rejected)
    assert len(intake.problems) == 3
    assert not [word for word in ("7001", "0812") if word in shown]
    assert isinstance(intake.year.requests, tuple)
    assert [request.unread for request in intake.year.requests] == [("applicant",), ("applicant",)]
    assert [row.cells for row in intake.rejected] == [('"Fulan"',)]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "3",
        "{}",
        '{"schema": "lain/1", "year": {"period": {"year": 2020}}}',
        '{"schema": "ppid-core/laporan/1", "year": null}',
        '{"period": {"year": "2020"}}',
        '{"period": {"year": 0}}',
        '{"period": {"year": 2020}, "budget": {"lines": [{"allocated": NaN}]}}',
        "[" * 100_000,
        "\ud800",
        '{"laporan": [], "permohonan": []}',
    ],
)
def test_what_is_no_year_is_told_without_a_traceback(tmp_path: Path, content: str) -> None:
    (tmp_path / "data.json").write_bytes(content.encode("utf-8", "surrogatepass"))

    with pytest.raises(InputError) as caught:
        load(tmp_path / "data.json")

    assert caught.value.problems


def test_json_may_hold_the_tables_under_their_names(loaded: Load) -> None:
    intake = loaded(
        {
            "laporan": {"tahun": 2020, "badan.nama": "X", "nihil": ["sengketa", "gugatan"]},
            "permohonan": [{"bulan": "Mei", "jumlah": 2}, {"bulan": 13, "jumlah": 1}],
            "keberatan": {"bulan": "Mei"},
            "pemohonan": [],
        }
    )

    assert (intake.year.disputes, intake.year.suits) == ((), ())
    assert isinstance(intake.year.objections, Absent)
    assert [(one.source.file, one.source.sheet, one.source.row) for one in intake.problems] == [
        ("data.json", "keberatan", None),
        ("data.json", "permohonan", 3),
    ]
    assert ["pemohonan" in note.message.id for note in intake.notes] == [True]


def test_data_of_a_draft_say_so(loaded: Load) -> None:
    """What its makers could not read is not among them."""
    intake = loaded(
        {"schema": SCHEMAS["report"], "meta": {"draft": "DRAF: 3 sel belum terbaca"}, "year": year()}
    )

    told = "data.json: data ini dari sebuah draf (DRAF: 3 sel belum terbaca)."
    assert [told] == [note.message.id for note in intake.notes]
