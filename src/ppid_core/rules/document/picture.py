"""D102 and D103: pictures are numbered without a gap, and each named file is there and a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from posixpath import normpath

from ppid_core.language import Bilingual
from ppid_core.model import Absent, Picture
from ppid_core.rules.engine.evidence import Evidence, known, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.rule import Rule
from ppid_core.source import Source

_NO_NUMBERS = Bilingual("tidak ada gambar bernomor", "no picture is numbered")
_NO_FILES = Bilingual(
    "tidak ada berkas gambar yang disebut dalam folder laporan", "no picture file is named in a report folder"
)
_NOT_FOUND = Bilingual("tidak ditemukan di dalam folder laporan", "was not found inside the report folder")
_NO_PICTURE = Bilingual(
    "bukan gambar (JPEG, PNG, GIF, BMP, TIFF, atau WebP), apa pun akhiran namanya",
    "is no picture (JPEG, PNG, GIF, BMP, TIFF or WebP), whatever its name ends in",
)
_NUMBER = re.compile(r"(?:gambar|gbr\.?)?\s*((?:\d{1,6}\.)*)(\d{1,6})\.?", re.IGNORECASE | re.ASCII)


def _gaps(evidence: Evidence) -> Iterator[Finding]:
    """Yield each gap in the numbers of one chapter, at the picture that stands behind it."""
    numbered = [entry for picture in known(evidence.year.service.pictures) if (entry := _number(picture))]
    in_order = sorted(present(numbered, _NO_NUMBERS), key=lambda entry: entry[:2])
    for (chapter, last, before), (same, number, picture) in pairwise(in_order):
        if chapter == same and number > last + 1:
            missing = _named(chapter, last + 1)
            yield Finding(
                subject=f"picture:{missing}",
                sources=(picture.source, before.source),
                provided=_named(chapter, number),
                expected=missing,
                affected=number - last - 1,
                facts={"before": _named(chapter, last)},
            )


def _number(picture: Picture) -> tuple[tuple[int, ...], int, Picture] | None:
    """Return chapter, number and picture; None where it has no number of this form."""
    found = _NUMBER.fullmatch(picture.number.strip())
    if found is None:
        return None
    chapter = tuple(int(part) for part in found[1].split(".") if part)
    return chapter, int(found[2]), picture


def _named(chapter: tuple[int, ...], number: int) -> str:
    return ".".join(map(str, (*chapter, number)))


def _files_are_there(evidence: Evidence) -> Iterator[Finding]:
    """Yield each named picture, and the logo, whose file was not read, or is none: a folder can miss one."""
    there = {_path(name) for name in evidence.inputs}
    pictures = there if evidence.pictures is None else {_path(name) for name in evidence.pictures}
    named = (entry for entry in _files(evidence) if entry[2].file in evidence.inputs)
    for subject, file, source in present(named, _NO_FILES):
        if _path(file) not in pictures:
            why = _NO_PICTURE if _path(file) in there else _NOT_FOUND
            yield Finding(subject=subject, sources=(source,), provided=file, facts={"why": why})


def _files(evidence: Evidence) -> Iterator[tuple[str, str, Source]]:
    """Yield subject, name and place of each file that is named."""
    body, pictures = evidence.year.body, evidence.year.service.pictures
    if body.logo and body.source is not None:
        yield "picture:logo", body.logo, body.source
    for picture in () if body.logo and isinstance(pictures, Absent) else known(pictures):
        if picture.file and picture.source is not None:
            yield f"picture:{picture.number or picture.file}", picture.file, picture.source


def _path(name: str) -> str:
    return normpath(name.replace("\\", "/"))


D102 = Rule(
    code="D102",
    severity=Severity.INFO,
    title=Bilingual("Nomor gambar terlewat", "A picture number is left out"),
    message=Bilingual(
        "Gambar {expected} tidak ada: setelah {before} langsung {provided}.",
        "There is no picture {expected}: {before} is followed by {provided}.",
    ),
    mend=Bilingual(
        "Beri nomor pada gambar yang belum bernomor, atau urutkan kembali nomornya.",
        "Number the pictures that have none, or number them anew.",
    ),
    explanation=Bilingual(
        "Nomor yang terlewat membuat pembaca mencari gambar yang tidak ada.",
        "A number left out makes readers look for a picture that is not there.",
    ),
    where=columns(gambar="nomor"),
    example=Bilingual.both("2.1, 2.2, 2.3, 2.4"),
    check=_gaps,
)
D103 = Rule(
    code="D103",
    severity=Severity.WARNING,
    title=Bilingual("Berkas gambar tidak ada atau bukan gambar", "A picture file is not there, or is none"),
    message=Bilingual('Berkas gambar "{provided}" {why}.', 'The picture file "{provided}" {why}.'),
    mend=Bilingual(
        "Letakkan gambarnya di folder laporan (bukan tautan), atau perbaiki namanya di tabel gambar, kolom"
        " berkas (logo: tabel laporan, kunci badan.logo).",
        "Put the picture into the report folder (no link), or correct its name in table gambar, column"
        " berkas (logo: table laporan, key badan.logo).",
    ),
    explanation=Bilingual(
        "Gambar yang berkasnya tidak ada, atau bukan gambar, dicetak hanya judulnya.",
        "Of a picture whose file is not there, or is none, only the caption is printed.",
    ),
    where=columns(gambar="berkas"),
    example=Bilingual.both("gambar/ruang-layanan.jpg"),
    check=_files_are_there,
)
