"""The reports that promises are tried on: each composed once, handed out as a copy that may be spoiled."""

from __future__ import annotations

import pickle
from functools import cache

from ppid_core.language import Lang
from ppid_core.report import Edition, Form, Meta, Report
from ppid_core.testing import samples

FORMS: tuple[Form, ...] = ("full", "brief", "letter")

NO_SECTIONS = Report(meta=Meta(title="Dokumen kosong"))
"""A document of which nothing is known but its title."""

MARKER = "penandabaris"
"""A word that every format can write; where it cannot be read, the kit cannot read the format."""


def report_of(sample: str, *, form: Form = "full", lang: Lang = "id", edition: Edition = "public") -> Report:
    """Return the report of the sample year of that name."""
    return _copy(_composed(sample, form, lang, edition))


def worded(words: str) -> Report:
    """Return the report of a year with ``words`` in every text."""
    return _copy(_worded(words))


def _copy(pickled: bytes) -> Report:
    report: Report = pickle.loads(pickled)  # noqa: S301  pickled below
    return report


@cache
def _composed(sample: str, form: Form, lang: Lang, edition: Edition) -> bytes:
    year = getattr(samples, sample)()
    return pickle.dumps(samples.composed(year, form=form, lang=lang, edition=edition))


@cache
def _worded(words: str) -> bytes:
    return pickle.dumps(samples.composed(samples.worded(words)))
