"""What the law says: values, citations and instruments of the law book, since nobody may invent one."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.law import Citation, Instrument, Lawbook, Parameter, Provision


@cache
def parameters() -> SearchStrategy[Parameter[object]]:
    """Return parameters of the law book, each with its history."""
    return st.sampled_from(Lawbook.load().parameters)


@cache
def provisions() -> SearchStrategy[Provision[object]]:
    """Return dated entries, of every unit and confidence that the law book has."""
    entries = [entry for one in Lawbook.load().parameters for entry in one.provisions]
    return st.sampled_from([entry for entry in entries if isinstance(entry, Provision)])


@cache
def citations() -> SearchStrategy[Citation]:
    """Return places in the law."""
    return provisions().map(lambda provision: provision.citation)


@cache
def instruments() -> SearchStrategy[Instrument]:
    """Return laws and regulations, in force and replaced."""
    return st.sampled_from(Lawbook.load().instruments)
