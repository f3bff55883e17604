"""The information that a request asks for: who holds it, in which form, and how it is taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ppid_core.glossary.fold import fold
from ppid_core.intake.cells import cell, line
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import text_column
from ppid_core.intake.tables.spec import Choice, Composite, Print, Row, TableColumn
from ppid_core.intake.tables.tick import TickColumn, TickGroup, words_or_ticks
from ppid_core.model import Request

_HELD, _NOT_HELD, _UNDOCUMENTED = "ya", "tidak", "belum didokumentasikan"
_OTHER_BODY, _STATUS = "badan publik lain", ("Status Informasi",)


_HELD_HERE = frozenset(map(fold, ("ya", "ada", "dikuasai", "di bawah penguasaan", "di bawah penguasaan ya")))
_HELD_ELSEWHERE = frozenset(
    map(fold, ("tidak", "tidak dikuasai", "belum dikuasai", "badan publik lain", "di bawah penguasaan tidak"))
)
_UNDOCUMENTED_WORDS = frozenset(
    map(fold, (_UNDOCUMENTED, "belum didokumentasi", "belum terdokumentasi", "belum terdokumentasikan"))
)
"""Words that say whether the body holds the information, and not who else does."""


def _held(text: str) -> tuple[bool | None, str, bool | None]:
    """Return whether the body holds the information, who else does, and whether it is documented."""
    word = fold(text)
    if word in _UNDOCUMENTED_WORDS:
        return None, "", False
    return word in _HELD_HERE, "" if word in _HELD_HERE | _HELD_ELSEWHERE else line(text), None


_HOLDER = TableColumn(
    name="dikuasai",
    field="held",
    told="ya, tidak, nama badan yang menguasai, atau belum didokumentasikan"
    " = informasi dikuasai = penguasaan informasi = status informasi = di bawah penguasaan"
    " = status informasi di bawah penguasaan = penguasaan",
    read=_held,
    offers=Choice("dikuasai", (_HELD, _NOT_HELD, _UNDOCUMENTED), is_open=True),
    example=("ya", "ya", "ya", "ya"),
    printed=Print("held", "Dikuasai", "Held"),
)
HELD_TICKS = TickGroup(
    column=_HOLDER,
    heads=(
        "status informasi",
        "dikuasai",
        "di bawah penguasaan",
        "dibawah penguasaan",
        "status informasi di bawah penguasaan",
        "status informasi dibawah penguasaan",
    ),
    options=(
        TickColumn("dikuasai_ya", _HELD, ("ya",), printed=(*_STATUS, "Di Bawah Penguasaan", "Ya")),
        TickColumn(
            "dikuasai_tidak",
            _NOT_HELD,
            ("tidak", "tdk"),
            takes_words=True,
            printed=(*_STATUS, "Di Bawah Penguasaan", "Tidak"),
        ),
        TickColumn("badan_publik_lain", _NOT_HELD, (_OTHER_BODY,), (_OTHER_BODY,), takes_words=True),
        TickColumn(
            "belum_didokumentasikan",
            _UNDOCUMENTED,
            (_UNDOCUMENTED,),
            (_UNDOCUMENTED,),
            printed=(*_STATUS, "Belum Didokumentasikan"),
        ),
    ),
)
"""Perki 1/2021 Lampiran VIII: *Status Informasi*; who else holds it is written where it is not held."""


def _read_holder(row: Row, setting: Setting) -> Mapping[str, Any]:
    held, held_by, documented = HELD_TICKS.value(row, setting) or (None, "", None)
    return {"held": held, "held_by": held_by, "documented": documented}


def _write_holder(row: Request, _: int) -> Cells:
    if row.held is None:
        return {_HOLDER.name: _UNDOCUMENTED if row.documented is False else ""}
    return {_HOLDER.name: _HELD if row.held else cell.words(row.held_by) or _NOT_HELD}


HOLDING = Composite(
    columns=(_HOLDER, *HELD_TICKS.columns),
    read=_read_holder,
    write=_write_holder,
    check=HELD_TICKS.check,
)

_FORM = text_column(
    "bentuk",
    "form",
    "bentuk informasi; beberapa dipisah koma = bentuk informasi = bentuk informasi yang dikuasai"
    " = format informasi yang dikuasai = format informasi = bentuk salinan = mendapatkansalinan"
    " = bentuk informasi salinan = jenis balasan = reply type",
    example=("elektronik", "elektronik"),
    printed=Print("form", "Bentuk", "Form"),
)
_FORMS = "Bentuk Informasi yang Dikuasai"
_SOFTCOPY, _HARDCOPY = ("softcopy", "soft copy"), ("hardcopy", "hard copy")
FORM_TICKS = TickGroup(
    column=_FORM,
    heads=("bentuk informasi yang dikuasai", "bentuk informasi", "format informasi yang dikuasai", "bentuk"),
    options=(
        TickColumn("bentuk_softcopy", "softcopy", _SOFTCOPY, _SOFTCOPY, printed=(_FORMS, "Softcopy")),
        TickColumn("bentuk_hardcopy", "hardcopy", _HARDCOPY, _HARDCOPY, printed=(_FORMS, "Hardcopy")),
    ),
    joins=True,
)
"""Perki 1/2021 Lampiran VIII: *Bentuk Informasi Yang Dikuasai*; where it is both, words say so."""


FORM = words_or_ticks(FORM_TICKS)
