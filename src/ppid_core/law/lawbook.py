"""The law as one value: one typed field for each parameter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from typing import get_args, get_type_hints

from attrs import frozen

from ppid_core.errors import LawFileError
from ppid_core.law.exemption import LetteredGround, RefusalGround
from ppid_core.law.files import toml_texts
from ppid_core.law.instrument import Instrument
from ppid_core.law.parameter import Parameter
from ppid_core.law.report import MonthDay, RequiredContent
from ppid_core.law.structure import build, gather, parse, records
from ppid_core.law.version import fingerprint


@frozen(kw_only=True)
class ResponseClass:
    """A span of working days in which requests are answered (*kelas waktu*).

    Attributes:
        slug: "0-10", "11-17", "over_17" under the limits of UU 14/2008.
        low: its first working day.
        high: its last working day, None where it has no end.
    """

    slug: str
    low: int
    high: int | None

    def holds(self, days: int) -> bool:
        """Return whether an answer after ``days`` working days belongs here."""
        return self.low <= days and (self.high is None or days <= self.high)


@frozen(kw_only=True)
class Lawbook:
    """What the law says, and since when (*buku hukum*).

    An act is judged by the law of its day, a report by the law of the day it is due.

    Attributes:
        request_response: working days for the written notice on a request.
        request_clock: "received" or "complete": from which day those run.
        request_extension: working days by which that may be extended, once.
        exemption_letters: Pasal 17 a–j.
        refusal_grounds: which reasons of refusal the law knows.
        objection_grounds: Pasal 35 ayat (1) a–g.
        objection_filing: working days for filing an objection, from the day its ground was found.
        objection_answer: working days in which the superior answers.
        dispute_filing: working days for going to the commission, from the superior's answer.
        report_due: the day of the year by which the yearly report is due.
        report_standard: name of the instrument that the report is judged by.
        required_contents: what the report must tell.
        instruments: the instruments themselves.
    """

    request_response: Parameter[int]
    request_clock: Parameter[str]
    request_extension: Parameter[int]
    exemption_letters: Parameter[tuple[LetteredGround, ...]]
    refusal_grounds: Parameter[tuple[RefusalGround, ...]]
    objection_grounds: Parameter[tuple[LetteredGround, ...]]
    objection_filing: Parameter[int]
    objection_answer: Parameter[int]
    dispute_filing: Parameter[int]
    report_due: Parameter[MonthDay]
    report_standard: Parameter[str]
    required_contents: Parameter[tuple[RequiredContent, ...]]
    instruments: tuple[Instrument, ...]

    @property
    def version(self) -> str:
        """Short name of this state of the law."""
        return fingerprint(self)

    def instrument(self, name: str) -> Instrument | None:
        """Return the instrument called ``name`` ("Permendagri 35/2010"), None if it is not in the book."""
        return next((instrument for instrument in self.instruments if instrument.name == name), None)

    def response_classes(self, day: date) -> tuple[ResponseClass, ...]:
        """Return the classes of response time under the limits of ``day``: in time, extended, late."""
        limit = self.request_response.at(day).value
        extended = limit + self.request_extension.at(day).value
        return (
            ResponseClass(slug=f"0-{limit}", low=0, high=limit),
            ResponseClass(slug=f"{limit + 1}-{extended}", low=limit + 1, high=extended),
            ResponseClass(slug=f"over_{extended}", low=extended + 1, high=None),
        )

    @classmethod
    def load(cls) -> Lawbook:
        """Return the law that comes with this package."""
        return _load()

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> Lawbook:
        """Structure TOML texts, by file name; each parameter stands in one of them.

        Raises:
            LawFileError: with every fault of every file and its place.
        """
        parsed = gather(partial(parse, text, file) for file, text in texts.items())
        documents = dict(zip(texts, parsed, strict=True))
        homes = {name: file for file, document in documents.items() for name in document}
        hints = get_type_hints(cls)
        names = [name for name in hints if name in homes]
        parts: list[Callable[[], object]] = [partial(_refuse_strays, documents, homes, hints)]
        parts += [
            partial(_structure, documents[homes[name]], name, hints[name], homes[name]) for name in names
        ]
        _, *values = gather(parts)
        return build(cls, dict(zip(names, values, strict=True)), "law")


@cache
def _load() -> Lawbook:
    return Lawbook.from_texts(toml_texts())


def _refuse_strays(
    documents: Mapping[str, Mapping[str, object]], homes: Mapping[str, str], hints: Mapping[str, object]
) -> None:
    """Raise for the names that are unknown, in two files, or in none."""
    named = [(file, name) for file, document in documents.items() for name in document]
    unknown = [f"{file}: [[{name}]] tidak dikenal" for file, name in named if name not in hints]
    twice = [f"{file}: [[{name}]] juga ada di {homes[name]}" for file, name in named if homes[name] != file]
    nowhere = [f"[[{name}]] tidak ada di berkas mana pun" for name in hints if name not in homes]
    if faults := [*unknown, *twice, *nowhere]:
        raise LawFileError(faults)


def _structure(document: Mapping[str, object], name: str, hint: object, file: str) -> object:
    """Return one field of the book from its array of tables."""
    (value_type, *_) = get_args(hint)
    if value_type is Instrument:
        return records(document[name], Instrument, f"{file}: [[{name}]]")
    return Parameter.from_entries(document[name], name, value_type, file)
