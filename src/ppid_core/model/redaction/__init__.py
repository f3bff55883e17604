"""The public edition: what a year tells once nobody can be named by it."""

from __future__ import annotations

from ppid_core.model.redaction.identifier import Identifier
from ppid_core.model.redaction.name import MASK
from ppid_core.model.redaction.redaction import Exposure, Redaction, exposures_of, redact
from ppid_core.model.redaction.trait import (
    SMALLEST_CELL,
    TRAITS,
    TRAITS_IN_SIGHT,
    TRAITS_OF_ROWS,
    cell_of,
    names_office,
    small_cells,
)

__all__ = [
    "MASK",
    "SMALLEST_CELL",
    "TRAITS",
    "TRAITS_IN_SIGHT",
    "TRAITS_OF_ROWS",
    "Exposure",
    "Identifier",
    "Redaction",
    "cell_of",
    "exposures_of",
    "names_office",
    "redact",
    "small_cells",
]
