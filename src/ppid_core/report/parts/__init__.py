"""The parts of the report: one function for each, from material to a section without its number."""

from __future__ import annotations
