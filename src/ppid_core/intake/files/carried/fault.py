"""Why a document cannot be read, as errors that say what to do, and how much of one is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ppid_core.intake.cells import CellError
from ppid_core.language import Bilingual

_EXPECTED = Bilingual(
    "dokumen yang dibuat dengan ppid laporan, laporan.json, atau folder tabelnya",
    "a document made with ppid report, laporan.json, or the folder of its tables",
)


def _refused(indonesian: str, english: str) -> CellError:
    return CellError(Bilingual(indonesian, english), _EXPECTED)


def no_data() -> CellError:
    """Return the error for a document in which nothing of ours lies."""
    return _refused(
        "dokumen ini tidak memuat data ppid-core; yang terbaca hanya dokumen yang dibuat dengan "
        "ppid laporan. Sebutkan folder tabelnya, atau laporan.json.",
        "this document holds no data of ppid-core; only what ppid report made can be read. Name the "
        "folder of its tables, or laporan.json.",
    )


def damaged(kind: str) -> CellError:
    """Return the error for a file that is cut off, or is no ``kind`` at all."""
    return _refused(
        f"berkas ini bukan {kind} yang utuh. Salin lagi dari sumbernya, atau buat ulang dengan ppid laporan.",
        f"this file is no whole {kind}. Copy it once more, or make it again with ppid report.",
    )


def locked() -> CellError:
    """Return the error for a file that a password keeps closed, or that an old program wrote."""
    return _refused(
        "berkas ini terkunci kata sandi, atau disimpan dalam bentuk lama. Simpan tanpa kata sandi, lalu "
        "jalankan lagi.",
        "this file is locked by a password, or saved in an old form. Save it without one and run again.",
    )


def too_big() -> CellError:
    """Return the error for a file that would fill the memory."""
    return _refused(
        "isi berkas ini terlalu besar untuk sebuah laporan. Sebutkan folder tabelnya, atau laporan.json.",
        "the content of this file is too big for a report. Name the folder of its tables, or laporan.json.",
    )


def carried_twice() -> CellError:
    """Return the error for a document in which the data of two reports lie."""
    return _refused(
        "dokumen ini memuat data dua laporan. Buat ulang dengan ppid laporan.",
        "this document holds the data of two reports. Make it again with ppid report.",
    )


def costly() -> CellError:
    """Return the error for a file that takes more time or memory to read than any report."""
    return _refused(
        "membaca berkas ini memerlukan waktu atau memori di atas batas. Sebutkan folder tabelnya, atau "
        "laporan.json.",
        "reading this file takes more time or memory than is allowed. Name the folder of its tables, or "
        "laporan.json.",
    )


def no_process() -> CellError:
    """Return the error for a PDF where no process can be started to read it in."""
    return _refused(
        "PDF hanya dibaca dalam proses tersendiri, dan di sini proses itu tidak dapat dijalankan. "
        "Sebutkan folder tabelnya, atau laporan.json.",
        "a PDF is read only in a process of its own, and none can be started here. Name the folder of "
        "its tables, or laporan.json.",
    )


MOST_OF_A_DOCUMENT = 256 * 2**20
"""Bytes of the file."""
MOST_DATA = 64 * 2**20
"""Bytes of the data in it, unpacked: some hundred thousand requests."""


def content_of(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        CellError: it is too big.
    """
    with path.open("rb") as file:
        content = file.read(MOST_OF_A_DOCUMENT + 1)
    if len(content) > MOST_OF_A_DOCUMENT:
        raise too_big()
    return content


def the_only(found: Sequence[bytes]) -> bytes:
    """Return the data of a document.

    Raises:
        CellError: there are none, or two, or too many bytes of them.
    """
    if not found:
        raise no_data()
    if len(found) > 1:
        raise carried_twice()
    if len(found[0]) > MOST_DATA:
        raise too_big()
    return found[0]
