"""Documents: made of blocks, without a year behind them, or composed of a sample year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

from ppid_core.dossier import Dossier
from ppid_core.language import Lang
from ppid_core.model import Absent, Measure, Reason, ServiceYear
from ppid_core.plugins import Plugins, load_plugins
from ppid_core.report import (
    Block,
    Chart,
    Column,
    Contents,
    Counted,
    Cover,
    Edition,
    Form,
    Inline,
    Items,
    Meta,
    Notice,
    Num,
    Paragraph,
    Picture,
    Ratio,
    Report,
    Rupiah,
    Section,
    Signature,
    Table,
    Value,
    compose_rollup,
)
from ppid_core.rollup import rollup

_DAY = date(2024, 1, 2)


def document(*blocks: Block, lang: Lang = "id") -> Report:
    """Return a document of one chapter with these blocks.

    >>> from ppid_core.testing import samples
    >>> len(samples.document(samples.table(("a", 1))).sections)
    1
    """
    section = Section(key="chapter", label="1", title="Bab", blocks=blocks)
    return Report(meta=Meta(title="Dokumen", body="Badan Contoh", lang=lang), sections=(section,))


def table(
    *rows: tuple[Value, ...],
    headings: tuple[str, ...] = ("Uraian", "Nilai"),
    total: tuple[Value, ...] | None = None,
    caption: str = "Tabel contoh",
) -> Table:
    """Return a table of these rows; its columns bear the ``headings``.

    >>> from ppid_core.testing import samples
    >>> samples.table(("a", 1), ("b", 2)).rows
    (('a', 1), ('b', 2))
    """
    columns = tuple(Column(key=f"c{place}", title=heading) for place, heading in enumerate(headings))
    return Table(key="contoh", caption=caption, columns=columns, rows=rows, total=total)


def every_block(words: str = "kata", lang: Lang = "id") -> Report:
    """Return a document with one block of each kind and ``words`` in each of their texts.

    Its one figure in a sentence is 3 requests; its table has the rows (words, 2, 1/4, Rp0,30) and
    (words, 1, absent, −5), and the total 3.

    >>> from ppid_core.testing import samples
    >>> samples.every_block("kata").meta.lang
    'id'
    """
    content: tuple[Inline, ...] = (words, " ", Num(Measure.REQUESTS_TOTAL, Counted(3)), " ", words)
    chart = Chart(
        key="chart",
        kind="bars",
        table="cases",
        category="name",
        series=("count",),
        title=words,
        subtitle=words,
        alt=words,
    )
    inner = Section(key="inner", label="1.1", title=words, blocks=(_cases(words), chart))
    chapter = Section(
        key="chapter",
        label="1",
        title=words,
        blocks=(Paragraph(content=content), *_others(words, content)),
        sections=(inner,),
    )
    return Report(
        meta=Meta(title=words, body=words, lang=lang, draft=words),
        cover=Cover(lines=(words,)),
        sections=(Section(key="front", title=words, blocks=(Contents(),)), chapter),
    )


def _cases(words: str) -> Table:
    return Table(
        key="cases",
        caption=words,
        columns=(
            Column(key="name", title=words),
            Column(key="count", title=words, group=words, summed=True),
            Column(key="share", title=words, group=words),
            Column(key="money", title=words, turned=True),
        ),
        rows=(
            (words, Counted(2), Ratio(1, 4), Rupiah(Decimal("0.30"))),
            (words, Counted(1), Absent(Reason.NOT_KEPT), -5),
        ),
        total=(words, Counted(3), "", ""),
        wide=True,
        notes=(words,),
    )


def _others(words: str, content: tuple[Inline, ...]) -> tuple[Block, ...]:
    return (
        Items(items=(content, (words,))),
        Items(items=((words,), content), ordered=True),
        Picture(number="1.1", caption=words, alt=words),
        Notice(text=words, basis=words),
        Signature(place=words, on=_DAY, office=words),
    )


def composed(
    year: ServiceYear, *, form: Form = "full", lang: Lang = "id", edition: Edition = "public"
) -> Report:
    """Return the report of ``year`` by the law, the calendar and the rules of this package.

    >>> from ppid_core.testing import samples
    >>> samples.composed(samples.small(), form="brief").meta.form
    'brief'

    Args:
        year: the year.
        form: ``full`` or ``brief``.
        lang: language of headings and sentences.
        edition: ``public`` or ``internal``.
    """
    return Dossier(year=year, plugins=_ours()).report(form=form, lang=lang, edition=edition)


def rolled_up(*years: ServiceYear, lang: Lang = "id") -> Report:
    """Return the roll-up of several years, each of a body of its own or of another year of one.

    >>> from ppid_core.testing import samples
    >>> samples.rolled_up(samples.small(), samples.nihil()).meta.stem
    'rekapitulasi'

    Args:
        years: the years, at least one.
        lang: language of headings and sentences.
    """
    return compose_rollup(rollup(Dossier(year=year, plugins=_ours()) for year in years), lang=lang)


@cache
def _ours() -> Plugins:
    """Return our own rules: what else is installed changes no sample."""
    return load_plugins(entry_points=[])
