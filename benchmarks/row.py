"""One comparison: our work, and what a user would write instead."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen


@frozen(kw_only=True)
class Row:
    """One comparison.

    Attributes:
        name: the work.
        ours: does it.
        against: what a user would write instead, or the same on less.
        theirs: does that.
        bar: how many times theirs ours may take.
        rounds: how often each is done, besides once to warm up; more of what takes no second.
    """

    name: str
    ours: Callable[[], object]
    against: str
    theirs: Callable[[], object]
    bar: float
    rounds: int = 3
