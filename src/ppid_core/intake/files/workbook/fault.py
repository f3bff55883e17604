"""What is told of a workbook: what it cannot be, errors of its cells, notes on what was passed over."""

from __future__ import annotations

from collections.abc import Sequence

from ppid_core.intake.cells import CellError
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.tables import table_headings
from ppid_core.language import Bilingual
from ppid_core.source import Source

_MOST_NAMED = 12
_EXAMPLES = 4


def no_heading(table: str) -> CellError:
    """Return the error for a sheet without the heading of its table."""
    names = [heading.name for heading in table_headings()[table].headings]
    listed = ", ".join(names[:_EXAMPLES])
    return CellError(
        Bilingual(
            f"judul kolom tabel {table} tidak ditemukan. Tulis dalam satu baris, misalnya: {listed}.",
            f"the heading of the table {table} is not found. Write it in one row, such as: {listed}.",
        ),
        Bilingual(f"judul kolom, misalnya: {listed}", f"a heading such as: {listed}"),
    )


def formula_failed(error: str) -> CellError:
    """Return the error for a formula that the spreadsheet could not work out."""
    return CellError(
        Bilingual(
            f'"{error}" berarti rumusnya gagal dihitung. Betulkan rumusnya, atau ketik nilainya.',
            f'"{error}" says that a formula failed. Correct it, or type the value.',
        ),
        Bilingual("nilai, bukan galat rumus", "a value, not the error of a formula"),
    )


def not_computed() -> CellError:
    """Return the error for a formula whose result was never saved."""
    return CellError(
        Bilingual(
            "rumus sel ini belum dihitung. Buka di Excel atau LibreOffice lalu simpan, atau ketik nilainya.",
            "the formula of this cell was never computed. Open and save it in Excel, or type the value.",
        ),
        Bilingual("rumus yang sudah dihitung, atau nilai", "a computed formula, or a value"),
    )


def twin(first: str, table: str) -> CellError:
    """Return the error for a second sheet of one table."""
    return CellError(
        Bilingual(
            f'lembar ini tidak dibaca: tabel {table} sudah dibaca dari lembar "{first}". '
            "Gabungkan barisnya dalam satu lembar, atau ganti nama lembar ini.",
            f'this sheet is not read: the table {table} was read from the sheet "{first}". '
            "Bring the rows together in one sheet, or rename this one.",
        ),
        Bilingual("satu lembar untuk satu tabel", "one sheet for one table"),
    )


def note_hidden_sheet(ledger: Ledger, place: Source) -> None:
    """Tell that a sheet was read that nobody sees on opening the workbook."""
    ledger.note(
        Bilingual(
            f'Lembar "{place.sheet}" tersembunyi, tetapi ikut dibaca.',
            f'The sheet "{place.sheet}" is hidden, but was read.',
        ),
        place,
    )


def note_hidden_cells(ledger: Ledger, place: Source, rows: Sequence[int], columns: Sequence[str]) -> None:
    """Tell which hidden rows and columns were read."""
    for names, what, english in ((list(map(str, rows)), "baris", "rows"), (columns, "kolom", "columns")):
        if names:
            listed = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
            ledger.note(
                Bilingual(
                    f'Lembar "{place.sheet}": {what} {listed} tersembunyi, tetapi ikut dibaca.',
                    f'Sheet "{place.sheet}": the {english} {listed} are hidden, but were read.',
                ),
                place,
            )


def note_above(
    ledger: Ledger, place: Source, rows: Sequence[Sequence[str]], ours: frozenset[str] = frozenset()
) -> None:
    """Tell of cells above the heading, unless they are a title (one text in a row) or a row of ours."""
    filled = [
        at
        for at, row in enumerate(rows, start=1)
        if sum(bool(cell.strip()) for cell in row) > 1 and ours.isdisjoint(row)
    ]
    if filled:
        listed = ", ".join(map(str, filled[:_MOST_NAMED]))
        ledger.note(
            Bilingual(
                f'Lembar "{place.sheet}": baris {listed} di atas judul kolom tidak dibaca.',
                f'Sheet "{place.sheet}": the rows {listed} above the heading are not read.',
            ),
            place,
        )


def note_serial(ledger: Ledger, place: Source, text: str, day: str) -> None:
    """Tell how a bare number in a column of days was read."""
    ledger.note(
        Bilingual(
            f'{place.sheet}, kolom {place.column}: "{text}" dibaca sebagai tanggal Excel, {day}.',
            f'{place.sheet}, column {place.column}: "{text}" is read as a day of Excel, {day}.',
        ),
        place,
    )


def note_register_number(ledger: Ledger, place: Source) -> None:
    """Tell that a column called NO holds register numbers."""
    ledger.note(
        Bilingual(
            f'{place.sheet}: kolom "{place.column}" dibaca sebagai nomor register, sebab isinya tidak urut.',
            f'{place.sheet}: column "{place.column}" is read as the register number: it does not count.',
        ),
        place,
    )


def note_not_looked_through(ledger: Ledger, place: Source) -> None:
    """Tell what is not known of a format other than .xlsx."""
    ledger.note(
        Bilingual(
            f"{place.file}: baris dan kolom tersembunyi serta rumus yang belum dihitung tidak diperiksa pada "
            "jenis berkas ini. Simpan sebagai .xlsx bila perlu diperiksa.",
            f"{place.file}: hidden rows and columns, and formulas never computed, are not looked for in this "
            "kind of file. Save it as .xlsx to have them told.",
        ),
        place,
    )


def note_macros(ledger: Ledger, place: Source) -> None:
    """Tell that the workbook carries a program."""
    ledger.note(
        Bilingual(
            f"{place.file} memuat makro. Makro tidak dijalankan; yang dibaca hanya isi selnya.",
            f"{place.file} holds macros. They are not run; only its cells are read.",
        ),
        place,
    )


def note_links(ledger: Ledger, place: Source) -> None:
    """Tell that the workbook takes values from other files."""
    ledger.note(
        Bilingual(
            f"{place.file} menautkan berkas lain. Tautan tidak dibuka; yang dibaca nilai yang tersimpan.",
            f"{place.file} links to other files. Links are not opened; the saved values are read.",
        ),
        place,
    )


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
