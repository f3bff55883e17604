"""``ppid check --format github``: workflow commands that the runner reads back as they were meant."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.cli.formats.annotation import MOST_SHOWN, Annotation

GOLDEN = Path(__file__).parents[1] / "golden" / "check-github.txt"
COMMAND = re.compile(r"::(?P<level>[a-z]+)(?: (?P<properties>[^:]*))?::(?P<message>.*)", re.DOTALL)


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


@frozen
class Read:
    level: str
    message: str
    properties: Mapping[str, str]


def read(line: str) -> Read:
    """Read a command as the runner does: properties part at commas and end at ``::``, ``%25`` comes last."""
    found = COMMAND.fullmatch(line)
    assert found is not None
    pairs = (pair.partition("=") for pair in (found["properties"] or "").split(",") if pair)
    return Read(
        found["level"],
        unescaped(found["message"]),
        {name: unescaped(value.replace("%3A", ":").replace("%2C", ",")) for name, _, value in pairs},
    )


def unescaped(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def commands(ended: Ended) -> list[Read]:
    return [read(line) for line in ended.out.splitlines() if line.startswith("::")]


@given(
    message=st.text(),
    title=st.text(min_size=1),
    file=st.text(min_size=1),
)
def test_command_is_one_line_and_reads_back(message: str, title: str, file: str) -> None:
    written = str(Annotation(level="warning", message=message, properties={"file": file, "title": title}))

    assert "\n" not in written
    assert "\r" not in written
    assert read(written) == Read("warning", message, {"file": file, "title": title})


def test_property_without_a_value_is_left_out() -> None:
    assert (
        str(Annotation(level="notice", message="ada", properties={"file": "", "line": ""})) == "::notice::ada"
    )


def test_commands_of_the_example_are_the_golden_ones(
    run: Run, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(example.parent)

    printed = run("check", "kota-serang-2020", "--format", "github").out

    if os.environ.get("PPID_RENEW_GOLDEN"):
        GOLDEN.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == GOLDEN.read_text(encoding="utf-8")


def test_first_contradiction_stands_at_its_row_with_its_code(
    run: Run, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(example.parent)

    ended = run("check", example, "--format", "github")

    first = next(command for command in commands(ended) if command.level == "error")
    assert ended.code == 1
    assert first.properties == {
        "file": "kota-serang-2020/pernyataan.csv",
        "line": "2",
        "title": "T101 Angka di naskah berbeda dari hasil hitung",
    }
    assert first.message.startswith(
        "Jumlah keberatan: naskah menyebut 51, tabel berjumlah 53 (selisih 2).\n→ "
    )


def test_level_with_more_than_github_shows_says_so_in_its_first_annotation(run: Run, example: Path) -> None:
    told = commands(run("check", example, "--format", "github"))

    warnings = [command for command in told if command.level == "warning"]
    assert len(warnings) == 14 + 1
    assert warnings[0].message.startswith(
        f"14 hasil pada tingkat ini. GitHub menampilkan paling banyak {MOST_SHOWN}"
    )
    assert len([command for command in told if command.level == "error"]) == 3


def test_entry_that_could_not_be_read_is_an_error_at_its_row(run: Run, tiny: Path) -> None:
    with (tiny / "permohonan.csv").open("a", encoding="utf-8") as file:
        file.write("2/2023,kemarin,perorangan,website,dikabulkan,\n")

    ended = run("check", tiny, "--format", "github")

    (unread,) = (command for command in commands(ended) if command.level == "error")
    assert ended.code == 2
    assert unread.properties["line"] == "3"
    assert '"kemarin"' in unread.message


def test_explained_finding_is_counted_and_not_annotated(run: Run, example: Path) -> None:
    (example / "penjelasan.csv").write_text(
        "kode,subjek,alasan,oleh,tanggal\nT101,objections.total,::error::palsu,PPID,2021-01-07\n",
        encoding="utf-8",
    )

    ended = run("check", example, "--format", "github")

    assert "T101" not in ended.out
    assert "palsu" not in ended.out
    assert "20 hasil pemeriksaan, 1 sudah dijelaskan, 0 isian tidak terbaca." in ended.out
