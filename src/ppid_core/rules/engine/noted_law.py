"""The law as a rule sees it: the book notes each provision that is really used.

A rule names the parameters on which it may rest; which version of which it judged by hangs on the days of
the rows. Rules that judge the law itself (L901, L902) are told these versions and no others: nobody is
warned of a provision by which nothing was judged. Much of what a rule asks goes through due dates and
calendars that know of no rule, so it is the parameter that notes, where it is looked up, and nothing has to
be handed on. That another way was tried is not recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

from attrs import field, fields, frozen

from ppid_core.errors import NotInForceError
from ppid_core.language import Bilingual
from ppid_core.law import Lawbook, Parameter, Provision
from ppid_core.model.maker import maker

T = TypeVar("T")
Uses = dict[tuple[str, date], Provision[Any]]
"""Provisions by the name of their parameter and the day from which they apply."""


@frozen(kw_only=True)
class _Noting(Parameter[T]):
    """A parameter that notes what it answers (*parameter yang mencatat*)."""

    uses: Uses = field(factory=dict, eq=False, repr=False)
    _noted: dict[date, Provision[T]] = field(factory=dict, init=False, eq=False, repr=False)

    def at(self, day: date) -> Provision[T]:
        """Return what applied on ``day``, and note it; errors as in `Parameter.at`."""
        provision = self._noted.get(day)
        if provision is None:
            provision = self._noted[day] = super().at(day)
            self.uses[self.name, provision.since] = provision
        return provision


@frozen(kw_only=True)
class NotedLaw(Lawbook):
    """A law book with what was used of it (*buku hukum bercatatan*).

    Attributes:
        plain: the same law without notes.
        uses: the provisions that were used.
    """

    plain: Lawbook
    uses: Uses = field(factory=dict, eq=False, repr=False)

    @property
    def version(self) -> str:
        """Short name of this state of the law, which notes do not change."""
        return self.plain.version


def noting(law: Lawbook) -> NotedLaw:
    """Return a book that notes what is asked of it from now on."""
    uses: Uses = {}
    noted_parts = (
        _asked(part.name, part.provisions, uses, {}) if isinstance(part, Parameter) else part
        for part in _parts(law).values()
    )
    return _book(*noted_parts, law, uses)


_asked: Callable[..., _Noting[Any]] = maker(_Noting, ["name", "provisions", "uses", "_noted"], {})
_book = maker(NotedLaw, [*(each.name for each in fields(Lawbook)), "plain", "uses"], {})
"""Each rule is asked with a book of its own, of which nothing is wrong that was right in the law."""


def noted(law: Lawbook, uses: Uses) -> NotedLaw:
    """Return a book whose notes are ``uses``, and which notes nothing more."""
    return NotedLaw(**_parts(law), plain=law, uses=uses)


def plain(law: Lawbook) -> Lawbook:
    """Return the law without notes: for what is looked up, but does not judge."""
    return law.plain if isinstance(law, NotedLaw) else law


def used_of(law: Lawbook) -> Iterator[tuple[str, Provision[object]]]:
    """Yield the provisions that were used: in the order of the book, of each parameter the oldest first."""
    uses: Uses = law.uses if isinstance(law, NotedLaw) else {}
    for name in _parts(law):
        yield from ((name, uses[key]) for key in sorted(key for key in uses if key[0] == name))


def in_force(law: Lawbook, name: str, *days: date) -> Provision[Any] | None:
    """Return what the parameter ``name`` said on the first of ``days`` on which there is such a law."""
    parameter: Parameter[Any] | None = getattr(law, name, None)
    for day in days:
        try:
            return None if parameter is None else parameter.at(day)
        except NotInForceError:
            continue
    return None


def cited_once(first: Iterable[Bilingual], then: Iterable[Bilingual]) -> tuple[Bilingual, ...]:
    """Return both, an article once: what is cited with its mark is not cited again as if it had none."""
    own = tuple(first)
    text = " ".join(one.id for one in own)
    return tuple(dict.fromkeys((*own, *(one for one in then if one.id not in text))))


def _parts(law: Lawbook) -> dict[str, Any]:
    return {each.name: getattr(law, each.name) for each in fields(Lawbook)}
