"""Which names a file may have: plain ones, that every system can hold and that mean one file everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ppid_core.errors import AnswerError
from ppid_core.plugins.exporter import Artifact

LONGEST = 200
"""Bytes; file systems hold 255, and a part is kept for what word processors put beside a file."""

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def name_fault(name: str) -> str | None:
    """Return what is wrong with the name of a file, None where nothing is."""
    if not name.strip():
        return "nama kosong"
    if _FORBIDDEN.search(name):
        return "memuat tanda yang tidak boleh ada dalam nama berkas"
    if name.endswith((".", " ")) or name.startswith((".", " ")):
        return "diawali atau diakhiri titik atau spasi"
    if _DEVICES.fullmatch(name):
        return "nama perangkat Windows"
    return "terlalu panjang" if len(name.encode("utf-8", "surrogatepass")) > LONGEST else None


def same_file(name: str) -> str:
    """Return what two names have in common where a file system may take them for one."""
    return unicodedata.normalize("NFC", name).casefold()


def refuse_names(artifacts: Iterable[Artifact], taken: Iterable[str] = ()) -> None:
    """Refuse files that no folder could hold side by side.

    Args:
        artifacts: the files.
        taken: names that stand beside them already.

    Raises:
        AnswerError: with every fault.
    """
    if faults := tuple(_faults(artifacts, {same_file(name) for name in taken})):
        raise AnswerError("; ".join(faults))


def _faults(artifacts: Iterable[Artifact], seen: set[str]) -> Iterator[str]:
    for artifact in artifacts:
        fault = name_fault(artifact.name)
        if fault is None and same_file(artifact.name) in seen:
            fault = "nama dipakai dua kali"
        if fault is not None:
            yield f"{artifact.name[:LONGEST]!r}: {fault}"
        seen.add(same_file(artifact.name))
