"""In which language words are said: those of staff are Indonesian, whatever the document is in."""

from __future__ import annotations

from attrs import frozen

from ppid_core.language import Lang
from ppid_core.report import Phrase, Typed

_TYPED: Lang = "id"


@frozen(kw_only=True)
class Speech:
    """Words in one language.

    Attributes:
        lang: the language, None where it is that of the document.
    """

    words: str
    lang: Lang | None = None


def speech(words: str, document: Lang, usual: Lang | None = None) -> tuple[Speech, ...]:
    """Return words by the language that they are in.

    Args:
        words: a cell, a heading, a note, or a part of running text.
        document: the language of the document.
        usual: that of all of them where nothing else is known, None where it is that of the document.
    """
    parts = words.parts if isinstance(words, Phrase) else (words,)
    usual = None if usual == document else usual
    typed = None if document == _TYPED else _TYPED
    langs = [typed if isinstance(part, Typed) else usual for part in parts]
    if len(set(langs)) == 1:
        return (Speech(words=str(words), lang=langs[0]),)
    return tuple(Speech(words=str(part), lang=lang) for part, lang in zip(parts, langs, strict=True) if part)
