"""How findings call figures, categories and agencies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache

from ppid_core.glossary import Plain, label, say
from ppid_core.glossary.vocabulary import part_label
from ppid_core.language import LANGS, Bilingual, Lang
from ppid_core.model import AgencyRef, Dimension, ServiceYear
from ppid_core.summary import listed


@lru_cache(maxsize=None, typed=True)
def term(member: StrEnum) -> Bilingual:
    """Return the label of a member in both languages."""
    return Bilingual(label(member, "id"), label(member, "en"))


def said(value: Plain) -> Bilingual:
    """Return a day, a number or an amount as it is said inside a sentence."""
    return _said_day(value) if isinstance(value, date) else Bilingual(say(value, "id"), say(value, "en"))


@lru_cache(maxsize=2**14)
def _said_day(day: date) -> Bilingual:
    return Bilingual(say(day, "id"), say(day, "en"))


def series(items: Sequence[Bilingual]) -> Bilingual:
    """Return what is listed: *a*, *a dan b*, *a, b, dan c*."""
    return Bilingual(_series([one.id for one in items], "dan"), _series([one.en for one in items], "and"))


def _series(items: Sequence[str], word: str) -> str:
    *others, last = items
    if len(others) > 1:
        return f"{', '.join(others)}, {word} {last}"
    return f" {word} ".join(items)


def columns(**named: str) -> Bilingual:
    """Return ``tabel sengketa, kolom tahap dan hasil`` for the columns of each table; *laporan* has keys."""
    return Bilingual(
        *("; ".join(_columns(table, of.split(), lang) for table, of in named.items()) for lang in LANGS)
    )


def _columns(table: str, names: Sequence[str], lang: Lang) -> str:
    is_keys = table == "laporan"
    if lang == "id":
        return f"tabel {table}, {'kunci' if is_keys else 'kolom'} {_series(names, 'dan')}"
    *others, last = names
    listed_names = f"{', '.join(others)} and {last}" if others else last
    return f"table {table}, {'key' if is_keys else 'column'}{'s' if others else ''} {listed_names}"


def capital(text: Bilingual) -> Bilingual:
    """Return the text as a sentence begins."""
    return Bilingual(text.id[:1].upper() + text.id[1:], text.en[:1].upper() + text.en[1:])


def part_of(whole: Bilingual, dimension: Dimension | None, category: str) -> Bilingual:
    """Return the name of a whole, or of its part: *Permohonan (keputusan: ditolak)*."""
    if dimension is None:
        return capital(whole)
    along, part = term(dimension), _category_name(dimension, category)
    return capital(Bilingual(f"{whole.id} ({along.id}: {part.id})", f"{whole.en} ({along.en}: {part.en})"))


def _category_name(dimension: Dimension, category: str) -> Bilingual:
    """Return the label of a category; what no list holds is called as it was typed."""
    return Bilingual(*(part_label(dimension, category, lang) for lang in LANGS))


def agency_label(year: ServiceYear, agency: AgencyRef) -> str:
    """Return the short name of an agency, else what was typed."""
    labels = {known.code: known.label for known in listed(year.agencies)}
    return labels.get(agency.code or "", agency.typed)
