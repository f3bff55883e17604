"""A summary under other names: what hides a person in the year hides it in the figures too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import evolve, fields

from ppid_core.summary.oldest import Oldest
from ppid_core.summary.parts import Counts
from ppid_core.summary.summary import Summary
from ppid_core.summary.tally import RegisterTally, Tally

Renaming = Callable[..., tuple[str, ...]]
"""Takes the steps of a key, returns as many."""


def renamed(summary: Summary, rename: Renaming) -> Summary:
    """Return the same figures, their categories renamed; those that come to one name are added."""
    return evolve(summary, parts=tuple((scope, _tally(tally, rename)) for scope, tally in summary.parts))


def without_cases(summary: Summary) -> Summary:
    """Return the same figures without the open cases, which are lines of a register."""
    return evolve(summary, parts=tuple((scope, _closed(tally)) for scope, tally in summary.parts))


def _closed(tally: Tally) -> Tally:
    requests, objections = tally.requests, tally.objections
    return evolve(
        tally,
        requests=evolve(requests, oldest=evolve(requests.oldest, cases=())),
        objections=evolve(objections, oldest=evolve(objections.oldest, cases=())),
    )


def _tally(tally: Tally, rename: Renaming) -> Tally:
    named = ((one.name, getattr(tally, one.name)) for one in fields(Tally))
    registers = {name: _register(part, rename) for name, part in named if isinstance(part, RegisterTally)}
    changed: dict[str, Any] = {
        **registers,
        "matrix": evolve(tally.matrix, cells=_counts(tally.matrix.cells, rename)),
    }
    return evolve(tally, **changed)


def _register(part: RegisterTally, rename: Renaming) -> RegisterTally:
    cases = (
        evolve(one, number=rename(one.number)[0], agency=rename(one.agency)[0]) for one in part.oldest.cases
    )
    return evolve(
        part,
        rows=_counts(part.rows, rename),
        stated=_counts(part.stated, rename),
        words=_counts(part.words, rename),
        days=_counts(part.days, rename),
        oldest=Oldest.of(cases, part.oldest.undated),
    )


def _counts(counts: Counts, rename: Renaming) -> Counts:
    renamed_pairs = tuple((rename(*key), number) for key, number in counts.pairs)
    return counts if renamed_pairs == counts.pairs else Counts.of(renamed_pairs)
