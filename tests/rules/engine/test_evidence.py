"""Evidence holds what belongs together, and refuses the rest."""

from __future__ import annotations

import pickle
import re
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from ppid_core import (
    Dossier,
    Evidence,
    Lawbook,
    ServiceYear,
    Summary,
    WorkdayCalendar,
    check,
    merge,
    summarize,
)
from ppid_core.errors import MismatchError, PpidError
from ppid_core.law import Track
from ppid_core.model import PublicBody, ReportingPeriod, YearPart
from ppid_core.rules.casebook.origin import requests_of
from ppid_core.summary import EarlierYear
from ppid_core.testing.judgement import evidence_of

YEAR = ServiceYear(period=ReportingPeriod(2023), body=PublicBody(name="Pemerintah Kota Contoh"), requests=())
EVIDENCE = evidence_of(YEAR)


def counted(
    year: ServiceYear = YEAR, *, day: date = EVIDENCE.as_of, calendar: WorkdayCalendar = EVIDENCE.workdays
) -> Summary:
    """Return the figures of a year as they stand on a day, by a calendar."""
    return summarize(year, EVIDENCE.law, calendar, day)


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        (counted(evolve(YEAR, body=PublicBody(name="Pemerintah Kota Lain"))), "badan publik"),
        (counted(evolve(YEAR, period=ReportingPeriod(2022))), "tahun (2023 / 2022)"),
        (counted(evolve(YEAR, period=ReportingPeriod(2023, YearPart.SEMESTER_1))), "bagian tahun"),
        (counted(day=date(2023, 6, 30)), "tanggal keadaan (2023-12-31 / 2023-06-30)"),
        (counted(calendar=WorkdayCalendar.load(track=Track.ASN)), "versi kalender"),
        (Summary(), "ringkasan bukan dari satu tahun"),
        (merge(counted(), counted(evolve(YEAR, period=ReportingPeriod(2022)))), "ringkasan bukan dari satu"),
    ],
)
def test_figures_of_anything_else_are_refused(summary: Summary, told: str) -> None:
    with pytest.raises(MismatchError, match=re.escape(told)) as caught:
        evolve(EVIDENCE, summary=summary)

    assert isinstance(caught.value, PpidError)
    assert len(caught.value.differences) == 1


def test_figures_by_another_law_are_refused() -> None:
    law = Lawbook.load()
    other = evolve(law, request_response=law.objection_answer)

    with pytest.raises(MismatchError, match="versi hukum"):
        evolve(EVIDENCE, law=other)


def test_another_name_of_the_body_is_the_same_body_by_its_code() -> None:
    old, new = (evolve(YEAR, body=PublicBody(name=name, code="3673")) for name in ("Kota Lama", "Kota Baru"))

    assert Evidence(
        year=new,
        summary=counted(old),
        law=EVIDENCE.law,
        workdays=EVIDENCE.workdays,
        as_of=EVIDENCE.as_of,
    )


def test_evidence_travels_without_what_was_looked_up_and_looks_anew() -> None:
    evidence = Dossier.open(Path(__file__).parents[3] / "examples" / "kota-serang-2020").evidence
    assert requests_of(evidence) is requests_of(evidence)

    again = pickle.loads(pickle.dumps(evidence))  # noqa: S301  our own bytes

    assert again == evidence
    assert check(again).findings == check(evidence).findings


def test_what_was_found_in_the_rows_is_shared_by_another_law_and_by_no_other_year_or_earlier_one() -> None:
    looks: list[ServiceYear] = []

    def look(evidence: Evidence) -> int:
        looks.append(evidence.year)
        return len(looks)

    other = evolve(YEAR, narrative=evolve(YEAR.narrative))
    assert EVIDENCE.once(look) == EVIDENCE.judged_by(law=Lawbook.load()).once(look) == 1
    assert EVIDENCE.judged_by(year=other).once(look) == 2
    earlier = evolve(YEAR, period=ReportingPeriod(2022))
    before = EarlierYear(year=earlier, summary=counted(earlier))
    assert EVIDENCE.judged_by(previous=(before,)).once(look) == 3
