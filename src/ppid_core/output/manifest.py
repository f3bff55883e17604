"""What we wrote into a folder, each file by its hash: whatever differs was made by somebody else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NotRequired, TypedDict

from attrs import field, frozen

from ppid_core.output.artifact import Artifact, is_room, name_fault
from ppid_core.schema import SCHEMAS

NAME = ".ppid-manifest.json"
SUMS = "SHA256SUMS"
"""The list by which anybody checks the files of a folder: ``sha256sum -c SHA256SUMS``."""

_BESIDE_OTHERS = frozenset({"text/plain", "application/octet-stream", "application/pgp-signature"})
"""What lies beside another file, such as its checksum, and goes where that goes."""


@frozen(kw_only=True)
class Imprint:
    """Of which run a file is (*keterangan pembuatan*): the next such run replaces all that it wrote.

    Attributes:
        format: the name of the exporter.
        stem: what the document is called: its form, period, edition and language.
        edition: ``public`` or ``internal``.
    """

    format: str
    stem: str
    edition: str


@frozen(kw_only=True)
class WrittenFile:
    """One file that we wrote: its SHA-256, and its run where a run is known."""

    sha256: str
    imprint: Imprint | None = None


class ImprintJson(TypedDict):
    """Of which run a file is."""

    format: str
    stem: str
    edition: str


class WrittenFileJson(TypedDict):
    """The SHA-256 of a file, and its run where one is known."""

    sha256: str
    imprint: NotRequired[ImprintJson]


class ManifestJson(TypedDict):
    """The files that were written into a folder, by their paths in it: what lies there as a hidden file."""

    files: dict[str, WrittenFileJson]


@frozen(kw_only=True)
class Manifest:
    """The files that we wrote into one folder, by their paths in it."""

    files: Mapping[str, WrittenFile] = field(factory=dict)

    @classmethod
    def of(cls, home: Path) -> Manifest:
        """Return what the folder says of itself; what nobody can read knows of no file."""
        try:
            plain = json.loads((home / NAME).read_text("utf-8"))
            if plain["schema"] != SCHEMAS["manifest"]:
                return cls()
            return cls(
                files={name: _entry(entry) for name, entry in plain["files"].items() if is_inside(name)}
            )
        except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
            return cls()

    def there(self, home: Path) -> Mapping[str, WrittenFile]:
        """Return the entries whose files still lie in the folder."""
        return {name: entry for name, entry in self.files.items() if (home / name).is_file()}

    def knows(self, name: str, digest: str) -> bool:
        """Tell whether a file of this content is what we wrote under its name."""
        entry = self.files.get(name)
        return entry is not None and entry.sha256 == digest

    def of_run(self, imprint: Imprint | None) -> tuple[str, ...]:
        """Return what an earlier run of the same kind wrote."""
        return tuple(name for name, entry in self.files.items() if imprint and entry.imprint == imprint)

    def after(self, gone: Iterable[str], written: Mapping[str, WrittenFile]) -> Manifest:
        """Return the manifest without files that are gone, with those that are written."""
        left = {name: entry for name, entry in self.files.items() if name not in set(gone)}
        return Manifest(files={**left, **written})

    def sums(self, names: Iterable[str]) -> bytes:
        """Return the checksums of these files as ``sha256sum`` writes them, in the order of names."""
        return "".join(f"{self.files[name].sha256}  {name}\n" for name in sorted(names)).encode()

    def content(self) -> bytes:
        """Return the file that says so; the same files give the same bytes."""
        files = {name: _plain(entry) for name, entry in sorted(self.files.items())}
        said = {"schema": SCHEMAS["manifest"], **ManifestJson(files=files)}
        return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()


def paths_of(files: Iterable[Artifact]) -> tuple[str, ...]:
    """Return where in the folder each file goes: documents lie at its top, data in ``data``.

    What lies beside other files, such as their checksums, goes where all of these go.
    """
    listed = tuple(files)
    rooms = {file.room for file in listed if not _is_beside(file)}
    room = next(iter(rooms)) if len(rooms) == 1 else ""
    return tuple(f"{room}/{file.name}" if room and _is_beside(file) else file.path for file in listed)


def _is_beside(file: Artifact) -> bool:
    return not file.folder and file.media_type in _BESIDE_OTHERS


def is_inside(name: object) -> bool:
    """Tell whether a path is one that we could have written: a plain name, or one in a folder of data."""
    if not isinstance(name, str):
        return False
    room, _, last = name.rpartition("/")
    return (not room or is_room(room)) and (name == NAME or name_fault(last) is None)


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a content."""
    return sha256(content).hexdigest()


def _entry(plain: Any) -> WrittenFile:  # noqa: ANN401  whatever the file says
    said = plain.get("imprint")
    imprint = None if said is None else Imprint(**{key: str(said[key]) for key in _FIELDS})
    return WrittenFile(sha256=str(plain["sha256"]), imprint=imprint)


def _plain(entry: WrittenFile) -> WrittenFileJson:
    said, made = WrittenFileJson(sha256=entry.sha256), entry.imprint
    if made is not None:
        said["imprint"] = {"format": made.format, "stem": made.stem, "edition": made.edition}
    return said


_FIELDS = ("format", "stem", "edition")
