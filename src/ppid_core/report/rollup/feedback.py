"""The feedback letter of one body: what was read, what to mend, what is missing, what is better now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from ppid_core.language import Lang, by_number
from ppid_core.model import Absent, CountUnit
from ppid_core.report.blocks import Block, Column, Items, Paragraph, Section, Table
from ppid_core.report.document import Meta, Report, Theme, refuse_unknown
from ppid_core.report.findings.entries import SEVERITIES
from ppid_core.report.material import section
from ppid_core.report.rollup.limits import ASKED
from ppid_core.report.rollup.material import (
    GRANTED,
    OUTCOMES,
    REFUSED,
    UNITS,
    RollupMaterial,
    median_of,
    short,
    some_of,
)
from ppid_core.report.text import text
from ppid_core.report.values import Value
from ppid_core.rollup import AsideReason, BodyGroup, BodyYear, ChildSum, CodeCount, Handed, Rollup, RosterLine
from ppid_core.rules import Severity

LETTER = "umpan-balik"
"""What the letters are called, before the code of the body."""
_NO_NAME = re.compile(r"[^a-z0-9.]+")


@frozen(kw_only=True)
class FeedbackMaterial(RollupMaterial):
    """What the letter of one body is made of (*bahan umpan balik*).

    Attributes:
        line: the body, and what it handed in.
        before: the same of the year before; None where there is nothing.
    """

    line: RosterLine
    before: RosterLine | None = None


def compose_feedback(
    rollup: Rollup, *, year: int | None = None, lang: Lang = "id", theme: Theme | None = None
) -> tuple[Report, ...]:
    """Return a letter for each body of one year, in official order: a report of its own.

    >>> from ppid_core import Dossier
    >>> from ppid_core.report import compose_feedback
    >>> from ppid_core.rollup import rollup
    >>> (letter,) = compose_feedback(rollup([Dossier.open("examples/kabupaten-contoh-2024")]))
    >>> letter.meta.stem, letter.meta.form
    ('umpan-balik-pemerintah-kabupaten-contoh', 'letter')

    Args:
        rollup: the roll-up.
        year: the year that the letters are about; by default the newest.
        lang: language of headings and sentences.
        theme: paper and accent.

    Raises:
        LookupError: the roll-up has no such year, or none at all.
        UnknownNameError: for a language that there is not.
    """
    refuse_unknown(lang=lang)
    told = rollup.latest if year is None else rollup.year(year)
    earlier = {one.year: one for one in rollup.years}.get(told.year - 1)
    before = {} if earlier is None else {line.key: line for line in earlier.lines}
    letters = [
        FeedbackMaterial(rollup=rollup, year=told, lang=lang, line=line, before=before.get(line.key))
        for line in told.lines
    ]
    stems = _stems([one.line for one in letters], lang)
    return tuple(_letter(one, stem, theme or Theme()) for one, stem in zip(letters, stems, strict=True))


def _stems(lines: Sequence[RosterLine], lang: Lang) -> Iterator[str]:
    """Yield what the file of each letter is called: by code, else by name; no two share one."""
    plain = [_NO_NAME.sub("-", (line.code or line.name).casefold()).strip("-.") for line in lines]
    shared, seen = Counter(plain), Counter[str]()
    for name in plain:
        seen[name] += 1
        number = "" if shared[name] == 1 else str(seen[name])
        yield "-".join(part for part in (LETTER, name, number, "" if lang == "id" else lang) if part)


def _letter(material: FeedbackMaterial, stem: str, theme: Theme) -> Report:
    year = material.year.year
    return Report(
        meta=Meta(
            title=material.t(
                f"Umpan Balik atas Laporan Layanan Informasi Publik Tahun {year}",
                f"Feedback on the Report on the Information Service in {year}",
            ),
            stem=stem,
            lang=material.lang,
            form="letter",
            theme=theme,
        ),
        sections=tuple(one for one in _sections(material) if one.blocks),
    )


def _sections(material: FeedbackMaterial) -> Iterator[Section]:
    yield _received(material)
    if material.line.report is not None:
        yield _findings(material, Severity.ERROR)
        yield _findings(material, Severity.WARNING)
        yield _kin(material)
        yield _untold(material)
        yield _better(material)


@section("feedback-received", "Yang Diterima", "What Was Received")
def _received(material: FeedbackMaterial) -> Iterator[Block]:
    """Yield what came in and when, and the main figures beside last year's."""
    t, line, year = material.t, material.line, material.year
    due = "" if year.due_on is None else text(year.due_on, material.lang)
    yield Items(
        items=(
            (t(f"Kepada: {line.name}", f"To: {line.name}"),),
            (
                t(
                    f"Hal: umpan balik atas laporan layanan informasi publik tahun {year.year}",
                    f"Subject: feedback on the report on the information service in {year.year}",
                ),
            ),
        )
    )
    yield Paragraph(content=(" ".join(_handed(material, due)),))
    report = line.report
    if report is None or line.handed in {Handed.DRAFT, Handed.PART_OF_YEAR}:
        return
    before = None if material.before is None else material.before.report
    names = [t("Angka", "Figure"), str(year.year)] + ([] if before is None else [str(year.year - 1)])
    keys = ("figure", "now", "before")
    columns = tuple(Column(key=key, title=name) for key, name in zip(keys, names, strict=False))
    now = list(_figures(material, report))
    then = [] if before is None else [value for _, value in _figures(material, before)]
    if all(value == "–" for value in (*dict(now).values(), *then)):
        yield material.said(
            "Laporan itu tidak menyebut angka pokok.", "That report tells none of the main figures."
        )
        return
    rows = [(name, value, *([then[at]] if then else [])) for at, (name, value) in enumerate(now)]
    yield Table(
        key="feedback_figures",
        columns=columns,
        rows=tuple(rows),
        caption=t("Angka pokok menurut laporan", "Main figures by the report"),
        notes=(t("–: tidak dilaporkan, dan itu bukan nol.", "–: not reported, which is not zero."),),
    )


