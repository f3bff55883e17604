"""One year's work in one value."""

from __future__ import annotations

from ppid_core.dossier.dossier import Dossier
from ppid_core.summary import Figure

__all__ = ["Dossier", "Figure"]
