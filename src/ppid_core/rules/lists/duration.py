"""I208–I210: how long an exemption lasts: its last day is recorded, and no law is exceeded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ppid_core.glossary.exemption import PASSING, PERMANENT, mentioned
from ppid_core.language import Bilingual
from ppid_core.law import DurationRule, ExemptionDuration
from ppid_core.rules.casebook.information_lists import ExemptEntry, exempt_entries
from ppid_core.rules.casebook.span import bounds, cited
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict, each
from ppid_core.writing.lengths import LengthUnit, read_length

_MONTHS: Mapping[LengthUnit, int] = {"year": 12, "month": 1}
_LENGTH = columns(dik="jangka_waktu")
_NO_LENGTH = Bilingual(
    "tidak ada entri DIK yang jangka waktunya ditulis dalam tahun, bulan, atau hari ({where})",
    "no exempt entry says how long it lasts in years, months or days ({where})",
).fill(where=_LENGTH)
_NO_LIMIT = Bilingual(
    "tidak ada entri DIK dengan jangka waktu yang dibatasi hurufnya ({where})",
    "no exempt entry has a length that its letter bounds ({where})",
).fill(where=columns(dik="huruf jangka_waktu"))
_NO_LETTER = Bilingual(
    "tidak ada entri DIK yang semata-mata bersandar pada huruf yang tidak permanen ({where})",
    "no exempt entry rests on letters alone that are not permanent ({where})",
).fill(where=columns(dik="huruf jangka_waktu"))


def _has_a_last_day(entry: ExemptEntry, _: Evidence) -> Verdict | None:
    """Find each exemption of a fixed length whose last day is not recorded.

    It is not reckoned: no law says from which day the time runs, and the decree that does is not at hand.
    """
    if read_length(entry.row.duration) is None:
        return None
    if entry.row.valid_until is not None:
        return FINE
    return Finding(
        subject=entry.subject, sources=(entry.row.source,), provided=" ".join(entry.row.duration.split())
    )


def _within_the_law(entry: ExemptEntry, evidence: Evidence) -> Verdict | None:
    """Find each exemption that lasts longer than every letter on which it rests allows."""
    letters, length = _letters(entry), read_length(entry.row.duration)
    if not letters or length is None or length[1] not in _MONTHS:
        return None
    known = {one.letter: one for one in evidence.law.exemption_durations.at(evidence.as_of).value}
    limits = [known[letter] for letter in letters if letter in known and _years(known[letter])]
    if len(limits) < len(letters):
        return None
    longest = max(limits, key=_years)
    if length[0] * _MONTHS[length[1]] <= _years(longest) * _MONTHS["year"]:
        return FINE
    return Finding(
        subject=entry.subject,
        sources=(entry.row.source,),
        provided=" ".join(entry.row.duration.split()),
        facts={"letters": ", ".join(letters), "years": _years(longest)},
        basis=(cited(longest),),
    )


def _years(bound: ExemptionDuration) -> int:
    """Return the most years of a letter, 0 where the law names no number."""
    return bound.years or 0 if bound.rule is DurationRule.AT_MOST else 0


def _not_for_good(entry: ExemptEntry, evidence: Evidence) -> Verdict | None:
    """Find each exemption that is called permanent, of which every letter says that it is not."""
    letters = _letters(entry)
    if not letters or not entry.row.duration.strip():
        return None
    known = evidence.law.exemption_letters.at(evidence.as_of).value
    ending = {one.letter: one for one in known if one.permanent is False}
    if not set(letters) <= ending.keys():
        return None
    if mentioned(PASSING, entry.row.duration) or not mentioned(PERMANENT, entry.row.duration):
        return FINE
    return Finding(
        subject=entry.subject,
        sources=(entry.row.source,),
        provided=" ".join(entry.row.duration.split()),
        facts={"letters": ", ".join(letters)},
        basis=tuple(dict.fromkeys(bounds(ending[letter]) for letter in letters)),
    )


def _letters(entry: ExemptEntry) -> Sequence[str]:
    return [letter for part in entry.row.letter.split(",") if (letter := part.strip())]


I208 = Rule(
    code="I208",
    severity=Severity.INFO,
    title=Bilingual("Jangka waktu tanpa hari terakhir", "A length of time without its last day"),
    message=Bilingual(
        "Jangka waktu {provided}, hari terakhirnya belum dicatat.",
        "It lasts {provided}; its last day is not recorded.",
    ),
    mend=Bilingual(
        "Isi kolom berlaku_sampai dengan hari terakhir menurut surat penetapannya.",
        "Fill in column berlaku_sampai with the last day according to its decree.",
    ),
    explanation=Bilingual(
        "Sebelum masa pengecualian berakhir PPID menyatakan informasinya terbuka. Peraturan tidak menyebut"
        " sejak hari apa masa itu berjalan; surat penetapan memuat jangka waktu dan tanggalnya. Karena itu"
        " hari terakhir tidak dihitung dari jangka waktu.",
        "Before an exemption ends the PPID declares the information public. No law says from which day its"
        " time runs; the decree holds its length and a date. So the last day is not reckoned from it.",
    ),
    where=columns(dik="jangka_waktu berlaku_sampai"),
    example=Bilingual.both("jangka_waktu: 5 tahun, berlaku_sampai: 31 Desember 2028"),
    check=each(exempt_entries, _has_a_last_day, _NO_LENGTH),
)
I209 = Rule(
    code="I209",
    severity=Severity.WARNING,
    title=Bilingual("Jangka waktu melebihi batasnya", "An exemption longer than the law allows"),
    message=Bilingual(
        "Jangka waktu {provided}; menurut huruf {letters} paling lama {years} tahun.",
        "It lasts {provided}; by letter {letters} at most {years} {years:year|years}.",
    ),
    mend=Bilingual(
        "Betulkan kolom jangka_waktu atau huruf; bila penetapannya memang demikian, perbarui penetapannya.",
        "Correct column jangka_waktu or huruf; where the decree says so, renew it.",
    ),
    explanation=Bilingual(
        "Peraturan membatasi lamanya pengecualian yang menyangkut penegakan hukum. Entri yang juga bersandar"
        " pada huruf tanpa batas demikian tidak dinilai.",
        "The law bounds how long an exemption for law enforcement lasts. An entry that rests on a letter"
        " without such a bound, too, is not judged.",
    ),
    where=columns(dik="huruf jangka_waktu"),
    example=Bilingual.both("huruf: a, jangka_waktu: 30 tahun"),
    basis=("exemption_durations",),
    check=each(exempt_entries, _within_the_law, _NO_LIMIT),
)
I210 = Rule(
    code="I210",
    severity=Severity.WARNING,
    title=Bilingual("Pengecualian yang disebut permanen", "An exemption that is called permanent"),
    message=Bilingual(
        "Jangka waktu {provided}; pengecualian menurut huruf {letters} tidak bersifat permanen.",
        "It lasts {provided}; an exemption by letter {letters} is not permanent.",
    ),
    mend=Bilingual(
        "Tetapkan jangka waktunya, lalu betulkan kolom jangka_waktu.",
        "Fix how long it lasts, then correct column jangka_waktu.",
    ),
    explanation=Bilingual(
        "Pengecualian menurut huruf a sampai f undang-undang tidak bersifat permanen. Entri yang juga"
        " bersandar pada huruf lain tidak dinilai.",
        "An exemption by letters a to f of the act is not permanent. An entry that rests on another letter,"
        " too, is not judged.",
    ),
    where=columns(dik="huruf jangka_waktu"),
    example=Bilingual.both("huruf: c, jangka_waktu: selama diperlukan"),
    basis=("exemption_letters",),
    check=each(exempt_entries, _not_for_good, _NO_LETTER),
)
