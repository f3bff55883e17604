"""What is convention, unknown or in dispute about a due date: a sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ppid_core.deadlines.saying import basis, length_of, long_date
from ppid_core.language import Bilingual, Lang
from ppid_core.law.citation import Confidence
from ppid_core.law.decree import Track

if TYPE_CHECKING:
    from ppid_core.deadlines.deadline import Deadline


def caveats(deadline: Deadline, lang: Lang) -> Iterator[str]:
    """Yield what is convention, unknown or in dispute."""
    convention = deadline.kind.limit.convention(lang)
    if convention:
        yield convention
    if deadline.clock is not None and deadline.clock.value == "complete":
        clock = _FROM_COMPLETE if deadline.complete else _FROM_RECEIPT
        yield clock(lang).format(law=basis(deadline.clock, lang), day=long_date(deadline.opened_on, lang))
    for leg in deadline.legs:
        if leg.provision.confidence is Confidence.UNCONFIRMED:
            length = length_of(leg.provision, lang)
            yield _UNVERIFIED(lang).format(length=length, law=leg.provision.citation)
    if deadline.is_worked:
        yield from _of_the_calendar(deadline, lang)


def _of_the_calendar(deadline: Deadline, lang: Lang) -> Iterator[str]:
    """Yield what is chosen, unknown or in dispute of the days that count."""
    if not deadline.cuti_bersama:
        yield _WORKING(lang)
    for day in deadline.conflict:
        yield _CONFLICT(lang).format(day=long_date(day, lang))
    if deadline.following:
        years = ", ".join(str(year) for year in deadline.following)
        other = Track.UMUM if deadline.track is Track.ASN else Track.ASN
        yield _FOLLOWING(lang).format(track=deadline.track.label(lang), years=years, other=other.label(lang))
    if deadline.as_known_on is not None:
        yield _AS_KNOWN(lang).format(day=long_date(deadline.as_known_on, lang))
    if deadline.estimated:
        yield _ESTIMATED(lang)


_FROM_RECEIPT = Bilingual(
    "Keterlambatan dinilai menurut undang-undang, sejak permohonan diterima, {day}. {law} menghitung"
    " pemberitahuan sejak permohonan dinyatakan lengkap, kecuali penolakan, yang dihitung sejak diterima.",
    "Lateness is judged by the act, from the receipt of the request, {day}. {law} counts the notice from the"
    " day the request is complete, but a refusal from its receipt.",
)
_FROM_COMPLETE = Bilingual(
    "Ini hitungan {law}, sejak permohonan dinyatakan lengkap, {day}; penolakan dihitung sejak permohonan"
    " diterima. Keterlambatan dinilai menurut undang-undang, sejak permohonan diterima.",
    "This is the count of {law}, from the day the request was complete, {day}; a refusal is counted from its"
    " receipt. Lateness is judged by the act, from the receipt of the request.",
)
_UNVERIFIED = Bilingual(
    "Belum diverifikasi: jangka waktu {length} menurut {law}.", "Not verified: a time of {length} by {law}."
)
_WORKING = Bilingual(
    "Badan ini tidak mengikuti cuti bersama; hari cuti bersama dihitung sebagai hari kerja.",
    "The body does not follow joint leave; days of joint leave count as working days.",
)
_CONFLICT = Bilingual(
    "{day} adalah cuti bersama menurut satu keputusan dan hari kerja menurut keputusan lain; batas waktu ini"
    " bergantung pada hari itu.",
    "{day} is joint leave by one decree and a working day by another; this due date hangs on that day.",
)
_FOLLOWING = Bilingual(
    "Jalur {track} tidak mempunyai keputusan cuti bersama sendiri untuk tahun {years} dan mengikuti jalur"
    " {other}.",
    "The track {track} has no decree on joint leave of its own for {years} and follows {other}.",
)
_AS_KNOWN = Bilingual(
    "Dihitung menurut keputusan hari libur yang ditetapkan sampai dengan {day}.",
    "Counted by the decrees on holidays signed up to {day}.",
)
_ESTIMATED = Bilingual(
    "Perkiraan: keputusan hari libur untuk sebagian atau seluruh jangka waktu ini belum ada; hari raya dapat"
    " bergeser dan cuti bersama belum diperhitungkan.",
    "An estimate: for some or all of this time there is no decree on holidays yet; feasts may move, and joint"
    " leave is not counted in.",
)
