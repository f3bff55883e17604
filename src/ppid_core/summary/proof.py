"""What rows of tables show of the service, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from attrs import field, frozen

from ppid_core.glossary import label
from ppid_core.language import Bilingual
from ppid_core.model import Absent, CellState, Channel, Coded, InformationCategory, Register, ServiceYear
from ppid_core.source import Source
from ppid_core.summary.rows import listed
from ppid_core.writing import format_date, format_number

_COUNT = "{count}"


class _Typed(Protocol):
    """Anything that knows where it was typed."""

    @property
    def source(self) -> Source | None:
        """Its place, None for what was built in Python."""


@frozen(kw_only=True)
class Proof:
    """What rows of one table show (*bukti*), or what they only say.

    Attributes:
        told: what that is, in a few words with its figures.
        table: the table.
        sources: the rows, as far as their places are known.
    """

    told: Bilingual
    table: str
    sources: tuple[Source, ...] = field(default=(), eq=False)


def shown(table: str, rows: Iterable[_Typed], indonesian: str, english: str) -> Iterator[Proof]:
    """Yield what rows show, with ``{count}`` for how many there are; nothing without any."""
    kept = tuple(rows)
    if kept:
        yield Proof(
            told=Bilingual(
                indonesian.replace(_COUNT, format_number(len(kept), "id")),
                english.replace(_COUNT, format_number(len(kept), "en")),
            ),
            table=table,
            sources=tuple(row.source for row in kept if row.source is not None),
        )


def cases(year: ServiceYear, register: Register) -> Iterator[Proof]:
    """Yield how many cases a register holds; where only totals are kept, that these are."""
    indonesian, english = _CASES[register]
    rows: tuple[_Typed, ...] = listed(getattr(year, register))
    counts = sum(getattr(row, "count", 1) for row in rows)
    if counts:
        told = Bilingual(f"{format_number(counts)} {indonesian}", f"{format_number(counts, 'en')} {english}")
        sources = tuple(row.source for row in rows if row.source is not None)
        yield Proof(told=told, table=label(register), sources=sources)
    elif not rows:
        lines = (line for line in year.aggregates if line.register is register and line.year is None)
        yield from shown(
            "rekap",
            (line for line in lines if line.count),
            f"rekapitulasi {indonesian}, {{count}} baris",
            f"totals of {english}, {{count}} lines",
        )


_CASES = {
    Register.REQUESTS: ("permohonan", "requests"),
    Register.OBJECTIONS: ("keberatan", "objections"),
}


def public_list(year: ServiceYear) -> Iterator[Proof]:
    """Yield how many entries the list of public information has, and when it was last renewed."""
    entries = listed(year.public_information)
    yield from shown("dip", entries, "{count} entri DIP", "{count} entries of the DIP")
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
        yield from shown("dip", rows, f"{{count}} entri {id_}", f"{{count}} entries: {en}")


def documentation(year: ServiceYear) -> Iterator[Proof]:
    """Yield how many public entries say in which form they are there, and how long they are kept."""
    rows = (row for row in listed(year.public_information) if row.form and row.retention)
    yield from shown(
        "dip",
        rows,
        "{count} entri DIP menyebut bentuk dan masa simpannya",
        "{count} entries of the DIP say their form and retention",
    )


def consequence_tests(year: ServiceYear) -> Iterator[Proof]:
    """Yield how many exempt entries were tested."""
    rows = (row for row in listed(year.exempt_information) if row.tested_on is not None)
    yield from shown(
        "dik", rows, "{count} entri DIK dengan hari uji", "{count} entries of the DIK with the day of a test"
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
                f"{format_number(total, 'en')} requests by {en}",
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
        f"cost recorded in {{count}} lines of requests; {format_number(free, 'en')} requests without cost",
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
        "information available at {count} agencies",
    )
