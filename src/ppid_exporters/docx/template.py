"""The Word document of the body that a report is set in: its letterhead alone, or all its styles.

A document that was begun from our own template has our styles by name, and gives the whole look. Any other
is a letterhead (*kop surat*): its headers, footers, margins and paper are used.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from struct import error as struct_error
from xml.etree.ElementTree import Element, ParseError, fromstring

from attrs import evolve, frozen

from ppid_core.errors import OptionError
from ppid_core.language import Bilingual
from ppid_core.report import Meta
from ppid_exporters.docx.cascade import W
from ppid_exporters.docx.markup import NAMESPACES, TWIPS_OF_A_MILLIMETRE, Xml, plain, twips
from ppid_exporters.docx.package import DOCUMENT, MAIN, WordFile
from ppid_exporters.docx.sheet import PageSetup, Parts
from ppid_exporters.layout.character import one_line

_R = f"{{{NAMESPACES['r']}}}"
_MOST_PARTS, _MOST_BYTES = 2_000, 60_000_000
"""Parts of a template, and what they unpack to: more than a word processor writes for a page."""

_COMPOUND = b"\xd0\xcf\x11\xe0"
"""How an old Word file begins, and one that is locked by a password."""
_FAULTS = (
    *(zipfile.BadZipFile, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError),
    *(struct_error, zlib.error),
)
_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_KEPT = frozenset({"styles", "numbering", "fontTable", "theme"})
"""What stays of a template beside its headers and footers."""


@frozen(kw_only=True)
class Letterhead:
    """What is taken from a template.

    Attributes:
        headers: which pages ("default", "first", "even"), and the key of what stands there.
        footers: the same; ``lying``: of lying sheets.
        has_cover_foot: whether the footers stand on the first page, too.
        first_differs: whether the first page has a header of its own.
        gives_styles: whether it has our styles, and their look goes before ours.
        flags: settings that its headers and margins need.
    """

    sheet: PageSetup
    headers: Parts = ()
    footers: Parts = ()
    lying: Parts = ()
    has_cover_foot: bool = False
    first_differs: bool = False
    gives_styles: bool = False
    flags: tuple[str, ...] = ()


def read_file(path: Path, option: str) -> bytes:
    """Return the bytes of a file that an option names.

    Raises:
        OptionError: it is missing or cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        why = _NOT_FOUND if isinstance(error, FileNotFoundError) else _NOT_READABLE
        raise OptionError(why.fill(option=option, path=path)) from error


def opened(path: Path) -> WordFile:
    """Return the parts of a template.

    Raises:
        OptionError: the file is missing, locked or damaged, is no Word document, holds macros, unpacks to
            more than a template has, or a part of it is no XML; the part is named.
    """
    content = read_file(path, "template")
    if content.startswith(_COMPOUND):
        raise OptionError(_LOCKED.fill(path=path))
    try:
        parts = dict(_unpacked(content, path))
    except OptionError:
        raise
    except _FAULTS as error:
        raise OptionError(_NO_WORD_FILE.fill(path=path)) from error
    if any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise OptionError(_MACROS.fill(path=path))
    for name in ("[Content_Types].xml", "_rels/.rels"):
        if name not in parts:
            raise OptionError(_PART_MISSING.fill(path=path, part=name))
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            _refuse_broken(name, part, path)
    return _moved(WordFile.of(parts), path)


def _unpacked(content: bytes, path: Path) -> Iterator[tuple[str, bytes]]:
    left = _MOST_BYTES
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        if len(entries) > _MOST_PARTS:
            raise OptionError(_TOO_LARGE.fill(path=path))
        for entry in entries:
            with archive.open(entry) as stream:
                part = stream.read(left + 1)
            left -= len(part)
            if left < 0:
                raise OptionError(_TOO_LARGE.fill(path=path))
            yield entry.filename, part


