"""What an exporter is: whoever turns a report into files."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Protocol, runtime_checkable

from ppid_core.failure import attempt, one_line
from ppid_core.output.artifact import Artifact
from ppid_core.report import Report


@runtime_checkable
class Exporter(Protocol):
    """Turns a report into files; structural, a plugin need not inherit.

    `export` is pure and deterministic: same report, same bytes; the exporter can be pickled. Options are
    attrs fields with defaults. One that uses a library which can end the process (no Python, and may crash)
    says ``may_end_process: ClassVar[bool] = True``: the command makes it in a process apart. One that makes
    no file of some documents may say why in a method ``why_none(report) -> str``, which the command tells
    where the format was asked for. One whose files tell of those that are made together with them has a
    method ``beside(report, made, others) -> Iterable[Artifact]``: it is asked with its own files and those of
    each other format, by the label of that one, and returns its own under the same names.

    >>> from ppid_core import Artifact, Dossier, Plugins, export
    >>> class Title:
    ...     name, label = "judul", "Judul (.txt)"
    ...     def export(self, report, /):
    ...         yield Artifact(name="judul.txt", media_type="text/plain", content=report.meta.title.encode())
    >>> (file,) = export(Dossier.open("examples/kota-serang-2020").report(), Title(), Plugins())
    >>> file.content.decode()
    'Laporan Layanan Informasi Publik Tahun 2020'
    """

    @property
    def name(self) -> str:
        """``[a-z][a-z0-9-]*``, unique among exporters."""
        ...

    @property
    def label(self) -> str:
        """What a person reads, in Indonesian: "Excel (.xlsx)"; ``label_en`` may say it in English."""
        ...

    def export(self, report: Report, /) -> Iterable[Artifact]:
        """Return the files of ``report``."""
        ...


def why_none(exporter: Exporter, report: Report) -> str:
    """Return why an exporter makes no file of a document, where it says so; "" where it does not."""
    ask = getattr(exporter, "why_none", None)
    said = attempt(partial(ask, report)) if callable(ask) else ""
    return one_line(said) if isinstance(said, str) else ""
