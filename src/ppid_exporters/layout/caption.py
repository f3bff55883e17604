"""Captions with their numbers, the same in every format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count

from attrs import frozen

from ppid_core.language import Lang
from ppid_core.report import Block, Chart, Contents, Meta, Picture, Report, Section, Table
from ppid_exporters.layout.wording import CHART, PICTURE, TABLE

KEY_FIGURES = "key_figures"
"""The table that is set as cards: it stands by itself, without a number."""


_ANNEX = "annex_"
"""How the keys of annexes begin."""


@frozen(kw_only=True)
class Caption:
    """A caption.

    Attributes:
        anchor: where links to it lead.
        label: "Tabel 3", "" for what has no number.
    """

    anchor: str
    label: str
    title: str

    @property
    def line(self) -> str:
        """Label and title as one line."""
        return " ".join(part for part in (self.label, self.title) if part)


@frozen(kw_only=True)
class Captions:
    """The captions of a document, in its order."""

    tables: tuple[Caption, ...]
    pictures: tuple[Caption, ...]

    @classmethod
    def of(cls, report: Report) -> Captions:
        """Number the tables and charts of ``report``; pictures keep the numbers that the body gave them."""
        blocks, lang = tuple(report.blocks()), report.meta.lang
        return cls(
            tables=tuple(_tables((block for block in blocks if isinstance(block, Table)), lang)),
            pictures=tuple(_pictures(blocks, lang)),
        )

    def find(self, block: Table | Chart | Picture) -> Caption:
        """Return the caption of a block of the document."""
        captions = self.tables if isinstance(block, Table) else self.pictures
        wanted = anchor(block)
        title = block.title if isinstance(block, Chart) else block.caption
        bare = Caption(anchor=wanted, label="", title=title)
        return next((caption for caption in captions if caption.anchor == wanted), bare)


def anchor(block: Table | Chart | Picture | Section) -> str:
    """Return where links to a block or a section lead."""
    match block:
        case Section():
            return f"bagian-{slug(block.key)}"
        case Table():
            return f"tabel-{slug(block.key)}"
        case Chart():
            return f"grafik-{slug(block.key)}"
        case Picture():
            return f"gambar-{slug(block.number or block.caption)}"


def is_listed(section: Section) -> bool:
    """Tell whether contents list a section: not the one that is their place."""
    return not any(isinstance(block, Contents) for block in section.blocks)


def first_chapter(report: Report) -> int:
    """Return the place of the first chapter; what stands before it has pages with roman numbers."""
    return next((at for at, section in enumerate(report.sections) if section.label), 0)


def foot(meta: Meta) -> str:
    """Return what stands below the pages: title and body."""
    return " · ".join(part for part in (meta.title, meta.body) if part)


def first_annex(report: Report) -> Section | None:
    """Return the first annex: it begins a page, never below what is signed; others follow as chapters do."""
    return next((section for section in report.sections if section.key.startswith(_ANNEX)), None)


def slug(key: str) -> str:
    """Return ``key`` as file names, anchors and attributes can hold it."""
    return re.sub(r"[^\w.-]+", "-", key.lower() if key.isascii() else key).strip("-.") or "tanpa-nama"


def _tables(tables: Iterable[Table], lang: Lang) -> Iterator[Caption]:
    numbers = count(1)
    for table in tables:
        if table.caption and table.key != KEY_FIGURES:
            label = f"{TABLE(lang)} {next(numbers)}"
            yield Caption(anchor=anchor(table), label=label, title=table.caption)


def _pictures(blocks: Iterable[Block], lang: Lang) -> Iterator[Caption]:
    numbers = count(1)
    for block in blocks:
        if isinstance(block, Chart):
            yield Caption(anchor=anchor(block), label=f"{CHART(lang)} {next(numbers)}", title=block.title)
        elif isinstance(block, Picture):
            label = f"{PICTURE(lang)} {block.number}" if block.number else ""
            yield Caption(anchor=anchor(block), label=label, title=block.caption)
