"""Every style of the document, and what styles rest on."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_exporters.docx.markup import Xml, colour, joined, twips, w
from ppid_exporters.docx.styles import NATURAL_LINE, PALE, Style, border, fonts, letters, shade, weight
from ppid_exporters.docx.widths import TYPES
from ppid_exporters.layout.theme import INK, SECONDARY

LISTED_DEPTHS = 3
HEADINGS = 6
KEY_FIGURE = 18
"""Points of a key figure on its card."""


def styles(accent: str, room: float, *, is_brief: bool) -> dict[str, Style]:
    """Return every paragraph style by its key.

    Args:
        accent: colour of headings.
        room: width of upright text in millimetres, for the numbers at its right edge.
        is_brief: whether the document is the announcement of one page.
    """
    made = (
        *_prose(is_brief=is_brief),
        *_headings(accent, is_brief=is_brief),
        *_cover(accent, is_brief=is_brief),
        *_lists(room, accent),
        *_cells(),
        *_tables(accent, is_brief=is_brief),
        *_letter(),
        *_margins(),
    )
    return {style.key: style for style in made}


def _prose(*, is_brief: bool) -> Iterator[Style]:
    size, after = (10.5, 4) if is_brief else (11, 5)
    stripe = joined(w("pBdr", border("left", SECONDARY, 3, 8)), shade(PALE))
    yield Style(key="Normal", name="Normal")
    yield Style(key="BodyText", name="Body Text", size=size, after=after)
    yield Style(key="ListBullet", name="List Bullet", after=1, indent=7, hanging=7)
    yield Style(key="ListNumber", name="List Number", after=1, indent=7, hanging=7)
    yield Style(key="Notice", name="Pemberitahuan", before=6, after=8, indent=4, more=stripe)
    yield Style(key="NoticeFirst", name="Pemberitahuan Berdasar", before=6, indent=4, keeps=True, more=stripe)
    yield Style(
        key="NoticeBasis", name="Dasar Hukum", size=9.5, after=8, indent=4, ink=SECONDARY, more=stripe
    )
    yield Style(key="Signature", name="Signature", size=size, indent=80, keeps=True)
    frame = w("pBdr", *(border(side, SECONDARY, 0.5, 3) for side in ("top", "left", "bottom", "right")))
    yield Style(
        key="SealPlace",
        name="Tempat Tanda Tangan Elektronik",
        size=8,
        indent=82,
        ink=SECONDARY,
        keeps=True,
        more=frame,
    )
    yield Style(key="Colophon", name="Kolofon", size=9, after=5, ink=SECONDARY)
    yield Style(key="ColophonItem", name="Butir Kolofon", size=9, after=2, indent=7, hanging=7, ink=SECONDARY)


def _headings(accent: str, *, is_brief: bool) -> Iterator[Style]:
    first, top = (14.0, 10.0) if is_brief else (20.0, 0.0)
    looks = ((first, accent, top, 12 if is_brief else 22), (14.0, INK, 20, 8))
    for level in range(1, HEADINGS + 1):
        size, ink, before, after = looks[level - 1] if level <= len(looks) else (11.5, INK, 14, 5)
        yield Style(
            key=f"Heading{level}",
            name=f"heading {level}",
            size=size,
            leading=1.2,
            before=before,
            after=after,
            ink=ink,
            is_bold=True,
            outline=level,
            keeps=True,
            breaks=level == 1 and not is_brief,
        )


def _cover(accent: str, *, is_brief: bool) -> Iterator[Style]:
    rule = w("pBdr", border("top", accent, 3.5, 22 if not is_brief else 12))
    size, before = (16, 0) if is_brief else (28, 105)
    yield Style(
        key="Title", name="Title", size=size, leading=1.2, before=before, after=12, is_bold=True, more=rule
    )
    yield Style(
        key="Subtitle",
        name="Subtitle",
        size=11 if is_brief else 14,
        after=1 if is_brief else 5,
        ink=SECONDARY,
    )
    yield Style(key="Logo", name="Lambang", after=0)
    frame = w("pBdr", *(border(side, INK, 1.5, 4) for side in ("top", "left", "bottom", "right")))
    yield Style(key="CoverMark", name="Tanda Sampul", before=16, is_bold=True, indent=2, more=frame)


def _lists(room: float, accent: str) -> Iterator[Style]:
    edge = w("tabs", w("tab", val="right", leader="dot", pos=twips(room)))
    yield Style(
        key="TOCHeading",
        name="TOC Heading",
        size=20,
        leading=1.2,
        after=18,
        ink=accent,
        is_bold=True,
        keeps=True,
        breaks=True,
    )
    yield Style(key="ListHeading", name="Judul Daftar", size=14, before=20, after=8, is_bold=True, keeps=True)
    for level in range(1, LISTED_DEPTHS + 1):
        yield Style(
            key=f"TOC{level}",
            name=f"toc {level}",
            size=10,
            leading=1.15,
            before=4 if level == 1 else 0,
            after=1,
            indent=(level - 1) * 6,
            is_bold=level == 1,
            more=edge,
        )
    yield Style(key="TableofFigures", name="table of figures", size=10, leading=1.15, after=1, more=edge)


def _tables(accent: str, *, is_brief: bool) -> Iterator[Style]:
    above = 8 if is_brief else 14
    yield Style(key="Caption", name="caption", size=10.5, leading=1.25, before=above, after=4, keeps=True)
    yield Style(key="CaptionBelow", name="Keterangan Gambar", size=10.5, leading=1.25, before=4, after=12)
    yield Style(key="ChartNote", name="Anak Judul Grafik", size=9.5, after=4, ink=SECONDARY, keeps=True)
    yield Style(key="Picture", name="Gambar", leading=NATURAL_LINE, after=6)
    yield Style(
        key="TableSignTotal", name="Jumlah Tanda Tabel", size=9, leading=1.15, side="center", is_bold=True
    )
    yield Style(key="TableBand", name="Kepala Kelompok Tabel", size=9, leading=1.15, side="center")
    yield Style(key="TableTurned", name="Kepala Tegak Tabel", size=9, leading=1.15)
    yield Style(key="TableSign", name="Tanda Tabel", size=9, leading=1.0, side="center")
    yield Style(key="TableNote", name="Catatan Tabel", size=9, leading=1.3, before=3, ink=SECONDARY)
    yield Style(key="CardFigure", name="Angka Pokok", size=KEY_FIGURE, leading=1.15, ink=accent, is_bold=True)
    yield Style(key="CardAbsent", name="Angka Pokok Tidak Tercatat", size=8.5, after=3, ink=SECONDARY)
    yield Style(key="CardLabel", name="Pokok Angka", size=9, leading=1.2, is_bold=True)
    yield Style(key="CardWords", name="Kata Angka", size=8.5, leading=1.25, before=2, ink=SECONDARY)
    yield Style(key="AfterTable", name="Sesudah Tabel", size=1, leading=1, after=10)


def _cells() -> Iterator[Style]:
    """Yield the styles of cells: text and numbers, of rows and of headings, in every size."""
    for kind in TYPES:
        for part, name, is_bold in (("Table", "Isi Tabel", False), ("TableHead", "Kepala Tabel", True)):
            for number, of_numbers in (("Text", ""), ("Number", " Angka")):
                yield Style(
                    key=f"{part}{number}{kind.key}",
                    name=f"{name}{of_numbers}{kind.told}",
                    size=kind.size,
                    leading=1.1,
                    is_bold=is_bold,
                    side="right" if of_numbers else "left",
                )


def _letter() -> Iterator[Style]:
    """Yield the styles of a letter: its head with a rule below, its numbers, the place of a heading."""
    rule = w("pBdr", w("bottom", val="thickThinSmallGap", sz=18, space=0, color=colour(INK)))
    yield Style(key="LetterBody", name="Kop Nama", size=14, leading=1.25, side="center", is_bold=True)
    yield Style(key="LetterWay", name="Kop", size=11, leading=1.25, side="center")
    yield Style(key="LetterRule", name="Garis Kop", size=4, leading=1, after=22, more=rule)
    yield Style(key="LetterLine", name="Baris Surat")
    yield Style(key="Place", name="Tempat Tautan", size=1, leading=1)


def _margins() -> Iterator[Style]:
    yield Style(key="Header", name="header")
    yield Style(key="PageMark", name="Tanda Halaman", size=10, side="center", is_bold=True, after=2)
    yield Style(key="Footer", name="footer", size=8.5, ink=SECONDARY)


def character_styles() -> Xml:
    """Return the styles of words: labels of chapters, links."""
    label = w("rPr", *weight(is_bold=False), *letters(SECONDARY, 11.5))
    return joined(
        w(
            "style",
            w("name", val="Default Paragraph Font"),
            w("uiPriority", val=1),
            w("semiHidden"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        ),
        w("style", w("name", val="Label Bab"), label, type="character", styleId="ChapterLabel"),
        w(
            "style",
            w("name", val="Hyperlink"),
            w("uiPriority", val=99),
            type="character",
            styleId="Hyperlink",
        ),
    )


def table_styles() -> Xml:
    """Return the table style: three horizontal rules, no vertical ones, total row ruled and bold."""
    bold = w("rPr", *weight(is_bold=True))
    margins = TYPES[0].margins
    edges = w("tblBorders", border("top", INK, 1.5), border("bottom", INK, 1.5))
    first = w("tcPr", w("tcBorders", border("bottom", INK, 0.75)))
    last = w("tcPr", w("tcBorders", border("top", INK, 0.75)))
    plain = w("tblPr", w("tblInd", w=0, type="dxa"), margins)
    return joined(
        w(
            "style",
            w("name", val="Normal Table"),
            w("uiPriority", val=99),
            w("semiHidden"),
            plain,
            type="table",
            default=1,
            styleId="TableNormal",
        ),
        w(
            "style",
            w("name", val="Tabel PPID"),
            w("basedOn", val="TableNormal"),
            w("uiPriority", val=99),
            w("tblPr", w("tblInd", w=0, type="dxa"), edges, margins),
            w("tblStylePr", bold, first, type="firstRow"),
            w("tblStylePr", bold, last, type="lastRow"),
            type="table",
            styleId="TabelPPID",
        ),
    )


def defaults(language: str) -> Xml:
    """Return what holds where no style says otherwise: font, size, language."""
    spoken = w("lang", val=language, eastAsia=language, bidi="ar-SA")
    letter = w("rPr", fonts(), w("sz", val=22), w("szCs", val=22), spoken)
    return w("docDefaults", w("rPrDefault", letter), w("pPrDefault"))
