"""Text that tries to be markup of every format, and a document that has it in every field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

import pytest

from ppid_core.model import CellState, Measure
from ppid_core.report import (
    Block,
    Chart,
    Column,
    Contents,
    Counted,
    Cover,
    Inline,
    Items,
    Meta,
    Notice,
    Num,
    Paragraph,
    Picture,
    Ratio,
    Report,
    Section,
    Signature,
    Table,
)

ChartKind = Literal["stacked", "bars", "line", "range", "bullet", "multiples"]
KINDS: tuple[ChartKind, ...] = ("stacked", "bars", "line", "range", "bullet", "multiples")

TEXTS = (
    "<script>alert(1)</script> & \"kutip\" 'kutip' `kode` *b* _i_ [t](http://x) ![g](x) | ~~c~~ $x$ #1",
    "# judul ###",
    "- butir",
    "12. satu",
    "> kutipan",
    "---",
    "===",
    "```\nkode\n```",
    "    kode\n\tkode",
    "=1+1",
    "@SUM(A1:A9)",
    "+62 812",
    "-5",
    "\t=1",
    "\r=1",
    "'=1",
    "''=1",
    "'aman",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "baris satu\nbaris dua\r\n\r\nbaris tiga",
    "\u202eterbalik\u2066",
    "العربية 12 عبرية",
    "😀 √ × ½",
    "&lt;b&gt; &#65; &copy;",
    "]]> <!-- x --> </style></title></svg>",
    "\\ \\* \\| \\\\",
    "\x00\x07 kendali \x1b[31m",
    "[x]: http://contoh.id",
    "https://contoh.id/?a=1&b=2 www.contoh.id <https://x>",
    "**tebal** __tebal__ a*b*c",
    "|---|:-:|",
    "a  \nb\\\nc",
    "kata" * 500,
)
"""The last is a long word; ten thousand characters are asked of each format in ``tests/hostile``."""


CASES = (*TEXTS[:-1], pytest.param(TEXTS[-1], id="a long word", marks=pytest.mark.slow))
"""The same as parameters of a test: pictures take seconds to cut a long word down to its beginning."""


def kind_in_turn(words: str) -> tuple[ChartKind, ...]:
    """Return one kind of chart for each text: where a document is asked about, and drawing takes the time."""
    return (KINDS[TEXTS.index(words) % len(KINDS)],)


def report(words: str, kinds: Sequence[ChartKind] = KINDS) -> Report:
    """Return a document with ``words`` in every field that text can stand in."""
    inner = Section(key="inner", label=words, title=words, blocks=(Contents(), *blocks(words, kinds)))
    return Report(
        meta=Meta(title=words, body=words, draft=words),
        cover=Cover(lines=(words, f"{words} lagi"), logo=b"no picture"),
        sections=(
            Section(key="front", title=words, blocks=(Contents(),)),
            Section(key="chapter", label=words, title=words, sections=(inner,)),
        ),
    )


def blocks(words: str, kinds: Sequence[ChartKind] = KINDS) -> tuple[Block, ...]:
    """Return one block of each kind."""
    content: tuple[Inline, ...] = (words, Num(Measure.REQUESTS_TOTAL, Counted(84)), words)
    return (
        Paragraph(content=content),
        Items(items=(content, (words,))),
        Items(items=((words,), content), ordered=True),
        table(words),
        matrix(words),
        *(chart(words, kind) for kind in kinds),
        Picture(number=words, caption=words, alt=words),
        Notice(text=words, basis=words),
        Signature(place=words, on=date(2021, 1, 7), office=words, name=words, nip=words),
    )


def table(words: str) -> Table:
    """Return a table of text and numbers, negative ones included."""
    return Table(
        key="kasus",
        caption=words,
        columns=(
            Column(key="name", title=words),
            Column(key="first", title=words, group=words),
            Column(key="last", title="angka", group=words),
            Column(key="note", title=words),
        ),
        rows=((words, -5, Counted(7), words), (words, 3, Ratio(1, 3), words)),
        total=(words, -2, Counted(7), words),
        notes=(words, words),
    )


def matrix(words: str) -> Table:
    """Return a matrix with every state and a blank row."""
    blank = tuple(CellState.NOT_REPORTED for _ in CellState)
    return Table(
        key="availability",
        caption=words,
        columns=(
            Column(key="agency", title=words),
            *(Column(key=state, title=words, group=words, turned=True) for state in CellState),
            Column(key="available", title=words),
        ),
        rows=((words, *CellState, Ratio(1, 2)), (words, *blank, "–")),
        wide=True,
        notes=(words,),
    )


def chart(words: str, kind: ChartKind) -> Chart:
    """Return a chart of the table above."""
    return Chart(
        key=f"chart-{kind}",
        kind=kind,
        table="kasus",
        category="name",
        series=("first", "last"),
        title=words,
        subtitle=words,
        alt=words,
    )
