"""How others join in: hooks, the guarded loader, exporters and what they return."""

from __future__ import annotations

from ppid_core.plugins.exporter import Artifact, Exporter

__all__ = ["Artifact", "Exporter"]
