"""Who acts on a finding: the agency whose row it is about, else the PPID."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from ppid_core.model import (
    Absent,
    AgencyRef,
    Dimension,
    Dispute,
    Objection,
    Request,
    ServiceYear,
)
from ppid_core.rules import Finding
from ppid_core.rules.engine.place import keyed
from ppid_core.rules.engine.subjects import Subjects
from ppid_core.rules.figures.groups import part_key
from ppid_core.summary import listed


@frozen(kw_only=True)
class Actor:
    """Who acts (*yang menindaklanjuti*).

    Attributes:
        key: slug for keys of tables and sections: "ppid", or "agency-3", the third of the list.
        short: the name where room is short.
    """

    key: str
    name: str
    short: str


PPID = Actor(key="ppid", name="PPID", short="PPID")


@frozen(kw_only=True)
class Actors:
    """Finds who acts on a finding.

    A finding belongs to an agency where its subject is that agency, a cell of its row in the matrix, or a row
    of a register that names it. What is about a total, a text or a heading belongs to the PPID, and so does a
    name that is not in the list of agencies: it has to be resolved first.

    Attributes:
        agencies: those that can be handed a sheet, by key, in the order of the list.
        subjects: the key of the agency, by the subject of findings.
    """

    agencies: Mapping[str, Actor]
    subjects: Mapping[str, str]

    @classmethod
    def of(cls, year: ServiceYear) -> Actors:
        """Return the actors of a year; without a list of agencies, each name as it is typed."""
        named = tuple(_subjects(year))
        return cls(
            agencies=dict(_listed(year) if not isinstance(year.agencies, Absent) else _typed(named)),
            subjects={subject: agency.key for subject, agency in named},
        )

    def of_finding(self, finding: Finding) -> Actor:
        """Return who acts on ``finding``."""
        return self.agencies.get(self.subjects.get(finding.subject, ""), PPID)


def _listed(year: ServiceYear) -> Iterator[tuple[str, Actor]]:
    for place, agency in enumerate(listed(year.agencies), start=1):
        yield agency.code, Actor(key=f"agency-{place}", name=agency.name, short=agency.label)


def _typed(named: tuple[tuple[str, AgencyRef], ...]) -> Iterator[tuple[str, Actor]]:
    keys = dict.fromkeys(agency.key for _, agency in named)
    for place, key in enumerate(keys, start=1):
        yield key, Actor(key=f"agency-{place}", name=key, short=key)


def _subjects(year: ServiceYear) -> Iterator[tuple[str, AgencyRef]]:
    """Yield every subject that is an agency's, with the agency as it was mentioned."""
    if not isinstance(year.matrix, Absent):
        for row in year.matrix.rows:
            yield f"agency:{row.agency.key}", row.agency
            yield from ((f"cell:{row.agency.key}/{kind.code}", row.agency) for kind in year.matrix.types)
    cases: tuple[tuple[str, Request | Objection | Dispute], ...] = (
        *keyed("request", year.requests),
        *keyed("objection", year.objections),
        *keyed("dispute", year.disputes),
    )
    subjects = Subjects(year=year)
    yield from ((subjects.of(place), row.agency) for place, row in cases if row.agency)
    for line in year.aggregates:
        if line.dimension is Dimension.AGENCY:
            yield part_key(line), AgencyRef(typed=line.typed or line.category, code=line.category)
