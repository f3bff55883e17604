"""What was found most often, what nobody can say and why, what could not be read, by what all was made."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.language import Bilingual, by_number
from ppid_core.report.blocks import Block, Items, Table
from ppid_core.report.findings.entries import SEVERITIES
from ppid_core.report.material import section
from ppid_core.report.rollup.material import RollupMaterial, told_of
from ppid_core.report.values import Ratio

_MOST = 10
"""So many codes are told with an example."""
ASKED: tuple[tuple[str, Bilingual], ...] = (
    ("requests.total", Bilingual("Permohonan", "Requests")),
    ("requests.by_outcome", Bilingual("Keputusan", "Outcomes")),
    ("requests.by_channel", Bilingual("Kanal", "Channels")),
    ("requests.by_applicant", Bilingual("Pemohon", "Applicants")),
    ("requests.response_time.median", Bilingual("Waktu", "Time")),
    ("requests.judged", Bilingual("Ketepatan waktu", "Timeliness")),
    ("requests.balance.opening", Bilingual("Perkara bawaan", "Cases carried over")),
    ("objections.total", Bilingual("Keberatan", "Objections")),
    ("disputes.total", Bilingual("Sengketa informasi", "Disputes")),
    ("suits.total", Bilingual("Gugatan", "Suits")),
    ("compliance.disclosed", Bilingual("Ketersediaan informasi", "Availability of information")),
    ("budget.allocated", Bilingual("Anggaran", "Budget")),
    ("budget.realised", Bilingual("Realisasi anggaran", "Spent")),
    ("staff.total", Bilingual("Petugas", "Staff")),
)
"""What is asked of every body."""


@section("rollup-codes", "Hasil Pemeriksaan", "Findings")
def codes(material: RollupMaterial) -> Iterator[Block]:
    """Yield the codes that most bodies have, each with an example."""
    found, t = material.year.whole.codes, material.t
    judged = sum(bool(one.judged) for one in material.year.whole.members)
    yield material.said(
        f"Laporan {material.count(judged)} badan publik diperiksa; hasil yang dijelaskan tidak dihitung.",
        f"The reports of {material.count(judged)} {by_number(judged, 'body', 'bodies')} were checked. What is"
        " explained is not counted.",
    )
    if not found:
        return
    yield Table(
        key="rollup_codes",
        columns=material.columns(
            ("code", "Kode", "Code"),
            ("severity", "Tingkat", "Severity"),
            ("title", "Yang diperiksa", "What is asked"),
            ("bodies", "Badan publik", "Bodies"),
            ("count", "Hasil", "Findings"),
            ("example", "Contoh", "Example"),
        ),
        rows=tuple(
            (
                one.code,
                SEVERITIES[one.severity](material.lang),
                one.title(material.lang),
                Ratio(one.bodies, max(one.judged, one.bodies), in_parts=True),
                one.count,
                f"{one.example_body}: {one.example(material.lang)}",
            )
            for one in found[:_MOST]
        ),
        caption=t("Hasil yang paling sering", "The commonest findings"),
        wide=True,
        notes=tuple(_rest(material)),
    )


def _rest(material: RollupMaterial) -> Iterator[str]:
    found, t = material.year.whole.codes, material.t
    yield t(
        "Badan publik: berapa yang memberi hasil, dari berapa yang dapat dinilai.",
        "Bodies: in how many something was found, of how many could be judged.",
    )
    if others := found[_MOST:]:
        listed = ", ".join(f"{one.code} ({one.bodies})" for one in others)
        yield t(
            f"Kode lainnya, dengan jumlah badan publik: {listed}.", f"Other codes, with bodies: {listed}."
        )


@section("rollup-unknown", "Yang Tidak Dapat Dikatakan", "What Nobody Can Say")
def unknown(material: RollupMaterial) -> Iterator[Block]:
    """Yield how many bodies tell each figure, and why the others do not."""
    whole, t = material.year.whole, material.t
    rows = []
    for path, told in ASKED:
        total = whole.parts(path) if ".by_" in path else whole.total(path)
        rows.append((told(material.lang), told_of(total), material.reasons(total.reasons) or "–"))
    yield Table(
        key="rollup_unknown",
        columns=material.columns(
            ("figure", "Angka", "Figure"),
            ("told", "Melaporkannya", "Reporting it"),
            ("why", "Sebab lainnya tidak (jumlah badan publik)", "Why the others do not (number of bodies)"),
        ),
        rows=tuple(rows),
        caption=t("Yang dilaporkan dan yang tidak", "What is reported, and what is not"),
    )


@section("rollup-refused", "Berkas yang Tidak Terbaca", "Files Not Read")
def refused(material: RollupMaterial) -> Iterator[Block]:
    """Yield the files of which nothing could be read."""
    yield Table(
        key="rollup_refused",
        columns=material.columns(("file", "Berkas", "File"), ("why", "Sebab", "Reason")),
        rows=tuple((one.file, one.why(material.lang)) for one in material.rollup.refused),
        caption=material.t("Berkas yang tidak terbaca", "Files that could not be read"),
    )


@section("colophon", "Kolofon", "Colophon")
def colophon(material: RollupMaterial) -> Iterator[Block]:
    """Say from what the figures were made, and by which law."""
    t, rollup = material.t, material.rollup
    place = (
        t("Provinsi menurut daftar kode hari ini.", "Provinces by today's list of codes.")
        if rollup.by_latest_codes
        else t("Provinsi menurut tahun laporan.", "Provinces as they were in the year of the report.")
    )
    lines = [
        t(
            "Angka dijumlahkan dari laporan setiap badan publik, bukan disalin.",
            "Figures are added up from the reports of the bodies, not copied.",
        ),
        f"{t('Versi hukum', 'Law version')} {rollup.law}.",
        place,
        t(
            "Kode wilayah Kemendagri: cahyadsn/wilayah, b7ad440 (8 Agustus 2026), belum diverifikasi.",
            "Codes of Kemendagri: cahyadsn/wilayah, b7ad440 (8 August 2026), not verified.",
        ),
    ]
    yield Items(items=tuple((line,) for line in lines))
