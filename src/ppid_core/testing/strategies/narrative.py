"""What is told: prose, lists, instruments, activities and rankings."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.intake.tables import (
    CONSTRAINTS,
    MENTIONS,
    PRIORITIES,
    RANKING,
    RECOMMENDATIONS,
    REGULATIONS,
)
from ppid_core.model import (
    Activity,
    AgencyScore,
    Constraint,
    Entry,
    InstrumentMention,
    Narrative,
    Passage,
    Recommendation,
    Regulation,
)
from ppid_core.testing.strategies.agency import agency_refs
from ppid_core.testing.strategies.column import rows_of_table, some_of
from ppid_core.testing.strategies.plain import counts, names, recorded, rows_of, texts, words

_PARTS = ("kata-pengantar", "latar-belakang", "kebijakan", "pelaksanaan", "penutup")


@cache
def passages() -> SearchStrategy[Passage]:
    """Return prose of one chapter."""
    return some_of(Passage, {"part": st.sampled_from(_PARTS) | names(), "text": texts()})


@cache
def entries() -> SearchStrategy[Entry]:
    """Return items of a list."""
    return rows_of_table(PRIORITIES, always={"text": texts()}, note=words())


@cache
def recommendations() -> SearchStrategy[Recommendation]:
    """Return recommendations, with and without a plan, of this and of earlier reports."""
    return rows_of_table(
        RECOMMENDATIONS, always={"text": texts()}, note=words(), year=st.integers(2008, 2027)
    )


@cache
def constraints() -> SearchStrategy[Constraint]:
    """Return obstacles to the service."""
    return rows_of_table(CONSTRAINTS, always={"text": texts()})


@cache
def regulations() -> SearchStrategy[Regulation]:
    """Return regulations; one instrument may stand under two numbers."""
    return rows_of_table(
        REGULATIONS,
        number=st.sampled_from(("Peraturan Walikota Nomor 24 Tahun 2011", "Perwal 24/2011")) | words(),
        year=st.integers(1945, 2027),
    )


@cache
def mentions() -> SearchStrategy[InstrumentMention]:
    """Return instruments, bodies and dated weekdays as a text names them."""
    return rows_of_table(MENTIONS, year=st.integers(1945, 2027), passage=st.sampled_from(_PARTS) | words())


@cache
def narratives() -> SearchStrategy[Narrative]:
    """Return everything that is told and not counted."""
    return st.builds(
        Narrative,
        passages=rows_of(passages()),
        priorities=recorded(entries()),
        constraints=recorded(constraints()),
        recommendations=recorded(recommendations()),
        regulations=recorded(regulations()),
        mentions=recorded(mentions()),
    )


@cache
def agency_scores() -> SearchStrategy[AgencyScore]:
    """Return scores of a ranking."""
    return rows_of_table(RANKING, always={"agency": agency_refs()}, value=counts().map(Decimal))


@cache
def activities() -> SearchStrategy[Activity]:
    """Return what was done in a year."""
    return st.builds(
        Activity,
        activities=recorded(entries()),
        innovations=recorded(entries()),
        awards=recorded(entries()),
        ranking=recorded(agency_scores()),
    )