def _refuse_broken(name: str, part: bytes, path: Path) -> None:
    if _DECLARED.search(part):
        raise OptionError(_DECLARES.fill(path=path, part=name))
    try:
        fromstring(part)  # noqa: S314  it declares nothing that could unfold
    except ParseError as error:
        raise OptionError(_PART_BROKEN.fill(path=path, part=name)) from error


def _moved(file: WordFile, path: Path) -> WordFile:
    """Return the file with its text under our name for it."""
    text = file.related("", "officeDocument")
    kind = file.types.get(text, "")
    if text not in file.parts:
        raise OptionError(_PART_MISSING.fill(path=path, part=text or DOCUMENT))
    if "macroEnabled" in kind:
        raise OptionError(_MACROS.fill(path=path))
    if not kind.startswith(MAIN):
        raise OptionError(_NO_WORD_FILE.fill(path=path))
    if not file.related(text, "styles"):
        raise OptionError(_PART_MISSING.fill(path=path, part="word/styles.xml"))
    content, relations = file.parts.pop(text), file.relations.pop(text, {})
    file.types.pop(text)
    file.relations[""] = {}
    file.relate("", file.add(DOCUMENT, f"{MAIN}.document.main+xml", content), "officeDocument")
    file.relations[DOCUMENT] = relations
    return file


def taken(file: WordFile, *, gives_styles: bool) -> Letterhead:
    """Return what the report takes, and empty the file of the rest."""
    text = fromstring(file.parts[DOCUMENT])  # noqa: S314  looked through by `opened`
    found = list(text.iter(f"{W}sectPr")) or [Element(f"{W}sectPr")]
    upright = next((one for one in found if not _is_lying(one)), found[0])
    footers = next((parts for one in found if not _is_lying(one) and (parts := _parts(one, "footer"))), ())
    lying = next((parts for one in found if _is_lying(one) and (parts := _parts(one, "footer"))), footers)
    headers = next((parts for one in found if (parts := _parts(one, "header"))), ())
    settings = file.parts.get(file.related(DOCUMENT, "settings"), b"<none/>")
    known = {one.tag.removeprefix(W) for one in fromstring(settings)}  # noqa: S314  looked through by `opened`
    keys = {key for parts in (headers, footers, lying) for _, key in parts}
    file.relations[DOCUMENT] = {
        key: one for key, one in file.relations.get(DOCUMENT, {}).items() if key in keys or one.is_of in _KEPT
    }
    file.relations[""] = {
        key: one for key, one in file.relations[""].items() if one.is_of == "officeDocument"
    }
    return Letterhead(
        sheet=_sheet(upright),
        headers=headers,
        footers=footers,
        lying=lying,
        has_cover_foot=not gives_styles or (len(found) > 1 and bool(_parts(found[0], "footer"))),
        first_differs=found[0].find(f"{W}titlePg") is not None,
        gives_styles=gives_styles,
        flags=tuple(sorted(known & {"evenAndOddHeaders", "mirrorMargins"})),
    )


def _is_lying(properties: Element) -> bool:
    size = properties.find(f"{W}pgSz")
    return size is not None and size.get(f"{W}orient") == "landscape"


def _parts(properties: Element, kind: str) -> Parts:
    found = properties.findall(f"{W}{kind}Reference")
    return tuple((one.get(f"{W}type", "default"), one.get(f"{_R}id", "")) for one in found)


def _sheet(properties: Element) -> PageSetup:
    """Return the sheet of a template, upright; what it does not say is as in the report."""
    usual = PageSetup(width=210, height=297)
    size, margins = properties.find(f"{W}pgSz"), properties.find(f"{W}pgMar")
    sides = sorted((_length(size, "w", usual.width), _length(size, "h", usual.height)))
    return PageSetup(
        width=sides[0],
        height=sides[1],
        **{
            side: abs(_length(margins, side, getattr(usual, side)))
            for side in ("top", "right", "bottom", "left", "header", "footer")
        },
    )


