"""Registers too long to print: the document says how many rows there are and carries them as files."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from attrs import Attribute, Factory, evolve, field, frozen

from ppid_core.errors import OptionError
from ppid_core.language import Bilingual
from ppid_core.plugins import Artifact, Exporter
from ppid_core.report import Block, Column, Counted, Paragraph, Report, Section, Table, running, text
from ppid_exporters.layout.caption import slug
from ppid_exporters.layout.table_file import table_file

USUAL_ROWS = "300"
"""Rows of a register up to which it is printed: some twenty pages."""
_ALL = ("semua", "all")


def most_rows(typed: str) -> int | None:
    """Return how many rows of a register are printed at most, "300" or "semua"; None for any number.

    Raises:
        OptionError: it is neither.
    """
    word = typed.strip().casefold()
    if word in _ALL:
        return None
    if not (word.isascii() and word.isdigit()):
        raise OptionError(_NO_ROWS.fill(option="baris", typed=typed))
    return int(word)


def _validated(exporter: Exporter, option: Attribute[str], typed: str) -> None:
    try:
        most_rows(typed)
    except OptionError:
        raise OptionError(_NO_ROWS.fill(option=f"{exporter.name}.{option.name}", typed=typed)) from None


def rows_option() -> Any:  # noqa: ANN401  a field of attrs, typed as what it holds
    """Return the option ``baris`` of a printed format: how many rows of a register are printed at most."""
    return field(default=USUAL_ROWS, validator=_validated)


@frozen(kw_only=True)
class Detached:
    """A document without its long registers.

    Attributes:
        report: the document; in place of each of them it says what there is.
        files: the registers, to lie beside it, and inside it where the format can carry files.
    """

    report: Report
    files: tuple[Artifact, ...] = ()

    @classmethod
    def of(cls, report: Report, rows: str, format_name: str, *, are_inside: bool) -> Detached:
        """Take the registers of more ``rows`` out of ``report``; of other tables nothing is taken.

        Args:
            report: the document.
            rows: how many are printed at most, as the option says it.
            format_name: of the document: the same register may lie beside another one, too.
            are_inside: whether the document carries the files.
        """
        most = most_rows(rows)
        if most is None or not any(_is_long(table, most) for table in report.tables()):
            return cls(report=report)
        carried = _INSIDE if are_inside else _BESIDE
        desk = _Desk(report=report, most=most, format_name=format_name, carried=carried)
        sections = tuple(map(desk.section, report.sections))
        return cls(report=evolve(report, sections=sections), files=tuple(desk.files))

    @property
    def note(self) -> str:
        """What people should know: which registers are no pages but files; "" where there are none."""
        names = ", ".join(file.name for file in self.files)
        return _TOLD(self.report.meta.lang).format(names=names) if names else ""


def _is_long(block: Block, most: int) -> bool:
    return isinstance(block, Table) and block.is_register and len(block.rows) > most


@frozen(kw_only=True)
class _Desk:
    report: Report
    most: int
    format_name: str
    carried: Bilingual
    files: list[Artifact] = Factory(list)

    def section(self, section: Section) -> Section:
        return evolve(
            section,
            blocks=tuple(one for block in section.blocks for one in self.blocks(block)),
            sections=tuple(map(self.section, section.sections)),
        )

    def blocks(self, block: Block) -> Iterator[Block]:
        """Yield a block; of a long register how many rows it has, where they are, and its columns."""
        if not (isinstance(block, Table) and _is_long(block, self.most)):
            yield block
            return
        lang = self.report.meta.lang
        file = self.file(block)
        self.files.append(file)
        count, most = running(Counted(len(block.rows)), lang), text(Counted(self.most), lang)
        yield Paragraph(content=(self.carried(lang).format(count=count, most=most, name=file.name),))
        digest = _DIGEST(lang).format(name=file.name, digest=sha256(file.content).hexdigest())
        yield evolve(
            block,
            columns=(
                Column(key="column", title=_COLUMN(lang)),
                Column(key="filled", title=_FILLED(lang)),
            ),
            rows=tuple(
                (column.heading, Counted(sum(row[at] != "" for row in block.rows)))
                for at, column in enumerate(block.columns)
            ),
            total=None,
            wide=False,
            notes=(*block.notes, digest),
            is_register=False,
        )

    def file(self, table: Table) -> Artifact:
        meta = self.report.meta
        name = meta.stem_of_part(f"{slug(table.key)}-{self.format_name}")
        return Artifact(name=f"{name}.csv", media_type="text/csv", content=table_file(table, meta.lang))


_INSIDE = Bilingual(
    "Register ini terdiri atas {count} baris, melebihi batas cetak {most} baris. Seluruh barisnya terlampir "
    "di dalam dokumen ini sebagai berkas {name}; berkas yang sama menyertai dokumen ini. Tabel berikut "
    "memuat kolomnya dan banyaknya baris yang mengisinya.",
    "This register has {count} rows, more than the {most} that are printed. All of them are attached to this "
    "document as the file {name}, which also comes beside it. The table below names its columns and how many "
    "rows fill each.",
)
_BESIDE = Bilingual(
    "Register ini terdiri atas {count} baris, melebihi batas cetak {most} baris. Seluruh barisnya dimuat "
    "dalam berkas {name} yang menyertai dokumen ini. Tabel berikut memuat kolomnya dan banyaknya baris yang "
    "mengisinya.",
    "This register has {count} rows, more than the {most} that are printed. All of them are in the file "
    "{name} that comes with this document. The table below names its columns and how many rows fill each.",
)
_COLUMN = Bilingual("Kolom", "Column")
_FILLED = Bilingual("Terisi (baris)", "Filled (rows)")
_DIGEST = Bilingual("SHA-256 {name}: {digest}", "SHA-256 of {name}: {digest}")
_TOLD = Bilingual(
    "Register yang panjang tidak dicetak, tetapi dimuat dalam berkas: {names}. Pilihan baris=semua "
    "mencetaknya.",
    "Long registers are not printed; they are in files: {names}. The option baris=semua prints them.",
)
_NO_ROWS = Bilingual(
    'Pilihan {option}: "{typed}" bukan banyaknya baris. Tulis, misalnya, 300, atau semua.',
    'The option {option}: "{typed}" is no number of rows. Write 300, or semua for all.',
)
