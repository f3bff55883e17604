"""S101–S104: names, numbers and letters lead to what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from itertools import chain

from ppid_core.glossary import label
from ppid_core.glossary.ground import PREFIX, ground_letters, objection_grounds
from ppid_core.language import Bilingual
from ppid_core.model import (
    Absent,
    AgencyRef,
    Dimension,
    Dispute,
    Objection,
    ObjectionGround,
    Request,
    ServiceYear,
    normal,
)
from ppid_core.rules.casebook.links import Numbered, links, numbers, repeated
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, known, legible, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns, term
from ppid_core.rules.engine.place import Placed, about, keyed
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.subjects import shown_number, subjects_of
from ppid_core.summary import listed
from ppid_core.summary.joint import parts_of_line

_NO_AGENCY = Bilingual("tidak ada baris yang menyebut OPD", "no row names an agency")
_NO_NUMBER = Bilingual("tidak ada nomor registrasi", "no registration number is recorded")
_NO_LINK = Bilingual(
    "tidak ada nomor rujukan ke register yang bernomor", "no row refers to a register that has numbers"
)
_NO_LETTER = Bilingual(
    "tidak ada keberatan dengan huruf dan alasan yang dikenal",
    "no objection has both a letter and a known wording",
)

_SLIP, _LIKE = 0.85, 0.6
"""How alike two spellings of one name are, and how alike what is worth asking about."""
_MISTYPED = Bilingual(
    'Maksudnya "{meant}"? Bila salah ketik, betulkan di baris itu; bila memang nama lain dari OPD yang sama,'
    " tambahkan sebagai alias di tabel opd.",
    'Is "{meant}" meant? If it is mistyped, correct it in that row; if it is another name of the same agency,'
    " add it as an alias in table opd.",
)
_OTHER_NAME = Bilingual(
    'Bila sama dengan "{other}", tambahkan sebagai alias.',
    'If it is the same as "{other}", add it as an alias.',
)
_UNKNOWN = Bilingual(
    "Perbaiki penulisannya, atau tambahkan ke tabel opd.", "Correct its spelling, or add it to table opd."
)
_FEWEST_LETTERS = 4
"""A shorter abbreviation fits too many names."""


def _agency_names(evidence: Evidence) -> Iterator[Finding]:
    """Yield each place that names an agency which the list does not know, with the nearest name.

    What is found is about the name, which one explanation covers wherever it stands; the case in which it
    stands is told, so that no two of them share a sentence.
    """
    agencies = known(evidence.year.agencies)
    legible(evidence.year, "opd", "kode", "nama", "singkatan", "alias")
    names = {normal(name): agency.name for agency in agencies for name in agency.names}
    advice = cache(lambda typed: _advice(typed, names))
    subjects = subjects_of(evidence)
    for place, row, agency, affected in present(_agencies(evidence.year), _NO_AGENCY):
        if agency.code is None:
            yield Finding(
                subject=f"agency:{agency.typed}",
                sources=(row.source,),
                provided=agency.typed,
                affected=affected,
                facts={"advice": advice(agency.typed)},
                case=subjects.name(place),
            )


def _agencies(year: ServiceYear) -> Iterator[tuple[str, Placed, AgencyRef, int]]:
    """Yield what names an agency: the key of a case, its row, the name, and for how many it stands."""
    rows = () if isinstance(year.matrix, Absent) else year.matrix.rows
    yield from (("", row, row.agency, len(row.states)) for row in rows)
    cases: tuple[tuple[str, Request | Objection | Dispute], ...] = (
        *keyed("request", year.requests),
        *keyed("objection", year.objections),
        *keyed("dispute", year.disputes),
    )
    yield from ((place, row, row.agency, row.count) for place, row in cases if row.agency)
    yield from (("", row, row.agency, 1) for row in listed(year.service.hours) if row.agency)
    yield from (("", row, row.agency, 1) for row in listed(year.exempt_information) if row.agency)
    yield from (("", row, row.agency, 1) for row in listed(year.activity.ranking))
    codes = {agency.code for agency in listed(year.agencies)}
    for line in chain.from_iterable(map(parts_of_line, year.aggregates)):
        if line.dimension is Dimension.AGENCY:
            code = line.category if line.category in codes else None
            yield "", line, AgencyRef(typed=line.typed or line.category, code=code), line.number


def _advice(typed: str, names: Mapping[str, str]) -> Bilingual:
    """Return what to do: a slip of the pen is asked about first, another name of an agency after it."""
    if (meant := _nearest(typed, names, _SLIP)) is not None:
        return _MISTYPED.fill(meant=meant)
    possible = {official for name, official in names.items() if _abbreviates(normal(typed), name)}
    other = possible.pop() if len(possible) == 1 else _nearest(typed, names, _LIKE)
    return _UNKNOWN if other is None else _OTHER_NAME.fill(other=other)


def _nearest(typed: str, names: Mapping[str, str], least: float) -> str | None:
    """Return the official name of the agency of which a name is written most alike, none below ``least``."""
    alike = get_close_matches(normal(typed), names, n=1, cutoff=least)
    return names[alike[0]] if alike else None


def _abbreviates(short: str, name: str) -> bool:
    """Tell whether the letters of ``short`` stand in ``name`` in their order, from its first: DINSOS."""
    letters = iter(name)
    return len(short) >= _FEWEST_LETTERS and short[0] == name[0] and all(sign in letters for sign in short)


def _unique_numbers(evidence: Evidence) -> Iterator[Finding]:
    """Yield each row whose registration number an earlier row of the same register and year bears."""
    if not any(map(any, numbers(evidence).values())):
        raise NotApplicable(_NO_NUMBER)
    first: dict[tuple[str, int | None, str], Numbered] = {}
    for row in repeated(evidence):
        earlier = first.setdefault((row.register, row.opening, row.key), row)
        if earlier is not row:
            yield about(row.subject, row, earlier, provided=shown_number(row.number))


def _broken_links(evidence: Evidence) -> Iterator[Finding]:
    """Yield each row that refers to a number which the other register does not hold."""
    for link in present(links(evidence), _NO_LINK):
        if not link.leads and not evidence.year.unread_cells(label(link.register), "nomor"):
            yield about(
                link.row.subject,
                link.row,
                provided=shown_number(link.number),
                facts={"from": term(link.row.register), "to": link.target},
            )


def _letters_and_wordings(evidence: Evidence) -> Iterator[Finding]:
    """Yield each objection whose letter and wording are two different grounds of Pasal 35."""
    pairs = (
        (subject, row, row.ground_letter.strip().casefold(), ground)
        for subject, row in keyed("objection", known(evidence.year.objections))
        if row.ground is not None and row.ground_letter.strip()
        for ground in _worded(row.ground.typed)
    )
    for subject, row, letters, ground in present(pairs, _NO_LETTER):
        if ground.removeprefix(PREFIX) not in ground_letters(letters):
            yield about(
                subject,
                row,
                provided=letters,
                expected=ground.removeprefix(PREFIX),
                facts={"wording": row.ground.typed if row.ground else "", "meaning": term(ground)},
            )


@lru_cache(maxsize=2**10)
def _worded(wording: str) -> tuple[ObjectionGround, ...]:
    """Return the grounds that words name; letters alone are no wording."""
    named = () if ground_letters(wording) else objection_grounds(wording)
    return tuple(ground for ground in named if ground is not ObjectionGround.OTHER)


S101 = Rule(
    code="S101",
    severity=Severity.WARNING,
    title=Bilingual("Nama OPD tidak dikenal", "An agency name is not known"),
    message=Bilingual(
        'OPD "{provided}" tidak ada di tabel opd.', 'The agency "{provided}" is not in table opd.'
    ),
    mend=Bilingual.both("{advice}"),
    explanation=Bilingual(
        "Nama OPD dicocokkan persis atau melalui alias, tidak pernah ditebak. Nama yang tidak dikenal"
        " dihitung tersendiri.",
        "Agency names are matched exactly or by an alias, never guessed. A name that is not known is counted"
        " by itself.",
    ),
    where=Bilingual(
        "tabel opd, kolom alias; atau kolom opd di tabel yang disebut",
        "table opd, column alias; or column opd of the table named",
    ),
    example=Bilingual.both("opd: Dinas Sosial Kota Serang, alias DINSOS"),
    check=_agency_names,
)
S102 = Rule(
    code="S102",
    severity=Severity.ERROR,
    title=Bilingual("Nomor registrasi berulang", "A registration number is used twice"),
    message=Bilingual(
        'Nomor "{provided}" sudah dipakai baris lain.', 'The number "{provided}" is another row\'s already.'
    ),
    mend=Bilingual(
        "Betulkan nomornya, atau hapus baris yang tercatat dua kali.",
        "Correct the number, or remove the row that is recorded twice.",
    ),
    explanation=Bilingual(
        "Satu nomor registrasi menunjuk satu perkara; nomor yang berulang berarti perkara dihitung dua kali"
        " atau nomornya keliru.",
        "A registration number means one case; where it returns, a case is counted twice or a number is"
        " wrong.",
    ),
    where=Bilingual(
        "tabel permohonan, keberatan, dan sengketa, kolom nomor",
        "permohonan, keberatan, sengketa: column nomor",
    ),
    example=Bilingual.both("001/2021, 002/2021, 003/2021"),
    check=_unique_numbers,
)
S103 = Rule(
    code="S103",
    severity=Severity.WARNING,
    title=Bilingual("Nomor rujukan tidak ditemukan", "A reference leads nowhere"),
    message=Bilingual(
        'Nomor {to} "{provided}", yang dirujuk di register {from}, tidak ditemukan.',
        'No {to} "{provided}", which the register of {from} refers to, was found.',
    ),
    mend=Bilingual(
        "Betulkan nomornya; bila perkara tahun lalu, isi bawaan atau permohonan_lalu.",
        "Correct the number; for a case of last year fill in bawaan or permohonan_lalu.",
    ),
    explanation=Bilingual(
        "Keberatan berasal dari permohonan, sengketa dari keberatan, gugatan dari sengketa; nomornya harus"
        " ditemukan di register asalnya.",
        "An objection comes from a request, a dispute from an objection, a suit from a dispute; its number"
        " has to stand in that register.",
    ),
    where=Bilingual(
        "tabel keberatan, sengketa, gugatan, kolom nomor_permohonan, nomor_keberatan, nomor_sengketa",
        "keberatan, sengketa, gugatan: column nomor_permohonan, nomor_keberatan or nomor_sengketa",
    ),
    example=Bilingual.both("keberatan: nomor_permohonan 001/2021; permohonan: nomor 001/2021"),
    check=_broken_links,
)
S104 = Rule(
    code="S104",
    severity=Severity.WARNING,
    title=Bilingual("Huruf dan alasan keberatan berbeda", "Letter and wording of an objection differ"),
    message=Bilingual(
        'Huruf {provided}, alasannya "{wording}" (huruf {expected}: {meaning}).',
        'Letter {provided}, worded "{wording}" (letter {expected}: {meaning}).',
    ),
    mend=Bilingual(
        "Betulkan huruf atau alasannya; laporan memakai hurufnya.",
        "Correct the letter or the wording; the report uses the letter.",
    ),
    explanation=Bilingual(
        "Alasan keberatan dihitung menurut huruf a–g; huruf dan kata-katanya harus alasan yang sama.",
        "Objections are counted by the letters a–g; letter and wording have to be the same ground.",
    ),
    where=columns(keberatan="huruf alasan"),
    example=Bilingual.both("huruf d, alasan: jawaban tidak sesuai dengan permintaan"),
    basis=("objection_grounds",),
    check=_letters_and_wordings,
)
