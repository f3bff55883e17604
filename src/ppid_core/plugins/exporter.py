"""What an exporter is, and what it returns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from attrs import frozen

from ppid_core.report import Report


@frozen(kw_only=True)
class Artifact:
    """One file, as bytes (*berkas*): the writer decides whether and where it is written.

    Attributes:
        name: plain file name, no folder.
        media_type: "text/csv".
    """

    name: str
    media_type: str
    content: bytes


@runtime_checkable
class Exporter(Protocol):
    """Turns a report into files; structural, a plugin need not inherit.

    `export` is pure and deterministic: same report, same bytes; the exporter can be pickled. Options are
    attrs fields with defaults.
    """

    @property
    def name(self) -> str:
        """``[a-z][a-z0-9-]*``, unique among exporters."""
        ...

    @property
    def label(self) -> str:
        """What a person reads: "Excel (.xlsx)"."""
        ...

    def export(self, report: Report, /) -> Iterable[Artifact]:
        """Return the files of ``report``."""
        ...