def _handed(material: FeedbackMaterial, due: str) -> Iterator[str]:
    t, line, year = material.t, material.line, material.year.year
    report = line.report
    if report is None:
        yield t(
            f"Laporan tahun {year} tidak ada di antara berkas yang diterima.",
            f"There is no report on {year} among the files received.",
        )
        if due:
            yield t(f"Batas penyampaiannya {due}.", f"It was due on {due}.")
        return
    yield t(f"Laporan tahun {year} diterima.", f"The report on {year} was received.")
    if report.submitted_on is not None and due:
        on = text(report.submitted_on, material.lang)
        yield t(f"Disampaikan {on}; batasnya {due}.", f"It was handed in on {on}; it was due on {due}.")
    elif due:
        yield t(
            f"Tanggal penyampaiannya tidak tercatat; batasnya {due}.",
            f"The day on which it was handed in is not recorded; it was due on {due}.",
        )
    if line.handed is Handed.DRAFT:
        count = material.count(report.unread)
        yield t(
            f"Di dalamnya {count} isian belum terbaca, sehingga angkanya belum ikut dijumlahkan; tempatnya "
            "disebut oleh ppid periksa.",
            f"Of it {count} {by_number(count, 'entry', 'entries')} could not be read, so that its figures "
            "are not added up yet; ppid check says where.",
        )
    if line.handed is Handed.PART_OF_YEAR:
        yield t("Isinya baru sebagian tahun.", "It tells a part of the year so far.")
    others = [
        one
        for one in material.year.aside
        if one.instead is report and one.reason is not AsideReason.WITHIN_PARENT
    ]
    if len(others) == 1:
        yield t(
            f"Satu berkas lain tidak ikut dihitung: {others[0].reason.label('id')}.",
            f"One other file is not counted: {others[0].reason.label('en')}.",
        )
    elif others:
        yield t(
            f"Berkas lain yang tidak ikut dihitung: {material.count(len(others))}.",
            f"Other files that are not counted: {material.count(len(others))}.",
        )


