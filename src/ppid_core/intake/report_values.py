"""What *laporan* says, as values: the body, who signs, the sending, the looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from attrs import frozen

from ppid_core.glossary.key import OPTION_PREFIX, RULE_PREFIX
from ppid_core.intake.cells import cell
from ppid_core.intake.cells.cell import Cell
from ppid_core.intake.tables import ReportEntry
from ppid_core.model import (
    NOT_KEPT,
    Absent,
    CellState,
    OfferedChannel,
    Presentation,
    PublicBody,
    Signatory,
    Submission,
    YearPart,
)
from ppid_core.source import Source

T = TypeVar("T")


@frozen
class ReportValues:
    """The typed keys of *laporan* with their values."""

    entries: Mapping[str, ReportEntry]

    @classmethod
    def of(cls, entries: Iterable[ReportEntry]) -> ReportValues:
        """Return the entries by key."""
        return cls({entry.key: entry for entry in entries})

    def with_given(self, entries: Iterable[ReportEntry]) -> ReportValues:
        """Return these keys with others, which win."""
        return ReportValues({**self.entries, **{entry.key: entry for entry in entries}})

    def get(self, key: str) -> Any:  # noqa: ANN401  each key has a type of its own
        """Return the value of a key, None where it is blank or missing."""
        return self.entries[key].value if key in self.entries else None

    def words(self, key: str) -> str:
        """Return the text of a key, "" where it is blank or missing."""
        return self.get(key) or ""

    def source(self, prefix: str) -> Source | None:
        """Return the first place where something stands under ``prefix``."""
        filled = (entry for entry in self.entries.values() if entry.value is not None)
        return next((entry.source for entry in filled if entry.key.startswith(prefix)), None)

    @property
    def part(self) -> YearPart:
        """The part of the year; the whole year where none is named."""
        return self.get("periode") or YearPart.YEAR

    @property
    def cross(self) -> CellState | None:
        """What ``x`` means in the matrix."""
        said = self.get("tanda_x")
        return None if said is None else CellState.DISCLOSED if said else CellState.NOT_DISCLOSED


_FIELDS: Mapping[type, Mapping[str, str]] = {
    PublicBody: {
        "badan.nama": "name",
        "badan.kode": "code",
        "badan.jenis": "kind",
        "badan.tingkat": "level",
        "badan.provinsi": "province",
        "badan.zona": "zone",
        "badan.komisi": "commission",
        "badan.alamat": "address",
        "badan.telepon": "phone",
        "badan.surel": "email",
        "badan.laman": "website",
        "badan.ppid": "ppid",
        "badan.atasan_ppid": "superior",
        "badan.cuti_bersama": "cuti_bersama",
        "badan.logo": "logo",
    },
    Signatory: {
        "penandatangan.jabatan": "office",
        "penandatangan.nama": "name",
        "penandatangan.nip": "nip",
        "penandatangan.tempat": "place",
        "penandatangan.tanggal": "on",
    },
    Submission: {
        "penyampaian.tanggal": "on",
        "penyampaian.kepada": "to",
        "penyampaian.nomor": "number",
        "penyampaian.sifat": "nature",
        "penyampaian.lampiran": "attachments",
        "penyampaian.hal": "subject",
        "penyampaian.tembusan": "copies",
    },
    Presentation: {
        "tampilan.susunan": "outline",
        "tampilan.sebutan": "chapter_word",
        "tampilan.kertas": "paper",
        "tampilan.warna_utama": "accent",
        "tampilan.data_pribadi": "personal_data",
    },
}
"""The field of each key, by what holds it: so they are read, and written back."""


def _said(kind: type[T], values: ReportValues, **beside: object) -> T:
    """Return what the keys of a class say; what is blank stays as it usually is."""
    said = {field: values.get(key) for key, field in _FIELDS[kind].items()}
    return kind(**{field: value for field, value in said.items() if value is not None}, **beside)


def typed_keys(held: PublicBody | Signatory | Submission | Presentation) -> Iterator[tuple[str, Cell]]:
    """Yield the keys that tell what is ``held``, each with its cell, "" for what is as usual."""
    usual = type(held)()
    for key, field in _FIELDS[type(held)].items():
        value = getattr(held, field)
        yield key, "" if value == getattr(usual, field) else _cell(value)


def _cell(value: bool | str | tuple[str, ...] | date) -> Cell:  # noqa: FBT001  it is the value
    match value:
        case bool():
            return cell.yes_or_no(value)
        case tuple():
            return cell.several(value)
        case StrEnum() | date():
            return value
        case _:
            return cell.words(value)


def public_body(values: ReportValues) -> PublicBody:
    """Return the public body."""
    return _said(PublicBody, values, source=values.source("badan."))


def signatory(values: ReportValues) -> Signatory | None:
    """Return who signs, None where nothing is said of it."""
    source = values.source("penandatangan.")
    return None if source is None else _said(Signatory, values, source=source)


def submission(values: ReportValues) -> Submission | None:
    """Return the sending of the report, None where nothing is said of it."""
    said = _said(Submission, values, source=values.source("penyampaian."))
    return None if said == Submission() else said


def presentation(values: ReportValues) -> Presentation:
    """Return how the report shall look."""
    options = tuple(
        (entry.key.removeprefix(OPTION_PREFIX).removeprefix(RULE_PREFIX), str(entry.value))
        for entry in values.entries.values()
        if entry.key.startswith((OPTION_PREFIX, RULE_PREFIX)) and entry.value is not None
    )
    return _said(Presentation, values, options=options)


def offered_channels(values: ReportValues) -> tuple[OfferedChannel, ...] | Absent:
    """Return the channels that the body says it offers."""
    channels = values.get("kanal_ditawarkan")
    if channels is None:
        return NOT_KEPT
    source = values.source("kanal_ditawarkan")
    return tuple(OfferedChannel(channel=channel, source=source) for channel in channels)
