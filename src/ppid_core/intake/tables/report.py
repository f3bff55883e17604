"""The table *laporan*: one key a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from attrs import frozen

from ppid_core.glossary import recognise, spelling
from ppid_core.glossary.heading import accepted
from ppid_core.glossary.key import OPTION_PREFIX, RULE_PREFIX, report_keys
from ppid_core.intake.cells import (
    COUNTS,
    DAYS,
    CellError,
    TimeFrame,
    TwoWays,
    beside,
    choice,
    coded,
    colour,
    day,
    inside,
    line,
    member,
    remark_on_count,
    remark_on_day,
    several,
    whole,
    year,
    yes_no,
)
from ppid_core.intake.nearest import ask_nearest
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import prose_column, text_column
from ppid_core.intake.tables.spec import Blank, Fault, Row, TableColumn, TableSpec
from ppid_core.language import Bilingual
from ppid_core.model import BodyKind, BodyLevel, Channel, Outline, PersonalData, Register, YearPart, Zone
from ppid_core.source import Source

T = TypeVar("T")

_KEY = text_column(
    "kunci", told="nama keterangan, lihat daftar kunci di bawah = key", blank=Blank.REFUSED_AS_COLUMN
)
_VALUE = prose_column("isi", told="isi keterangan itu; kosongkan bila belum ada = nilai", several=True)


@frozen(kw_only=True)
class ReportEntry:
    """One key with its value: ``value`` is None where the cell is blank.

    Attributes:
        typed: the text of a date or count as typed; "" for other values.
    """

    key: str
    value: Any
    typed: str
    source: Source

    @property
    def doubtful(self) -> Bilingual | None:
        """How the text was read, where it can be read in two ways or says more; None elsewhere."""
        read = READERS.get(self.key, line)
        ways = _WAYS.get(read)
        how = ways.how(self.typed) if ways and self.typed else None
        return how or self._remark(read)

    def _remark(self, read: Callable[[str], Any]) -> Bilingual | None:
        remark = _REMARKS.get(read)
        return remark(self.typed, TimeFrame()) if remark and self.typed else None


_WAYS: Mapping[Callable[[str], Any], TwoWays] = {day: DAYS, whole: COUNTS}
_REMARKS: Mapping[Callable[[str], Any], Callable[[str, TimeFrame], Bilingual | None]] = {
    day: remark_on_day,
    whole: remark_on_count,
}
_NIHIL = choice("permohonan", "keberatan", "sengketa", "gugatan", "pengaduan")


def _register(text: str) -> Register | None:
    return recognise(Register, _NIHIL(text))


def _registers(text: str) -> tuple[Register | None, ...]:
    """Return the registers that are recorded and empty; they may be listed with commas too."""
    return several(_register)(text.replace(",", "|"))


READERS: Mapping[str, Callable[[str], Any]] = {
    "tahun": year,
    "periode": member(YearPart),
    "badan.jenis": member(BodyKind),
    "badan.tingkat": member(BodyLevel),
    "badan.zona": member(Zone),
    "badan.cuti_bersama": yes_no,
    "badan.logo": inside,
    "penandatangan.tanggal": day,
    "tanda_x": yes_no,
    "penyampaian.tanggal": day,
    "penyampaian.tembusan": several(line),
    "sdm.jumlah": whole,
    "kanal_ditawarkan": several(coded(Channel)),
    "tahun_lalu": beside,
    "nihil": _registers,
    "tampilan.susunan": member(Outline),
    "tampilan.sebutan": choice("BAB", "Bagian"),
    "tampilan.kertas": choice("A4", "F4"),
    "tampilan.warna_utama": colour,
    "tampilan.data_pribadi": member(PersonalData),
}
"""Readers of the values that are more than words on one line."""


@cache
def known_keys() -> Mapping[str, str]:
    """Return the key for each accepted spelling."""
    return accepted(report_keys())


def read_key(typed: str) -> str | None:
    """Return the canonical key, None where there is none of that name."""
    for prefix, written in ((OPTION_PREFIX, str.casefold), (RULE_PREFIX, str.upper)):
        if typed.casefold().startswith(prefix):
            name, dot, option = typed[len(prefix) :].partition(".")
            return f"{prefix}{written(name)}.{option}" if name and dot and option else None
    return known_keys().get(spelling(typed))


def _check(row: Row, _: Setting) -> Iterator[Fault]:
    key = read_key(row.words(_KEY))
    if row[_KEY] and key is None:
        yield Fault(_KEY, _unknown_key(row.words(_KEY), row.source.row or 1))
    elif key and row[_VALUE]:
        try:
            READERS.get(key, line)(row.words(_VALUE))
        except CellError as error:
            yield Fault(_VALUE, error)


def typed_entry(key: str, text: str, source: Source) -> ReportEntry:
    """Return a key with what is typed for it, "" for nothing.

    Raises:
        CellError: the key cannot have that value.
    """
    read = READERS.get(key, line)
    return ReportEntry(
        key=key, value=read(text) if text else None, typed=text if read in _WAYS else "", source=source
    )


def _build(row: Row, _: Setting) -> ReportEntry:
    return typed_entry(read_key(row.words(_KEY)) or "", row.words(_VALUE), row.at(_VALUE))


def _claims(row: Row, _: Setting) -> Iterator[tuple[TableColumn[Any], str]]:
    yield _KEY, read_key(row.words(_KEY)) or ""


def _about(row: Row) -> str:
    return read_key(row.words(_KEY)) or ""


def _unknown_key(typed: str, number: int) -> CellError:
    nearest = ask_nearest(typed, known_keys(), number)
    return CellError(
        Bilingual(
            f'kunci "{{value}}" tidak dikenal. {nearest.id}', f'key "{{value}}" is unknown. {nearest.en}'
        ),
        Bilingual("salah satu kunci di PETUNJUK.txt", "one of the keys in PETUNJUK.txt"),
    )


EXPLANATION = "penjelasan"
"""A column in which our workbook says what each key is for: nobody reads it."""

REPORT = TableSpec(
    name="laporan",
    told="Keterangan umum laporan, satu baris untuk satu kunci. Tabel ini wajib ada.",
    columns=(_KEY, _VALUE),
    build=_build,
    check=_check,
    claims=_claims,
    bearing=(_VALUE,),
    about=_about,
    nihil=False,
    totals=False,
    aside=frozenset({EXPLANATION}),
)
