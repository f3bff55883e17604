"""The column NO: numbers that only count the rows are left out, a register number is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from ppid_core.glossary import spelling
from ppid_core.intake.lines.label import is_total_label, period_label
from ppid_core.intake.spec import RUNNING_NUMBER

_COUNTED = re.compile(r"[0-9]{1,6}[.)]?")
_REGISTER_NUMBER = "nomor"


@frozen(kw_only=True)
class Numbering:
    """What a column NO turned out to be.

    Attributes:
        titles: the heading without the columns that only count.
        renamed: titles that are read as *nomor*, because what stands under them does not count.
    """

    titles: tuple[str, ...]
    renamed: tuple[str, ...]


def running_columns(titles: Sequence[str]) -> frozenset[int]:
    """Return the positions of columns called NO."""
    return frozenset(at for at, title in enumerate(titles) if spelling(title) in RUNNING_NUMBER)


def leave_out_running(
    rows: Sequence[list[str]], titles: Sequence[str], columns: Mapping[str, str]
) -> Numbering:
    """Take the columns that only count out of the rows; words in them (JUMLAH, NIHIL) move one column on.

    Args:
        rows: the texts under the heading, which are changed.
        titles: what each column is called.
        columns: the column for each accepted spelling.
    """
    kept, renamed = list(titles), []
    known = {columns.get(spelling(title)) for title in titles}
    for column in sorted(running_columns(titles)):
        figures = [text for row in rows if row and _has_figures(text := row[column].strip())]
        are_whole = all(map(_COUNTED.fullmatch, figures))
        if are_whole and _counts(figures):
            kept[column] = ""
            _move_words(rows, column, next((at for at, title in enumerate(kept) if title), column))
        elif not are_whole and _REGISTER_NUMBER in columns.values() and _REGISTER_NUMBER not in known:
            kept[column] = _REGISTER_NUMBER
            known.add(_REGISTER_NUMBER)
            renamed.append(titles[column])
    return Numbering(titles=tuple(kept), renamed=tuple(renamed))


def _has_figures(text: str) -> bool:
    """Tell whether a cell may hold a number: *Jumlah 2023* and *Triwulan 1* hold none."""
    return any(map(str.isdigit, text)) and not is_total_label(text) and period_label(text) is None


def _counts(figures: Sequence[str]) -> bool:
    """Tell whether whole numbers go up by one, or begin again."""
    numbers = [int(figure.rstrip(".)")) for figure in figures]
    return all(after in {before + 1, 1} for before, after in pairwise(numbers))


def _move_words(rows: Sequence[list[str]], column: int, onto: int) -> None:
    for row in rows:
        if row:
            text, row[column] = row[column].strip(), ""
            if text and not _COUNTED.fullmatch(text) and onto != column and not row[onto].strip():
                row[onto] = text
