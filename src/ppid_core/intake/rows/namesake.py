"""Headings that name one column: which of them is it, and what becomes of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from ppid_core.glossary import recognise, spelling
from ppid_core.glossary.ground import objection_grounds
from ppid_core.glossary.word_family import parts
from ppid_core.intake.cells import CellError, is_unrecorded, line
from ppid_core.intake.rows.columns import Columns
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables.spec import TableColumn, TableSpec
from ppid_core.language import Bilingual

_OTHER = "other"
_KIND, _KINDS = "jenis", frozenset({"pemohon", "jenis", "kelompok_informasi"})
"""A heading that says no more than *kategori*, and the columns of which it may be one."""
_MOSTLY = 0.5
_MOST = 500
"""Different texts of a column that are looked at."""


def says_word(column: TableColumn[Any], text: str) -> bool:
    """Tell whether a text is one that a column knows: of an open list, one of its words."""
    if column.coded and column.read is line:  # sentences that name the grounds of an objection
        return bool(objection_grounds(text))
    try:
        return not _is_other(column.read(text))
    except CellError:
        return False


def _is_other(value: object) -> bool:
    """Tell whether words are in no list though there is one."""
    said = value if isinstance(value, tuple) else (value,)
    return any(str(getattr(one, "slug", one)) == _OTHER for one in said)


def texts_of_column(sheet: Sheet, position: int, most: int = _MOST) -> Sequence[str]:
    """Return the different texts of a column, at most some, without signs that nothing is recorded."""
    found = dict[str, None]()
    for text in Columns.of(sheet.rows, len(sheet.heading)).texts(position):
        if text and not is_unrecorded(text):
            found[text] = None
            if len(found) == most:
                break
    return tuple(found)


@frozen(kw_only=True)
class Aside:
    """A heading that steps aside for another one.

    Attributes:
        position: where it stands.
        winner: the position of the other one.
        why: in a few words; None where it becomes another column.
    """

    position: int
    winner: int
    why: Bilingual | None = None


@frozen(kw_only=True)
class Namesakes:
    """The headings of a register that name its columns, of which two may name one.

    Attributes:
        titles: by position.
        named: the column that each names; those that step aside for another column are changed here.
    """

    sheet: Sheet
    spec: TableSpec[Any]
    titles: Mapping[int, str]
    named: dict[int, str | None]
    _columns: Mapping[str, TableColumn[Any]] = field(init=False, repr=False)

    @_columns.default
    def _by_name(self) -> Mapping[str, TableColumn[Any]]:
        return {column.name: column for column in self.spec.columns}

    def settle(self) -> Iterator[Aside]:
        """Yield the headings that step aside; what still names one column twice is told by who lays out."""
        yield from self._told_by_cells()
        for name in dict.fromkeys(filter(None, self.named.values())):
            places = [at for at, one in self.named.items() if one == name]
            if len(places) > 1:
                firm = [at for at in places if not self._gives_way(at)]
                if firm:
                    yield from self._moved([at for at in places if at not in firm], firm[0])
                places = [at for at in places if self.named[at] == name]
                yield from self._silent(name, places) if len(places) > 1 else ()

    def _told_by_cells(self) -> Iterator[Aside]:
        """Move headings that say one thing in forms and another in programs, to where their cells belong."""
        for at, name in list(self.named.items()):
            if name is None and (one := self._told_of_several(at)):
                self.named[at] = one
                yield Aside(position=at, winner=at)
            said = spelling(self.titles[at])
            other = self.spec.by_cells.get(said, "")
            if name is None or other in {"", *self.named.values()} or said in self.spec.foreign:
                continue
            texts = texts_of_column(self.sheet, at)
            is_own = any(says_word(self._columns[name], text) for text in texts)
            if texts and not is_own and all(self._is_word_of(other, text) for text in texts):
                self.named[at] = other
                yield Aside(position=at, winner=at)

    def _told_of_several(self, at: int) -> str | None:
        """Return the column that is meant by a heading whose words may be several: whose list has all."""
        is_kind = _KIND in parts(self.titles[at]) and parts(self.titles[at]) <= {_KIND, self.spec.name}
        names = _KINDS if is_kind else self.spec.accepted.may_be(self.titles[at], self.spec.name)
        lists = {name: self._list_of(name) for name in names if name not in self.named.values()}
        if len(names) <= 1 or None in lists.values() or (not is_kind and len(lists) < len(names)):
            return None
        texts = texts_of_column(self.sheet, at)
        fit = [name for name, of in lists.items() if of and all(recognise(of, text) for text in texts)]
        return fit[0] if texts and len(fit) == 1 else None

    def _list_of(self, name: str) -> type[StrEnum] | None:
        column = self._columns.get(name)
        of = column.offers.of if column is not None and column.offers is not None else ()
        return None if isinstance(of, tuple) else of

    def _is_word_of(self, name: str, text: str) -> bool:
        return not text.isdecimal() and says_word(self._columns[name], text)

    def _gives_way(self, at: int) -> bool:
        said = spelling(self.titles[at])
        return said in self.spec.gives_way and said not in self.spec.foreign

    def _moved(self, places: Iterable[int], winner: int) -> Iterator[Aside]:
        """Move headings that give way to a column that is free, or to none."""
        for at in places:
            for name in self.spec.gives_way[spelling(self.titles[at])]:
                if not name:
                    self.named[at] = None
                    yield Aside(position=at, winner=winner, why=_LESS_EXACT)
                elif name not in self.named.values() and self._can_hold(name, at):
                    self.named[at] = name
                    yield Aside(position=at, winner=winner)
                else:
                    continue
                break

    def _can_hold(self, name: str, at: int) -> bool:
        column = self._columns[name]
        texts = texts_of_column(self.sheet, at) if column.is_closed else ()
        return all(says_word(column, text) for text in texts)

    def _silent(self, name: str, places: Sequence[int]) -> Iterator[Aside]:
        """Take those aside that are blank, or say no word of the list where one other says nothing else.

        Of an open list it is enough that most of what that one says are words of it.
        """
        texts = {at: texts_of_column(self.sheet, at) for at in places}
        kept = [at for at in places if texts[at]] or list(places[:1])
        column = self._columns[name]
        if len(kept) > 1 and column.is_listed:
            words = {at: sum(says_word(column, text) for text in texts[at]) for at in kept}
            least = _MOSTLY if column.coded else 1
            speaking = [at for at in kept if words[at] >= least * len(texts[at])]
            others = [at for at in kept if not words[at]]
            if len(speaking) == 1 and len(others) == len(kept) - 1:
                kept = speaking
        if len(kept) == 1:
            for at in places:
                if at not in kept:
                    self.named[at] = None
                    yield Aside(position=at, winner=kept[0], why=_OTHER_WORDS if texts[at] else _BLANK)


_LESS_EXACT = Bilingual("lebih tepat", "says it more exactly")
_BLANK = Bilingual("terisi, sedangkan kolom ini kosong", "is filled in, and this one is blank")
_OTHER_WORDS = Bilingual("berisi kata yang dikenal", "says words that are known")
