"""Contracts: a subclass and its fixtures prove an exporter, a rule or an importer, promise by promise.

    from ppid_core.testing import ExporterContract

    class TestMine(ExporterContract):
        @pytest.fixture
        def exporter(self):
            return MyExporter()

Each test method is one promise, and its name says which. A failure tells what was seen and how to mend it.
"""

from __future__ import annotations

from ppid_core.testing.contract.exporter import ExporterContract
from ppid_core.testing.contract.importer import ImporterContract
from ppid_core.testing.contract.promise import Promise, promises
from ppid_core.testing.contract.rule import RuleContract

__all__ = ["ExporterContract", "ImporterContract", "Promise", "RuleContract", "promises"]
