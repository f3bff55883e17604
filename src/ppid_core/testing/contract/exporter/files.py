"""Promises about an exporter and its files: what it is, what they are called, and that they are the same."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator

import attrs

from ppid_core.errors import AnswerError
from ppid_core.option import described_options
from ppid_core.output.artifact import name_fault, same_file
from ppid_core.plugins import Artifact, Exporter, with_options
from ppid_core.plugins.loader import checked
from ppid_core.testing import samples
from ppid_core.testing.contract.exporter.view import FORMS, NO_SECTIONS, View, report_of
from ppid_core.testing.contract.promise import promise
from ppid_core.testing.elsewhere.process import exported, run_elsewhere

_RESTRICTED = r"[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}"
_MEDIA_TYPE = re.compile(
    rf"(?:application|audio|font|image|message|model|multipart|text|video)/{_RESTRICTED}", re.IGNORECASE
)
"""Of a top-level type of the IANA registry, and without parameters (RFC 6838)."""
_AROUND = 20
"""As many bytes on each side of a difference are shown."""


class Filed:
    """What an exporter is, and what it makes of one report."""

    @promise(
        "Give the class name and label (fields or properties) and a method export(self, report); return an "
        "object from ppid_register_exporters, not the class. Name it as it is asked for on the command line, "
        'small letters, digits and hyphens ("ods"), label it as a person reads it ("OpenDocument (.ods)").'
    )
    def test_follows_the_protocol(self, exporter: Exporter) -> Iterator[str]:
        """An exporter is an object with a name that is a slug, a label for people, and export(report)."""
        try:
            checked(exporter, Exporter)
        except AnswerError as error:
            yield error.told.en
            return
        try:
            inspect.signature(exporter.export).bind(NO_SECTIONS)
        except (AttributeError, TypeError) as error:
            yield f"export cannot be called with a report alone: {error}"

    @promise(
        "Yield Artifact(name=…, media_type=…, content=…); encode text: content.encode(). Use plain names of "
        "letters, digits, hyphens and one dot; no folder, no name of a Windows device, and no two names that "
        "differ only in case: on many disks they are one file. Write the media type as the registry of IANA "
        'does, type and subtype without parameters: "text/csv".'
    )
    def test_files_are_plain_artifacts(self, exporter: Exporter) -> Iterator[str]:
        """Every file is an Artifact of bytes with a plain, unique name and a media type (RFC 6838)."""
        for form in FORMS:
            first: dict[str, str] = {}
            for file in exporter.export(report_of("small", form=form)):
                if not isinstance(file, Artifact):
                    yield f"{type(file).__name__} instead of an Artifact"
                    continue
                if not isinstance(file.content, bytes):
                    yield f"the content of {file.name!r} is {type(file.content).__name__}"
                if fault := name_fault(file.name):
                    yield f"{file.name!r}: {fault}"
                elif (same := first.setdefault(same_file(file.name), file.name)) is not file.name:
                    yield f"{same!r} and {file.name!r} are one file"
                if not _MEDIA_TYPE.fullmatch(file.media_type):
                    yield f"{file.name!r} has the media type {file.media_type!r}"

    @promise(
        "Give every option (an attrs field) a default that works, and a type that can be typed on a command "
        "line: str, int, bool, Decimal, date, an Enum or a Literal."
    )
    def test_every_option_works_by_its_default(self, exporter: Exporter) -> Iterator[str]:
        """It can be made without options, and each option can be set to its own default, as typed."""
        if not attrs.has(type(exporter)):
            return
        make: Callable[[], Exporter] = type(exporter)
        try:
            made = make()
        except TypeError as error:
            yield f"{type(exporter).__name__}() cannot be made: {error}"
            return
        tuple(made.export(report_of("small")))
        for option in described_options(made):
            typed = "" if callable(option.default) else option.typed("id")
            if typed and with_options(made, {option.name: typed}) != made:
                yield f"the option {option.name} was set to its default {typed!r} and became another"

    @promise(
        "Take everything from the report: no clock, no random number, no id(), no counter that outlives the "
        "call; give archives and metadata a fixed time."
    )
    def test_same_report_gives_the_same_bytes(self, view: View) -> Iterator[str]:
        """Exported twice, and from an equal report made anew, the bytes are the same."""
        first = view.files(report_of("small"))
        yield from _differences(first, view.files(report_of("small")), "the second time")
        anew = samples.composed(samples.small())
        yield from _differences(first, view.files(anew), "from an equal report")

    @promise(
        "Sort what comes from a set before writing it, read neither clock nor time zone nor locale nor "
        "environment, and name the encoding of every file and text. Keep nothing in the exporter that cannot "
        "be pickled over: no open file, lock, lambda or loaded template."
    )
    def test_same_bytes_in_other_processes_and_on_other_days(
        self, exporter: Exporter, view: View
    ) -> Iterator[str]:
        """Another process with another hash seed, time zone, locale, user and day writes the same bytes."""
        reports = (report_of("small"), samples.every_block())
        outcome = run_elsewhere(exported, (exporter, reports))
        if outcome.fault:
            yield f"elsewhere it {outcome.fault}"
        for ours, theirs in zip(map(view.files, reports), outcome.value or (), strict=False):
            yield from _differences(ours, tuple(theirs), "elsewhere")

    @promise("Copy what you want to change: dict(…), sorted(…), attrs.evolve(…). Others get the same report.")
    def test_report_is_not_changed(self, view: View) -> Iterator[str]:
        """The report is the same after exporting, its mappings included."""
        report = report_of("small")
        view.files(report)
        for field in attrs.fields(type(report)):
            if getattr(report, field.name) != getattr(report_of("small"), field.name):
                yield f"report.{field.name} is another than before"


def _differences(ours: tuple[Artifact, ...], theirs: tuple[Artifact, ...], when: str) -> Iterator[str]:
    """Yield the first difference between two exports of one report."""
    names, others = [file.name for file in ours], [file.name for file in theirs]
    if names != others:
        yield f"{when} the files are {others}, not {names}"
        return
    for one, other in zip(ours, theirs, strict=True):
        if one.content != other.content:
            yield f"{when} {one.name!r} differs: {_around(one.content, other.content)}"
            return


def _around(first: bytes, second: bytes) -> str:
    shorter = min(len(first), len(second))
    place = next((at for at in range(shorter) if first[at] != second[at]), shorter)
    start, end = max(place - _AROUND, 0), place + _AROUND
    return f"at byte {place}, {first[start:end]!r} became {second[start:end]!r}"
