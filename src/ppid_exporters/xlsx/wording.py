"""The few words that a workbook adds to the document."""

from __future__ import annotations

from ppid_core.language import Bilingual

CONTENTS = Bilingual("Isi", "Contents")
BACK = Bilingual("← Daftar lembar", "← List of sheets")

SHEET = Bilingual("Lembar", "Sheet")
TABLE = Bilingual("Tabel", "Table")
ROWS = Bilingual("Baris", "Rows")
CHART = Bilingual("Grafik", "Chart")
KEY = Bilingual("Kunci", "Key")

BODY = Bilingual("Badan publik", "Public body")
PERIOD = Bilingual("Periode", "Period")
STATE = Bilingual("Keadaan per", "State of")
EDITION = Bilingual("Edisi", "Edition")
EDITIONS = {
    "public": Bilingual("publik, tanpa data pribadi", "public, without personal data"),
    "internal": Bilingual("internal, memuat data pribadi", "internal, holds personal data"),
}
MISSING = Bilingual("Isi yang tidak disajikan", "Contents that are not given")
HOW = Bilingual(
    "Tiap lembar memuat satu tabel: judul kolom pada baris 4, isi mulai baris 5. Jumlah adalah rumus; bila "
    "sebuah angka diubah, jumlah dan grafiknya ikut berubah.",
    "Each sheet holds one table: headings in row 4, content from row 5. Totals are formulas; when a figure "
    "is changed, its total and its chart follow.",
)
DATA = Bilingual(
    "Lembar data, untuk program lain: judul kolom pada baris 1, satu nilai tiap sel, tanpa jumlah.",
    "Sheets of data, for other programs: headings in row 1, one value in each cell, no totals.",
)

SIGNS = Bilingual("Tanda", "Signs")
LONG_NUMBERS = Bilingual(
    "Angka dengan lebih dari 15 digit ditulis sebagai teks agar tidak dibulatkan oleh lembar sebar.",
    "Figures of more than 15 digits are written as text, since a spreadsheet would round them.",
)
CONTINUED = Bilingual("(lanjutan {number} di bawah tabel)", "(continued below the table, {number})")
CONTINUATION = Bilingual("Lanjutan {number}: {text}", "Continuation {number}: {text}")
PART = Bilingual("bagian {number}", "part {number}")
