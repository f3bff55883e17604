"""A draft of *peta* for tables of another program: what each heading looks like, and what is left to decide.

Nothing in it is of a person: no cell of a private column or of free text, and of the others only words that
repeat. What is not sure stands as ``?``, which is a problem until somebody decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Any

from attrs import frozen

from ppid_core.glossary import spelling
from ppid_core.intake.cells import CellError, day, is_unrecorded, line, prose
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.nearest import nearest
from ppid_core.intake.rows.columns import Columns
from ppid_core.intake.rows.foreign_sheet import foreign_sheets
from ppid_core.intake.rows.heading import Layout, lay_out
from ppid_core.intake.rows.namesake import says_word
from ppid_core.intake.rows.reading import read_table
from ppid_core.intake.rows.veil import Veil, is_ordinary
from ppid_core.intake.setting import Setting
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables import TABLES
from ppid_core.intake.tables.spec import TableColumn, TableSpec
from ppid_core.intake.tables.translation import NOBODYS, TRANSLATIONS, UNDECIDED, Dictionary
from ppid_core.language import Bilingual, Lang
from ppid_core.model import Absent, ReportingPeriod
from ppid_core.writing import format_number

LIKE = 0.75
"""How alike a foreign heading has to be to one of ours to be drafted as that."""
_MOSTLY = 0.8
"""The share of filled rows that have to be of a kind for a column to be said to hold it."""
_HALF = 0.5
"""The share of filled rows that have to say words of a list for a column to be drafted as that list's."""
_MOST_SHOWN, _MOST_NAMED, _MOST_WORDS, _MOST_TEXTS = 4, 9, 60, 500
"""Samples of a column, columns that it may be, words of it that are drafted, and texts that are looked at."""
_LONGEST = 80
"""Letters of a word that is drafted: the grounds of an objection are whole sentences."""
_FEW, _SHORT = 12, 2
"""Different texts of a column that is nothing but codes or a few words, and words of one of these."""
_CODE = re.compile(r"[0-9]{1,3}")
_REGISTERS = {
    "permohonan": "permohonan",
    "permintaan": "permohonan",
    "keberatan": "keberatan",
    "sengketa": "sengketa",
    "gugatan": "gugatan",
}
"""The word by which a program calls the rows of a register."""
_ANY_YEAR = 2000
_Line = dict[str, str]


def draft_map(sheets: Mapping[str, Sheet], lang: Lang = "id") -> tuple[Cells, ...]:
    """Return the lines that *peta* still needs for tables to be read.

    Args:
        sheets: by table, *peta* among them where there is one.
        lang: language of the remarks.
    """
    specs = {spec.name: spec for spec in TABLES if spec.rows}
    unset = Setting(period=ReportingPeriod(_ANY_YEAR))
    said = read_table(TRANSLATIONS, sheets.get(TRANSLATIONS.name), unset, Ledger())
    foreign = Dictionary(() if isinstance(said, Absent) else said)
    known = foreign_sheets(sheets, foreign, Ledger())
    drafts = (
        _Draft(foreign.applied(specs[table]), sheet, lang) for table, sheet in known.items() if table in specs
    )
    return tuple(chain.from_iterable(draft.lines() for draft in drafts))


