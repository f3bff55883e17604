"""Who has a name: two claims to one are told, never settled by who came last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.plugins.faults import Owner, PluginProblem

T = TypeVar("T")


@frozen(kw_only=True)
class Claim(Generic[T]):
    """A thing, the name it is asked for by, and who brought it."""

    name: str
    item: T
    owner: Owner


@frozen(kw_only=True)
class Settlement(Generic[T]):
    """The outcome of all claims of one kind.

    Attributes:
        kept: the claims that stand, in the order in which they were made.
        contested: the sentence for each name that nobody has.
        problems: one for each name that was claimed twice.
    """

    kept: tuple[Claim[T], ...] = ()
    contested: Mapping[str, str]
    problems: tuple[PluginProblem, ...] = ()


def settle(kind: Bilingual, claims: Iterable[Claim[T]]) -> Settlement[T]:
    """Give each name to its one claimant: a built-in keeps its own, between strangers neither has it.

    Args:
        kind: what the names are of, as the message says it.
        claims: in the order in which they were made.
    """
    by_name: dict[str, list[Claim[T]]] = {}
    for claim in claims:
        by_name.setdefault(claim.name, []).append(claim)
    rivals = {name: group for name, group in by_name.items() if len(group) > 1}
    problems = {name: _conflict(kind, group) for name, group in rivals.items()}
    return Settlement(
        kept=tuple(group[0] for group in by_name.values() if len(group) == 1 or group[0].owner.is_built_in),
        contested={
            name: problems[name].message.id
            for name, group in rivals.items()
            if not group[0].owner.is_built_in
        },
        problems=tuple(problems.values()),
    )


def _conflict(kind: Bilingual, group: list[Claim[T]]) -> PluginProblem:
    owners = [claim.owner for claim in group]
    name, newcomer = group[0].name, next((owner for owner in owners if not owner.is_built_in), owners[0])
    message = _KEPT if owners[0].is_built_in else _OPEN
    facts = {"name": name, "first": owners[0], "newcomer": newcomer.distribution}
    return PluginProblem(
        distribution=newcomer.distribution,
        version=newcomer.version,
        entry_point=newcomer.entry_point,
        cause=f"{name}: " + ", ".join(map(str, owners)),
        message=Bilingual(
            message.id.format(kind=kind.id, owners=" dan ".join(map(str, owners)), **facts),
            message.en.format(kind=kind.en, owners=" and ".join(map(str, owners)), **facts),
        ),
    )


_OPEN = Bilingual(
    '{kind} "{name}" dibawa oleh {owners}; tidak satu pun dipakai. '
    "Pilih dengan menyisihkan yang lain, misalnya --block {newcomer}.",
    '{kind} "{name}" is brought by {owners}; neither is used. '
    "Choose by blocking the other, for instance --block {newcomer}.",
)
_KEPT = Bilingual(
    '{kind} "{name}" dibawa oleh {owners}; yang dipakai milik {first}. '
    "Sisihkan plugin yang lain dengan --block {newcomer}.",
    '{kind} "{name}" is brought by {owners}; that of {first} is used. '
    "Block the other plugin with --block {newcomer}.",
)
