"""Names of tables and columns: what each is for, and every spelling accepted as a heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import frozen

from ppid_core.glossary.fold import fold_heading
from ppid_core.glossary.term import spelling
from ppid_core.glossary.word_family import parts

_DATE, _DAY, _ASKED = "tanggal", "hari", "informasi"
_ENOUGH = 2
_HOW, _WAYS, _COPIED = "cara", frozenset({"peroleh", "dapat", "kirim"}), "salinan"
"""What forms ask with these verbs is how; with *menyampaikan* it may be when."""
_GENERAL = frozenset({"jenis", "nomor", "kode", "jumlah", "cara"})
"""Parts that say of themselves not which column it is: *kategori* is not *jenis*."""
_OF_TWO_REASONS = (frozenset({"alasan"}), "permohonan")
"""A request has a reason, and so has its refusal."""


@frozen
class Heading:
    """One heading (*judul kolom*), or one key of the table *laporan*.

    Attributes:
        name: its name in documents and messages.
        meaning: what stands under it, in Indonesian, as PETUNJUK.txt explains it.
        spellings: other accepted spellings.
        is_ticked: whether it stands in printed forms alone, to be ticked; our own tables do without it.
    """

    name: str
    meaning: str
    spellings: tuple[str, ...] = ()
    is_ticked: bool = False


@frozen
class TableHeadings:
    """One table (*tabel*) with its headings; ``spellings`` are other names of its file."""

    name: str
    meaning: str
    spellings: tuple[str, ...]
    headings: tuple[Heading, ...]


class Accepted(Mapping[str, str]):
    """The name for each accepted spelling, in the form of `spelling`; it is asked with any text.

    A text that is no spelling is the name of those that fold like it, where that is one name only.

    >>> known = Accepted({"nomor registrasi": "nomor", "tanggal permohonan": "tanggal"})
    >>> known["No. Registrasi"], known["tgl_permintaan"], known.get("nomor surat")
    ('nomor', 'tanggal', None)
    """

    def __init__(self, names: Mapping[str, str], ours: Mapping[str, str] | None = None) -> None:
        """Know the names by spelling, and ``ours`` where others are among them: parts are those of ours."""
        self._names, self._ours = dict(names), dict(names if ours is None else ours)
        self._parts: dict[str, Mapping[frozenset[str], frozenset[str]]] = {}

    def __getitem__(self, text: str) -> str:
        """Return the name that a text spells, or is folded like.

        Raises:
            KeyError: it is none.
        """
        name = self._names.get(spelling(text))
        return self._folded[fold_heading(text)] if name is None else name

    def __iter__(self) -> Iterator[str]:
        """Yield each spelling."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return how many spellings there are."""
        return len(self._names)

    def __or__(self, other: Mapping[str, str]) -> Accepted:
        """Return these and more, which win."""
        return Accepted({**self._names, **other}, self._ours)

    def by_parts(self, text: str, subject: str) -> str | None:
        """Return the one name of which a spelling of ours has the same parts, in any order.

        >>> Accepted({"tanggal permohonan": "tanggal"}).by_parts("Request Date", "permohonan")
        'tanggal'

        Args:
            text: a heading that is no spelling.
            subject: what rows of the table are called, which says nothing in its headings.
        """
        names = self.may_be(text, subject)
        return next(iter(names)) if len(names) == 1 else None

    def may_be(self, text: str, subject: str) -> frozenset[str]:
        """Return the names of which a spelling of ours has the same parts."""
        known = self._parts.get(subject) or self._parts.setdefault(subject, self._by_parts(subject))
        said = bare_parts(text, subject)
        is_general = said <= _GENERAL or (said, subject) == _OF_TWO_REASONS
        return frozenset() if is_general else known.get(said, frozenset())

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the spellings."""
        return frozenset(word for text in self._names for word in text.split())

    def _by_parts(self, subject: str) -> Mapping[frozenset[str], frozenset[str]]:
        """The names for the parts of each spelling."""
        names: dict[frozenset[str], set[str]] = {}
        for text, name in self._ours.items():
            names.setdefault(bare_parts(text, subject), set()).add(name)
        return {said: frozenset(several) for said, several in names.items()}

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        """The name for each folded spelling; what folds like two names leads to none of them."""
        names: dict[str, set[str]] = {}
        for text, name in self._names.items():
            names.setdefault(fold_heading(text), set()).add(name)
        return {folded: name for folded, (name, *others) in names.items() if not others}


def bare_parts(heading: str, subject: str) -> frozenset[str]:
    """Return the parts of a heading that say something in a table whose rows are called ``subject``.

    *Cara* is meant where only the verb stands: *memperoleh informasi*. Nothing says *hari*
    beside a date, nor the subject itself and *informasi* where two words remain: *jenis informasi* and
    *jenis* are two columns.

    >>> sorted(bare_parts("cara memperoleh informasi", "permohonan")), sorted(bare_parts("Hari/tgl", ""))
    (['cara', 'peroleh'], ['tanggal'])
    """
    said = parts(heading)
    rest = said - {_DAY} if _DATE in said else said
    if not _WAYS.isdisjoint(rest) and rest <= _WAYS | {_ASKED, subject, _COPIED}:
        rest |= {_HOW}
    for word in (subject, _ASKED):
        rest = rest - {word} if len(rest - {word}) >= _ENOUGH else rest
    return rest


def accepted(headings: Iterable[Heading | TableHeadings]) -> Accepted:
    """Return the name for each accepted spelling.

    A name wins over another one's spelling.
    """
    known = tuple(headings)
    others = {spelling(text): heading.name for heading in known for text in heading.spellings}
    return Accepted(others | {spelling(heading.name): heading.name for heading in known})


def parse_heading(line: str) -> Heading:
    """Return the heading that one line ``name: meaning = spelling = …`` describes."""
    name, _, rest = line.strip().partition(": ")
    meaning, *spellings = rest.split(" = ")
    return Heading(name, meaning, tuple(spellings))
