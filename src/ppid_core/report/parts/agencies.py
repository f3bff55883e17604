"""What became of the requests of each agency (*OPD*)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from ppid_core.language import Bilingual
from ppid_core.model import Absent
from ppid_core.report.absences import unknown
from ppid_core.report.blocks import Block, Column, Table
from ppid_core.report.material import Material
from ppid_core.report.parts.breakdowns import (
    AGENCIES,
    agency_key,
    breakdown_source,
    breakdown_table,
    breakdown_told,
    names_lang,
    official,
    part_name,
)
from ppid_core.report.parts.comparison import beside_parts, counterpart
from ppid_core.report.prose import joined
from ppid_core.report.row_tables import Line, totalled
from ppid_core.summary import listed
from ppid_core.writing import format_number

_ALWAYS = frozenset({"received", "closed", "open"})
"""What each table tells; the rest where any agency has some."""
_HEADS: Mapping[str, Bilingual] = {
    "received": Bilingual("Diterima", "Received"),
    "carried_over": Bilingual("Bawaan", "Carried over"),
    "closed": Bilingual("Selesai", "Closed"),
    "open": Bilingual("Terbuka", "Open"),
    "unknown": Bilingual("Tidak diketahui", "Not known"),
    "late": Bilingual("Lewat waktu", "Late"),
}
_NONE = dict.fromkeys(_HEADS, 0)
"""How an agency stands that only last year had requests of."""
_Standing = Mapping[str, Mapping[str, int]]


def agencies_told(material: Material) -> tuple[Block, ...]:
    """Return the table of agencies with what became of their requests; where that is not known, how many."""
    standing = material.figure("requests.standing.by_agency")
    if isinstance(standing, Absent):
        return breakdown_told(material, AGENCIES)
    return tuple(_told(material, table, standing) for table in breakdown_table(material, AGENCIES)) or (
        _told(material, _bare(material), standing),
    )


def _bare(material: Material) -> Table:
    """Return the table of a year in which agencies have only what was carried over."""
    return Table(
        key="requests_by_agency",
        columns=(Column(key="name", title="OPD"),),
        rows=(),
        caption=material.t("Permohonan menurut OPD", "Requests by agency"),
    )


def _told(material: Material, table: Table, standing: _Standing) -> Table:
    """Return the table with a column for each standing."""
    is_judged = _is_judged(material)
    shown = [
        one
        for one in _HEADS
        if one in _ALWAYS or (one == "late" and is_judged) or any(told[one] for told in standing.values())
    ]
    heads = (
        evolve(table.columns[0], lang=names_lang(material, AGENCIES, standing)),
        *(
            Column(key="count" if one == "received" else one, title=_HEADS[one](material.lang), summed=True)
            for one in shown
        ),
    )
    last = counterpart(material, AGENCIES)
    before = {} if last is None else {key: number for key, number in last.parts.items() if number}
    keys = official(material, {**standing, **before})
    rows: tuple[Line, ...] = tuple(
        (part_name(material, AGENCIES, key), *(standing.get(key, _NONE)[one] for one in shown))
        for key in keys
    )
    source, names = breakdown_source(material, AGENCIES), agency_key(material, keys)
    notes = (source, *_notes(material, standing, shown), *names)
    bare = evolve(table, columns=heads, rows=rows, total=totalled(material, heads, rows), notes=notes)
    return beside_parts(material, bare, AGENCIES, keys)


def _is_judged(material: Material) -> bool:
    judged = material.figure("requests.judged")
    return not isinstance(judged, Absent) and judged > 0


def _notes(material: Material, standing: _Standing, shown: list[str]) -> Iterator[str]:
    yield material.t(
        "Selesai: diberi pemberitahuan tertulis, diputus, atau berakhir tanpa jawaban karena dicabut atau "
        "gugur.",
        "Closed: noticed in writing, decided, or ended without an answer because withdrawn or lapsed.",
    )
    if "late" in shown:
        unjudged = sum(told["unjudged"] for told in standing.values())
        left = material.t(f"; {unjudged} tidak dapat dinilai", f"; {unjudged} cannot be judged")
        yield material.t(
            f"Lewat waktu: selesai atau masih terbuka sesudah batas waktunya{left if unjudged else ''}.",
            f"Late: closed, or still open, after the last day{left if unjudged else ''}.",
        )


_LATE = Bilingual("OPD yang lewat waktu", "Which agency is late")


def late_agencies(material: Material) -> Iterator[Block]:
    """Yield which agencies were late, in their official order; where that is not known, why."""
    standing, judged = material.figure("requests.standing.by_agency"), material.figure("requests.judged")
    if material.figure("requests.total") == 0 and not judged:
        return
    absent = next((one for one in (judged, standing) if isinstance(one, Absent)), None)
    if absent is not None:
        yield unknown(material, _LATE, absent)
        return
    late = {key: told["late"] for key, told in standing.items() if told["late"]}
    if not late:
        yield material.said(
            "Tidak ada OPD yang lewat waktu pada permohonan yang dapat dinilai.",
            "No agency was late in any request that can be judged.",
        )
        return
    full = {agency.code: agency.name for agency in listed(material.year.agencies)}
    named = [
        f"{full.get(key) or part_name(material, AGENCIES, key)} {format_number(late[key], material.lang)}"
        for key in official(material, late)
    ]
    told = joined(named, material.t("dan", "and"))
    yield material.said(
        f"Permohonan yang lewat waktu menurut OPD: {told}.", f"Late requests by agency: {told}."
    )
