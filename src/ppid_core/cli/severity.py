"""What the severities are called."""

from __future__ import annotations

from collections.abc import Mapping

from ppid_core.language import Bilingual
from ppid_core.rules import Severity

SEVERITIES: Mapping[Severity, Bilingual] = {
    Severity.ERROR: Bilingual("Harus diperbaiki", "To be mended"),
    Severity.WARNING: Bilingual("Perlu diperiksa", "To be checked"),
    Severity.INFO: Bilingual("Catatan", "Note"),
}
