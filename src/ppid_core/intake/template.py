"""An empty report folder: every table with its headings, a guide, and a filled example."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from io import StringIO

from ppid_core.glossary.key import report_keys
from ppid_core.glossary.table import table_headings
from ppid_core.intake.example import EXAMPLE
from ppid_core.intake.folder import GUIDE
from ppid_core.intake.guide import guide

_EXAMPLE_FOLDER = "contoh"
_INSTEAD_OF_ANOTHER = frozenset({"jumlah_pemohon"})
"""Stands in place of *jumlah*, never beside it: left to the guide."""


def template(year: int | None = None) -> Mapping[str, bytes]:
    """Return the files of an empty report folder by path, ``/`` between its parts.

    Args:
        year: the year to fill in; None leaves it blank, and the folder then says that it is missing.
    """
    keys = [
        (key.name, str(year) if key.name == "tahun" and year is not None else "") for key in report_keys()
    ]
    empty = {
        f"{table.name}.csv": _csv(
            [[heading.name for heading in table.headings if heading.name not in _INSTEAD_OF_ANOTHER]]
        )
        for table in table_headings().values()
    }
    example = {f"{_EXAMPLE_FOLDER}/{name}": _file(text) for name, text in EXAMPLE.items()}
    return {**empty, "laporan.csv": _csv([("kunci", "isi"), *keys]), GUIDE: _file(guide()), **example}


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    stream = StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return _file(stream.getvalue())


def _file(text: str) -> bytes:
    """Return UTF-8 with a byte-order mark, by which spreadsheets know it, and keep ticks on saving."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")
