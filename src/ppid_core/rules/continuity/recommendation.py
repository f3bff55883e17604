"""Y106: what last year's report recommended is spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from ppid_core.language import Bilingual
from ppid_core.model import normal
from ppid_core.rules.casebook.last_year import last_report
from ppid_core.rules.engine.evidence import Evidence, legible, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.rule import Rule
from ppid_core.summary import listed

_NO_RECOMMENDATION = Bilingual(
    "laporan tahun sebelumnya tidak memuat rekomendasi", "the report of the year before recommends nothing"
)
_LONGEST = 80


def _unspoken(evidence: Evidence) -> Iterator[Finding]:
    """Yield each recommendation of last year that this year neither repeats nor says what became of."""
    last = last_report(evidence)
    year = last.year.period.year
    rows = (row for row in listed(last.year.narrative.recommendations) if not row.is_earlier(year))
    made = present(rows, _NO_RECOMMENDATION)
    legible(evidence.year, "rekomendasi")
    here = listed(evidence.year.narrative.recommendations)
    own = evidence.year.period.year
    said = {normal(row.text) for row in here if row.follow_up.strip() or not row.is_earlier(own)}
    places = {normal(row.text): row.source for row in here}
    for position, row in enumerate(made, start=1):
        if normal(row.text) not in said:
            yield Finding(
                subject=f"recommendation:{year}#{position}",
                sources=(places.get(normal(row.text)),),
                provided=shorten(row.text, _LONGEST, placeholder=" …"),
                facts={"year": str(year)},
            )


Y106 = Rule(
    code="Y106",
    severity=Severity.WARNING,
    title=Bilingual("Rekomendasi tahun lalu tidak disebut", "A recommendation of last year is not spoken of"),
    message=Bilingual(
        'Rekomendasi laporan {year} "{provided}": tindak lanjutnya belum disebut.',
        'Recommendation of the report of {year} "{provided}": what became of it is not said.',
    ),
    mend=Bilingual(
        "Tulis di tabel rekomendasi dengan kata-kata yang sama, tahun {year}, dan isi tindak_lanjut.",
        "Write it into table rekomendasi in the same words, with tahun {year}, and fill in tindak_lanjut.",
    ),
    explanation=Bilingual(
        "Rekomendasi dibuat untuk ditindaklanjuti. Laporan berikutnya menyebut apa yang terjadi, juga bila"
        " belum ada tindak lanjutnya.",
        "Recommendations are made to be acted upon. The next report says what became of them, also where"
        " nothing did yet.",
    ),
    where=columns(rekomendasi="uraian tahun tindak_lanjut"),
    example=Bilingual.both("rekomendasi: Menambah petugas meja layanan; 2023; dua petugas ditambah"),
    check=_unspoken,
)
