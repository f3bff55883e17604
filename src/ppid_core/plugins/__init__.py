"""How others join in: hooks, the guarded loader, exporters and what they return, the writer."""

from __future__ import annotations

from ppid_core.errors import AnswerError, FileBusyError, FolderError, OptionError, PluginWarning
from ppid_core.intake import Importer
from ppid_core.option import options_of, with_options
from ppid_core.output.artifact import Artifact
from ppid_core.output.exporter import Exporter
from ppid_core.output.writer import write
from ppid_core.plugins.artifacts import export
from ppid_core.plugins.hookspecs import hookimpl
from ppid_core.plugins.inventory import Owner, PluginProblem, Plugins
from ppid_core.plugins.loader import load_plugins

__all__ = [
    "AnswerError",
    "Artifact",
    "Exporter",
    "FileBusyError",
    "FolderError",
    "Importer",
    "OptionError",
    "Owner",
    "PluginProblem",
    "PluginWarning",
    "Plugins",
    "export",
    "hookimpl",
    "load_plugins",
    "options_of",
    "with_options",
    "write",
]
