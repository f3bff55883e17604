from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, TypeAlias

import pytest
from click.testing import CliRunner
from tests.nothing_false.work import from_tables

from ppid_core.cli.command import ppid
from ppid_core.deadlines import State
from ppid_core.summary import docket

CONTOH = "examples/kabupaten-contoh-2024"


Json: TypeAlias = Any


def output_of(*call: str) -> Json:
    return json.loads(CliRunner().invoke(ppid, [*call, "--format", "json"]).stdout)


def test_4_3_case_is_late_by_its_state_where_no_day_is_left_nor_past() -> None:
    """Due on a Friday: on the Saturday behind it no working day has passed, and yet it is late."""
    work = from_tables(
        permohonan=[{"nomor": "1", "tanggal": "2023-02-24", "keputusan": "", "kanal": "email"}]
    )
    (case,) = docket(work.year, work.law, work.workdays, as_of=date(2023, 3, 11)).cases

    assert (case.deadline.due_on, case.days_left, case.state) == (date(2023, 3, 10), 0, State.OPEN_LATE)


def test_4_3_json_of_open_cases_names_the_unit_of_its_days() -> None:
    cases = output_of("deadlines", CONTOH, "--as-of", "2024-12-31")["cases"]

    assert cases
    for case in cases:
        assert case["days_unit"] == case["deadline"]["provision"]["unit"]


def test_4_3_json_of_the_oldest_cases_names_the_unit_of_its_days() -> None:
    oldest = output_of("summary", CONTOH, "--as-of", "2024-12-31")["requests"]["oldest_open"]

    assert oldest
    assert {case["days_unit"] for case in oldest} == {"working_day"}


TEXTS = {"text", "message", "why", "basis", "expected", "notes"}


def data_of(tree: Json) -> Json:
    """Return a tree of JSON without what is written for people."""
    match tree:
        case dict():
            return {key: data_of(value) for key, value in tree.items() if key not in TEXTS}
        case list():
            return [data_of(value) for value in tree]
        case _:
            return tree


def texts_of(tree: Json, key: str = "") -> Iterator[str]:
    match tree:
        case dict():
            for inner, value in tree.items():
                yield from texts_of(value, inner)
        case list():
            for value in tree:
                yield from texts_of(value, key)
        case str() if key in TEXTS:
            yield tree


@pytest.mark.parametrize(
    "call",
    [
        ("summary", "examples/kota-serang-2020"),
        ("summary", CONTOH),
        ("check", "examples/kota-serang-2020"),
        ("check", CONTOH),
        ("deadlines", CONTOH, "--as-of", "2024-12-31"),
    ],
    ids=" ".join,
)
def test_4_5_language_changes_no_data_of_json(call: tuple[str, ...]) -> None:
    indonesian, english = (output_of(*call, "--lang", lang) for lang in ("id", "en"))

    assert data_of(indonesian) == data_of(english)
    assert set(texts_of(indonesian)) != set(texts_of(english))


def test_4_5_absent_figure_has_a_slug_beside_its_text() -> None:
    absent = output_of("summary", "examples/kota-serang-2020", "--lang", "en")["absent"]

    assert absent["budget.realised"] == {"reason": "not_kept", "text": "not recorded"}


def test_4_5_rule_that_cannot_be_asked_has_a_slug_beside_its_text() -> None:
    rules = {rule["code"]: rule for rule in output_of("check", "examples/kota-serang-2020")["rules"]}

    assert rules["L106"]["reason"] == "nothing_to_judge"
    assert rules["L106"]["text"]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("check", "no-such-folder"), 'There is no folder "no-such-folder"'),
        (("cetak",), 'There is no verb "cetak"'),
        (("check", "--to"), "The command cannot be read"),
        (("check", "--rincian"), "There is no option --rincian"),
        (("check", ".", "--format", "xml"), "The value of --format is not known"),
        (("check", ".", "--as-of", "kemarin"), '"kemarin" is no date'),
        (("check", ".", "-o", "x"), "The option -o needs --to"),
        (("report", ".", "--until", "Smarch"), '"Smarch" is no month'),
        (("report", "examples/kota-serang-2020", "--to", "odt"), 'The format "odt" is not known'),
        (("report", "examples/kota-serang-2020", "--set", "docx"), '--set "docx" cannot be read'),
        (("report", "examples/kota-serang-2020", "--set", "csv.x=1"), "There are: "),
        (("report", "examples/kota-serang-2020", "--until", "2021-03"), "These data are about the year 2020"),
        (("check", "examples/kota-serang-2020", "--select", "Q9"), 'The rule "Q9" is not known'),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else "",
)
@pytest.mark.parametrize("before", [True, False], ids=["before the verb", "behind it"])
def test_4_5_error_is_told_in_the_language_that_was_asked_for(
    call: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str], *, before: bool
) -> None:
    verb, *rest = call
    asked = ["--lang", "en", verb, *rest] if before else [verb, "--lang", "en", *rest]
    if verb == "cetak" and not before:
        asked = ["--lang", "en", verb]

    assert said in error_of(asked, capsys)


def test_4_5_error_is_told_in_the_language_of_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PPID_LANG", "en")

    assert "There is no folder" in error_of(["check", "no-such-folder"], capsys)


def error_of(call: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Return what a call that cannot be followed prints, on one line."""
    with pytest.raises(SystemExit) as ended:
        ppid.main(call, prog_name="ppid")

    assert ended.value.code == 2
    return " ".join(capsys.readouterr().err.split())


def test_4_3_json_of_open_cases_names_the_row_of_each() -> None:
    cases = output_of("deadlines", CONTOH, "--as-of", "2024-12-31")["cases"]

    assert all(case["file"].endswith(".csv") and case["row"] > 1 for case in cases)
