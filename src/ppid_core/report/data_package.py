"""A report as a package of data: tables that programs load, and what makes of them the year again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Self

from attrs import field, frozen

from ppid_core.intake.cells.cell import words
from ppid_core.intake.data_table import DataColumn, DataTable, Kind
from ppid_core.intake.packaged_year import DESCRIPTOR_KEY, FIGURES, PackagedYear, beside_json
from ppid_core.language import Bilingual
from ppid_core.model import Absent, ServiceYear, YearPart
from ppid_core.report.document import Report, part_of_name
from ppid_core.report.rollup.data import rollup_tables
from ppid_core.report.wire import without_personal_data
from ppid_core.rollup import Rollup
from ppid_core.rules import Checked
from ppid_core.summary import FIGURE_COLUMNS, Summary, TidyFigure, tidy_figures

_FOLDER = "data"
_MEANINGS: Mapping[str, tuple[str, Kind]] = {
    "body": ("nama badan publik", "string"),
    "year": ("tahun laporan", "integer"),
    "period": (
        "bagian tahun: year, semester_1, quarter_1, first_5 (Januari sampai Mei), dan seterusnya",
        "string",
    ),
    "measure": ("apa yang dihitung; pada rincian, keseluruhan yang dirinci", "string"),
    "dimension": ("menurut apa dirinci; kosong untuk keseluruhan", "string"),
    "category": ("bagiannya; bulan ditulis 1 sampai 12", "string"),
    "second_dimension": ("rincian kedua, bila dihitung menurut dua hal sekaligus", "string"),
    "second_category": ("bagiannya menurut rincian kedua", "string"),
    "value": ("angkanya; kosong bila tidak diketahui, dan itu bukan nol", "number"),
    "unit": ("satuan angka", "string"),
    "reason": ("sebab angkanya tidak diketahui", "string"),
}
_FOREIGN_KEYS = (
    ("keberatan", "nomor_permohonan", "permohonan", "nomor"),
    ("sengketa", "nomor_keberatan", "keberatan", "nomor"),
    ("sengketa", "nomor_permohonan", "permohonan", "nomor"),
    ("gugatan", "nomor_sengketa", "sengketa", "nomor"),
)
"""Table and column that name a row of another table by that one's column."""


@frozen(kw_only=True)
class DataLink:
    """A column whose every cell names a row of another table (*kunci tamu*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.report import DataPackage
    >>> package = DataPackage.of(Dossier.open("examples/kabupaten-contoh-2024").report())
    >>> [(link.table, link.to_table) for link in package.links][:1]
    [('keberatan', 'permohonan')]
    """

    table: str
    column: str
    to_table: str
    to_column: str


@frozen(kw_only=True)
class DataPackage:
    """The data of a whole report, to be written as files (*paket data*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.report import DataPackage
    >>> package = DataPackage.of(Dossier.open("examples/kota-serang-2020").report())
    >>> package.folder, len(package.table("keberatan").rows)
    ('data', 6)

    Attributes:
        title: of the document.
        body: name of the public body.
        homepage: its page, "" where none is known.
        year: the year that is told.
        part: the part of it.
        folder: what the folder is called in which it lies: a part of a year does not lie among the whole.
        tables: every table that is kept, each with all of its columns.
        links: which columns name rows of other tables, without exception.
        inputs: SHA-256 of each file that was read, by its path.
        beside: what no table holds, as JSON values, under its key in a descriptor.
    """

    title: str
    body: str
    homepage: str
    year: int
    part: YearPart
    folder: str
    tables: tuple[DataTable, ...]
    links: tuple[DataLink, ...]
    inputs: Mapping[str, str] = field(factory=dict)
    beside: Mapping[str, Any] = field(factory=dict)

    @classmethod
    def of(cls, report: Report) -> Self | None:
        """Return the data of a report; None of a document that has another purpose, or another language.

        A public report never holds personal data, whoever composed it.
        """
        meta = report.meta
        if cls.why_none(report) is not None:
            return None
        if report.rollup is not None:
            return cls._of_rollup(report, report.rollup)
        if report.year is None:
            return None
        told = report if meta.edition == "internal" else without_personal_data(report)
        year = told.year or report.year
        packaged = PackagedYear.of(year)
        figures = () if told.summary is None else (_figures(told.summary),)
        part = part_of_name(year.period.part)
        inputs = {} if told.checked is None else told.checked.inputs
        pictures = {name: inputs[name] for name in _pictures(year, told.checked) if name in inputs}
        beside = beside_json(packaged, edition=meta.edition, draft=meta.draft, pictures=pictures)
        return cls(
            title=meta.title,
            body=year.body.name,
            homepage=year.body.website,
            year=year.period.year,
            part=year.period.part,
            folder=f"{_FOLDER}-{part}" if part else _FOLDER,
            tables=(*figures, *packaged.tables, packaged.sources),
            links=tuple(_links(packaged.tables)),
            inputs=inputs,
            beside={DESCRIPTOR_KEY: beside},
        )

    @classmethod
    def _of_rollup(cls, report: Report, rollup: Rollup) -> Self:
        """Return the data of many bodies: tables of figures, no register of any of them."""
        return cls(
            title=report.meta.title,
            body=report.meta.body,
            homepage="",
            year=rollup.latest.year,
            part=YearPart.YEAR,
            folder=_FOLDER,
            tables=rollup_tables(rollup),
            links=(),
        )

    @staticmethod
    def why_none(report: Report) -> Bilingual | None:
        """Return why a document is no package of data; None where it is one."""
        if report.meta.form != "full":
            return _OTHER_FORM
        if report.year is None and report.rollup is None:
            return _NO_YEAR
        return None if report.meta.lang == "id" else _OTHER_LANGUAGE

    def table(self, name: str) -> DataTable:
        """Return one table.

        Raises:
            LookupError: the year keeps none of that name.
        """
        found = next((table for table in self.tables if table.name == name), None)
        if found is None:
            raise LookupError(name)
        return found


