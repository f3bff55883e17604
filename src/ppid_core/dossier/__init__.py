"""One year's work in one value."""

from __future__ import annotations

from ppid_core.dossier.dossier import Dossier
from ppid_core.dossier.stream import Streamed, summarize_files, summarize_rows
from ppid_core.summary import Figure

__all__ = ["Dossier", "Figure", "Streamed", "summarize_files", "summarize_rows"]
