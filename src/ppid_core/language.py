"""The two languages in which the library speaks: Indonesian first, English second."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

__all__ = ["Bilingual", "Lang"]

Lang = Literal["id", "en"]
"""Indonesian or English."""


@frozen
class Bilingual:
    """One text in both languages.

    Attributes:
        id: the Indonesian text, which PPID staff read.
        en: the English text, for developers and readers abroad.
    """

    id: str
    en: str

    def __call__(self, lang: Lang = "id") -> str:
        """Return the text in ``lang``."""
        return self.id if lang == "id" else self.en

    def fill(self, **facts: object) -> Bilingual:
        """Return the text with its ``{placeholders}`` filled, in both languages."""
        return Bilingual(self.id.format(**facts), self.en.format(**facts))