def _figures(material: FeedbackMaterial, report: BodyYear) -> Iterator[tuple[str, Value]]:
    t, unit = material.t, report.unit or CountUnit.REQUEST
    group = BodyGroup(members=(report,))
    outcomes = group.parts(OUTCOMES, unit)
    received = t("Permohonan diterima", "Requests received")
    if unit is CountUnit.APPLICANT:
        received += f" ({t('satuan', 'unit')}: {UNITS[unit](material.lang)})"
    yield received, short(report.figure("requests.total", unit))
    yield (
        t("Dikabulkan seluruhnya atau sebagian", "Granted, wholly or partly"),
        short(some_of(outcomes, GRANTED)),
    )
    yield t("Ditolak", "Refused"), short(some_of(outcomes, REFUSED))
    yield t("Median waktu (hari kerja)", "Median time (working days)"), short(median_of(group.times(unit)))
    yield t("Keberatan", "Objections"), short(report.figure("objections.total"))
    yield t("Sengketa informasi", "Disputes"), short(report.figure("disputes.total"))


def _findings(material: FeedbackMaterial, severity: Severity) -> Section:
    """Return what rules of one severity found, each code with its first finding and what to do."""
    found = [] if material.line.report is None else material.line.report.found
    codes = [one for one in found if one.severity is severity]
    title = SEVERITIES[severity](material.lang)
    key = f"feedback_{severity}"
    if not codes:
        return Section(key=key.replace("_", "-"), title=title)
    table = Table(
        key=key,
        columns=material.columns(
            ("code", "Kode", "Code"),
            ("finding", "Hasil", "Finding"),
            ("mend", "Yang dilakukan", "What to do"),
        ),
        rows=tuple(row for one in codes for row in _rows(material, one)),
        caption=title,
    )
    return Section(key=key.replace("_", "-"), title=title, blocks=(table,))


def _rows(material: FeedbackMaterial, one: CodeCount) -> Iterator[tuple[Value, ...]]:
    """Yield the findings of one rule; of many, some and how many more there are."""
    told = one.examples if one.count <= _MANY else one.examples[:_SOME]
    for at, example in enumerate(told):
        yield one.code if not at else "", example(material.lang), one.mend(material.lang) if not at else ""
    if more := one.count - len(told):
        yield "", material.t(f"… dan {text(more, 'id')} hasil lainnya", f"… and {text(more, 'en')} more"), ""


_MANY, _SOME = 20, 2
"""Of more findings of one rule than the first so many are told as the second; of fewer, all that are kept."""


@section("feedback-kin", "Induk dan Bagiannya", "Parent and Parts")
def _kin(material: FeedbackMaterial) -> Iterator[Block]:
    """Yield where this report and its parts differ, and where its figure is what its parent's lacks."""
    rows = []
    for one in material.year.child_sums:
        if one.is_repeated:
            continue
        if one.parent is material.line.report:
            rows.append((one.label(material.lang), *_of_parent(material, one)))
        elif any(child is material.line.report for child in one.suspects):
            rows.append((one.label(material.lang), *_of_part(material, one)))
    if rows:
        yield Table(
            key="feedback_kin",
            columns=material.columns(
                ("figure", "Angka", "Figure"),
                ("finding", "Hasil", "Finding"),
                ("mend", "Yang dilakukan", "What to do"),
            ),
            rows=tuple(rows),
            caption=material.t("Induk dan bagiannya", "Parent and parts"),
        )


