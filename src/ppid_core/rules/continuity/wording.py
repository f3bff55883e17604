"""Y108: what is told anew is not last year's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import shorten

from ppid_core.language import Bilingual
from ppid_core.model import ServiceYear, normal
from ppid_core.rules.casebook.last_year import last_report
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.place import row_key
from ppid_core.rules.engine.rule import Rule
from ppid_core.source import Source
from ppid_core.summary import listed

_NO_TEXT = Bilingual(
    "tidak ada naskah atau kendala di kedua laporan", "one of the reports has neither prose nor constraints"
)
_LONGEST = 80
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_NAMED = re.compile(
    r"\b(?:nomor|no\.?|tahun|pasal|ayat|huruf|angka|bab|lampiran|butir|tanggal)\s*\(?[\d./-]+\)?"
    r"|\b\d{1,2}\s+(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)"
    r"(?:\s+\d{4})?|\d+/\S+|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""Numbers that are none of the year's figures: of instruments and their articles, days, years."""

_Told = tuple[str, str, Source | None]
"""The subject of a text, its words, and where it stands."""


def _repeated(evidence: Evidence) -> Iterator[Finding]:
    """Yield each paragraph with figures, and each constraint, that is word for word last year's."""
    last = last_report(evidence)
    before = {normal(text) for _, text, _ in _texts(last.year)}
    both = _texts(evidence.year) if before else ()
    for subject, text, source in present(both, _NO_TEXT):
        if normal(text) in before:
            yield Finding(
                subject=subject,
                sources=(source,),
                provided=shorten(text, _LONGEST, placeholder=" …"),
                facts={"year": str(last.year.period.year)},
            )


def _texts(year: ServiceYear) -> Iterator[_Told]:
    for passage in year.narrative.passages:
        paragraphs = (text for text in re.split(r"\n\s*\n", passage.text) if text.strip())
        for position, text in enumerate(paragraphs, start=1):
            if _FIGURE.search(_NAMED.sub("", text)):
                yield f"passage:{passage.part}#{position}", text, passage.source
    for position, row in enumerate(listed(year.narrative.constraints), start=1):
        yield row_key("constraint", row, position), row.text, row.source


Y108 = Rule(
    code="Y108",
    severity=Severity.INFO,
    title=Bilingual("Kalimat sama dengan laporan tahun lalu", "The same words as in last year's report"),
    message=Bilingual(
        '"{provided}" sama kata demi kata dengan laporan {year}.',
        '"{provided}" is word for word what the report of {year} says.',
    ),
    mend=Bilingual(
        "Periksa apakah angka atau kendalanya masih demikian tahun ini; bila masih, tidak perlu tindakan.",
        "See whether figures or constraint still hold this year; where they do, nothing has to be done.",
    ),
    explanation=Bilingual(
        "Naskah yang disalin dari tahun lalu sering membawa angka lama.",
        "Prose that was copied from last year often brings old figures along.",
    ),
    where=Bilingual(
        "tabel naskah, kolom teks; tabel kendala, kolom uraian",
        "table naskah, column teks; table kendala, column uraian",
    ),
    example=Bilingual(
        "penutup: 84 permohonan diterima tahun 2024", "penutup: 84 requests were received in 2024"
    ),
    check=_repeated,
)
