"""The provisions of UU 14/2008 that a reason of refusal names: letters of Pasal 17 and Pasal 6 ayat (3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from attrs import frozen

from ppid_core.glossary.book import recognise
from ppid_core.glossary.term import spelling
from ppid_core.model import RefusalReason

EXEMPTING, WITHHOLDING = 17, 6
"""The article of exemptions, and the one whose third paragraph holds what may not be given."""
LETTERS: Mapping[int, str] = MappingProxyType({EXEMPTING: "abcdefghij", WITHHOLDING: "abcde"})
_BY_LETTER: Mapping[str, RefusalReason] = MappingProxyType(
    {
        "a": RefusalReason.STATE_DANGER,
        "b": RefusalReason.UNFAIR_COMPETITION,
        "c": RefusalReason.PERSONAL_RIGHTS,
        "d": RefusalReason.OFFICIAL_SECRECY,
        "e": RefusalReason.NOT_HELD,
    }
)
"""The reasons of Pasal 6 ayat (3) by their letter."""
BESIDE_EXEMPTION = frozenset(_BY_LETTER.values()) - {RefusalReason.NOT_HELD}
"""Reasons of Pasal 6 ayat (3) that protect what a letter of Pasal 17 protects, too: both stand together."""

_PARAGRAPH = 3
_AS_IN_PERKI: Mapping[tuple[int, int], int] = MappingProxyType({(13, 2): WITHHOLDING, (13, 3): EXEMPTING})
"""Paragraphs of Perki 1/2021 that repeat the two lists, letter by letter."""
_PERKI = re.compile(r"\b(?:perki|peraturan komisi informasi)\b.*\b2021\b")
_RANGE = re.compile(
    r"\b([a-z])\s*(?:[-\u2010-\u2015]|s\s*[./]\s*d\b\.?|sampai(?: dengan)?)\s*(?:huruf\s+)?([a-z])\b"
)
_LETTER_WORD = re.compile(r"\b(?:hrf|hurup|butir|poin|point)\b")
_ANGKA = r"(?: angka(?: (?:dan )?[0-9]+)+)?"
_LIST = rf"[a-z]\b{_ANGKA}(?: (?:(?:dan|atau|serta) )?(?:huruf )?[a-z]\b{_ANGKA})*"
_ARTICLE = (
    r"(?:\b(?:pasal|psl|ps) ?|^(?=(?:17|6) (?:ayat|huruf|(?:3 )?[a-z]\b)))([0-9]+)(?: (?:ayat )?([0-9]+))?"
)
_MENTION = re.compile(rf"{_ARTICLE}(?: (?:huruf )?({_LIST}))?|\bhuruf ({_LIST})")
_BARE = re.compile(rf"(?:(?P<words>.+?) )??(?:huruf )?(?P<letters>{_LIST})")
_LAW = re.compile(
    r" (?:sesuai|berdasar|berdasarkan|menurut|sebagaimana|merujuk|vide|dalam|pada|pasal|psl|ps|uu|undang"
    r"|perki|huruf)\b.*"
)
_PARTS = re.compile(r"[,;()/|]|\bkarena\b", re.IGNORECASE)

_Mention = tuple[int, str]
"""An article, 0 for neither of the two, and the letters named of it, one after the other."""


@frozen(kw_only=True)
class _Provisions:
    """What a text names of the Act (*dasar penolakan*).

    Attributes:
        exempting: the letters of Pasal 17.
        withholding: the letters of Pasal 6 ayat (3).
        articles: which of the two are named, with or without a letter.
    """

    exempting: tuple[str, ...] = ()
    withholding: tuple[str, ...] = ()
    articles: frozenset[int] = frozenset()

    @property
    def reason(self) -> RefusalReason | None:
        """The reason that they are; None where they are none, or do not say which."""
        if EXEMPTING in self.articles:
            return RefusalReason.EXEMPT
        return _BY_LETTER[self.withholding[0]] if self.withholding else None


@lru_cache(maxsize=1024)
def provisions(text: str) -> _Provisions:
    """Return what ``text`` names, whatever stands around it.

    A letter belongs to the article named before it, else to the first one named; without any, a letter by
    its word (*huruf h*), alone in the cell or after *dikecualikan* is one of Pasal 17.
    """
    mentions = tuple(_mentions(_folded(text)))
    return _Provisions(
        exempting=_letters(mentions, EXEMPTING),
        withholding=tuple(letter for letter in _letters(mentions, WITHHOLDING) if letter in _BY_LETTER),
        articles=frozenset(article for article, _ in mentions if article in LETTERS),
    )


def _letters(mentions: tuple[_Mention, ...], article: int) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(letter for named, letters in mentions if named == article for letter in letters)
    )


def _folded(text: str) -> str:
    """Return the text as it is compared: ranges written out, one word for a letter, ``17h`` in two."""
    folded = spelling(_RANGE.sub(_written_out, text.casefold()))
    return _LETTER_WORD.sub("huruf", re.sub(r"([0-9])([a-z])\b", r"\1 \2", folded))


def _written_out(match: re.Match[str]) -> str:
    first, last = match.groups()
    return " ".join(map(chr, range(ord(first), ord(last) + 1))) if first < last else f"{first} {last}"


def _mentions(folded: str) -> Iterator[_Mention]:
    found = [match.groups() for match in _MENTION.finditer(folded)]
    is_perki = bool(_PERKI.search(folded))
    articles = [_article(number, paragraph, is_perki=is_perki) for number, paragraph, *_ in found if number]
    last = articles[0] if articles else EXEMPTING
    for number, paragraph, of_article, alone in found:
        last = _article(number, paragraph, is_perki=is_perki) if number else last
        yield last, "".join(re.findall(r"\b[a-z]\b", of_article or alone or ""))
    if not found and (bare := _BARE.fullmatch(folded)) and _is_exempt(bare["words"]):
        letters = "".join(re.findall(r"\b[a-z]\b", bare["letters"]))
        if bare["words"] or set(letters) <= set(LETTERS[EXEMPTING]):  # "V" alone is a tick, not a letter
            yield EXEMPTING, letters


def _article(number: str, paragraph: str | None, *, is_perki: bool) -> int:
    """Return which of the two articles is meant, 0 for another."""
    article = int(number)
    if is_perki and paragraph:
        return _AS_IN_PERKI.get((article, int(paragraph)), 0)
    if article == WITHHOLDING and paragraph and int(paragraph) != _PARAGRAPH:
        return 0
    return article if article in LETTERS else 0


def _is_exempt(words: str | None) -> bool:
    return words is None or recognise(RefusalReason, words) is RefusalReason.EXEMPT


def refusal_reason(text: str) -> RefusalReason | None:
    """Return the reason that ``text`` names; None where it is not known.

    A provision beats the words beside it; of several words those of the Act beat *dikecualikan*, and that
    beats the others: where a lawful reason is named, the refusal has one.
    """
    found = recognise(RefusalReason, text) or provisions(text).reason
    if found is not None:
        return found
    parts = (_LAW.sub("", f" {spelling(part)}") for part in (text, *_PARTS.split(text)))
    known = [one for part in parts if (one := recognise(RefusalReason, part)) and one != RefusalReason.OTHER]
    return min(known, key=_rank, default=None)


def _rank(reason: RefusalReason) -> int:
    if reason in _BY_LETTER.values():
        return 0
    return 1 if reason is RefusalReason.EXEMPT else 2