def _pictures(year: ServiceYear, checked: Checked | None) -> list[str]:
    """Return the files of pictures that a year names, without those that were found to be none."""
    pictures = year.service.pictures
    named = () if isinstance(pictures, Absent) else (picture.file for picture in pictures)
    found = () if checked is None else checked.findings
    wrong = {finding.provided for finding in found if finding.code == "D103"}
    return sorted({*named, year.body.logo} - {"", *wrong})


def _figures(summary: Summary) -> DataTable:
    return DataTable(
        name=FIGURES,
        meaning="Setiap angka laporan ini, satu baris untuk satu angka; diturunkan dari tabel lainnya",
        columns=tuple(
            DataColumn(name=name, meaning=_MEANINGS[name][0], kind=_MEANINGS[name][1])
            for name in FIGURE_COLUMNS
        ),
        rows=tuple(tuple(_cells(figure)) for figure in tidy_figures(summary)),
        is_typed=False,
    )


def _cells(figure: TidyFigure) -> Iterator[str]:
    """Yield the cells of a figure; no spreadsheet runs one as a formula."""
    for name in FIGURE_COLUMNS:
        value = getattr(figure, name)
        if value is None:
            yield ""
        elif isinstance(value, Decimal):
            yield f"{value:f}"
        else:
            yield words(value) if isinstance(value, str) else str(value)


def _links(tables: Iterable[DataTable]) -> Iterator[DataLink]:
    """Yield the links that hold: a register may name cases of earlier years, of which it has no row."""
    known = {table.name: table for table in tables}
    for table, column, to_table, to_column in _FOREIGN_KEYS:
        if table in known and to_table in known:
            named = set(known[table].column(column)) - {""}
            if named <= set(known[to_table].column(to_column)):
                yield DataLink(table=table, column=column, to_table=to_table, to_column=to_column)


_NO_YEAR = Bilingual(
    "Paket data (csv) hanya dibuat dari laporan satu tahun atau sebagiannya; dokumen ini tidak memuat data "
    "tahun itu.",
    "A data package (csv) is made of the report of a year or a part of it alone; this document holds no data "
    "of a year.",
)
_OTHER_FORM = Bilingual(
    "Paket data (csv) hanya dibuat dari laporan lengkap, tidak dari pengumuman atau surat pengantar: "
    "gunakan --form full.",
    "A data package (csv) is made of the whole report alone, not of an announcement or a letter: use "
    "--form full.",
)
_OTHER_LANGUAGE = Bilingual(
    "Paket data (csv) sama dalam setiap bahasa dan hanya ditulis bersama laporan berbahasa Indonesia: "
    "gunakan --lang id.",
    "A data package (csv) is the same in every language, and is written with the Indonesian report alone: "
    "use --lang id.",
)
