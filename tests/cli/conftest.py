from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from ppid_core.cli.command import ppid
from ppid_core.plugins import Exporter, hookimpl
from ppid_exporters import hooks

EXAMPLE = Path(__file__).parents[2] / "examples" / "kota-serang-2020"


@frozen(kw_only=True)
class Ended:
    """How a command ended, and what it printed."""

    code: object
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ended]:
    """Return the command, run in this process; whatever it raises besides its end fails the test."""
    monkeypatch.delenv("PPID_LANG", raising=False)

    def ran(*arguments: str | Path) -> Ended:
        with pytest.raises(SystemExit) as end:
            ppid.main([str(argument) for argument in arguments], prog_name="ppid")
        printed = capsys.readouterr()
        return Ended(code=end.value.code, out=printed.out, err=printed.err)

    return ran


@pytest.fixture
def on_console(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[object, str, str]]:
    """Return the command on a console of an encoding: how it ends, what it prints, and what beside that."""
    monkeypatch.delenv("PPID_LANG", raising=False)

    def ran(encoding: str, *arguments: str | Path) -> tuple[object, str, str]:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _ in range(2))
        with monkeypatch.context() as streams:
            streams.setattr(sys, "stdout", out)
            streams.setattr(sys, "stderr", err)
            with pytest.raises(SystemExit) as end:
                ppid.main([str(argument) for argument in arguments], prog_name="ppid")
        told, beside = (_written(stream).decode(encoding) for stream in (out, err))
        return end.value.code, told, beside

    return ran


def _written(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    written = stream.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue()


@pytest.fixture
def ours_are(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what brings of our formats only those of some names: to draw and set pages takes two seconds."""

    def bring(*names: str) -> None:
        ours = [one for one in hooks.ppid_register_exporters() if one.name in names]

        @hookimpl
        def ppid_register_exporters() -> list[Exporter]:
            return ours

        monkeypatch.setattr(hooks, "ppid_register_exporters", ppid_register_exporters)

    return bring


@pytest.fixture
def light(ours_are: Callable[..., None]) -> tuple[str, ...]:
    """Bring of our formats only those that are made in this process; return their names.

    For what a command does with formats, whichever they are.
    """
    every = hooks.ppid_register_exporters()
    names = tuple(one.name for one in every if not getattr(one, "may_end_process", False))
    ours_are(*names)
    return names


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Return a copy of the real report that a test may write into."""
    ignored = shutil.ignore_patterns("hasil")
    return Path(shutil.copytree(EXAMPLE, tmp_path / "kota-serang-2020", ignore=ignored))


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Return a folder with one quiet request: nothing in it contradicts itself."""
    folder = tmp_path / "laporan-2023"
    folder.mkdir()
    (folder / "laporan.csv").write_text(
        "kunci,isi\ntahun,2023\nbadan.nama,Pemerintah Kabupaten Contoh\n", encoding="utf-8"
    )
    (folder / "permohonan.csv").write_text(
        "nomor,tanggal,pemohon,kanal,keputusan,tanggal_pemberitahuan\n"
        "1/2023,2023-02-13,perorangan,website,dikabulkan,2023-02-17\n",
        encoding="utf-8",
    )
    return folder
