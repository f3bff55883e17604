"""The lists of information that a body keeps."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.intake.tables import EXEMPT_LIST, PUBLIC_LIST
from ppid_core.model import ExemptInformation, PublicInformation
from ppid_core.testing.strategies.column import rows_of_table
from ppid_core.testing.strategies.plain import texts, words

_NUMBERS = st.sampled_from(("1", "2", "DIK-1"))
_FORMS = st.sampled_from(("cetak", "cetak, daring"))
_LETTERS = st.sampled_from(("a", "h", "h, i", "j"))


@cache
def public_information() -> SearchStrategy[PublicInformation]:
    """Return entries of the list of public information."""
    return rows_of_table(
        PUBLIC_LIST, always={"summary": texts()}, number=_NUMBERS | words(), form=_FORMS | words()
    )


@cache
def exempt_information() -> SearchStrategy[ExemptInformation]:
    """Return entries of the list of exempt information."""
    return rows_of_table(
        EXEMPT_LIST, always={"information": texts()}, number=_NUMBERS | words(), letter=_LETTERS
    )
