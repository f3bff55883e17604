"""The contract of rules: what every rule promises to the officer who is told what it found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import product
from typing import ClassVar

import pytest
from attrs import evolve, frozen
from hypothesis import HealthCheck, given, settings

from ppid_core.language import LANGS, Bilingual
from ppid_core.model import Absent, Period, ServiceYear
from ppid_core.rules import CATALOGUE, Evidence, Finding, NotApplicable, Rule, Run, Severity, Status, check
from ppid_core.testing import judgement, samples
from ppid_core.testing.contract.promise import misfit, missing, promise
from ppid_core.testing.elsewhere.process import found, run_elsewhere
from ppid_core.testing.strategies import service_years

Case = ServiceYear | Evidence
"""A year, or the whole evidence where a case needs last year's report, files or another day."""

_SAMPLES = ("empty", "nihil", "small", "absent", "exact", "huge", "hostile", "named")
_FEW_SAMPLES = ("small", "absent", "hostile")
_NAMES = re.compile(r"\{[^}]*\}")
_TEXTS = ("title", "message", "mend", "explanation", "where", "example")
_MAY_BE_ALIKE = "example"  # it shows what a clerk types, which is the same in any language
_PLAIN = (str, int, Decimal, date, time, Period, StrEnum, Absent, type(None))
_SUBJECT = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*(?:@\d\d)?(?::\S.*)?", re.DOTALL)
"""A path may be narrowed by a month, as the lines of *rekap* are: ``requests.by_outcome.refused@02``."""
_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S+[.!?]")
"""Four words or more and a full stop: what a reader is told, and no value."""


@frozen(kw_only=True)
class Answer:
    """How a rule ended on one case, and what it found, as the engine stamps it."""

    evidence: Evidence
    run: Run
    findings: tuple[Finding, ...]


