"""A file in memory: its name, one that every system can hold, and its bytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from attrs import frozen

from ppid_core.errors import AnswerError
from ppid_core.failure import one_line
from ppid_core.language import Bilingual

DATA = "data"
"""The folder beside the documents into which data go."""
_DATA_TYPES = frozenset({"text/csv", "text/tab-separated-values", "application/json", "application/x-ndjson"})


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
        folder: the folder of data in which it lies, ``data`` or ``data-…``, beside the documents; "" leaves
            that to the writer.
    """

    name: str
    media_type: str
    content: bytes
    notes: tuple[str, ...] = ()
    folder: str = ""

    @property
    def room(self) -> str:
        """The folder in which it lies: that which it names, ``data`` for other data, "" for documents."""
        kind = self.media_type.partition(";")[0].strip().casefold()
        return self.folder or (DATA if kind in _DATA_TYPES or kind.endswith("+json") else "")

    @property
    def path(self) -> str:
        """Its name, after the folder in which it lies."""
        return f"{self.room}/{self.name}" if self.room else self.name

    @property
    def places(self) -> frozenset[str]:
        """The paths that it takes: one that leaves its folder to the writer takes its bare name as well."""
        return frozenset({self.path, self.path if self.folder else self.name})


def a_file(item: object) -> Artifact:
    """Return an artifact that holds what it should.

    Raises:
        AnswerError: where it is no artifact, or holds no bytes.
    """
    texts = (item.name, item.media_type, item.folder) if isinstance(item, Artifact) else (None,)
    is_named = all(isinstance(text, str) for text in texts)
    if isinstance(item, Artifact) and is_named and isinstance(item.content, bytes):
        return item
    raise AnswerError(_NO_FILE.fill(shown=shown(item)))


def shown(item: object) -> str:
    """Return a short name for anything that a stranger may return."""
    if isinstance(item, str):
        return f'"{one_line(item[:40])}"'
    return one_line((item if isinstance(item, type) else type(item)).__name__)


LONGEST = 200
"""Bytes; file systems hold 255, and a part is kept for what word processors put beside a file."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\..*)?", re.IGNORECASE
)
_SHORT = re.compile(r"[^.]{1,8}~[0-9]+(?:\.[^.]{0,3})?")
"""What Windows may call a file with a longer name: ``LAPORA~1.HTM``."""


def name_fault(name: object) -> Bilingual | None:
    """Return what is wrong with the name of a file, None where nothing is."""
    if not isinstance(name, str):
        return Bilingual("namanya bukan teks", "its name is no text")
    if not name.strip():
        return Bilingual("nama kosong", "the name is empty")
    wide = unicodedata.normalize("NFKC", name)
    if not name.isprintable() or _FORBIDDEN.search(name) or _FORBIDDEN.search(wide):
        return _SIGNS
    if name.endswith((".", " ")) or name.startswith((".", " ")):
        return Bilingual("diawali atau diakhiri titik atau spasi", "it begins or ends with a dot or a space")
    if _DEVICES.fullmatch(name) or _DEVICES.fullmatch(wide) or _SHORT.fullmatch(name):
        return _DEVICE
    return Bilingual("terlalu panjang", "it is too long") if len(name.encode()) > LONGEST else None


def same_file(name: str) -> str:
    """Return what two names have in common where a file system may take them for one."""
    folded = unicodedata.normalize("NFD", name).upper().casefold()
    return unicodedata.normalize("NFC", folded)


_ROOM = re.compile(rf"{DATA}(?:-[a-z0-9]+)*")


def is_room(folder: str) -> bool:
    """Tell whether a folder is one of data: ``data``, or that of a part of a year."""
    return _ROOM.fullmatch(folder) is not None


def refuse_names(artifacts: Iterable[Artifact], taken: Iterable[str] = ()) -> None:
    """Refuse files that no folder could hold side by side.

    Args:
        artifacts: the files.
        taken: paths that stand beside them already.

    Raises:
        AnswerError: with every fault.
    """
    if faults := tuple(_faults(artifacts, {same_file(name) for name in taken})):
        raise AnswerError(Bilingual("; ".join(one.id for one in faults), "; ".join(one.en for one in faults)))


def _faults(artifacts: Iterable[Artifact], seen: set[str]) -> Iterator[Bilingual]:
    for artifact in artifacts:
        fault = name_fault(artifact.name)
        if fault is None and artifact.folder and not is_room(artifact.folder):
            fault = Bilingual("foldernya bukan folder data", "its folder is none of data")
        places = set(map(same_file, artifact.places))
        if fault is None and seen & places:
            fault = Bilingual("nama dipakai dua kali", "the name is used twice")
        if fault is None:
            seen |= places
        else:
            name = shown(artifact.name)
            yield Bilingual(f"{name}: {fault.id}", f"{name}: {fault.en}")


_SIGNS = Bilingual(
    "memuat tanda yang tidak boleh ada dalam nama berkas", "it holds signs that no file name may hold"
)
_DEVICE = Bilingual("nama yang berarti lain di Windows", "a name that means something else on Windows")

_NO_FILE = Bilingual(
    "{shown} bukan berkas (Artifact dengan name dan media_type teks, content bytes)",
    "{shown} is no file (an Artifact with name and media_type as text, content as bytes)",
)
