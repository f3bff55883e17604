"""What styles rest on: defaults, styles of words, the table style."""

from __future__ import annotations

from ppid_exporters.docx.markup import Xml, joined, w
from ppid_exporters.docx.sizes import TYPES
from ppid_exporters.docx.styles import border, fonts, letters, weight
from ppid_exporters.layout.theme import INK, SECONDARY


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
