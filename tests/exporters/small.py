"""A small document, for golden files: short enough to be read whole."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ppid_core.model import Absent, CellState, Measure, Reason
from ppid_core.report import (
    Chart,
    Column,
    Contents,
    Counted,
    Cover,
    Items,
    Meta,
    Notice,
    Num,
    Paragraph,
    Picture,
    Ratio,
    Report,
    Rupiah,
    Section,
    Signature,
    Table,
)

CASES = Table(
    key="cases",
    caption="Permohonan menurut keputusan",
    columns=(
        Column(key="outcome", title="Keputusan"),
        Column(key="count", title="Jumlah", group="Permohonan", summed=True),
        Column(key="share", title="Bagian", group="Permohonan"),
        Column(key="cost", title="Biaya"),
    ),
    rows=(
        ("Dikabulkan | sebagian", Counted(1200), Ratio(1200, 1250), Rupiah(Decimal("51904000.50"))),
        ("=ditolak", Counted(50), Ratio(50, 1250), Absent(Reason.NOT_KEPT)),
    ),
    total=("Jumlah", Counted(1250), Ratio(1, 1), ""),
    notes=("Sumber: register permohonan, 2 baris",),
)
STATES = Table(
    key="states",
    caption="Ketersediaan informasi",
    columns=(
        Column(key="agency", title="OPD"),
        Column(key="type-a", title="Renja", turned=True),
        Column(key="type-b", title="DIK", turned=True),
        Column(key="available", title="Tersedia"),
    ),
    rows=(
        ("Dinas Contoh", CellState.DISCLOSED, CellState.EXEMPT, Ratio(1, 1)),
        ("Badan Contoh", CellState.NOT_REPORTED, CellState.NOT_REPORTED, "–"),
    ),
    total=("Jumlah tersedia", 1, 0, Ratio(1, 3)),
    wide=True,
)
CHART = Chart(
    key="cases_chart",
    kind="bars",
    table="cases",
    category="outcome",
    series=("count",),
    title="Permohonan menurut keputusan",
    subtitle="Jumlah permohonan, seluruhnya 1.250",
    alt="Dikabulkan 1.200; ditolak 50.",
)


def report() -> Report:
    """Return the document: one block of each kind."""
    told = Paragraph(content=("Diterima ", Num(Measure.REQUESTS_TOTAL, Counted(1250)), " permohonan."))
    return Report(
        meta=Meta(title="Laporan Contoh", body="Badan Contoh", draft="DRAF: 3 sel belum terbaca"),
        cover=Cover(lines=("Laporan Contoh", "PPID Badan Contoh")),
        sections=(
            Section(key="contents", title="Daftar Isi", blocks=(Contents(),)),
            Section(
                key="cases",
                label="BAB I",
                title="Permohonan",
                blocks=(told, CASES, CHART),
                sections=(Section(key="states", label="1.1", title="Ketersediaan", blocks=(STATES,)),),
            ),
            Section(key="end", label="BAB II", title="Penutup", blocks=_end()),
        ),
    )


def _end() -> tuple[Items | Picture | Notice | Signature, ...]:
    return (
        Items(items=(("Tambah petugas.",), ("Latih petugas.",)), ordered=True),
        Items(items=(("*Catatan* biasa.",),)),
        Picture(number="2.1", caption="Ruang layanan"),
        Notice(text="Waktu pemenuhan tidak disajikan.", basis="UU 14/2008 Pasal 12 huruf b"),
        Signature(
            place="Serang",
            on=date(2021, 1, 7),
            office="PPID",
            name="Nama Contoh",
            nip="19000101 200001 1 001",
        ),
    )
