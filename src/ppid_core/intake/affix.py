"""Words around the names of columns: one that most headings share, and the person of whom some tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from ppid_core.glossary import spelling
from ppid_core.glossary.fold import humps_apart
from ppid_core.glossary.nobody import IDENTITY, why_nobodys
from ppid_core.glossary.word_family import parts, words_of
from ppid_core.intake.tables.spec import RUNNING_NUMBER, TableSpec

_FEWEST = 4
"""So many headings have to share a word; it has to be more than half of them, too."""
_APPLICANT = "pemohon"
_KINDS_OF_TEXT = frozenset({"str", "string", "text", "varchar"})
"""How databases call a column of words."""
_SAME = {"permohonan": frozenset({"permohonan", "permintaan", _APPLICANT})}
"""What rows of a table may be called in its headings, where not by its name."""


@frozen
class Affix:
    """A word with which most headings of a table begin, or end: ``pi`` of ``pi_status`` and ``pi_jawaban``.

    Attributes:
        word: in the form of `spelling`.
        leads: whether they begin with it.
    """

    word: str
    leads: bool

    def cut(self, title: str) -> str:
        """Return a title without it; "" where it has not the word, or is nothing else."""
        words = _words(title)
        if len(words) < 2 or words[0 if self.leads else -1] != self.word:  # noqa: PLR2004  it and something else
            return ""
        return " ".join(words[1:] if self.leads else words[:-1])


def shared_affix(titles: Iterable[str], spec: TableSpec[Any]) -> Affix | None:
    """Return the word that most titles of a table share; None where there is none.

    A word of one of the headings of the table says something and is never left out, but its own name is
    (``permohonan_status``), and so is a letter.
    """
    words = [said for said in map(_words, titles) if said]
    several = [said for said in words if len(said) > 1]
    counts = Counter(Affix(said[0 if leads else -1], leads) for said in several for leads in (True, False))
    own = _SAME.get(spec.name, frozenset({spec.name}))
    for affix, count in counts.most_common(2):
        may_go = affix.word in own or len(affix.word) == 1 or affix.word not in spec.accepted.words
        if count >= _FEWEST and 2 * count > len(words) and may_go:
            return affix
    return None


def column_named(title: str, spec: TableSpec[Any], affix: Affix | None = None) -> str | None:
    """Return the column that a title names, None where it names none.

    Without the word that most titles share; with *pemohon* behind it where it tells of a person
    (``no_ktp_pemohon``), or how a database keeps it (``alasan_penolakan_text``); last, by its parts.
    """
    every = [said for said in (title, affix.cut(title) if affix else "") if said]
    spelt = filter(None, (column_spelt(said, spec) for said in every))
    return next(spelt, None) or next(filter(None, (named_by_parts(said, spec) for said in every)), None)


def column_spelt(title: str, spec: TableSpec[Any]) -> str | None:
    """Return the column that a title spells, without what it says beside that."""
    return spec.accepted.get(title) or _of_applicant(title, spec) or _kept(title, spec)


def named_by_parts(title: str, spec: TableSpec[Any]) -> str | None:
    """Return the column of a register that a title names by its parts, and that alone: it is nobody's, too.

    >>> from ppid_core.intake.tables import TABLES
    >>> requests = next(spec for spec in TABLES if spec.name == "permohonan")
    >>> [named_by_parts(title, requests) for title in ("Rejection Reason", "tgl_surat", "is_read")]
    ['alasan_penolakan', None, None]
    """
    if not spec.cases or spelling(title) in RUNNING_NUMBER:
        return None
    name, why = spec.accepted.by_parts(title, spec.name), why_nobodys(title)
    if name is None and _APPLICANT in parts(title):
        bare = " ".join(word for word in words_of(title) if word != _APPLICANT)
        name = spec.accepted.by_parts(bare, spec.name)
        name = name if name in spec.private else None
    return name if why is None or (why is IDENTITY and name in spec.private) else None


def _kept(title: str, spec: TableSpec[Any]) -> str | None:
    words = _words(title)
    if not spec.cases or len(words) < 2 or words[-1] not in _KINDS_OF_TEXT:  # noqa: PLR2004  it and something else
        return None
    return spec.accepted.get(" ".join(words[:-1]))


def _of_applicant(title: str, spec: TableSpec[Any]) -> str | None:
    own = Affix(_APPLICANT, leads=False).cut(title)
    name = spec.accepted.get(own) if own and spec.cases else None
    return name if name in spec.private else None


def _words(title: str) -> Sequence[str]:
    return spelling(humps_apart(title)).split()
