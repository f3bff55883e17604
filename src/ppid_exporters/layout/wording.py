"""The few words that formats add to a document: those of captions, lists and aids for reading."""

from __future__ import annotations

from ppid_core.language import Bilingual

TABLE = Bilingual("Tabel", "Table")
CHART = Bilingual("Grafik", "Chart")
PICTURE = Bilingual("Gambar", "Figure")
LIST_OF_TABLES = Bilingual("Daftar Tabel", "List of Tables")
LIST_OF_PICTURES = Bilingual("Daftar Gambar dan Grafik", "List of Figures and Charts")
CONTENTS = Bilingual("Daftar isi", "Contents")
BASIS = Bilingual("Dasar", "Basis")
UP = Bilingual("Kembali ke atas", "Back to top")
FILES = Bilingual("Berkas laporan ini", "Files of this report")
FILES_COUNTED = Bilingual("berkas", "files")
SCROLL = Bilingual("Geser ke samping untuk melihat seluruh kolom →", "Scroll sideways to see all columns →")
SEARCH = Bilingual("Cari dalam tabel ini", "Search this table")
FOUND = Bilingual("{found} dari {of} baris", "{found} of {of} rows")
SKIP = Bilingual("Langsung ke isi", "Skip to the content")
NO_PICTURE = Bilingual("berkas gambar tidak disertakan", "picture file not included")
UNREADABLE = Bilingual("berkas gambar tidak terbaca", "picture file cannot be read")
SEAL = Bilingual(
    "Tempat tanda tangan elektronik dan kode QR", "Place for an electronic signature and its QR code"
)
SEE = Bilingual("Angkanya pada", "Its figures are in")
