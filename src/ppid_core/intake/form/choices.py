"""Which column offers which words: the labels of the glossary, in the order of its lists."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from attrs import frozen

from ppid_core.glossary import label
from ppid_core.glossary.sign import SIGNS
from ppid_core.model import (
    AccessKind,
    ApplicantClass,
    BodyKind,
    BodyLevel,
    Channel,
    ConstraintKind,
    Dimension,
    DisputeResult,
    InformationCategory,
    Measure,
    MentionKind,
    ObjectionAnswer,
    Outcome,
    Outline,
    PersonalData,
    RefusalReason,
    Register,
    StageKind,
    YearPart,
    Zone,
)
from ppid_core.writing import month_name

EXEMPTION_LETTERS = tuple("abcdefghij")
GROUND_LETTERS = tuple("abcdefg")
MONTHS = tuple(month_name(month) for month in range(1, 13))


@frozen
class Choice:
    """Words to choose from.

    Attributes:
        name: of the list, as the sheet of lists heads it.
        is_open: whether other words may be typed, too.
    """

    name: str
    words: tuple[str, ...]
    is_open: bool = False


def _labels(name: str, kind: type[StrEnum], *, is_open: bool = False) -> Choice:
    return Choice(name, tuple(label(member) for member in kind), is_open)


YES_NO = Choice("ya_tidak", ("ya", "tidak"))
HELD = Choice("dikuasai", ("ya", "tidak"), is_open=True)
MONTH = Choice("bulan", MONTHS, is_open=True)
SIGN = Choice("tanda", tuple(signs[0] for signs in SIGNS.values()), is_open=True)
APPLICANT = _labels("pemohon", ApplicantClass)
CHANNEL = _labels("kanal", Channel, is_open=True)
STAGE = _labels("tahap", StageKind, is_open=True)

OFFERED: Mapping[tuple[str, str], Choice] = MappingProxyType(
    {
        ("permohonan", "pemohon"): APPLICANT,
        ("permohonan", "kanal"): CHANNEL,
        ("permohonan", "dikuasai"): HELD,
        ("permohonan", "keputusan"): _labels("keputusan", Outcome, is_open=True),
        ("permohonan", "alasan_penolakan"): _labels("alasan_penolakan", RefusalReason, is_open=True),
        ("permohonan", "pasal_pengecualian"): Choice("huruf_pasal_17", EXEMPTION_LETTERS, is_open=True),
        ("permohonan", "jenis"): _labels("jenis_akses", AccessKind),
        ("keberatan", "pemohon"): APPLICANT,
        ("keberatan", "huruf"): Choice("huruf_pasal_35", GROUND_LETTERS, is_open=True),
        ("keberatan", "jawaban"): _labels("jawaban", ObjectionAnswer, is_open=True),
        ("sengketa", "pemohon"): APPLICANT,
        ("sengketa", "tahap"): STAGE,
        ("sengketa", "hasil"): _labels("hasil", DisputeResult, is_open=True),
        ("rekap", "apa"): _labels("register", Register),
        ("rekap", "menurut"): _labels("menurut", Dimension),
        ("pernyataan", "apa"): _labels("ukuran", Measure),
        ("pernyataan", "menurut"): _labels("menurut", Dimension),
        ("jenis_informasi", "kelompok"): _labels("kelompok", InformationCategory),
        ("kutipan", "jenis"): _labels("kutipan", MentionKind),
        ("kendala", "jenis"): _labels("kendala", ConstraintKind),
    }
)
"""By table and column; every column *bulan* offers the months besides."""

KEYS: Mapping[str, Choice] = MappingProxyType(
    {
        "periode": _labels("periode", YearPart),
        "badan.jenis": _labels("jenis_badan", BodyKind),
        "badan.tingkat": _labels("tingkat_badan", BodyLevel),
        "badan.zona": _labels("zona", Zone),
        "badan.cuti_bersama": YES_NO,
        "tanda_x": YES_NO,
        "tampilan.susunan": _labels("susunan", Outline),
        "tampilan.sebutan": Choice("sebutan", ("BAB", "Bagian")),
        "tampilan.kertas": Choice("kertas", ("A4", "F4")),
        "tampilan.data_pribadi": _labels("data_pribadi", PersonalData),
    }
)
"""By key of *laporan*."""


def choice_of(table: str, column: str) -> Choice | None:
    """Return what a column offers, None where anything may be typed."""
    return MONTH if column == "bulan" else OFFERED.get((table, column))


def all_choices() -> tuple[Choice, ...]:
    """Return every list once."""
    every = (*OFFERED.values(), *KEYS.values(), MONTH, SIGN)
    return tuple({one.name: one for one in every}.values())


__all__ = ["KEYS", "SIGN", "Choice", "all_choices", "choice_of"]
