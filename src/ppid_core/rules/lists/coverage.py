"""I102, I103: each agency has an entry in the list of public information, and each category has one."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.language import Bilingual
from ppid_core.model import Agency, InformationCategory, PublicInformation, normal
from ppid_core.rules.casebook.span import cited_on
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, known, legible, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns, term
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import UNKNOWN

_NO_ENTRY = Bilingual("DIP belum berisi", "the list of public information has no entry")
_NO_HOLDER = Bilingual(
    "tidak ada entri DIP yang menyebut OPD di tabel opd ({where})",
    "no entry of the list names an agency of table opd ({where})",
).fill(where=columns(dip="unit"))
_NO_CATEGORY = Bilingual(
    "kelompok informasi tidak dicatat pada DIP ({where})", "the list records no category ({where})"
).fill(where=columns(dip="kelompok"))
_NO_LAW = Bilingual(
    "belum ada aturan tentang kelompok informasi", "no law says yet which categories there are"
)


def _every_agency(evidence: Evidence) -> Iterator[Finding]:
    """Yield each agency that holds nothing of what the list of public information names."""
    entries = present(known(evidence.year.public_information), _NO_ENTRY)
    agencies = known(evidence.year.agencies)
    legible(evidence.year, "dip", "unit")
    legible(evidence.year, "opd")
    there = [agency for agency in agencies if _is_there(agency, evidence)]
    held = {agency.code for agency in there if any(_holds(agency, entry) for entry in entries)}
    present(held, _NO_HOLDER)
    for agency in there:
        if agency.code not in held:
            yield Finding(
                subject=f"agency:{agency.code}",
                sources=(agency.source,),
                provided=0,
                facts={"agency": agency.label, "entries": len(entries)},
            )


def _is_there(agency: Agency, evidence: Evidence) -> bool:
    """Tell whether an agency bears this name on the day of the check."""
    begun = agency.valid_from is None or agency.valid_from <= evidence.as_of
    return begun and (agency.valid_until is None or evidence.as_of <= agency.valid_until)


def _holds(agency: Agency, entry: PublicInformation) -> bool:
    """Tell whether an entry is held by an agency, or by a unit of it that is written with its name."""
    if entry.holder is None:
        return False
    return entry.holder.code == agency.code or normal(agency.name) in normal(entry.holder.typed)


def _every_category(evidence: Evidence) -> Iterator[Finding]:
    """Yield each category of the Act of which the list of public information names nothing."""
    entries = present(known(evidence.year.public_information), _NO_ENTRY)
    legible(evidence.year, "dip", "kelompok")
    found = present({entry.category for entry in entries if entry.category}, _NO_CATEGORY)
    try:
        categories = evidence.law.public_categories.at(evidence.as_of).value
    except UNKNOWN:
        raise NotApplicable(_NO_LAW) from None
    uncategorised = sum(entry.category is None for entry in entries)
    for category in map(InformationCategory, categories):
        if category not in found:
            yield Finding(
                subject=f"category:{category}",
                sources=(entries[0].source,),
                provided=0,
                facts={
                    "category": term(category),
                    "entries": len(entries),
                    "open": _LEFT_OPEN.fill(count=str(uncategorised)) if uncategorised else Bilingual("", ""),
                },
                basis=cited_on(evidence.as_of, "public_categories", evidence),
            )


_LEFT_OPEN = Bilingual("; {count} tanpa kelompok", "; {count} without a category")

I102 = Rule(
    code="I102",
    severity=Severity.INFO,
    title=Bilingual("OPD tanpa entri dalam DIP", "An agency without an entry in the list"),
    message=Bilingual(
        "{agency}: tidak menguasai satu pun dari {entries} informasi dalam daftar informasi publik.",
        "{agency}: holds none of the {entries} {entries:entry|entries} of the list of public information.",
    ),
    mend=Bilingual(
        "Tambahkan informasi yang dikuasai OPD itu ke tabel dip, atau betulkan kolom unit.",
        "Add what that agency holds to table dip, or correct column unit.",
    ),
    explanation=Bilingual(
        "Daftar informasi publik disusun dari usulan PPID tiap unit. OPD yang tidak ada di dalamnya belum"
        " mengusulkan apa pun, atau namanya ditulis lain.",
        "The list is made of what the PPID of each unit proposes. An agency that is not in it has proposed"
        " nothing yet, or is written otherwise.",
    ),
    where=columns(dip="unit"),
    example=Bilingual.both("unit: Dinas Kesehatan"),
    check=_every_agency,
)
I103 = Rule(
    code="I103",
    severity=Severity.INFO,
    title=Bilingual("Kelompok informasi tanpa entri dalam DIP", "A category without an entry in the list"),
    message=Bilingual(
        "Informasi {category}: tidak satu pun dalam daftar informasi publik ({entries} entri{open}).",
        "Information {category}: none in the list of public information ({entries}"
        " {entries:entry|entries}{open}).",
    ),
    mend=Bilingual(
        "Tambahkan informasinya ke tabel dip, atau lengkapi kolom kelompok.",
        "Add it to table dip, or complete column kelompok.",
    ),
    explanation=Bilingual(
        "Undang-undang mengenal informasi yang diumumkan berkala, yang diumumkan serta-merta, dan yang"
        " tersedia setiap saat. Kelompok yang tidak ada dalam daftar barangkali belum dikumpulkan.",
        "The Act knows information that is announced periodically, at once, or available at all times. A"
        " category that is not in the list may not have been gathered yet.",
    ),
    where=columns(dip="kelompok"),
    example=Bilingual.both("kelompok: serta-merta"),
    basis=("public_categories",),
    check=_every_category,
)