def _length(element: Element | None, name: str, usual: float) -> float:
    found = "" if element is None else element.get(f"{W}{name}", "")
    return float(found) / TWIPS_OF_A_MILLIMETRE if re.fullmatch(r"-?\d+(\.\d+)?", found) else usual


_SLOT = re.compile(r"\{([^{}<>]*)\}")
_PARAGRAPH = re.compile(rb"<w:p[ >].*?</w:p>", re.DOTALL)
_TEXT = re.compile(rb"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")


def fill_slots(file: WordFile, letterhead: Letterhead, meta: Meta, path: Path) -> None:
    """Write what a report says into the slots of headers and footers: ``{judul}``, ``{badan}``.

    Raises:
        OptionError: for a slot that is not known, or one that is not closed; it is named.
    """
    said = slots(meta)
    keys = {key for parts in (letterhead.headers, letterhead.footers, letterhead.lying) for _, key in parts}
    for key in sorted(keys):
        name = file.relations[DOCUMENT][key].target

        def filled(found: re.Match[bytes], name: str = name) -> bytes:
            return _filled(found[0], said, name, path)

        file.parts[name] = _PARAGRAPH.sub(filled, file.parts[name])


def with_edges(file: WordFile, letterhead: Letterhead) -> Letterhead:
    """Return what is taken, of which the last words of each foot stand at the right edge of its sheet.

    Lying sheets have a copy of a foot that upright ones have, too.
    """
    sheet = letterhead.sheet
    lying = tuple((which, _copied(file, key, sheet.turned.room)) for which, key in letterhead.lying)
    for _, key in letterhead.footers:
        name = file.relations[DOCUMENT][key].target
        file.parts[name] = _at_edge(file.parts[name], sheet.room)
    return evolve(letterhead, lying=lying)


def _copied(file: WordFile, key: str, room: float) -> str:
    name = file.relations[DOCUMENT][key].target
    copy = name.replace(".xml", "-melintang.xml")
    file.add(copy, file.types[name], _at_edge(file.parts[name], room))
    file.relations[copy] = file.relations.get(name, {})
    return file.relate(DOCUMENT, copy, "footer")


_EDGE = re.compile(rb'<w:tab (?=[^>]*w:val="(?:right|end)")[^>]*/>')


def _at_edge(part: bytes, room: float) -> bytes:
    pos = f'w:pos="{twips(room)}"'.encode()
    return _EDGE.sub(lambda found: re.sub(rb'w:pos="-?\d+"', pos, found[0]), part)


def slots(meta: Meta) -> dict[str, str]:
    """Return the words for each slot."""
    return {
        "judul": one_line(meta.title),
        "badan": one_line(meta.body),
    }


def _filled(paragraph: bytes, said: Mapping[str, str], part: str, path: Path) -> bytes:
    """Return a paragraph with its slots filled; a word processor may have cut one over several runs."""
    runs = [found[2].decode() for found in _TEXT.finditer(paragraph)]
    whole = "".join(runs)
    if "{" not in whole and "}" not in whole:
        return paragraph
    for slot in _SLOT.findall(whole):
        if slot.strip() not in said:
            raise OptionError(_SLOT_UNKNOWN.fill(path=path, part=part, slot=slot, known=", ".join(said)))
    if re.search(r"[{}]", _SLOT.sub("", whole)):
        raise OptionError(_SLOT_BROKEN.fill(path=path, part=part, words=whole.strip(), known=", ".join(said)))
    written = iter(_shared(runs, said))
    return _TEXT.sub(
        lambda found: b'<w:t xml:space="preserve">' + next(written).encode() + found[3], paragraph
    )


