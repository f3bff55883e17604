"""Which of the tables that were found is which: by what is said of it, by its name, by its heading."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from attrs import define, evolve, field, frozen

from ppid_core.errors import ExtraMissingError
from ppid_core.glossary import spelling
from ppid_core.intake.cells import CellError
from ppid_core.intake.files import fault
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.receipt import ANY_YEAR
from ppid_core.intake.recognition import UNLIKE, Likeness, likeness
from ppid_core.intake.rows.reading import read_table
from ppid_core.intake.rows.repeats import NUMBER
from ppid_core.intake.setting import Setting
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.supplement import IGNORED, Supplement
from ppid_core.intake.tables import TABLES, TRANSLATIONS, Translation
from ppid_core.language import Bilingual
from ppid_core.model import Absent, ReportingPeriod
from ppid_core.source import Source

Foreign = Sequence[Translation]


@frozen(kw_only=True)
class FoundTable:
    """A table that is there and not read yet (*tabel yang ditemukan*).

    Attributes:
        place: its file, and in a workbook its sheet.
        name: the table that it is called after; None where its name says none.
        titles: returns its heading; raises `CellError` where there is none.
        read: returns it read as a table; None where it is told why it cannot be; raises `CellError`, too.
            Both are told what *peta* says of foreign headings.
    """

    place: Source
    name: str | None
    titles: Callable[[Foreign], Iterable[str]]
    read: Callable[[str, Foreign], Sheet | None]


@frozen(kw_only=True)
class PassedOver:
    """A table that is not read, for nobody knows which it is.

    Attributes:
        found: the table.
        titles: its heading.
        like: what that tells of.
        error: why its heading could not be read; None where it could.
    """

    found: FoundTable
    titles: tuple[str, ...] = ()
    like: Likeness = UNLIKE
    error: Bilingual | None = None


@define
class Assignment:
    """The tables that are read, each once.

    Attributes:
        said: what was said beside the files.
        ledger: what is found is told there.
        sheets: by table.
        passed: what is not read.
    """

    said: Supplement
    ledger: Ledger
    sheets: dict[str, Sheet] = field(factory=dict)
    passed: list[PassedOver] = field(factory=list)
    _foreign: Foreign = ()

    def assign(self, found: Sequence[FoundTable]) -> None:
        """Read every table that is known; *peta* first, without which others may not be understood.

        A name wins over a heading: so two tables of one kind are told apart by calling one of them so.
        """
        tables = dict(zip(map(id, found), self._names(found), strict=True))
        named = [one for one in found if tables[id(one)] is not None]
        for one in sorted(named, key=lambda one: tables[id(one)] != TRANSLATIONS.name):
            if (table := tables[id(one)]) == IGNORED:
                self.ledger.note(fault.left_out(one.place), one.place)
            elif table is not None:
                self._read(one, table)
        self._recognise([one for one in found if tables[id(one)] is None])

    def _names(self, found: Sequence[FoundTable]) -> Iterable[str | None]:
        """Yield the table that each one is said to be, or called after."""
        tables = {spelling(name): table for name, table in self.said.tables.items()}
        alone = Counter(one.place.file for one in found)
        for one in found:
            by_file = tables.get(spelling(one.place.file)) if alone[one.place.file] == 1 else None
            by_sheet = tables.get(spelling(one.place.sheet)) if one.place.sheet else None
            yield by_sheet or by_file or one.name

    def _read(self, one: FoundTable, table: str) -> None:
        first = self.sheets.get(table)
        try:
            if first is not None and not self._may_go_on(first, one, table):
                raise fault.twice(table, _place(first), one.place)
            sheet = one.read(table, self._foreign)
            if first is not None and sheet is not None and not _is_numbered(sheet, table):
                raise fault.twice(table, _place(first), one.place)
        except CellError as error:
            self.ledger.refuse(one.place, error)
            self.ledger.lose_table(table, one.place)
            return
        if sheet is not None and first is not None:
            self.ledger.note(fault.goes_on(one.place, _place(first)), one.place)
            self.sheets[table] = evolve(first, more=(*first.more, sheet))
        elif sheet is not None:
            self.sheets[table] = sheet
            self._foreign = _translations(sheet) if table == TRANSLATIONS.name else self._foreign

    def _may_go_on(self, first: Sheet, one: FoundTable, table: str) -> bool:
        """Tell whether another file may go on with a register: by its numbers no case is counted twice.

        Sheets of a workbook do not: a second one is often another view of the same cases.
        """
        is_sheet = first.sheet or one.place.sheet
        is_foreign = any(line.counts_in(table) for line in self._foreign)  # *peta* sorts rows of one file
        is_other = one.place.file != first.file
        return is_other and not is_sheet and not is_foreign and _is_numbered(first, table)

    def _recognise(self, unnamed: Iterable[FoundTable]) -> None:
        """Read what is known by its heading; what may be one of several is asked about."""
        known = defaultdict[str, list[FoundTable]](list)
        for one in unnamed:
            try:
                titles = tuple(one.titles(self._foreign))
            except (CellError, ExtraMissingError) as error:
                self.passed.append(PassedOver(found=one, error=fault.reason(error)))
                continue
            like = likeness(titles, self._foreign)
            if like.table is not None:
                known[like.table].append(one)
            elif like.is_marked and not self.sheets.keys() & set(like.alike):
                self._ask(one.place, like.alike, fault.either(one.place, like.alike))
            else:
                self.passed.append(PassedOver(found=one, titles=titles, like=like))
        for table, alike in known.items():
            self._take(table, alike)

    def _take(self, table: str, alike: Sequence[FoundTable]) -> None:
        """Read the one table of a kind; of several nobody knows which is meant, unless one bears the name."""
        if table in self.sheets or table in self.ledger.unreadable:
            beside = _place(self.sheets[table]) if table in self.sheets else Source(file=table)
            for one in alike:
                self.ledger.note(fault.alike_beside(one.place, table, beside), one.place)
        elif len(alike) > 1:
            first, *others = (one.place for one in alike)
            self._ask(first, (table,), fault.several(table, first, others))
        else:
            self.ledger.note(fault.recognised(alike[0].place, table), alike[0].place)
            self._read(alike[0], table)

    def _ask(self, place: Source, tables: Iterable[str], error: CellError) -> None:
        self.ledger.refuse(place, error)
        for table in tables:
            self.ledger.lose_table(table, place)


def _is_numbered(sheet: Sheet, table: str) -> bool:
    """Tell whether a table is a register in which numbers are recorded."""
    known = next((spec.accepted for spec in TABLES if spec.name == table and spec.cases), dict[str, str]())
    at = next((at for at, title in enumerate(sheet.heading) if known.get(spelling(title)) == NUMBER), None)
    return at is not None and any(row[at].strip() for row in sheet.rows)


def _place(sheet: Sheet) -> Source:
    return Source(file=sheet.file, sheet=sheet.sheet)


def _translations(sheet: Sheet) -> tuple[Translation, ...]:
    """Return what *peta* says of foreign headings; what it cannot say is told when the year is built."""
    lines = read_table(TRANSLATIONS, sheet, Setting(period=ReportingPeriod(ANY_YEAR)), Ledger())
    return () if isinstance(lines, Absent) else lines


def assigned(found: Sequence[FoundTable], said: Supplement, ledger: Ledger) -> Assignment:
    """Return the tables that are read, and those that are passed over."""
    work = Assignment(said=said, ledger=ledger)
    work.assign(found)
    return work
