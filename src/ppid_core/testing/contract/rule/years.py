"""Years of any kind, made once by hypothesis; where a rule breaks, the smallest such year is sought."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis.errors import NoSuchExample

from ppid_core.model import ServiceYear
from ppid_core.rules import Evidence
from ppid_core.testing import samples
from ppid_core.testing.contract.rule.asking import evidence_of
from ppid_core.testing.strategies import service_years

SAMPLES = ("empty", "nihil", "small", "absent", "exact", "huge", "hostile", "named")
MOST_TRIED = 200


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
    """Return a year as small as can be found that breaks a rule, ``broken`` where none is found."""
    quick = settings(
        max_examples=MOST_TRIED,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        return find(service_years(), breaks, settings=quick)
    except NoSuchExample:
        return broken
