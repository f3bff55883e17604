"""A document made by hand from the figures of Kota Serang 2020, for looking at and for testing exporters."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

from ppid_core.model import Absent, CellState, Measure, Outcome, Reason
from ppid_core.report import (
    Chart,
    Column,
    Contents,
    Counted,
    Cover,
    Inline,
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
    Value,
)

FOLDER = Path(__file__).parents[2] / "examples" / "kota-serang-2020"
MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()  # noqa: SIM905  reads as one line
)
VISITS = (5074, 5126, 6107, 6066, 6654, 6292, 6671, 7302, 7512, 9291, 8230, 8475)
OUTCOMES = {
    "granted": (0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 2, 0),
    "partly_granted": (1, 13, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    "refused": (0, 0, 0, 48, 0, 0, 0, 0, 5, 0, 0, 0),
    "unanswered": (0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0),
}
NAMES = {
    "granted": "dikabulkan seluruhnya",
    "partly_granted": "dikabulkan sebagian",
    "refused": "ditolak",
    "unanswered": "tidak dijawab",
}
GROUPS = {"berkala": "Berkala", "setiap saat": "Setiap saat", "": ""}
REGISTER = (
    ("Januari", 1, "Lembaga", "LPJ Kegiatan", Outcome.PARTLY_GRANTED, ""),
    ("Februari", 13, "Lembaga", "Kontrak dan Data Pendukung", Outcome.PARTLY_GRANTED, ""),
    ("Maret", 1, "Individu", "DPA", Outcome.GRANTED, ""),
    ("Maret", 8, "Lembaga", "Kontrak dan Data Pendukung", Outcome.PARTLY_GRANTED, ""),
    ("Maret", 4, "Lembaga", "Dokumen Perijinan", Outcome.UNANSWERED, ""),
    ("April", 1, "Lembaga", "DPA", Outcome.GRANTED, ""),
    ("April", 6, "Lembaga", "Daftar Pkh Kecamatan", Outcome.REFUSED, "data tidak dikuasai"),
    ("April", 42, "Lembaga", "Kegiatan Swakelola dan Rup", Outcome.REFUSED, "tidak beriktikad baik"),
    ("September", 5, "Individu", "SPJ Kegiatan", Outcome.REFUSED, "identitas tidak jelas"),
    ("Oktober", 1, "Individu", "Kajian", Outcome.GRANTED, ""),
    ("November", 1, "Individu", "Informasi Kim", Outcome.GRANTED, ""),
    ("November", 1, "Individu", "Rth Walantaka", Outcome.GRANTED, ""),
)


def report(meta: Meta | None = None) -> Report:
    """Return the document."""
    return Report(
        meta=meta or Meta(title="Laporan Layanan Informasi Publik Tahun 2020", body="Pemerintah Kota Serang"),
        cover=Cover(
            lines=(
                "Laporan Layanan Informasi Publik Tahun 2020",
                "PPID Utama Kota Serang",
                "Pemerintah Kota Serang",
            )
        ),
        sections=(
            _foreword(),
            Section(key="contents", title="Daftar Isi", blocks=(Contents(),)),
            _summary(),
            _background(),
            _service(),
            _requests(),
            _availability(),
            _objections(),
            _closing(),
            _conformity(),
            _colophon(),
        ),
    )


def figure(measure: Measure, number: int) -> Num:
    """Return a count inside a sentence."""
    return Num(measure, Counted(number))


def prose(*content: Inline) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(content=content)


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of an input table of the example."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _foreword() -> Section:
    text = next(row["teks"] for row in rows("naskah") if row["bagian"] == "kata-pengantar")
    return Section(
        key="foreword",
        title="Kata Pengantar",
        blocks=tuple(prose(paragraph) for paragraph in text.split("\n\n")),
    )


def _summary() -> Section:
    return Section(
        key="key_figures",
        title="Ringkasan Eksekutif",
        blocks=(
            key_figures(),
            prose(
                "Selama tahun 2020 diterima ",
                figure(Measure.REQUESTS_TOTAL, 84),
                " permohonan informasi publik.",
            ),
            prose(
                "Dari permohonan itu ",
                figure(Measure.REQUESTS_GRANTED, 5),
                " dikabulkan seluruhnya, ",
                figure(Measure.REQUESTS_PARTLY_GRANTED, 22),
                " dikabulkan sebagian, ",
                figure(Measure.REQUESTS_REFUSED, 53),
                " ditolak, dan ",
                figure(Measure.REQUESTS_UNANSWERED, 4),
                " tidak dijawab.",
            ),
            prose(
                "Pemohon menyampaikan ",
                figure(Measure.OBJECTIONS_TOTAL, 53),
                " keberatan, dan ",
                figure(Measure.DISPUTES_TOTAL, 5),
                " sengketa diajukan ke Komisi Informasi Provinsi Banten.",
            ),
            month_chart(),
        ),
    )


def key_figures() -> Table:
    """Return the five numbers of the first page."""
    return Table(
        key="key_figures",
        caption="Lima angka pokok",
        columns=(
            Column(key="label", title="Pokok"),
            Column(key="figure", title="Angka"),
            Column(key="words", title="Dengan kata"),
        ),
        rows=(
            ("permohonan", Counted(84), "delapan puluh empat"),
            ("permohonan dikabulkan seluruhnya atau sebagian", Counted(27), "dua puluh tujuh"),
            ("keberatan", Counted(53), "lima puluh tiga"),
            ("sengketa", Counted(5), "lima"),
            ("informasi tersedia", Ratio(199, 462), "199 dari 462 sel"),
        ),
    )


def month_chart() -> Chart:
    """Return the chart of requests by month and outcome."""
    return Chart(
        key="requests_by_month_chart",
        kind="stacked",
        table="requests_by_month",
        category="month",
        series=tuple(OUTCOMES),
        title="Permohonan menurut bulan dan keputusan",
        subtitle="Jumlah permohonan, seluruhnya 84",
        alt="Permohonan per bulan: Januari 1; Februari 13; Maret 13; April 49; September 5; Oktober 1; "
        "November 2; bulan lain 0.",
    )


def _background() -> Section:
    passages = {row["bagian"]: row["teks"] for row in rows("naskah")}
    return Section(
        key="background",
        label="Bagian I",
        title="Gambaran Umum Kebijakan Layanan",
        sections=(
            Section(
                key="policy",
                label="1.1",
                title="Latar Belakang",
                blocks=tuple(prose(text) for text in passages["latar-belakang"].split("\n\n")),
            ),
            Section(
                key="regulations",
                label="1.2",
                title="Dasar Hukum",
                blocks=(
                    Table(
                        key="regulations",
                        caption="Peraturan yang menjadi dasar layanan",
                        columns=(
                            Column(key="number", title="Nomor"),
                            Column(key="title", title="Tentang"),
                            Column(key="year", title="Tahun"),
                        ),
                        rows=tuple((row["nomor"], row["tentang"], row["tahun"]) for row in rows("regulasi")),
                    ),
                    Items(items=tuple((row["uraian"],) for row in rows("prioritas")), ordered=True),
                ),
            ),
        ),
    )


def _service() -> Section:
    return Section(
        key="service",
        label="Bagian II",
        title="Sarana, Petugas, dan Anggaran",
        sections=(
            Section(
                key="secretariat",
                label="2.1",
                title="Sarana Layanan",
                blocks=(
                    Picture(number="2.1", caption="Sekretariat PPID Utama Pemerintah Kota Serang"),
                    Notice(
                        text="Kondisi sarana tidak disajikan karena belum dicatat pada tahun 2020.",
                        basis="Perki 1/2010 Pasal 36 ayat (2) huruf b",
                    ),
                ),
            ),
            Section(
                key="staff",
                label="2.2",
                title="Sumber Daya Manusia",
                blocks=(
                    prose("Layanan informasi dijalankan oleh ", figure(Measure.STAFF, 7), " orang petugas."),
                    Table(
                        key="staff",
                        caption="Sumber daya manusia PPID",
                        columns=(
                            Column(key="unit", title="Bagian"),
                            Column(key="count", title="Jumlah (orang)", summed=True),
                        ),
                        rows=(
                            ("Sekretariat PPID", 5),
                            ("Bagian Pengolahan Data Informasi", 1),
                            ("Bagian Pelayanan Informasi", 1),
                        ),
                        total=("Jumlah", 7),
                    ),
                ),
            ),
            Section(key="budget", label="2.3", title="Anggaran", blocks=_budget()),
        ),
    )


def _budget() -> tuple[Paragraph | Table | Chart | Notice, ...]:
    allocated, unknown = Rupiah(Decimal(51904000)), Absent(Reason.NOT_KEPT)
    return (
        prose("Anggaran layanan sebesar ", Num(Measure.ALLOCATED, allocated), "."),
        Table(
            key="budget",
            caption="Anggaran layanan informasi",
            columns=(
                Column(key="funding", title="Sumber dana"),
                Column(key="allocated", title="Alokasi"),
                Column(key="realised", title="Realisasi"),
            ),
            rows=(("APBD", allocated, unknown),),
            total=("Jumlah", allocated, unknown),
        ),
        Chart(
            key="budget_chart",
            kind="bullet",
            table="budget",
            category="funding",
            series=("realised", "allocated"),
            title="Realisasi terhadap alokasi anggaran",
            alt="Alokasi Rp51.904.000,00; realisasi tidak tercatat.",
        ),
        Notice(
            text="Laporan penggunaan anggaran tidak disajikan karena belum dicatat pada tahun 2020.",
            basis="Perki 1/2010 Pasal 36 ayat (2) huruf b",
        ),
    )


def _requests() -> Section:
    return Section(
        key="requests",
        label="Bagian III",
        title="Pelayanan Informasi Publik",
        sections=(
            Section(
                key="received",
                label="3.1",
                title="Permohonan",
                blocks=(_by_month(), _register(), _reasons(), _reasons_chart()),
            ),
            Section(
                key="response_time",
                label="3.2",
                title="Waktu Pemenuhan",
                blocks=(
                    Notice(
                        text="Waktu pemenuhan permohonan tidak disajikan karena tanggal pemberitahuan "
                        "tertulis belum dicatat pada tahun 2020.",
                        basis="UU 14/2008 Pasal 12 huruf b",
                    ),
                    *_invented_times(),
                ),
            ),
            Section(key="visits", label="3.3", title="Kunjungan Laman", blocks=_visits()),
        ),
    )


def _by_month() -> Table:
    lines = zip(MONTHS, *OUTCOMES.values(), strict=True)
    return Table(
        key="requests_by_month",
        caption="Permohonan menurut bulan dan keputusan",
        columns=(
            Column(key="month", title="Bulan"),
            *(Column(key=key, title=NAMES[key], group="Keputusan", summed=True) for key in OUTCOMES),
            Column(key="count", title="Jumlah", summed=True),
        ),
        rows=tuple((month, *counts, sum(counts)) for month, *counts in lines),
        total=("Jumlah", *(sum(counts) for counts in OUTCOMES.values()), 84),
        notes=("Sumber: register permohonan, 12 baris",),
    )


def _register() -> Table:
    return Table(
        key="requests",
        caption="Register permohonan informasi publik",
        columns=(
            Column(key="received", title="Waktu"),
            Column(key="count", title="Jumlah pemohon", summed=True),
            Column(key="applicant", title="Pemohon"),
            Column(key="subject", title="Informasi yang diminta"),
            Column(key="outcome", title="Keputusan"),
            Column(key="reason", title="Alasan"),
        ),
        rows=REGISTER,
        total=("Jumlah", 84, "", "", "", ""),
        notes=("Sumber: register permohonan, 12 baris", "Yang dihitung adalah pemohon."),
    )


def _reasons() -> Table:
    return Table(
        key="refusal_reasons",
        caption="Alasan penolakan",
        columns=(Column(key="reason", title="Alasan"), Column(key="count", title="Jumlah", summed=True)),
        rows=(("data tidak dikuasai", 6), ("tidak beriktikad baik", 42), ("identitas tidak jelas", 5)),
        total=("Jumlah", 53),
    )


def _reasons_chart() -> Chart:
    return Chart(
        key="refusal_reasons_chart",
        kind="bars",
        table="refusal_reasons",
        category="reason",
        series=("count",),
        title="Permohonan yang ditolak menurut alasan",
        subtitle="Jumlah permohonan, seluruhnya 53",
        alt="Alasan penolakan: tidak beriktikad baik 42; data tidak dikuasai 6; identitas tidak jelas 5.",
    )


def _invented_times() -> tuple[Table, Chart]:
    """Return a kind of chart that the real report has no figures for."""
    columns = (("applicant", "Pemohon"), ("low", "tersingkat"), ("median", "median"), ("high", "terlama"))
    table = Table(
        key="response_range",
        caption="Waktu pemenuhan (hari kerja), contoh tahun lain",
        columns=tuple(Column(key=key, title=title) for key, title in columns),
        rows=(("Individu", 1, 6, 17), ("Lembaga", 2, 9, 21)),
    )
    chart = Chart(
        key="response_range_chart",
        kind="range",
        table="response_range",
        category="applicant",
        series=("low", "median", "high"),
        title="Waktu pemenuhan menurut pemohon",
        subtitle="Hari kerja",
        alt="Individu 1, 6, 17; Lembaga 2, 9, 21 hari kerja.",
    )
    return table, chart


def _visits() -> tuple[Paragraph | Table | Chart, ...]:
    told = "; ".join(f"{month} {count}" for month, count in zip(MONTHS, VISITS, strict=True))
    return (
        prose("Laman PPID dikunjungi ", figure(Measure.VISITS, 82800), " kali selama tahun 2020."),
        Table(
            key="visits",
            caption="Kunjungan laman",
            columns=(
                Column(key="month", title="Bulan"),
                Column(key="count", title="Jumlah kunjungan", summed=True),
            ),
            rows=tuple(zip(MONTHS, VISITS, strict=True)),
            total=("Jumlah", 82800),
        ),
        Chart(
            key="visits_chart",
            kind="line",
            table="visits",
            category="month",
            series=("count",),
            title="Kunjungan laman menurut bulan",
            subtitle="Jumlah kunjungan, seluruhnya 82.800",
            alt=f"Kunjungan per bulan: {told}.",
        ),
    )


def _availability() -> Section:
    share = Num(Measure.SHARE, Ratio(199, 462))
    return Section(
        key="availability",
        label="Bagian IV",
        title="Ketersediaan Informasi Publik",
        blocks=(
            prose(
                "Dari ",
                figure(Measure.CELLS, 462),
                " sel ketersediaan, ",
                figure(Measure.DISCLOSED, 199),
                " tersedia, yaitu ",
                share,
                ".",
            ),
            matrix(),
        ),
    )


def matrix() -> Table:
    """Return the availability of information, 33 agencies × 14 types."""
    kinds, grid = rows("jenis_informasi"), rows("ketersediaan")
    short = {row["nama"]: row["singkatan"] for row in rows("opd")}
    lines = [(short[row["opd"]], [row[kind["kode"]] == "√" for kind in kinds]) for row in grid]
    return Table(
        key="availability",
        caption="Ketersediaan informasi menurut OPD dan jenis",
        columns=(
            Column(key="agency", title="OPD"),
            *(
                Column(
                    key=f"type-{kind['kode']}",
                    title=kind["singkatan"],
                    group=GROUPS[kind["kelompok"]],
                    turned=True,
                )
                for kind in kinds
            ),
            Column(key="available", title="Tersedia"),
        ),
        rows=tuple((name, *_states(ticks), _reached(ticks)) for name, ticks in lines),
        total=(
            "Jumlah tersedia",
            *(sum(ticks[at] for _, ticks in lines) for at in range(len(kinds))),
            Ratio(199, 462),
        ),
        wide=True,
        notes=(
            "199 dari 462 (43,07%); di luar 4 OPD tanpa isian 199 dari 406 (49,01%)",
            "Keterangan: " + "; ".join(f"{kind['singkatan']} = {kind['nama']}" for kind in kinds) + ".",
        ),
    )


def _states(ticks: list[bool]) -> tuple[Value, ...]:
    if not any(ticks):
        return tuple(CellState.NOT_REPORTED for _ in ticks)
    return tuple(CellState.DISCLOSED if tick else CellState.NOT_DISCLOSED for tick in ticks)


def _reached(ticks: list[bool]) -> Value:
    return Ratio(sum(ticks), len(ticks)) if any(ticks) else "–"


def _objections() -> Section:
    counts = (("Februari", 10), ("Maret", 5), ("April", 7), ("Mei", 18), ("Juni", 12), ("Oktober", 1))
    return Section(
        key="objections",
        label="Bagian V",
        title="Keberatan dan Sengketa",
        blocks=(
            prose("Diterima ", figure(Measure.OBJECTIONS_TOTAL, 53), " keberatan."),
            Table(
                key="objections",
                caption="Keberatan menurut bulan",
                columns=(
                    Column(key="month", title="Bulan"),
                    Column(key="count", title="Jumlah", summed=True),
                ),
                rows=counts,
                total=("Jumlah", 53),
            ),
        ),
    )


def _closing() -> Section:
    return Section(
        key="end",
        label="Bagian VI",
        title="Rekomendasi dan Penutup",
        blocks=(
            Items(items=tuple((row["uraian"],) for row in rows("rekomendasi"))),
            prose("Demikian laporan ini disampaikan kepada Komisi Informasi Provinsi Banten."),
            Signature(
                place="Serang",
                on=date(2021, 1, 7),
                office="PPID Utama Kota Serang",
                name="W. Hari Pamungkas, S.STP, M.Si",
                nip="19000101 200001 1 001",
            ),
        ),
    )


def _conformity() -> Section:
    return Section(
        key="conformity",
        title="Kesesuaian Isi Minimum",
        blocks=(
            Table(
                key="conformity",
                caption="Kesesuaian dengan isi minimum peraturan",
                columns=(
                    Column(key="content", title="Isi minimum"),
                    Column(key="basis", title="Dasar"),
                    Column(key="section", title="Tempat"),
                    Column(key="state", title="Keadaan"),
                ),
                rows=(
                    ("jumlah permohonan", "UU 14/2008 Pasal 12 huruf a", "3.1 Permohonan", "ada"),
                    (
                        "waktu pemenuhan",
                        "UU 14/2008 Pasal 12 huruf b",
                        "3.2 Waktu Pemenuhan",
                        "tidak tercatat",
                    ),
                ),
            ),
        ),
    )


def _colophon() -> Section:
    return Section(
        key="colophon",
        title="Kolofon",
        blocks=(
            prose("Angka dihitung dari register, bukan disalin."),
            Items(items=(("Kumpulan aturan: ppid-core 0.1.0.",), (f"SHA-256 permohonan.csv: {'0f' * 32}",))),
        ),
    )
