"""Y104: an agency of last year is still there, or says which one took over."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.language import Bilingual
from ppid_core.model.lineage import Lineage, in_force
from ppid_core.rules.casebook.last_year import last_report
from ppid_core.rules.engine.evidence import Evidence, known, legible
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.rule import Rule


def _lost_agencies(evidence: Evidence) -> Iterator[Finding]:
    """Yield each agency of last year's list that neither stands in this year's nor leads to one there."""
    last = last_report(evidence)
    before, now = known(last.year.agencies), known(evidence.year.agencies)
    legible(evidence.year, "opd")
    lineage = Lineage(agencies=now, earlier=before)
    for agency in before:
        is_followed = lineage.path(agency) or lineage.heirs(agency, evidence.year.period.last_day)
        if in_force(agency, last.year.period.last_day) and not is_followed:
            yield Finding(
                subject=f"agency:{agency.code}",
                provided=agency.name,
                facts={"code": agency.code, "year": str(last.year.period.year)},
            )


Y104 = Rule(
    code="Y104",
    severity=Severity.WARNING,
    title=Bilingual("OPD hilang tanpa pengganti", "An agency vanished without a successor"),
    message=Bilingual(
        "OPD {provided} ada di daftar {year}, tetapi tidak ada lagi dan tidak disebut penggantinya.",
        "The agency {provided} is on the list of {year}; it is not there now, and no successor is named.",
    ),
    mend=Bilingual(
        "Tulis kembali barisnya ({code}) dengan berlaku_sampai dan pengganti, atau tambahkan nama lamanya"
        " sebagai alias.",
        "Write its row again ({code}) with berlaku_sampai and pengganti, or add its old name as an alias.",
    ),
    explanation=Bilingual(
        "OPD yang berganti nama atau bergabung tetap dapat diikuti bila penggantinya tercatat; tanpa itu"
        " angka dari tahun ke tahun tidak dapat dibandingkan.",
        "An agency that is renamed or merged can be followed where its successor is recorded; else its"
        " figures cannot be compared from year to year.",
    ),
    where=columns(opd="kode nama alias berlaku_sampai pengganti"),
    example=Bilingual.both("opd: D2, Dinas Contoh Pariwisata, berlaku_sampai 2022-12-31, pengganti D7"),
    check=_lost_agencies,
)
