"""The index of the pages: what each is called, and what it is for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from docs.generate.markdown import link, table

HOME = Path(__file__).parents[1]
ITSELF = "README.md"
PURPOSE: Mapping[str, str] = {
    "installation": "for an office, in Indonesian: Windows without administrator rights, files to click",
    "tutorial": "from empty tables to a signed report, step by step, in Python",
    "exporter-tutorial": "a format of your own in ten minutes, from an empty folder to an installed plugin",
    "integration": "from the rows of a database to JSON and a data package, checked by tools of others",
    "plugins": "hooks, how plugins are found, conflicts, trust, limits, versions, the conformance kit",
    "command": "every verb of `ppid` with its Indonesian name, its options, and how it ends",
    "documents": "what lies in `hasil/`: contents and template of Word, checksums, how it is read aloud",
    "formats": "what can be written, with which options, and what can be read",
    "data-package": "what `--to csv` writes: tables with schemas that programs load, the year again if read",
    "rollup": "the reports of many bodies as one: the roster, what counts, what stands apart",
    "engines": "one process, several, Dask or Spark: which one when, what it costs, a plan for every village",
    "frames": "registers and figures for pandas, polars or Arrow: columns, what is missing, how years stack",
    "reference": "the library for Python: which names are public, how they version, the log",
    "registers": "how much of the registers of other programs is read, as it is and with a map",
    "speed": "what our work costs beside what a user would write instead; registers of any length",
    "mutants": "which small faults in rules, deadlines, figures and cells the tests see, which they cannot",
    "rules": "every code: what it asks, why, on which law it rests, how to mend what it finds",
    "law": "every value of the law since when and by which article, the instruments, the calendar by decree",
    "glossary": "every word with its label and accepted spellings, every table with its columns",
}
"""What each page is for; of one that is not here, its first sentence is taken."""

_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def pages() -> tuple[Path, ...]:
    """Return every page but the index, as they are read."""
    return tuple(sorted((page for page in HOME.glob("*.md") if page.name != ITSELF), key=_place))


def index_part() -> str:
    """Return a row for each page: its title, and what it is for."""
    rows = ([link(title(one), one.name), PURPOSE.get(one.stem) or lead(one)] for one in pages())
    return table(["Page", "What it is for"], rows)


def title(one: Path) -> str:
    """Return the heading of a page."""
    found = _TITLE.search(one.read_text("utf-8"))
    return found[1] if found else one.stem


def lead(one: Path) -> str:
    """Return the first sentence of a page."""
    below = _TITLE.split(one.read_text("utf-8"), maxsplit=1)[-1]
    paragraph = " ".join(below.strip().split("\n\n")[0].split())
    return paragraph.split(". ")[0].rstrip(".:") + "."


def _place(one: Path) -> tuple[int, str]:
    """Return where a page stands among the others: as in `PURPOSE`, those that are not there last."""
    known = tuple(PURPOSE)
    return (known.index(one.stem) if one.stem in PURPOSE else len(known)), one.stem
