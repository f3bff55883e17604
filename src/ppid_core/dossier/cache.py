"""What was read before: figures and findings of reports in a folder, by the content that they come from.

An entry is what `BodyYear` keeps, as JSON: no row of a register and no person. Its name is the digest of all
that the answer hangs on, so that nothing in the folder is ever out of date; it may be deleted at any time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from functools import cache, cached_property
from hashlib import file_digest, sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from attrs import evolve, field, frozen

from ppid_core.dossier.processes import Answers
from ppid_core.errors import FolderError
from ppid_core.intake.files.collection import CACHE_MARK
from ppid_core.intake.files.folder import is_plain, printable_pictures
from ppid_core.intake.files.row_file import table_in
from ppid_core.intake.tables import REPORT, TRANSLATIONS
from ppid_core.language import Bilingual
from ppid_core.output.artifact import Artifact
from ppid_core.output.writer import lay_out
from ppid_core.plugins import Plugins
from ppid_core.rollup import BodyYear
from ppid_core.rollup.wire import body_year_json, body_year_of

_TABLES = frozenset({REPORT.name, TRANSLATIONS.name})
"""They are read where they lie beside a file; pictures are looked for, too."""
_HEAD = 32
"""So many bytes tell whether a file is a picture."""
_MARK = b"""Signature: 8a477f597d28d172789f06886806bc55
# A cache of ppid rollup: figures and findings of reports, no personal data. It may be deleted at any time.
"""
"""By https://bford.info/cachedir/ backups pass such a folder over; so does a roll-up."""


@frozen(kw_only=True, slots=False)
class ReportCache:
    """A folder of what was read before (*simpanan*).

    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> from ppid_core import load_plugins
    >>> from ppid_core.dossier.cache import ReportCache
    >>> from ppid_core.dossier.processes import body_years
    >>> cache = ReportCache(folder=Path(mkdtemp()), plugins=load_plugins())
    >>> paths = [Path("examples/kota-serang-2020")]
    >>> first, again = (list(cache.body_years(paths, body_years)) for _ in range(2))
    >>> first == again
    True

    Attributes:
        folder: where it lies; made where it is missing.
        plugins: by which reports are read.
        tell: called with a sentence where nothing can be written there.
    """

    folder: Path
    plugins: Plugins = field(repr=False)
    tell: Callable[[Bilingual], None] = field(default=lambda _: None, repr=False)
    _beside: dict[Path, Sequence[tuple[str, str]]] = field(factory=dict, init=False, repr=False)

    def body_years(self, paths: Sequence[Path], read: Callable[[Sequence[Path]], Answers]) -> Answers:
        """Return what a roll-up counts of each report, in the order of the paths; known ones are not read.

        What could not be read is not kept: it is tried again.

        Args:
            paths: of the reports.
            read: reads those that are not known, in their order.
        """
        known = [self._known(path) for path in paths]
        is_open = True
        with closing(
            read([path for path, (_, found) in zip(paths, known, strict=True) if found is None])
        ) as answers:
            for path, (key, found) in zip(paths, known, strict=True):
                one = next(answers) if found is None else found
                if is_open and found is None and isinstance(one, BodyYear) and key == self._key(path):
                    is_open = self._keep(key, one)  # a file that changed while it was read is not kept
                yield one

    def _known(self, path: Path) -> tuple[str, BodyYear | None]:
        key = self._key(path)
        found = _kept(self.folder / _name(key), key) if key else None
        return key, None if found is None else evolve(found, file=path.as_posix())

    def _key(self, path: Path) -> str:
        """Return the digest of all that an answer hangs on; "" where some of it cannot be read."""
        try:
            content = list(_of_folder(path) if path.is_dir() else self._of_file(path))
        except OSError:
            return ""
        return _digest([self._versions, path.name, content])

    def _of_file(self, path: Path) -> Iterator[tuple[str, str]]:
        """Yield a file with its digest, and what may be read with it."""
        home = path.parent.resolve()
        if home not in self._beside:
            self._beside[home] = tuple(_beside(home))
        yield path.name, _file(path) if is_plain(path) else ""
        yield from self._beside[home]

    @cached_property
    def _versions(self) -> Sequence[str]:
        """By what reports are read: the library, with the law and the calendar in it, estimate, plugins."""
        importers = ((one.name, one.owner) for one in self.plugins.importer_claims)
        rules = ((one.name, one.owner) for one in self.plugins.rule_claims)
        return (_library(), _estimate(), *(f"{name}: {owner!r}" for name, owner in (*importers, *rules)))

    def _keep(self, key: str, one: BodyYear) -> bool:
        """Write an entry, and tell whether the folder can be written."""
        plain = body_year_json(evolve(one, file=""))
        content = _json({"key": key, "digest": _digest(plain), "report": plain}).encode()
        files = [Artifact(name=_name(key), media_type="application/json", content=content)]
        if not (self.folder / CACHE_MARK).exists():
            files.append(Artifact(name=CACHE_MARK, media_type="text/plain", content=_MARK))
        try:
            lay_out(files, self.folder)
        except FolderError as error:
            self.tell(_NOT_KEPT.fill(why=error.told))
            return False
        return True


def _kept(place: Path, key: str) -> BodyYear | None:
    """Return what an entry holds; None of one that is not there, damaged, or not of this key."""
    with suppress(Exception):  # whatever somebody put there
        plain = json.loads(place.read_bytes())
        if plain["key"] == key and plain["digest"] == _digest(plain["report"]):
            return body_year_of(plain["report"])
    return None


def _of_folder(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each file below a folder with its digest; of a link, where it leads to as well."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            yield name, f"-> {path.readlink()}"
        if path.is_file():
            yield name, _file(path) if is_plain(path) else ""


def _beside(home: Path) -> Iterator[tuple[str, str]]:
    """Yield what may be read with a file of a folder: tables with their digest, pictures by their name."""
    plain = [path for path in sorted(home.rglob("*")) if path.is_file() and is_plain(path)]
    yield from (
        (path.name, _file(path)) for path in plain if path.parent == home and table_in(path.name) in _TABLES
    )
    heads = {path.relative_to(home).as_posix(): _head(path) for path in plain}
    yield from ((name, "") for name in sorted(printable_pictures(heads)))


def _file(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)


@cache
def _library() -> str:
    """Return the digest of this library: a working copy changes and keeps its version."""
    home = Path(__file__).parents[1]
    parts = (path for path in sorted(home.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    return _digest([(path.relative_to(home).as_posix(), _file(path)) for path in parts])


def _estimate() -> str:
    try:
        return version("holidays")
    except PackageNotFoundError:
        return ""


def _name(key: str) -> str:
    return f"{key}.json"


def _digest(value: object) -> str:
    return sha256(_json(value).encode()).hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


_NOT_KEPT = Bilingual(
    "--cache: {why} Rekapitulasi tetap dibuat tanpa simpanan.",
    "--cache: {why} The roll-up is made without it.",
)
