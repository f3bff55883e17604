"""Cells that say of a person what many share: sex, age, education."""

from __future__ import annotations

import re

from ppid_core.glossary.applicant import say_education, say_sex
from ppid_core.intake.cells.text import line

_YEARS = re.compile(r"([0-9]{1,3})\s*(?:tahun|thn|th)?\.?", re.IGNORECASE | re.ASCII)
_UNIT = re.compile(r"\s*(?:tahun|thn|th)\.?$", re.IGNORECASE)
_SPAN = re.compile(r"([0-9]+)\s*(?:-|\u2013|\u2014|s\.?/?d\.?|sampai(?: dengan)?)\s*([0-9]+)", re.IGNORECASE)
_TEN = 10


def sex(text: str) -> str:
    """Return the sex in one way: ``L`` is ``laki-laki``."""
    return say_sex(line(text))


def education(text: str) -> str:
    """Return the education in one way: ``Strata 1`` is ``S1``."""
    return say_education(line(text))


def age_group(text: str) -> str:
    """Return a group of age as it is typed, without its unit: ``17 s/d 25 tahun`` is ``17-25``."""
    typed = _UNIT.sub("", line(text))
    return f"{span[1]}-{span[2]}" if (span := _SPAN.fullmatch(typed)) else typed


def age(text: str) -> str:
    """Return the group of an age; one in years is put among those of its ten years, ``34`` in ``30-39``."""
    years = _YEARS.fullmatch(line(text))
    if years is None:
        return age_group(text)
    first = int(years[1]) // _TEN * _TEN
    return f"{first}-{first + _TEN - 1}"
