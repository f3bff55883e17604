"""Lists of information, public (DIP) and exempt (DIK): known by name and heading, and not read yet."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from ppid_core.glossary import spelling
from ppid_core.glossary.heading import Accepted, TableHeadings, accepted, parse_heading
from ppid_core.language import Bilingual

_FEWEST = 3
"""Headings by which a list is known whatever its file is called."""

_PUBLIC = """
ringkasan: isi informasi dalam beberapa kata = ringkasan isi informasi = ringkasan informasi = ringkasan isi
unit: yang menguasai informasi = pejabat unit satker yang menguasai informasi = unit yang menguasai informasi
penanggung_jawab: pembuat informasi = penanggungjawab pembuatan atau penerbitan informasi = penanggungjawab
waktu_tempat: pembuatan informasi = waktu dan tempat pembuatan informasi = waktu dan tempat pembuatan
bentuk: bentuk informasi yang tersedia = bentuk informasi yang tersedia = format informasi
retensi: lama simpan = jangka waktu penyimpanan atau retensi arsip = jangka waktu penyimpanan = retensi arsip
kelompok: berkala, serta-merta, setiap saat = kategori informasi = klasifikasi informasi
tanggal_pemutakhiran: hari terakhir diperbarui = tanggal pembaruan
"""
"""Perki 1/2021 Pasal 21 ayat (2) and Lampiran I; group and day of updating are ours."""
_EXEMPT = """
informasi: informasi yang dikecualikan = informasi yang dikecualikan
dasar: dasar hukum pengecualian = dasar hukum pengecualian informasi = dasar hukum pengecualian = dasar hukum
huruf: huruf Pasal 17 UU 14/2008 = huruf pasal 17
akibat_dibuka: bila dibuka = dibuka = konsekuensi dibuka = konsekuensi pertimbangan bagi publik dibuka
akibat_ditutup: bila ditutup = ditutup = konsekuensi ditutup = konsekuensi pertimbangan bagi publik ditutup
jangka_waktu: lama pengecualian = jangka waktu pengecualian
berlaku_sampai: hari terakhir
tanggal_uji: hari pengujian konsekuensi = tanggal uji konsekuensi
penetapan: surat penetapannya = nomor penetapan
"""
"""Perki 1/2021 Pasal 49 ayat (5) and Lampiran II."""


@frozen
class InformationList:
    """A list that is known, and not read.

    Attributes:
        headings: its name and headings.
        told: what it is called.
        accepted: the column for each accepted heading.
    """

    headings: TableHeadings
    told: Bilingual
    accepted: Accepted = field(init=False, repr=False)

    @accepted.default
    def _by_spelling(self) -> Accepted:
        return accepted(self.headings.headings)

    @property
    def not_read_yet(self) -> Bilingual:
        """Why it is not read."""
        return Bilingual(
            f"{self.told.id}, yang tabelnya belum dibaca", f"{self.told.en}, which is not read yet"
        )

    def is_called(self, name: str) -> bool:
        """Tell whether a table is called so, years and other numbers aside."""
        said = " ".join(word for word in spelling(name).split() if not word.isdigit())
        return said in {self.headings.name, *self.headings.spellings}

    def is_headed(self, titles: Iterable[str]) -> bool:
        """Tell whether a heading is its own: some columns of it, and half of what stands there."""
        said = [title for title in titles if spelling(title)]
        known = {self.accepted[title] for title in said if title in self.accepted}
        return len(known) >= _FEWEST and 2 * len(known) >= len(said)


def _of(name: str, meaning: str, english: str, lines: str, *spellings: str) -> InformationList:
    headings = tuple(map(parse_heading, lines.strip().splitlines()))
    return InformationList(TableHeadings(name, meaning, spellings, headings), Bilingual(meaning, english))


LISTS = (
    _of(
        *("dip", "daftar informasi publik (DIP)", "the list of public information (DIP)", _PUBLIC),
        *("daftar informasi publik", "daftar informasi", "daftar informasi publik dip"),
    ),
    _of(
        *("dik", "daftar informasi yang dikecualikan (DIK)", "the list of exempt information (DIK)", _EXEMPT),
        *("daftar informasi yang dikecualikan", "daftar informasi dikecualikan", "lembar uji konsekuensi"),
    ),
)


def information_list(name: str, titles: Iterable[str] = ()) -> InformationList | None:
    """Return the list that a table is called after, or whose headings it has; None where it is neither.

    >>> known = information_list("Daftar Informasi Publik 2024")
    >>> known.not_read_yet.id
    'daftar informasi publik (DIP), yang tabelnya belum dibaca'
    >>> information_list("data", ["No", "Ringkasan Isi Informasi", "Retensi Arsip", "Unit"]).headings.name
    'dip'
    """
    said = tuple(titles)
    named = next((one for one in LISTS if one.is_called(name)), None)
    return named or next((one for one in LISTS if one.is_headed(said)), None)
