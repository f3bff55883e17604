"""The blocks of a document: what stands there, never how it looks."""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import frozen

from ppid_core.language import Lang
from ppid_core.report.text import sentence, text
from ppid_core.report.values import Inline, Value
from ppid_core.writing import format_date


@frozen(kw_only=True)
class Paragraph:
    """One paragraph of running text.

    >>> from ppid_core.report import Paragraph
    >>> Paragraph(content=("Layanan dibuka setiap hari kerja.",)).plain()
    'Layanan dibuka setiap hari kerja.'

    Attributes:
        lang: the language of words that staff wrote, where it is not that of the document.
    """

    content: tuple[Inline, ...]
    lang: Lang | None = None

    def plain(self, lang: Lang = "id") -> str:
        """Return the paragraph as characters."""
        return sentence(self.content, lang)


@frozen(kw_only=True)
class Items:
    """A list, each item running text.

    >>> from ppid_core.report import Items
    >>> print(Items(items=(("Pertama",), ("Kedua",))).plain())
    - Pertama
    - Kedua

    Attributes:
        lang: the language of words that staff wrote, where it is not that of the document.
    """

    items: tuple[tuple[Inline, ...], ...]
    ordered: bool = False
    lang: Lang | None = None

    def plain(self, lang: Lang = "id") -> str:
        """Return one line for each item."""
        return "\n".join(f"- {sentence(item, lang)}" for item in self.items)


@frozen(kw_only=True)
class Column:
    """A column of a table.

    >>> from ppid_core.report import Column
    >>> Column(key="count", title="Jumlah", summed=True).title
    'Jumlah'

    Attributes:
        key: slug, stable over languages.
        title: heading, with the unit where there is one.
        group: heading over several columns, "" for none.
        turned: whether the heading is turned to save room.
        summed: whether the total row adds it up.
        toned: whether the tone of a cell tells its share, too: the more, the darker; words are hatched.
        lang: the language of words that staff wrote in its cells, where it is not that of the document.
    """

    key: str
    title: str
    group: str = ""
    turned: bool = False
    summed: bool = False
    toned: bool = False
    lang: Lang | None = None

    @property
    def heading(self) -> str:
        """Group and title as one line."""
        return " – ".join(part for part in (self.group, self.title) if part)


@frozen(kw_only=True)
class Table:
    r"""A table.

    >>> from ppid_core.report import Column, Table
    >>> heading = (Column(key="month", title="Bulan"), Column(key="count", title="Jumlah"))
    >>> Table(key="months", columns=heading, rows=(("Januari", 13),)).plain().splitlines()
    ['Bulan\tJumlah', 'Januari\t13']

    Attributes:
        key: slug, stable over languages, unique in the document.
        caption: title without its number.
        total: the last row, None for a table without one.
        wide: a hint that it needs the long side of the paper, of registers and matrices with given columns;
            who sets pages measures the others.
        notes: lines below it: the source first.
        is_register: whether its rows are those of a register, however many: a printed document may carry a
            long one as a file and say so.
    """

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    caption: str = ""
    total: tuple[Value, ...] | None = None
    wide: bool = False
    notes: tuple[str, ...] = ()
    is_register: bool = False

    @property
    def lines(self) -> tuple[tuple[Value, ...], ...]:
        """The rows, and the total below them."""
        return self.rows if self.total is None else (*self.rows, self.total)

    def plain(self, lang: Lang = "id") -> str:
        """Return caption, heading, lines and notes, cells set apart by tabs."""
        heading = "\t".join(column.title for column in self.columns)
        lines = ("\t".join(text(value, lang) for value in line) for line in self.lines)
        return "\n".join(line for line in (self.caption, heading, *lines, *self.notes) if line)


ChartKind = Literal["stacked", "bars", "line", "range", "bullet", "multiples"]


