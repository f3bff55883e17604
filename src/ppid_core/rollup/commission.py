"""The commission's own register of disputes, beside what bodies report of theirs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Self

from attrs import field, frozen

from ppid_core.errors import Problem
from ppid_core.intake.cells import count, year
from ppid_core.intake.fault import blank_cell
from ppid_core.intake.files.records import Rows
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import day_column, text_column
from ppid_core.intake.tables.spec import Fault, Row, TableColumn, TableSpec
from ppid_core.model import Absent, normal
from ppid_core.rollup.region import Regions
from ppid_core.rollup.table_file import values_in_file, values_in_rows
from ppid_core.source import Source


@frozen(kw_only=True)
class CommissionCase:
    """A dispute, or several, in the register of the commission (*sengketa dalam register komisi*).

    >>> from datetime import date
    >>> from ppid_core.rollup import CommissionCase
    >>> CommissionCase(body="Pemerintah Kota Contoh", on=date(2023, 5, 3)).year
    2023

    Attributes:
        body: the body that is the respondent (*termohon*).
        code: its code, "" where none stands there.
        number: of the register.
        on: the day on which it came in or was registered.
        stated_year: the year that is written.
        count: how many disputes the line stands for.
    """

    body: str = ""
    code: str = ""
    number: str = ""
    on: date | None = None
    stated_year: int | None = None
    count: int = 1
    source: Source | None = field(default=None, eq=False)

    @property
    def year(self) -> int | None:
        """The year that counts it: the written one, else that of the day; None where neither is known."""
        return self.stated_year or (None if self.on is None else self.on.year)


_BODY = text_column("badan", "body", "badan publik yang menjadi termohon = termohon = badan publik = nama")
_CODE = text_column("kode", "code", "kode badan publik = kode badan = kode wilayah")
_COUNT: TableColumn[int] = TableColumn(
    name="jumlah",
    field="count",
    told="berapa sengketa; kosong berarti satu",
    read=lambda text: count(text)[0],
    otherwise=1,
)


def _check(row: Row, _: Setting) -> Iterator[Fault]:
    if not any(row.typed(column).strip() for column in (_CODE, _BODY)):
        yield Fault(_BODY, blank_cell(_BODY.name))


REGISTER: TableSpec[CommissionCase] = TableSpec(
    name="register_komisi",
    told="Register sengketa komisi informasi = register sengketa",
    holds=CommissionCase,
    columns=(
        text_column("nomor", "number", "nomor register = no register = nomor perkara"),
        day_column("tanggal", "on", "tanggal diterima atau diregister = tanggal register"),
        TableColumn(name="tahun", field="stated_year", told="tahunnya, bila tanggal tidak ada", read=year),
        _BODY,
        _CODE,
        _COUNT,
    ),
    check=_check,
    bearing=(_BODY, _CODE, _COUNT),
)


@frozen(kw_only=True)
class DisputeDifference:
    """A body of which report and register tell another number of disputes (*selisih sengketa*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import CommissionRegister, rollup
    >>> register = CommissionRegister.from_rows([{"termohon": "Pemerintah Kota Serang", "tahun": 2020}])
    >>> (one,) = rollup([Dossier.open("examples/kota-serang-2020")], commission=register).latest.disputes
    >>> one.stated, one.listed
    (5, 1)

    Attributes:
        body: its name.
        stated: what its report says; absent where it does not, or where there is no report.
        listed: how many the register of the commission has.
        numbers: their numbers, as far as they are written.
    """

    body: str
    stated: int | Absent
    listed: int
    numbers: tuple[str, ...] = ()


@frozen(kw_only=True)
class CommissionRegister:
    """The register of disputes that a commission keeps itself (*register sengketa komisi*).

    >>> from ppid_core.rollup import CommissionRegister
    >>> register = CommissionRegister.from_rows([{"termohon": "Pemerintah Kota Contoh", "tahun": 2023}])
    >>> register.cases[0].body, register.cases[0].year, register.cases[0].count
    ('Pemerintah Kota Contoh', 2023, 1)

    Attributes:
        cases: its lines.
        problems: every cell that could not be read.
    """

    cases: tuple[CommissionCase, ...] = ()
    problems: tuple[Problem, ...] = ()

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Return the register in a CSV file or the first sheet of a workbook, its headings in row 1.

        Raises:
            InputError: it cannot be read; it carries every problem.
            ExtraMissingError: it is a workbook, and python-calamine is not installed.
        """
        return cls._of(*values_in_file(REGISTER, Path(path)))

    @classmethod
    def from_rows(cls, rows: Rows) -> Self:
        """Return the register that rows from memory hold, as `ppid_core.from_rows` takes them."""
        return cls._of(*values_in_rows(REGISTER, rows))

    @classmethod
    def _of(cls, cases: tuple[CommissionCase, ...], ledger: Ledger) -> Self:
        return cls(cases=cases, problems=tuple(ledger.problems))

    @property
    def undated(self) -> int:
        """How many disputes have no year: they are compared with nothing."""
        return sum(case.count for case in self.cases if case.year is None)


def differences(
    cases: Iterable[CommissionCase], names: Mapping[str, str], stated: Mapping[str, tuple[str, int | Absent]]
) -> tuple[DisputeDifference, ...]:
    """Return the bodies of which report and register differ, in the order of ``stated``.

    Args:
        cases: those of one year.
        names: the key of the only body that has a name or a code.
        stated: of each body by its key, its name and what its report says.
    """
    listed: Counter[str] = Counter()
    numbers: defaultdict[str, list[str]] = defaultdict(list)
    strangers: dict[str, str] = {}
    for case in cases:
        key = names.get(_key(case))
        if key is None:
            key = f"stranger:{_key(case)}"
            strangers.setdefault(key, case.body or case.code)
        listed[key] += case.count
        numbers[key] += [case.number] if case.number else []
    known = {**stated, **{key: (name, Absent()) for key, name in sorted(strangers.items())}}
    return tuple(
        DisputeDifference(body=name, stated=said, listed=listed[key], numbers=tuple(numbers[key]))
        for key, (name, said) in known.items()
        if listed[key] != (0 if isinstance(said, Absent) else said)
    )


def _key(case: CommissionCase) -> str:
    return f"code:{Regions.load().current(case.code)}" if case.code else normal(case.body)
