"""How the tests of this folder get a year: from rows, or from a folder of files as a clerk keeps it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from ppid_core import Dossier, Finding
from ppid_core.plugins import Plugins, load_plugins

OURS: Plugins = load_plugins(entry_points=[])
"""Our own rules alone: what else is installed changes no test."""

REPORT = "kunci,isi\ntahun,2023\nbadan.nama,Pemerintah Kota Contoh\n"


def from_tables(
    *, year: int = 2023, keys: Mapping[str, object] | None = None, as_of: date | None = None, **tables: object
) -> Dossier:
    """Return the work of rows: each table is a list of mappings."""
    said = {"tahun": year, "badan.nama": "Pemerintah Kota Contoh", **(keys or {})}
    report = [{"kunci": key, "isi": value} for key, value in said.items()]
    return Dossier.from_rows({"laporan": report, **tables}, plugins=OURS, as_of=as_of)  # type: ignore[dict-item]


def from_files(folder: Path, *, keys: str = "", **tables: str) -> Dossier:
    """Return the work of a folder of CSV files; ``keys`` are more lines of *laporan*."""
    for name, text in {"laporan": REPORT + keys, **tables}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return Dossier.open(folder, plugins=OURS)


def parts(work: Dossier, path: str) -> Mapping[str, int]:
    """Return the categories of a breakdown that is recorded, each with its number."""
    breakdown = work.figure(path)
    assert isinstance(breakdown, Mapping)
    return breakdown


def found(work: Dossier, code: str) -> tuple[Finding, ...]:
    """Return what one rule found."""
    return tuple(finding for finding in work.findings if finding.code == code)


def messages(work: Dossier) -> Iterator[str]:
    """Yield every sentence that a clerk is told: problems, notes and findings."""
    yield from (problem.message.id for problem in work.problems)
    yield from (note.message.id for note in work.notes)
    yield from (finding.message() for finding in work.findings)
