"""What the registers and lists hold that a public body must keep."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.law.citation import Citable, Citation, Confidence


class RegisterKind(StrEnum):
    """A register or list of the Perki (*register*, *daftar*)."""

    REQUESTS = "requests"
    OBJECTIONS = "objections"
    PUBLIC_INFORMATION = "public_information"
    EXEMPT_INFORMATION = "exempt_information"

    @property
    def label(self) -> Bilingual:
        """The words that a reader sees."""
        return _REGISTER_LABELS[self]


_REGISTER_LABELS = {
    RegisterKind.REQUESTS: Bilingual("register permohonan", "register of requests"),
    RegisterKind.OBJECTIONS: Bilingual("register keberatan", "register of objections"),
    RegisterKind.PUBLIC_INFORMATION: Bilingual(
        "daftar informasi publik (DIP)", "list of public information (DIP)"
    ),
    RegisterKind.EXEMPT_INFORMATION: Bilingual(
        "daftar informasi yang dikecualikan (DIK)", "list of exempt information (DIK)"
    ),
}


@frozen(kw_only=True)
class RegisterColumn(Citable):
    """One column of a register or list (*kolom register*).

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> Lawbook.load().register_columns.at(date(2024, 1, 1)).value[0].register.value
    'requests'

    Attributes:
        register: which one.
        slug: stable name, unique within its register.
        title: what it is called, in a few words; not the heading of the form.
        typed_in: the table and column where staff type it, all of them where there are several; empty where
            our tables have no place for it.
        citations: where it stands.
        confidence: how sure we are of this one column.
    """

    register: RegisterKind
    slug: str
    title: Bilingual
    typed_in: tuple[str, ...] = ()
    citations: tuple[Citation, ...]
    confidence: Confidence
