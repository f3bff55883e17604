"""M104–M106: availability told by semester or quarter: who fell silent, what fell, what nobody delivered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ppid_core.glossary import label
from ppid_core.language import Bilingual
from ppid_core.model import OUT_OF_QUESTION, CellState, ComplianceMatrix, ReportingPeriod, YearPart
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, known, legible, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import agency_label, columns
from ppid_core.rules.engine.rule import Rule
from ppid_core.summary import changed_cells, coverage_by_period

_TABLE = "ketersediaan"
_NO_PERIODS = Bilingual(
    "ketersediaan tidak diisi menurut periode ({where})", "availability is not told by period ({where})"
).fill(where=columns(ketersediaan="periode"))
_NOTHING_EARLIER = Bilingual(
    "belum ada dua periode yang disampaikan ({where})", "no two periods were delivered ({where})"
).fill(where=columns(ketersediaan="periode"))


def _by_period(evidence: Evidence) -> ComplianceMatrix:
    """Return the matrix; where it is not told by period, the rule ends."""
    matrix = known(evidence.year.matrix)
    present(matrix.deliveries, _NO_PERIODS)
    legible(evidence.year, _TABLE, "opd", "periode")
    return matrix


def _compared(evidence: Evidence) -> ComplianceMatrix:
    """Return the matrix; where fewer than two periods were delivered, the rule ends."""
    matrix = _by_period(evidence)
    if sum(one.is_delivered for one in matrix.deliveries) <= 1:
        raise NotApplicable(_NOTHING_EARLIER)
    return matrix


def _said(part: YearPart) -> Bilingual:
    return Bilingual(label(part), label(part, "en"))


def _silent(evidence: Evidence) -> Iterator[Finding]:
    """Yield each agency that delivered earlier and filled nothing in for the last period delivered."""
    matrix = _compared(evidence)
    for row in matrix.rows:
        told = [one for one in matrix.series if row.agency.key in one.delivering]
        if row.is_blank and told:
            earlier = (old for old in told[-1].rows if old.agency.key == row.agency.key)
            yield Finding(
                subject=f"agency:{row.agency.key}",
                sources=(row.source, *(old.source for old in earlier)),
                affected=len(row.states),
                facts={
                    "agency": agency_label(evidence.year, row.agency),
                    "period": _said(matrix.part),
                    "earlier": _said(told[-1].part),
                },
            )


def _fallen(evidence: Evidence) -> Iterator[Finding]:
    """Yield each agency that makes less available than in the period that it delivered before."""
    matrix = _compared(evidence)
    now = [one for one in changed_cells(matrix) if one.part is matrix.part]
    gained = Counter(one.agency.key for one in now if one.is_gained)
    lost = Counter(one.agency.key for one in now if one.is_lost and one.after not in OUT_OF_QUESTION)
    since = {one.agency.key: one.since for one in now}
    for row in matrix.rows:
        key = row.agency.key
        if lost[key] > gained[key] and not row.unread:
            available = row.states.count(CellState.DISCLOSED)
            yield Finding(
                subject=f"agency:{key}",
                sources=(row.source,),
                provided=available,
                affected=lost[key],
                facts={
                    "agency": agency_label(evidence.year, row.agency),
                    "period": _said(matrix.part),
                    "earlier": _said(since[key]),
                    "before": available + lost[key] - gained[key],
                    "lost": lost[key],
                    "gained": gained[key],
                },
            )


def _undelivered(evidence: Evidence) -> Iterator[Finding]:
    """Yield each period of the report that is over and that no agency delivered."""
    matrix, period = _by_period(evidence), evidence.year.period
    told = {one.part for one in coverage_by_period(matrix) if one.is_delivered}
    for part in (one for one in YearPart if _kind(one) == _kind(matrix.part) and one not in told):
        is_over = ReportingPeriod(period.year, part).last_day <= evidence.as_of
        if is_over and set(part.months) <= set(period.part.months):
            yield Finding(
                subject=f"compliance:{part}",
                sources=(matrix.rows[0].source,),
                provided=0,
                affected=len(matrix.rows),
                facts={"period": _said(part), "agencies": len(matrix.rows)},
            )


def _kind(part: YearPart) -> str:
    """Return how the slugs of periods of one length begin."""
    return part.value.rpartition("_")[0]


M104 = Rule(
    code="M104",
    severity=Severity.WARNING,
    title=Bilingual("OPD tanpa isian pada periode terakhir", "An agency silent in the last period"),
    message=Bilingual(
        "{agency}: tanpa isian pada {period}, periode terakhir yang disampaikan; terakhir mengisi {earlier}.",
        "{agency}: nothing is filled in for {period}, the last one delivered; it last did for {earlier}.",
    ),
    mend=Bilingual(
        "Mintakan isian periode itu kepada OPD, lalu tambahkan barisnya.",
        "Ask the agency for that period, and add its row.",
    ),
    explanation=Bilingual(
        "Angka tahun itu ialah keadaan pada periode terakhir yang disampaikan. Isian periode sebelumnya tidak"
        " dipakai sebagai gantinya, sehingga OPD yang belum mengisi tercatat tanpa isian.",
        "The figures of the year are the state of the last period delivered. What was filled in earlier does"
        " not stand in for it, so an agency that did not deliver is not filled in.",
    ),
    where=Bilingual(
        "tabel ketersediaan, kolom opd dan periode", "table ketersediaan, columns opd and periode"
    ),
    example=Bilingual.both('BPBD, semester-2: √, "-", √'),
    check=_silent,
)
M105 = Rule(
    code="M105",
    severity=Severity.INFO,
    title=Bilingual(
        "Ketersediaan turun dari periode sebelumnya", "Less is available than in the period before"
    ),
    message=Bilingual(
        "{agency}: {before} jenis tersedia pada {earlier}, {provided} pada {period}"
        " ({lost} tidak lagi tersedia, {gained} menjadi tersedia).",
        "{agency}: {before} {before:type was|types were} available in {earlier}, {provided} in {period}"
        " ({lost} no longer, {gained} newly).",
    ),
    mend=Bilingual(
        "Periksa tandanya; bila memang demikian, jelaskan di kendala atau di tabel penjelasan.",
        "Check the signs; where it is so, say why in kendala or in the table penjelasan.",
    ),
    explanation=Bilingual(
        "Informasi yang pernah tersedia jarang hilang; tanda yang kosong sering berarti isian belum lengkap."
        " OPD tanpa isian pada salah satu periode tidak dibandingkan, begitu pula sel yang menjadi tidak"
        " berlaku atau dikecualikan.",
        "What was available is seldom taken away; a blank often means that the row is not complete. An agency"
        " that was silent in one of the periods is not compared, nor is a cell that became not applicable or"
        " exempt.",
    ),
    where=Bilingual("tabel ketersediaan, baris OPD itu", "table ketersediaan, the row of the agency"),
    example=Bilingual(
        "semester-1: 5 tanda √; semester-2: 5 atau lebih", "semester-1: 5 ticks; semester-2: 5 or more"
    ),
    check=_fallen,
)
M106 = Rule(
    code="M106",
    severity=Severity.WARNING,
    title=Bilingual("Periode yang tidak disampaikan OPD mana pun", "A period that no agency delivered"),
    message=Bilingual(
        "{period}: tidak satu pun dari {agencies} OPD mengisi ketersediaan.",
        "{period}: none of {agencies} {agencies:agency|agencies} filled in what is available.",
    ),
    mend=Bilingual(
        "Tambahkan baris periode itu bila isiannya ada; bila tidak, jelaskan di tabel penjelasan.",
        "Add the rows of that period where they exist; else say why in the table penjelasan.",
    ),
    explanation=Bilingual(
        "Bila ketersediaan diisi menurut semester atau triwulan, setiap periode laporan yang sudah lewat"
        " diharapkan ada. Periode yang hilang memutus deret dan dapat berarti berkasnya tertinggal.",
        "Where availability is told by semester or quarter, each one that is over is expected. A missing one"
        " breaks the series, and may mean that a file was left behind.",
    ),
    where=columns(ketersediaan="periode"),
    example=Bilingual.both("semester-1, semester-2"),
    check=_undelivered,
)
