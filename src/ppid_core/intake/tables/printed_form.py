"""The registers and lists as Perki 1/2021 prints them: the union of its articles and its forms.

Pasal 32 ayat (1) and Lampiran VIII, Pasal 43 ayat (2) and Lampiran XI: NIK, the power of attorney and the
reason of an answer stand in the articles alone, occupation, decision and ticks in the forms alone. The sheet
of a consequence test (Lampiran II) is one line of the list of exempt information. Behind the columns of the
law stand, under our own headings, those that it does not print and that its own time limits are asked by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from attrs import frozen

from ppid_core.intake.cells.cell import Cell, Cells
from ppid_core.intake.tables.access import KIND_TICKS
from ppid_core.intake.tables.information import FORM_TICKS, HELD_TICKS
from ppid_core.intake.tables.objection import GROUND_TICKS
from ppid_core.intake.tables.tick import TickGroup


@frozen
class FormColumn:
    """One column of a form.

    Attributes:
        titles: what is printed over it, from the top.
        name: of the column of ours that it is.
    """

    titles: tuple[str, ...]
    name: str


@frozen(kw_only=True)
class PrintedForm:
    """A register as it is printed.

    Attributes:
        told: where the law has it.
        columns: in their order.
        groups: those of its columns that are ticked.
    """

    told: str
    columns: tuple[FormColumn, ...]
    groups: tuple[TickGroup, ...]

    def filled(self, rows: Sequence[Cells]) -> tuple[tuple[FormColumn, ...], list[Cells]]:
        """Return the columns and the cells of rows of ours.

        What the form has no column for, and words that no tick says, stand in columns of ours behind it.
        """
        typed = [dict(self._cells(row)) for row in rows]
        known = {column.name for column in self.columns}
        more = dict.fromkeys(
            name
            for row in typed
            for name, value in row.items()
            if name not in known and value not in (None, "")
        )
        return (*self.columns, *(FormColumn((name,), name) for name in more)), list(typed)

    def _cells(self, row: Cells) -> Iterator[tuple[str, Cell]]:
        groups = {group.column.name: group for group in self.groups}
        for name, value in row.items():
            group = groups.get(name)
            ticks = group.cells(value) if group is not None and isinstance(value, str) and value else {}
            yield from ticks.items() if ticks else [(name, value)]


def _ticked(group: TickGroup) -> Iterator[FormColumn]:
    return (FormColumn(one.printed, one.name) for one in group.options if one.printed)


def _own(*names: str) -> Iterator[FormColumn]:
    """Yield columns under our own headings."""
    return (FormColumn((name,), name) for name in names)


_CONSEQUENCE = "Konsekuensi/Pertimbangan bagi Publik"
_DAYS, _COST = "Hari dan Tanggal", "Biaya & Cara Pembayaran"
_SUPERIOR = "Nama dan Posisi Atasan PPID"

FORMS: Mapping[str, PrintedForm] = MappingProxyType(
    {
        "permohonan": PrintedForm(
            told="Register Permohonan Informasi Publik, Perki 1/2021 Pasal 32 ayat (1) dan Lampiran VIII",
            columns=(
                FormColumn(("No. Pendaftaran",), "nomor"),
                FormColumn(("Tanggal",), "tanggal"),
                FormColumn(("Nama",), "nama"),
                FormColumn(("NIK",), "nik"),
                FormColumn(("Alamat",), "alamat"),
                FormColumn(("Nomor Kontak",), "kontak"),
                FormColumn(("Surat Kuasa Khusus",), "surat_kuasa"),
                FormColumn(("Pekerjaan",), "pekerjaan"),
                FormColumn(("Informasi yang Diminta",), "informasi"),
                FormColumn(("Tujuan Penggunaan Informasi",), "tujuan"),
                *_ticked(HELD_TICKS),
                *_ticked(FORM_TICKS),
                *_ticked(KIND_TICKS),
                FormColumn(("Keputusan",), "keputusan"),
                FormColumn(("Alasan Penolakan",), "alasan_penolakan"),
                FormColumn((_DAYS, "Pemberitahuan Tertulis"), "tanggal_pemberitahuan"),
                FormColumn((_DAYS, "Pemberian Informasi"), "tanggal_penyerahan"),
                FormColumn((_COST, "Biaya"), "biaya"),
                FormColumn((_COST, "Cara"), "cara_bayar"),
            ),
            groups=(HELD_TICKS, FORM_TICKS, KIND_TICKS),
        ),
        "keberatan": PrintedForm(
            told="Register Keberatan, Perki 1/2021 Pasal 43 ayat (2) dan Lampiran XI",
            columns=(
                FormColumn(("No. Registrasi",), "nomor"),
                FormColumn(("Tanggal",), "tanggal"),
                FormColumn(("Nama",), "nama"),
                FormColumn(("NIK",), "nik"),
                FormColumn(("Alamat",), "alamat"),
                FormColumn(("Nomor Kontak",), "kontak"),
                FormColumn(("Pekerjaan",), "pekerjaan"),
                FormColumn(("No. Pendaftaran Permohonan Informasi",), "nomor_permohonan"),
                FormColumn(("Informasi yang Diminta",), "informasi"),
                FormColumn(("Tujuan Penggunaan Informasi",), "tujuan"),
                *_ticked(GROUND_TICKS),
                FormColumn(("Keputusan Atasan PPID",), "jawaban"),
                FormColumn(("Alasan Penolakan/Pemberian",), "alasan_jawaban"),
                FormColumn(("Hari dan Tanggal Pemberian Tanggapan",), "tanggal_jawaban"),
                FormColumn((_SUPERIOR, "Nama"), "nama_atasan"),
                FormColumn((_SUPERIOR, "Posisi"), "jabatan_atasan"),
                FormColumn(("Tanggapan Pemohon Informasi",), "tanggapan_pemohon"),
            ),
            groups=(GROUND_TICKS,),
        ),
        "dip": PrintedForm(
            told="Daftar Informasi Publik, Perki 1/2021 Pasal 21 ayat (2) dan Lampiran I",
            columns=(
                FormColumn(("No.",), "nomor"),
                FormColumn(("Ringkasan Isi Informasi",), "ringkasan"),
                FormColumn(("Unit yang Menguasai Informasi",), "unit"),
                FormColumn(("Penanggung Jawab Pembuatan atau Penerbitan Informasi",), "penanggung_jawab"),
                FormColumn(("Waktu dan Tempat Pembuatan Informasi",), "waktu_tempat"),
                FormColumn(("Bentuk Informasi yang Tersedia",), "bentuk"),
                FormColumn(("Jangka Waktu Penyimpanan atau Retensi Arsip",), "retensi"),
                *_own("kelompok", "tanggal_pemutakhiran"),
            ),
            groups=(),
        ),
        "dik": PrintedForm(
            told="Daftar Informasi yang Dikecualikan, Perki 1/2021 Pasal 49 ayat (5) dan Lampiran II",
            columns=(
                FormColumn(("No.",), "nomor"),
                FormColumn(("Informasi",), "informasi"),
                FormColumn(("Dasar Hukum Pengecualian Informasi",), "dasar"),
                FormColumn((_CONSEQUENCE, "Dibuka"), "akibat_dibuka"),
                FormColumn((_CONSEQUENCE, "Ditutup"), "akibat_ditutup"),
                FormColumn(("Jangka Waktu",), "jangka_waktu"),
                FormColumn(("Unit Kerja",), "opd"),
                *_own("huruf", "berlaku_sampai", "tanggal_uji", "penetapan"),
            ),
            groups=(),
        ),
    }
)
"""By table."""
NO_FORMS: Mapping[str, PrintedForm] = MappingProxyType({})
"""Every table under our own headings."""


def head_lines(columns: Sequence[FormColumn]) -> list[list[str]]:
    """Return the lines of a head, each title where it begins; what it spans to the right and below is blank.

    >>> head_lines([FormColumn(("Nomor",), "nomor"), FormColumn(("Biaya", "Cara"), "cara_bayar")])
    [['Nomor', 'Biaya'], ['', 'Cara']]
    """
    depth = max(len(column.titles) for column in columns)
    return [[_begins(columns, at, level) for at in range(len(columns))] for level in range(depth)]


def _begins(columns: Sequence[FormColumn], at: int, level: int) -> str:
    """Return the title that begins at a column on a level."""
    titles = columns[at].titles
    before = columns[at - 1].titles if at else ()
    is_new = len(titles) > level and before[: level + 1] != titles[: level + 1]
    return titles[level] if is_new else ""
