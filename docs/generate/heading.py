"""The tables that come in: their files, their columns, and every heading that is accepted."""

from __future__ import annotations

from collections.abc import Iterable

from docs.generate.markdown import code, folded, listed, page, table, words
from ppid_core.glossary.heading import Heading, TableHeadings
from ppid_core.glossary.key import OPTION_PREFIX, RULE_PREFIX, report_keys
from ppid_core.glossary.nobody import LIMITS, PATTERNS, WordPattern
from ppid_core.glossary.word_family import FAMILIES
from ppid_core.intake.tables import table_headings

INTRODUCTION = f"""\
## Tables (*tabel*)

A folder has one CSV file for each table; `laporan.csv` says the year, which
is otherwise that of the days of receipt. `ppid init FOLDER` (*ppid mulai*)
writes them all with their headings, a guide, and a filled example. A heading is accepted under each of these
spellings, in any order of columns; an unknown one is told. The meanings are those of `PETUNJUK.txt`.

Keys of the table `laporan` that begin with `{OPTION_PREFIX}` set an option of one [format](formats.md), as
`ekspor.csv.delimiter`; those that begin with `{RULE_PREFIX}` one of a rule of a
[plugin](plugins.md#options), as `aturan.BTN102.days`."""


FAMILIES_READ = """\
A heading of a register that is none of these spellings is read by its parts: its words, each as the first of
its family below, in any order, without those that merely join. Where these are the parts of spellings of one
column, it is that column, and a note says so; where they are those of two columns, or one word is more, it is
not read. What the rows are called (*permohonan*, *keberatan*) says nothing in a heading, nor does *informasi*
beside two other words. Words written together (`nohp`) count apart."""

NOBODYS = """\
In registers, a heading that is no column of ours is passed over, and told with its reason, where it consists
of words of one line below: one of the first list, with none but those of the second beside it (*any*: also
others, but no number, status, day, reason or decision), and one of the third, where there are any. So is what
begins or ends with `id`; what says by whom something was done at the desk (`ditangani_oleh`, `created_by`);
what tells of time limits ({limits}), of persons where the register has no such column, of persons other than
the applicant, of another register (`status_keberatan`); what says more of a column that is there
(`pekerjaan_lainnya`); a mark of deletion that no row bears; a column that is blank in every row, or of which
each cell is a number, an address or a NIK that tells who somebody is, a file, a link or a key. A heading that
another one says more exactly (`status` beside `keputusan`, `created_at` beside `tanggal`) steps aside, and a
word that most headings share (`pi_status`, `pi_jawaban`) is left out; a note says so."""


def headings_part() -> str:
    """Return the part: every table, then the keys of *laporan*."""
    tables = table_headings().values()
    return page(
        INTRODUCTION,
        *map(_table, tables),
        "### Keys of laporan (*kunci*)",
        _columns("Key", report_keys()),
        "### Headings that are read by their parts (*dibaca menurut kata-katanya*)",
        FAMILIES_READ,
        table(
            ["Family", "Its words"],
            ([code(one), listed(map(code, FAMILIES[one].split()))] for one in FAMILIES),
        ),
        "### Headings that are nobody's (*kolom yang tidak diperlukan*)",
        NOBODYS.format(limits=listed(map(code, LIMITS))),
        table(["Reason", "Alasan", "One of", "Beside it", "And one of"], map(_reason, PATTERNS)),
    )


def _reason(one: WordPattern) -> list[str]:
    beside = "any" if one.beside is None else _set(one.beside)
    return [one.why.en, words(one.why.id), _set(one.marks), beside, _set(one.needs)]


def _set(said: Iterable[str]) -> str:
    return listed(map(code, sorted(said)))


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
