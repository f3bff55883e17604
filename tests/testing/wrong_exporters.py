"""A right exporter, small enough to be read at a glance, and the same with one fault each."""

from __future__ import annotations

import csv
import io
import os
import uuid
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from attrs import evolve, field, frozen

from ppid_core.language import Lang
from ppid_core.model import Absent
from ppid_core.plugins import Artifact
from ppid_core.report import Block, Counted, Ratio, Report, Rupiah, Table, Value, text
from ppid_exporters.csv import CsvExporter
from ppid_exporters.markdown import MarkdownExporter, escape

FEW = 900


@frozen(kw_only=True)
class Right:
    """Plain text: every section, every block, cells set apart by tabs."""

    name: str = "teks"
    label: str = "Teks biasa"

    def export(self, report: Report, /) -> Iterator[Artifact]:
        yield self.file("\n".join(self.lines(report)))

    def file(self, written: str) -> Artifact:
        return Artifact(name="laporan.txt", media_type="text/plain", content=written.encode())

    def lines(self, report: Report) -> Iterator[str]:
        yield report.meta.title
        yield from report.cover.lines
        for _, section in report.walk():
            yield section.heading
            for block in section.blocks:
                yield self.block(block, report.meta.lang)

    def block(self, block: Block, lang: Lang) -> str:
        return self.table(block, lang) if isinstance(block, Table) else block.plain(lang)

    def table(self, table: Table, lang: Lang) -> str:
        lines = [[column.title for column in table.columns], *self.rows(table, lang)]
        return "\n".join((table.caption, *map("\t".join, lines), *table.notes))

    def rows(self, table: Table, lang: Lang) -> list[list[str]]:
        return [[self.cell(value, lang) for value in line] for line in table.lines]

    def cell(self, value: Value, lang: Lang) -> str:
        return text(value, lang)


class WithoutLabel:
    name = "tanpa-label"
    export = Right().export


@frozen(kw_only=True)
class NamedWithSpaces(Right):
    name: str = "Teks Biasa"


@frozen(kw_only=True)
class WritesCharacters(Right):
    def file(self, written: str) -> Artifact:
        return Artifact(name="laporan.txt", media_type="text/plain", content=written)  # type: ignore[arg-type]  # wrong on purpose


@frozen(kw_only=True)
class NamesAFolder(Right):
    def file(self, written: str) -> Artifact:
        return evolve(super().file(written), name="hasil/laporan.txt")


@frozen(kw_only=True)
class NamesDifferInCase(Right):
    def export(self, report: Report, /) -> Iterator[Artifact]:
        yield from super().export(report)
        yield Artifact(name="Laporan.TXT", media_type="text/plain", content=b"lagi")


@frozen(kw_only=True)
class ExtensionForMediaType(Right):
    def file(self, written: str) -> Artifact:
        return evolve(super().file(written), media_type="txt")


@frozen(kw_only=True)
class StampsARandomIdentifier(Right):
    def lines(self, report: Report) -> Iterator[str]:
        yield str(uuid.uuid4())
        yield from super().lines(report)


@frozen(kw_only=True)
class PrintsToday(Right):
    def lines(self, report: Report) -> Iterator[str]:
        yield date.today().isoformat()  # noqa: DTZ011  the fault
        yield from super().lines(report)


@frozen(kw_only=True)
class OrderOfASet(Right):
    def lines(self, report: Report) -> Iterator[str]:
        yield ", ".join({section.key for _, section in report.walk()})
        yield from super().lines(report)


@frozen(kw_only=True)
class SignsWithTheUser(Right):
    def lines(self, report: Report) -> Iterator[str]:
        yield os.environ.get("USER", "")
        yield from super().lines(report)


@frozen(kw_only=True)
class HoldsAFunction(Right):
    style: Callable[[str], str] = field(default=lambda words: words)


@frozen(kw_only=True)
class ChangesTheReport(Right):
    def lines(self, report: Report) -> Iterator[str]:
        if report.checked is not None:
            inputs: dict[str, str] = report.checked.inputs  # type: ignore[assignment]  # wrong on purpose
            inputs["laporan.txt"] = self.name
        yield from super().lines(report)


@frozen(kw_only=True)
class CountsWithoutAsking(Right):
    def lines(self, report: Report) -> Iterator[str]:
        if report.year is not None:
            yield str(len(report.year.requests))  # type: ignore[arg-type]  # wrong on purpose
        yield from super().lines(report)


@frozen(kw_only=True)
class LeavesOutTheRollup(Right):
    def export(self, report: Report, /) -> Iterator[Artifact]:
        if report.rollup is None:
            yield from super().export(report)


class NeedsARow(Right):
    def table(self, table: Table, lang: Lang) -> str:
        width = max(len(row) for row in table.rows)
        return f"{super().table(table, lang)}\n{'-' * width}"


@frozen(kw_only=True)
class SkipsEmptyTables(Right):
    def table(self, table: Table, lang: Lang) -> str:
        return super().table(table, lang) if table.rows else ""


@frozen(kw_only=True)
class AbsentIsZero(Right):
    def cell(self, value: Value, lang: Lang) -> str:
        return "0" if isinstance(value, Absent) else super().cell(value, lang)


