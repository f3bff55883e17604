"""P102: offices of one person, and traits that so few share that they may tell who they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from operator import attrgetter
from typing import Self

from attrs import frozen

from ppid_core.glossary import label
from ppid_core.language import LANGS, Bilingual
from ppid_core.model import (
    Aggregate,
    Dimension,
    PersonalData,
    Register,
    Request,
    ServiceYear,
    breakdowns_of,
)
from ppid_core.model.redaction import (
    MASK,
    SMALLEST_CELL,
    TRAITS,
    TRAITS_IN_SIGHT,
    TRAITS_OF_ROWS,
    cell_of,
    names_office,
    small_cells,
)
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.rule import Rule
from ppid_core.source import Source
from ppid_core.summary import UNNAMED, Summary, listed
from ppid_core.summary.joint import parts_of_line

_NO_TRAIT = Bilingual(
    "tidak ada pekerjaan, tujuan, atau jenis kelamin yang tercatat",
    "no occupation, purpose or sex is recorded",
)
_Said = tuple[str, ...]
"""What a row says of a person."""
Cell = tuple[str, str]
_NOTHING = frozenset({"", MASK})
_TOLD = TRAITS | {Dimension.PURPOSE}
"""Breakdowns whose categories may point to a person."""
_SHOWN: Mapping[PersonalData, Bilingual] = {
    PersonalData.BLURRED: Bilingual("Edisi publik menyamarkannya.", "The public edition hides them."),
    PersonalData.SHOWN: Bilingual(
        "Edisi publik menampilkannya, karena tampilan.data_pribadi = tampil.",
        "The public edition shows them, for tampilan.data_pribadi = tampil.",
    ),
}


@frozen
class _TraitCount:
    """What of one table may tell who somebody is."""

    small: AbstractSet[tuple[str, str]]
    offices: int
    source: Source | None

    @property
    def words(self) -> Bilingual:
        """What there is, in words."""
        told = {dimension for dimension, _ in self.small} | _ASKED
        names = Bilingual(
            *(", ".join(label(one, lang) for one in Dimension if one in told) for lang in LANGS)
        )
        parts = [
            part.fill(count=count, names=names)
            for part, count in ((_SMALL, len(self.small)), (_OFFICES, self.offices))
            if count
        ]
        return Bilingual(" dan ".join(part.id for part in parts), " and ".join(part.en for part in parts))


def _few(evidence: Evidence) -> Iterator[Finding]:
    """Yield each table in which a trait is shared by fewer than five, or one person's office is named."""
    year = evidence.year
    rows = _Traits.of(listed(year.requests))
    lines = [
        line
        for line in chain.from_iterable(map(parts_of_line, year.aggregates))
        if line.dimension in _TOLD and line.category != MASK
    ]
    hidden = frozenset(_shared_by_few(evidence.summary))
    present((*filter(_says_something, rows.told), *lines, *hidden), _NO_TRAIT)
    small = _cells(year)
    in_sight = {cell for cell in small["permohonan"] if cell[0] in TRAITS_IN_SIGHT}
    of_rows, of_lines = rows.counted(in_sight | hidden), _of_lines(small["rekap"], lines)
    for table, told in (("permohonan", of_rows), ("rekap", of_lines)):
        if told.small or told.offices:
            yield Finding(
                subject=f"traits:{table}",
                sources=(told.source,),
                provided=len(told.small) + told.offices,
                facts={
                    "table": table,
                    "told": told.words,
                    "shown": _SHOWN[year.presentation.personal_data],
                },
            )


def _shared_by_few(summary: Summary) -> Iterator[tuple[str, str]]:
    """Yield the traits of applicants that few share: rules are shown the figures, and never the applicant."""
    for _, tally in summary.parts:
        for dimension in TRAITS_OF_ROWS.keys() - TRAITS_IN_SIGHT.keys():
            counted = tally.requests.rows.under(dimension).items()
            yield from (
                (str(dimension), category)
                for category, number in counted
                if category not in UNNAMED and 0 < number < SMALLEST_CELL
            )


