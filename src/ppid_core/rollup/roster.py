"""Who owes a report: the roster of bodies, read as any table is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from attrs import field, frozen

from ppid_core.errors import Problem
from ppid_core.intake import Note
from ppid_core.intake.fault import blank_cell
from ppid_core.intake.files.records import Rows
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import day_column, member_column, text_column
from ppid_core.intake.tables.spec import Fault, Row, TableColumn, TableSpec
from ppid_core.model import BodyKind, normal
from ppid_core.rollup.region import Regions
from ppid_core.rollup.table_file import values_in_file, values_in_rows
from ppid_core.source import Source


@frozen(kw_only=True)
class RosterEntry:
    """A body that owes the report (*badan publik dalam daftar*).

    >>> from ppid_core.rollup import RosterEntry
    >>> RosterEntry(code="36.73", name="Pemerintah Kota Contoh").owes(2024)
    True

    Attributes:
        code: as the roster has it: that of Kemendagri for a regional government, or one of its own.
        parent: code or name of the body in whose report this one is contained; "" for none.
        since: the first day on which it owes one; None for always.
        until: the last day; None for still.
    """

    code: str = ""
    name: str = ""
    kind: BodyKind | None = None
    province: str = ""
    parent: str = ""
    since: date | None = None
    until: date | None = None
    source: Source | None = field(default=None, eq=False)

    def owes(self, year: int) -> bool:
        """Tell whether it was there on any day of ``year``."""
        begun = self.since is None or self.since.year <= year
        return begun and (self.until is None or self.until.year >= year)


_CODE = text_column("kode", "code", "kode Kemendagri, atau kode sendiri = kode wilayah = kode badan")
_NAME = text_column("nama", "name", "nama badan publik = badan publik = nama badan publik")
_PARENT = text_column("induk", "parent", "kode atau nama badan yang laporannya sudah memuat badan ini")


def _check(row: Row, _: Setting) -> Iterator[Fault]:
    if not any(row.typed(column).strip() for column in (_CODE, _NAME)):
        yield Fault(_NAME, blank_cell(_NAME.name))


def _claims(row: Row, _: Setting) -> Iterator[tuple[TableColumn[Any], str]]:
    """Yield the code: two bodies of one code could not be told apart; two of one name can, by province."""
    if code := normal(row.words(_CODE)):
        yield _CODE, code


ROSTER: TableSpec[RosterEntry] = TableSpec(
    name="daftar_badan",
    told="Badan publik yang wajib melapor = daftar badan publik = roster",
    holds=RosterEntry,
    columns=(
        _CODE,
        _NAME,
        member_column("jenis", "kind", BodyKind, "jenis badan publik = jenis badan"),
        text_column("provinsi", "province", "provinsi tempat kedudukannya = prov"),
        _PARENT,
        day_column("sejak", "since", "hari pertama wajib melapor = berlaku sejak"),
        day_column("sampai", "until", "hari terakhir wajib melapor = berlaku sampai"),
    ),
    check=_check,
    bearing=(_CODE, _NAME),
    claims=_claims,
)


@frozen(kw_only=True, slots=False)
class Roster:
    """The bodies that owe a report, in their official order (*daftar badan publik*).

    >>> from ppid_core.rollup import Roster
    >>> rows = [{"kode": "36", "nama": "Provinsi Contoh"}, {"nama": "Dinas Contoh", "induk": "36"}]
    >>> [entry.name for entry in Roster.from_rows(rows).entries]
    ['Provinsi Contoh', 'Dinas Contoh']

    Attributes:
        entries: as they stand there.
        problems: every cell that could not be read.
        notes: what was passed over.
    """

    entries: tuple[RosterEntry, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Return the roster in a CSV file or the first sheet of a workbook, its headings in row 1.

        Raises:
            InputError: it cannot be read; it carries every problem.
            ExtraMissingError: it is a workbook, and python-calamine is not installed.
        """
        return cls._of(*values_in_file(ROSTER, Path(path)))

    @classmethod
    def from_rows(cls, rows: Rows) -> Self:
        """Return the roster that rows from memory hold, as `ppid_core.from_rows` takes them.

        Raises:
            RowError: one of them is none.
        """
        return cls._of(*values_in_rows(ROSTER, rows))

    @classmethod
    def _of(cls, entries: tuple[RosterEntry, ...], ledger: Ledger) -> Self:
        return cls(entries=entries, problems=tuple(ledger.problems), notes=tuple(ledger.notes))

    @cached_property
    def _by_code(self) -> Mapping[str, RosterEntry]:
        regions = Regions.load()
        return {regions.current(entry.code): entry for entry in self.entries if entry.code}

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[RosterEntry, ...]]:
        found: dict[str, tuple[RosterEntry, ...]] = {}
        for entry in self.entries:
            found[normal(entry.name)] = (*found.get(normal(entry.name), ()), entry)
        return found

    def entry(self, *, code: str = "", name: str = "", province: str = "") -> RosterEntry | None:
        """Return the body that is meant; None where none is, or several may be: nothing is guessed.

        A code wins over a name, and an older code of the same region is its code.
        """
        if code and (found := self._by_code.get(Regions.load().current(code))):
            return found
        named = self._by_name.get(normal(name), ()) if name else ()
        near = [one for one in named if province and normal(one.province) == normal(province)]
        chosen = named if len(named) == 1 else tuple(near)
        if len(chosen) != 1 or (code and chosen[0].code):
            return None
        return chosen[0]

    def parent(self, entry: RosterEntry) -> RosterEntry | None:
        """Return the body in whose report ``entry`` is contained; None where the roster names none."""
        return self.entry(code=entry.parent) or self.entry(name=entry.parent) if entry.parent else None

    @property
    def unknown_parents(self) -> tuple[RosterEntry, ...]:
        """The entries whose *induk* is no body of the roster."""
        return tuple(entry for entry in self.entries if entry.parent and self.parent(entry) is None)

    @property
    def namesakes(self) -> tuple[str, ...]:
        """The names that several bodies have in one province: without a code nobody can tell them apart."""
        places = Counter((normal(one.name), normal(one.province)) for one in self.entries if one.name)
        doubled = {name for (name, _), number in places.items() if number > 1}
        return tuple(dict.fromkeys(one.name for one in self.entries if normal(one.name) in doubled))
