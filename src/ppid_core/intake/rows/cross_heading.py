"""What the heading of a wide table of totals says: along what its rows and its columns go.

Such a table is a *rekap* whose corner says what stands beside and above: ``bulan x keputusan``,
``OPD/Hasil``; or it names the rows alone (``Bulan``) beside columns that one list names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from attrs import frozen

from ppid_core.glossary import label, recognise, spelling
from ppid_core.glossary.applicant import is_sex
from ppid_core.glossary.heading import accepted
from ppid_core.glossary.refusal import refusal_reason
from ppid_core.glossary.vocabulary import VOCABULARIES, is_word
from ppid_core.intake.cells import CellError, line
from ppid_core.intake.rows.label import is_total_label
from ppid_core.intake.setting import Setting
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables import AGGREGATES, TABLES
from ppid_core.intake.tables.category import read_category
from ppid_core.intake.tables.spec import RUNNING_NUMBER
from ppid_core.model import (
    BREAKDOWNS,
    Dimension,
    JointPart,
    Outcome,
    RefusalReason,
    Register,
    ReportingPeriod,
    breakdowns_of,
)

_BETWEEN = re.compile(r"\s*[\\/|×:]\s*|\s+(?:x|dan|vs|per)\s+", re.IGNORECASE)
"""What stands in a corner between the name of the rows and that of the columns."""
_WORDS = """
alasan hasil informasi jenis jumlah jml keputusan melalui menurut permintaan permohonan publik status via yang
"""
_NOISE = frozenset(_WORDS.split())
"""Words that may stand before a part in the heading of its column, and say nothing of which it is."""
_PASSED_OVER = re.compile(r"%|\bpersen|\bprosentase\b|\bket(?:erangan)?\b|\brata[ -]*rata\b", re.IGNORECASE)
"""Columns beside the counts: shares of them, remarks."""
REASONS: Mapping[Outcome, Dimension] = {
    one.of: one.dimension for one in BREAKDOWNS if one.of is not None and one.register is Register.REQUESTS
}
_COUNTED_ALONE = (Register.REQUESTS, Register.OBJECTIONS, Register.DISPUTES, Register.SUITS)
"""What a table may count that does not say it, the likeliest first."""
_INFERRED = (
    *(Dimension.MONTH, Dimension.OUTCOME, Dimension.APPLICANT, Dimension.CHANNEL, Dimension.TIME),
    *(Dimension.SEX, Dimension.INFORMATION, Dimension.DELIVERY, Dimension.WORK_STAGE),
    *(Dimension.REFUSAL_REASON, Dimension.ANSWER, Dimension.RESULT, Dimension.STAGE, Dimension.GROUND),
)
"""Breakdowns whose parts are known by their words alone."""
_FEWEST_COLUMNS = 2
_MOST_LABELS, _ANY_YEAR = 60, 2000
"""So many rows say along what all of them go."""
BESIDE = ":"
"""Stands in the key of a further sheet of totals between the name of the table and that of the sheet."""
_SUMMED = frozenset({"rekap", "rekapitulasi"})


@frozen(kw_only=True)
class CrossTable:
    """The heading of such a table, understood.

    Attributes:
        register: what is counted.
        is_said: whether a name says so.
        corner: position of the names of its rows.
        down: along what the rows go.
        parts: for each column of counts what it counts, by position.
        total: position of the column JUMLAH, None where there is none.
        passed: positions of shares and remarks, which are not read.
    """

    register: Register
    is_said: bool
    corner: int
    down: Dimension
    parts: Mapping[int, JointPart]
    total: int | None
    passed: frozenset[int] = frozenset()


def cross_table(sheet: Sheet, setting: Setting) -> CrossTable | None:
    """Return how a sheet of totals is read by its corner; None where it is a list of lines, one a count."""
    titles = {
        at: title.strip()
        for at, title in enumerate(sheet.heading)
        if title.strip() and spelling(title) not in RUNNING_NUMBER
    }
    if len(titles) < _FEWEST_COLUMNS or names_lines(titles.values()):
        return None
    corner, *others = titles
    passed = frozenset(at for at in others if _PASSED_OVER.search(titles[at]))
    totals = [at for at in others if at not in passed and is_total_label(titles[at])]
    columns = {at: titles[at] for at in others if at not in {*passed, *totals[-1:]}}
    labels = list(_labels(sheet, corner))
    named = _registers_named((sheet.title, titles[corner], *(titles[at] for at in totals)))
    for register in named or _COUNTED_ALONE:
        for down, across in _ways(titles[corner], register):
            rows_go = down or _best(labels, register, setting)
            parts = _parts(columns, across, register, setting)
            if rows_go and (parts or (totals and not columns)) and not _is_same(rows_go, parts):
                return CrossTable(
                    register=register,
                    is_said=bool(named),
                    corner=corner,
                    down=rows_go,
                    parts=parts,
                    total=totals[-1] if totals else None,
                    passed=passed,
                )
    return None


def names_lines(titles: Iterable[str]) -> bool:
    """Tell whether a heading is that of a list of lines, one a count: it says what each of them counts."""
    return "apa" in map(_list_column, titles)


def is_of_totals(name: str) -> bool:
    """Tell whether the name of a file or sheet says that it holds totals: *Rekapitulasi per OPD 2023*."""
    return not _SUMMED.isdisjoint(spelling(name).split())


def may_be_cross_table(sheet: Sheet) -> bool:
    """Tell whether a sheet is such a table, whatever the report is of."""
    return cross_table(sheet, Setting(period=ReportingPeriod(_ANY_YEAR))) is not None


def _labels(sheet: Sheet, corner: int) -> Iterator[str]:
    """Yield what the first rows are called, sums apart."""
    for row in islice(sheet.rows, _MOST_LABELS):
        text = row[corner].strip() if corner < len(row) else ""
        if text and not is_total_label(text):
            yield text


@cache
def _list_headings() -> Mapping[str, str]:
    return accepted(column.heading for column in AGGREGATES.columns)


def _list_column(title: str) -> str:
    """Return the column of a list of lines that a heading names, "" for none."""
    return _list_headings().get(spelling(title), "")


def _registers_named(texts: Iterable[str]) -> tuple[Register, ...]:
    """Return the register that some words name, the first of several; applicants only as what is counted."""
    words = [word for text in texts for word in spelling(text).split()]
    known = {spelling(label(one)): one for one in Register} | {"permintaan": Register.REQUESTS}
    named = [known[word] for word in words if word in known and known[word] is not Register.APPLICANTS]
    return tuple(named[:1])


def _ways(corner: str, register: Register) -> Iterator[tuple[Dimension | None, Dimension | None]]:
    """Yield along what rows and columns may go by the corner, None where its words do not say it."""
    whole = _dimension(corner, register)
    if whole is not None:
        yield whole, None
    words = [part for part in _BETWEEN.split(corner) if part]
    if len(words) == 2:  # noqa: PLR2004  rows and columns
        down, across = (_dimension(word, register) for word in words)
        yield down, across
    if whole is None:
        yield None, None


def _dimension(words: str, register: Register) -> Dimension | None:
    """Return what words name: a breakdown, or the column of the register that says its part."""
    known = breakdowns_of(register)
    named = recognise(Dimension, words)
    by_column = _columns_of(register).get(spelling(words))
    return by_column if by_column is not None else named if named in known else None


@cache
def _columns_of(register: Register) -> Mapping[str, Dimension]:
    """Return the breakdown for each heading of the table of a register under which its parts stand."""
    known = {one.attribute: one.dimension for one in breakdowns_of(register).values() if one.attribute}
    spec = next((spec for spec in TABLES if spec.name == label(register)), None)
    columns = spec.columns if spec is not None else ()
    along = {column.name: known[column.field] for column in columns if column.field in known}
    along |= {"bulan": Dimension.MONTH}
    headings = accepted(column.heading for column in columns)
    return {typed: along[name] for typed, name in headings.items() if name in along}


def _best(texts: Sequence[str], register: Register, setting: Setting) -> Dimension | None:
    """Return the breakdown of which a list names most of some words, and more than half of them."""
    found = [
        (sum(_part(text, one, setting) is not None for text in texts), -at, one)
        for at, one in enumerate(_INFERRED)
        if one in breakdowns_of(register)
    ]
    number, _, dimension = max(found)
    return dimension if 2 * number > len(texts) else None


def _parts(
    columns: Mapping[int, str], across: Dimension | None, register: Register, setting: Setting
) -> Mapping[int, JointPart]:
    """Return what each column counts; columns of nothing that is known are left out."""
    along = across or _best(list(columns.values()), register, setting)
    if along is None:
        return {}
    parts = {at: _part(title, along, setting, strict=across is None) for at, title in columns.items()}
    return {at: part for at, part in parts.items() if part is not None}


def _part(title: str, along: Dimension, setting: Setting, *, strict: bool = True) -> JointPart | None:
    """Return the part that a heading names, with or without the words that stand before it.

    Args:
        title: the heading.
        along: the breakdown; of outcomes, one may be refined by its reason: *Ditolak: dikecualikan*.
        setting: of the report.
        strict: whether only words of a list count.
    """
    words = title.split()
    for begin in range(len(words)):
        if begin and spelling(words[begin - 1]).strip(":") not in _NOISE:
            break
        text = " ".join(words[begin:])
        if (part := _listed(text, along, setting) or _reasoned(text, along)) is not None:
            return part
    is_open = not strict and (along not in VOCABULARIES or along is Dimension.AGENCY)
    return _named(title, along, setting) if is_open and along not in _INFERRED else None


def _listed(text: str, along: Dimension, setting: Setting) -> JointPart | None:
    part = _named(text, along, setting) if along in _INFERRED else None
    is_listed = part is not None and (along is not Dimension.SEX or is_sex(part.category))
    return None if part is None or not is_listed or _is_other(part) else part


def _is_other(part: JointPart) -> bool:
    return is_word(part.dimension, part.category) or part.category == "other"


def _named(text: str, along: Dimension, setting: Setting) -> JointPart | None:
    try:
        category = read_category(along, text, setting)
    except CellError:
        return None
    return JointPart(dimension=along, category=category, typed=line(text)) if category else None


def _reasoned(text: str, along: Dimension) -> JointPart | None:
    """Return the reason that a heading gives beside the outcome which it explains."""
    words = text.split()
    for end in range(1, len(words)) if along is Dimension.OUTCOME else ():
        outcome = recognise(Outcome, " ".join(words[:end]))
        rest = " ".join(words[end:]).strip(" -:(),/")
        why = refusal_reason(rest) if outcome in REASONS else None
        if outcome is not None and why not in {None, RefusalReason.OTHER}:
            return JointPart(dimension=REASONS[outcome], category=str(why), typed=rest)
    return None


def _is_same(down: Dimension, parts: Mapping[int, JointPart]) -> bool:
    return any(part.dimension is down for part in parts.values())
