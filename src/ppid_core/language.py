"""The two languages in which the library speaks: Indonesian first, English second."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from attrs import frozen

__all__ = ["Bilingual", "Lang"]

Lang = Literal["id", "en"]
"""Indonesian or English."""
LANGS: tuple[Lang, Lang] = ("id", "en")
"""Both, in the order in which `Bilingual` holds its texts."""
_BY_NUMBER = re.compile(r"(?<!\{)\{(\w+):([^{}|]*)\|([^{}|]*)\}")


@frozen
class Bilingual:
    """One text in both languages.

    >>> from ppid_core.language import Bilingual
    >>> told = Bilingual("{count} baris", "{count} {count:row|rows}").fill(count=3)
    >>> told("id"), told("en")
    ('3 baris', '3 rows')

    Attributes:
        id: the Indonesian text, which PPID staff read.
        en: the English text, for developers and readers abroad.
    """

    id: str
    en: str

    @classmethod
    def both(cls, text: str) -> Bilingual:
        """Return a text that reads the same in either language: a name, or what is typed into a table."""
        return cls(text, text)

    def __call__(self, lang: Lang = "id") -> str:
        """Return the text in ``lang``."""
        return self.id if lang == "id" else self.en

    def fill(self, **facts: object) -> Bilingual:
        """Return the text with its ``{placeholders}`` filled, in both languages; facts may be such texts.

        ``{count:row|rows}`` is what is said of one, or of any other number.
        """
        return Bilingual(*(filled(self(lang), _in(lang, facts)) for lang in LANGS))


def filled(template: str, facts: Mapping[str, object]) -> str:
    """Return ``template`` with its ``{placeholders}`` filled.

    >>> filled("{count} {count:row was|rows were} read", {"count": 1})
    '1 row was read'

    Args:
        template: as `str.format_map` takes it; ``{name:one|more}`` is what is said of one, or of any other
            number.
        facts: what each placeholder stands for.

    Raises:
        KeyError: where it stands for nothing.
    """
    if "|" in template:
        template = _BY_NUMBER.sub(lambda found: by_number(facts[found[1]], found[2], found[3]), template)
    return template.format_map(facts)


def by_number(number: object, one: str, more: str) -> str:
    """Return what English says of one, or of any other number: *1 row*, *0 rows*."""
    return one if str(number) == "1" else more


def of_many(template: str) -> str:
    """Return a template as it is filled for any number but one."""
    return _BY_NUMBER.sub(r"\3", template)


def label_of(thing: object, lang: Lang) -> str:
    """Return what a person reads of a format or an importer: without a ``label_en``, its ``label``."""
    label = getattr(thing, "label_en", None) if lang == "en" else None
    return str(label or getattr(thing, "label", ""))


def _in(lang: Lang, facts: Mapping[str, object]) -> dict[str, object]:
    return {name: fact(lang) if isinstance(fact, Bilingual) else fact for name, fact in facts.items()}
