"""An open case: what it is called, as JSON, and as an entry of a calendar file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ppid_core.cli.ics import Entry
from ppid_core.cli.place import place
from ppid_core.deadlines import DeadlineKind
from ppid_core.dossier import Dossier
from ppid_core.language import Bilingual, Lang
from ppid_core.model import Agency, ServiceYear
from ppid_core.summary import Docket, Pending, listed
from ppid_core.writing import format_number


def called(case: Pending, year: ServiceYear, lang: Lang) -> str:
    """Return what is due of which case, for how many and where: ``permohonan 1/2020 · DPU``."""
    parts = [_NAMES[case.deadline.kind](lang).format(number=case.number or _unnumbered(case, lang))]
    if case.count > 1:
        parts.append(_COUNT(lang).format(count=format_number(case.count, lang)))
    parts.extend(filter(None, [_agency(case, year)]))
    return " · ".join(parts)


def _unnumbered(case: Pending, lang: Lang) -> str:
    return _UNNUMBERED(lang) + ("" if case.source is None else f" ({place(case.source, lang)})")


def _agency(case: Pending, year: ServiceYear) -> str:
    if case.agency is None:
        return ""
    known: dict[str | None, Agency] = {agency.code: agency for agency in listed(year.agencies)}
    agency = known.get(case.agency.code) if case.agency.code else None
    return case.agency.typed if agency is None else agency.label


def entries(found: Docket, work: Dossier, lang: Lang) -> Iterator[Entry]:
    """Yield an entry for each case; the same case keeps its key when its day zero or due date moves."""
    year, seen = work.year, Counter[tuple[str, str]]()
    for case in found.cases:
        one = str(case.deadline.kind), case.number or _row(case)
        seen[one] += 1
        # A number that stands twice in a register is a finding; here each of its cases is an entry.
        twice = str(seen[one]) if seen[one] > 1 else ""
        yield Entry(
            key=(year.body.name, str(year.period.year), *one, twice),
            on=case.deadline.due_on,
            known_on=work.as_of,
            title=called(case, year, lang),
            text=case.deadline.explain(lang),
        )


def _row(case: Pending) -> str:
    source = case.source
    return "" if source is None else f"{source.file}[{source.sheet}]#{source.row}"


_NAMES = {
    DeadlineKind.REQUEST: Bilingual("permohonan {number}", "request {number}"),
    DeadlineKind.OBJECTION_ANSWER: Bilingual("keberatan {number}", "objection {number}"),
    DeadlineKind.COMMISSION_FINISH: Bilingual(
        "sengketa {number} selesai di komisi", "dispute {number} ends at the commission"
    ),
    DeadlineKind.COURT: Bilingual(
        "kesempatan menggugat atas sengketa {number}", "time for a suit over dispute {number}"
    ),
    DeadlineKind.CASSATION: Bilingual(
        "kesempatan kasasi atas gugatan sengketa {number}", "time for cassation over dispute {number}"
    ),
    DeadlineKind.CASSATION_PERMA: Bilingual(
        "kesempatan kasasi (PERMA) atas gugatan sengketa {number}",
        "time for cassation (court's rule) over dispute {number}",
    ),
}
_UNNUMBERED = Bilingual("tanpa nomor", "without a number")
_COUNT = Bilingual("{count} perkara", "{count} cases")
