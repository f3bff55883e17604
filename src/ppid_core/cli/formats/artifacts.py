"""What became of the formats of a report, as JSON: each file with its hash, and what could not be made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypedDict

from ppid_core.dossier.order import Made
from ppid_core.language import Lang
from ppid_core.output.manifest import digest_of
from ppid_core.rules import Checked, Severity


class ArtifactJson(TypedDict):
    """A file that was written: its path in the folder, its SHA-256, and what is to know of it."""

    format: str
    path: str
    media_type: str
    bytes: int
    sha256: str
    notes: list[str]


class FailedFormatJson(TypedDict):
    """A format that was not made, and why; whether it only lacks a package that can be installed."""

    format: str
    cause: str
    is_missing_extra: bool


class ArtifactsJson(TypedDict):
    """What a report was written as.

    Attributes:
        folder: into which it was written.
        kept: what lay under the name of a file and was not ours, and the name that it has now.
        removed: files of an earlier run that this one does not make.
        contradictions: findings of severity error that nothing explains.
    """

    folder: str
    files: list[ArtifactJson]
    failed: list[FailedFormatJson]
    kept: dict[str, str]
    removed: list[str]
    contradictions: int


def artifacts_json(made: Sequence[Made], target: Path, checked: Checked, lang: Lang) -> ArtifactsJson:
    """Return what was written into a folder, in the order in which it was asked for.

    Args:
        made: what became of each format.
        target: the folder.
        checked: what was found in the data.
        lang: of causes.
    """
    deposits = [one.deposit for one in made if one.deposit is not None]
    return {
        "folder": str(target),
        "files": [file for one in made for file in _files(one, target)],
        "failed": [_failed(one, lang) for one in made if one.failure is not None],
        "kept": {name: kept for done in deposits for name, kept in done.kept},
        "removed": [name for done in deposits for name in done.removed],
        "contradictions": len(checked.unexplained(Severity.ERROR)),
    }


def _files(made: Made, target: Path) -> Iterator[ArtifactJson]:
    if made.deposit is None:
        return
    for artifact, path in zip(made.artifacts, made.deposit.paths, strict=True):
        yield {
            "format": made.order.name,
            "path": path.relative_to(target).as_posix(),
            "media_type": artifact.media_type,
            "bytes": len(artifact.content),
            "sha256": digest_of(artifact.content),
            "notes": list(artifact.notes),
        }


def _failed(made: Made, lang: Lang) -> FailedFormatJson:
    cause = "" if made.failure is None else (made.complaint or made.failure.told)(lang)
    return {"format": made.order.name, "cause": cause, "is_missing_extra": made.missing_extra is not None}
