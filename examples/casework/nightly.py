"""Report a casework database each night: ``python examples/casework/nightly.py perkara.db laporan``."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from typing import Any

from ppid_core import Dossier

TABLES = {
    "laporan": "SELECT kunci, isi FROM pengaturan",
    "opd": "SELECT kode, nama, singkatan FROM opd",
    "permohonan": "SELECT * FROM laporan_permohonan",
    "keberatan": "SELECT * FROM laporan_keberatan",
}


def report(database: Any) -> Dossier:  # noqa: ANN401  a connection of sqlite3, or of psycopg as it is
    """Return the year that stands in the table *pengaturan*; places are told by the ``id`` of a row."""
    return Dossier.from_rows({table: database.execute(select) for table, select in TABLES.items()}, key="id")


def main(file: str, folder: str, *formats: str) -> None:
    """Print what has to be mended and write the report; with an unread cell it is a draft."""
    with closing(sqlite3.connect(file)) as database:  # or psycopg.connect("dbname=ppid")
        work = report(database)
    for problem in work.problems:
        print(f"{problem.source.file} {problem.source.key} {problem.source.column}: {problem.message.id}")
    for finding in work.findings:
        print(f"{finding.code} {finding.message()}")
    for written in work.write(folder, formats=formats):
        print(written)


if __name__ == "__main__":
    main(*sys.argv[1:])
