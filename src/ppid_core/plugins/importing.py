"""Who reads which files: importers have names, and endings that they claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from attrs import evolve, field, frozen

from ppid_core.intake import Importer, Intake
from ppid_core.language import Bilingual
from ppid_core.plugins.claims import Claim, Settlement, settle
from ppid_core.plugins.faults import PluginProblem
from ppid_core.plugins.installed import ENDING, IMPORTER


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


@frozen(kw_only=True)
class Importers:
    """The outcome of all claims of importers.

    Attributes:
        kept: the claims that stand, each with the endings that nobody else claims.
        contested: the sentence for each ending that nobody has.
        problems: one for each name, and each ending, that was claimed twice.
    """

    kept: tuple[Claim[Importer], ...]
    contested: Mapping[str, Bilingual]
    problems: tuple[PluginProblem, ...]


def settle_importers(claims: Iterable[Claim[Importer]]) -> Importers:
    """Give each name to its one claimant, then each ending among those that have their names."""
    names = settle(IMPORTER, claims)
    endings = settle(ENDING, [one for claim in names.kept for one in _by_ending(claim)])
    lost = {one.name: names.contested[claim.name] for claim in names.lost for one in _by_ending(claim)}
    owned = {one.name for one in endings.kept}
    return Importers(
        kept=tuple(_narrowed(names.kept, endings)),
        contested={
            **{ending: sentence for ending, sentence in lost.items() if ending not in owned},
            **endings.contested,
        },
        problems=(*names.problems, *endings.problems),
    )


def _by_ending(claim: Claim[Importer]) -> Iterator[Claim[Importer]]:
    for ending in dict.fromkeys(claim.item.suffixes):
        yield Claim(name=ending, item=claim.item, owner=claim.owner)


def _narrowed(claims: Sequence[Claim[Importer]], endings: Settlement[Importer]) -> Iterator[Claim[Importer]]:
    for claim in claims:
        own = tuple(one.name for one in endings.kept if one.item is claim.item)
        if own == tuple(claim.item.suffixes):
            yield claim
        elif own:
            item = Narrowed(name=claim.name, label=claim.label, suffixes=own, importer=claim.item)
            yield evolve(claim, item=item)
