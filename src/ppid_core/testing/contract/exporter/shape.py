"""Promises about what an exporter is and what its files are called."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

import attrs

from ppid_core.plugins import Artifact, Exporter, options_of, with_options
from ppid_core.plugins.naming import name_fault, same_file
from ppid_core.report import Form
from ppid_core.testing.contract.exporter.reports import NO_SECTIONS, report_of
from ppid_core.testing.contract.exporter.view import MOST_FILES, View
from ppid_core.testing.contract.promise import promise

SLUG = re.compile(r"[a-z][a-z0-9-]*")
RESTRICTED = r"[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}"
MEDIA_TYPE = re.compile(rf"(?P<kind>{RESTRICTED})/{RESTRICTED}")
KINDS = frozenset(
    {"application", "audio", "example", "font", "haptics", "image", "message", "model", "multipart", "text"}
)
"""Top-level types of the IANA registry."""
FORMS: tuple[Form, ...] = ("full", "brief", "letter")


class Shaped:
    """What an exporter is."""

    @promise(
        "Give the class name and label (fields or properties) and a method export(self, report); return an "
        "object from ppid_register_exporters, not the class."
    )
    def test_follows_the_protocol(self, exporter: Exporter) -> Iterator[str]:
        """An exporter is an object with name, label and export(report)."""
        if isinstance(exporter, type):
            yield f"{exporter.__name__} is a class"
        elif not isinstance(exporter, Exporter):
            missing = [part for part in ("name", "label", "export") if not hasattr(exporter, part)]
            yield f"{type(exporter).__name__} has no {', '.join(missing)}"
        else:
            yield from _call_fault(exporter)

    @promise(
        'Name it as it is asked for on the command line, small letters, digits and hyphens ("ods"), and '
        'label it as a person reads it ("OpenDocument (.ods)").'
    )
    def test_name_is_a_slug_and_the_label_is_told(self, exporter: Exporter) -> Iterator[str]:
        """The name is a slug, and the label is text for people."""
        name, label = getattr(exporter, "name", None), getattr(exporter, "label", None)
        if not isinstance(name, str) or not SLUG.fullmatch(name):
            yield f"the name is {name!r}"
        if not isinstance(label, str) or not label.strip() or "\n" in label:
            yield f"the label is {label!r}"

    @promise(
        "Yield Artifact(name=…, media_type=…, content=…); encode text: content.encode(). Build binary "
        "formats in an io.BytesIO and take its getvalue()."
    )
    def test_files_are_artifacts_of_bytes(self, view: View) -> Iterator[str]:
        """Every file is an Artifact whose content is bytes."""
        files = view.files(report_of("small"))
        if len(files) > MOST_FILES:
            yield f"more than {MOST_FILES:,} files, and no end"
        for file in files[:MOST_FILES]:
            if not isinstance(file, Artifact):
                yield f"{type(file).__name__} instead of an Artifact"
            elif type(file.content) is not bytes:
                yield f"the content of {file.name!r} is {type(file.content).__name__}"

    @promise(
        "Use plain names of letters, digits, hyphens and one dot; no folder, no name of a Windows device, "
        "and no two names that differ only in case: on many disks they are one file."
    )
    def test_file_names_are_plain_and_unique(self, view: View) -> Iterator[str]:
        """File names are plain, and no two of them mean one file."""
        for form in FORMS:
            names = [str(file.name) for file in view.files(report_of("small", form=form))[:MOST_FILES]]
            yield from (f"{name!r}: {fault}" for name in names if (fault := name_fault(name)))
            yield from _clashes(names)

    @promise(
        'Write it as the registry of IANA does, type and subtype without parameters: "text/csv", '
        '"application/vnd.oasis.opendocument.spreadsheet".'
    )
    def test_media_types_are_valid(self, view: View) -> Iterator[str]:
        """The media type of every file has the form of RFC 6838."""
        for file in view.files(report_of("small"))[:MOST_FILES]:
            found = MEDIA_TYPE.fullmatch(str(file.media_type))
            if found is None or found["kind"].lower() not in KINDS:
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
        for name in options_of(made):
            yield from _option_faults(made, name)


def _call_fault(exporter: Exporter) -> Iterator[str]:
    try:
        inspect.signature(exporter.export).bind(NO_SECTIONS)
    except (TypeError, ValueError) as error:
        yield f"export cannot be called with a report alone: {error}"


def _clashes(names: list[str]) -> Iterator[str]:
    first: dict[str, str] = {}
    for name in names:
        if (key := same_file(name)) in first:
            yield f"{first[key]!r} and {name!r} are one file"
        first.setdefault(key, name)


def _option_faults(exporter: Exporter, name: str) -> Iterator[str]:
    field = _field_of(exporter, name)
    default = getattr(exporter, field)
    typed = _typed(default)
    if typed is None:
        return
    try:
        same = with_options(exporter, {name: typed})
    except Exception as error:  # noqa: BLE001  whatever it is, the option cannot be set
        yield f"the option {name} cannot be set to {typed!r}: {error}"
        return
    if getattr(same, field) != default:
        yield f"the option {name} was set to {typed!r} and became {getattr(same, field)!r}"


def _field_of(exporter: Exporter, option: str) -> str:
    """Return the field behind an option: a private one is set by its name without the underscore."""
    kind: type = type(exporter)
    names: dict[str, str] = {field.alias: field.name for field in attrs.fields(kind)}
    return names[option]


def _typed(default: object) -> str | None:
    """Return a value as one types it, None for what has no such form (None, a structure)."""
    match default:
        case bool():
            return "ya" if default else "tidak"
        case Enum():
            return str(default.value)
        case date():
            return default.isoformat()
        case str() | int() | float() | Decimal() | Path():
            return str(default)
        case _:
            return None
