"""What *laporan* says, as values: the body, who signs, the sending, the looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from ppid_core.glossary.key import OPTION_PREFIX
from ppid_core.intake.tables import ReportEntry
from ppid_core.model import (
    NOT_KEPT,
    Absent,
    CellState,
    OfferedChannel,
    Outline,
    PersonalData,
    Presentation,
    PublicBody,
    Signatory,
    Submission,
    YearPart,
)
from ppid_core.source import Source


@frozen
class ReportValues:
    """The typed keys of *laporan* with their values."""

    entries: Mapping[str, ReportEntry]

    @classmethod
    def of(cls, entries: Iterable[ReportEntry]) -> ReportValues:
        """Return the entries by key."""
        return cls({entry.key: entry for entry in entries})

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


def public_body(values: ReportValues) -> PublicBody:
    """Return the public body."""
    return PublicBody(
        name=values.words("badan.nama"),
        code=values.words("badan.kode"),
        kind=values.get("badan.jenis"),
        level=values.get("badan.tingkat"),
        province=values.words("badan.provinsi"),
        zone=values.get("badan.zona"),
        commission=values.words("badan.komisi"),
        address=values.words("badan.alamat"),
        phone=values.words("badan.telepon"),
        email=values.words("badan.surel"),
        website=values.words("badan.laman"),
        ppid=values.words("badan.ppid"),
        superior=values.words("badan.atasan_ppid"),
        cuti_bersama=values.get("badan.cuti_bersama"),
        logo=values.words("badan.logo"),
        source=values.source("badan."),
    )


def signatory(values: ReportValues) -> Signatory | None:
    """Return who signs, None where nothing is said of it."""
    if values.source("penandatangan.") is None:
        return None
    return Signatory(
        office=values.words("penandatangan.jabatan"),
        name=values.words("penandatangan.nama"),
        nip=values.words("penandatangan.nip"),
        place=values.words("penandatangan.tempat"),
        on=values.get("penandatangan.tanggal"),
        source=values.source("penandatangan."),
    )


def submission(values: ReportValues) -> Submission | None:
    """Return the sending of the report, None where nothing is said of it."""
    said = Submission(
        on=values.get("penyampaian.tanggal"),
        to=values.words("penyampaian.kepada"),
        number=values.words("penyampaian.nomor"),
        nature=values.words("penyampaian.sifat"),
        attachments=values.words("penyampaian.lampiran"),
        subject=values.words("penyampaian.hal"),
        copies=values.get("penyampaian.tembusan") or (),
        source=values.source("penyampaian."),
    )
    return None if said == Submission() else said


def presentation(values: ReportValues) -> Presentation:
    """Return how the report shall look."""
    options = [
        (entry.key.removeprefix(OPTION_PREFIX), str(entry.value))
        for entry in values.entries.values()
        if entry.key.startswith(OPTION_PREFIX) and entry.value is not None
    ]
    return Presentation(
        outline=values.get("tampilan.susunan") or Outline.PERKI,
        chapter_word=values.words("tampilan.sebutan"),
        paper=values.words("tampilan.kertas") or "A4",
        accent=values.words("tampilan.warna_utama"),
        personal_data=values.get("tampilan.data_pribadi") or PersonalData.BLURRED,
        options=tuple(options),
    )


def offered_channels(values: ReportValues) -> tuple[OfferedChannel, ...] | Absent:
    """Return the channels that the body says it offers."""
    channels = values.get("kanal_ditawarkan")
    if channels is None:
        return NOT_KEPT
    source = values.source("kanal_ditawarkan")
    return tuple(OfferedChannel(channel=channel, source=source) for channel in channels)