@frozen(slots=False)
class _Held:
    """What the filled cells of a column are: each text, and in how many rows it stands."""

    counts: Counter[str]

    @property
    def filled(self) -> int:
        """How many rows say anything."""
        return sum(self.counts.values())

    @cached_property
    def common(self) -> Mapping[str, int]:
        """The texts that are looked at."""
        return dict(self.counts.most_common(_MOST_TEXTS))

    def rows(self, texts: Iterable[str]) -> int:
        """Return how many rows say one of some texts."""
        return sum(self.counts[text] for text in texts)

    def share(self, column: TableColumn[Any]) -> float:
        """Return the share of rows, of those that are looked at, that a column can hold."""
        said = self.rows(text for text in self.common if says_word(column, text))
        return said / (sum(self.common.values()) or 1)

    def may_be(self, column: TableColumn[Any]) -> bool:
        """Tell whether a column can hold what stands here: most of it, of a list some word, or codes."""
        if column.read in {line, prose}:
            return True
        if not column.is_listed:
            return self.share(column) >= _HALF
        are_codes = all(map(_CODE.fullmatch, self.common)) and len(self.counts) <= _HALF * self.filled
        return are_codes or self.share(column) > 0

    @property
    def kind(self) -> Bilingual:
        """What most of the texts are."""
        if self._mostly(_is_day):
            return _DAYS
        if self._mostly(lambda text: text.replace(".", "").replace(",", "").isdecimal()):
            return _NUMBERS
        repeated = self.rows(text for text, rows in self.common.items() if rows > 1)
        return _WORDS if repeated >= _MOSTLY * self.filled else _TEXT

    def _mostly(self, is_one: Callable[[str], bool]) -> bool:
        return self.rows(filter(is_one, self.common)) >= _MOSTLY * sum(self.common.values())


def _is_day(text: str) -> bool:
    try:
        day(text)
    except CellError:
        return False
    return True


def _is_code(text: str) -> bool:
    """Tell whether a text is a code, or some ordinary words: of an unknown column nothing else is shown."""
    if any(map(str.isdigit, text)):
        return bool(_CODE.fullmatch(text))
    return len(text.split()) <= _SHORT and is_ordinary(text)


def _differ_little(one: str, other: str) -> bool:
    """Tell whether the words that two headings do not share are alike, too: *ticket* and *tgl* are not."""
    left, right = one.split(), other.split()
    rest = " ".join(word for word in left if word not in right)
    missing = " ".join(word for word in right if word not in left)
    return not (rest and missing) or nearest(rest, {missing: missing})[1] >= _HALF


def _register(text: str) -> str | None:
    """Return the register that the words name, None where they name none, or several."""
    named = {_REGISTERS[word] for word in spelling(text).split() if word in _REGISTERS}
    return named.pop() if len(named) == 1 else None


