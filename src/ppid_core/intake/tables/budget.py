"""The budget (*anggaran*)."""

from __future__ import annotations

from ppid_core.intake.cells import COUNTS, remark_on_amount, rupiah
from ppid_core.intake.tables.column import text_column
from ppid_core.intake.tables.spec import TableColumn, TableSpec
from ppid_core.model import BudgetLine

BUDGET_LINES = TableSpec(
    name="anggaran",
    rows=("budget", "lines"),
    told="Anggaran layanan informasi, satu baris untuk satu sumber",
    holds=BudgetLine,
    columns=(
        text_column(
            "sumber",
            "funding",
            "sumber dana, misalnya APBD = sumber dana = sumber anggaran",
            example=("APBD",),
        ),
        TableColumn(
            name="alokasi",
            field="allocated",
            told="anggaran yang disediakan, rupiah = anggaran = pagu = jumlah anggaran",
            read=rupiah,
            total=rupiah,
            ways=COUNTS,
            remark=remark_on_amount,
            example=("25.000.000",),
        ),
        TableColumn(
            name="realisasi",
            field="realised",
            told="anggaran yang dipakai, rupiah = realisasi anggaran",
            read=rupiah,
            total=rupiah,
            ways=COUNTS,
            remark=remark_on_amount,
            example=("24.100.000",),
        ),
        text_column(
            "terbilang",
            "allocated_in_words",
            "alokasi dalam huruf, sebagaimana tertulis = dengan huruf",
            example=("dua puluh lima juta rupiah",),
        ),
        text_column(
            "penggunaan",
            "use",
            "kegunaan anggaran = penggunaan anggaran = peruntukan",
            example=("pelatihan petugas dan pemeliharaan laman",),
        ),
    ),
)
