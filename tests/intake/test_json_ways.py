"""JSON read fast, by columns and lines of it by msgspec, says what it says when it is read value by value."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any, get_args

import pytest
from attrs import fields, resolve_types
from cattrs import BaseValidationError
from hypothesis import given
from hypothesis import strategies as st
from tests.years import shared_years

from ppid_core import ServiceYear, structure, unstructure
from ppid_core.errors import InputError
from ppid_core.intake import Intake
from ppid_core.intake.cells import CellError
from ppid_core.intake.files import json_text
from ppid_core.intake.files.json_file import read_json
from ppid_core.language import Bilingual
from ppid_core.model import plain_rows

ODD: tuple[object, ...] = (
    *(
        None,
        True,
        False,
        0,
        1,
        -1,
        2**70,
        "",
        " ",
        "x",
        "2022",
        "2022-02-30",
        "2022-02-03",
        "2022-02-03T10:00",
    ),
    *([], ["x"], [1], [[]], {}, {"x": 1}, {"slug": "website"}, {"typed": "x", "slug": "entah"}, {"row": "1"}),
    *(
        "\x07",
        "\x85",
        "é\u200b",
        "1e5",
        "NaN",
        "-3",
        "12,5",
        "granted",
        "refused",
        "request",
        'a ": b',
        "a : b",
    ),
)
LATER = st.sampled_from([1, 2, 3, 4096])


def read(text: str) -> Intake | InputError:
    try:
        return read_json("tahun.json", text.encode("utf-8", "surrogatepass"))
    except InputError as error:
        return error


def told(read: Intake | InputError) -> object:
    """Return all that was read, places and types included."""
    return read.problems if isinstance(read, InputError) else (read, repr(read))


@st.composite
def mangled(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a year as JSON in which some values say something else, are missing or strange."""
    plain: dict[str, Any] = json.loads(json.dumps(unstructure(draw(shared_years()))))
    tables = [rows for rows in plain.values() if isinstance(rows, list) and rows]
    for rows in tables:
        rows.extend(json.loads(json.dumps(rows * draw(st.sampled_from([0, 0, 2])))))
    for _ in range(draw(st.integers(0, 3)) if tables else 0):
        rows = draw(st.sampled_from(tables))
        at = draw(st.integers(0, len(rows) - 1))
        where = rows[at]
        while isinstance(where, dict) and where and draw(st.booleans()):
            inner = where[draw(st.sampled_from(sorted(where)))]
            where = inner if isinstance(inner, dict) and inner else where
        if not isinstance(where, dict) or draw(st.integers(0, 9)) == 0:
            rows[at] = draw(st.sampled_from(ODD))
        else:
            name = draw(st.sampled_from([*sorted(where), "count", "unread", "source", "entah"]))
            where[name] = draw(st.sampled_from(ODD))
            if draw(st.integers(0, 3)) == 0:
                del where[name]
    return plain


@given(mangled(), LATER)
def test_rows_made_by_columns_are_those_made_one_by_one(plain: dict[str, Any], length: int) -> None:
    text = json.dumps(plain)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_rows, "_MOST", length)
        by_columns = read(text)
        patch.setattr("ppid_core.model.plain_rows._Rows._some", lambda *_: 1 / 0)
        one_by_one = read(text)

    assert told(by_columns) == told(one_by_one)


VALUES = st.recursive(
    st.one_of(
        *(
            st.none(),
            st.booleans(),
            st.integers(),
            st.text(max_size=4),
            st.sampled_from(["a:b", 'a":', " : "]),
        ),
        st.decimals(allow_nan=False, allow_infinity=False).map(float),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from("abc") | st.text(max_size=2), inner)
    ),
    max_leaves=12,
)
TEXTS = st.one_of(
    st.builds(
        json.dumps,
        VALUES,
        ensure_ascii=st.booleans(),
        separators=st.sampled_from([(",", ":"), (", ", ": "), (" ,\n", "\t:\n")]),
    ),
    st.sampled_from(
        [
            *('{"a": 1, "a": 2}', '{"a" :1,"a":2}', '{"a":":","a":2}', '[{"b":1},{"c":{"d":1,"d":1}}]', ""),
            *(
                "NaN",
                "-Infinity",
                "1e400",
                "-0",
                "-0.0",
                "1.10",
                "01",
                "[1,]",
                "1" * 5000,
                '"\\ud800"',
                "[" * 99999,
            ),
            *(
                '"\\u0000"',
                '"\x07"',
                "{} {}",
                "18446744073709551616",
                "1e999999999999999999999",
                '"a\nb"',
                "nul",
            ),
        ]
    ),
)


def values(text: str) -> str | Bilingual:
    try:
        return repr(json_text.plain_values(text))
    except CellError as error:
        return error.message


@given(TEXTS)
def test_json_read_at_once_is_as_the_careful_way_reads_it(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        at_once = values(text)
        patch.setattr(json_text, "_at_once", lambda _: 1 / 0)
        careful = values(text)

    assert at_once == careful


def line(read: Callable[[str], object], text: str) -> str:
    try:
        return repr(read(text))
    except (ValueError, RecursionError) as error:
        return str(error)


@given(TEXTS)
def test_a_line_says_with_msgspec_what_it_says_without(text: str) -> None:
    pytest.importorskip("msgspec", reason="an extra: fast")

    assert line(json_text.line_reader(), text) == line(json.loads, text)


def test_a_line_is_read_without_msgspec() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "msgspec", None)
        json_text.line_reader.cache_clear()
        read = json_text.line_reader()
    json_text.line_reader.cache_clear()

    assert read is json.loads


@pytest.mark.parametrize("text", ["\x07", "\x1b", "\x7f", "\x85", "a\rb", "a\x0bb"])
@pytest.mark.parametrize("is_ascii", [True, False])
def test_a_control_character_is_found_however_it_is_written(text: str, *, is_ascii: bool) -> None:
    plain = {"period": {"year": 2022}, "requests": [{"subject": text, "source": {"row": 2}}]}

    intake = read(json.dumps(plain, ensure_ascii=is_ascii))

    assert isinstance(intake, Intake)
    assert [problem.source.column for problem in intake.problems if problem.source] == ["requests[0].subject"]


@pytest.mark.parametrize("register", ["requests", "objections", "disputes", "suits"])
def test_what_one_field_cannot_hold_is_refused_by_columns_too(register: str) -> None:
    (kind,) = (one.type for one in fields(resolve_types(ServiceYear)) if one.name == register)
    row = get_args(get_args(kind)[0])[0]

    def made(rows: list[object]) -> str:
        try:
            return repr(structure({"period": {"year": 2022}, register: rows}))
        except BaseValidationError:
            return "refused"

    for name in [*(one.name for one in fields(row)), "entah"]:
        for odd in ODD:
            rows = [{name: odd}, {}, {name: odd}]
            with pytest.MonkeyPatch.context() as patch:
                by_columns = made([*rows])
                patch.setattr("ppid_core.model.plain_rows._Rows._some", lambda *_: 1 / 0)
                one_by_one = made([*rows])

            assert by_columns == one_by_one, (name, odd)
