"""The letter that sends the report to the commission (*surat pengantar*)."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.deadlines import report_due_for
from ppid_core.errors import NotInForceError
from ppid_core.model import Signatory, Submission
from ppid_core.report.absences import missing
from ppid_core.report.blocks import Block, Column, Items, Paragraph, Signature, Table
from ppid_core.report.document import Cover
from ppid_core.report.material import Material, capital, section
from ppid_core.report.parts import front
from ppid_core.report.parts.requests import outcomes_told
from ppid_core.report.prose import run_on
from ppid_core.report.sentences import OBJECTED, RECEIVED
from ppid_core.writing import format_date

_PART = 40
"""Characters of a part of an address that has room on a line."""
_DOTS = "…" * 12
"""What is not filled in: a line to write on, never an invented value."""


def title(material: Material) -> str:
    """Return what the letter is: it stands in the properties of the file, not on the paper."""
    report = front.title(material)
    return material.t(f"Surat Pengantar {report}", f"Letter with the {report}")


def head(material: Material) -> Cover:
    """Return the head (*kop*): the body, its PPID, address, and the ways to reach it."""
    body = material.year.body
    ways = (
        (material.t("Telepon", "Phone"), body.phone),
        (material.t("Surel", "Email"), body.email),
        (material.t("Laman", "Website"), body.website),
    )
    reached = " · ".join(f"{name} {value}" for name, value in ways if value)
    lines = (body.name or _DOTS, body.ppid, _unbroken(body.address) or _DOTS, reached)
    return Cover(lines=tuple(line for line in lines if line), logo=material.pictures.get(body.logo))


def _unbroken(address: str) -> str:
    """Return an address that breaks behind its commas alone: no number is torn from its street."""
    parts = (part.strip() for part in address.split(","))
    return ", ".join(part.replace(" ", "\u00a0") if len(part) <= _PART else part for part in parts if part)


@section("letter", "Surat Pengantar", "Letter")
def letter(material: Material) -> Iterator[Block]:
    """Yield the letter; what is not filled in is a dotted line."""
    sent = material.year.submission or Submission()
    signatory = material.year.signatory or Signatory()
    day = format_date(sent.on, material.lang) if sent.on else _DOTS
    yield Paragraph(content=(f"{signatory.place or _DOTS}, {day}",))
    yield _numbers(material, sent)
    yield _addressed(material, sent)
    yield _purpose(material)
    yield from _figures(material)
    yield material.said(
        "Demikian kami sampaikan. Atas perhatian Saudara, kami mengucapkan terima kasih.",
        "Thank you for your attention.",
    )
    yield Signature(
        office=signatory.office or _DOTS, name=signatory.name or _DOTS, nip=signatory.nip or _DOTS
    )
    if sent.copies:
        yield material.said("Tembusan:", "Copies:")
        yield Items(items=tuple((one,) for one in sent.copies), ordered=True)


def _numbers(material: Material, sent: Submission) -> Table:
    """Return number, nature, enclosures and subject; its columns have no headings."""
    t = material.t
    rows = (
        (t("Nomor", "Number"), sent.number),
        (t("Sifat", "Nature"), capital(sent.nature)),
        (t("Lampiran", "Enclosures"), capital(sent.attachments)),
        (
            t("Hal", "Subject"),
            sent.subject or t(f"Penyampaian {front.title(material)}", front.title(material)),
        ),
    )
    return Table(
        key="letter_head",
        columns=tuple(Column(key=key, title="") for key in ("label", "colon", "value")),
        rows=tuple((name, ":", value or _DOTS) for name, value in rows),
    )


def _addressed(material: Material, sent: Submission) -> Paragraph:
    commission = material.year.body.commission or material.t(f"Komisi Informasi {_DOTS}", _DOTS)
    to = sent.to or material.t(f"Ketua {commission}", f"the chair of {commission}")
    known = to.removeprefix("Yth. ")
    return material.said(f"Yth. {known}\ndi tempat", f"To {known}")


def _purpose(material: Material) -> Paragraph:
    report, body = front.title(material), material.standing_facts["body"]
    basis = _standard(material)
    return material.said(
        f"Bersama surat ini kami sampaikan {report} {body}, sesuai dengan Undang-Undang Nomor 14 Tahun 2008 "
        f"tentang Keterbukaan Informasi Publik{f' dan {basis}' if basis else ''}.",
        f"With this letter we send the {report} of {body}, as required by UU 14/2008"
        f"{f' and {basis}' if basis else ''}.",
    )


def _standard(material: Material) -> str:
    """Return the regulation by which the report is judged, "" for a year before there was one."""
    try:
        named = material.law.report_standard.at(report_due_for(material.year.period.year, material.law)).value
    except NotInForceError:
        return ""
    number, _, year = named.removeprefix("Perki ").partition("/")
    return material.t(
        f"Peraturan Komisi Informasi Nomor {number} Tahun {year} tentang Standar Layanan Informasi Publik",
        named,
    )


def _figures(material: Material) -> Iterator[Block]:
    """Yield the main figures as one paragraph."""
    yield from run_on((*material.sentence(RECEIVED), *outcomes_told(material), *material.sentence(OBJECTED)))
    yield from missing(material, "requests")