@frozen
class _Traits:
    """What the requests say of persons (*ciri pemohon*).

    Attributes:
        rows: the requests.
        said: what each says.
        told: the same, each once.
    """

    rows: Sequence[Request]
    said: Sequence[_Said]
    told: AbstractSet[_Said]

    @classmethod
    def of(cls, rows: Sequence[Request]) -> Self:
        """Return what ``rows`` say."""
        said = tuple(map(_said, rows))
        return cls(rows, said, set(said))

    def counted(self, small: AbstractSet[Cell]) -> _TraitCount:
        """Return what of it may tell who somebody is, by the cells that few share."""
        offices = self._with(lambda said: any(map(names_office, said)))
        rare = self._with(lambda said: any(cell_of(*trait) in small for trait in _traits(said)))
        return _TraitCount(small, len(offices), next((row.source for row in (*rare, *offices)), None))

    def _with(self, tells: Callable[[_Said], bool]) -> Sequence[Request]:
        """Return the rows of which what they say tells something; what is the same is asked once."""
        telling = set(filter(tells, self.told))
        return (
            [row for row, said in zip(self.rows, self.said, strict=True) if said in telling]
            if telling
            else ()
        )


def _says_something(said: _Said) -> bool:
    return not _NOTHING.issuperset(said)


def _traits(said: _Said) -> Iterator[tuple[str, str]]:
    """Yield the traits of what a row says, each with its dimension; the purpose is none."""
    return zip(TRAITS_IN_SIGHT, said[:-1], strict=True)


def _of_lines(small: AbstractSet[Cell], lines: Sequence[Aggregate]) -> _TraitCount:
    offices = [line for line in lines if names_office(line.category)]
    rare = [line for line in lines if cell_of(str(line.dimension), line.category) in small]
    return _TraitCount(small, len(offices), next((line.source for line in (*rare, *offices)), None))


_said: Callable[[Request], _Said] = attrgetter(*TRAITS_IN_SIGHT.values(), "purpose")
"""What a row says of a person: its traits in their order, and then its purpose."""


def _cells(year: ServiceYear) -> Mapping[str, AbstractSet[Cell]]:
    """Return the small cells by table; the registers of *rekap* are one table."""
    tables: defaultdict[str, set[Cell]] = defaultdict(set)
    for name, cells in small_cells(year).items():
        tables[name.partition(".")[0]].update(cells)
    return tables


_ASKED = frozenset(
    str(one.dimension)
    for one in breakdowns_of(Register.REQUESTS).values()
    if one.is_of_person and one.is_asked
)
"""The traits that are named where any is told; the others only where they are."""
_SMALL = Bilingual(
    "{count} isian tentang pemohon ({names}) berlaku bagi kurang dari 5 orang",
    "{count} {count:trait|traits} of applicants ({names}) {count:is|are} shared by fewer than 5 persons",
)
_OFFICES = Bilingual(
    "{count} baris menyebut jabatan seseorang",
    "{count} {count:row names|rows name} the office of a person",
)
P102 = Rule(
    code="P102",
    severity=Severity.INFO,
    title=Bilingual("Isian yang dapat menunjuk seseorang", "What may point to a person"),
    message=Bilingual("Tabel {table}: {told}. {shown}", "Table {table}: {told}. {shown}"),
    mend=Bilingual(
        "Pakai golongan pekerjaan yang lebih umum; atau pilih samar atau tampil di tampilan.data_pribadi.",
        "Use wider classes of occupation; or choose samar or tampil in tampilan.data_pribadi.",
    ),
    explanation=Bilingual(
        "Tanpa nama pun seseorang dapat dikenali dari jabatannya, atau dari ciri yang dimiliki sedikit orang."
        " Edisi publik menyamarkan keduanya, kecuali badan publik memilih menampilkannya.",
        "Even without a name somebody can be known by an office, or by a trait that few share. The public"
        " edition hides both, unless the body chooses to show them.",
    ),
    where=Bilingual(
        "tabel permohonan, kolom pekerjaan, tujuan, jenis_kelamin, usia, pendidikan, provinsi, dan kota;"
        " tabel rekap menurut salah satunya; laporan, kunci tampilan.data_pribadi",
        "table permohonan, columns pekerjaan, tujuan, jenis_kelamin, usia, pendidikan, provinsi and kota;"
        " table rekap by one of them; laporan, key tampilan.data_pribadi",
    ),
    example=Bilingual(
        "pekerjaan: aparat desa, bukan Kepala Desa Sukamaju",
        "pekerjaan: aparat desa, not Kepala Desa Sukamaju",
    ),
    basis=("personal_data", "personal_data_masked"),
    check=_few,
)
