"""What headings and rows cannot be, as errors: each says what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ppid_core.intake.cells import CellError, shown
from ppid_core.intake.nearest import ask_nearest
from ppid_core.language import Bilingual
from ppid_core.writing import format_number

_MOST = 5
"""Words that a note names before it counts the rest."""


def unknown_heading(typed: str, known: Mapping[str, str]) -> CellError:
    """Return the error for a heading that no table entry spells."""
    nearest = ask_nearest(typed, known)
    names = ", ".join(dict.fromkeys(known.values()))
    return CellError(
        Bilingual(
            f'kolom "{{value}}" tidak dikenal. {nearest.id}', f'column "{{value}}" is unknown. {nearest.en}'
        ),
        Bilingual(f"salah satu dari: {names}", f"one of: {names}"),
    )


def repeated_heading(name: str) -> CellError:
    """Return the error for a second column of one name."""
    return CellError(
        Bilingual(
            f'kolom "{{value}}" sudah ada sebagai "{name}". Hapus salah satu.',
            f'column "{{value}}" is there already as "{name}". Delete one of them.',
        ),
        Bilingual("satu kolom saja", "one column only"),
    )


def codes(name: str, typed: Sequence[str]) -> CellError:
    """Return the error for a column that holds codes alone, of which nobody here knows what they mean."""
    listed = ", ".join(typed[:_MOST]) + (", …" if len(typed) > _MOST else "")
    return CellError(
        Bilingual(
            f'kolom "{{value}}" hanya berisi kode ({listed}). Tulis arti tiap kode untuk {name} di peta.',
            f'the column "{{value}}" holds codes alone ({listed}). Say in peta what each means for {name}.',
        ),
        Bilingual("kata-kata, atau arti tiap kode di peta", "words, or what each code means in peta"),
    )


def deleted_rows() -> CellError:
    """Return the error for a mark of deletion that some rows bear: nobody here knows whether they count."""
    return CellError(
        Bilingual(
            'kolom "{value}" menandai baris yang dihapus. Di peta, isi nilai_asal dengan tandanya dan nilai'
            " dengan abaikan, atau hapus barisnya.",
            'the column "{value}" marks rows that are deleted. In peta, put the mark into nilai_asal and'
            " abaikan into nilai, or take the rows out.",
        ),
        Bilingual("baris yang dihitung saja", "rows that count"),
    )


def joined_headings(other: str, name: str) -> CellError:
    """Return the error for a second column that *peta* or its own name makes the same."""
    return CellError(
        Bilingual(
            f'kolom "{{value}}" dan "{other}" sama-sama berarti {name}. Di peta, isi gabung pada baris'
            " keduanya, atau tulis abaikan untuk salah satunya.",
            f'the columns "{{value}}" and "{other}" both mean {name}. In peta, fill in gabung for both'
            " of them, or abaikan for one.",
        ),
        Bilingual("satu kolom, atau cara menggabungkannya", "one column, or how they are joined"),
    )


def given_column(name: str, heading: str) -> Bilingual:
    """Return the note on a constant that is not needed: the file has the column."""
    return Bilingual(
        f'nilai tetap untuk kolom {name} tidak dipakai: berkas ini punya kolom "{heading}".',
        f'the constant for the column {name} is not used: this file has a column "{heading}".',
    )


def exclusive_headings(names: str) -> CellError:
    """Return the error for columns of which only one may be there."""
    return CellError(
        Bilingual(
            f"hanya satu dari kolom {names} yang boleh ada.", f"only one of the columns {names} may be there."
        ),
        Bilingual(f"salah satu dari: {names}", f"one of: {names}"),
    )


def missing_column(name: str) -> CellError:
    """Return the error for a column without which no row says anything."""
    return CellError(
        Bilingual(
            f'kolom "{name}" tidak ada, sehingga baris tabel ini tidak dapat dibaca. Tambahkan kolom itu.',
            f'there is no column "{name}", so no row of this table can be read. Add it.',
        ),
        Bilingual(f"kolom {name}", f"a column {name}"),
    )


def blank_cell(name: str) -> CellError:
    """Return the error for a blank cell where one is refused."""
    return CellError(
        Bilingual(
            f"sel {name} kosong. Isi selnya, atau hapus barisnya.", f"the cell {name} is blank. Fill it in."
        ),
        Bilingual("isi sel", "a cell that is filled in"),
    )


def others(count: int, first: int, last: int) -> CellError:
    """Return the error for the cells of a column beyond those that are told one by one."""
    return CellError(
        Bilingual(
            f"{format_number(count, 'id')} sel lain di kolom ini juga tidak terbaca (baris {first}–{last}).",
            f"{format_number(count, 'en')} other cells of this column cannot be read either "
            f"(rows {first}–{last}).",
        ),
        Bilingual("", ""),
    )


def unread_before() -> CellError:
    """Return the error for a cell that could not be read when the year was written down."""
    return CellError(
        Bilingual(
            "isi ini tidak terbaca ketika datanya ditulis. Betulkan di tabel asalnya.",
            "this could not be read when the data were written. Mend it in the tables they are from.",
        ),
        Bilingual("data yang seluruhnya terbaca", "data that were wholly read"),
    )


def extra_cell(position: int) -> CellError:
    """Return the error for a cell under no heading; it is not quoted, for it may be anything."""
    return CellError(
        Bilingual(
            f"isi pada kolom ke-{position} tidak berjudul kolom. Periksa pemisah kolom dan tanda kutip.",
            f"the cell in column {position} stands under no heading. Check separators and quotation marks.",
        ),
        Bilingual("tidak lebih banyak isi daripada judul kolom", "no more cells than headings"),
    )


def untitled_cell() -> CellError:
    """Return the error for a cell of a sheet under no heading."""
    return CellError(
        Bilingual(
            "isi sel ini tidak berada di bawah judul kolom. Beri judul kolomnya, atau kosongkan selnya.",
            "this cell stands under no heading. Give its column one, or clear the cell.",
        ),
        Bilingual("judul di atas setiap kolom yang terisi", "a heading over each column that is filled in"),
    )


def nihil_with_rows() -> CellError:
    """Return the error for a register that is said to be empty and is not."""
    return CellError(
        Bilingual(
            '"{value}" tidak cocok dengan isi tabelnya: tabel itu memuat baris. Hapus salah satu.',
            '"{value}" does not fit: the table holds rows. Delete one or the other.',
        ),
        Bilingual("NIHIL tanpa baris lain", "NIHIL without other rows"),
    )


def claimed(row: int | None) -> CellError:
    """Return the error for what another row of the table says already."""
    return CellError(
        Bilingual(
            f'"{{value}}" sudah ada di baris {row}. Setiap isian ini hanya boleh satu kali.',
            f'"{{value}}" is there already in row {row}. It may stand once only.',
        ),
        Bilingual("isian yang belum dipakai baris lain", "what no other row says"),
    )


def unlisted(table: str, heading: str, words: Sequence[str]) -> Bilingual:
    """Return the note on words of one column that are in no list."""
    named, more = [shown(word) for word in words[:_MOST]], len(words) - _MOST
    quoted = Bilingual(
        ", ".join(f'"{word.id}"' for word in named), ", ".join(f'"{word.en}"' for word in named)
    )
    rest = Bilingual(f" dan {more} yang lain", f" and {more} more") if more > 0 else Bilingual("", "")
    return Bilingual(
        f"{table}, kolom {heading}: {quoted.id}{rest.id} belum dikenali; dihitung menurut kata yang"
        " tertulis.",
        f"{table}, column {heading}: {quoted.en}{rest.en} not known; counted by the words as written.",
    )


def disagreeing(one: str, other: str) -> CellError:
    """Return the error for two cells of one row that contradict each other."""
    return CellError(
        Bilingual(
            f'"{{value}}" tidak cocok: {one} dan {other} pada baris ini berlainan. Betulkan salah satu.',
            f'"{{value}}" does not fit: {one} and {other} of this row differ. Correct one of them.',
        ),
        Bilingual(f"{one} dan {other} yang sama", f"{one} and {other} that agree"),
    )


def lost_tick(expected: Bilingual) -> CellError:
    """Return the error for ``?`` in the place of a tick that the file could not hold."""
    return CellError(
        Bilingual(
            '"{value}": tanda √ hilang saat disimpan. Ketik ulang tandanya, '
            'lalu simpan dengan jenis "CSV UTF-8".',
            '"{value}": the sign √ was lost on saving. Type it again and save as "CSV UTF-8".',
        ),
        expected,
    )
