"""What a file that calls itself a workbook cannot be, as errors: each says what to do."""

from __future__ import annotations

from ppid_core.intake.cells import CellError
from ppid_core.language import Bilingual

_WORKBOOK = Bilingual("buku kerja .xlsx atau .ods", "a workbook .xlsx or .ods")
_AGAIN = Bilingual(
    "Buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx.",
    "Open it in Excel or LibreOffice and save it as .xlsx.",
)


def _refused(indonesian: str, english: str) -> CellError:
    return CellError(Bilingual(indonesian, english), _WORKBOOK)


def no_workbook() -> CellError:
    """Return the error for a file whose ending says more than it holds."""
    return _refused(
        f"isi berkas ini bukan buku kerja, apa pun akhiran namanya. {_AGAIN.id}",
        f"this file holds no workbook, whatever its name ends in. {_AGAIN.en}",
    )


def old_form() -> CellError:
    """Return the error for an .xls of Excel 2003 and before."""
    return _refused(
        f"buku kerja ini berbentuk lama (.xls), yang tidak dibaca. {_AGAIN.id}",
        f"this workbook has the old form (.xls), which is not read. {_AGAIN.en}",
    )


def damaged() -> CellError:
    """Return the error for a workbook that ends early or does not hold together."""
    return _refused(
        f"buku kerja ini rusak atau terpotong. {_AGAIN.id} Bila tidak dapat dibuka, salin ulang berkasnya.",
        f"this workbook is damaged or cut off. {_AGAIN.en} If it does not open, copy the file again.",
    )


def locked() -> CellError:
    """Return the error for a workbook that asks for a password."""
    return _refused(
        "buku kerja ini dikunci dengan kata sandi. Buka dengan sandinya, lalu simpan salinan tanpa sandi.",
        "this workbook is locked by a password. Open it and save a copy without one.",
    )


def declares_a_type() -> CellError:
    """Return the error for XML that defines entities; no spreadsheet program writes such a file."""
    return _refused(
        f"buku kerja ini memuat definisi XML yang tidak dibaca karena tidak aman. {_AGAIN.id}",
        f"this workbook holds XML definitions, which are not read: they are not safe. {_AGAIN.en}",
    )


def too_big(largest: int) -> CellError:
    """Return the error for a file that is, or unpacks to, more than ``largest`` bytes."""
    size = largest // 2**20
    return _refused(
        f"buku kerja ini terlalu besar: paling banyak {size} MB setelah dibongkar. Hapus gambar, lembar, "
        "serta baris kosong berformat yang tidak diperlukan, lalu simpan.",
        f"this workbook is too big: at most {size} MB when unpacked. Delete pictures, sheets and empty "
        "formatted rows that are not needed, and save it.",
    )


def too_many_cells(last: str, most: str, english: str) -> CellError:
    """Return the error for a sheet that is filled too far down or to the right.

    Args:
        last: the last filled cell, such as ``XFD1048576``.
        most: how much is read.
        english: the same in English.
    """
    return _refused(
        f"lembar ini terisi sampai sel {last}; yang dibaca paling banyak {most}. Hapus isi yang terlewat "
        "jauh di bawah atau di kanan tabel, lalu simpan.",
        f"this sheet is filled up to the cell {last}; at most {english} are read. Clear what stands far "
        "below or right of the table, and save it.",
    )


def no_sheets() -> CellError:
    """Return the error for a workbook in which nothing is typed."""
    return _refused(
        "buku kerja ini kosong: tidak ada lembar yang terisi.",
        "this workbook is empty: no sheet of it is filled in.",
    )
