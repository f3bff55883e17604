"""The kinds of lines that are no data, and what is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from ppid_core.language import Bilingual
from ppid_core.writing import format_number

_MOST_NAMED = 12


class LineKind(Enum):
    """What a line is that is no data; its value says so in a note, after the number of such lines."""

    NUMBER = Bilingual(
        "baris hanya berisi nomor dan tidak dihitung", "a number and nothing else, not counted"
    )
    BAND = Bilingual(
        "baris hanya menyebut bulan atau masa dan tidak dihitung",
        "a month or span and nothing else, not counted",
    )
    MONTH = Bilingual(
        "baris hanya menyebut bulan dan tidak dihitung; bulannya dipakai untuk baris di bawahnya",
        "a month and nothing else, not counted, but taken for the lines below",
    )
    CATEGORY = Bilingual(
        "baris hanya menyebut kelompok informasi dan tidak dihitung; kelompoknya dipakai untuk baris di"
        " bawahnya",
        "a category of information and nothing else, not counted, but taken for the lines below",
    )
    TOTAL = Bilingual(
        "baris jumlah tidak dihitung sebagai data, hanya dicocokkan dengan rinciannya",
        "a total, not counted as data, only compared with its parts",
    )
    FORMULA = Bilingual(
        "baris berisi rumus jumlah; tidak dihitung sebagai data, hanya dicocokkan dengan rinciannya",
        "the formula of a sum, not counted as data, only compared with its parts",
    )
    SUM = Bilingual(
        "baris hanya berisi angka yang sama dengan jumlah baris di atasnya; tidak dihitung sebagai data",
        "a number alone that is the sum of the lines above, not counted as data",
    )
    MEAN = Bilingual("baris rata-rata tidak dihitung sebagai data", "a mean, not counted as data")
    NOTE = Bilingual(
        "baris di bawah tabel tampak sebagai catatan atau tanda tangan dan tidak dibaca",
        "a note or signature below the table, not read",
    )
    OUTSIDE = Bilingual(
        "baris hanya berisi sel yang tidak berada di bawah judul kolom; tidak dihitung",
        "cells under no heading and nothing else, not counted",
    )
    COLUMN_NUMBERS = Bilingual(
        "baris tampak sebagai nomor kolom dan tidak dibaca", "numbers of the columns, not read"
    )
    LEFT_OUT = Bilingual(
        "baris diabaikan menurut peta dan tidak dihitung", "left out as peta says, not counted"
    )
    ELSEWHERE = Bilingual("baris milik tabel lain menurut peta", "of another table, as peta says")
    REPEATED = Bilingual(
        "baris sama persis dengan baris lain yang bernomor sama, dan dihitung satu kali",
        "a row that says exactly what another one of its number says, counted once",
    )
    HEADING = Bilingual("baris mengulang judul kolom dan tidak dibaca", "the heading once more, not read")

    def told(self, title: str, rows: Sequence[int]) -> Bilingual:
        """Return the note on the lines of this kind in one table.

        Args:
            title: what a note calls the table.
            rows: the rows as a spreadsheet counts them, in their order.
        """
        where, number = named_rows(rows), len(rows)
        return Bilingual(
            f"{title}: {format_number(number)} {self.value.id} (baris {where}).",
            f"{title}: {format_number(number, 'en')} × {self.value.en} (row {where}).",
        )


def named_rows(rows: Sequence[int]) -> str:
    """Return rows as a person names them, ``3–5, 9``; of very many the first."""
    spans: list[tuple[int, int]] = []
    for row in rows:
        if spans and row == spans[-1][1] + 1:
            spans[-1] = spans[-1][0], row
        else:
            spans.append((row, row))
    texts = [f"{first}" if first == last else f"{first}–{last}" for first, last in spans]
    return ", ".join(texts[:_MOST_NAMED]) + (" …" if len(texts) > _MOST_NAMED else "")
