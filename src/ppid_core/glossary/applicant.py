"""Words of applicants that are counted and are no list of ours: sex and education, each in one way."""

from __future__ import annotations

from collections.abc import Mapping

from ppid_core.glossary.term import spelling

_SEXES: Mapping[str, tuple[str, ...]] = {
    "laki-laki": ("l", "lk", "laki", "laki-laki", "lelaki", "pria", "male", "m"),
    "perempuan": ("p", "pr", "perempuan", "wanita", "female", "f"),
}
_SCHOOLS: Mapping[str, tuple[str, ...]] = {
    "SD": ("sd", "sd sederajat", "sekolah dasar", "sd/mi", "mi"),
    "SMP": ("smp", "smp sederajat", "sltp", "smp/mts", "mts", "sekolah menengah pertama"),
    "SMA/SMK": (
        *("sma", "smk", "sma/smk", "slta", "sma sederajat", "slta sederajat", "smu", "stm", "sma/ma", "ma"),
        *("sma/smk/ma", "sekolah menengah atas", "sekolah menengah kejuruan", "sma/smk sederajat"),
    ),
    "D1": ("d1", "d-1", "d-i", "d i", "diploma 1", "diploma i", "diploma satu"),
    "D2": ("d2", "d-2", "d-ii", "d ii", "diploma 2", "diploma ii", "diploma dua"),
    "D3": ("d3", "d-3", "d-iii", "d iii", "diploma 3", "diploma iii", "diploma tiga"),
    "D4": ("d4", "d-4", "d-iv", "d iv", "diploma 4", "diploma iv", "diploma empat", "sarjana terapan"),
    "S1": ("s1", "s-1", "s-i", "s 1", "strata 1", "strata satu", "strata i", "sarjana", "sarjana s1"),
    "S2": ("s2", "s-2", "s-ii", "s 2", "strata 2", "strata dua", "strata ii", "magister", "magister s2"),
    "S3": ("s3", "s-3", "s-iii", "s 3", "strata 3", "strata tiga", "strata iii", "doktor", "doktor s3"),
}


def _by_spelling(words: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    return {spelling(typed): word for word, spellings in words.items() for typed in spellings}


_KNOWN_SEXES, _KNOWN_SCHOOLS = _by_spelling(_SEXES), _by_spelling(_SCHOOLS)


def say_sex(text: str) -> str:
    """Return the sex that words name, in one way: ``L`` and ``Pria`` are ``laki-laki``; others as typed."""
    return _KNOWN_SEXES.get(spelling(text), text)


def say_education(text: str) -> str:
    """Return the education that words name, in one way: ``Strata 1`` is ``S1``; others as typed."""
    return _KNOWN_SCHOOLS.get(spelling(text), text)


def is_sex(text: str) -> bool:
    """Tell whether words name a sex that is known."""
    return spelling(text) in _KNOWN_SEXES
