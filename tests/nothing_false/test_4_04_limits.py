"""Part 4, line 4: what is too much is told in a sentence, and costs neither memory nor time without bound."""

from __future__ import annotations

import ast
import errno
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from tests.conftest import Site
from tests.nothing_false.work import from_files

from ppid_core.cli.command import ppid
from ppid_core.intake.carried import attachment, html, pdf
from ppid_core.intake.cells import CellError

ROOT = Path(__file__).parents[2]
MEGABYTE = 2**20
DATA = b'{"laporan": {"tahun": 2020}}'


def most_memory(work: Callable[[], object]) -> int:
    """Return the memory that Python takes for some work at its height, in bytes."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "part",
    ["<p>x</p>", "<p a=b c ", "< ", "&a ", """<p =" =' """, "<!-- ", "<style> ", "teks "],
    ids=["tags", "attributes", "brackets", "entities", "quotes", "comments", "styles", "text"],
)
def test_a_page_of_anything_takes_little_more_memory_than_it_is_long(part: str) -> None:
    whole = f"<p>ppid-data</p>{part * (2 * MEGABYTE // len(part))}".encode()

    def work() -> None:
        with pytest.raises(CellError, match="no data"):
            html.data_in(whole)

    assert most_memory(work) < 4 * len(whole)


@pytest.mark.parametrize(
    "tag",
    [
        "<script id=ppid-data>",
        "<SCRIPT ID='ppid-data' TYPE=application/json>",
        '<script\ntype="a>b" id="ppid-data">',
        '<script id = "ppid-data" >',
    ],
)
def test_a_page_that_another_program_saved_is_read_all_the_same(tag: str) -> None:
    around = b"<!doctype html><p title='<script id=ppid-data>'><!-- <script id=ppid-data> --><br/>3 < 4"

    assert html.data_in(around + tag.encode() + DATA + b"</script ><p>") == DATA


def paper(**attached: bytes) -> PdfWriter:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for data in attached.values():
        writer.add_attachment("laporan.json", data)
    return writer


def written(writer: PdfWriter) -> bytes:
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def test_a_pdf_is_read_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(attachment, "data_in", refused)

    assert pdf.data_in(written(paper(one=DATA))) == DATA


def test_a_pdf_that_takes_too_long_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_SECONDS", 0.001)

    with pytest.raises(CellError, match="more time or memory than is allowed"):
        pdf.data_in(written(paper(one=DATA)))


@pytest.mark.parametrize("code", [attachment.COSTLY, -9, -24])
def test_a_process_that_ran_out_of_memory_or_time_is_told_as_such(
    code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object, **__: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess([], code, b"", b"")

    monkeypatch.setattr(subprocess, "run", ended)

    with pytest.raises(CellError, match="more time or memory than is allowed"):
        pdf.data_in(written(paper(one=DATA)))


@pytest.mark.skipif(sys.platform != "linux", reason="a process bounds itself on Linux only")
def test_the_process_that_reads_a_pdf_bounds_its_memory_and_its_time() -> None:
    asked = (
        "import resource; from ppid_core.intake.carried.attachment import bound; bound(); "
        "print(*resource.getrlimit(resource.RLIMIT_AS), *resource.getrlimit(resource.RLIMIT_CPU))"
    )
    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)

    memory, seconds = attachment.MOST_MEMORY, attachment.MOST_SECONDS
    assert done.stdout.split() == [str(memory), str(memory), str(seconds), str(seconds)]


@pytest.mark.parametrize("interpreter", ["", "/tidak/ada/python"])
def test_where_no_process_can_start_a_pdf_is_refused_with_that_reason(
    interpreter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", interpreter)

    with pytest.raises(CellError, match="none can be started here"):
        pdf.data_in(written(paper(one=DATA)))


def test_the_folder_that_a_command_is_called_in_lends_no_module_to_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pypdf.py").write_text("raise SystemExit(0)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert pdf.data_in(written(paper(one=DATA))) == DATA


def imports() -> Iterator[str]:
    for file in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module or ""


def test_no_module_of_ours_could_open_a_connection_as_is_promised() -> None:
    networked = {"socket", "ssl", "http", "ftplib", "smtplib", "asyncio", "requests", "httpx", "urllib3"}

    assert not {name for name in imports() if name.partition(".")[0] in networked or name == "urllib.request"}


def test_no_page_promises_a_sandbox() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    said = {page.name: page.read_text("utf-8").casefold() for page in pages}

    assert {name for name, text in said.items() if "sandbox" in text} <= {
        "README.md",
        "SECURITY.md",
        "plugins.md",
        "CHANGELOG.md",
    }
    assert "there is no sandbox for plugins" in said["SECURITY.md"]
    assert "there is no sandbox" in said["plugins.md"]
    assert all("object.__setattr__" in said[name] for name in ("SECURITY.md", "plugins.md"))


@pytest.fixture
def told_by(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[object, str]]:
    """Return the command: its code, and what it told beside its result, on one line."""
    monkeypatch.delenv("PPID_LANG", raising=False)

    def run(*arguments: str | Path) -> tuple[object, str]:
        with pytest.raises(SystemExit) as end:
            ppid.main([str(argument) for argument in arguments], prog_name="ppid")
        return end.value.code, " ".join(capsys.readouterr().err.split())

    return run


REASONS = {
    errno.ENOSPC: "ruang penyimpanan penuh. Kosongkan sebagian, lalu jalankan lagi",
    errno.EROFS: "folder itu tertutup untuk ditulis. Periksa hak aksesnya, atau pilih folder lain dengan -o",
    errno.EACCES: "folder itu tertutup untuk ditulis. Periksa hak aksesnya, atau pilih folder lain dengan -o",
}


@pytest.mark.parametrize("number", REASONS)
def test_a_full_disk_or_a_closed_folder_is_one_sentence_said_once(
    told_by: Callable[..., tuple[object, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise OSError(number, os.strerror(number), str(tmp_path / "hasil"))

    from_files(tmp_path)
    monkeypatch.setattr("ppid_core.plugins.writer.mkdtemp", refuse)

    code, told = told_by("report", tmp_path, "--to", "html,markdown,json,csv", "--draft")

    sentence = f'Tidak dapat menulis ke folder "{tmp_path / "hasil"}": {REASONS[number]}.'
    assert (code, told) == (3, f"{sentence} Berkas lama tidak berubah.")


def test_a_rule_of_a_plugin_that_failed_is_told_by_the_report_too(
    told_by: Callable[..., tuple[object, str]], site: Site, tmp_path: Path
) -> None:
    site.install("ppid-rules-patah", aturan_patah=BROKEN_RULE)
    from_files(tmp_path, permohonan="bulan,jumlah\nMei,3\n")

    code, told = told_by("report", tmp_path, "--to", "markdown")
    strict, _ = told_by("report", tmp_path, "--to", "markdown", "--strict-plugins")

    assert "Aturan PTH101 gagal dijalankan (" in told
    assert "yang dicarinya belum diperiksa." in told
    assert (code, strict) == (0, 3)


BROKEN_RULE = """
from ppid_core.language import Bilingual
from ppid_core.plugins import hookimpl
from ppid_core.rules import Rule, Severity

def check(evidence):
    raise ZeroDivisionError("patah")
    yield

@hookimpl
def ppid_register_rules():
    words = Bilingual("Patah", "Broken")
    return [
        Rule(
            code="PTH101", severity=Severity.INFO, title=words, message=words, mend=words, explanation=words,
            where=words, example=words, check=check,
        )
    ]
"""
