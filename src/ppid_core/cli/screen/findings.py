"""What a check found, for a person: by severity and code, what several share said once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from ppid_core.cli.console import wrapped
from ppid_core.cli.screen.problems import places
from ppid_core.language import Bilingual, Lang
from ppid_core.rules import Checked, Finding, Severity, Status
from ppid_core.source import Source
from ppid_core.writing import format_number

_MOST_SHOWN = 12
_OF_A_CASE = ("request:", "objection:", "dispute:", "suit:")
"""How subjects begin that are a row of a register."""
_FIGURES = re.compile(r"\d[\d.,]*")


def differ_in_figures_only(sentences: Sequence[str]) -> bool:
    """Tell whether the sentences say the same of different numbers: then the title says it for all."""
    return len({_FIGURES.sub("0", sentence) for sentence in sentences}) == 1


def together(sentences: Sequence[str], mark: str, more: str) -> tuple[str, ...]:
    """Return the sentences; where all share what stands before or after ``mark``, one sentence.

    What comes after is taken together only for names: heads that begin alike are sentences of their own.

    Args:
        sentences: at least one.
        mark: what sets a sentence's two halves apart: ": " or "; ".
        more: what stands for those that are not shown, with ``{count}``.
    """
    distinct = list(dict.fromkeys(sentences))
    halves = [sentence.removesuffix(".").partition(mark) for sentence in distinct]
    heads, tails = [half[0] for half in halves], [half[2] for half in halves]
    if len(distinct) == 1 or not all(tails):
        return _shown(distinct, more)
    if len(set(heads)) == 1:
        return (f"{heads[0]}{mark}{'; '.join(_shown(tails, more))}.",)
    if len(set(tails)) == 1 and len({head.partition(" ")[0] for head in heads}) > 1:
        return (f"{', '.join(_shown(heads, more))}{mark}{tails[0]}.",)
    return _shown(distinct, more)


def _shown(parts: Sequence[str], more: str, number: int | None = None) -> tuple[str, ...]:
    """Return the first parts, and how many more there are.

    Args:
        parts: all of them, or the first.
        more: as `together`.
        number: how many there are; None where ``parts`` are all.
    """
    rest = (len(parts) if number is None else number) - _MOST_SHOWN
    return (*parts[:_MOST_SHOWN], more.format(count=rest)) if rest > 0 else tuple(parts)


_SECTIONS = (
    (
        Severity.ERROR,
        Bilingual("HARUS DIPERBAIKI", "TO BE MENDED"),
        Bilingual("angka atau nomor bertentangan", "figures or numbers contradict each other"),
    ),
    (
        Severity.WARNING,
        Bilingual("PERLU DIPERIKSA", "TO BE CHECKED"),
        Bilingual("syarat minimum peraturan", "the legal minimum"),
    ),
    (Severity.INFO, Bilingual("CATATAN", "NOTES"), Bilingual("", "")),
)
_EXPLAINED = Bilingual("SUDAH DIJELASKAN", "EXPLAINED")
_MARGIN = " " * 7


def finding_lines(checked: Checked, lang: Lang, *, each: bool) -> Iterator[str]:
    """Yield the sections of a check.

    Args:
        checked: what was found.
        lang: the language.
        each: print every finding by itself instead of grouping those of one code.
    """
    for severity, title, subtitle in _SECTIONS:
        heading = " – ".join(part for part in (title(lang) + " ({count})", subtitle(lang)) if part)
        yield from _section(checked, checked.unexplained(severity), heading, lang, each=each)
    waived = tuple(finding for finding in checked.findings if finding.waived)
    yield from _section(checked, waived, _EXPLAINED(lang) + " ({count})", lang, each=True)


def _section(
    checked: Checked, findings: Sequence[Finding], heading: str, lang: Lang, *, each: bool
) -> Iterator[str]:
    if not findings:
        return
    yield ""
    yield heading.format(count=len(findings))
    for code, group in groupby(findings, key=lambda finding: finding.code):
        members = tuple(group)
        if each or len(members) == 1:
            for finding in members:
                yield from _single(checked, finding, lang)
        else:
            yield from _group(checked, code, members, lang)


def _single(checked: Checked, finding: Finding, lang: Lang) -> Iterator[str]:
    yield wrapped(checked.message(finding, lang), first=f" {finding.code}  ", then=_MARGIN)
    if finding.places:
        yield wrapped(places(finding.places, lang), first=_MARGIN, then=_MARGIN)
    if finding.waived:
        yield wrapped(f"{_REASON(lang)}: {finding.waived}", first=_MARGIN, then=_MARGIN)
    else:
        yield wrapped(f"→ {checked.mend(finding, lang)}", first=_MARGIN, then=_MARGIN + "  ")


def _group(checked: Checked, code: str, findings: Sequence[Finding], lang: Lang) -> Iterator[str]:
    """Yield one entry for all findings of a code: what they share is said once."""
    affected = sum(finding.affected for finding in findings)
    counted = f" ({format_number(affected, lang)})" if affected != len(findings) else ""
    title = f"{len(findings)}× {checked.run(code).title(lang)}{counted}"
    yield wrapped(title, first=f" {code}  ", then=_MARGIN)
    if _tell_of_cases(findings, lang):
        first = [_of_a_case(checked, finding, lang) for finding in findings[:_MOST_SHOWN]]
        for message in _shown(first, _MORE(lang), len(findings)):
            yield wrapped(message, first=f"{_MARGIN}- ", then=_MARGIN + "  ")
    else:
        yield from _shared(findings, lang)
    for mend in together([checked.mend(finding, lang) for finding in findings], "; ", _MORE(lang)):
        yield wrapped(f"→ {mend}", first=_MARGIN, then=_MARGIN + "  ")


def _tell_of_cases(findings: Sequence[Finding], lang: Lang) -> bool:
    """Tell whether the sentences say different things of different cases: then each case has its own.

    Rows without a number, of which only figures differ, are told by the title and their places. What is about
    a name that stands in cases has a sentence for each: the title does not say the name.
    """
    if any(finding.case and not finding.subject.startswith(_OF_A_CASE) for finding in findings):
        return True
    if not all(finding.subject.startswith(_OF_A_CASE) for finding in findings) or _say_alike(findings, lang):
        return False
    return any(finding.case for finding in findings) or not _differ_in_figures_only(findings)


def _say_alike(findings: Sequence[Finding], lang: Lang) -> bool:
    """Tell whether all have one sentence: of very many that do not, few are worded."""
    first = findings[0].sentence(lang)
    return all(finding.sentence(lang) == first for finding in findings)


def _differ_in_figures_only(findings: Sequence[Finding]) -> bool:
    """Tell it by the Indonesian sentences: in English one request differs from two by a letter, too."""
    return differ_in_figures_only(_sentences(findings, "id"))


def _sentences(findings: Sequence[Finding], lang: Lang) -> Sequence[str]:
    return [finding.sentence(lang) for finding in findings]


def _of_a_case(checked: Checked, finding: Finding, lang: Lang) -> str:
    """Return the sentence of a finding with its place."""
    said = checked.message(finding, lang)
    return f"{said.removesuffix('.')} ({places(finding.places, lang)})." if finding.places else said


def _shared(findings: Sequence[Finding], lang: Lang) -> Iterator[str]:
    """Yield what several findings say, once; the cases that it is said of, and where they stand."""
    if not _differ_in_figures_only(findings):
        sentences = _sentences(findings, lang)
        for message in together(list(_with_repeats(sentences, lang)), ": ", _MORE(lang)):
            yield wrapped(message, first=f"{_MARGIN}- ", then=_MARGIN + "  ")
    if named := _cases(findings, lang):
        yield wrapped(named, first=_MARGIN, then=_MARGIN)
    if sources := [place for finding in findings for place in _first_row(finding)]:
        yield wrapped(places(sources, lang, " · "), first=_MARGIN, then=_MARGIN)


def _first_row(finding: Finding) -> Iterator[Source]:
    """Yield the first place of a finding; of a workbook every cell of that row."""
    first = next(iter(finding.places), None)
    for place in finding.places:
        if first is not None and (place.file, place.sheet, place.row) == (first.file, first.sheet, first.row):
            yield place


def _cases(findings: Sequence[Finding], lang: Lang) -> str:
    """Return the numbers of the cases, those of one register together; "" where no number names one."""
    numbers: dict[str, list[str]] = {}
    for finding in findings:
        if finding.case is not None:
            numbers.setdefault(finding.case.kind(lang), []).append(finding.case.number)
    return "; ".join(
        f"{kind} {', '.join(_shown(tuple(dict.fromkeys(those)), _MORE(lang)))}"
        for kind, those in numbers.items()
    )


def _with_repeats(messages: Sequence[str], lang: Lang) -> Iterator[str]:
    """Yield each sentence once; one that several rows share says how many."""
    for message, number in Counter(messages).items():
        yield message if number == 1 else f"{message.removesuffix('.')} ({_ROWS.fill(count=number)(lang)})."


def count_lines(checked: Checked, lang: Lang, *, each: bool) -> Iterator[str]:
    """Yield how many rules were asked and how they ended; those that failed, always with the reason."""
    ended = Counter(run.status for run in checked.runs)
    asked = ended[Status.PASSED] + ended[Status.FOUND]
    told = {
        "asked": asked,
        "passed": ended[Status.PASSED],
        "found": ended[Status.FOUND],
        "idle": ended[Status.NOT_APPLICABLE],
    }
    line = _COUNTS(lang).format(**told)
    if ended[Status.NOT_APPLICABLE]:
        line += _IDLE(lang).format(**told) + ("" if each else ": --rinci")
    yield wrapped(line, then="  ")
    for run in checked.runs:
        if run.status is Status.FAILED or (each and run.status is Status.NOT_APPLICABLE):
            word = _FAILED(lang) if run.status is Status.FAILED else _NOT_JUDGED(lang)
            yield wrapped(f"{word}: {run.reason(lang)}", first=f" {run.code}  ", then=_MARGIN)
        elif each and run.options:
            values = ", ".join(f"{name}={value}" for name, value in run.options if value)
            yield wrapped(f"{_ASKED_BY(lang)} {values}", first=f" {run.code}  ", then=_MARGIN)


def failed_lines(checked: Checked, lang: Lang) -> Iterator[str]:
    """Yield a sentence for each rule that failed: what it would have found is not known."""
    for run in checked.runs:
        if run.status is Status.FAILED:
            yield _RULE_FAILED(lang).format(code=run.code, reason=run.reason(lang))


_RULE_FAILED = Bilingual(
    "Aturan {code} gagal dijalankan ({reason}); yang dicarinya belum diperiksa.",
    "The rule {code} failed ({reason}); what it looks for was not checked.",
)
_REASON = Bilingual("Penjelasan", "Explanation")
_ROWS = Bilingual("{count} baris", "{count} {count:row|rows}")
_MORE = Bilingual("… dan {count} lagi: --rinci", "… and {count} more: --rinci")
_COUNTS = Bilingual(
    "{asked} aturan dijalankan: {passed} sesuai, {found} memberi hasil",
    "{asked} rules asked: {passed} in order, {found} with findings",
)
_IDLE = Bilingual("; {idle} tidak dapat dinilai", "; {idle} cannot be judged")
_FAILED = Bilingual("gagal dijalankan", "failed")
_ASKED_BY = Bilingual("dijalankan dengan", "asked with")
_NOT_JUDGED = Bilingual("tidak dapat dinilai", "cannot be judged")
