"""The document: what an exporter gets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, get_args

from attrs import field, frozen

from ppid_core.errors import UnknownNameError
from ppid_core.language import Bilingual, Lang
from ppid_core.model import ReportingPeriod, ServiceYear, YearPart
from ppid_core.report.blocks import Block, Section, Table
from ppid_core.rollup import Rollup
from ppid_core.rules import Checked
from ppid_core.summary import Chronicle, Summary
from ppid_core.writing import month_name

Form = Literal["full", "brief", "letter"]
"""The whole report, the announcement of UU 14/2008 Pasal 12 on one page, or the letter with the report."""
Edition = Literal["public", "internal"]
"""Without personal data, or with it: whatever is not exactly ``internal`` is without."""

STEM = "laporan"
"""What the report of a year is called, in its public edition and in Indonesian."""
FINDINGS = "hasil-pemeriksaan"
"""What the sheet of findings is called."""


def refuse_unknown(*, form: str = "full", lang: str = "id", edition: str = "public") -> None:
    """Refuse a form, a language or an edition that there is not, before anything is made of it.

    Raises:
        UnknownNameError: for the first that is unknown.
    """
    for kind, name, choice in (("bentuk", form, Form), ("bahasa", lang, Lang), ("edisi", edition, Edition)):
        if name not in get_args(choice):
            raise UnknownNameError(kind, name, get_args(choice))


def stem_of(word: str, period: ReportingPeriod, *, lang: Lang, edition: Edition = "public") -> str:
    """Return what files of a document are called: no two forms, periods, editions or languages share a name.

    Args:
        word: what the form is called (``laporan``); alone it is the public edition of the year in Indonesian.
        period: the year, or the part of it, that is told.
        lang: the language.
        edition: the edition.
    """
    internal, other = "internal" if edition == "internal" else "", "" if lang == "id" else lang
    return "-".join(part for part in (word, part_of_name(period.part), internal, other) if part)


def part_of_name(part: YearPart) -> str:
    """Return how names tell a part: ``semester-1``, ``triwulan-3``, ``januari-mei``; "" for the year."""
    kind, _, number = part.value.partition("_")
    if kind in _PARTS:
        return f"{_PARTS[kind]}-{number}"
    last = part.months[-1]
    first_to_last = dict.fromkeys(month_name(month, "id").casefold() for month in (1, last))
    return "" if part is YearPart.YEAR else "-".join(first_to_last)


_PARTS = {"semester": "semester", "quarter": "triwulan"}


def _one_of(kind: str) -> Callable[[Any, Any, str], None]:
    def validate(_: object, __: object, name: str) -> None:
        refuse_unknown(**{kind: name})

    return validate


@frozen(kw_only=True)
class Theme:
    """How the document shall look: ``paper`` "A4" or "F4", ``accent`` a colour ``#RRGGBB``.

    >>> from ppid_core.report import Theme
    >>> Theme(accent="#7A1F1F").paper
    'A4'
    """

    paper: str = "A4"
    accent: str = "#123B5D"


@frozen(kw_only=True)
class Meta:
    """What a document says of itself.

    >>> from ppid_core import Dossier
    >>> meta = Dossier.open("examples/kota-serang-2020").report(lang="en").meta
    >>> meta.stem, meta.lang, meta.edition
    ('laporan-en', 'en', 'public')

    Attributes:
        title: "Laporan Layanan Informasi Publik Tahun 2020".
        body: name of the public body.
        draft: the mark on cover and pages ("DRAF: 3 sel belum terbaca"), "" for none.
        stem: what a file of this document is called, before its ending.

    Raises:
        UnknownNameError: for a language, a form or an edition that there is not.
    """

    title: str
    body: str = ""
    stem: str = STEM
    lang: Lang = field(default="id", validator=_one_of("lang"))
    form: Form = field(default="full", validator=_one_of("form"))
    edition: Edition = field(default="public", validator=_one_of("edition"))
    draft: str = ""
    theme: Theme = field(factory=Theme)

    def stem_of_part(self, key: str) -> str:
        """Return what a file of one part of this document is called, such as a table, before its ending."""
        for usual in (STEM, FINDINGS):
            if self.stem == usual or self.stem.startswith(f"{usual}-"):
                return key + self.stem.removeprefix(usual)
        return f"{key}-{self.stem}"

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
    """The lines of the cover, from top to bottom; of a letter those of its head (*kop*).

    >>> from ppid_core.report import Cover
    >>> Cover(lines=("Laporan Layanan Informasi Publik", "Tahun 2024")).lines[1]
    'Tahun 2024'
    """

    lines: tuple[str, ...] = ()
    logo: bytes | None = None


@frozen(kw_only=True)
class Report:
    """A document (*laporan*): blocks to print and the values behind them.

    >>> from ppid_core import Dossier
    >>> report = Dossier.open("examples/kota-serang-2020").report(form="brief")
    >>> report.meta.title, len(report.sections)
    ('Pengumuman Layanan Informasi Publik Tahun 2020', 1)

    Attributes:
        sections: what prose formats render.
        year: the public edition unless an internal one was asked for; None for a roll-up.
        summary: the figures, None where there are none.
        checked: what was found; data formats may write it, prose formats never do.
        rollup: the reports of many bodies behind it; None for any other document.
        chronicle: the figures of earlier years, None where nothing is known of any.
    """

    meta: Meta
    cover: Cover = field(factory=Cover)
    sections: tuple[Section, ...] = ()
    year: ServiceYear | None = None
    summary: Summary | None = None
    checked: Checked | None = None
    rollup: Rollup | None = None
    chronicle: Chronicle | None = None

    def walk(self) -> Iterator[tuple[int, Section]]:
        """Yield every section with its depth (1 for a chapter), in the order of the document."""
        return walk(self.sections)

    def blocks(self) -> Iterator[Block]:
        """Yield every block, in the order of the document."""
        for _, section in self.walk():
            yield from section.blocks

    def tables(self) -> Iterator[Table]:
        """Yield every table, in the order of the document."""
        return (block for block in self.blocks() if isinstance(block, Table))


def walk(sections: tuple[Section, ...], depth: int = 1) -> Iterator[tuple[int, Section]]:
    """Yield sections and those within them, each with its depth."""
    for section in sections:
        yield depth, section
        yield from walk(section.sections, depth + 1)
