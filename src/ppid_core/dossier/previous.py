"""The years before: which of them a year can be compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from attrs import evolve

from ppid_core.dossier.identity import is_same
from ppid_core.errors import ExtraMissingError, InputError, MismatchError, Problem
from ppid_core.intake import STANDARD_INPUT, Intake, Note, load
from ppid_core.intake.result import LastReport
from ppid_core.language import Bilingual
from ppid_core.model import ServiceYear, YearPart
from ppid_core.summary import EarlierYear
from ppid_core.summary.history import MOST_YEARS


class Work(Protocol):
    """A year's work as a later year sees it: its dossier."""

    @property
    def year(self) -> ServiceYear:
        """The year."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What of it could not be read."""

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


def strangers(year: ServiceYear, works: Iterable[Work]) -> Iterator[Bilingual]:
    """Yield what is said of each of the works, the newest first, that is no earlier year of this body.

    It is of another body, or not earlier; it stands there twice; or it covers another part of its year. A
    whole year stands beside any part: it serves its cases alone.
    """
    own = year.period
    later = own.year
    for one in (work.year for work in works):
        period, told = one.period, {"body": one.body.name, "year": one.period.year}
        if period.year >= own.year or not is_same(one.body, year.body):
            yield _NOT_EARLIER.fill(**told)
        elif period.part not in {own.part, YearPart.YEAR}:
            yield _OTHER_PART.fill(**told)
        elif period.year == later:
            yield _TWICE.fill(**told)
        later = period.year


def home_of(path: str | Path) -> Path | None:
    """Return the folder of a report; None for what comes by standard input."""
    place = Path(path)
    return None if str(path) == STANDARD_INPUT else place if place.is_dir() else place.parent


def seen_from(home: str | Path, report: str | Path) -> str | None:
    """Return the path by which *tahun_lalu* of a report in ``home`` names another; None where it may not.

    >>> seen_from("arsip/laporan-2024", "arsip/laporan-2023")
    '../laporan-2023'
    >>> seen_from("arsip/laporan-2024", "lama/laporan-2023") is None
    True
    """
    here, there = Path(home).resolve(), Path(report).resolve()
    if there in {here, here.parent} or not there.is_relative_to(here.parent):
        return None
    is_inside = there.is_relative_to(here)
    path = there.relative_to(here) if is_inside else Path("..") / there.relative_to(here.parent)
    return path.as_posix()


def with_last_report(
    intake: Intake,
    home: Path | None,
    given: Sequence[W],
    make: Callable[..., W],
    *,
    depth: int = MOST_YEARS,
) -> tuple[Intake, tuple[W, ...]]:
    """Return what is compared with: the works that are given, and the report that *tahun_lalu* names.

    Given works win. What is wrong with the report is a problem of this one: it is not there, cannot be read,
    is no earlier year of the body, or says other figures than the work of its year that is given.

    Args:
        intake: what was read.
        home: the folder to which *tahun_lalu* is relative; None where there is none.
        given: earlier years that were named beside it.
        make: makes a work of a year, how it was read, and those before it.
        depth: how many reports are followed so, each by its own *tahun_lalu*.
    """
    named, told = intake.last_report, tuple(given)
    intake = _with_unread(intake, told)
    if named is None or home is None or not depth:
        return intake, told
    place = (home / named.path).resolve()
    if not place.exists() or not place.is_relative_to(home.resolve().parent) or place == home.resolve():
        return _with_problem(intake, named, _NOT_THERE), told
    try:
        found = as_data(place, make, depth=depth - 1)
    except (InputError, ExtraMissingError, MismatchError) as error:
        return _with_problem(intake, named, _NOT_COMPARED, why=error.told), told
    for why in strangers(intake.year, [found]):
        return _with_problem(intake, named, _NOT_COMPARED, why=why), told
    same = [work for work in told if work.year.period.year == found.year.period.year]
    if any(work.counted.summary.figures != found.counted.summary.figures for work in same):
        return _with_problem(intake, named, _DIFFERS, year=found.year.period.year), told
    return (intake, told) if same else (_with_unread(intake, [found]), (*told, found))


def as_data(path: str | Path, make: Callable[..., W], *, depth: int = MOST_YEARS) -> W:
    """Return an earlier year's work, read as data alone: no plugin reads it, and no rule is asked of it.

    Args:
        path: as `load` takes it; what its own *tahun_lalu* names comes with it.
        make: as for `with_last_report`.
        depth: as there.

    Raises:
        InputError: as `load`.
    """
    return past_of(load(path), path, make, depth=depth)


def past_of(intake: Intake, path: str | Path, make: Callable[..., W], *, depth: int = MOST_YEARS) -> W:
    """Return the work of an earlier year that was read already; as `as_data`."""
    intake, before = with_last_report(intake, home_of(path), (), make, depth=depth)
    return make(year=intake.year, intake=intake, previous=before)


def _with_problem(intake: Intake, named: LastReport, told: Bilingual, **facts: Bilingual | int) -> Intake:
    message = told.fill(path=named.path, **facts)
    problem = Problem(source=named.source, value=named.path, expected=_EXPECTED, message=message)
    return evolve(intake, problems=(*intake.problems, problem))


def _with_unread(intake: Intake, works: Iterable[Work]) -> Intake:
    """Note of how much of what is compared with could not be read."""
    left = ((work.year.period.year, len(work.problems)) for work in works)
    notes = (Note(message=_UNREAD.fill(year=year, count=count)) for year, count in left if count)
    return evolve(intake, notes=(*intake.notes, *notes))


def all_of(works: Iterable[Work]) -> tuple[EarlierYear, ...]:
    """Return the years of the works and those with which these come, the newest first."""
    given = tuple(works)
    known = {one.year.period.year: one for work in given for one in work.earlier}
    known |= {work.year.period.year: work.counted for work in given}
    return tuple(known[year] for year in sorted(known, reverse=True))


_EXPECTED = Bilingual(
    "folder atau berkas laporan tahun sebelumnya", "the folder or file of an earlier year's report"
)
_NOT_THERE = Bilingual(
    'laporan tahun lalu "{path}" tidak ditemukan di folder ini atau di sebelahnya.',
    'last year\'s report "{path}" is neither in this folder nor beside it.',
)
_NOT_COMPARED = Bilingual(
    '"{path}" tidak dapat dipakai sebagai laporan tahun lalu: {why}.',
    '"{path}" cannot be taken for last year\'s report: {why}.',
)
_DIFFERS = Bilingual(
    'laporan {year} di "{path}" berbeda angkanya dari yang disebut --previous; yang dipakai --previous.',
    'the report of {year} at "{path}" has other figures than that of --previous, which is taken.',
)
_UNREAD = Bilingual(
    "Laporan {year}, pembanding: {count} isian belum terbaca.",
    "Report of {year}, compared with: {count} {count:entry was|entries were} not read.",
)
_NOT_EARLIER = Bilingual(
    '"{body}" {year} bukan tahun sebelumnya dari badan ini', '"{body}" {year} is no earlier year of this body'
)
_OTHER_PART = Bilingual(
    '"{body}" {year} mencakup bagian tahun yang lain', '"{body}" {year} covers another part of its year'
)
_TWICE = Bilingual('"{body}" {year} diberikan dua kali', '"{body}" {year} is given twice')
