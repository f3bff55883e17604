"""Who has a name, or reads an ending: two claims to one are told, never settled by who came last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Generic, TypeVar

from attrs import evolve, field, frozen

from ppid_core.intake import Importer, Intake
from ppid_core.language import Bilingual
from ppid_core.plugins.faults import Owner, PluginProblem

T = TypeVar("T")

FORMAT, RULE = Bilingual("format", "the format"), Bilingual("aturan", "the rule")
IMPORTER, ENDING = Bilingual("pengimpor", "the importer"), Bilingual("akhiran berkas", "the file ending")


@frozen(kw_only=True)
class Claim(Generic[T]):
    """A thing, the name it is asked for by, and who brought it.

    Attributes:
        label: what a person reads, as it was when the thing came.
    """

    name: str
    label: str = ""
    item: T
    owner: Owner


@frozen(kw_only=True)
class Settlement(Generic[T]):
    """The outcome of all claims of one kind.

    Attributes:
        kept: the claims that stand, in the order in which they were made.
        lost: the claims to a name that nobody has.
        contested: the sentence for each name that nobody has.
        problems: one for each name that was claimed twice.
    """

    kept: tuple[Claim[T], ...] = ()
    lost: tuple[Claim[T], ...] = ()
    contested: Mapping[str, Bilingual]
    problems: tuple[PluginProblem, ...] = ()


def settle(kind: Bilingual, claims: Iterable[Claim[T]]) -> Settlement[T]:
    """Give each name to its one claimant: a built-in keeps its own, between strangers neither has it.

    Args:
        kind: what the names are of, as the message says it, in small letters.
        claims: in the order in which they were made.
    """
    by_name: dict[str, list[Claim[T]]] = {}
    for claim in claims:
        by_name.setdefault(claim.name, []).append(claim)
    rivals = {name: group for name, group in by_name.items() if len(group) > 1}
    problems = {name: _conflict(kind, group) for name, group in rivals.items()}
    open_to_all = {name: group for name, group in rivals.items() if not group[0].owner.is_built_in}
    return Settlement(
        kept=tuple(group[0] for name, group in by_name.items() if name not in open_to_all),
        lost=tuple(claim for group in open_to_all.values() for claim in group),
        contested={name: problems[name].message for name in open_to_all},
        problems=tuple(problems.values()),
    )


@frozen(kw_only=True)
class Narrowed:
    """An importer without the endings that are not its own."""

    name: str
    label: str
    suffixes: tuple[str, ...]
    importer: Importer = field(repr=False)

    def read(self, path: Path, /) -> Intake:
        """Return what the file holds."""
        return self.importer.read(path)


def settle_importers(claims: Iterable[Claim[Importer]]) -> Settlement[Importer]:
    """Give each name to its one claimant, then each ending among those that have their names.

    What is kept has the endings that nobody else claims; contested are endings that nobody has.
    """
    names = settle(IMPORTER, claims)
    endings = settle(ENDING, [one for claim in names.kept for one in by_ending(claim)])
    lost = {one.name: names.contested[claim.name] for claim in names.lost for one in by_ending(claim)}
    owned = {one.name for one in endings.kept}
    return Settlement(
        kept=tuple(_narrowed(names.kept, endings)),
        contested={
            **{ending: sentence for ending, sentence in lost.items() if ending not in owned},
            **endings.contested,
        },
        problems=(*names.problems, *endings.problems),
    )


def by_ending(claim: Claim[Importer]) -> Iterator[Claim[Importer]]:
    """Yield the claim of an importer to each of its endings."""
    for ending in dict.fromkeys(claim.item.suffixes):
        yield Claim(name=ending, item=claim.item, owner=claim.owner)


def _narrowed(claims: Iterable[Claim[Importer]], endings: Settlement[Importer]) -> Iterator[Claim[Importer]]:
    for claim in claims:
        own = tuple(one.name for one in endings.kept if one.item is claim.item)
        if own == claim.item.suffixes:
            yield claim
        elif own:
            item = Narrowed(name=claim.name, label=claim.label, suffixes=own, importer=claim.item)
            yield evolve(claim, item=item)


def _conflict(kind: Bilingual, group: list[Claim[T]]) -> PluginProblem:
    owners = list(dict.fromkeys(claim.owner for claim in group))
    newcomer = next((owner for owner in owners if not owner.is_built_in), owners[0])
    told, name = _message(owners), group[0].name
    facts = {"name": name, "first": owners[0], "handle": _handle(newcomer, owners)}
    return PluginProblem(
        distribution=newcomer.distribution,
        version=newcomer.version,
        entry_point=newcomer.entry_point,
        cause=f"{name}: " + ", ".join(map(str, owners)),
        message=Bilingual(
            _sentence(told.id.format(kind=kind.id, owners=_together(owners, "dan"), **facts)),
            _sentence(told.en.format(kind=kind.en, owners=_together(owners, "and"), **facts)),
        ),
    )


def _message(owners: list[Owner]) -> Bilingual:
    if len(owners) == 1:
        return _TWICE
    return _KEPT if owners[0].is_built_in else _OPEN


def _handle(newcomer: Owner, owners: Iterable[Owner]) -> str:
    """Return what to block; of two plugins of one distribution the entry point, else both would go."""
    others = (owner for owner in owners if owner != newcomer)
    alone = all(owner.distribution != newcomer.distribution for owner in others)
    return newcomer.handle if alone else newcomer.entry_point


def _together(owners: list[Owner], word: str) -> str:
    return f" {word} ".join(map(str, owners))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


_OPEN = Bilingual(
    '{kind} "{name}" dibawa oleh {owners}; tidak satu pun dipakai. '
    "Pilih dengan menyisihkan yang lain, misalnya --block {handle}.",
    '{kind} "{name}" is brought by {owners}; neither is used. '
    "Choose by blocking the other, for instance --block {handle}.",
)
_KEPT = Bilingual(
    '{kind} "{name}" dibawa oleh {owners}; yang dipakai milik {first}. '
    "Sisihkan plugin yang lain dengan --block {handle}.",
    '{kind} "{name}" is brought by {owners}; that of {first} is used. '
    "Block the other plugin with --block {handle}.",
)
_TWICE = Bilingual(
    '{kind} "{name}" dibawa dua kali oleh {first}; tidak satu pun dipakai. '
    "Perbarui paket itu, atau beri tahu pembuatnya.",
    '{kind} "{name}" is brought twice by {first}; neither is used. Update the package, or tell its author.',
)
