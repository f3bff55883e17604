"""The tables that come in: their files, their columns, and every heading that is accepted."""

from __future__ import annotations

from collections.abc import Iterable

from docs.generate.markdown import code, folded, listed, page, table, words
from ppid_core.glossary.heading import Heading, TableHeadings
from ppid_core.glossary.key import OPTION_PREFIX, RULE_PREFIX, report_keys
from ppid_core.glossary.nobody import LIMITS, MARKS, WHOLE
from ppid_core.intake.tables import table_headings
from ppid_core.language import Bilingual

INTRODUCTION = f"""\
## Tables (*tabel*)

A folder has one CSV file for each table; `laporan.csv` says the year, which
is otherwise that of the days of receipt. `ppid init FOLDER` (*ppid mulai*)
writes them all with their headings, a guide, and a filled example. A heading is accepted under each of these
spellings, in any order of columns; an unknown one is told. The meanings are those of `PETUNJUK.txt`.

Keys of the table `laporan` that begin with `{OPTION_PREFIX}` set an option of one [format](formats.md), as
`ekspor.csv.delimiter`; those that begin with `{RULE_PREFIX}` one of a rule of a
[plugin](plugins.md#options), as `aturan.BTN102.days`."""


NOBODYS = """\
In registers, a heading that is no column of ours is passed over, and told with its reason, where it is one of
these, begins or ends with `id`, or has one of the words {marks}; not beside a number, a status or a day;
or says by whom something was done at the desk (`ditangani_oleh`, `created_by`).
So is what tells of time limits ({limits}), of persons where the register has no such column, of persons other
than the applicant, and a mark of deletion that no row bears. A heading that another one says more exactly
(`status` beside `keputusan`, `created_at` beside `tanggal`) steps aside, and a word that most headings share
(`pi_status`, `pi_jawaban`) is left out; a note says so."""


def headings_part() -> str:
    """Return the part: every table, then the keys of *laporan*."""
    tables = table_headings().values()
    return page(
        INTRODUCTION,
        *map(_table, tables),
        "### Keys of laporan (*kunci*)",
        _columns("Key", report_keys()),
        "### Headings that are nobody's (*kolom yang tidak diperlukan*)",
        NOBODYS.format(marks=listed(code(one) for one in sorted(MARKS)), limits=listed(map(code, LIMITS))),
        table(["Reason", "Alasan", "Headings"], map(_reason, WHOLE)),
    )


def _reason(why: Bilingual) -> list[str]:
    return [why.en, words(why.id), listed(code(one) for one in sorted(WHOLE[why]))]


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
