"""What rows of tables show of the service, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from attrs import field, frozen

from ppid_core.glossary import label
from ppid_core.language import LANGS, Bilingual, by_number
from ppid_core.model import (
    ONLINE_CHANNELS,
    Absent,
    CellState,
    Channel,
    Coded,
    InformationCategory,
    Objection,
    Register,
    Request,
    ServiceYear,
)
from ppid_core.source import Source
from ppid_core.summary.rows import listed
from ppid_core.writing import format_date, format_number


class _Typed(Protocol):
    """Anything that knows where it was typed."""

    @property
    def source(self) -> Source | None:
        """Its place, None for what was built in Python."""


@frozen(kw_only=True)
class Proof:
    """What rows of one table show (*bukti*), or what they only say.

    >>> from ppid_core import Dossier
    >>> from ppid_core.summary import checklist
    >>> work = Dossier.open("examples/kabupaten-contoh-2024")
    >>> shown = checklist(work.year, work.law)[1].proofs[0]
    >>> shown.told.id, str(shown.sources[0])
    ('45 permohonan', 'permohonan.csv baris 5')

    Attributes:
        told: what that is, in a few words with its figures.
        table: the table.
        sources: the rows, as far as their places are known.
        typed: the words in ``told`` that staff typed, in their order.
    """

    told: Bilingual
    table: str
    sources: tuple[Source, ...] = field(default=(), eq=False)
    typed: tuple[str, ...] = ()


def shown(table: str, rows: Iterable[_Typed], indonesian: str, english: str) -> Iterator[Proof]:
    """Yield what rows show, with ``{count}`` for how many there are; nothing without any."""
    kept = tuple(rows)
    if kept:
        count = Bilingual(*(format_number(len(kept), lang) for lang in LANGS))
        yield Proof(
            told=Bilingual(indonesian, english).fill(count=count),
            table=table,
            sources=tuple(row.source for row in kept if row.source is not None),
        )


def cases(year: ServiceYear, register: Register) -> Iterator[Proof]:
    """Yield how many cases came in; where only totals are kept, that these are. Opening balance is none."""
    indonesian, english = _CASES[register]
    kept: tuple[Request | Objection, ...] = listed(getattr(year, register))
    rows = tuple(row for row in kept if row.opening is None)
    counts = sum(row.count for row in rows)
    if counts:
        one_or_more = by_number(counts, english.removesuffix("s"), english)
        told = Bilingual(
            f"{format_number(counts)} {indonesian}", f"{format_number(counts, 'en')} {one_or_more}"
        )
        sources = tuple(row.source for row in rows if row.source is not None)
        yield Proof(told=told, table=label(register), sources=sources)
    elif not kept:
        lines = (line for line in year.aggregates if line.register is register and line.year is None)
        yield from shown(
            "rekap",
            (line for line in lines if line.count),
            f"rekapitulasi {indonesian}, {{count}} baris",
            f"totals of {english}, {{count}} {{count:line|lines}}",
        )


_CASES = {
    Register.REQUESTS: ("permohonan", "requests"),
    Register.OBJECTIONS: ("keberatan", "objections"),
}


def public_list(year: ServiceYear) -> Iterator[Proof]:
    """Yield how many entries the list of public information has, and when it was last renewed."""
    entries = listed(year.public_information)
    yield from shown("dip", entries, "{count} entri DIP", "{count} {count:entry|entries} of the DIP")
    days = [row.updated_on for row in entries if row.updated_on is not None]
    if days:
        last = max(days)
        yield from shown(
            "dip",
            (row for row in entries if row.updated_on == last),
            f"DIP terakhir dimutakhirkan {format_date(last)}",
            f"DIP last renewed on {format_date(last, 'en')}",
        )


def kinds_listed(year: ServiceYear) -> Iterator[Proof]:
    """Yield how many entries of each category the list of public information has."""
    for category in InformationCategory:
        rows = (row for row in listed(year.public_information) if row.category is category)
        id_, en = label(category), label(category, "en")
        yield from shown("dip", rows, f"{{count}} entri {id_}", f"{{count}} {{count:entry|entries}}: {en}")


def documentation(year: ServiceYear) -> Iterator[Proof]:
    """Yield how many public entries say in which form they are there, and how long they are kept."""
    rows = (row for row in listed(year.public_information) if row.form and row.retention)
    yield from shown(
        "dip",
        rows,
        "{count} entri DIP menyebut bentuk dan masa simpannya",
        "{count} {count:entry|entries} of the DIP with form and retention",
    )


def consequence_tests(year: ServiceYear) -> Iterator[Proof]:
    """Yield how many exempt entries were tested."""
    rows = (row for row in listed(year.exempt_information) if row.tested_on is not None)
    yield from shown(
        "dik",
        rows,
        "{count} entri DIK dengan hari uji",
        "{count} {count:entry|entries} of the DIK with the day of a test",
    )


def channels(year: ServiceYear, among: Iterable[Channel] | None = None) -> Iterator[Proof]:
    """Yield each channel by which requests came in; of some channels alone, where these are given."""
    for channel in among or (one for one in Channel if one is not Channel.OTHER):
        rows = [row for row in listed(year.requests) if _is(row.channel, channel)]
        if total := sum(row.count for row in rows):
            id_, en = label(channel), label(channel, "en")
            yield from shown(
                "permohonan",
                rows,
                f"{format_number(total)} permohonan melalui {id_}",
                f"{format_number(total, 'en')} {by_number(total, 'request', 'requests')} by {en}",
            )


def _is(coded: Coded[Channel] | None, channel: Channel) -> bool:
    return coded is not None and coded.slug is channel


def fees(year: ServiceYear) -> Iterator[Proof]:
    """Yield of how many requests the cost is recorded, and of how many it is nothing."""
    rows = [row for row in listed(year.requests) if row.cost is not None]
    free = sum(row.count for row in rows if row.cost == 0)
    yield from shown(
        "permohonan",
        rows,
        f"biaya tercatat pada {{count}} baris permohonan; {format_number(free)} permohonan tanpa biaya",
        f"cost recorded in {{count}} {{count:line|lines}} of requests; {format_number(free, 'en')}"
        f" {by_number(free, 'request', 'requests')} without cost",
    )


def availability(year: ServiceYear) -> Iterator[Proof]:
    """Yield how many agencies make some information available."""
    if isinstance(year.matrix, Absent):
        return
    told = (row for row in year.matrix.rows if CellState.DISCLOSED in row.states)
    yield from shown(
        "ketersediaan",
        told,
        "informasi tersedia pada {count} OPD",
        "information available at {count} {count:agency|agencies}",
    )


def exempt_list(year: ServiceYear) -> Iterator[Proof]:
    """Yield how many entries the list of exempt information has."""
    yield from shown(
        "dik",
        listed(year.exempt_information),
        "{count} entri DIK",
        "{count} {count:entry|entries} of the DIK",
    )


def notices(year: ServiceYear) -> Iterator[Proof]:
    """Yield how many lines of requests say when their notice was given."""
    yield from shown(
        "permohonan",
        (row for row in listed(year.requests) if row.notice_on is not None),
        "{count} baris permohonan dengan tanggal pemberitahuan",
        "{count} {count:line|lines} of requests with the day of the notice",
    )


def facilities(year: ServiceYear) -> Iterator[Proof]:
    """Yield how many kinds of facilities are listed with their condition."""
    yield from shown(
        "sarana_prasarana",
        (row for row in listed(year.service.facilities) if row.condition),
        "{count} baris sarana dengan kondisinya",
        "{count} {count:line|lines} of facilities with their condition",
    )


def commitment(year: ServiceYear) -> Iterator[Proof]:
    """Yield regulations, what was spent, and the people that there are."""
    yield from shown(
        "regulasi",
        listed(year.narrative.regulations),
        "{count} peraturan",
        "{count} {count:regulation|regulations}",
    )
    spent = (line for line in year.budget_lines if line.realised is not None)
    yield from shown(
        "anggaran",
        spent,
        "{count} baris anggaran dengan realisasi",
        "spending in {count} {count:line|lines} of the budget",
    )
    people = (row for row in listed(year.service.staff) if row.count)
    yield from shown("sdm", people, "{count} baris petugas", "{count} {count:line|lines} of staff")


def website(year: ServiceYear) -> Iterator[Proof]:
    """Yield the months of which visits to the website are counted."""
    counted = (row for row in listed(year.service.visits) if row.count is not None)
    yield from shown(
        "kunjungan",
        counted,
        "kunjungan laman tercatat pada {count} baris",
        "visits to the website in {count} {count:line|lines}",
    )


def online(year: ServiceYear) -> Iterator[Proof]:
    """Yield the requests that came in online, channel by channel."""
    yield from channels(year, (one for one in Channel if one in ONLINE_CHANNELS or one is Channel.ONLINE))


def innovations(year: ServiceYear) -> Iterator[Proof]:
    """Yield how many innovations are listed."""
    yield from shown(
        "inovasi",
        listed(year.activity.innovations),
        "{count} inovasi",
        "{count} {count:innovation|innovations}",
    )
