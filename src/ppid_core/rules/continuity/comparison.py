"""Y102: what is typed of an earlier year is what the report of that year says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.model import Aggregate, Dimension, FigureUnit, Measure, StatedFigure
from ppid_core.model.breakdown import path_of
from ppid_core.rules.casebook.aggregate_lines import part_key, part_title
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import part_of, said, term
from ppid_core.rules.engine.place import Placed
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.figures.stated_figures import agrees
from ppid_core.summary import listed
from ppid_core.writing.numbers import EXACT

_NO_REPORT = Bilingual(
    "tidak ada laporan tahun sebelumnya yang disertakan (tahun_lalu, --previous)",
    "no report of an earlier year is there (tahun_lalu, --previous)",
)
_NO_LINE = Bilingual(
    "tidak ada angka tahun lain yang dapat dibandingkan dengan laporannya",
    "no figure of another year can be compared with the report of that year",
)


@frozen(kw_only=True)
class _Typed:
    """A figure of another year, as it is typed in this one."""

    year: int
    path: str
    subject: str
    what: Bilingual
    value: StatedFigure | Aggregate
    row: Placed


def _of_lines(evidence: Evidence) -> Iterator[_Typed]:
    for line in evidence.year.aggregates:
        if line.year is None or line.count is None or line.second is not None:
            continue
        month = None if line.period is None else line.period.month
        if month is not None and line.dimension not in {None, Dimension.MONTH}:
            continue
        path = f"{line.register}.total" if line.dimension is None else path_of(line.register, line.dimension)
        if month is not None:
            path = f"{path_of(line.register, Dimension.MONTH)}.{month}"
        elif line.dimension is not None:
            path = f"{path}.{line.category}"
        subject, what = part_key(line), part_title(line)
        yield _Typed(year=line.year, path=path, subject=subject, what=what, value=line, row=line)


def _of_claims(evidence: Evidence) -> Iterator[_Typed]:
    for claim in listed(evidence.year.stated_figures):
        is_figure = claim.measure is not Measure.OTHER and claim.unit is not FigureUnit.PERCENT
        if claim.year is not None and is_figure:
            what = part_of(term(claim.measure), claim.dimension, claim.category)
            yield _Typed(
                year=claim.year, path=claim.path, subject=claim.path, what=what, value=claim, row=claim
            )


def _typed_figures(evidence: Evidence) -> Iterator[Finding]:
    """Yield each figure of an earlier year that is typed otherwise than its report says."""
    reports = evidence.history.reports
    if not reports:
        raise NotApplicable(_NO_REPORT, "no_last_report")
    typed = (one for one in (*_of_lines(evidence), *_of_claims(evidence)) if one.year in reports)
    pairs = ((one, reports[one.year].summary.branch(one.path)) for one in typed)
    for one, figure in present((pair for pair in pairs if _is_number(pair[1])), _NO_LINE):
        value = one.value.count if isinstance(one.value, Aggregate) else one.value.value
        bound = None if isinstance(one.value, Aggregate) else one.value.bound
        if value is not None and not agrees(figure, EXACT.create_decimal(value), bound):
            yield Finding(
                subject=f"year:{one.year}:{one.subject}",
                sources=(one.row.source,),
                provided=value,
                expected=figure,
                facts={"what": one.what, "year": str(one.year), "said": said(value)},
            )


def _is_number(figure: object) -> bool:
    return isinstance(figure, int | Decimal)


Y102 = Rule(
    code="Y102",
    severity=Severity.WARNING,
    title=Bilingual(
        "Angka tahun lain berbeda dari laporannya", "A figure of an earlier year is not that of its report"
    ),
    message=Bilingual(
        "{what} tahun {year}: di sini tertulis {said}, laporan {year} menyebut {expected}.",
        "{what} in {year}: {said} is written here, the report of {year} says {expected}.",
    ),
    mend=Bilingual(
        "Samakan dengan laporan {year}: {expected}; bila laporan itu yang diralat, jelaskan.",
        "Write what the report of {year} says, {expected}; where that was corrected since, explain it.",
    ),
    explanation=Bilingual(
        "Pembaca membandingkan dua laporan dari badan yang sama. Angka satu tahun harus sama di keduanya.",
        "Readers lay two reports of one body side by side. A figure of one year has to be the same in both.",
    ),
    where=Bilingual(
        "tabel rekap, kolom tahun dan jumlah; tabel pernyataan, kolom tahun dan jumlah",
        "table rekap, columns tahun and jumlah; table pernyataan, columns tahun and jumlah",
    ),
    example=Bilingual(
        "laporan 2023: 61 permohonan; rekap 2024: permohonan, tahun 2023, jumlah 61",
        "report of 2023: 61 requests; rekap of 2024: permohonan, tahun 2023, jumlah 61",
    ),
    check=_typed_figures,
)
