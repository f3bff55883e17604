"""A value of an open list: the clerk's words always stay."""

from __future__ import annotations

from enum import StrEnum
from typing import Generic, TypeVar

from attrs import frozen

Slug = TypeVar("Slug", bound=StrEnum)


@frozen
class Coded(Generic[Slug]):
    """A word of an open list (*istilah daftar terbuka*).

    >>> from ppid_core.model import Channel, Coded
    >>> Coded(Channel.EMAIL, "surel").typed
    'surel'

    Attributes:
        slug: the member that the words lead to; ``other`` where they lead to none.
        typed: the words as typed.
    """

    slug: Slug
    typed: str = ""
