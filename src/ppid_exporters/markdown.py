"""Markdown: the document as text that can be read anywhere and compared line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import frozen

from ppid_core.language import Bilingual, Lang
from ppid_core.model import CellState
from ppid_core.plugins import Artifact
from ppid_core.report import (
    Block,
    Chart,
    Contents,
    Items,
    Notice,
    Paragraph,
    Picture,
    Report,
    Signature,
    Table,
    Value,
    sentence,
    text,
)
from ppid_exporters.layout.caption import Caption, Captions, anchor, is_listed
from ppid_exporters.layout.cell import is_numeric
from ppid_exporters.layout.character import one_line, printable
from ppid_exporters.layout.grid import is_bare
from ppid_exporters.layout.matrix import SIGNS, fraction, is_blank, is_matrix, states
from ppid_exporters.layout.wording import BASIS, LIST_OF_PICTURES, LIST_OF_TABLES, NO_PICTURE

_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~$#]")
_LEADING = re.compile(r"(\d{0,9})([-+=:.)])(?=\s|[-=:\s]*$)")
_DEEPEST = 6


@frozen(kw_only=True)
class MarkdownExporter:
    """The document as CommonMark with pipe tables."""

    name: str = "markdown"
    label: str = "Markdown (teks)"
    label_en: ClassVar[str] = "Markdown (text)"

    def export(self, report: Report, /) -> Iterator[Artifact]:
        """Yield ``laporan.md``, or by the name of another document."""
        page = _Page(report=report, captions=Captions.of(report))
        written = "\n\n".join(part for part in page.parts() if part)
        yield Artifact(
            name=f"{report.meta.stem}.md", media_type="text/markdown", content=f"{written}\n".encode()
        )


def escape(words: str) -> str:
    """Return ``words`` on one line, so that none of their signs is markup."""
    line = _SPECIAL.sub(r"\\\g<0>", one_line(words))
    return _LEADING.sub(r"\1\\\2", line, count=1) if _LEADING.match(line) else line


@frozen(kw_only=True)
class _Page:
    report: Report
    captions: Captions

    @property
    def lang(self) -> Lang:
        return self.report.meta.lang

    def parts(self) -> Iterator[str]:
        yield from self.head() if self.is_letter else self.cover()
        for depth, section in self.report.walk():
            if not self.is_letter:
                yield f"{'#' * min(depth + 1, _DEEPEST)} {_anchor(anchor(section))}{escape(section.heading)}"
            for block in section.blocks:
                yield from self.block(block)

    @property
    def is_letter(self) -> bool:
        return self.report.meta.form == "letter"

    def cover(self) -> Iterator[str]:
        meta = self.report.meta
        yield f"# {escape(meta.title)}"
        yield _quoted(*meta.marks)
        yield from (escape(line) for line in self.report.cover.lines if line != meta.title)

    def head(self) -> Iterator[str]:
        """Yield the head of a letter: its first line names who writes."""
        yield _quoted(*self.report.meta.marks)
        first, *rest = self.report.cover.lines or (self.report.meta.body,)
        yield "\\\n".join((_strong(first), *map(escape, rest)))

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(content=content):
                yield _lines(sentence(content, self.lang))
            case Items(items=items, ordered=ordered):
                yield _list((sentence(item, self.lang) for item in items), ordered=ordered)
            case Table():
                yield from self.table(block)
            case Chart(subtitle=subtitle, alt=alt):
                yield from (_caption(self.captions.find(block)), _lines(subtitle), _lines(alt))
            case Picture():
                yield from self.picture(block)
            case Notice(text=missing, basis=basis):
                yield _quoted(missing, f"{BASIS(self.lang)}: {basis}." if basis else "")
            case Signature():
                yield from ("\\\n".join(map(escape, some)) for some in (block.above(self.lang), block.below))
            case Contents():
                yield from self.contents()
            case _:
                yield _lines(block.plain(self.lang))

    def bare(self, table: Table) -> str:
        """Return each row as a line: a table of Markdown has headings and rules."""
        return "\\\n".join(escape(" ".join(text(value, self.lang) for value in row)) for row in table.rows)

    def table(self, table: Table) -> Iterator[str]:
        if is_bare(table):
            yield self.bare(table)
            return
        yield _caption(self.captions.find(table))
        heading = [escape(column.heading) for column in table.columns]
        rules = ["---:" if is_numeric(table, at) else "---" for at in range(len(heading))]
        in_signs = is_matrix(table)
        rows = [self.row(row, in_signs=in_signs and not is_blank(row)) for row in table.rows]
        total = [] if table.total is None else [[_strong(text(value, self.lang)) for value in table.total]]
        yield "\n".join(f"| {' | '.join(line)} |" for line in (heading, rules, *rows, *total))
        yield "; ".join(f"{SIGNS[state]} {escape(text(state, self.lang))}" for state in states(table))
        yield from map(_lines, table.notes)

    def row(self, row: tuple[Value, ...], *, in_signs: bool) -> list[str]:
        return [self.entry(value) if in_signs else escape(text(value, self.lang)) for value in row]

    def entry(self, value: Value) -> str:
        return SIGNS[value] if isinstance(value, CellState) else escape(fraction(value, self.lang))

    def picture(self, picture: Picture) -> Iterator[str]:
        yield _caption(self.captions.find(picture))
        yield escape(picture.alt if picture.content else f"({NO_PICTURE(self.lang)})")

    def contents(self) -> Iterator[str]:
        yield "\n".join(
            f"{'  ' * (depth - 1)}- {_link(section.heading, anchor(section))}"
            for depth, section in self.report.walk()
            if is_listed(section)
        )
        yield from self.captioned(LIST_OF_TABLES, self.captions.tables)
        yield from self.captioned(LIST_OF_PICTURES, self.captions.pictures)

    def captioned(self, title: Bilingual, captions: tuple[Caption, ...]) -> Iterator[str]:
        if captions:
            yield f"**{title(self.lang)}**"
            yield "\n".join(f"- {_link(caption.line, caption.anchor)}" for caption in captions)


def _anchor(name: str) -> str:
    return f'<a id="{name}"></a>'


def _link(words: str, name: str) -> str:
    return f"[{escape(words)}](#{name})"


def _caption(caption: Caption) -> str:
    return f"{_strong(caption.line)}{_anchor(caption.anchor)}"


def _strong(words: str) -> str:
    return f"**{escape(words)}**" if words.strip() else ""


def _lines(words: str) -> str:
    """Return a paragraph; breaks that were typed stay."""
    return "\\\n".join(escape(line) for line in printable(words).split("\n") if line.strip())


def _list(items: Iterable[str], *, ordered: bool) -> str:
    signs = (f"{number}." if ordered else "-" for number in range(1, 10**9))
    return "\n".join(
        f"{sign} {_lines(item)}".replace("\n", "\n" + " " * (len(sign) + 1))
        for sign, item in zip(signs, items, strict=False)
    )


def _quoted(*paragraphs: str) -> str:
    return "\n>\n".join(f"> {_lines(words)}".replace("\n", "\n> ") for words in paragraphs if words)
