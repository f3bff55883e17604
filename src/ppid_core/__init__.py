"""From a folder of tables to the yearly report of an Indonesian PPID: the verbs, and the nouns one holds.

Importing this module imports almost nothing: each name brings its part of the library at first use (PEP 562).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ppid_core.version import VERSION

if TYPE_CHECKING:
    from ppid_core.deadlines import DeadlineKind, deadline
    from ppid_core.dossier import Dossier
    from ppid_core.dossier.stream import summarize_files, summarize_rows
    from ppid_core.errors import InputError, PpidError, Problem
    from ppid_core.intake import Intake, from_rows, load
    from ppid_core.law import Lawbook
    from ppid_core.model import Absent, Measure, ServiceYear, redact
    from ppid_core.model.wire import structure
    from ppid_core.plugins import (
        Artifact,
        Exporter,
        PluginProblem,
        Plugins,
        export,
        hookimpl,
        load_plugins,
        write,
    )
    from ppid_core.report import Report, compose, compose_findings
    from ppid_core.rules import Checked, Evidence, Finding, Rule, Severity, check
    from ppid_core.source import Source
    from ppid_core.summary import Summary, merge, summarize
    from ppid_core.wire import unstructure
    from ppid_core.workdays import WorkdayCalendar

__all__ = [
    "Absent",
    "Artifact",
    "Checked",
    "DeadlineKind",
    "Dossier",
    "Evidence",
    "Exporter",
    "Finding",
    "InputError",
    "Intake",
    "Lawbook",
    "Measure",
    "PluginProblem",
    "Plugins",
    "PpidError",
    "Problem",
    "Report",
    "Rule",
    "ServiceYear",
    "Severity",
    "Source",
    "Summary",
    "WorkdayCalendar",
    "check",
    "compose",
    "compose_findings",
    "deadline",
    "export",
    "from_rows",
    "hookimpl",
    "load",
    "load_plugins",
    "merge",
    "redact",
    "structure",
    "summarize",
    "summarize_files",
    "summarize_rows",
    "unstructure",
    "write",
]

__version__ = VERSION

_HOMES = {
    "deadlines": ("DeadlineKind", "deadline"),
    "dossier": ("Dossier",),
    "dossier.stream": ("summarize_files", "summarize_rows"),
    "errors": ("InputError", "PpidError", "Problem"),
    "intake": ("Intake", "from_rows", "load"),
    "law": ("Lawbook",),
    "model": ("Absent", "Measure", "ServiceYear", "redact"),
    "model.wire": ("structure",),
    "plugins": (
        *("Artifact", "Exporter", "PluginProblem", "Plugins"),
        *("export", "hookimpl", "load_plugins", "write"),
    ),
    "report": ("Report", "compose", "compose_findings"),
    "rules": ("Checked", "Evidence", "Finding", "Rule", "Severity", "check"),
    "source": ("Source",),
    "summary": ("Summary", "merge", "summarize"),
    "wire": ("unstructure",),
    "workdays": ("WorkdayCalendar",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


if not TYPE_CHECKING:  # so that a misspelt name is an error of types

    def __getattr__(name: str) -> object:
        """Return a public name from the module it lives in, which is imported now."""
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Return the names that are there, imported or not."""
    return sorted({*globals(), *__all__})