@frozen(kw_only=True)
class AbsentIsADash(Right):
    def cell(self, value: Value, lang: Lang) -> str:
        return "–" if isinstance(value, Absent) else super().cell(value, lang)


@frozen(kw_only=True)
class KnowsOneEdition(Right):
    def lines(self, report: Report) -> Iterator[str]:
        yield {"public": "Edisi publik"}[report.meta.edition]
        yield from super().lines(report)


@frozen(kw_only=True)
class ForgetsTheLanguage(Right):
    def cell(self, value: Value, lang: Lang) -> str:
        return super().cell(value, "id" if isinstance(value, int) else lang)


@frozen(kw_only=True)
class DropsUnknownBlocks(Right):
    def block(self, block: Block, lang: Lang) -> str:
        return super().block(block, lang) if isinstance(block, Block) else ""


@frozen(kw_only=True)
class UnknownBlocksInIndonesian(Right):
    def block(self, block: Block, lang: Lang) -> str:
        return super().block(block, lang if isinstance(block, Block) else "id")


@frozen(kw_only=True)
class CountsAreFloats(Right):
    def cell(self, value: Value, lang: Lang) -> str:
        number = value.number if isinstance(value, Counted) else value
        whole = isinstance(number, int) and not isinstance(value, bool)
        return text(int(float(number)), lang) if whole else super().cell(value, lang)  # type: ignore[arg-type]  # wrong on purpose


@frozen(kw_only=True)
class SharesAreFloats(Right):
    def cell(self, value: Value, lang: Lang) -> str:
        is_share = isinstance(value, Ratio) and value.whole
        return str(float(value.part) / float(value.whole)) if is_share else super().cell(value, lang)  # type: ignore[union-attr]  # wrong on purpose


@frozen(kw_only=True)
class RoundsMoney(Right):
    def cell(self, value: Value, lang: Lang) -> str:
        return super().cell(
            Rupiah(Decimal(round(value.amount))) if isinstance(value, Rupiah) else value, lang
        )


@frozen(kw_only=True)
class CutsLongTables(Right):
    def rows(self, table: Table, lang: Lang) -> list[list[str]]:
        return super().rows(table, lang)[:FEW]


@frozen(kw_only=True)
class WritesQuestionMarks(Right):
    def file(self, written: str) -> Artifact:
        return Artifact(
            name="laporan.txt", media_type="text/plain", content=written.encode("cp1252", "replace")
        )


@frozen(kw_only=True)
class UnguardedCells(Right):
    """CSV whose text may begin a formula."""

    name: str = "sel"

    def export(self, report: Report, /) -> Iterator[Artifact]:
        for table in report.tables():
            stream = io.StringIO(newline="")
            heading = [self.guard(column.title) for column in table.columns]
            csv.writer(stream).writerows([heading, *self.rows(table, report.meta.lang)])
            content = stream.getvalue().encode()
            yield Artifact(name=f"{table.key}.csv", media_type="text/csv", content=content)

    def guard(self, words: str) -> str:
        return words


@frozen(kw_only=True)
class GuardedNumbers(UnguardedCells):
    """CSV whose guard makes text of negative numbers."""

    def guard(self, words: str) -> str:
        return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words

    def cell(self, value: Value, lang: Lang) -> str:
        return self.guard(super().cell(value, lang))


@frozen(kw_only=True)
class UnescapedPage(Right):
    """HTML that trusts what was typed."""

    name: str = "laman"

    def file(self, written: str) -> Artifact:
        page = f"<!doctype html><title>Laporan</title><pre>{written}</pre>"
        return Artifact(name="laporan.html", media_type="text/html", content=page.encode())


@frozen(kw_only=True)
class UnescapedPipes(Right):
    """Markdown whose tables break where somebody typed a pipe."""

    def file(self, written: str) -> Artifact:
        return Artifact(name="laporan.md", media_type="text/markdown", content=written.encode())

    def lines(self, report: Report) -> Iterator[str]:
        return (line if line.startswith("\n|") else escape(line) for line in super().lines(report))

    def table(self, table: Table, lang: Lang) -> str:
        rows = [[column.title for column in table.columns], *self.rows(table, lang)]
        lines = [f"| {' | '.join(map(self.unescaped, row))} |" for row in rows]
        return "\n".join(("", lines[0], "|---" * len(table.columns) + "|", *lines[1:], ""))

    def unescaped(self, words: str) -> str:
        return escape(words).replace("\\|", "|")


@frozen(kw_only=True)
class NeedsATemplate(Right):
    template: str


@frozen(kw_only=True)
class DropsTheAnnex(CsvExporter):
    """CSV without the table of all figures."""

    def export(self, report: Report, /) -> Iterator[Artifact]:
        return (file for file in super().export(report) if file.name != "angka.csv")


@frozen(kw_only=True)
class WrongTotal(MarkdownExporter):
    """A text in which one figure is another: 3 requests became 4."""

    def export(self, report: Report, /) -> Iterator[Artifact]:
        for file in super().export(report):
            yield evolve(file, content=file.content.replace(b" 3 (tiga) ", b" 4 (empat) "))
