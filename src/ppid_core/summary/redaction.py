"""A summary under other names: what hides a person in the year hides it in the figures too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from attrs import evolve, fields

from ppid_core.summary.parts import Counts, Key, Oldest
from ppid_core.summary.rows import folded
from ppid_core.summary.summary import Summary
from ppid_core.summary.tally import MatrixTally, RegisterTally, Tally

_Renaming = Callable[..., Key]
"""Takes the steps of a key, returns as many."""


def renamed(summary: Summary, rename: _Renaming) -> Summary:
    """Return the same figures, their categories renamed; those that come to one name are added."""
    return evolve(summary, parts=tuple((scope, _tally(tally, rename)) for scope, tally in summary.parts))


def without_cases(summary: Summary) -> Summary:
    """Return the same figures without the open cases, which are lines of a register."""
    return evolve(summary, parts=tuple((scope, _closed(tally)) for scope, tally in summary.parts))


def _closed(tally: Tally) -> Tally:
    return evolve(tally, requests=_without(tally.requests), objections=_without(tally.objections))


def _without(part: RegisterTally) -> RegisterTally:
    return evolve(
        part,
        oldest=evolve(part.oldest, cases=()),
        blank_oldest=evolve(part.blank_oldest, cases=()),
    )


def _tally(tally: Tally, rename: _Renaming) -> Tally:
    named = ((one.name, getattr(tally, one.name)) for one in fields(Tally))
    registers = {name: _register(part, rename) for name, part in named if isinstance(part, RegisterTally)}
    changed: dict[str, Any] = {
        **registers,
        "matrix": _matrix(tally.matrix, rename),
    }
    return evolve(tally, **changed)


def _matrix(part: MatrixTally, rename: _Renaming) -> MatrixTally:
    def agency(key: str) -> str:
        return rename("agency", key)[1]

    def in_row(*key: str) -> Key:
        return ("agency", agency(key[1])) if key[0] == "agency" else key

    def in_period(*key: str) -> Key:
        period, name, *rest = key
        return (period, agency(name), *rest)

    return evolve(
        part,
        cells=_counts(part.cells, rename),
        rows=_counts(part.rows, in_row),
        period_cells=_counts(part.period_cells, in_period),
        period_rows=_counts(part.period_rows, in_period),
    )


def _register(part: RegisterTally, rename: _Renaming) -> RegisterTally:
    key = _keying(part.words, rename)
    return evolve(
        part,
        rows=_counts(part.rows, key),
        stated=_counts(part.stated, key),
        joint=_counts(part.joint, partial(_joint, rename=rename)),
        words=_counts(part.words, partial(_worded, rename=rename)),
        days=_counts(part.days, key),
        oldest=_cases(part.oldest, rename),
        blank_oldest=_cases(part.blank_oldest, rename),
    )


def _keying(words: Counts, rename: _Renaming) -> _Renaming:
    """Return what renames keys: a category by the words in which it was typed."""
    known = {key[:2]: _worded(*key, rename=rename)[:2] for key, _ in words.pairs}

    def key(*steps: str) -> Key:
        return (*known[steps[:2]], *steps[2:]) if steps[:2] in known else rename(*steps)

    return key


def _worded(*key: str, rename: _Renaming) -> Key:
    """Return a dimension, a category and its words, renamed by the words."""
    dimension, _, word, *rest = key
    renamed_word = rename(dimension, word)[1]
    if renamed_word == word:
        return key
    return (*folded((dimension, renamed_word)), renamed_word, *rest)


def _joint(*key: str, rename: _Renaming) -> Key:
    """Return a joint key renamed: of each part also by what is told beside it."""
    one, first, other, second, month = key
    return (*rename(one, first, other)[:2], *rename(other, second, one)[:2], month)


def _cases(oldest: Oldest, rename: _Renaming) -> Oldest:
    cases = (evolve(one, number=rename(one.number)[0], agency=rename(one.agency)[0]) for one in oldest.cases)
    return Oldest.of(cases, oldest.undated)


def _counts(counts: Counts, rename: _Renaming) -> Counts:
    return Counts.of((rename(*key), number) for key, number in counts.pairs)
