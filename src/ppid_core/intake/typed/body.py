"""The keys of *laporan* as rows."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.glossary import label
from ppid_core.glossary.key import OPTION_PREFIX
from ppid_core.intake.cells.cell import Cell, Cells, several, words, yes_or_no
from ppid_core.model import (
    Absent,
    Channel,
    Coded,
    Presentation,
    PublicBody,
    ServiceYear,
    Signatory,
    Submission,
    YearPart,
)

Key = tuple[str, Cell]


def report_cells(year: ServiceYear) -> list[Cells]:
    """Return the filled keys of *laporan*."""
    keys = (
        ("tahun", year.period.year),
        ("periode", "" if year.period.part is YearPart.YEAR else label(year.period.part)),
        *_body(year.body),
        *(_signatory(year.signatory) if year.signatory else ()),
        *(_submission(year.submission) if year.submission else ()),
        ("sdm.jumlah", year.service.staff_total),
        ("sdm.dasar", words(year.service.staff_basis)),
        ("kanal_ditawarkan", _channels(year)),
        *_presentation(year.presentation),
    )
    return [{"kunci": key, "isi": value} for key, value in keys if value not in ("", None)]


def _body(body: PublicBody) -> Iterator[Key]:
    yield "badan.nama", words(body.name)
    yield "badan.kode", words(body.code)
    yield "badan.jenis", body.kind
    yield "badan.tingkat", body.level
    yield "badan.provinsi", words(body.province)
    yield "badan.zona", body.zone
    yield "badan.komisi", words(body.commission)
    yield "badan.alamat", words(body.address)
    yield "badan.telepon", words(body.phone)
    yield "badan.surel", words(body.email)
    yield "badan.laman", words(body.website)
    yield "badan.ppid", words(body.ppid)
    yield "badan.atasan_ppid", words(body.superior)
    yield "badan.cuti_bersama", yes_or_no(body.cuti_bersama)
    yield "badan.logo", words(body.logo)


def _signatory(signatory: Signatory) -> Iterator[Key]:
    yield "penandatangan.jabatan", words(signatory.office)
    yield "penandatangan.nama", words(signatory.name)
    yield "penandatangan.nip", words(signatory.nip)
    yield "penandatangan.tempat", words(signatory.place)
    yield "penandatangan.tanggal", signatory.on


def _submission(submission: Submission) -> Iterator[Key]:
    yield "penyampaian.tanggal", submission.on
    yield "penyampaian.kepada", words(submission.to)
    yield "penyampaian.nomor", words(submission.number)
    yield "penyampaian.sifat", words(submission.nature)
    yield "penyampaian.lampiran", words(submission.attachments)
    yield "penyampaian.hal", words(submission.subject)
    yield "penyampaian.tembusan", several(submission.copies)


def _channels(year: ServiceYear) -> str:
    """Return the offered channels; that none is offered is a bar between nothing and nothing."""
    offered = year.service.offered_channels
    return "" if isinstance(offered, Absent) else several(_named(one.channel) for one in offered) or "|"


def _named(channel: Coded[Channel]) -> str:
    return channel.typed or label(channel.slug)


def _presentation(chosen: Presentation) -> Iterator[Key]:
    usual = Presentation()
    yield "tampilan.susunan", chosen.outline if chosen.outline is not usual.outline else ""
    yield "tampilan.sebutan", chosen.chapter_word
    yield "tampilan.kertas", chosen.paper if chosen.paper != usual.paper else ""
    yield "tampilan.warna_utama", chosen.accent
    yield (
        "tampilan.data_pribadi",
        chosen.personal_data if chosen.personal_data is not usual.personal_data else "",
    )
    yield from ((f"{OPTION_PREFIX}{name}", words(value)) for name, value in chosen.options)
