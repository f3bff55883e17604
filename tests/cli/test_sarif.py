"""``ppid check --format sarif``: valid SARIF 2.1.0, the same for the same folder."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any, Protocol, cast
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from ppid_core.cli.formats.input_folder import InputFolder
from ppid_core.cli.formats.sarif import location, message, related
from ppid_core.source import Source

TESTS = Path(__file__).parents[1]
SCHEMA = TESTS / "data" / "sarif-schema-2.1.0.json"
GOLDEN = TESTS / "golden" / "check-sarif.json"
Node = dict[str, Any]


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


@cache
def validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))


def scanned(run: Run, *arguments: str | Path) -> Node:
    """Return the one run of a log that the official schema takes."""
    log = json.loads(run("check", *arguments, "--format", "sarif").out)
    assert [error.message for error in validator().iter_errors(log)] == []
    (one,) = log["runs"]
    result: Node = one
    return result


def first_place(result: Node) -> Node:
    place: Node = result["locations"][0]["physicalLocation"]
    return place


def lines(place: Node) -> int:
    """Return how many rows a place is."""
    region = place["physicalLocation"]["region"]
    rows: int = region.get("endLine", region["startLine"]) - region["startLine"] + 1
    return rows


def test_schema_refuses_what_is_no_sarif() -> None:
    assert list(validator().iter_errors({"version": "2.1.0", "runs": [{"results": []}]}))


@pytest.mark.parametrize("lang", ["id", "en"])
def test_log_of_the_example_is_valid_and_has_every_finding(run: Run, example: Path, lang: str) -> None:
    ended = run("check", example, "--format", "sarif", "--lang", lang)
    found = json.loads(run("check", example, "--format", "json", "--lang", lang).out)["findings"]

    scan = scanned(run, example, "--lang", lang)
    assert ended.code == scan["invocations"][0]["exitCode"] == 1
    assert [result["ruleId"] for result in scan["results"]] == [finding["code"] for finding in found]
    for result, finding in zip(scan["results"], found, strict=True):
        assert result["message"]["text"].startswith(finding["message"])
        assert first_place(result)["region"]["startLine"] == finding["source"]["row"]
        assert sum(map(lines, result["relatedLocations"])) == len(finding["related"])


def test_log_is_the_golden_one(run: Run, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(example.parent)

    printed = run("check", "kota-serang-2020", "--format", "sarif").out

    if os.environ.get("PPID_RENEW_GOLDEN"):
        GOLDEN.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == GOLDEN.read_text(encoding="utf-8")


def test_levels_are_those_of_the_severities_and_each_rule_describes_itself(run: Run, example: Path) -> None:
    scan = scanned(run, example)

    rules = scan["tool"]["driver"]["rules"]
    levels = {result["ruleId"]: result["level"] for result in scan["results"]}
    assert (levels["T101"], levels["L102"], levels["K101"]) == ("error", "warning", "note")
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in scan["results"])
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert all(re.fullmatch(r"[A-Za-z0-9]+", rule["name"]) for rule in rules)


def test_names_of_rules_are_the_same_in_both_languages(run: Run, example: Path) -> None:
    one, two = (
        [rule["name"] for rule in scanned(run, example, "--lang", lang)["tool"]["driver"]["rules"]]
        for lang in ("id", "en")
    )
    assert one == two


def test_explained_finding_is_suppressed_with_its_reason_and_all_others_say_they_are_not(
    run: Run, example: Path
) -> None:
    (example / "penjelasan.csv").write_text(
        "kode,subjek,alasan,oleh,tanggal\nT101,objections.total,Dua keberatan menyusul,PPID,2021-01-07\n",
        encoding="utf-8",
    )

    results = scanned(run, example)["results"]

    assert {result["ruleId"] for result in results if result["suppressions"]} == {"T101"}
    (explained,) = (result for result in results if result["suppressions"])
    assert explained["suppressions"][0]["justification"] == "Dua keberatan menyusul"


def test_entry_that_could_not_be_read_is_a_result_of_its_own_rule(run: Run, tiny: Path) -> None:
    with (tiny / "permohonan.csv").open("a", encoding="utf-8") as file:
        file.write("2/2023,kemarin,perorangan,website,dikabulkan,\n")

    scan = scanned(run, tiny)

    (unread,) = (result for result in scan["results"] if result["ruleId"] == "INPUT")
    assert unread["level"] == "error"
    assert first_place(unread)["region"] == {"startLine": 3}
    assert unread["locations"][0]["logicalLocations"] == [{"name": "tanggal", "kind": "column"}]
    assert scan["invocations"][0]["exitCode"] == 2


def test_folder_without_a_year_is_a_valid_log(run: Run, tiny: Path) -> None:
    (tiny / "laporan.csv").write_text("kunci,isi\n", encoding="utf-8")

    scan = scanned(run, tiny)

    assert [result["ruleId"] for result in scan["results"]] == ["INPUT"]


def test_file_is_named_from_where_the_command_runs_with_its_signs_encoded(
    run: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tiny.parent / "data 2023" / "a#b%c"
    home.parent.mkdir()
    tiny.rename(home)
    monkeypatch.chdir(home.parents[1])

    uris = {first_place(result)["artifactLocation"]["uri"] for result in scanned(run, home)["results"]}

    assert all(uri.startswith("data%202023/a%23b%25c/") for uri in uris)
    assert all(unquote(uri).startswith("data 2023/a#b%c/") for uri in uris)


def test_no_path_of_the_machine_gets_into_the_log(
    run: Run, example: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("lain"))

    ended = run("check", example, "--format", "sarif")

    assert str(example.parent) not in ended.out
    assert (
        first_place(json.loads(ended.out)["runs"][0]["results"][0])["artifactLocation"]["uri"]
        == "pernyataan.csv"
    )


def test_fingerprint_names_rule_and_subject(run: Run, example: Path) -> None:
    first = scanned(run, example)["results"][0]

    assert first["partialFingerprints"] == {"subject/v1": "T101:objections.total"}


def test_rules_that_could_not_be_asked_are_notifications_with_their_reasons(run: Run, example: Path) -> None:
    invocation = scanned(run, example)["invocations"][0]

    told = [note["message"]["text"] for note in invocation["toolExecutionNotifications"]]
    assert "L106: tanggal penerimaan dan pemberitahuan tertulis belum dicatat per permohonan" in told
    assert not [text for text in told if text.startswith("L104")]
    assert invocation["executionSuccessful"] is True


def test_rows_that_follow_each_other_are_one_region() -> None:
    rows = [Source(file="keberatan.csv", row=row) for row in (2, 3, 4, 7)]

    regions = [
        place["physicalLocation"]["region"] for place in cast("list[Node]", related(rows, InputFolder()))
    ]

    assert regions == [{"startLine": 2, "endLine": 4}, {"startLine": 7}]


def test_cell_of_a_workbook_has_its_column() -> None:
    source = Source(file="buku.xlsx", sheet="Permohonan 2020", row=8, column="Tgl", cell="AB8")

    place = location(source, InputFolder())

    assert place is not None
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "buku.xlsx"},
        "region": {"startLine": 8, "startColumn": 28},
    }


@given(words=st.text())
def test_message_reads_back_as_a_viewer_reads_it(words: str) -> None:
    """A viewer halves doubled braces, and takes ``[a](b)`` for a link unless a backslash stands before it."""
    written = message(words)["text"]

    assert not re.search(r"(?<!\\)\[[^\]]*\]\(", written)
    assert not re.search(r"(?<!\{)\{(?:\{\{)*(?!\{)", written)
    halved = written.replace("{{", "{").replace("}}", "}")
    assert re.sub(r"\\(\[(?=[^\]]*\]\())", r"\1", halved) == words
