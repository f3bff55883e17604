"""A right rule with its cases, and the same with one fault each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any

from attrs import evolve, frozen

from ppid_core.language import Bilingual
from ppid_core.model import Absent, Applicant, Outcome, ReportingPeriod, Request, ServiceYear
from ppid_core.rules import Evidence, Finding, NotApplicable, Rule, Severity, known, present
from ppid_core.source import Source

NO_REFUSAL = Bilingual("tidak ada permohonan yang ditolak", "no request was refused")
ROWS = 8


def year(form: str) -> ServiceYear:
    """Return a year of refusals that were sent in this form; "" is none."""
    return ServiceYear(
        period=ReportingPeriod(2023),
        requests=tuple(
            Request(
                number=f"{number:03}",
                outcome=Outcome.REFUSED,
                form=form,
                applicant=Applicant(name=f"pemohon-{number}"),
                source=Source(file="permohonan.csv", row=number + 1),
            )
            for number in range(1, ROWS + 1)
        ),
    )


WITHOUT_FORM, WITH_FORM = year(""), year("surat")


@frozen(kw_only=True)
class Proved:
    """A rule and its cases (*aturan dengan kasusnya*)."""

    rule: Rule
    fires: ServiceYear | None = WITHOUT_FORM
    passes: ServiceYear | None = WITH_FORM
    not_applicable: ServiceYear | None = None


def refused(evidence: Evidence) -> tuple[Request, ...]:
    """Return the refusals; where there are none, the rule ends."""
    rows = known(evidence.year.requests)
    return present((row for row in rows if row.outcome is Outcome.REFUSED), NO_REFUSAL)


def finding(row: Request) -> Finding:
    """Return what is told of one row."""
    return Finding(
        subject=f"refusal:{row.number or '-'}",
        sources=(row.source,),
        provided=row.form,
        affected=row.count,
        facts={"number": row.number},
    )


def without_form(evidence: Evidence) -> Iterator[Finding]:
    """Yield each refusal of which it is not recorded in which form it was told."""
    for row in refused(evidence):
        if not row.form:
            yield finding(row)


RIGHT = Rule(
    code="XY101",
    severity=Severity.WARNING,
    title=Bilingual("Penolakan tanpa bentuk", "A refusal without a form"),
    message=Bilingual(
        "Bentuk penolakan permohonan {number} tidak tercatat.",
        "It is not recorded in which form request {number} was refused.",
    ),
    mend=Bilingual("Isi kolom bentuk.", "Fill in column bentuk."),
    explanation=Bilingual("Penolakan disampaikan secara tertulis.", "A refusal is told in writing."),
    where=Bilingual("tabel permohonan, kolom bentuk", "table permohonan, column bentuk"),
    example=Bilingual("bentuk: surat", "bentuk: surat"),
    check=without_form,
)


def right() -> Proved:
    """Return the right rule: it breaks no promise."""
    return Proved(rule=RIGHT)


def code_of_one_letter() -> Proved:
    return Proved(rule=evolve(RIGHT, code="X101"))


def says_it_in_indonesian_only() -> Proved:
    return Proved(rule=evolve(RIGHT, explanation=Bilingual(RIGHT.explanation.id, RIGHT.explanation.id)))


def names_a_fact_that_is_not_there() -> Proved:
    return Proved(rule=evolve(RIGHT, mend=Bilingual("Isi kolom {kolom}.", "Fill in column {kolom}.")))


def doubles_its_braces() -> Proved:
    return Proved(rule=evolve(RIGHT, mend=Bilingual("Isi baris {{number}}.", "Fill in row {{number}}.")))


def rests_on_no_law() -> Proved:
    return Proved(rule=evolve(RIGHT, basis=("pasal_22",)))


def _listing(evidence: Evidence) -> list[Finding]:
    return list(without_form(evidence))


def returns_a_list() -> Proved:
    return Proved(rule=evolve(RIGHT, check=_listing))  # type: ignore[arg-type]  # wrong on purpose


_asked = count()


def _remembering(evidence: Evidence) -> Iterator[Finding]:
    turn = next(_asked)
    for row in refused(evidence):
        if not row.form:
            yield evolve(finding(row), affected=row.count + turn)


def counts_its_calls() -> Proved:
    return Proved(rule=evolve(RIGHT, check=_remembering))


def _from_a_set(evidence: Evidence) -> Iterator[Finding]:
    for number in {row.number for row in refused(evidence) if not row.form}:
        yield Finding(subject=f"refusal:{number or '-'}", facts={"number": number})


def walks_through_a_set() -> Proved:
    return Proved(rule=evolve(RIGHT, check=_from_a_set))


def _of_today(evidence: Evidence) -> Iterator[Finding]:
    day = date.today()  # noqa: DTZ011  the fault
    return (evolve(one, expected=day) for one in without_form(evidence))


def asks_for_today() -> Proved:
    return Proved(rule=evolve(RIGHT, check=_of_today))


def _with_words_for_a_key(evidence: Evidence) -> Iterator[Finding]:
    return (evolve(one, subject="Penolakan tanpa bentuk") for one in without_form(evidence))


def names_the_place_in_words() -> Proved:
    return Proved(rule=evolve(RIGHT, check=_with_words_for_a_key))


def _stamping(evidence: Evidence) -> Iterator[Finding]:
    return (evolve(one, code="XY101", severity=Severity.ERROR) for one in without_form(evidence))


def stamps_its_findings() -> Proved:
    return Proved(rule=evolve(RIGHT, check=_stamping))


def _telling(evidence: Evidence) -> Iterator[Finding]:
    return (
        evolve(one, facts={**one.facts, "said": "Bentuk penolakan belum dicatat."})
        for one in without_form(evidence)
    )


def puts_a_sentence_into_the_facts() -> Proved:
    return Proved(rule=evolve(RIGHT, check=_telling))


SHARE: Any = 0.5
"""What no finding may bear, and what mypy would not let it."""


def _as_share(evidence: Evidence) -> Iterator[Finding]:
    return (evolve(one, provided=SHARE) for one in without_form(evidence))


def finds_a_float() -> Proved:
    return Proved(rule=evolve(RIGHT, check=_as_share))


def _never(evidence: Evidence) -> Iterator[Finding]:
    return (one for one in without_form(evidence) if one.affected < 0)


def never_fires() -> Proved:
    return Proved(rule=evolve(RIGHT, check=_never))


def _always(evidence: Evidence) -> Iterator[Finding]:
    return (finding(row) for row in refused(evidence))


def fires_where_all_is_well() -> Proved:
    return Proved(rule=evolve(RIGHT, check=_always))


def has_no_case() -> Proved:
    return Proved(rule=RIGHT, fires=None)


def _taking_silence_for_none(evidence: Evidence) -> Iterator[Finding]:
    rows = evidence.year.requests
    for row in () if isinstance(rows, Absent) else rows:
        if row.outcome is Outcome.REFUSED and not row.form:
            yield finding(row)


def takes_silence_for_none() -> Proved:
    return Proved(rule=evolve(RIGHT, check=_taking_silence_for_none))


def _without_reason(evidence: Evidence) -> Iterator[Finding]:
    if isinstance(evidence.year.requests, Absent):
        raise NotApplicable(Bilingual("", ""))
    yield from without_form(evidence)


def gives_no_reason() -> Proved:
    return Proved(rule=evolve(RIGHT, check=_without_reason))


def _at_its_column(evidence: Evidence) -> Iterator[Finding]:
    for row in refused(evidence):
        if not row.form:
            yield evolve(finding(row), sources=(row.source.at("bentuk"),))  # type: ignore[union-attr]  # wrong on purpose


def takes_every_row_to_have_a_place() -> Proved:
    return Proved(rule=evolve(RIGHT, check=_at_its_column))


def _mending(evidence: Evidence) -> Iterator[Finding]:
    for row in refused(evidence):
        if not row.form:
            object.__setattr__(row, "purpose", "sudah diperiksa")
            yield finding(row)


def writes_into_the_year() -> Proved:
    return Proved(rule=evolve(RIGHT, check=_mending))


@frozen(kw_only=True)
class _WithSkipped:
    """Leaves out the forms that a set names."""

    skipped: frozenset[str] = frozenset({"lisan"})

    def __call__(self, evidence: Evidence) -> Iterator[Finding]:
        return (one for one in without_form(evidence) if one.provided not in self.skipped)


def has_an_option_nobody_can_type() -> Proved:
    return Proved(rule=evolve(RIGHT, check=_WithSkipped()))


def checks_by_a_lambda() -> Proved:
    return Proved(rule=evolve(RIGHT, check=lambda evidence: without_form(evidence)))  # noqa: PLW0108  the fault
