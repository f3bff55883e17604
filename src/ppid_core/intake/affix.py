"""Words around the names of columns: one that most headings share, and the person of whom some tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from ppid_core.glossary import spelling
from ppid_core.glossary.fold import humps_apart
from ppid_core.intake.tables.spec import TableSpec

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
    (``no_ktp_pemohon``), or how a database keeps it (``alasan_penolakan_text``).
    """
    for said in (title, affix.cut(title) if affix else ""):
        if said and (name := spec.accepted.get(said) or _of_applicant(said, spec) or _kept(said, spec)):
            return name
    return None


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
