"""Must be seen, 5: persons marked in every column of every table stand in no public file and no message.

Not marked is what the public edition keeps on purpose: *laporan*, agencies (*opd*, *unit* of the DIP),
officials (*nama_atasan*, *oleh*, *penanggung_jawab* of the DIP) and codes. Numbers of registers bear
names, no identity numbers.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from ppid_core import Dossier, compose_findings, export
from ppid_core.cli.command import ppid
from ppid_core.intake.cells import line, prose
from ppid_core.intake.files.example import EXAMPLE
from ppid_core.intake.tables import TABLES
from ppid_core.intake.tables.spec import TableColumn, TableSpec
from ppid_core.language import Lang
from ppid_core.plugins import Artifact, Plugins, load_plugins
from ppid_core.report import Form

pytestmark = pytest.mark.slow

PERSONAL_NAME = "Sukarno Wijayakusuma"
PERSONAL_NIK = "3673014503900001"
PERSONAL_MARKS: Mapping[str, str] = {
    "name": PERSONAL_NAME,
    "nik": PERSONAL_NIK,
    "phone": "081299887766",
    "mail": "s.wijayakusuma@surat.example",
    "landline": "0254-771199",
    "address": "Jl. Kenanga No. 17 RT 04",
}
PERSONAL_TOLD = "oleh {name} (NIK {nik}, {phone}, {mail}), telp {landline}, {address}".format(
    **PERSONAL_MARKS
)
PERSONAL_CELLS = {
    "nama": PERSONAL_NAME,
    "alamat": PERSONAL_MARKS["address"],
    "kontak": "{phone} / {mail} / {landline}".format(**PERSONAL_MARKS),
}
PERSONAL_LEFT = frozenset({"laporan", "opd", "peta", "ketersediaan"})
PERSONAL_KEPT = frozenset(
    {"opd", "unit", "nama_atasan", "jabatan_atasan", "oleh", "penanggung_jawab", "kode", "subjek", "bagian"}
)
PERSONAL_NUMBER = re.compile(r"nomor|permohonan_lalu")
PERSONAL_FORMATS = ("html", "markdown", "csv", "json", "docx", "pdf", "xlsx")
PERSONAL_FORMS: tuple[tuple[Form, Lang, tuple[str, ...]], ...] = (
    ("full", "id", PERSONAL_FORMATS),
    ("full", "en", ("markdown", "json", "xlsx")),
    ("brief", "id", ("html", "docx", "json", "pdf")),
    ("letter", "id", ("html", "docx", "json", "pdf")),
)
PERSONAL_SPECS: Mapping[str, TableSpec[Any]] = {spec.name: spec for spec in TABLES}


def personal_in_words(column: TableColumn[Any], typed: str) -> str:
    """Return a cell with persons added to its words; a cell of another kind as it was."""
    if column.private:
        return PERSONAL_CELLS.get(column.name, PERSONAL_NIK)
    if column.name in PERSONAL_KEPT or column.read not in {line, prose}:
        return typed
    if PERSONAL_NUMBER.match(column.name):
        return f"{typed}/{PERSONAL_NAME}"
    return f"{typed} {PERSONAL_TOLD}".strip()


def personal_in_every_cell(column: TableColumn[Any], typed: str) -> str:
    """Return persons instead of what a cell holds, whatever its kind."""
    if column.private:
        return PERSONAL_CELLS.get(column.name, PERSONAL_NIK)
    if column.name in PERSONAL_KEPT:
        return typed
    return PERSONAL_NAME if PERSONAL_NUMBER.match(column.name) else PERSONAL_TOLD


def personal_folder(folder: Path, mark: Callable[[TableColumn[Any], str], str]) -> Path:
    """Write the filled example of every table, marked; every column of the table stands in it."""
    for name, text in EXAMPLE.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(personal_file(name, text, mark), encoding="utf-8")
    return folder


def personal_file(name: str, text: str, mark: Callable[[TableColumn[Any], str], str]) -> str:
    """Return one file of the example, marked."""
    table = name.removesuffix(".csv")
    if table == name:
        return f"{text}\n{PERSONAL_TOLD}\n"
    is_marked = table in PERSONAL_SPECS and table not in PERSONAL_LEFT
    return personal_table(PERSONAL_SPECS[table], text, mark) if is_marked else text


def personal_table(spec: TableSpec[Any], text: str, mark: Callable[[TableColumn[Any], str], str]) -> str:
    """Return a table with its cells marked."""
    heading, *rows = csv.reader(io.StringIO(text))
    exclusive = {column.name for column in spec.exclusive} - set(heading)
    columns = [column for column in spec.columns if column.name not in exclusive]
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([column.name for column in columns])
    for row in rows:
        typed = dict(zip(heading, row, strict=False))
        writer.writerow([mark(column, typed.get(column.name, "")) for column in columns])
    return written.getvalue()


def personal_texts(artifact: Artifact) -> Iterator[str]:
    """Yield everything that a file holds: itself, its parts, its metadata, what is attached, its words."""
    yield artifact.name
    yield from personal_parts(artifact.content)
    if artifact.name.endswith(".pdf"):
        reader = PdfReader(io.BytesIO(artifact.content))
        yield repr(reader.metadata)
        yield personal_pages(artifact.content, reader)
        for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1):
            found = reader.get_object(number)
            yield repr(found)
            if isinstance(found, StreamObject):
                yield from personal_parts(found.get_data())


def personal_pages(content: bytes, reader: PdfReader) -> str:
    """Return the words on the pages, by poppler where it is installed: pypdf takes far longer."""
    if program := shutil.which("pdftotext"):
        command = [program, "-raw", "-", "-"]
        return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()
    return "\n".join(page.extract_text() for page in reader.pages)


def personal_parts(content: bytes) -> Iterator[str]:
    """Yield the text of a file, and of every part of an archive."""
    yield content.decode("utf-8", "replace")
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for part in archive.infolist():
                yield part.filename + part.comment.decode("utf-8", "replace")
                yield from personal_parts(archive.read(part))


def personal_left_in(texts: Iterable[str]) -> set[str]:
    """Return which marks stand in the texts, wherever lines and words are broken."""
    whole = "\n".join(re.sub(r"[\s\u00ad\u200b]+|<[^<>]*>", "", text).casefold() for text in texts)
    shown = (f"{name}: {mark}" for name, mark in PERSONAL_MARKS.items() if personal_bare(mark) in whole)
    return set(shown)


def personal_bare(mark: str) -> str:
    return re.sub(r"\s+", "", mark).casefold()


@pytest.fixture(scope="module")
def personal_plugins() -> Plugins:
    """Everything that is built in."""
    return load_plugins()


@pytest.fixture(
    scope="module", params=[personal_in_words, personal_in_every_cell], ids=lambda way: way.__name__
)
def personal_work(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Dossier]:
    """The marked folder, and its work."""
    folder = personal_folder(tmp_path_factory.mktemp("laporan"), request.param)
    return folder, Dossier.open(folder)


def test_marks_are_read_and_are_in_the_internal_edition(
    personal_work: tuple[Path, Dossier], personal_plugins: Plugins
) -> None:
    _, work = personal_work
    report = work.report(edition="internal")

    texts = [text for file in export(report, "json", personal_plugins) for text in personal_texts(file)]

    assert len(personal_left_in(texts)) == len(PERSONAL_MARKS)


@pytest.mark.parametrize(("form", "lang", "formats"), PERSONAL_FORMS)
def test_no_public_file_holds_a_person(
    personal_work: tuple[Path, Dossier],
    personal_plugins: Plugins,
    form: Form,
    lang: Lang,
    formats: tuple[str, ...],
) -> None:
    _, work = personal_work
    report = work.report(form=form, lang=lang)

    for name in formats:
        texts = [text for file in export(report, name, personal_plugins) for text in personal_texts(file)]
        assert not personal_left_in(texts), name


def test_sheet_of_findings_holds_no_person(
    personal_work: tuple[Path, Dossier], personal_plugins: Plugins
) -> None:
    _, work = personal_work
    sheet = compose_findings(work.intake, work.checked)

    for name in PERSONAL_FORMATS:
        texts = [text for file in export(sheet, name, personal_plugins) for text in personal_texts(file)]
        assert not personal_left_in(texts), name


def test_no_problem_note_or_finding_holds_a_person(personal_work: tuple[Path, Dossier]) -> None:
    _, work = personal_work

    assert work.findings
    assert not personal_left_in([repr(work.problems), repr(work.notes), repr(work.checked)])
    assert not personal_left_in(finding.message(lang) for finding in work.findings for lang in ("id", "en"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "--rinci", "--lang", "en"),
        ("check", "--format", "json"),
        ("check", "--format", "sarif"),
        ("check", "--format", "github"),
        ("summary",),
        ("summary", "--format", "json"),
    ],
    ids=" ".join,
)
def test_command_tells_of_no_person(
    personal_work: tuple[Path, Dossier], capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    verb, *options = arguments
    folder, _ = personal_work

    with pytest.raises(SystemExit):
        ppid.main([verb, str(folder), *options], prog_name="ppid")

    printed = capsys.readouterr()
    assert printed.out
    assert not personal_left_in([printed.out, printed.err])


def test_report_that_the_command_writes_holds_no_person(
    personal_work: tuple[Path, Dossier], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, _ = personal_work

    with pytest.raises(SystemExit):
        ppid.main(
            ["report", str(folder), "-o", str(tmp_path / "hasil"), "--to", "html,json,csv", "--draft"],
            prog_name="ppid",
        )

    printed = capsys.readouterr()
    files = [path for path in (tmp_path / "hasil").rglob("*") if path.is_file()]
    assert files
    texts = [text for path in files for text in (str(path), *personal_parts(path.read_bytes()))]
    assert not personal_left_in([*texts, printed.out, printed.err])
