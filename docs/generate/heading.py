"""The tables that come in: their files, their columns, and every heading that is accepted."""

from __future__ import annotations

from collections.abc import Iterable

from docs.generate.markdown import code, folded, listed, page, table, words
from ppid_core.glossary.heading import Heading, TableHeadings
from ppid_core.glossary.key import OPTION_PREFIX, report_keys
from ppid_core.glossary.nobody import MARKS, SECOND, WHOLE
from ppid_core.intake.tables import table_headings

INTRODUCTION = f"""\
## Tables (*tabel*)

A folder has one CSV file for each table; only `laporan.csv` is required. `ppid init FOLDER` (*ppid mulai*)
writes them all with their headings, a guide, and a filled example. A heading is accepted under each of these
spellings, in any order of columns; an unknown one is told. The meanings are those of `PETUNJUK.txt`.

Keys of the table `laporan` that begin with `{OPTION_PREFIX}` set an option of one [format](formats.md)."""


NOBODYS = """\
In registers, a heading that is no column of ours is passed over, and told, where it is one of these: {whole}.
So is each that begins or ends with `id`, or has one of the words {marks}; not beside a number, a status or a
day. {second} are passed over where another heading is the same column."""


def headings_part() -> str:
    """Return the part: every table, then the keys of *laporan*."""
    tables = table_headings().values()
    return page(
        INTRODUCTION,
        *map(_table, tables),
        "### Keys of laporan (*kunci*)",
        _columns("Key", report_keys()),
        "### Headings that are nobody's (*kolom yang tidak diperlukan*)",
        NOBODYS.format(
            whole=listed(code(one) for one in sorted(WHOLE)),
            marks=listed(code(one) for one in sorted(MARKS)),
            second=listed(code(one) for one in sorted(SECOND)),
        ),
    )


def _table(known: TableHeadings) -> str:
    files = listed(code(name) for name in (known.name, *known.spellings))
    return page(
        f"### {known.name}",
        f"*{words(known.meaning)}*. File, or sheet: {files}.",
        _columns("Column", known.headings),
    )


def _columns(kind: str, headings: Iterable[Heading]) -> str:
    rows = (
        [code(one.name), words(one.meaning), folded([words(spelling) for spelling in one.spellings])]
        for one in headings
    )
    return table([kind, "Isinya", "Also accepted"], rows)
