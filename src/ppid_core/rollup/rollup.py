"""The roll-up: reports of many bodies and years as one value, by a roster where there is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Self

from attrs import evolve, frozen

from ppid_core.argument import refuse_other
from ppid_core.errors import InputError, PpidError
from ppid_core.failure import Failure
from ppid_core.language import LANGS, Bilingual
from ppid_core.law import Lawbook
from ppid_core.rollup.body_year import BodyYear, Reported
from ppid_core.rollup.commission import CommissionRegister
from ppid_core.rollup.roster import Roster
from ppid_core.rollup.selection import Identities
from ppid_core.rollup.year import By, YearMaker, YearRollup
from ppid_core.summary import Summary


@frozen(kw_only=True)
class RefusedFile:
    """A file of which nothing could be read (*berkas yang tidak terbaca*).

    >>> from ppid_core.language import Bilingual
    >>> from ppid_core.rollup import RefusedFile
    >>> RefusedFile(file="rusak.pdf", why=Bilingual("rusak", "damaged")).file
    'rusak.pdf'

    Attributes:
        file: as typed.
        why: why.
    """

    file: str
    why: Bilingual

    @classmethod
    def of(cls, file: str, failure: Failure) -> Self:
        """Return it with what was raised when it was read, on one line.

        Args:
            file: as typed.
            failure: what was raised.
        """
        match failure.cause:
            case InputError(problems=problems) if problems:
                more = "" if len(problems) == 1 else f" (+{len(problems) - 1})"
                why = Bilingual(*(problems[0].message(lang) + more for lang in LANGS))
            case PpidError() if failure.cause.told.id:
                why = failure.cause.told
            case PermissionError():
                why = _NO_ACCESS
            case _:
                why = failure.told
        return cls(file=file, why=why)


@frozen(kw_only=True, slots=False)
class Rollup:
    """Reports of many bodies and years (*rekapitulasi*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import rollup
    >>> [year.year for year in rollup([Dossier.open("examples/kota-serang-2020")]).years]
    [2020]

    Attributes:
        years: each year, the oldest first.
        roster: the bodies that owe a report; None without a roster.
        by: along what bodies are grouped.
        by_latest_codes: whether a body is in the province of today's list; else in that of the year.
        law: version of the law book by which they are due.
        refused: files of which nothing could be read.
        commission: the commission's own register of disputes; None without one.
    """

    years: tuple[YearRollup, ...]
    roster: Roster | None
    by: By
    by_latest_codes: bool
    law: str = ""
    refused: tuple[RefusedFile, ...] = ()
    commission: CommissionRegister | None = None

    @property
    def latest(self) -> YearRollup:
        """The newest year.

        Raises:
            LookupError: there is no report at all.
        """
        if not self.years:
            raise LookupError("a roll-up of nothing has no year")
        return self.years[-1]

    def year(self, year: int) -> YearRollup:
        """Return one year.

        Raises:
            LookupError: there is no report of it.
        """
        found = next((one for one in self.years if one.year == year), None)
        if found is None:
            raise LookupError(year)
        return found


def rollup(
    reports: Iterable[BodyYear | Summary | Reported],
    *,
    roster: Roster | None = None,
    by: By | str = By.PROVINCE,
    today: bool = False,
    law: Lawbook | None = None,
    refused: Iterable[RefusedFile] = (),
    commission: CommissionRegister | None = None,
) -> Rollup:
    """Return the reports of many bodies and years as one value; their order does not matter.

    Of one body and year one report counts; all that is not counted is told.

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import Roster, rollup
    >>> roster = Roster.from_rows([{"nama": "Pemerintah Kota Serang"}, {"nama": "Pemerintah Kota Contoh"}])
    >>> year = rollup([Dossier.open("examples/kota-serang-2020")], roster=roster).latest
    >>> [line.name for line in year.of("missing")]
    ['Pemerintah Kota Contoh']

    Args:
        reports: dossiers, summaries (figures alone), or what `BodyYear.of` keeps of a dossier.
        roster: the bodies that owe a report; without one nobody can say who did not.
        by: along what bodies are grouped: province, level, kind, or year for no groups within a year.
        today: whether a body is in the province of today's list, and not in that of the year.
        law: by which reports are due; by default the law book of this package.
        refused: files of which nothing could be read: they are told.
        commission: the commission's own register of disputes, which is compared with the reports.

    Raises:
        ValueError: for another ``by``.
    """
    if roster is not None:
        refuse_other("roster", roster, Roster, "Roster.open(path)")
    bodies = tuple(_body_years(reports))
    book = law or Lawbook.load()
    who = Identities(roster=roster, reports=bodies)
    maker = YearMaker(identities=who, by=By(by), by_latest_codes=today, law=book, commission=commission)
    years = tuple(maker.year(year) for year in sorted({one.year for one in bodies}))
    told = tuple(sorted(refused, key=lambda one: one.file))
    asked = Rollup(years=years, roster=roster, by=maker.by, by_latest_codes=today, law=book.version)
    return evolve(asked, refused=told, commission=commission)


def _body_years(reports: Iterable[BodyYear | Summary | Reported]) -> Iterator[BodyYear]:
    for one in reports:
        if isinstance(one, BodyYear):
            yield one
        elif isinstance(one, Summary):
            yield from BodyYear.of_summary(one)
        else:
            yield BodyYear.of(one)


_NO_ACCESS = Bilingual(
    "tidak dapat dibuka. Periksa hak aksesnya.", "cannot be opened. Check its permissions."
)
