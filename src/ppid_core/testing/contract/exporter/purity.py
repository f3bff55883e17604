"""Promises about what an exporter leaves alone: the report, the disk, the network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ppid_core.plugins import Exporter
from ppid_core.testing.contract.comparing import changes
from ppid_core.testing.contract.exporter.probing import probed
from ppid_core.testing.contract.exporter.reports import report_of
from ppid_core.testing.contract.exporter.sameness import is_pickled
from ppid_core.testing.contract.exporter.view import View
from ppid_core.testing.contract.promise import promise
from ppid_core.testing.elsewhere.process import AT_HOME


class Pure:
    """What an exporter does not touch."""

    @promise("Copy what you want to change: dict(…), sorted(…), attrs.evolve(…). Others get the same report.")
    def test_report_is_not_changed(self, view: View) -> Iterator[str]:
        """The report is the same after exporting, its mappings included."""
        before, report = report_of("small"), report_of("small")
        view.files(report)
        yield from changes(before, report, "report")

    @promise(
        "Build files in memory and return them: ppid_core writes. Read only what comes with a package "
        "(importlib.resources), and take everything else from the report or from an option."
    )
    def test_touches_nothing_outside(self, exporter: Exporter) -> Iterator[str]:
        """Nothing is written to disk, no network is used, no process is started, no stray file is read."""
        if not is_pickled(exporter):
            pytest.skip("the exporter cannot be pickled over: see test_can_be_pickled")
        yield from (f"export {did}" for did in probed(exporter, AT_HOME).touched)
