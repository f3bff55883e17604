"""Arithmetic that rounds nothing, whatever decimal context the program has that calls us."""

from __future__ import annotations

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context

EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""Adds and shifts without rounding; dividing in it would fill the memory."""
