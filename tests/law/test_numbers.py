"""No number of the law stands in code: it comes from ``law/*.toml``, also where a sentence says it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import ppid_core.law
from ppid_core.law import Lawbook
from ppid_core.writing import spell

LAW_FOLDER = Path(ppid_core.law.__file__).parent
CORE = LAW_FOLDER.parent
SRC = CORE.parent
COUNTING = (
    *LAW_FOLDER.glob("*.py"),
    CORE / "workdays.py",
    *CORE.glob("deadlines/*.py"),
)

LAW = Lawbook.load()
ENGLISH = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty"),
    *("forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred"),
)
INDONESIAN = sorted({word for number in range(1, 1000) for word in spell(number).split()})
NUMBER = rf"(?:\d+|{'|'.join((*INDONESIAN, *ENGLISH))})"
UNIT = r"(?:hari|bulan|jam|(?:(?:working|calendar) )?days?|months?|hours?)"
SPAN_OF_TIME = re.compile(rf"\b{NUMBER}\)?[ -]{UNIT}\b", re.IGNORECASE)
CLASSES = LAW.response_classes(LAW.classes_since)
CLASS_OF_TIME = re.compile(
    "|".join(
        rf"\b{one.low} ?[-–] ?{one.high}\b"
        if one.high is not None
        else rf"(?:>|over_|over|lebih dari|di atas) ?{one.low - 1}\b"
        for one in CLASSES
    )
)

NO_LAW = {
    ("structure.py", 12): "the length of a fingerprint",
    ("workdays.py", 8): "how many calendars of bodies are kept at most",
    ("estimate.py", 20): "how many years ahead a calendar is estimated at most",
}
"""Numbers beside the law that are none of it, with what they are."""

HARMLESS = {
    ("intake/tables/service.py", "satu hari"): "the heading says that a row may name one weekday",
    ("rules/legal/confidence.py", "satu hari"): "how far a disputed day of the calendar moves a date",
}
"""What only looks like a number of the law, with the reason."""


def literals(tree: ast.Module) -> Iterator[str]:
    """Yield the texts in code: neither docstrings nor what stands below an attribute to explain it."""
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value


def said(text: str) -> list[str]:
    """Return what a text says of a span of time or of a class of response time."""
    return [found[0] for pattern in (SPAN_OF_TIME, CLASS_OF_TIME) for found in pattern.finditer(text)]


@cache
def told_in(folder: Path) -> frozenset[tuple[str, str]]:
    return frozenset(
        (path.relative_to(folder).as_posix(), words)
        for path in folder.rglob("*.py")
        for text in literals(ast.parse(path.read_text(encoding="utf-8")))
        for words in said(text)
    )


def test_no_legal_number_stands_in_code() -> None:
    numbers = {
        (path.name, node.value)
        for path in COUNTING
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and type(node.value) in {int, float} and node.value not in {0, 1}
    }

    assert numbers - NO_LAW.keys() == set()


@pytest.mark.slow
def test_no_text_says_a_number_of_the_law() -> None:
    """What tests are fed with is left out: samples tell of invented cases."""
    core = {(name, words) for name, words in told_in(CORE) if not name.startswith("testing/")}
    told = core | {(f"../{name}", words) for name, words in told_in(SRC / "ppid_exporters")}

    assert told - HARMLESS.keys() == set()


@pytest.mark.slow
def test_what_is_listed_as_harmless_is_still_said() -> None:
    assert HARMLESS.keys() <= told_in(CORE)


@pytest.mark.parametrize(
    "text",
    [
        "dalam 10 hari kerja",
        "10 (sepuluh) hari kerja",
        "paling lambat tiga bulan setelah",
        "tujuh belas hari",
        "within three months",
        "14 calendar days",
        "a 30-day period",
        "dalam 24 jam",
        "0-10",
        "Tulis 0–10, 11-17",
        "over_17",
        "> 17",
        "lebih dari 17 hari",
    ],
)
def test_a_number_of_the_law_in_a_text_is_seen(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize(
    "text", ["UU 14/2008 Pasal 22", "7 Januari 2021", "satu kali", "{count} hari kerja", "bulan 1 sampai 12"]
)
def test_a_citation_a_date_and_a_placeholder_are_none(text: str) -> None:
    assert not said(text)


def test_a_docstring_is_no_text_that_is_printed() -> None:
    tree = ast.parse('"""Within 10 days."""\nA = 1\n"""Within 10 days."""\nB = f"{A} in 10 days"')

    assert list(literals(tree)) == [" in 10 days"]
