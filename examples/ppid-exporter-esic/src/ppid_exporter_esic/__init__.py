"""The open data of Brazilian requests for information (e-SIC, today Fala.BR) for ppid-core.

A row is one request, or one appeal, that was registered in the year. A field that the register does not tell
is blank, never 0 and never a guess; a line that stands for several requests has no row. What does not fit is
told in a table of its own.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from attrs import evolve, frozen

from ppid_core import Absent, Artifact, Exporter, Report, hookimpl
from ppid_core.language import Bilingual
from ppid_core.model import YearPart
from ppid_core.report import DataPackage
from ppid_exporter_esic.layout import PLACED, TABLES, Column, Told

NO_YEAR = Bilingual(
    "Data terbuka ini hanya dibuat dari laporan lengkap satu tahun.",
    "These open data are made of the whole report of a year alone.",
)
INTERNAL = Bilingual(
    "Data terbuka ini hanya dibuat dari edisi publik.",
    "These open data are made of the public edition alone.",
)
HEADINGS = Bilingual("Jenis|Apa|Jumlah|Sebab", "Kind|What|Count|Why")
NO_ROW = Bilingual("baris tidak ditulis", "lines without a row")
BLANK = Bilingual("kolom kosong", "blank column")
NO_PLACE = Bilingual("data laporan tanpa tempat", "data of the report without a place")
NOT_ASKED = Bilingual("berkas e-SIC tidak menanyakannya", "the files of the e-SIC do not ask for it")
NOT_TOLD = Bilingual(
    "belum terjadi, tidak tercatat dalam register, atau tidak ada dalam daftar e-SIC",
    "has not happened yet, is not in the register, or is not in the lists of the e-SIC",
)
ROWS, CELLS = Bilingual("{count} baris", "{count} rows"), Bilingual("{count} sel", "{count} cells")
OF = Bilingual("{count} dari {whole}", "{count} of {whole}")
FORMULA = re.compile(r"[=+@-](?!\d+(?:[.,]\d+)?$)")
"""What a spreadsheet would run; a negative number is none."""


@frozen(kw_only=True)
class EsicExporter:
    """Requests and appeals of a year, and a table of what does not fit.

    Attributes:
        kode: how characters are encoded: as published ("utf-16"), or in UTF-8.
    """

    name: str = "esic"
    label: str = "Data terbuka e-SIC Brasil (.csv)"
    label_en: str = "Open data of the Brazilian e-SIC (.csv)"
    kode: Literal["utf-16", "utf-8"] = "utf-16"

    def why_none(self, report: Report, /) -> str:
        """Return why no file is made of a document, "" where there are files."""
        meta, scope = report.meta, None if report.summary is None else report.summary.scope
        if report.year is None or scope is None or meta.form != "full" or scope.part is not YearPart.YEAR:
            return NO_YEAR(meta.lang)
        return INTERNAL(meta.lang) if meta.edition == "internal" else ""

    def export(self, report: Report, /) -> Iterator[Artifact]:
        """Yield a file of each register that was kept, and ``esic-tidak-muat.csv``."""
        year, lang = report.year, report.meta.lang
        scope = None if report.summary is None else report.summary.scope
        if self.why_none(report) or scope is None or year is None:
            return
        told = Told.of(year, scope)
        rest: list[Line] = []
        for register, file, columns in TABLES:
            rows = getattr(year, register)
            if isinstance(rows, Absent):
                continue
            cells = [
                [column.cell(row, told) for column in columns] for row in rows if not told.why_no_row(row)
            ]
            name = report.meta.stem_of_part(f"{scope.as_of:%Y%m%d}_{file}_csv_{scope.year:04}")
            content = _csv([[column.name for column in columns], *cells], ";", self.kode)
            yield Artifact(name=f"{name}.csv", media_type="text/csv", content=content)
            rest += [*_no_row(file, rows, told), *_blank(file, columns, cells)]
        rest += _no_place(report)
        lines = [
            HEADINGS(lang).split("|"),
            *([one if isinstance(one, str) else one(lang) for one in line] for line in rest),
        ]
        name = report.meta.stem_of_part("esic-tidak-muat")
        yield Artifact(name=f"{name}.csv", media_type="text/csv", content=_csv(lines, ",", "utf-8"))


@hookimpl
def ppid_register_exporters() -> Iterable[Exporter]:
    """Return the format."""
    return [EsicExporter()]


Line = tuple[Bilingual, str, str | Bilingual, Bilingual]


def _no_row(file: str, rows: Iterable[Any], told: Told) -> Iterator[Line]:
    """Yield how much the lines stand for that have no row, by the reason."""
    counted: Counter[Bilingual] = Counter()
    for row in rows:
        why = told.why_no_row(row)
        if why is not None:
            counted[why] += row.count
    yield from ((NO_ROW, file, str(count), why) for why, count in counted.items())


def _blank(file: str, columns: Sequence[Column], cells: Sequence[Sequence[str]]) -> Iterator[Line]:
    """Yield the columns that are blank, in whole or in some rows, and why."""
    for place, column in enumerate(columns):
        blank = sum(not row[place] for row in cells)
        if blank:
            count = OF.fill(count=blank, whole=len(cells))
            yield BLANK, f"{file}.{column.name}", count, column.lack or NOT_TOLD


def _no_place(report: Report) -> Iterator[Line]:
    """Yield the tables of the report without a place, and of those that have one the columns without.

    The tables are those of the data package, which is the same in every language.
    """
    package = DataPackage.of(evolve(report, meta=evolve(report.meta, lang="id")))
    for table in () if package is None else package.tables:
        if table.name not in PLACED:
            yield NO_PLACE, table.name, ROWS.fill(count=len(table.rows)), NOT_ASKED
            continue
        for column in (one.name for one in table.columns if one.name not in PLACED[table.name]):
            filled = sum(cell != "" for cell in table.column(column))
            if filled:
                yield NO_PLACE, f"{table.name}.{column}", CELLS.fill(count=filled), NOT_ASKED


def _csv(rows: Iterable[Sequence[str]], delimiter: str, encoding: str) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([_cell(text) for text in row] for row in rows)
    if encoding == "utf-16":
        return codecs.BOM_UTF16_LE + stream.getvalue().encode("utf-16-le", "replace")
    return stream.getvalue().encode("utf-8-sig", "replace")


def _cell(text: str) -> str:
    """Return a text on one line, which no spreadsheet runs."""
    line = " ".join(text.split())
    return f"'{line}" if FORMULA.match(line) else line
