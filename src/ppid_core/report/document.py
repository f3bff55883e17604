"""The document: what an exporter gets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import field, frozen

from ppid_core.language import Bilingual, Lang
from ppid_core.model import ServiceYear
from ppid_core.report.blocks import Block, Section, Table
from ppid_core.rules import Checked
from ppid_core.summary import Summary

Form = Literal["full", "brief", "letter"]
"""The whole report, the announcement of UU 14/2008 Pasal 12 on one page, or the letter with the report."""
Edition = Literal["public", "internal"]
"""Without applicants, or with them."""


@frozen(kw_only=True)
class Theme:
    """How the document shall look: ``paper`` "A4" or "F4", ``accent`` a colour ``#RRGGBB``."""

    paper: str = "A4"
    accent: str = "#123B5D"


@frozen(kw_only=True)
class Meta:
    """What a document says of itself.

    Attributes:
        title: "Laporan Layanan Informasi Publik Tahun 2020".
        body: name of the public body.
        draft: the mark on cover and pages ("DRAF: 3 baris belum terbaca"), "" for none.
        stem: what a file of this document is called, before its ending.
    """

    title: str
    body: str = ""
    stem: str = "laporan"
    lang: Lang = "id"
    form: Form = "full"
    edition: Edition = "public"
    draft: str = ""
    theme: Theme = field(factory=Theme)

    @property
    def marks(self) -> tuple[str, ...]:
        """What every page bears: that it holds personal data, that it is a draft."""
        internal = _INTERNAL(self.lang) if self.edition == "internal" else ""
        return tuple(mark for mark in (internal, self.draft) if mark)


_INTERNAL = Bilingual(
    "EDISI INTERNAL: memuat data pribadi, tidak untuk diumumkan",
    "INTERNAL EDITION: holds personal data, not for publication",
)


@frozen(kw_only=True)
class Cover:
    """The lines of the cover, from top to bottom; of a letter those of its head (*kop*)."""

    lines: tuple[str, ...] = ()
    logo: bytes | None = None


@frozen(kw_only=True)
class Report:
    """A document (*laporan*): blocks to print and the values behind them.

    Attributes:
        sections: what prose formats render.
        year: the public edition unless an internal one was asked for; None for a roll-up.
        summary: the figures, None where there are none.
        checked: what was found; data formats may write it, prose formats never do.
    """

    meta: Meta
    cover: Cover = field(factory=Cover)
    sections: tuple[Section, ...] = ()
    year: ServiceYear | None = None
    summary: Summary | None = None
    checked: Checked | None = None

    def walk(self) -> Iterator[tuple[int, Section]]:
        """Yield every section with its depth (1 for a chapter), in the order of the document."""
        yield from _walk(self.sections, 1)

    def blocks(self) -> Iterator[Block]:
        """Yield every block, in the order of the document."""
        for _, section in self.walk():
            yield from section.blocks

    def tables(self) -> Iterator[Table]:
        """Yield every table, in the order of the document."""
        return (block for block in self.blocks() if isinstance(block, Table))


def _walk(sections: tuple[Section, ...], depth: int) -> Iterator[tuple[int, Section]]:
    for section in sections:
        yield depth, section
        yield from _walk(section.sections, depth + 1)
