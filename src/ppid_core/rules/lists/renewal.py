"""I101: the list of public information is renewed in the time of the law of its day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from ppid_core.language import Bilingual
from ppid_core.rules.casebook.span import cited_on
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, known, legible, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns, said
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import UNKNOWN

_WHERE = columns(dip="tanggal_pemutakhiran")
_NO_DAY = Bilingual(
    "tidak ada hari pemutakhiran DIP ({where})", "no day on which the list was renewed ({where})"
).fill(where=_WHERE)
_NO_LAW = Bilingual("belum ada aturan pemutakhiran DIP", "no law says yet how often the list is renewed")


def _renewed(evidence: Evidence) -> Iterator[Finding]:
    """Yield the list where more time has passed since it was renewed than the law leaves.

    The last renewal alone is judged: an entry keeps the day on which it was renewed last, so that the earlier
    renewals of a list, and how far they lie apart, cannot be seen in it.
    """
    entries = known(evidence.year.public_information)
    legible(evidence.year, "dip", "tanggal_pemutakhiran")
    dated = [
        entry for entry in entries if entry.updated_on is not None and entry.updated_on <= evidence.as_of
    ]
    days = present([(entry.updated_on, entry) for entry in dated if entry.updated_on], _NO_DAY)
    last, entry = max(days, key=lambda pair: pair[0])
    try:
        months = evidence.law.public_list_renewal.at(evidence.as_of).value
    except UNKNOWN:
        raise NotApplicable(_NO_LAW) from None
    due = _months_after(last, months)
    if due < evidence.as_of:
        yield Finding(
            subject="list:public_information",
            sources=(entry.source,),
            provided=last,
            expected=due,
            affected=len(entries),
            facts={"months": months, "as_of": said(evidence.as_of)},
            basis=cited_on(evidence.as_of, "public_list_renewal", evidence),
        )


def _months_after(day: date, months: int) -> date:
    """Return the same day so many months later, the last of a month that has none."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


I101 = Rule(
    code="I101",
    severity=Severity.WARNING,
    title=Bilingual(
        "DIP melewati waktu pemutakhiran", "The list of public information was not renewed in time"
    ),
    message=Bilingual(
        "Daftar informasi publik terakhir dimutakhirkan pada {provided}; paling sedikit sekali dalam {months}"
        " bulan, jadi paling lambat {expected} (keadaan per {as_of}).",
        "The list of public information was last renewed on {provided}; at least once in {months}"
        " {months:month|months}, so by {expected} at the latest (as of {as_of}).",
    ),
    mend=Bilingual(
        "Mutakhirkan daftar itu, lalu isi kolom tanggal_pemutakhiran.",
        "Renew the list, then fill in column tanggal_pemutakhiran.",
    ),
    explanation=Bilingual(
        "Daftar informasi publik menunjukkan kepada pemohon informasi apa yang ada. Perki yang berlaku pada"
        " hari itu menentukan berapa lama daftar boleh tidak dimutakhirkan; yang dinilai ialah hari terakhir"
        " yang tercatat di dalamnya.",
        "The list of public information shows applicants what there is. The Perki of the day says how long it"
        " may go without a renewal; what is judged is the last day recorded in the list.",
    ),
    where=_WHERE,
    example=Bilingual.both("tanggal_pemutakhiran: 10 Juli 2023"),
    basis=("public_list_renewal",),
    check=_renewed,
)
