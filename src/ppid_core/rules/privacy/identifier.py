"""P101: personal data in free text, told by place and kind, never by what it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ppid_core.language import Bilingual
from ppid_core.model import ServiceYear
from ppid_core.model.redaction import exposures_of
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import series, term
from ppid_core.rules.engine.place import row_key
from ppid_core.rules.engine.rule import Rule
from ppid_core.summary import listed

_NO_TEXT = Bilingual("belum ada teks bebas", "there is no free text yet")
_SUBJECTS: Mapping[str, str] = MappingProxyType({"CourtCase": "suit", "ServiceYear": "report"})
"""How subjects of rows begin where it is not by the name of their class."""


def _exposed(evidence: Evidence) -> Iterator[Finding]:
    """Yield each row in whose free text a NIK, a phone number or an address of mail stands."""
    told = evidence.exposures
    exposures = exposures_of(evidence.year) if told is None else told
    present((*exposures, *_texts(evidence.year)), _NO_TEXT)
    for exposure in exposures:
        kind = _SUBJECTS.get(exposure.holder, exposure.holder.lower())
        yield Finding(
            subject=row_key(kind, exposure, exposure.position),
            sources=(exposure.source,),
            provided=len(exposure.kinds),
            facts={"kinds": series([term(one) for one in exposure.kinds])},
        )


def _texts(year: ServiceYear) -> Iterator[object]:
    """Yield what clerks write text in: rows of registers, prose, what was done, what hinders."""
    told, done = year.narrative, year.activity
    yield from (*listed(year.requests), *listed(year.objections), *listed(year.disputes), *listed(year.suits))
    yield from (*told.passages, *listed(told.constraints), *listed(told.recommendations))
    yield from (*listed(told.priorities), *listed(done.activities), *listed(done.innovations))


P101 = Rule(
    code="P101",
    severity=Severity.INFO,
    title=Bilingual("Data pribadi dalam teks bebas", "Personal data in free text"),
    message=Bilingual(
        "Teks bebas memuat {kinds}; edisi publik menyamarkannya.",
        "Free text holds {kinds}; the public edition masks it.",
    ),
    mend=Bilingual(
        "Sebelum mengumumkan, pindahkan ke kolom nama, alamat, atau kontak, atau hapus dari teksnya.",
        "Before publishing, move it to column nama, alamat or kontak, or take it out of the text.",
    ),
    explanation=Bilingual(
        "Yang diumumkan tidak memuat data pribadi. NIK, nomor telepon, dan alamat surel dalam teks bebas"
        " dikenali dari bentuknya; yang ditulis dengan cara lain tidak terlihat, jadi teksnya tetap"
        " perlu dibaca.",
        "What is published holds no personal data. NIK, phone numbers and addresses of mail are known by"
        " their form; what is written in another way is not seen, so the text still has to be read.",
    ),
    where=Bilingual(
        "tabel permohonan, kolom informasi dan tujuan; tabel keberatan, kolom tanggapan_pemohon; tabel"
        " naskah, kolom teks; demikian pula kolom teks yang lain",
        "table permohonan, columns informasi and tujuan; table keberatan, column tanggapan_pemohon; table"
        " naskah, column teks; likewise other columns of text",
    ),
    example=Bilingual(
        "informasi: salinan APBD 2024; kontak: nomor telepon pemohon",
        "informasi: salinan APBD 2024; kontak: the applicant's phone number",
    ),
    basis=("personal_data", "personal_data_masked"),
    check=_exposed,
)
