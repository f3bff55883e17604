"""Which agency goes on with which: names, codes and successors over the lists of several years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import field, frozen

from ppid_core.model.agency import Agency, name_index, normal


@frozen(kw_only=True, slots=False)
class Lineage:
    """The agencies of a list, and how those of other lists lead to them (*silsilah OPD*).

    Attributes:
        agencies: the list that is led to.
        earlier: agencies of lists before it; their successors lead on.
    """

    agencies: tuple[Agency, ...]
    earlier: tuple[Agency, ...] = ()
    _codes: dict[str, Agency] = field(init=False, eq=False, repr=False)
    _names: dict[str, str] = field(init=False, eq=False, repr=False)
    _past: dict[str, Agency] = field(init=False, eq=False, repr=False)

    @_codes.default
    def _by_code(self) -> dict[str, Agency]:
        return {normal(agency.code): agency for agency in reversed(self.agencies)}

    @_names.default
    def _by_name(self) -> dict[str, str]:
        return dict(name_index(self.agencies))

    @_past.default
    def _earlier_by_code(self) -> dict[str, Agency]:
        return {normal(agency.code): agency for agency in reversed(self.earlier)}

    def path(self, agency: Agency) -> tuple[Agency, ...]:
        """Return the agencies from one to that of the list which goes on with it; () where none does.

        One goes on under its code, or under a name that leads to it, or as the successor that a list names.
        """
        found: list[Agency] = []
        for one in self._steps(agency):
            found.append(one)
            if self._listed(one) is one:
                return tuple(found)
        return ()

    def heirs(self, agency: Agency, day: date) -> tuple[Agency, ...]:
        """Return the agencies of the list that go on with one on a day: several of one that was split.

        One of the list that has ended by then leads on to its successors; () where nobody goes on with it.
        """
        found: dict[str, Agency] = {}
        seen: set[str] = set()
        waiting = [agency]
        while waiting:
            current = waiting.pop(0)
            here = self._listed(current) or current
            if normal(here.code) in seen:
                continue
            seen.add(normal(here.code))
            is_listed = self._codes.get(normal(here.code)) is here
            if is_listed and (here.valid_until is None or day <= here.valid_until):
                found[here.code] = here
                continue
            after = (self._codes.get(code) or self._past.get(code) for code in map(normal, here.successors))
            waiting += [one for one in after if one is not None]
        return tuple(found.values())

    def _steps(self, agency: Agency) -> Iterator[Agency]:
        seen: set[str] = set()
        current: Agency | None = agency
        while current is not None and normal(current.code) not in seen:
            seen.add(normal(current.code))
            yield current
            here = self._listed(current)
            if here is not None:
                if here is not current:
                    yield here
                return
            after = normal(current.successor)
            current = self._codes.get(after) or self._past.get(after)

    def _listed(self, agency: Agency) -> Agency | None:
        """Return the agency of the list that bears the code of another, else one of its names."""
        if (same := self._codes.get(normal(agency.code))) is not None:
            return same
        codes = (self._names[normal(name)] for name in agency.names if normal(name) in self._names)
        return next((self._codes[normal(code)] for code in codes), None)


def in_force(agency: Agency, day: date) -> bool:
    """Tell whether an agency bears its name on a day."""
    begun = agency.valid_from is None or agency.valid_from <= day
    return begun and (agency.valid_until is None or day <= agency.valid_until)


def successor_chain(agency: Agency, agencies: Sequence[Agency], day: date) -> tuple[Agency, ...]:
    """Return an agency and those that took over from it by ``day``, the one of that day last.

    Where a successor is not on the list, or they go in a circle, the chain ends.
    """
    codes = {normal(one.code): one for one in agencies}
    chain = [agency]
    while chain[-1].valid_until is not None and chain[-1].valid_until < day:
        after = codes.get(normal(chain[-1].successor))
        if after is None or after in chain:
            break
        chain.append(after)
    return tuple(chain)
