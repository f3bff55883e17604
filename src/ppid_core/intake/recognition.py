"""Which table a heading tells of: the one rule by which a table without a name of ours is known.

A table is recognised where

1. its heading bears each mark of that table: of a register of requests what is asked for, who asks, and what
   came of it;
2. of a register at least four columns are named, and of any table at least half of the heading is known;
3. it is ahead of every other table of ours: by two titles that the other does not know, or by one where the
   other knows none that this one does not.

What bears the marks and is not far enough ahead may be either, and is asked about. Tables without marks are
known by their name alone: a list of rooms, or of staff, may be anybody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from attrs import frozen

from ppid_core.glossary import spelling
from ppid_core.intake.affix import column_named, shared_affix
from ppid_core.intake.tables import TABLES, Translation
from ppid_core.intake.tables.spec import RUNNING_NUMBER, TableSpec
from ppid_core.intake.tables.translation import Dictionary

_LEAST, _LEAD = 4, 2
"""Columns of a register, and titles by which it has to be ahead: so one title that is misspelt, or that two
tables share by chance, turns no table into another."""
_FEWEST = 3
"""Titles of which one table is asked about: two of them stand in any list."""

_OF_ANY_LIST = frozenset(
    {
        *("alasan", "deskripsi", "hal", "hasil", "isi", "judul", "jumlah", "kategori", "keputusan", "nama"),
        *("perihal", "pertanyaan", "rincian", "sarana", "saluran", "status", "subjek", "tindak lanjut"),
        *("tujuan", "uraian"),
    }
)
"""Titles, in the form of `spelling`, that a list of anything may have: they count, and are no mark."""


@frozen
class _Mark:
    """Columns of which one has to be named, so that a heading tells of a table.

    Attributes:
        by_any: whether a title that any list may have names it well enough.
    """

    columns: tuple[str, ...]
    by_any: bool = False


_MARKS: Mapping[str, tuple[_Mark, ...]] = {
    "laporan": (_Mark(("kunci",)), _Mark(("isi",), by_any=True)),
    "permohonan": (
        _Mark(("informasi",)),
        _Mark(
            ("pemohon", "jumlah_pemohon", "nama", "nik", "alamat", "kontak", "pekerjaan", "kanal", "tujuan")
        ),
        _Mark(
            (
                *("keputusan", "alasan_penolakan", "pasal_pengecualian", "tanggal_pemberitahuan"),
                *("tanggal_penyerahan", "hari_kerja", "dikuasai", "jenis", "bentuk"),
            ),
            by_any=True,
        ),
    ),
    "keberatan": (
        _Mark(("pemohon", "nama", "nomor_permohonan", "permohonan_lalu")),
        _Mark(("alasan", "huruf", "tanggal_alasan"), by_any=True),
        _Mark(("jawaban", "tanggal_jawaban", "nama_atasan", "jabatan_atasan", "tanggapan_pemohon")),
    ),
    "sengketa": (
        _Mark(("pemohon", "nama", "nomor_keberatan", "nomor_permohonan")),
        _Mark(("tahap", "tanggal_sidang", "nomor_keberatan")),
        _Mark(("hasil", "nomor_putusan", "tanggal_putusan"), by_any=True),
    ),
    "gugatan": (
        _Mark(("nomor_sengketa",)),
        _Mark(("pengadilan", "tanggal_kasasi", "putusan_kasasi")),
    ),
    "dip": (
        _Mark(("ringkasan",)),
        _Mark(("unit", "penanggung_jawab")),
        _Mark(("waktu_tempat", "bentuk", "retensi")),
    ),
    "dik": (
        _Mark(("informasi",)),
        _Mark(("dasar", "huruf", "penetapan")),
        _Mark(("akibat_dibuka", "akibat_ditutup", "jangka_waktu", "tanggal_uji")),
    ),
    "rekap": (_Mark(("apa",)), _Mark(("menurut",)), _Mark(("jumlah",), by_any=True)),
    "pernyataan": (_Mark(("apa",)), _Mark(("menurut",)), _Mark(("dari", "satuan", "bagian"))),
    "penjelasan": (_Mark(("kode",)), _Mark(("subjek",), by_any=True), _Mark(("oleh", "berlaku_sampai"))),
    "peta": (_Mark(("kolom_asal",)), _Mark(("kolom",))),
}


@frozen(kw_only=True)
class Likeness:
    """What a heading tells of (*kemiripan*).

    Attributes:
        table: the table that it is, None where that is not sure.
        alike: where it is not sure, the tables of ours that know most of the titles, at least half of them.
        is_marked: whether one of these bears its marks, so that the heading is of one of them.
    """

    table: str | None = None
    alike: tuple[str, ...] = ()
    is_marked: bool = False


UNLIKE = Likeness()


def likeness(titles: Iterable[str], foreign: Sequence[Translation] = ()) -> Likeness:
    """Return what a heading tells of.

    >>> likeness(["Tanggal", "Pemohon", "Informasi yang Diminta", "Status"]).table
    'permohonan'
    >>> likeness(["Nama", "Alamat", "Pekerjaan", "Kode Pos"]).table

    Args:
        titles: as typed.
        foreign: what *peta* says of titles that are not ours.
    """
    said = {spelling(title): title for title in titles}
    for passed in (*RUNNING_NUMBER, ""):
        said.pop(passed, None)
    known = [_Known.of(spec, said) for spec in _specs(tuple(foreign))]
    for one in known:
        if (
            one.is_marked
            and one.is_enough
            and all(map(one.is_ahead_of, (two for two in known if two is not one)))
        ):
            return Likeness(table=one.table)
    near = [one for one in known if one.table in _MARKS and one.is_half and len(one.named) >= _FEWEST]
    alike = [one for one in near if not any(two.is_ahead_of(one) for two in near)]
    is_marked = any(one.is_marked and one.is_enough for one in alike)
    return Likeness(alike=tuple(one.table for one in alike), is_marked=is_marked)


_REPEATED: Mapping[str, frozenset[str]] = {
    "keberatan": frozenset(
        {"nik", "alamat", "kontak", "surat_kuasa", "pekerjaan", "informasi", "tujuan", "alasan_jawaban"}
    )
}
"""Columns that say of an objection what its request says: they tell of no register of objections."""


@frozen
class _Known:
    """What a table knows of a heading.

    Attributes:
        said: every title, in the form of `spelling`.
        named: the column for each title that it knows.
        bare: those without the word that most of them share, "" where they have none.
    """

    table: str
    said: frozenset[str]
    named: Mapping[str, str]
    is_register: bool
    bare: Mapping[str, str]

    @classmethod
    def of(cls, spec: TableSpec[Any], typed: Mapping[str, str]) -> _Known:
        said, affix = frozenset(typed), shared_affix(typed.values(), spec) if spec.cases else None
        own = {title: column_named(text, spec, affix) for title, text in typed.items()}
        repeated = _REPEATED.get(spec.name, ())
        named = {title: name for title, name in own.items() if name is not None and name not in repeated}
        aside = {title: title for title in said & spec.aside}
        bare = {title: affix.cut(title) if affix else "" for title in named}
        return cls(spec.name, said, {**aside, **named}, spec.cases, bare)

    @property
    def is_marked(self) -> bool:
        """Whether each mark of the table is there."""
        marks = _MARKS.get(self.table, ())
        return bool(marks) and all(map(self._bears, marks))

    def _bears(self, mark: _Mark) -> bool:
        return any(
            column in mark.columns and (mark.by_any or (self.bare.get(title) or title) not in _OF_ANY_LIST)
            for title, column in self.named.items()
        )

    @property
    def is_half(self) -> bool:
        """Whether so much of the heading is known."""
        return 0 < len(self.said) <= 2 * len(self.named)

    @property
    def is_enough(self) -> bool:
        """Whether so much of it is known, and so many columns are named."""
        return self.is_half and len(set(self.named.values())) >= (_LEAST if self.is_register else 0)

    def is_ahead_of(self, other: _Known) -> bool:
        """Tell whether it knows so many titles more than another table."""
        more, less = len(self.named.keys() - other.named.keys()), len(other.named.keys() - self.named.keys())
        return more - less >= (_LEAD if less else 1)


@cache
def _specs(foreign: tuple[Translation, ...]) -> tuple[TableSpec[Any], ...]:
    return tuple(map(Dictionary(foreign).applied, TABLES))
