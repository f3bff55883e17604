"""Years of any kind, made once by hypothesis; where a rule breaks, the smallest such year is sought."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache

from attrs import define
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis.errors import NoSuchExample

from ppid_core.model import ServiceYear
from ppid_core.rules import Evidence
from ppid_core.testing import samples
from ppid_core.testing.contract.rule.asking import evidence_of
from ppid_core.testing.strategies import service_years

SAMPLES = ("empty", "nihil", "small", "absent", "exact", "huge", "hostile", "named")
MOST_TRIED = 200
PATIENCE = 40
"""Years tried in a row without a smaller one among them; hypothesis by itself goes on for five minutes."""


def sample(name: str) -> Evidence:
    """Return the evidence of a sample year, made anew."""
    year: ServiceYear = getattr(samples, name)()
    return evidence_of(year)


@cache
def any_years(examples: int) -> tuple[Evidence, ...]:
    """Return the sample years and as many others; the same ones each time."""
    made: list[ServiceYear] = []

    @settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(service_years())
    def gather(year: ServiceYear) -> None:
        made.append(year)

    gather()
    return (*map(sample, SAMPLES), *map(evidence_of, made))


def smallest(broken: ServiceYear, breaks: Callable[[ServiceYear], bool]) -> ServiceYear:
    """Return a year as small as can soon be found that breaks a rule, ``broken`` where none is found."""
    quick = settings(
        max_examples=MOST_TRIED,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    search = _Search(breaks=breaks)
    with suppress(NoSuchExample, _Enough):
        find(service_years(), search.tried, settings=quick)
    return broken if search.found is None else search.found


class _Enough(BaseException):
    """Ends a search; hypothesis takes no exception of this kind for one of the rule's."""


@define
class _Search:
    """Keeps the smallest year found, and ends where going on makes it no smaller."""

    breaks: Callable[[ServiceYear], bool]
    found: ServiceYear | None = None
    size: int = 0
    in_vain: int = 0

    def tried(self, year: ServiceYear) -> bool:
        """Tell whether ``year`` breaks the rule."""
        if broken := self.breaks(year):
            size = len(repr(year))
            if self.found is None or size < self.size:
                self.found, self.size, self.in_vain = year, size, -1
        self.in_vain += self.found is not None
        if self.in_vain >= PATIENCE:
            raise _Enough
        return broken
