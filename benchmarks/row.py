"""One comparison: our work, and what a user would write instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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
        unit: of what is compared: ``s`` is CPU time, else it is what both sides return.
        gate: under which name its ratio is recorded, and watched from commit to commit; "" for none.
    """

    name: str
    ours: Callable[[], Any]
    against: str
    theirs: Callable[[], Any]
    bar: float
    rounds: int = 3
    unit: str = "s"
    gate: str = ""
