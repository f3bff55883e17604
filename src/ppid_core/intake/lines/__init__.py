"""Which lines of a table are data: the others are told, one note for each kind, and never counted."""

from __future__ import annotations
