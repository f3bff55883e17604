"""L103: each content that the law asks of the report is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ppid_core.glossary import say
from ppid_core.language import Bilingual
from ppid_core.law import ContentCondition, RequiredContent
from ppid_core.model import ServiceYear
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.legal.told import Telling, tellings

PROSE = "naskah"
ABSENT = Bilingual("belum ada", "is missing")
LACKING = Bilingual("belum lengkap", "is incomplete")


def required_contents(evidence: Evidence) -> Iterator[Finding]:
    """Yield each content that the law of the day the report is due asks for, and that is not told.

    A register that says *nihil* has answered. A content that no telling knows cannot be judged.
    """
    told = tellings(evidence)
    for content in evidence.law.required_contents.at(evidence.due_on).value:
        telling, whole = told.get(content.slug), told.get(content.part_of or "")
        if telling is None or telling.is_told or _is_hidden(content, telling, evidence.year):
            continue
        if _is_asked(content, telling, whole):
            place = telling.beside or (whole and whole.beside)
            yield Finding(
                subject=f"content:{content.slug}",
                sources=(place,) if place else (),
                facts={
                    "content": content.title,
                    "where": _where(content.typed_in),
                    "state": LACKING if 0 < telling.lacking < telling.of else ABSENT,
                    "extent": _extent(telling),
                    "lacking": telling.lacking,
                },
                basis=(Bilingual(content.cite("id"), content.cite("en")),),
            )


def _is_hidden(content: RequiredContent, telling: Telling, year: ServiceYear) -> bool:
    """Tell whether a content may stand in cells that could not be read; what some lack is known to lack."""
    if 0 < telling.lacking < telling.of:
        return False
    places = (name.partition(".")[::2] for name in content.typed_in)
    return any(year.unread_cells(table, *filter(None, [column])) for table, column in places)


def _extent(telling: Telling) -> Bilingual:
    """Return of how many requests a content is not told, where it is owed of each of them."""
    if not telling.lacking:
        return Bilingual("", "")
    return Bilingual(
        f" ({say(telling.lacking, 'id')} dari {say(telling.of, 'id')} permohonan)",
        f" ({say(telling.lacking, 'en')} of {say(telling.of, 'en')} requests)",
    )


def _is_asked(content: RequiredContent, telling: Telling, whole: Telling | None) -> bool:
    """Ask for a whole always, for a part or a condition only where a case calls for it."""
    if content.part_of is None and content.condition is ContentCondition.ALWAYS:
        return True
    return telling.is_due and (whole is None or whole.is_told)


def _where(typed_in: Sequence[str]) -> Bilingual:
    """Return where staff type it: *tabel anggaran, kolom realisasi atau penggunaan*."""
    pairs = [name.partition(".")[::2] for name in typed_in]
    places = [
        _place(table, [column for _, column in group])
        for table, group in groupby(pairs, lambda pair: pair[0])
    ]
    return Bilingual("; atau ".join(place.id for place in places), "; or ".join(place.en for place in places))


def _place(table: str, columns: list[str]) -> Bilingual:
    named = [column for column in columns if column]
    if table == PROSE:
        return Bilingual(f"naskah, bagian {' atau '.join(named)}", f"naskah, part {' or '.join(named)}")
    if not named:
        return Bilingual(f"tabel {table}", f"table {table}")
    return Bilingual(
        f"tabel {table}, kolom {' atau '.join(named)}", f"table {table}, column {' or '.join(named)}"
    )


L103 = Rule(
    code="L103",
    severity=Severity.WARNING,
    title=Bilingual("Isi minimum belum ada", "A required content is missing"),
    message=Bilingual(
        "Isi minimum {state}: {content}{extent}.", "A required content {state}: {content}{extent}."
    ),
    mend=Bilingual(
        "Isi {where}; bila tidak dapat diisi, laporan menyebut sebabnya.",
        "Fill in {where}; where that cannot be done, the report says why.",
    ),
    explanation=Bilingual(
        "Peraturan menetapkan isi minimum laporan layanan informasi publik. Register yang nihil sudah"
        " menjawab; bagian hanya diminta bila pokoknya ada, pelaksanaan hanya bila ada jawaban atau hasil"
        " yang mewajibkan. Waktu diminta untuk setiap permohonan yang dijawab: yang belum tercatat disebut"
        " jumlahnya. Kendala diminta yang internal dan yang eksternal.",
        "The law sets what a yearly report tells at least. A register that is nihil has answered; a part is"
        " asked for only where its whole is there, execution only where an answer or a result obliges. Time"
        " is asked for of each request that was answered: how many lack it is told. Constraints are asked"
        " for inside and outside the body.",
    ),
    where=Bilingual(
        "tabel dan kolom yang disebut pada hasil pemeriksaan", "the table and column that the finding names"
    ),
    example=Bilingual(
        "anggaran: realisasi Rp49.500.000,00; sdm: kualifikasi S1 Ilmu Komunikasi",
        "anggaran: realisasi Rp49.500.000,00; sdm: kualifikasi S1 Ilmu Komunikasi",
    ),
    basis=("required_contents",),
    check=required_contents,
)
