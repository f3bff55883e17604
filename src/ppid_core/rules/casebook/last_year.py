"""The report of the year before, as the rules of continuity look at it."""

from __future__ import annotations

from ppid_core.language import Bilingual
from ppid_core.rules.engine.evidence import Evidence, NotApplicable
from ppid_core.summary import EarlierYear


def last_report(evidence: Evidence) -> EarlierYear:
    """Return the report of the year before; where there is none, the rule ends as not applicable."""
    last = evidence.history.last_report
    if last is None:
        raise NotApplicable(_NONE, "no_last_report")
    return last


def last_known(evidence: Evidence) -> EarlierYear:
    """Return the same, or what lines of comparison say of that year; where nothing is, the rule ends."""
    last = evidence.history.last
    if last is None:
        raise NotApplicable(_NOTHING, "no_last_year")
    return last


_NONE = Bilingual(
    "laporan tahun sebelumnya tidak disertakan (tahun_lalu, --previous)",
    "the report of the year before is not there (tahun_lalu, --previous)",
)
_NOTHING = Bilingual(
    "tidak ada laporan tahun sebelumnya dan tidak ada angka pembanding di rekap",
    "there is neither the report of the year before nor a line of comparison in rekap",
)
