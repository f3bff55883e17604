"""K101 and K102: channels that nobody used, applicants counted as requests."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.glossary.vocabulary import is_word
from ppid_core.language import Bilingual
from ppid_core.model import CHANNEL_GROUPS, Channel, CountUnit, Dimension
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, known, legible, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns, term
from ppid_core.rules.engine.rule import Rule
from ppid_core.summary import UNNAMED

_NO_CHANNEL = Bilingual("kanal permohonan tidak tercatat", "the channel of requests is not recorded")
_NO_REQUEST = Bilingual("tidak ada permohonan", "there are no requests")
_UNKNOWN_WORDS = Bilingual(
    "sebagian kanal permohonan belum dikenali", "some channels of requests are not known by their words"
)
_UNIT_COLUMN = "jumlah_pemohon"


def _used_channels(evidence: Evidence) -> Iterator[Finding]:
    """Yield each offered channel by which no recorded request came in.

    An offered group is used where a member is; of a channel whose group alone is counted nothing is known.
    Where words are counted that no list holds, any of them may be the offered channel.
    """
    offered = known(evidence.year.service.offered_channels)
    legible(evidence.year, "permohonan", "kanal")
    counts = known(evidence.summary.parts_of("requests.by_channel"))
    used = {channel for channel in Channel if counts.get(str(channel))}
    if not used and not any(map(counts.get, UNNAMED)):
        raise NotApplicable(_NO_REQUEST)
    named = (name for name, number in counts.items() if number and name not in UNNAMED)
    if any(is_word(Dimension.CHANNEL, name) for name in named):
        raise NotApplicable(_UNKNOWN_WORDS)
    present(used, _NO_CHANNEL)
    for offer in offered:
        channel = offer.channel.slug
        if channel is not Channel.OTHER and not _covering(channel) & used:
            yield Finding(
                subject=f"channel:{channel}",
                sources=(offer.source,),
                provided=channel,
                expected=0,
                facts={"channel": term(channel)},
            )


def _covering(channel: Channel) -> frozenset[Channel]:
    """Return the channels whose use tells that ``channel`` may be used: itself, its members, its group."""
    groups = frozenset(group for group, members in CHANNEL_GROUPS.items() if channel in members)
    return frozenset({channel}) | CHANNEL_GROUPS.get(channel, frozenset()) | groups


def _counted_unit(evidence: Evidence) -> Iterator[Finding]:
    """Yield the heading under which applicants are counted as requests."""
    requests = present(known(evidence.year.requests), _NO_REQUEST)
    rows = [row for row in requests if row.unit is CountUnit.APPLICANT]
    if rows:
        place = rows[0].source
        total = sum(row.count for row in rows)
        yield Finding(
            subject="requests.unit",
            sources=(place and place.at(_UNIT_COLUMN),),
            provided=total,
            affected=total,
        )


K101 = Rule(
    code="K101",
    severity=Severity.INFO,
    title=Bilingual("Kanal ditawarkan tetapi tidak dipakai", "A channel offered but never used"),
    message=Bilingual(
        "Kanal {channel} ditawarkan; tidak ada permohonan yang tercatat melaluinya.",
        "The channel {channel} is offered; no recorded request came in by it.",
    ),
    mend=Bilingual(
        "Periksa kolom kanal di register; bila memang tidak ada, tidak perlu tindakan.",
        "Look at column kanal of the register; where there was none, nothing has to be done.",
    ),
    explanation=Bilingual(
        "Kanal yang ditawarkan tetapi tidak pernah dipakai dapat berarti permohonannya tidak tercatat, atau"
        " kanalnya belum dikenal masyarakat.",
        "A channel that is offered and never used may mean that its requests are not recorded, or that people"
        " do not know of it.",
    ),
    where=columns(laporan="kanal_ditawarkan", permohonan="kanal"),
    example=Bilingual.both("kanal_ditawarkan: website|surel; permohonan: kanal website, surel"),
    check=_used_channels,
)
K102 = Rule(
    code="K102",
    severity=Severity.INFO,
    title=Bilingual("Pemohon dihitung sebagai permohonan", "Applicants are counted as requests"),
    message=Bilingual(
        "Register menghitung pemohon ({provided}), bukan permohonan.",
        "The register counts applicants ({provided}), not requests.",
    ),
    mend=Bilingual(
        "Catat banyaknya permohonan di kolom jumlah; selama belum, jumlah pemohon dipakai sebagai gantinya.",
        "Record the number of requests in column jumlah; until then that of applicants stands in for it.",
    ),
    explanation=Bilingual(
        "Undang-undang meminta jumlah permohonan. Satu pemohon dapat mengajukan beberapa permohonan, dan satu"
        " permohonan dapat diajukan bersama.",
        "The law asks for the number of requests. One applicant may make several, and several may make one.",
    ),
    where=Bilingual(
        "tabel permohonan, judul kolom jumlah_pemohon", "table permohonan, heading jumlah_pemohon"
    ),
    example=Bilingual("permohonan: kolom jumlah", "permohonan: column jumlah"),
    check=_counted_unit,
)
