"""How a command ends: its exit code, the highest where several apply."""

from __future__ import annotations

from typing import Final

FINE: Final = 0
CONTRADICTED: Final = 1
"""Findings of severity error that no explanation covers."""
UNUSABLE: Final = 2
"""Input or usage that cannot be used, and a report that was refused."""
FAILED: Final = 3
"""An exporter that was asked for failed, or a rule, or any plugin in strict loading."""
