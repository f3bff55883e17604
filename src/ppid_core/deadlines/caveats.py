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
    "Undang-undang menghitung sejak permohonan diterima; {law} sejak permohonan dinyatakan lengkap. Di sini"
    " dipakai hari permohonan diterima, {day}; bila permohonan dinyatakan lengkap pada hari lain, jangka"
    " waktu dihitung sejak hari itu.",
    "The act counts from the receipt of the request; {law} from the day it is complete. Here the receipt,"
    " {day}, is used; where the request was complete on another day, the time runs from that one.",
)
_FROM_COMPLETE = Bilingual(
    "Undang-undang menghitung sejak permohonan diterima; {law} sejak permohonan dinyatakan lengkap. Di sini"
    " dipakai hari permohonan dinyatakan lengkap, {day}.",
    "The act counts from the receipt of the request; {law} from the day it is complete. Here that day,"
    " {day}, is used.",
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
