"""L: what the law asks of answers and of the report, and how far that law is sure."""

from __future__ import annotations
