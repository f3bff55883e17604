from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Protocol

import pytest

from ppid_core.cli.given import Said
from ppid_core.cli.stream import streamed

REQUESTS = (
    "nomor,nama,tanggal,kanal,keputusan\n"
    "1,Siti Contoh,02/01/2023,website,ditolak\n"
    "2,Budi Contoh,entah,surel,dikabulkan\n"
)


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


@pytest.fixture
def requests(tmp_path: Path) -> Path:
    path = tmp_path / "permohonan.csv"
    path.write_text(REQUESTS, encoding="utf-8")
    return path


def test_figures_are_those_of_the_verb_without_it(run: Run, example: Path) -> None:
    plain, counted = (run("summary", example, "--format", "json", *more) for more in ((), ("--stream",)))

    without = {key: value for key, value in json.loads(counted.out).items() if key != "unread_rows"}
    assert without == json.loads(plain.out)
    assert (plain.code, counted.code) == (0, 0)


def test_screen_has_the_same_figures(run: Run, example: Path) -> None:
    plain, counted = run("summary", example).out, run("summary", example, "--stream").out

    assert plain.startswith(counted.rstrip())
    assert "harus diperbaiki" not in counted


def test_unread_rows_are_counted_and_copied_without_persons(run: Run, requests: Path, tmp_path: Path) -> None:
    ended = run("summary", "--stream", requests, "--year", "2023", "--unread-to", tmp_path / "sisa")

    assert ended.code == 2
    assert "belum terbaca: permohonan 1;" in ended.out
    (row,) = csv.DictReader(io.StringIO((tmp_path / "sisa/permohonan.csv").read_text("utf-8-sig")))
    assert row == {
        "nomor": "2",
        "nama": "(data pribadi)",
        "tanggal": "entah",
        "kanal": "surel",
        "keputusan": "dikabulkan",
        "baris": "3",
        "belum_terbaca": "tanggal",
    }


def test_internal_copies_hold_who_it_is_and_can_be_read_again(
    run: Run, requests: Path, tmp_path: Path
) -> None:
    aside = tmp_path / "sisa"
    run("summary", "--stream", requests, "--year", "2023", "--unread-to", aside, "--internal")
    text = (aside / "permohonan.csv").read_text("utf-8-sig")

    assert "Budi Contoh" in text
    (aside / "permohonan.csv").write_text(text.replace("entah", "3 Januari 2023"), encoding="utf-8")
    again = run("summary", "--stream", aside / "permohonan.csv", "--year", "2023", "--format", "json")
    assert json.loads(again.out)["requests"]["by_month"][0] == 1


def test_what_was_copied_is_not_overwritten(run: Run, requests: Path, tmp_path: Path) -> None:
    arguments = ("summary", "--stream", requests, "--year", "2023", "--unread-to", tmp_path / "sisa")
    run(*arguments)

    ended = run(*arguments)

    assert ended.code == 2
    assert "tidak ditimpa" in ended.err


def test_standard_input_is_requests(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(REQUESTS.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)

    ended = run("summary", "--stream", "-", "--year", "2023", "--format", "json")

    assert json.loads(ended.out)["requests"]["total"] == 2
    assert json.loads(ended.out)["unread_rows"] == {"permohonan": 1}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--internal",), "hanya dapat dipakai bersama --stream"),
        (("--stream", "--until", "2023-06"), "--until tidak dapat dipakai"),
        (("--stream", "tidak-ada.csv"), "tidak ditemukan"),
    ],
)
def test_what_does_not_belong_together_is_refused(
    run: Run, tiny: Path, arguments: tuple[str, ...], told: str
) -> None:
    ended = run("summary", tiny, *arguments)

    assert ended.code == 2
    assert told in " ".join(ended.err.split())


def test_a_folder_that_cannot_be_written_is_told(run: Run, requests: Path, tmp_path: Path) -> None:
    (tmp_path / "sisa").write_text("", encoding="utf-8")

    ended = run("summary", "--stream", requests, "--year", "2023", "--unread-to", tmp_path / "sisa")

    assert "bukan folder" in ended.err
    assert ended.code == 2


def test_how_far_it_is_stands_on_a_terminal_alone(
    requests: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def counted() -> str:
        streamed([str(requests)], "id", said=Said(year=2023), as_of=None, aside=None, internal=False)
        return capsys.readouterr().err

    assert counted() == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    told = counted()
    assert "permohonan: 2 baris" in told
    assert told.endswith("\r")
