"""Cells of the glossary's words: closed lists, open lists, letters of the law."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from ppid_core.glossary import label, recognise, spellings
from ppid_core.glossary.book import spelt
from ppid_core.glossary.fold import fold
from ppid_core.glossary.ground import ground_letters
from ppid_core.glossary.key_word import tells_of_objection
from ppid_core.glossary.refusal import EXEMPTING, LETTERS, provisions, refusal_reason
from ppid_core.intake.cells.error import CellError
from ppid_core.intake.cells.text import line
from ppid_core.intake.cells.time import TimeFrame
from ppid_core.intake.nearest import ask_near
from ppid_core.language import Bilingual
from ppid_core.model import Coded, Desk, Outcome, RefusalReason, StageKind

Member = TypeVar("Member", bound=StrEnum)

_AND = re.compile(r"\||,|;|/|\bdan\b", re.IGNORECASE)


def member(kind: type[Member]) -> Callable[[str], Member]:
    """Return a reader of one closed list: what is not in it is a problem."""
    listed = ", ".join(label(one) for one in kind)
    unknown = Bilingual('"{value}" tidak dikenal.', '"{value}" is not known.')
    list_of_all = Bilingual(f"Tulis salah satu: {listed}.", f"Write one of: {listed}.")
    expected = Bilingual(f"salah satu dari: {listed}", f"one of: {listed}")

    def reader(text: str) -> Member:
        found = recognise(kind, text)
        if found is None:
            raise CellError(_sentences(unknown, list_of_all), expected, lambda: asking(text))
        return found

    def asking(text: str) -> Bilingual:
        known = {spelt: label(one) for spelt, one in spellings(kind).items()}
        near = ask_near(text, known)
        return _sentences(unknown, *filter(None, (near,)), list_of_all)

    return reader


def coded(kind: type[Member]) -> Callable[[str], Coded[Member]]:
    """Return a reader of one open list: what is not in it is ``other``, with its words."""

    def reader(text: str) -> Coded[Member]:
        return Coded(recognise(kind, text) or kind("other"), line(text))

    return reader


def key_words_of(kind: type[Member]) -> Callable[[str, TimeFrame], Bilingual | None]:
    """Return what says how words of a list were read that are none of its spellings."""

    def remark(text: str, _: TimeFrame) -> Bilingual | None:
        if spelt(kind, text) is not None or (found := recognise(kind, text)) is None:
            return None
        return Bilingual(f"dibaca sebagai {label(found)}", f"read as {label(found, 'en')}")

    return remark


def _sentences(*parts: Bilingual) -> Bilingual:
    return Bilingual(" ".join(part.id for part in parts), " ".join(part.en for part in parts))


_outcome = member(Outcome)


def outcome(text: str) -> tuple[Outcome | None, Desk | None]:
    """Return the outcome, and which desk did not answer where the words say so.

    That somebody objected says nothing of it: such a status has taken the place of the outcome.
    """
    if tells_of_objection(text):
        return None, None
    return _outcome(text), recognise(Desk, text)


_outcome_by_key_words = key_words_of(Outcome)


def ambiguous_outcome(text: str, _: TimeFrame | None = None) -> Bilingual | None:
    """Return how a word was read that may mean something else (*diterima*), or is none of the spellings."""
    word = fold(text)
    if tells_of_objection(text):
        return Bilingual(
            "menyebut keberatan, bukan hasil permohonan, sehingga hasilnya belum tercatat",
            "names an objection and no outcome of the request, which is not recorded",
        )
    if word not in _AMBIGUOUS:
        return _outcome_by_key_words(text, TimeFrame())
    found, (other, english) = _outcome(text), _AMBIGUOUS[word]
    return Bilingual(
        f"dibaca sebagai {label(found)}; bila maksudnya {other}, tulis demikian",
        f"read as {label(found, 'en')}; where it means {english}, write so",
    )


_AMBIGUOUS = {
    "diterima": ("permohonannya baru masuk", "that the request came in"),
    "diteruskan": ("masih diproses", "that it is still worked on"),
    "processed": ("sudah selesai", "that it is done"),
}
"""Words that forms use in two meanings, and the other one."""


def reason(text: str) -> Coded[RefusalReason]:
    """Return the reason of a refusal, by its words or by the provision that it names."""
    return Coded(refusal_reason(text) or RefusalReason.OTHER, line(text))


def exemption(text: str) -> tuple[str, Coded[RefusalReason] | None]:
    """Return the letters of UU 14/2008 Pasal 17, ``h, i``, from ``h/i`` or ``Pasal 17 huruf h dan i UU KIP``.

    Where it names no letter of that article but another ground of the Act, that is the reason.

    Raises:
        CellError: it names no letter a to j, and no ground that is known.
    """
    letters = provisions(text).exempting
    if letters and set(letters) <= set(LETTERS[EXEMPTING]):
        return ", ".join(letters), None
    found = None if letters else refusal_reason(text)
    if found is None or found is RefusalReason.OTHER:
        raise _no_letter("a sampai j", "Pasal 17")
    return "", Coded(found, line(text))


def exempting_letters(text: str) -> str:
    """Return the letters of UU 14/2008 Pasal 17, ``h, i``, of a cell in which nothing else may stand.

    Raises:
        CellError: it names no letter a to j.
    """
    letters = provisions(text).exempting
    if not letters or not set(letters) <= set(LETTERS[EXEMPTING]):
        raise _no_letter("a sampai j", "Pasal 17")
    return ", ".join(letters)


def letters_of_ground(text: str) -> tuple[str, ...]:
    """Return the letters of UU 14/2008 Pasal 35 ayat (1), a to g: one, or several as the form ticks them.

    Raises:
        CellError: it is none.
    """
    letters = ground_letters(text)
    if not letters:
        raise _no_letter("a sampai g", "Pasal 35 ayat (1)")
    return letters


def stages(text: str) -> tuple[StageKind, ...]:
    """Return the stages of a dispute, one or several."""
    return tuple(dict.fromkeys(_stage(part) for part in _AND.split(text) if part.strip()))


_stage = member(StageKind)


def _no_letter(letters: str, article: str) -> CellError:
    english = letters.replace("sampai", "to")
    return CellError(
        Bilingual(
            f'"{{value}}" bukan huruf {article} UU 14/2008. Tulis {letters}.',
            f'"{{value}}" is no letter of {article} UU 14/2008. Write {english}.',
        ),
        Bilingual(f"huruf {letters}", f"a letter {english}"),
    )
