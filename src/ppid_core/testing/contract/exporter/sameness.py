"""Promises about the bytes: the same report gives the same ones, whoever exports it, where and when."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from ppid_core.plugins import Artifact, Exporter
from ppid_core.testing import samples
from ppid_core.testing.contract.exporter.opening import as_bytes
from ppid_core.testing.contract.exporter.probing import probed
from ppid_core.testing.contract.exporter.reports import report_of
from ppid_core.testing.contract.exporter.view import View
from ppid_core.testing.contract.promise import promise
from ppid_core.testing.elsewhere.process import ABROAD, AT_HOME, Surroundings

AROUND = 20
"""As many bytes on each side of a difference are shown."""


class Same:
    """Whose bytes depend on nothing but the report."""

    @promise(
        "Take everything from the report: no clock, no random number, no id(), no counter that outlives the "
        "call; give archives and metadata a fixed time."
    )
    def test_same_report_gives_the_same_bytes(self, view: View) -> Iterator[str]:
        """Exported twice, and from an equal report made anew, the bytes are the same."""
        first = view.files(report_of("small"))
        yield from differences(first, view.files(report_of("small")), "the second time")
        anew = samples.composed(samples.small())
        yield from differences(first, view.files(anew), "from an equal report")

    @promise(
        "Sort what comes from a set before writing it, read neither clock nor time zone nor locale nor "
        "environment, and name the encoding of every file and text."
    )
    def test_same_bytes_in_other_processes_and_on_other_days(
        self, exporter: Exporter, view: View
    ) -> Iterator[str]:
        """Another process with another hash seed, time zone, locale, user and day writes the same bytes."""
        if not is_pickled(exporter):
            pytest.skip("the exporter cannot be pickled over: see test_can_be_pickled")
        expected = [view.files(report) for report in (report_of("small"), samples.every_block())]
        for where in (AT_HOME, ABROAD):
            outcome = probed(exporter, where)
            if outcome.raised and not outcome.touched:
                yield f"with {_told(where)} it raised {outcome.raised}"
            for ours, theirs in zip(expected, outcome.value or (), strict=False):
                yield from differences(ours, tuple(theirs), f"with {_told(where)}")

    @promise(
        "Keep nothing in the exporter that cannot be pickled: no open file, lock, lambda or loaded template; "
        "define its class at the top of a module."
    )
    def test_can_be_pickled(self, exporter: Exporter, view: View) -> Iterator[str]:
        """The exporter can be pickled, and its copy writes the same bytes."""
        try:
            copy = pickle.loads(pickle.dumps(exporter))  # noqa: S301  our own bytes
        except Exception as error:  # noqa: BLE001  each kind of object that cannot be pickled says so in its own way
            yield f"{type(error).__name__}: {error}"
            return
        first = view.files(report_of("small"))
        yield from differences(first, tuple(copy.export(report_of("small"))), "from the pickled copy")


def is_pickled(exporter: Exporter) -> bool:
    """Tell whether an exporter can be pickled."""
    try:
        pickle.dumps(exporter)
    except Exception:  # noqa: BLE001  as above
        return False
    return True


def differences(ours: tuple[Artifact, ...], theirs: tuple[Artifact, ...], when: str) -> Iterator[str]:
    """Yield the first difference between two exports of one report."""
    names, others = [file.name for file in ours], [file.name for file in theirs]
    if names != others:
        yield f"{when} the files are {others}, not {names}"
        return
    for one, other in zip(ours, theirs, strict=True):
        first, second = as_bytes(one), as_bytes(other)
        if first != second:
            yield f"{when} {one.name!r} differs: {_around(first, second)}"
            return
        if one.media_type != other.media_type:
            yield f"{when} {one.name!r} is {other.media_type}, not {one.media_type}"


def _around(first: bytes, second: bytes) -> str:
    shorter = min(len(first), len(second))
    place = next((at for at in range(shorter) if first[at] != second[at]), shorter)
    start = max(place - AROUND, 0)
    end = place + AROUND
    return f"at byte {place}, {first[start:end]!r} became {second[start:end]!r}"


def _told(where: Surroundings) -> str:
    variables = ", ".join(f"{name}={value}" for name, value in where.environment.items())
    return f"{variables}, and the clock {where.moved_by // 3600} hours ahead" if where.moved_by else variables
