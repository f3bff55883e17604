"""What an exporter is, and what it returns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from attrs import frozen

from ppid_core.errors import AnswerError
from ppid_core.language import Bilingual
from ppid_core.plugins.attempt import shown
from ppid_core.report import Report


@frozen(kw_only=True)
class Artifact:
    """One file, as bytes (*berkas*): the writer decides whether and where it is written.

    >>> from ppid_core import Artifact
    >>> Artifact(name="judul.txt", media_type="text/plain", content=b"Laporan").content
    b'Laporan'

    Attributes:
        name: plain file name, no folder.
        media_type: "text/csv".
        notes: what people should know of it, in the language of the document ("a colour was darkened"); the
            command tells them.
    """

    name: str
    media_type: str
    content: bytes
    notes: tuple[str, ...] = ()


def a_file(item: object) -> Artifact:
    """Return an artifact that holds what it should.

    Raises:
        AnswerError: where it is no artifact, or holds no bytes.
    """
    is_named = isinstance(item, Artifact) and isinstance(item.name, str) and isinstance(item.media_type, str)
    if isinstance(item, Artifact) and is_named and isinstance(item.content, bytes):
        return item
    raise AnswerError(_NO_FILE.fill(shown=shown(item)))


@runtime_checkable
class Exporter(Protocol):
    """Turns a report into files; structural, a plugin need not inherit.

    `export` is pure and deterministic: same report, same bytes; the exporter can be pickled. Options are
    attrs fields with defaults. One that uses a library which can end the process (no Python, and may crash)
    says ``may_end_process: ClassVar[bool] = True``: the command makes it in a process apart.

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
        """What a person reads: "Excel (.xlsx)"."""
        ...

    def export(self, report: Report, /) -> Iterable[Artifact]:
        """Return the files of ``report``."""
        ...


_NO_FILE = Bilingual(
    "{shown} bukan berkas (Artifact dengan name dan media_type teks, content bytes)",
    "{shown} is no file (an Artifact with name and media_type as text, content as bytes)",
)
