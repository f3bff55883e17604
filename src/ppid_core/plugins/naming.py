"""Which names a file may have: plain ones, that every system can hold and that mean one file everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ppid_core.errors import AnswerError
from ppid_core.language import Bilingual
from ppid_core.plugins.attempt import shown
from ppid_core.plugins.exporter import Artifact

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


def refuse_names(artifacts: Iterable[Artifact], taken: Iterable[str] = ()) -> None:
    """Refuse files that no folder could hold side by side.

    Args:
        artifacts: the files.
        taken: names that stand beside them already.

    Raises:
        AnswerError: with every fault.
    """
    if faults := tuple(_faults(artifacts, {same_file(name) for name in taken})):
        raise AnswerError(Bilingual("; ".join(one.id for one in faults), "; ".join(one.en for one in faults)))


def _faults(artifacts: Iterable[Artifact], seen: set[str]) -> Iterator[Bilingual]:
    for artifact in artifacts:
        fault = name_fault(artifact.name)
        if fault is None and same_file(artifact.name) in seen:
            fault = Bilingual("nama dipakai dua kali", "the name is used twice")
        if fault is None:
            seen.add(same_file(artifact.name))
        else:
            name = shown(artifact.name)
            yield Bilingual(f"{name}: {fault.id}", f"{name}: {fault.en}")


_SIGNS = Bilingual(
    "memuat tanda yang tidak boleh ada dalam nama berkas", "it holds signs that no file name may hold"
)
_DEVICE = Bilingual("nama yang berarti lain di Windows", "a name that means something else on Windows")
