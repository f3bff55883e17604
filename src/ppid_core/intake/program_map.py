"""Maps of known programs (*peta bawaan*): the lines of *peta* for what they call their headings and codes.

Each is a file of TOML that says where it was taken from, at which commit and on which day; whoever mends one
raises its version.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from attrs import frozen

from ppid_core.errors import UnknownNameError
from ppid_core.intake.cells.cell import Cells
from ppid_core.language import Bilingual

_SUFFIX = ".toml"


@frozen(kw_only=True)
class ProgramMap:
    """What one program calls its headings and codes.

    Attributes:
        name: by which it is asked for.
        label: what the program is.
        version: raised whenever a line changes.
        taken_on: the day on which it was taken from the source.
        source: where the program is published.
        commit: the state of it that was read.
        paths: the files in which the headings and codes stand.
        lines: of *peta*.
    """

    name: str
    label: str
    version: int
    taken_on: date
    source: str
    commit: str
    paths: tuple[str, ...]
    lines: tuple[Cells, ...]

    @property
    def origin(self) -> Bilingual:
        """Where it is from, in one line; in Indonesian it stands in the first remark of the table."""
        return _ORIGIN.fill(
            name=self.name,
            version=self.version,
            day=self.taken_on,
            source=self.source,
            commit=self.commit[:_SHORT],
        )


@cache
def program_maps() -> Mapping[str, ProgramMap]:
    """Return the maps that come with this package, by name."""
    folder = files("ppid_core.intake").joinpath("maps")
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(_SUFFIX))
    texts = {name.removesuffix(_SUFFIX): folder.joinpath(name).read_text(encoding="utf-8") for name in names}
    return {name: _map(name, text) for name, text in texts.items()}


def program_map(name: str) -> ProgramMap:
    """Return a map by its name.

    Raises:
        UnknownNameError: there is none of that name.
    """
    known = program_maps()
    if name not in known:
        raise UnknownNameError(Bilingual("peta", "the map"), name, known)
    return known[name]


def _map(name: str, text: str) -> ProgramMap:
    import tomllib  # noqa: PLC0415  whoever reads a register needs no map of a program

    said = tomllib.loads(text)
    lines = tuple(dict(row) for row in csv.DictReader(said.pop("peta").strip().splitlines()))
    return ProgramMap(name=name, paths=tuple(said.pop("paths")), lines=lines, **said)


_ORIGIN = Bilingual(
    "{name} versi {version}, {day}: {source} ({commit})",
    "{name} version {version}, {day}: {source} ({commit})",
)
_SHORT = 12
"""Signs of a commit that name it."""
