"""The promise that a rule ends, proved by counting the lines it runs, never by a clock."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from types import FrameType
from typing import Any

import pytest

from ppid_core.rules import Evidence, Rule
from ppid_core.testing.contract.promise import promise
from ppid_core.testing.contract.rule.asking import MOST_FINDINGS, answered, prepared
from ppid_core.testing.contract.rule.years import sample

MOST_STEPS = 200_000
"""Lines of Python that a rule may run on a sample year."""

TRIED = ("empty", "nihil", "small")


class Ending:
    """Whether a rule ends; what does not is asked nothing else."""

    @pytest.fixture(autouse=True)
    def _ask_only_what_ends(self, rule: Rule, request: pytest.FixtureRequest) -> None:
        if isinstance(rule, Rule) and request.node.originalname != ENDS and _endless(rule):
            pytest.skip(f"the rule does not end: see {ENDS}")

    @promise("End every loop, and yield each place once. (A loop inside a C function is not noticed.)")
    def test_ends_on_an_empty_year(self, rule: Rule) -> Iterator[str]:
        """On a year without rows, and on one of three requests, the rule ends soon."""
        yield from _endless(rule)


ENDS = Ending.test_ends_on_an_empty_year.__name__


@cache
def _endless(rule: Rule) -> tuple[str, ...]:
    """Return on which sample years a rule does not end."""
    return tuple(
        f"on the year {name!r} it runs more than {MOST_STEPS:,} lines or finds {MOST_FINDINGS:,} things"
        for name in TRIED
        if not ends(partial(_to_the_end, rule, prepared(rule, sample(name))), MOST_STEPS)
    )


def _to_the_end(rule: Rule, evidence: Evidence) -> None:
    if len(answered(rule, evidence).findings) >= MOST_FINDINGS:
        raise _Endless


class _Endless(BaseException):
    """Stops a call that runs too many lines; no ``except Exception`` catches it."""


def ends(call: Callable[[], object], most: int) -> bool:
    """Tell whether ``call`` returns or raises before it has run ``most`` lines of Python."""
    lines = 0

    def count(_frame: FrameType, event: str, _value: object) -> Any:  # noqa: ANN401  a trace function returns one
        nonlocal lines
        lines += event == "line"
        if lines > most:
            raise _Endless
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        call()
    except _Endless:
        return False
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001  that it raises is told by its own promise
        return True
    finally:
        sys.settrace(before)
    return True
