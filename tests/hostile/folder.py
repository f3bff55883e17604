"""A report folder whose every text field tries to be markup of some format."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ppid_core.glossary import spelling
from ppid_core.intake.cells import line, prose
from ppid_core.intake.tables import TABLES, known_tables

EXAMPLE = Path(__file__).parents[2] / "examples" / "kabupaten-contoh-2024"
RIGHT_TO_LEFT = "\u200f"
TEXTS = (
    '=HYPERLINK("http://contoh.example","klik")',
    "<script>alert(1)</script>",
    "</w:t></w:r></w:p><w:p/>",
    '#import "x": * #set page(width: 1pt)',
    "$x$ $ sum_(i=0)^n i $",
    "\\\\ \\* \\_ \\end{document}",
    "{{7*7}} {% raw %} ${7*7}",
    "]]> --> <!-- */ </style></title></svg>",
    "&amp; &lt;b&gt; &#65;",
    "😀 👩\u200d🚒 🇮🇩",
    f"{RIGHT_TO_LEFT}العربية{RIGHT_TO_LEFT} 12 \u202eterbalik\u202c",
    "kata" * 2500,
    "Dinas \"Kutip\" 'satu' `dua` «tiga»",
    "baris satu\nbaris dua\n\nparagraf dua",
    "- butir | sel | *tebal* _miring_ [tautan](http://contoh.example) ![g](g)",
    "@SUM(A1:A9)\t+62 -5",
)
"""Each stands before what the example has in that cell, so the cell begins with it."""

KEYS = frozenset(
    {
        *("badan.nama", "badan.provinsi", "badan.komisi", "badan.alamat", "badan.ppid", "badan.atasan_ppid"),
        *("penandatangan.jabatan", "penandatangan.tempat", "penandatangan.nama", "sdm.dasar"),
        *("penyampaian.kepada", "penyampaian.nomor", "penyampaian.sifat", "penyampaian.lampiran"),
        *("penyampaian.hal", "penyampaian.tembusan"),
    }
)
"""The keys of *laporan* that hold free text."""

_CLOSED = frozenset({"kode", "nilai", "satuan", "menurut", "bagian"})
"""Columns of text whose words are names of something: of a column, a unit, a part of the report."""
_OPEN = frozenset({"opd", "kanal", "pekerjaan", "alasan", "jawaban", "hasil"})
"""Columns of open lists: a word that nobody knows stays as it is typed."""


class Hostile:
    """Gives each value of the example a hostile one, the same wherever it stands: references stay whole."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def __call__(self, value: str) -> str:
        if not value.strip():
            return value
        known = spelling(value)
        if known not in self.texts:
            self.texts[known] = f"{TEXTS[len(self.texts) % len(TEXTS)]} {value}"
        return self.texts[known]


def write_folder(folder: Path) -> Hostile:
    """Write the example into ``folder`` with hostile text in every field of free text, none of it blurred."""
    hostile, table_of = Hostile(), known_tables()
    (folder / "naskah").mkdir(parents=True)
    for path in sorted(EXAMPLE.glob("*.csv")):
        table = table_of[spelling(path.stem)]
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
        changed = [_changed(table, row, hostile) for row in rows]
        with (folder / path.name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(changed)
            if table == "laporan":
                writer.writerow({"kunci": "tampilan.data_pribadi", "isi": "tampil"})
    for path in sorted((EXAMPLE / "naskah").iterdir()):
        words = hostile(path.read_text(encoding="utf-8"))
        (folder / "naskah" / path.name).write_text(words, encoding="utf-8")
    return hostile


def _changed(table: str, row: Mapping[str, str], hostile: Hostile) -> dict[str, str]:
    if table == "laporan":
        return {**row, "isi": hostile(row["isi"]) if row["kunci"] in KEYS else row["isi"]}
    free = _free_columns()[table]
    return {heading: hostile(cell) if heading in free else cell for heading, cell in row.items()}


@cache
def _free_columns() -> Mapping[str, frozenset[str]]:
    """Return the columns of free text by table, and those whose words are kept though unknown."""
    free = {
        spec.name: frozenset(column.name for column in spec.columns if column.read in {line, prose})
        for spec in TABLES
    }
    return {table: (names - _CLOSED) | _OPEN for table, names in free.items()} | {"ketersediaan": _OPEN}
