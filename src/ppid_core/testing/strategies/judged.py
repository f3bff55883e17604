"""What comes of a year: its figures, what rules look at, and what they found."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.language import Bilingual
from ppid_core.rules import CATALOGUE, Checked, Evidence, Finding, Severity
from ppid_core.rules.engine.finding import CaseName
from ppid_core.summary import Summary
from ppid_core.testing.judging import evidence_of, judged
from ppid_core.testing.strategies.plain import (
    absent,
    amounts,
    counts,
    days,
    names,
    partly,
    periods,
    rows_of,
    sources,
    words,
)
from ppid_core.testing.strategies.year import service_years

SUBJECTS = ("objections.total", "agency:12", "request:permohonan.csv#5", "picture:2.4", "content:budget")
FILES = ("data/opd.csv", "permohonan.csv")
SUMS = st.text("0123456789abcdef", min_size=64, max_size=64)


@cache
def bilingual() -> SearchStrategy[Bilingual]:
    """Return texts in two languages."""
    return st.builds(Bilingual, names(), names())


@cache
def findings() -> SearchStrategy[Finding]:
    """Return findings as a rule yields them or as the engine stamps them, of any value."""
    plain = words() | counts() | amounts() | days() | periods() | absent()
    return partly(
        Finding,
        {"subject": st.sampled_from(SUBJECTS) | names()},
        sources=rows_of(st.none() | sources()),
        provided=plain,
        expected=plain,
        affected=counts(),
        facts=st.dictionaries(st.sampled_from(("first", "suggested")), plain | bilingual()),
        basis=rows_of(bilingual()),
        code=st.sampled_from([rule.code for rule in CATALOGUE]),
        severity=st.sampled_from(Severity),
        waived=words(),
        wording=bilingual(),
        mending=bilingual(),
        unread=counts(),
        case=st.builds(CaseName, kind=bilingual(), number=words()),
    )


@cache
def summaries() -> SearchStrategy[Summary]:
    """Return the figures of any year."""
    return evidence().map(lambda one: one.summary)


@cache
def evidence() -> SearchStrategy[Evidence]:
    """Return what rules look at, of any year and last year's, by the law and the calendar of this package."""
    inputs = st.dictionaries(st.sampled_from(FILES), SUMS)
    return st.builds(evidence_of, service_years(), previous=st.none() | service_years(), inputs=inputs)


@cache
def outcomes_of_checks() -> SearchStrategy[Checked]:
    """Return what our own rules find in any year."""
    inputs = st.dictionaries(st.sampled_from(FILES), SUMS)
    return st.builds(lambda year, read: judged(year, inputs=read), service_years(), inputs)
