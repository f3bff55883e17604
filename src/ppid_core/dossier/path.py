"""Which figures there are: measures, breakdowns and their categories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ppid_core.errors import UnknownNameError
from ppid_core.glossary.vocabulary import VOCABULARIES, is_open, same
from ppid_core.language import Bilingual
from ppid_core.model import BREAKDOWNS, Absent, Dimension, YearPart
from ppid_core.summary import UNNAMED, Tree
from ppid_core.summary.delivery import OF_A_PERIOD
from ppid_core.summary.figures import MEASURES


def refuse_path(figures: Mapping[str, Tree], path: str) -> None:
    """Refuse a path that leads to no figure; one that no row counts is a figure all the same.

    Raises:
        UnknownNameError: it tells the paths that look like it.
    """
    if not (
        path in _MEASURES
        or path in _BREAKDOWNS
        or _is_category(figures, path)
        or path.startswith(tuple(f"{known}." for known in _joint_tables(figures)))
    ):
        raise UnknownNameError(
            Bilingual("angka", "the figure"),
            path,
            {*_MEASURES, *_BREAKDOWNS, *_categories(figures), *_joint_rows(figures)},
        )


def _categories(figures: Mapping[str, Tree]) -> Iterator[str]:
    """Yield the paths of the categories that are counted, so that a misspelt one finds what is meant."""
    for path in _BREAKDOWNS:
        parts = _parts(figures, path)
        yield from (f"{path}.{name}" for name in parts) if isinstance(parts, Mapping) else ()


def _joint_tables(figures: Mapping[str, Tree]) -> Mapping[str, Mapping[str, Tree]]:
    """Return the tables of joint counts by their paths: each of their categories leads to a figure."""
    return {
        f"{register}.joint.{name}": table
        for register, tree in figures.items()
        if isinstance(tree, Mapping)
        for name, table in tree.get("joint", {}).items()
    }


def _joint_rows(figures: Mapping[str, Tree]) -> Iterator[str]:
    return (f"{path}.{row}" for path, table in _joint_tables(figures).items() for row in table)


def _parts(figures: Mapping[str, Tree], path: str) -> Tree:
    """Return the breakdown at ``path``, or what hides it."""
    found: Tree = figures
    for step in path.split("."):
        found = found.get(step, Absent()) if isinstance(found, Mapping) else found
    return found


def _is_category(figures: Mapping[str, Tree], path: str) -> bool:
    """Tell whether ``path`` names a category of a breakdown, be it one that no row names."""
    breakdown = next((known for known in _BREAKDOWNS if path.startswith(f"{known}.")), "")
    category = path.removeprefix(f"{breakdown}.")
    if not (breakdown and category):
        return False
    along, parts = _BREAKDOWNS[breakdown], _parts(figures, breakdown)
    if along is Dimension.MONTH:
        return category in _MONTHS
    if category in UNNAMED or (isinstance(parts, Mapping) and category in parts):
        return True
    if along is None:
        return isinstance(parts, Absent)
    if category in set(map(str, VOCABULARIES.get(along, ()))):
        return True
    # Nobody closes the list of agencies, of occupations or of channels: of an absent breakdown, any name
    # may be one, and of the others each that is there, in any case.
    if isinstance(parts, Absent):
        return along not in VOCABULARIES or is_open(along)
    return is_open(along) and same(along, category) in {same(along, name) for name in parts}


_OF_PERIODS = tuple(
    f"compliance.by_period.{part}.{name}"
    for part in YearPart
    if part.name.startswith(("SEMESTER", "QUARTER"))
    for name in OF_A_PERIOD
)
_MEASURES = frozenset((*MEASURES, *_OF_PERIODS))
_BREAKDOWNS: Mapping[str, Dimension | None] = {
    **{breakdown.path: breakdown.dimension for breakdown in BREAKDOWNS},
    **dict.fromkeys(("compliance.by_agency", "compliance.by_type", "compliance.by_category")),
    **dict.fromkeys(("public_information.by_category", "exempt_information.by_letter")),
    "visits.by_month": Dimension.MONTH,
}
"""Along what each breakdown goes; None for those of matrix and lists, which have no dimension."""
_MONTHS = frozenset(map(str, range(1, 13)))
