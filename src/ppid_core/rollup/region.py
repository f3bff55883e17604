"""The codes of provinces, kabupaten and kota as the ministry of home affairs lists them, with their days."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from importlib.resources import files

from attrs import frozen

from ppid_core.model import normal

_PROVINCE_DIGITS = 2


@frozen(kw_only=True)
class Region:
    """A province, kabupaten or kota under one code and name (*wilayah*).

    >>> from ppid_core.rollup import Regions
    >>> region = Regions.load().of("91.01")
    >>> region.name, region.until.isoformat()
    ('Kabupaten Merauke', '2022-11-08')

    Attributes:
        code: "36.73"; of a province "36".
        since: the first day of the list that has it first.
        until: the last day before a list that has it no more; None where the latest list has it.
        predecessor: the code that the same region had before; "" for none.
    """

    code: str
    name: str
    since: date
    until: date | None
    predecessor: str

    @property
    def is_province(self) -> bool:
        """Whether it is a province."""
        return len(self.code) == _PROVINCE_DIGITS

    def holds_on(self, day: date) -> bool:
        """Tell whether it is listed so on ``day``."""
        return self.since <= day and (self.until is None or day <= self.until)


@frozen(slots=False)
class Regions:
    """Every code there was, oldest first (*daftar kode wilayah*).

    >>> from ppid_core.rollup import Regions
    >>> regions = Regions.load()
    >>> regions.current("91.01"), regions.province("91.01", None)
    ('93.01', 'Papua Selatan')

    Attributes:
        listed: code by code, of one code its names in their order.
    """

    listed: tuple[Region, ...]

    @classmethod
    def load(cls) -> Regions:
        """Return the list of this package; where it was taken from stands above it."""
        return _loaded()

    @cached_property
    def _by_code(self) -> Mapping[str, tuple[Region, ...]]:
        found: dict[str, tuple[Region, ...]] = {}
        for region in self.listed:
            found[region.code] = (*found.get(region.code, ()), region)
        return found

    @cached_property
    def _successors(self) -> Mapping[str, str]:
        return {region.predecessor: region.code for region in self.listed if region.predecessor}

    @property
    def provinces(self) -> Iterator[Region]:
        """Every province under every code and name, in the order of the list."""
        return (region for region in self.listed if region.is_province)

    @cached_property
    def _provinces(self) -> Mapping[str, Region]:
        named = {_plain(region.name): region for region in self.provinces}
        return {**named, **{other: named[name] for other, name in _SHORT.items()}}

    def province_name(self, typed: str) -> str:
        """Return the name of a province as the list writes it; as typed where no list has it.

        >>> from ppid_core.rollup import Regions
        >>> Regions.load().province_name("Provinsi DKI Jakarta")
        'Daerah Khusus Ibukota Jakarta'
        """
        found = self._provinces.get(_plain(typed))
        return typed if found is None else found.name

    def province_code(self, name: str) -> str:
        """Return the code of a province by its name; "" where no list has it."""
        found = self._provinces.get(_plain(name))
        return "" if found is None else found.code

    def of(self, code: str) -> Region | None:
        """Return the region of a code under its latest name; None where no list has the code."""
        found = self._by_code.get(normal(code))
        return None if found is None else found[-1]

    def current(self, code: str) -> str:
        """Return the code that the region has today; as it is where no list has it."""
        code = normal(code)
        while code in self._successors:
            code = self._successors[code]
        return code

    def lineage(self, code: str) -> tuple[str, ...]:
        """Return every code that the region had, the oldest first."""
        last, codes = self.of(self.current(code)), [self.current(code)]
        while last is not None and last.predecessor:
            codes.append(last.predecessor)
            last = self.of(last.predecessor)
        return tuple(reversed(codes))

    def province(self, code: str, day: date | None) -> str:
        """Return the name of the province in which the region lay on ``day``.

        Args:
            code: of the region, in any list.
            day: None for today's list, the latest one.

        Returns:
            The name, "" where no list has the code. Before the first list, that of the first.
        """
        codes = [code for code in self.lineage(code) if code in self._by_code]
        if not codes:
            return ""
        held = (one for one in codes if day and any(_from(at, day) for at in self._by_code[one]))
        code = (codes[-1] if day is None else next(held, codes[0]))[:_PROVINCE_DIGITS]
        named = self._by_code.get(code, ())
        on_day = next((region for region in named if day and region.holds_on(day)), None)
        return on_day.name if on_day else named[-1].name if named else ""


def _plain(name: str) -> str:
    """Return the name of a province without the differences that are none."""
    return normal(name).removeprefix("provinsi ").removeprefix("prov. ").removeprefix("prov ")


_SHORT = {
    "dki jakarta": "daerah khusus ibukota jakarta",
    "daerah khusus jakarta": "daerah khusus ibukota jakarta",
    "jakarta": "daerah khusus ibukota jakarta",
    "di yogyakarta": "daerah istimewa yogyakarta",
    "d.i. yogyakarta": "daerah istimewa yogyakarta",
    "yogyakarta": "daerah istimewa yogyakarta",
}
"""How two provinces are called beside their name in the list."""


def _from(region: Region, day: date) -> bool:
    """Tell whether a region is listed on ``day``; the first list counts for what was before it."""
    return region.holds_on(max(day, _FIRST_LIST))


_FIRST_LIST = date(2015, 6, 29)
"""Permendagri 56/2015, the first list of the archive that this one was taken from."""


@cache
def _loaded() -> Regions:
    text = files(__package__).joinpath("regions.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return Regions(tuple(_regions(rows)))


def _regions(rows: Iterator[Mapping[str, str]]) -> Iterator[Region]:
    for row in rows:
        yield Region(
            code=row["kode"],
            name=row["nama"],
            since=date.fromisoformat(row["sejak"]),
            until=date.fromisoformat(row["sampai"]) if row["sampai"] else None,
            predecessor=row["pendahulu"],
        )
