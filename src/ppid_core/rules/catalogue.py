"""Every rule of our own, in the order of the catalogue."""

from __future__ import annotations

from ppid_core.rules.rule import Rule

CATALOGUE: tuple[Rule, ...] = ()
