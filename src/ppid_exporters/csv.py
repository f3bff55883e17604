"""CSV: one file for each table, for spreadsheets and for machines."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from attrs import frozen

from ppid_core.language import Lang
from ppid_core.plugins import Artifact
from ppid_core.report import Report, Table
from ppid_exporters.layout.caption import slug
from ppid_exporters.layout.cell import is_text, plain

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"''*[=+\-@\t\r]")


@frozen(kw_only=True)
class CsvExporter:
    """One CSV file for each table of the report (RFC 4180, UTF-8).

    Attributes:
        delimiter: between cells; ";" suits a spreadsheet set to Indonesian.
        bom: whether a byte order mark stands first: without it, Excel shows "√" as "âˆš".
    """

    name: str = "csv"
    label: str = "CSV (satu berkas per tabel)"
    delimiter: str = ","
    bom: bool = True

    def export(self, report: Report, /) -> Iterator[Artifact]:
        """Yield one artifact for each table, in the order of the document."""
        for table in report.tables():
            name = report.meta.stem_of_part(slug(table.key))
            yield Artifact(
                name=f"{name}.csv", media_type="text/csv", content=self.written(table, report.meta.lang)
            )

    def written(self, table: Table, lang: Lang) -> bytes:
        """Return the file of one table."""
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, delimiter=self.delimiter, lineterminator="\r\n")
        writer.writerow([guard(column.heading) for column in table.columns])
        for line in table.lines:
            cells = ((value, plain(value, lang)) for value in line)
            writer.writerow([guard(words) if is_text(value) else words for value, words in cells])
        return stream.getvalue().encode("utf-8-sig" if self.bom else "utf-8", "replace")


def guard(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula: an apostrophe goes before its sign."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """Return the text that `guard` was given."""
    return text[1:] if _GUARDED.match(text) else text