@frozen(kw_only=True)
class Chart:
    """A picture of a table of the same document, so it cannot disagree with it.

    >>> from ppid_core.report import Chart
    >>> columns = {"category": "month", "series": ("count",)}
    >>> Chart(key="c", kind="bar", table="months", title="Bulan", alt="Naik", **columns).table
    'months'

    Attributes:
        table: key of the table.
        category: key of the column that names the bars or points.
        series: keys of the columns that are drawn.
        beside: key of a column that each row as a whole is compared with, such as last year; "" for none.
        ordered: whether the categories have an order of their own; else bars are sorted, the largest first.
        title: what it shows.
        subtitle: what is counted, and of how many.
        alt: the same in words, figures included.
    """

    key: str
    kind: ChartKind
    table: str
    category: str
    series: tuple[str, ...]
    beside: str = ""
    ordered: bool = False
    title: str
    subtitle: str = ""
    alt: str

    def plain(self, lang: Lang = "id") -> str:  # noqa: ARG002  every block has the same call
        """Return title and description."""
        return "\n".join(part for part in (self.title, self.subtitle, self.alt) if part)


@frozen(kw_only=True)
class Picture:
    """A picture of the folder; ``content`` is None where there is no file.

    >>> from ppid_core.report import Picture
    >>> Picture(number="2.1", caption="Meja layanan").plain()
    'Gambar 2.1 Meja layanan'
    """

    number: str = ""
    caption: str
    alt: str = ""
    content: bytes | None = None

    def plain(self, lang: Lang = "id") -> str:
        """Return number and caption."""
        word = "Gambar" if lang == "id" else "Figure"
        return f"{word} {self.number} {self.caption}" if self.number else self.caption


@frozen(kw_only=True)
class Notice:
    """A content that is required and absent: what is missing and why, and the legal basis.

    >>> from ppid_core.report import Notice
    >>> print(Notice(text="Belum ada", basis="Perki 1/2021").plain())
    Belum ada Dasar: Perki 1/2021.
    """

    text: str
    basis: str = ""

    def plain(self, lang: Lang = "id") -> str:
        """Return the text and its basis."""
        word = "Dasar" if lang == "id" else "Basis"
        return f"{self.text} {word}: {self.basis}." if self.basis else self.text


@frozen(kw_only=True)
class Signature:
    """Where, when and by whom it is signed.

    >>> from ppid_core.report import Signature
    >>> Signature(place="Kota Contoh", office="Kepala Dinas").office
    'Kepala Dinas'
    """

    place: str = ""
    on: date | None = None
    office: str = ""
    name: str = ""
    nip: str = ""

    def above(self, lang: Lang = "id") -> tuple[str, ...]:
        """Return the lines above the space for the signature: place and date, office."""
        day = format_date(self.on, lang) if self.on else ""
        dated = ", ".join(part for part in (self.place, day) if part)
        return tuple(line for line in (dated, self.office) if line)

    @property
    def below(self) -> tuple[str, ...]:
        """The lines below that space: name, NIP."""
        nip = f"NIP {self.nip}" if self.nip else ""
        return tuple(line for line in (self.name, nip) if line)

    def plain(self, lang: Lang = "id") -> str:
        """Return the lines of the signature block."""
        return "\n".join((*self.above(lang), *self.below))


@frozen(kw_only=True)
class Contents:
    """The table of contents, and the lists of tables and pictures.

    >>> from ppid_core.report import Contents
    >>> Contents().plain("en")
    'Contents'
    """

    def plain(self, lang: Lang = "id") -> str:
        """Return its heading: the entries belong to who sets pages."""
        return "Daftar Isi" if lang == "id" else "Contents"


Block = Paragraph | Items | Table | Chart | Picture | Notice | Signature | Contents
"""What a section holds; a later version may know more: write ``block.plain(lang)`` for any other."""


@frozen(kw_only=True)
class Section:
    """A chapter or a part of one.

    >>> from ppid_core.report import Paragraph, Section
    >>> closing = Paragraph(content=("Demikian laporan ini.",))
    >>> Section(key="closing", label="VI", title="Penutup", blocks=(closing,)).title
    'Penutup'

    Attributes:
        key: slug, unique in the document.
        label: "Bagian III", "3.1" or "".
        title: heading without its label.
    """

    key: str
    label: str = ""
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def heading(self) -> str:
        """Label and title as one line."""
        return " ".join(part for part in (self.label, self.title) if part)
