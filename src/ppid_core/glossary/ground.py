"""The grounds of an objection in the words of the Act and of forms: one cell may name several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from ppid_core.glossary.book import recognise, spellings
from ppid_core.glossary.fold import fold
from ppid_core.glossary.term import spelling
from ppid_core.model import ObjectionGround

PREFIX = "ground_"
_LETTER_WORD = re.compile(r"\b(?:hrf|hurup|butir|poin|point)\b")
_LIST = r"[a-g](?: (?:(?:dan|atau|serta) )?(?:huruf )?[a-g])*"
_LETTERS = re.compile(
    rf"(?:(?:pasal|psl|ps) ?35(?: ?ayat ?1| 1)? )?(?:35(?: 1)? )?(?:huruf )?({_LIST})"
    r"(?: (?:pasal|uu|undang)\b.*)?"
)
_PARTS = re.compile(r"[;|\n/]|(?<![a-z])(?=[a-g][.)] ?[a-z]{3})", re.IGNORECASE)
_FINER = re.compile(r",|\bdan\b|\bserta\b", re.IGNORECASE)
_ENUMERATED = re.compile(r"(?P<word>huruf )?(?P<letter>[a-g]) (?P<words>[a-z]{2}.*)")
_TAIL = re.compile(
    r" (?:sebagaimana (?:yang )?(?:di ?maksud|di ?atur).*"
    r"|(?:berdasarkan|sesuai|menurut|dalam) (?:pasal|uu|undang).*|pasal [0-9].*|uu (?:kip|no|nomor|[0-9]).*)"
)
_SAYS_NOTHING = re.compile(r"\b(?:publik|informasi|oleh|ppid|atas)\b")


@lru_cache(maxsize=1024)
def objection_grounds(text: str) -> tuple[ObjectionGround, ...]:
    """Return the grounds that ``text`` names, in its order; () where none is known.

    Where some are known and others are not, `ObjectionGround.OTHER` stands for those.
    """
    if letters := ground_letters(text):
        return tuple(ObjectionGround(f"{PREFIX}{letter}") for letter in letters)
    found = _alone(text)
    if found is not None:
        return (found,)
    for split in (_PARTS, _FINER):
        parts = [part for part in split.split(text) if spelling(part)]
        named = [_alone(part) for part in parts]
        if len(parts) > 1 and any(named):
            return tuple(dict.fromkeys(one or ObjectionGround.OTHER for one in named))
    return ()


def ground_letters(text: str) -> tuple[str, ...]:
    """Return the letters where a text is nothing else: ``c`` and ``d`` of *huruf c dan d*."""
    match = _LETTERS.fullmatch(_LETTER_WORD.sub("huruf", spelling(text)))
    return () if match is None else tuple(dict.fromkeys(re.findall(r"\b[a-g]\b", match[1])))


def _alone(text: str) -> ObjectionGround | None:
    """Return the one ground that a text names, by its words, else by the letter before them."""
    folded = spelling(text)
    if found := _worded(folded):
        return found
    match = _ENUMERATED.fullmatch(_LETTER_WORD.sub("huruf", folded))
    if match is None:
        letters = ground_letters(text)
        return ObjectionGround(f"{PREFIX}{letters[0]}") if len(letters) == 1 else None
    found = _worded(match["words"])
    return found or (ObjectionGround(f"{PREFIX}{match['letter']}") if match["word"] else None)


def _worded(words: str) -> ObjectionGround | None:
    return recognise(ObjectionGround, words) or _wordings().get(_plain(words))


@cache
def _wordings() -> Mapping[str, ObjectionGround]:
    """Every accepted wording without the differences between the Act and the forms."""
    return dict(_pairs())


def _pairs() -> Iterator[tuple[str, ObjectionGround]]:
    for words, ground in spellings(ObjectionGround).items():
        yield _plain(words), ObjectionGround(ground)


def _plain(words: str) -> str:
    said = fold(_TAIL.sub("", f" {spelling(words)}"))
    return " ".join(_SAYS_NOTHING.sub(" ", said).split())
