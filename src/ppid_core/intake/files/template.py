"""A report folder: every table with its headings, PETUNJUK.txt, a filled example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from ppid_core.glossary.heading import Heading, TableHeadings
from ppid_core.glossary.key import OPTION_PREFIX, RULE_PREFIX, report_keys
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.files.csv_tables import all_files, text_bytes
from ppid_core.intake.files.example import EXAMPLE
from ppid_core.intake.files.folder import GUIDE
from ppid_core.intake.tables import table_headings
from ppid_core.intake.tables.printed_form import NO_FORMS, PrintedForm

_EXAMPLE_FOLDER = "contoh"


def template(
    year: int | None = None,
    tables: Mapping[str, Sequence[Cells]] | None = None,
    forms: Mapping[str, PrintedForm] = NO_FORMS,
) -> Mapping[str, bytes]:
    """Return the files of a report folder by path, ``/`` between its parts.

    Args:
        year: the year to fill in; None leaves it blank, and the folder then says that it is missing.
        tables: rows that are filled in already, as `typed_tables` gives them; the others have only headings.
        forms: the tables that are laid out as a form of the law.
    """
    return {
        **all_files(tables or {}, year, forms),
        GUIDE: text_bytes(guide(forms)),
        **{f"{_EXAMPLE_FOLDER}/{name}": text_bytes(text) for name, text in EXAMPLE.items()},
    }


_WIDTH = 96
_INTRODUCTION = """\
PETUNJUK PENGISIAN

Folder ini berisi satu berkas CSV untuk satu tabel. Isilah yang datanya ada; tabel yang tidak
terpakai boleh dibiarkan atau dihapus. Hanya laporan.csv yang wajib, dengan tahun terisi.
Folder contoh berisi contoh yang sudah terisi dan tidak ikut dibaca.

CARA MENGISI
- Baris pertama adalah judul kolom. Urutan kolom bebas; kolom yang tidak terpakai boleh dihapus.
- Sel kosong berarti tidak dicatat. Angka nol ditulis 0.
- Register yang dicatat tetapi tidak ada isinya: tulis NIHIL di kolom pertama, atau pakai kunci
  nihil di laporan.csv.
- Tanggal: 7 Januari 2021, 07/01/2021 (hari lebih dahulu), atau 2021-01-07. Bila hanya bulannya
  yang dicatat, isi kolom bulan.
- Jumlah: 13 atau 13 (tiga belas). Di permohonan, keberatan, sengketa, dan gugatan, tanpa kolom
  jumlah satu baris berarti satu; bila kolom jumlah ada, setiap barisnya diisi.
- Baris JUMLAH atau TOTAL boleh ada: angkanya dicocokkan, tidak ikut dihitung.
- Rupiah: 51.904.000 atau Rp51.904.000. Jam: 09.00. Beberapa isian dalam satu sel dipisah tanda |.
- Di ketersediaan.csv, tambahkan satu kolom untuk tiap kode dari jenis_informasi.csv. Isi selnya:
  √ atau ya (tersedia), - atau tidak (tidak tersedia), n/a (tidak berlaku), dikecualikan; kosong
  berarti belum diisi.
- Simpan dari Excel dengan jenis "CSV UTF-8".

BERKAS YANG DIKLIK
Setelah mengisi dan menyimpan, klik dua kali berkas di folder ini; hasilnya di folder hasil.
- 1-periksa: mencari yang bertentangan dan yang belum ada; menulis hasil-pemeriksaan.docx
- 2-draf: laporan untuk dibaca, juga bila masih ada isian yang belum terbaca; bertanda DRAF
- 3-laporan: laporan yang ditandatangani
- 4-surat-dan-pengumuman: surat pengantar, dan pengumuman satu halaman
- 5-tahun-berikut: folder tahun berikutnya, di sebelah folder ini
Atau di jendela perintah: ppid periksa, ppid laporan
"""

_FORMS = """\
FORMULIR PERATURAN
Tabel berikut memakai judul kolom menurut peraturan, dalam dua atau tiga baris. Isinya mulai di baris
sesudahnya. Kolom pilihan diisi tanda √: satu untuk status, bentuk, dan jenis; alasan keberatan boleh
beberapa. Bila informasi dikuasai badan publik lain, tulis namanya di kolom Tidak. Kolom lain dari
daftar di bawah boleh ditambahkan di kanan."""


def guide(forms: Mapping[str, PrintedForm] = NO_FORMS) -> str:
    """Return the guide in plain Indonesian."""
    told = [_forms_text(forms)] if forms else []
    blocks = [_INTRODUCTION, *told, *map(_table_text, table_headings().values()), _keys_text()]
    return "\n\n".join(block.rstrip("\n") for block in blocks) + "\n"


def _forms_text(forms: Mapping[str, PrintedForm]) -> str:
    """Return how tables are filled in that are laid out as a form."""
    lines = (f"  {name}.csv: {form.told}" for name, form in forms.items())
    return "\n".join([_FORMS, *lines])


def _table_text(table: TableHeadings) -> str:
    lines = (line for heading in table.headings for line in _heading_lines(heading))
    return "\n".join([f"{table.name}.csv", *wrap(table.meaning, _WIDTH), *lines])


def _keys_text() -> str:
    lines = [line for key in report_keys() for line in _heading_lines(key)]
    options = (
        Heading(f"{OPTION_PREFIX}NAMA.OPSI", "pengaturan satu format keluaran"),
        Heading(f"{RULE_PREFIX}KODE.OPSI", "pengaturan satu aturan pemeriksaan"),
    )
    lines += [line for one in options for line in _heading_lines(one)]
    return "\n".join(["Kunci di laporan.csv", *lines])


def _heading_lines(heading: Heading) -> Iterator[str]:
    yield from wrap(
        f"{heading.name}: {heading.meaning}", _WIDTH, initial_indent="  ", subsequent_indent="      "
    )