class _Draft:
    """The draft for one table."""

    def __init__(self, spec: TableSpec[Any], sheet: Sheet, lang: Lang) -> None:
        self.spec, self.sheet, self.lang = spec, sheet, lang
        ledger = Ledger()
        self.layout: Layout = lay_out(sheet, spec, ledger)
        self.refused = dict.fromkeys(problem.source.column for problem in ledger.problems)
        self.rows = Columns.of(sheet.rows, len(sheet.heading))
        self.taken = {place.column.name: place.heading for place in self.layout.places}
        self.held = [self._held(position) for position in range(len(sheet.heading))]

    @cached_property
    def veil(self) -> Veil:
        """What tells persons, those of columns that are called so, in what repeats: nothing else is shown."""
        named = (place.position for place in self.layout.places if place.column.names_person)
        repeated = (text for held in self.held for text, rows in held.counts.items() if rows > 1)
        return Veil.of(chain.from_iterable(map(self.rows.texts, named)), repeated)

    def lines(self) -> Iterator[Cells]:
        """Yield the lines: each unknown heading, then what it says that is not known."""
        places = {place.position: place.column for place in self.layout.places}
        columns = {column.name: column for column in self.spec.columns}
        for position, title in enumerate(map(str.strip, self.sheet.heading)):
            column, held = places.get(position), self.held[position]
            if title in self.refused and column is None:
                if sorts := list(self._sorting(title, held)):
                    yield from sorts
                    continue
                line_, name = self._heading(title, held)
                yield line_
                column = columns.get(name)
            if column is not None and column.is_listed:
                yield from self._words(title, column, held)

    def _held(self, position: int) -> _Held:
        counts = Counter[str]()
        for begin, cells in self.rows.column(position):
            first = self.sheet.first_row + begin
            kept = (text.strip() for at, text in enumerate(cells, start=first) if at not in self.sheet.apart)
            counts.update(text for text in kept if text and not is_unrecorded(text))
        return _Held(counts)

    # Headings

    def _heading(self, title: str, held: _Held) -> tuple[_Line, str]:
        """Return the line of an unknown heading, and the column that it is drafted as."""
        if not held.counts:
            return self._line(title, f"{self.spec.name}.{NOBODYS}", remark=_EMPTY), ""
        name, why = self.alike.get(title) or self._listed(held) or ("", held.kind)
        column = next((one for one in self.spec.columns if one.name == name), None)
        if column is not None and not held.may_be(column):
            told = _OTHERWISE.fill(why=why, kind=held.kind)
            return self._line(title, self._undecided, remark=self._remark(told, held, None)), ""
        if name in self.taken:
            told = _TAKEN.fill(why=why, name=name, other=self.taken[name])
            return self._line(title, self._undecided, remark=self._remark(told, held, None)), ""
        if column is None:
            columns = list(self._possible(held))
            named = ", ".join(columns[:_MOST_NAMED]) + (", …" if len(columns) > _MOST_NAMED else "")
            told = _OPEN.fill(why=why, columns=named or NOBODYS)
            return self._line(title, self._undecided, remark=self._remark(told, held, None)), ""
        self.taken[name] = title
        return self._line(title, f"{self.spec.name}.{name}", remark=self._remark(why, held, column)), name

    @cached_property
    def alike(self) -> Mapping[str, tuple[str, Bilingual]]:
        """The column that each unknown heading is like, and why; of two that are like one, the likest."""
        near = {title: nearest(title, self.spec.accepted) for title in self.refused if title}
        found: dict[str, tuple[str, Bilingual]] = {}
        given = set(self.taken)
        for title, (best, closeness) in sorted(near.items(), key=lambda one: -one[1][1]):
            if closeness >= LIKE and _differ_little(spelling(title), best):
                name, share = self.spec.accepted[best], format_number(round(100 * closeness))
                if name not in given or name in self.taken:
                    found[title] = name, _LIKE.fill(best=best, share=share)
                    given.add(name)
        return found

    @property
    def _undecided(self) -> str:
        """A column of this table that somebody has to name."""
        return f"{self.spec.name}.{UNDECIDED}"

    def _listed(self, held: _Held) -> tuple[str, Bilingual] | None:
        """Return the column whose list has most of the words; none where two have as many."""
        shares = {one.name: held.share(one) for one in self.spec.columns if one.is_listed}
        best = max(shares.values(), default=0.0)
        names = [name for name, share in shares.items() if share == best]
        if best < _HALF or len(names) > 1:
            return None
        return names[0], _SAYS.fill(name=names[0])

    def _possible(self, held: _Held) -> Iterator[str]:
        """Yield the columns that are not there yet and can hold most of what stands in the cells."""
        is_text = held.kind in {_WORDS, _TEXT}
        for column in self.spec.columns:
            is_free = column.read in {line, prose}
            is_strict = column.ways is not None or column.is_listed
            can_hold = is_free if is_text else is_strict and held.share(column) >= _MOSTLY
            if column.name not in self.taken and can_hold:
                yield column.name

    # Words

    def _sorting(self, title: str, held: _Held) -> Iterator[_Line]:
        """Yield the lines of a column that says which register a row is of."""
        texts = held.counts if len(held.counts) <= _FEW else ()
        tables = {text: table for text in texts if (table := _register(text)) is not None}
        if len(set(tables.values())) > 1 and held.rows(tables) >= _MOSTLY * held.filled:
            for text, table in tables.items():
                if table != self.spec.name:
                    yield self._line(title, "", word=text, table=table, remark=_SORTS)

    def _words(self, title: str, column: TableColumn[Any], held: _Held) -> Iterator[_Line]:
        unknown = [text for text, rows in held.counts.most_common() if not says_word(column, text)]
        shown = [text for text in unknown if self._may_be_shown(text, held)]
        name = f"{self.spec.name}.{column.name}"
        for text in shown[:_MOST_WORDS]:
            meant, told = self._meant(column, text)
            rows = format_number(held.counts[text], self.lang)
            yield self._line(title, name, word=text, meant=meant, remark=_WORD.fill(rows=rows, told=told))
        if (rest := len(unknown) - len(shown[:_MOST_WORDS])) and not column.coded:
            yield self._line(title, name, remark=_REST.fill(count=format_number(rest, self.lang)))

    def _meant(self, column: TableColumn[Any], text: str) -> tuple[str, Bilingual]:
        words = {spelling(word): word for word in column.offers.words} if column.offers else {}
        best, closeness = nearest(text, words) if words else ("", 0.0)
        if closeness >= LIKE:
            return words[best], _NEAR.fill(share=format_number(round(100 * closeness)))
        return (text, _KEPT) if column.coded else (UNDECIDED, _DECIDE)

    # Cells that are shown

    def _may_be_shown(self, text: str, held: _Held) -> bool:
        return held.counts[text] > 1 and len(text) <= _LONGEST and not self.veil.tells(text)

    def _samples(self, held: _Held, column: TableColumn[Any] | None) -> Iterator[str]:
        if column is not None and (column.private or column.read in {line, prose}):
            return
        if column is None and len(held.counts) > _FEW:
            return
        for text, _ in held.counts.most_common():
            if (column is not None or _is_code(text)) and self._may_be_shown(text, held):
                yield text

    def _remark(self, why: Bilingual, held: _Held, column: TableColumn[Any] | None) -> Bilingual:
        samples = list(dict.fromkeys(self._samples(held, column)))[:_MOST_SHOWN]
        return _SAMPLES.fill(why=why, samples=", ".join(samples)) if samples else why

    def _line(
        self, title: str, column: str, *, word: str = "", meant: str = "", table: str = "", remark: Bilingual
    ) -> _Line:
        return {
            "kolom_asal": title,
            "kolom": column,
            "nilai_asal": word,
            "nilai": meant,
            "tabel": table,
            "gabung": "",
            "keterangan": remark(self.lang),
        }


