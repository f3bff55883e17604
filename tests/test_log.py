"""The logger `ppid_core`: what was done at the level of debug, nothing of anybody, and no handler of ours."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from ppid_core import Dossier, export, from_rows, load, summarize_files, write
from ppid_core.errors import UnknownNameError
from ppid_core.plugins import load_plugins

SERANG = "examples/kota-serang-2020"
PERSON = "Siti Contoh"


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG, logger="ppid_core")
    return caplog


def told(log: pytest.LogCaptureFixture, room: str) -> list[str]:
    return [record.getMessage() for record in log.records if record.name == f"ppid_core.{room}"]


def test_reading_tells_rows_by_table_and_what_was_not_read(log: pytest.LogCaptureFixture) -> None:
    intake = load(SERANG)

    (message,) = told(log, "reading")
    assert message.startswith("folder: rows {")
    assert f"'keberatan': {intake.read['keberatan']}" in message
    assert message.endswith(f"rejected: 0, problems: 0, notes: {len(intake.notes)}")


def test_rows_from_memory_and_rows_counted_one_by_one_are_told_too(log: pytest.LogCaptureFixture) -> None:
    from_rows({"laporan": [{"kunci": "tahun", "isi": 2023}], "permohonan": [{"keputusan": "dikabulkn"}]})
    summarize_files([SERANG])

    first, second = told(log, "reading")
    assert first == "from_rows: rows {'laporan': 1, 'permohonan': 1}, rejected: 0, problems: 1, notes: 0"
    assert second.startswith("stream: rows {")


def test_each_rule_tells_how_it_ended(log: pytest.LogCaptureFixture) -> None:
    work = Dossier.open(SERANG, plugins=load_plugins(entry_points=[]))

    checked = work.checked

    messages = told(log, "rules")
    assert len(messages) == len(checked.runs)
    assert "T101: found, findings: 1" in messages
    skipped = next(run for run in checked.runs if run.slug)
    assert f"{skipped.code}: not_applicable, findings: 0 ({skipped.slug})" in messages


def test_exporting_tells_files_and_sizes_and_what_was_written(
    log: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    work = Dossier.open(SERANG)

    (page,) = export(work.report(form="brief"), "markdown", work.plugins)
    write([page], tmp_path)
    work.write(tmp_path, formats=["json"], form="brief")

    first, second, third, _ = told(log, "export")
    assert first == f"markdown: files: 1, bytes: {len(page.content)}"
    assert second == "files written: 1, kept under another name: 0, removed: 0"
    assert third.startswith("json: files: 1, bytes: ")


def test_everything_is_told_at_debug_and_nothing_where_nobody_listens(
    log: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    load(SERANG)
    assert {record.levelno for record in log.records} == {logging.DEBUG}

    log.set_level(logging.INFO, logger="ppid_core")
    log.clear()
    load(SERANG)
    assert (log.records, capsys.readouterr()) == ([], ("", ""))


def test_no_handler_is_set_but_one_that_does_nothing(log: pytest.LogCaptureFixture) -> None:
    load(SERANG)
    load(SERANG)

    assert [type(one) for one in logging.getLogger("ppid_core").handlers] == [logging.NullHandler]
    assert log.records


def test_nothing_personal_is_told_neither_of_cells_nor_of_files(
    log: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    register = tmp_path / PERSON / f"{PERSON}.csv"
    register.parent.mkdir()
    register.write_text(
        f"Tanggal,Nama Pemohon,Informasi yang Diminta,Kanal,Status,{PERSON}\n"
        f"5 Januari 2026,{PERSON},Ringkasan {PERSON},{PERSON},{PERSON},{PERSON}\n"
        f"7 Januari 2026,{PERSON},Daftar {PERSON},{PERSON},Ditolak,\n",
        encoding="utf-8",
    )
    work = Dossier.open(register, keys={"badan.nama": PERSON})

    work.write(tmp_path / PERSON / "hasil", formats=["markdown", "json"], edition="internal")
    with pytest.raises(UnknownNameError):
        work.write(tmp_path, formats=[PERSON])

    assert work.problems
    assert {record.name for record in log.records} == {
        f"ppid_core.{one}" for one in ("reading", "rules", "export")
    }
    assert not [record.getMessage() for record in log.records if PERSON in record.getMessage()]


@pytest.mark.slow
def test_logging_is_not_loaded_for_the_sake_of_the_log() -> None:
    script = f"import sys; from ppid_core import load; load({SERANG!r}); assert 'logging' not in sys.modules"

    subprocess.run([sys.executable, "-c", script], check=True)