def _of_parent(material: FeedbackMaterial, one: ChildSum) -> tuple[str, str]:
    """Return what is found in the report of a parent, and what to do about it."""
    t, told = material.t, len(one.children)
    ask = t("Mintakan laporan bagian yang belum ada.", "Ask for the reports of the missing parts.")
    stated, added = (text(number, material.lang) for number in (one.stated, one.added))
    if not told:
        return (
            t(
                f"Laporan ini menyebut {stated}. Belum ada bagiannya yang melaporkannya (0 dari {one.of}).",
                f"This report tells {stated}. None of its parts tells it yet (0 of {one.of}).",
            ),
            ask,
        )
    found = t(
        f"Laporan ini menyebut {stated}, jumlah menurut {told} dari {one.of} bagiannya {added}.",
        f"This report tells {stated}, {told} of its {one.of} parts together {added}.",
    )
    if not one.is_contradiction:
        return found, ask
    if not one.suspects:
        return found, t(
            "Cocokkan angka setiap bagian dengan laporannya, lalu betulkan yang salah.",
            "Compare the figure of each part with its report, and correct what is wrong.",
        )
    names = "; ".join(child.body.name for child in one.suspects)
    found += t(f" Selisihnya sama dengan angka {names}.", f" They differ by the figure of {names}.")
    if one.is_short:
        return found, t(
            f"Periksa apakah angka {names} sudah termuat.", f"Check whether {names} is contained in it."
        )
    return found, t(
        f"Periksa apakah angka {names} termuat dua kali.", f"Check whether {names} is contained in it twice."
    )


def _of_part(material: FeedbackMaterial, one: ChildSum) -> tuple[str, str]:
    """Return the same for a part whose figure is what its parent's report lacks, or has twice."""
    t, parent = material.t, one.parent.body.name
    stated, added = (text(number, material.lang) for number in (one.stated, one.added))
    found = t(
        f"Laporan {parent} menyebut {stated}, jumlah bagiannya {added}. Selisihnya sama dengan angka laporan "
        "ini.",
        f"The report of {parent} tells {stated}, its parts together {added}. They differ by the figure of "
        "this report.",
    )
    if one.is_short:
        return found, t(
            f"Tanyakan kepada {parent} apakah laporan ini sudah termuat.",
            f"Ask {parent} whether this report is contained in its own.",
        )
    return found, t(
        f"Tanyakan kepada {parent} apakah laporan ini termuat dua kali.",
        f"Ask {parent} whether this report is contained in its own twice.",
    )


@section("feedback-untold", "Yang Belum Dilaporkan", "Not Reported Yet")
def _untold(material: FeedbackMaterial) -> Iterator[Block]:
    """Yield the figures that the report does not tell, with the reason."""
    report = material.line.report
    if report is None:
        return
    lines = []
    for path, told in ASKED:
        value = report.figure(path, report.unit or CountUnit.REQUEST)
        if isinstance(value, Absent):
            lines.append(f"{told(material.lang)}: {material.reason(value.reason)}")
    if lines:
        yield material.said("Belum dilaporkan, dan sebabnya:", "Not reported yet, and why:")
        yield Items(items=tuple((line,) for line in lines))


@section("feedback-better", "Yang Lebih Baik dari Tahun Sebelumnya", "Better Than the Year Before")
def _better(material: FeedbackMaterial) -> Iterator[Block]:
    """Yield what is mended, what is told now, and that it came in time now; nothing where nothing is."""
    before, line, t = material.before, material.line, material.t
    if before is None or before.report is None or line.report is None:
        return
    now, then = line.report, before.report
    lines = []
    left = {one.code for one in now.found}
    if before.handed is Handed.LATE and line.handed is Handed.IN_TIME:
        lines.append(t("Laporan disampaikan tepat waktu.", "The report was handed in in time."))
        left.add(_LATE)  # which says the same
    lines += [
        f"{one.code} {one.title(material.lang)}: {t('tidak ada lagi hasilnya', 'nothing is found any more')}"
        for one in then.found
        if one.code in now.judged - left and one.severity is not Severity.INFO
    ]
    lines += [
        f"{told(material.lang)}: {t('kini dilaporkan', 'reported now')}"
        for path, told in ASKED
        if _is_told(now, path) and not _is_told(then, path)
    ]
    if lines:
        yield material.said("Lebih baik dari tahun sebelumnya:", "Better than the year before:")
        yield Items(items=tuple((one,) for one in lines))


_LATE = "L104"
"""The rule that finds a report that was handed in late."""


def _is_told(report: BodyYear, path: str) -> bool:
    return not isinstance(report.figure(path, report.unit or CountUnit.REQUEST), Absent)
