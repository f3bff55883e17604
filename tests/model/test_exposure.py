"""What free text exposes is seen by columns, too: as the redaction tells it, row by row."""

from __future__ import annotations

import sys
from typing import get_type_hints
from unittest.mock import patch

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.years import shared_years

from ppid_core.model import (
    AgencyRef,
    Channel,
    Coded,
    CourtCase,
    Dispute,
    Objection,
    ReportingPeriod,
    Request,
    ServiceYear,
)
from ppid_core.model.redaction import Redaction, exposures_of, redaction
from ppid_core.model.redaction.cell import plan_of, wordless_fields
from ppid_core.model.redaction.identifier import Identifiers
from ppid_core.summary import listed

TEXTS = (
    *("", "salinan APBD 2024", "nomor 123456789", "hubungi 081234567890", "surel siti@contoh.id"),
    *("NIK 3301021503900001", "telepon +62 21 55555", "٠٨١٢٣٤٥٦٧٨٩٠", "hubungi\u00a0081234567890"),
)
FOUND = 12
MADE_OF = "@.08123456-+62() a\u00e9٣"


@st.composite
def long_years(draw: st.DrawFn) -> ServiceYear:
    """Draw a year of which the register of requests is long enough to be looked at by columns."""
    year = draw(shared_years())
    agencies = [None, *(AgencyRef(typed=text) for text in TEXTS)]
    channels = [None, *(Coded(Channel.OTHER, text) for text in TEXTS)]
    rows = st.builds(
        Request,
        number=st.sampled_from(TEXTS),
        subject=st.sampled_from(TEXTS),
        purpose=st.sampled_from(TEXTS[:3]),
        agency=st.sampled_from(agencies),
        channel=st.sampled_from(channels),
    )
    return evolve(year, requests=(*listed(year.requests), *draw(st.lists(rows, max_size=30))))


@pytest.mark.slow
@given(long_years())
def test_exposures_are_those_of_the_redaction(year: ServiceYear) -> None:
    assert exposures_of(year) == Redaction.of(year, traits=False).exposures


@given(long_years())
def test_where_nobody_is_known_columns_leave_what_rows_leave(year: ServiceYear) -> None:
    nobodys = evolve(
        year,
        requests=tuple(evolve(row, applicant=None) for row in listed(year.requests)),
        objections=tuple(evolve(row, applicant=None) for row in listed(year.objections)),
        disputes=tuple(evolve(row, applicant=None) for row in listed(year.disputes)),
    )

    by_columns = Redaction.of(nobodys, traits=False)

    with patch.object(redaction, "_FEW_ROWS", sys.maxsize):
        by_rows = Redaction.of(nobodys, traits=False)
    assert by_columns.year == by_rows.year
    assert (by_columns.exposures, by_columns.cells) == (by_rows.exposures, by_rows.cells)


@pytest.mark.parametrize("text", TEXTS[3:6])
def test_one_text_among_many_rows_is_found(text: str) -> None:
    rows = tuple(Request(subject=text if at == FOUND else "salinan APBD") for at in range(1, 20))

    (exposure,) = exposures_of(ServiceYear(period=ReportingPeriod(2024), requests=rows))

    assert (exposure.holder, exposure.position) == ("Request", FOUND)


@given(st.text(MADE_OF, min_size=1))
def test_no_text_is_passed_over_for_its_few_digits(text: str) -> None:
    identifiers = Identifiers()

    assert list(identifiers.spans(text)) == list(identifiers.spans(f"{text} \u00e9"))


@given(st.lists(st.text(MADE_OF + "\n"), max_size=8))
def test_a_column_is_passed_over_only_where_no_text_of_it_holds_anything(texts: list[str]) -> None:
    identifiers = Identifiers()

    assert identifiers.are_in(texts) or not any(any(identifiers.spans(text)) for text in texts)


@pytest.mark.parametrize("kind", [Request, Objection, Dispute, CourtCase, ServiceYear])
def test_fields_without_words_are_those_of_days_counts_and_members(kind: type) -> None:
    wordless = wordless_fields(kind)

    plan = {name for name, _ in plan_of(kind) or ()}

    assert not {name for name, hint in get_type_hints(kind).items() if hint is str} & wordless
    assert {"period", "count", "notice_on", "filed_on", "applicant"} & plan <= wordless
