"""How information is taken, and how a copy comes to the applicant: forms ask both, programs often one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ppid_core.glossary import label, recognise, spelling
from ppid_core.intake.cells import cell, line, member
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import coded_column
from ppid_core.intake.tables.spec import Choice, Composite, Print, Row, TableColumn
from ppid_core.intake.tables.tick import TickColumn, TickGroup
from ppid_core.model import AccessKind, Coded, Delivery, Request


def _access(text: str) -> tuple[AccessKind, Coded[Delivery] | None]:
    """Return how information is taken; a way in which a copy comes says that it is a copy.

    Raises:
        CellError: it is neither.
    """
    way = recognise(Delivery, text) or _taken_somewhere(text)
    is_way = way not in {None, Delivery.OTHER} and recognise(AccessKind, text) is None
    if way is not None and is_way:
        return AccessKind.COPY, Coded(way, line(text))
    return _access_kind(text), None


def _taken_somewhere(text: str) -> Delivery | None:
    """Return that a copy is fetched, where words say at which place; one of the Internet is none."""
    fetched = _FETCHED.fullmatch(spelling(text))
    if fetched is None or not _ONLINE.isdisjoint(fetched["place"].split()):
        return None
    return Delivery.PICKED_UP if recognise(Delivery, fetched["how"]) is Delivery.PICKED_UP else None


_FETCHED = re.compile(r"(?P<how>(?:meng|di)?ambil.*?) (?:ke|di) (?P<place>.+)")
_ONLINE = frozenset(
    {
        *("website", "web", "situs", "laman", "portal", "aplikasi", "tautan", "link", "online", "daring"),
        *("email", "surel", "whatsapp", "wa", "drive", "internet", "unduhan", "akun"),
    }
)
_access_kind = member(AccessKind)
_TAKEN: TableColumn[tuple[AccessKind, Coded[Delivery] | None]] = TableColumn(
    name="jenis",
    field="access",
    told="melihat atau salinan = jenis akses = cara memperoleh informasi = cara memperoleh"
    " = jenis permohonan = jenis permintaan = caraperoleh = cara terima = cara mendapatkan informasi"
    " = cara memperoleh salinan informasi = cara perolehan informasi = cara perolehan",
    read=_access,
    offers=Choice("jenis_akses", AccessKind),
    example=("salinan", "salinan", "", "melihat"),
    printed=Print("access", "Jenis", "Kind"),
)
KIND_TICKS = TickGroup(
    column=_TAKEN,
    heads=("jenis permohonan", "jenis permintaan", "jenis"),
    options=(
        TickColumn(
            "jenis_melihat",
            label(AccessKind.SEE),
            ("melihat", "melihat/mengetahui", "mengetahui"),
            ("melihat", "melihat/mengetahui"),
            printed=("Jenis Permohonan", "Melihat/Mengetahui"),
        ),
        TickColumn(
            "jenis_salinan",
            label(AccessKind.COPY),
            ("salinan", "meminta salinan"),
            ("salinan", "meminta salinan"),
            printed=("Jenis Permohonan", "Meminta Salinan"),
        ),
    ),
)
"""Perki 1/2021 Lampiran VIII: *Jenis Permohonan*."""
_COPIED = coded_column(
    "cara_mendapatkan_salinan",
    "delivery",
    Delivery,
    "cara salinan sampai kepada pemohon: mengambil langsung, kurir, pos, faksimili, surel"
    " = cara mendapatkan salinan informasi = cara mendapat salinan = cara memperoleh salinan"
    " = cara pengiriman = cara pengiriman salinan"
    " = cara pengiriman informasi = cara penyampaian = cara penyampaian informasi"
    " = pengiriman = cara dapat = caradapat",
)


def _read_access(row: Row, setting: Setting) -> Mapping[str, Any]:
    kind, way = KIND_TICKS.value(row, setting) or (None, None)
    return {"access": kind, "delivery": row[_COPIED] or way}


def _write_access(row: Request, _: int) -> Cells:
    return {_TAKEN.name: row.access, _COPIED.name: cell.term(row.delivery)}


ACCESS = Composite(
    columns=(_TAKEN, *KIND_TICKS.columns, _COPIED),
    read=_read_access,
    write=_write_access,
    check=KIND_TICKS.check,
)