def _shared(runs: list[str], said: Mapping[str, str]) -> Iterator[Xml | str]:
    """Yield the words of each run; what stands in a slot belongs to the run in which it begins."""
    whole, at = "".join(runs), 0
    ends = [(found.start(), found.end(), plain(said[found[1].strip()])) for found in _SLOT.finditer(whole)]
    for run in runs:
        words, end = "", at + len(run)
        for place in range(at, end):
            slot = next((one for one in ends if one[0] <= place < one[1]), None)
            words += whole[place] if slot is None else slot[2] if slot[0] == place else ""
        at = end
        yield words


_NOT_FOUND = Bilingual(
    'Pilihan docx.{option}: berkas "{path}" tidak ditemukan.',
    'The option docx.{option}: there is no file "{path}".',
)
_NOT_READABLE = Bilingual(
    'Pilihan docx.{option}: berkas "{path}" tidak dapat dibaca.',
    'The option docx.{option}: the file "{path}" cannot be read.',
)
_NO_WORD_FILE = Bilingual(
    'Pilihan docx.template: "{path}" bukan dokumen Word (.docx).',
    'The option docx.template: "{path}" is no Word document (.docx).',
)
_LOCKED = Bilingual(
    'Pilihan docx.template: "{path}" adalah berkas Word lama (.doc) atau terkunci kata sandi. Simpan sebagai '
    ".docx tanpa kata sandi.",
    'The option docx.template: "{path}" is an old Word file (.doc) or locked by a password. Save it as .docx '
    "without a password.",
)
_MACROS = Bilingual(
    'Pilihan docx.template: "{path}" memuat makro. Simpan sebagai dokumen Word biasa (.docx).',
    'The option docx.template: "{path}" holds macros. Save it as a plain Word document (.docx).',
)
_TOO_LARGE = Bilingual(
    'Pilihan docx.template: isi "{path}" lebih besar daripada sebuah templat (60 MB, 2.000 bagian).',
    'The option docx.template: "{path}" unpacks to more than a template has (60 MB, 2,000 parts).',
)
_PART_MISSING = Bilingual(
    'Pilihan docx.template: "{path}" tidak memuat bagian "{part}"; berkas itu rusak atau bukan dokumen Word.',
    'The option docx.template: "{path}" has no part "{part}"; it is damaged, or no Word document.',
)
_PART_BROKEN = Bilingual(
    'Pilihan docx.template: bagian "{part}" dari "{path}" rusak (bukan XML). Buka dan simpan lagi berkasnya.',
    'The option docx.template: the part "{part}" of "{path}" is damaged (no XML). Open the file and save it '
    "again.",
)
_DECLARES = Bilingual(
    'Pilihan docx.template: bagian "{part}" dari "{path}" memuat deklarasi (DOCTYPE) yang tidak dibuat oleh '
    "pengolah kata.",
    'The option docx.template: the part "{part}" of "{path}" holds a declaration (DOCTYPE) that no word '
    "processor writes.",
)
STYLE_MISSING = Bilingual(
    'Pilihan docx.template: "{path}" tidak memuat gaya {styles} yang dipakai laporan ini. Mulailah lagi dari '
    "templat awal (docx.starter=ya), atau tambahkan gaya dengan nama itu.",
    'The option docx.template: "{path}" has no style {styles}, which this report uses. Begin again from the '
    "starting template (docx.starter=yes), or add styles of these names.",
)
_SLOT_UNKNOWN = Bilingual(
    'Pilihan docx.template: slot "{{{slot}}}" di {part} dari "{path}" tidak dikenal. Yang ada: {known}.',
    'The option docx.template: the slot "{{{slot}}}" in {part} of "{path}" is not known. There are: {known}.',
)
_SLOT_BROKEN = Bilingual(
    'Pilihan docx.template: slot di {part} dari "{path}" tidak lengkap kurungnya: "{words}". '
    "Yang ada: {known}, masing-masing di antara {{ dan }}.",
    'The option docx.template: a slot in {part} of "{path}" lacks a bracket: "{words}". There are: {known}, '
    "each between {{ and }}.",
)