class RuleContract:
    """Tests of one rule: subclass it as ``TestMine`` and define the fixtures ``rule``, ``fires``, ``passes``.

    A case is a `ServiceYear`, or an `Evidence` where it takes last year's report, files or another day.

    >>> from ppid_core.testing import RuleContract, promises
    >>> "test_fires_where_it_should" in {promise.name for promise in promises(RuleContract)}
    True

    Attributes:
        built_in: whether the code may be of a family of one letter: only those of ppid_core are.
        examples: of how many years of any kind the rule is asked, beside the samples.
    """

    built_in: ClassVar[bool] = False
    examples: ClassVar[int] = 60

    @pytest.fixture
    def rule(self) -> Rule:
        """The rule under test."""
        missing("rule", "BTN101")

    @pytest.fixture
    def fires(self) -> Case | None:
        """A year in which the rule finds something: required."""
        return None

    @pytest.fixture
    def passes(self) -> Case | None:
        """A year in which the rule can be asked and finds nothing: required."""
        return None

    @pytest.fixture
    def not_applicable(self) -> Case | None:
        """A year in which the rule cannot be asked; without it, the year of which nothing is recorded."""
        return None

    @pytest.fixture
    def answers(self, rule: Rule, fires: Case | None) -> tuple[Answer, ...]:
        """How the rule ended where it found something: in its own case, and in years of any kind."""
        own = () if fires is None else (asked(rule, fires),)
        every = (*own, *asked_of_any_year(rule, self.examples))
        answers = tuple(answer for answer in every if answer.findings)
        return answers or pytest.skip("the rule found nothing anywhere: see test_fires_where_it_should")

    @pytest.fixture
    def findings(self, answers: Iterable[Answer]) -> tuple[Finding, ...]:
        """All that the rule found."""
        return tuple(finding for answer in answers for finding in answer.findings)

    @promise(
        "Choose a code of two to four letters of your own and three digits (BTN101): families of one letter "
        "belong to ppid_core, and no code is ever reused. Give each field what Rule declares: texts as "
        "Bilingual, their braces in pairs around a name or {name:one|more}; in basis, names of fields of "
        "ppid_core.Lawbook such as request_response, none for plain arithmetic."
    )
    def test_follows_the_protocol(self, rule: Rule) -> Iterator[str]:
        """A rule is a Rule with a code of a family of its own, whose basis is in the law book."""
        yield from misfit(evolve(rule, code="XY101") if self.built_in else rule, Rule)

    @promise(
        "Write title, message, mend, explanation, where and example in formal Indonesian and in English: "
        'Bilingual("…", "…").'
    )
    def test_texts_are_there_in_both_languages(self, rule: Rule) -> Iterator[str]:
        """Every text is there in Indonesian and in English, and the two are not the same."""
        for name in _TEXTS:
            text = getattr(rule, name)
            if not (text.id.strip() and text.en.strip()):
                yield f"{name} lacks {'English' if text.id.strip() else 'Indonesian'}"
            elif text.id == text.en and name != _MAY_BE_ALIKE and _NAMES.sub("", text.id).strip(" .,:;"):
                yield f"{name} is {text.id!r} in both languages"

    @promise(
        "Give every field of the attrs class that checks a default that works, and a type that can be typed "
        "on a command line: str, int, bool, Decimal, date, an Enum or a Literal."
    )
    def test_every_option_works_by_its_default(self, rule: Rule) -> Iterator[str]:
        """Each option can be set to its own default, as it is typed."""
        for option in rule.options:
            typed = option.typed("id")
            if typed and rule.with_options({option.name: typed}) != rule:
                yield f"the option {option.name} was set to its default {typed!r} and became another"

    @promise(
        "Define the fixture fires: a year as small as can be (ServiceYear or Evidence) in which the rule "
        "finds something. A rule that was never seen to fire may never do so."
    )
    def test_fires_where_it_should(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """There is a year in which the rule finds something."""
        yield from _ended(rule, "fires", fires, Status.FOUND)

    @promise(
        "Define the fixture passes: the same year, mended. It has to be one in which the rule can be asked; "
        "where it cannot, it proves nothing."
    )
    def test_passes_where_all_is_well(self, rule: Rule, passes: Case | None) -> Iterator[str]:
        """There is a year in which the rule can be asked and finds nothing."""
        yield from _ended(rule, "passes", passes, Status.PASSED)

    @promise(
        "Take every register by known(evidence.year.…): where it was not kept, the rule ends there with the "
        "reason, for silence is no proof that all is well. Or raise NotApplicable(Bilingual(…, …))."
    )
    def test_is_not_applicable_where_it_cannot_be_asked(
        self, rule: Rule, not_applicable: Case | None
    ) -> Iterator[str]:
        """A year of which nothing is recorded does not pass; that it cannot be asked has a reason."""
        if rule.judges_findings and not_applicable is None:
            pytest.skip("the rule judges what others found")
        case = sample("empty") if not_applicable is None else not_applicable
        run = asked(rule, case).run
        if run.status is Status.NOT_APPLICABLE:
            if not (run.reason.id and run.reason.en):
                yield f"the reason is {run.reason!r}"
        elif run.status is Status.PASSED or not_applicable is not None:
            yield from _ended(rule, "not_applicable", case, Status.NOT_APPLICABLE)

    @promise(
        "Ask before you index, divide, compare or look up: a date, an agency, an outcome may be None, a "
        "count 0, a register Absent or empty, a text anything. What cannot be judged ends by NotApplicable."
    )
    def test_never_raises(self, rule: Rule) -> Iterator[str]:
        """Whatever year there is, the rule finds, passes or is not applicable."""
        for answer in asked_of_any_year(rule, self.examples):
            if answer.run.status is Status.FAILED:
                yield f"{answer.run.reason.en}, on the year {answer.evidence.year!r}"

    @promise(
        "Name in braces only subject, provided, expected, difference, affected, place and keys of facts, and "
        "fill them in; leave no {}, no {0} and no doubled braces. A place that is None prints as –."
    )
    def test_templates_are_filled_by_every_finding(
        self, rule: Rule, findings: Iterable[Finding]
    ) -> Iterator[str]:
        """Message and mend of every finding can be told in both languages, without a brace."""
        for template in (text(lang) for text, lang in product((rule.message, rule.mend), LANGS)):
            if "{{" in template or "}}" in template:
                yield f"{template!r} leaves a brace unfilled"
        for finding, lang in product(findings, LANGS):
            try:
                finding.message(lang), finding.mend(lang)
            except (LookupError, ValueError) as error:
                yield f"{finding.subject}: a template cannot be filled: {type(error).__name__} {error}"

    @promise(
        "Name the place by a key that stays: objections.total, request:permohonan.csv#5 (Source), agency:12. "
        "No translated words, no sentence, and nothing that depends on the order of rows or the day."
    )
    def test_subjects_are_stable_keys(self, findings: Iterable[Finding]) -> Iterator[str]:
        """The subject of a finding is an untranslated key, a word or path, then a colon and what it is of."""
        for finding in findings:
            if not isinstance(finding.subject, str) or not _SUBJECT.fullmatch(finding.subject):
                yield f"the subject {finding.subject!r}"

    @promise(
        "Write check as a generator: yield Finding(subject=…, …) for each place to mend, and nothing where "
        "all is well. Leave code, severity and waived alone, the engine stamps them."
    )
    def test_check_yields_findings(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """The check is a generator of findings, which leave code and severity to the engine."""
        try:
            answer = rule.check(sample("small") if fires is None else evidence_of(fires))
            if not isinstance(answer, Iterator):
                yield f"check returned {answer!r}"
            for item in answer:
                if not isinstance(item, Finding):
                    yield f"check yielded {item!r}"
                elif (item.code, item.severity, item.waived) != ("", Severity.INFO, ""):
                    yield f"{item.subject}: code {item.code!r}, severity {item.severity!r} are set"
        except NotApplicable:
            return

    @promise(
        "Give provided, expected and facts the values themselves: str, int, Decimal, date, time, Period, an "
        "enum member, Absent or None; in facts also Bilingual. No float, no bool, no list; put sentences "
        "into Rule.message as templates, and words of your own into Bilingual(…, …)."
    )
    def test_values_of_findings_are_plain(self, answers: Iterable[Answer]) -> Iterator[str]:
        """Everything in a finding has a type that is printed in both languages, and is no sentence in one."""
        for answer in answers:
            typed = repr(answer.evidence.year)  # a quotation may be one paragraph of what was typed
            for name, value in (pair for finding in answer.findings for pair in _values(finding)):
                may_be = (*_PLAIN, Bilingual) if name.startswith("facts") else _PLAIN
                if not isinstance(value, may_be) or isinstance(value, bool):
                    yield f"{name} is {value!r}, a {type(value).__name__}"
                elif isinstance(value, str) and _SENTENCE.fullmatch(value) and repr(value)[1:-1] not in typed:
                    yield f"{name} is the sentence {value!r}"

    @promise("Keep nothing between calls: no global, no cache over years, no iterator that runs dry.")
    def test_same_evidence_gives_the_same_findings(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """Asked twice, the rule says the same."""
        for case in _cases(fires):
            first, second = asked(rule, case), asked(rule, case)
            if (first.run, first.findings) != (second.run, second.findings):
                yield f"first {_subjects(first.findings)}, then {_subjects(second.findings)}"

    @promise(
        "Sort what comes from a set before you walk through it; read neither clock nor time zone nor locale: "
        "evidence.as_of is today. Define check as a function at the top of a module: it is pickled over."
    )
    def test_same_findings_in_other_processes_and_on_other_days(
        self, rule: Rule, fires: Case | None
    ) -> Iterator[str]:
        """Another process with another hash seed, time zone, locale and day finds the same, in that order."""
        cases = _cases(fires)
        outcome = run_elsewhere(found, ((rule,), cases))
        if outcome.fault:
            yield f"elsewhere it {outcome.fault}"
        for ours, theirs in zip(found((rule,), cases), outcome.value or (), strict=False):
            if ours != theirs:
                yield f"here it found {_subjects(ours)}, elsewhere {_subjects(theirs)}"

    @promise("Copy what you want to sort or change; the year, the summary and the law are everybody's.")
    def test_evidence_is_not_changed(self, rule: Rule, fires: Case | None) -> Iterator[str]:
        """The year, its summary and what others found are the same after the rule was asked."""
        for case, before in zip(_cases(fires), _cases(fires), strict=True):
            asked(rule, case)
            for name in ("year", "summary", "inputs", "findings"):
                if getattr(case, name) != getattr(before, name):
                    yield f"evidence.{name} is another than before"


def asked(rule: Rule, case: Case) -> Answer:
    """Return how ``rule`` ends on a case; one that judges what others found is asked after ours."""
    evidence = case if isinstance(case, Evidence) else evidence_of(case)
    others = CATALOGUE if rule.judges_findings else ()
    checked = check(evidence, (*(one for one in others if one.code != rule.code), rule))
    (run,) = (one for one in checked.runs if one.code == rule.code)
    findings = tuple(one for one in checked.findings if one.code == rule.code)
    return Answer(evidence=evidence, run=run, findings=findings)


@cache
def asked_of_any_year(rule: Rule, examples: int) -> tuple[Answer, ...]:
    """Return how ``rule`` ends on the sample years, and on so many others; the same ones each time."""
    return tuple(asked(rule, evidence) for evidence in _any_years(examples))


@cache
def _any_years(examples: int) -> tuple[Evidence, ...]:
    made: list[ServiceYear] = []

    @settings(max_examples=examples, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
    @given(service_years())
    def gather(year: ServiceYear) -> None:
        made.append(year)

    gather()
    return (*map(sample, _SAMPLES), *map(evidence_of, made))


def evidence_of(case: Case) -> Evidence:
    """Return what a rule may look at: a copy of the year, its figures, law and calendar of this package."""
    if isinstance(case, Evidence):
        return evolve(case, year=deepcopy(case.year), inputs=dict(case.inputs))
    return judgement.evidence_of(deepcopy(case))


def sample(name: str) -> Evidence:
    """Return the evidence of a sample year, made anew."""
    return judgement.evidence_of(getattr(samples, name)())


def _cases(fires: Case | None) -> tuple[Evidence, ...]:
    own = () if fires is None else (evidence_of(fires),)
    return (*own, *map(sample, _FEW_SAMPLES))


def _ended(rule: Rule, name: str, case: Case | None, due: Status) -> Iterator[str]:
    """Yield how the rule ended on the case of that fixture, where that is not as it should."""
    if case is None:
        yield f"there is no fixture {name}; it is required"
    elif (answer := asked(rule, case)).run.status is not due:
        reason = answer.run.reason.en or ", ".join(_subjects(answer.findings))
        yield f"the case {name!r} ended as {answer.run.status}{f': {reason}' if reason else ''}"


def _subjects(findings: Sequence[Finding]) -> list[str]:
    return [finding.subject for finding in findings]


def _values(finding: Finding) -> Iterator[tuple[str, object]]:
    yield "provided", finding.provided
    yield "expected", finding.expected
    yield from ((f"facts[{name!r}]", value) for name, value in finding.facts.items())