_LIKE = Bilingual('mirip "{best}" ({share} %)', 'like "{best}" ({share} %)')
_SAYS = Bilingual("isinya kata-kata kolom {name}", "it says words of the column {name}")
_DAYS, _NUMBERS = Bilingual("berisi tanggal", "it holds days"), Bilingual("berisi angka", "it holds numbers")
_WORDS = Bilingual("berisi kata yang berulang", "it holds words that repeat")
_TEXT = Bilingual("berisi teks", "it holds text")
_EMPTY = Bilingual("kosong di semua baris", "blank in every row")
_TAKEN = Bilingual(
    '{why}; {name} sudah ada, yaitu "{other}": tulis abaikan, atau isi gabung pada baris keduanya',
    '{why}; {name} is there as "{other}": write abaikan, or fill in gabung for both',
)
_OTHERWISE = Bilingual("{why}, tetapi {kind} lain", "{why}, but {kind} of another kind")
_OPEN = Bilingual("{why}; mungkin: {columns}", "{why}; perhaps: {columns}")
_SAMPLES = Bilingual("{why}; contoh: {samples}", "{why}; such as: {samples}")
_SORTS = Bilingual("baris dengan isi ini milik tabel lain", "rows that say this are of another table")
_WORD = Bilingual("{rows} baris; {told}", "rows: {rows}; {told}")
_NEAR = Bilingual("mirip ({share} %)", "like it ({share} %)")
_KEPT = Bilingual("tidak ada di daftar; tetap sebagai kata sendiri", "in no list; it stays a word of its own")
_DECIDE = Bilingual("putuskan artinya", "decide what it means")
_REST = Bilingual(
    "{count} isi lain belum dikenal dan tidak ditampilkan di sini; lihat ppid periksa",
    "{count} more words are not known and not shown here; see ppid check",
)
