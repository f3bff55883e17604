"""Who reported and when, who did not, what is not counted and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from posixpath import commonpath

from ppid_core.glossary import label
from ppid_core.model import YearPart
from ppid_core.report.blocks import Block, Column, Items, Table
from ppid_core.report.material import section
from ppid_core.report.rollup.material import RollupMaterial, short, told_of, value_of
from ppid_core.report.text import text
from ppid_core.report.values import Ratio, Value
from ppid_core.rollup import AsideReport, Handed, RosterLine


@section("rollup-duty", "Penyampaian Laporan", "Handing In")
def duty(material: RollupMaterial) -> Iterator[Block]:
    """Yield by what the reports are judged, how many came in time, and who is late or missing."""
    year, t = material.year, material.t
    if year.due_on is not None:
        due = text(year.due_on, material.lang)
        yield material.said(
            f"Laporan tahun {year.year} disampaikan paling lambat {due} dan dinilai menurut {year.standard}.",
            f"Reports on {year.year} are due on {due} and are judged by {year.standard}.",
        )
    counts = Counter(line.handed for line in year.lines)
    yield Table(
        key="rollup_handed",
        columns=(
            Column(key="handed", title=t("Penyampaian", "Handing in")),
            Column(key="bodies", title=t("Badan publik", "Bodies"), summed=True),
        ),
        rows=tuple((one.label(material.lang), counts[one]) for one in Handed if counts[one]),
        total=(t("Jumlah", "Total"), counts.total()),
        caption=t("Penyampaian laporan", "Handing in of reports"),
    )
    yield from _outlines(material)
    yield from _late(material)
    yield from _missing(material)


def _outlines(material: RollupMaterial) -> Iterator[Block]:
    """Yield in which order of chapters the reports stand."""
    found = Counter(one.outline for one in material.year.whole.members)
    words = [
        f"{label(one, material.lang) if one else material.t('tidak diketahui', 'not known')} ({number})"
        for one, number in sorted(found.items(), key=lambda pair: (-pair[1], str(pair[0])))
    ]
    if words:
        told = ", ".join(words)
        yield material.said(f"Susunan bab laporan: {told}.", f"Order of chapters of the reports: {told}.")


def _late(material: RollupMaterial) -> Iterator[Block]:
    year, t = material.year, material.t
    late = year.of(Handed.LATE)
    if not late or year.due_on is None:
        return
    due = year.due_on
    yield Table(
        key="rollup_late",
        columns=material.columns(
            ("code", "Kode", "Code"),
            ("name", "Badan publik", "Public body"),
            ("on", "Disampaikan", "Handed in"),
            ("days", "Hari setelah batas waktu", "Days after the last day"),
        ),
        rows=tuple(
            (line.code, line.name, line.report.submitted_on, (line.report.submitted_on - due).days)
            for line in late
            if line.report is not None and line.report.submitted_on is not None
        ),
        caption=t("Disampaikan setelah batas waktu", "Handed in after the last day"),
    )


def _missing(material: RollupMaterial) -> Iterator[Block]:
    t, missing = material.t, material.year.of(Handed.MISSING)
    if missing:
        yield material.said("Laporan badan publik berikut tidak ada:", "Of these bodies there is no report:")
        yield _bodies_by_province(material, missing)
    if material.rollup.roster is not None and (others := material.year.unlisted):
        yield material.said(
            "Badan publik berikut melapor dan tidak ada dalam daftar:",
            "These bodies reported and are not in the roster:",
        )
        yield _bodies_by_province(material, others)
    if material.rollup.roster is not None and (strays := material.rollup.roster.unknown_parents):
        names = "; ".join(f"{entry.name} ({t('induk', 'parent')}: {entry.parent})" for entry in strays)
        yield material.said(
            f"Induk yang tidak ada dalam daftar: {names}.", f"Parents that are not in the roster: {names}."
        )


def _bodies_by_province(material: RollupMaterial, lines: Sequence[RosterLine]) -> Items:
    """Return bodies as a list; many of them province by province, in the order of the roster."""
    if len(lines) <= _FEW:
        return Items(items=tuple((_named(line),) for line in lines))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in lines:
        found[material.province(line)].append(_named(line))
    unknown = material.t("Provinsi tidak tercatat", "Province not recorded")
    return Items(
        items=tuple(
            (f"{name or unknown} ({text(len(bodies), material.lang)}): {'; '.join(bodies)}",)
            for name, bodies in found.items()
        )
    )


_FEW = 10
"""So many bodies stand one below the other."""


def _named(line: RosterLine) -> str:
    return f"{line.code} {line.name}".strip()


@section("rollup-aside", "Yang Tidak Ikut Dijumlahkan", "Not Added Up")
def aside(material: RollupMaterial) -> Iterator[Block]:
    """Yield the reports that are not counted, with the figures of drafts and of parts of the year."""
    year, t = material.year, material.t
    home = _home(one.file for aside in year.aside for one in (aside.report, aside.instead) if one is not None)
    yield Table(
        key="rollup_aside",
        columns=material.columns(
            ("name", "Badan publik", "Public body"),
            ("period", "Periode", "Period"),
            ("file", "Berkas", "File"),
            ("why", "Sebab", "Reason"),
            ("instead", "Yang dihitung", "What counts"),
        ),
        rows=tuple(_aside_row(material, one, home) for one in year.aside),
        caption=t("Laporan yang tidak ikut dijumlahkan", "Reports that are not added up"),
        notes=(t(f"Berkas di dalam folder {home}", f"Files are in the folder {home}"),) if home else (),
    )
    apart = [group for group in (year.drafts, *year.parts) if group.members]
    if apart:
        yield Table(
            key="rollup_apart",
            columns=material.columns(
                ("group", "Kelompok", "Group"),
                ("bodies", "Badan publik", "Bodies"),
                ("requests", "Permohonan", "Requests"),
                ("told", "Melaporkannya", "Reporting them"),
                ("objections", "Keberatan", "Objections"),
            ),
            rows=tuple(
                (
                    group.label(material.lang),
                    len(group.members),
                    short(value_of(total := group.total("requests.total"))),
                    told_of(total),
                    short(value_of(group.total("objections.total"))),
                )
                for group in apart
            ),
            caption=t(
                "Draf dan sebagian tahun, masing-masing tersendiri", "Drafts and parts of the year, apart"
            ),
        )


def _home(files: Iterable[str]) -> str:
    """Return the folder in which all files lie, with the stroke behind it; "" where there is none."""
    known = [PurePosixPath(file).parent.as_posix() for file in files if file]
    home = commonpath(known) if known and len({one.startswith("/") for one in known}) == 1 else ""
    return f"{home}/" if home.strip("./") else ""


def _aside_row(material: RollupMaterial, one: AsideReport, home: str) -> tuple[Value, ...]:
    report, other = one.report, one.instead
    part = report.scope.part
    instead = "–" if other is None else other.file.removeprefix(home) or other.body.name
    return (
        report.body.name,
        str(report.year) if part is YearPart.YEAR else f"{label(part, material.lang)} {report.year}",
        report.file.removeprefix(home) or "–",
        one.reason.label(material.lang),
        instead,
    )


@section("rollup-parents", "Induk dan Bagiannya", "Parents and Their Parts")
def parents(material: RollupMaterial) -> Iterator[Block]:
    """Yield where a parent's figure is not the sum of the bodies that it contains, and where some lack."""
    t = material.t
    told = [one for one in material.year.child_sums if not one.is_repeated]
    yield Table(
        key="rollup_parents",
        columns=material.columns(
            ("parent", "Induk", "Parent"),
            ("figure", "Angka", "Figure"),
            ("stated", "Menurut induk", "By the parent"),
            ("added", "Jumlah bagian", "Sum of parts"),
            ("told", "Melaporkan", "Reporting"),
            ("difference", "Selisih", "Difference"),
            ("suspects", "Bagian sebesar selisih", "Parts of that size"),
        ),
        rows=tuple(
            (
                one.parent.body.name,
                one.label(material.lang),
                one.stated,
                short(one.added),
                Ratio(len(one.children), one.of, in_parts=True),
                one.difference if one.is_contradiction else "–",
                "; ".join(child.body.name for child in one.suspects) or "–",
            )
            for one in told
        ),
        caption=t(
            "Angka induk di samping jumlah bagiannya", "Figures of parents beside the sums of their parts"
        ),
        notes=tuple(_of_parents(material, len(material.year.child_sums) - len(told))),
    )


