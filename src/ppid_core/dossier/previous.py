"""The years before: which of them a year can be compared with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from ppid_core.dossier.identity import is_same
from ppid_core.errors import MismatchError
from ppid_core.language import Bilingual
from ppid_core.model import ServiceYear, YearPart
from ppid_core.summary import EarlierYear


class Work(Protocol):
    """A year's work as a later year sees it: its dossier."""

    @property
    def year(self) -> ServiceYear:
        """The year."""

    @property
    def counted(self) -> EarlierYear:
        """The same with its figures."""

    @property
    def earlier(self) -> tuple[EarlierYear, ...]:
        """Those with which it comes."""


W = TypeVar("W", bound=Work)


def newest_first(works: Iterable[W]) -> tuple[W, ...]:
    """Return the works by their year, the newest first."""
    return tuple(sorted(works, key=lambda work: -work.year.period.year))


def refuse_strangers(year: ServiceYear, works: Iterable[Work]) -> None:
    """Refuse works, the newest first, that are no earlier years of the body of ``year``.

    Raises:
        MismatchError: one is of another body, or not earlier; one stands there twice; or it covers another
            part of its year. A whole year stands beside any part: it serves its cases alone.
    """
    if differences := tuple(_strangers(year, (work.year for work in works))):
        raise MismatchError(differences)


def _strangers(year: ServiceYear, earlier: Iterable[ServiceYear]) -> Iterator[Bilingual]:
    own = year.period
    later = own.year
    for one in earlier:
        period, told = one.period, {"body": one.body.name, "year": one.period.year}
        if period.year >= own.year or not is_same(one.body, year.body):
            yield _NOT_EARLIER.fill(**told)
        elif period.part not in {own.part, YearPart.YEAR}:
            yield _OTHER_PART.fill(**told)
        elif period.year == later:
            yield _TWICE.fill(**told)
        later = period.year


def all_of(works: Iterable[Work]) -> tuple[EarlierYear, ...]:
    """Return the years of the works and those with which these come, the newest first."""
    given = tuple(works)
    known = {one.year.period.year: one for work in given for one in work.earlier}
    known |= {work.year.period.year: work.counted for work in given}
    return tuple(known[year] for year in sorted(known, reverse=True))


_NOT_EARLIER = Bilingual(
    '"{body}" {year} bukan tahun sebelumnya dari badan ini', '"{body}" {year} is no earlier year of this body'
)
_OTHER_PART = Bilingual(
    '"{body}" {year} mencakup bagian tahun yang lain', '"{body}" {year} covers another part of its year'
)
_TWICE = Bilingual('"{body}" {year} diberikan dua kali', '"{body}" {year} is given twice')
