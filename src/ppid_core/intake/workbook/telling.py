"""What is told of a workbook: errors of its cells, and notes on what was passed over."""

from __future__ import annotations

from collections.abc import Sequence

from ppid_core.intake.cells import CellError
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.nearest import ask_nearest
from ppid_core.intake.tables import known_tables, table_headings
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


def note_unknown(ledger: Ledger, place: Source) -> None:
    """Tell that a sheet is no table, and which one its name is nearest to."""
    nearest = ask_nearest(place.sheet, known_tables())
    ledger.note(
        Bilingual(
            f'Lembar "{place.sheet}" tidak dibaca. {nearest.id}',
            f'The sheet "{place.sheet}" is not read. {nearest.en}',
        ),
        place,
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