def _of_parents(material: RollupMaterial, repeated: int) -> Iterator[str]:
    t, sums = material.t, material.year.child_sums
    yield t(
        "Yang dijumlahkan dalam rekapitulasi ini adalah angka menurut laporan induk.",
        "What this roll-up adds up is the figure of the parent's own report.",
    )
    if any(len(one.children) < one.of for one in sums):
        yield t(
            "Bila ada bagian yang tidak melaporkan angkanya, selisih hanya disebut bila jumlah bagian lain "
            "sudah melebihi angka induk.",
            "Where a part does not tell a figure, a difference is told only where the others already come to "
            "more.",
        )
    if repeated:
        yield t(
            f"Rincian lain yang selisihnya juga tepat sebesar angka bagian yang disebut: {repeated}.",
            f"Parts of breakdowns that also differ by exactly the figure of the part named: {repeated}.",
        )


@section("rollup-disputes", "Sengketa Menurut Register Komisi", "Disputes by the Register of the Commission")
def disputes(material: RollupMaterial) -> Iterator[Block]:
    """Yield the bodies of which the register of the commission has another number of disputes."""
    t, register = material.t, material.rollup.commission
    found = material.year.disputes
    if not found:
        yield material.said(
            "Laporan dan register komisi menyebut jumlah sengketa yang sama.",
            "Reports and the register of the commission tell the same numbers of disputes.",
        )
    else:
        yield Table(
            key="rollup_disputes",
            columns=material.columns(
                ("name", "Badan publik", "Public body"),
                ("stated", "Menurut laporannya", "By its report"),
                ("listed", "Menurut register komisi", "By the register"),
                ("numbers", "Nomor register", "Numbers"),
            ),
            rows=tuple(
                (one.body, short(one.stated), one.listed, "; ".join(one.numbers) or "–") for one in found
            ),
            caption=t("Jumlah sengketa yang berbeda", "Numbers of disputes that differ"),
            notes=(
                t(
                    "–: laporannya tidak menyebut jumlah sengketa, atau tidak ada.",
                    "–: its report does not tell disputes, or there is none.",
                ),
            ),
        )
    if register is not None and register.undated:
        number = material.count(register.undated)
        yield material.said(
            f"Sengketa tanpa tahun dalam register, yang tidak dibandingkan: {number}.",
            f"Disputes of the register without a year, which are not compared: {number}.",
        )
