"""A value that the law sets, changes and repeals: dated, and never without its citation."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from attrs import field, frozen

from ppid_core.errors import NotInForceError
from ppid_core.language import Bilingual, Lang
from ppid_core.law.citation import Citation, Confidence, cite
from ppid_core.law.structure import build, gather, parse, record
from ppid_core.law.titles import TITLES

T = TypeVar("T")
V = TypeVar("V")


class Unit(StrEnum):
    """What a number of the law counts (*satuan*)."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"

    @property
    def label(self) -> Bilingual:
        """The words that a reader sees."""
        return _UNIT_LABELS[self]


_UNIT_LABELS = {
    Unit.WORKING_DAY: Bilingual("hari kerja", "working days"),
    Unit.CALENDAR_DAY: Bilingual("hari kalender", "calendar days"),
    Unit.MONTH: Bilingual("bulan", "months"),
}


@frozen(kw_only=True)
class Provision(Generic[T]):
    """What the law says from one day on (*ketentuan*).

    Attributes:
        value: what it sets.
        unit: what ``value`` counts, None where it counts nothing.
        since: the first day on which it applies.
        citation: where it stands.
        confidence: how sure we are of the value.
        since_confidence: how sure we are of the day, where that differs.
        checked_on: the day on which it was last compared with what its ``confidence`` rests on.
        note: what a reader must know besides, in Indonesian.
    """

    value: T
    unit: Unit | None = None
    since: date
    citation: Citation
    confidence: Confidence
    since_confidence: Confidence | None = None
    checked_on: date
    note: str = ""

    def cite(self, lang: Lang = "id") -> str:
        """Return the citation as printed; an unconfirmed one says so."""
        return cite([self.citation], self.confidence, lang)


@frozen(kw_only=True)
class Repeal:
    """The day from which a parameter has no value any more (*pencabutan*)."""

    repealed: bool = field(default=True)
    since: date
    citation: Citation
    confidence: Confidence
    since_confidence: Confidence | None = None
    checked_on: date
    note: str = ""

    @repealed.validator
    def _is_true(self, _: object, repealed: object) -> None:
        if not repealed:
            raise ValueError("repealed hanya dapat true")


@frozen(kw_only=True)
class Parameter(Generic[T]):
    """One value of the law through time (*parameter hukum*).

    Attributes:
        name: the name of its array of tables in the file.
        provisions: its dated entries, oldest first.
    """

    name: str
    provisions: tuple[Provision[T] | Repeal, ...] = field()

    @provisions.validator
    def _ascending(self, _: object, provisions: tuple[Provision[T] | Repeal, ...]) -> None:
        days = [provision.since for provision in provisions]
        if not days or days != sorted(set(days)):
            raise ValueError("harus ada entri, urut menurut since, tanpa hari yang sama")

    @property
    def title(self) -> Bilingual:
        """What it is called; a parameter that is not ours is called by its name."""
        return TITLES.get(self.name, Bilingual(self.name, self.name))

    @property
    def since(self) -> date:
        """The first day on which it has a value, as far as is known."""
        return self.provisions[0].since

    def at(self, day: date) -> Provision[T]:
        """Return what applied on ``day``: an act is judged by the law of its day.

        Raises:
            NotInForceError: before the first entry, and from a repeal on.
        """
        past = [provision for provision in self.provisions if provision.since <= day]
        if not past:
            raise NotInForceError(_NOT_YET.fill(name=self.name, day=day))
        latest = past[-1]
        if isinstance(latest, Repeal):
            raise NotInForceError(
                _REPEALED.fill(name=self.name, since=latest.since, citation=latest.citation)
            )
        return latest

    @classmethod
    def from_toml(cls, text_or_path: str | Path, name: str, value_type: type[V]) -> Parameter[V]:
        """Read the parameter ``name`` from a file of its own: a regional rule pack brings its own law.

        Args:
            text_or_path: the TOML text, or the path of a file.
            name: its array of tables, ``[[name]]``.
            value_type: the type of ``value``: int, str, an attrs class, ``tuple[X, ...]``.

        Raises:
            LawFileError: with every fault and its place.
        """
        if isinstance(text_or_path, str):
            file, text = "teks TOML", text_or_path
        else:
            file, text = text_or_path.name, text_or_path.read_text(encoding="utf-8")
        return Parameter[V].from_entries(parse(text, file).get(name, []), name, value_type, file)

    @classmethod
    def from_entries(cls, entries: object, name: str, value_type: object, file: str) -> Parameter[T]:
        """Structure the parsed array of tables ``[[name]]``; ``file`` is what the faults call it.

        Raises:
            LawFileError: with every fault and its place.
        """
        place = f"{file}: [[{name}]]"
        listed = entries if isinstance(entries, list) else [entries]
        provisions = gather(
            partial(_provision, raw, value_type, f"{place} ke-{number}")
            for number, raw in enumerate(listed, start=1)
        )
        return build(cls, {"name": name, "provisions": provisions}, place)


def _provision(raw: object, value_type: object, place: str) -> Provision[object] | Repeal:
    if isinstance(raw, dict) and "repealed" in raw:
        return record(raw, Repeal, place)
    return record(raw, Provision, place, {"value": value_type})


_NOT_YET = Bilingual("{name}: belum berlaku pada {day}", "{name}: not yet in force on {day}")
_REPEALED = Bilingual(
    "{name}: dicabut sejak {since} ({citation})", "{name}: repealed since {since} ({citation})"
)
