"""What is asked of a year and what comes of it: law and rules, what was read, figures, findings, plugins.

Of the law and of rules nobody may invent any: these are drawn from the law book and the catalogue.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.deadlines import Deadline, DeadlineKind, deadline
from ppid_core.errors import Problem
from ppid_core.intake import Intake
from ppid_core.intake.result import LastReport, Note, RejectedRow
from ppid_core.language import Bilingual
from ppid_core.law import Citation, Instrument, Lawbook, Parameter, Provision
from ppid_core.plugins import Artifact, Owner, PluginProblem
from ppid_core.rules import CATALOGUE, Checked, Evidence, Finding, Rule, Run, Severity
from ppid_core.rules.engine.finding import CaseName
from ppid_core.summary import Summary
from ppid_core.testing.judgement import evidence_of, judged
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
from ppid_core.testing.strategies.report import SMALLEST_PICTURE
from ppid_core.testing.strategies.year import service_years
from ppid_core.workdays import WorkdayCalendar

_SUBJECTS = ("objections.total", "agency:12", "request:permohonan.csv#5", "picture:2.4", "content:budget")
_FILES = ("data/opd.csv", "permohonan.csv")
_SUMS = st.text("0123456789abcdef", min_size=64, max_size=64)


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
        {"subject": st.sampled_from(_SUBJECTS) | names()},
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
    inputs = st.dictionaries(st.sampled_from(_FILES), _SUMS)
    return st.builds(evidence_of, service_years(), previous=st.none() | service_years(), inputs=inputs)


@cache
def outcomes_of_checks() -> SearchStrategy[Checked]:
    """Return what our own rules find in any year."""
    inputs = st.dictionaries(st.sampled_from(_FILES), _SUMS)
    return st.builds(lambda year, read: judged(year, inputs=read), service_years(), inputs)


_ALL_IN_FORCE = range(2022, 2025)
"""Years in which every time limit was law, and whose next year's decrees are known."""

_MEDIA_TYPES = ("text/plain", "text/csv", "application/json", "application/octet-stream")
_TABLES = ("permohonan", "keberatan", "opd")


@cache
def problems() -> SearchStrategy[Problem]:
    """Return cells, rows and files that could not be read."""
    return st.builds(Problem, source=sources(), value=words(), expected=bilingual(), message=bilingual())


@cache
def intakes() -> SearchStrategy[Intake]:
    """Return what reading returns: any year, and what could not be read, never more than was read."""
    table = st.sampled_from(_TABLES)
    rejected = st.builds(RejectedRow, table=table, source=sources(), cells=rows_of(words()))
    read = st.fixed_dictionaries({name: counts().map(lambda count: count + 9) for name in _TABLES})
    return partly(
        Intake,
        {"year": service_years()},
        problems=rows_of(problems()),
        notes=rows_of(st.builds(Note, source=st.none() | sources(), message=bilingual())),
        rejected=rows_of(rejected),
        read=read,
        inputs=st.dictionaries(st.sampled_from(_FILES), _SUMS),
        pictures=st.just({"gambar/ruang.png": SMALLEST_PICTURE}),
        pictured=st.just(frozenset({"gambar/meja.png"})),
        last_report=st.builds(LastReport, path=st.just("../2022"), source=sources()),
    )


@cache
def artifacts() -> SearchStrategy[Artifact]:
    """Return files of plain names."""
    name = st.from_regex(r"[a-z][a-z0-9-]{0,12}\.(?:txt|csv|json|bin)", fullmatch=True)
    media_type = st.sampled_from(_MEDIA_TYPES)
    content = {"name": name, "media_type": media_type, "content": st.binary(max_size=64)}
    return partly(
        Artifact, content, notes=rows_of(words()), folder=st.sampled_from(("data", "data-semester-1"))
    )


@st.composite
def due_dates(draw: st.DrawFn) -> Deadline:
    """Return due dates of every kind, by the law and the calendar of this package."""
    kind = draw(st.sampled_from(DeadlineKind))
    opened_on = draw(st.dates(date(_ALL_IN_FORCE[0], 1, 1), date(_ALL_IN_FORCE[-1], 12, 31)))
    extended = draw(st.booleans()) if kind is DeadlineKind.REQUEST else False
    return deadline(kind, opened_on, Lawbook.load(), WorkdayCalendar(), extended=extended)


@cache
def parameters() -> SearchStrategy[Parameter[object]]:
    """Return parameters of the law book, each with its history."""
    return st.sampled_from(Lawbook.load().parameters)


@cache
def provisions() -> SearchStrategy[Provision[object]]:
    """Return dated entries, of every unit and confidence that the law book has."""
    entries = [entry for one in Lawbook.load().parameters for entry in one.provisions]
    return st.sampled_from([entry for entry in entries if isinstance(entry, Provision)])


@cache
def citations() -> SearchStrategy[Citation]:
    """Return places in the law."""
    return provisions().map(lambda provision: provision.citation)


@cache
def instruments() -> SearchStrategy[Instrument]:
    """Return laws and regulations, in force and replaced."""
    return st.sampled_from(Lawbook.load().instruments)


_DISTRIBUTIONS = ("ppid-core", "ppid-exporter-ods", "ppid-rules-banten")
_VERSIONS = ("0.1.0", "2.3", "1.0rc1")


@cache
def owners() -> SearchStrategy[Owner]:
    """Return who a plugin comes from: our own package, or a stranger's."""
    return partly(
        Owner,
        {
            "distribution": st.sampled_from(_DISTRIBUTIONS) | names(),
            "version": st.sampled_from(_VERSIONS),
            "entry_point": names(),
        },
        module=names(),
    )


@cache
def plugin_problems() -> SearchStrategy[PluginProblem]:
    """Return what is wrong with one plugin."""
    return st.builds(PluginProblem, owner=owners(), cause=words(), message=bilingual())


@cache
def rules() -> SearchStrategy[Rule]:
    """Return rules of the catalogue, of every family and severity."""
    return st.sampled_from(CATALOGUE)


@cache
def runs() -> SearchStrategy[Run]:
    """Return what became of rules that were asked about some year."""
    return outcomes_of_checks().flatmap(lambda checked: st.sampled_from(checked.runs))
