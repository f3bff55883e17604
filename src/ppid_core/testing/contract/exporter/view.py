"""What promises are tried on and what the kit sees: reports, an exporter's files, their characters."""

from __future__ import annotations

import html
import io
import json
import pickle
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from functools import cache

from attrs import field, frozen

from ppid_core.language import Lang
from ppid_core.plugins import Artifact, Exporter
from ppid_core.report import Edition, Form, Meta, Report
from ppid_core.testing import samples

FORMS: tuple[Form, ...] = ("full", "brief", "letter")

NO_SECTIONS = Report(meta=Meta(title="Dokumen kosong"))
"""A document of which nothing is known but its title."""

MARKER = "penandabaris"
"""A word that every format can write; where it cannot be read, the kit cannot read the format."""


def report_of(
    sample: str, *words: str, form: Form = "full", lang: Lang = "id", edition: Edition = "public"
) -> Report:
    """Return the report of the sample year of that name, which may be one of ``words``; a copy each time."""
    report: Report = pickle.loads(_pickled(sample, *words, form=form, lang=lang, edition=edition))  # noqa: S301  pickled below
    return report


def worded(words: str) -> Report:
    """Return the report of a year with ``words`` in every text."""
    return report_of("worded", words)


@cache
def _pickled(sample: str, *words: str, form: Form, lang: Lang, edition: Edition) -> bytes:
    year = getattr(samples, sample)(*words)
    return pickle.dumps(samples.composed(year, form=form, lang=lang, edition=edition))


Characters = Callable[[Artifact], str]

ARCHIVE = b"PK\x03\x04"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
MARKDOWN = "text/markdown"
MARKED_UP = re.compile(r"text/(?:html|xml)|[a-z]+/[a-z0-9.+-]*(?:\+|x?ht)?xml|image/svg\+xml")
JSON = re.compile(r"[a-z]+/(?:[a-z0-9.+-]+\+)?json")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,'’ \u00a0\u2009\u202f](?=\d)")


@frozen(kw_only=True)
class View:
    """An exporter, and a way to read what it wrote.

    Attributes:
        characters: the author's way from a file to its characters, None where the kit's own is enough.
    """

    exporter: Exporter
    characters: Characters | None = None
    _read: dict[int, tuple[Report, str]] = field(factory=dict, init=False, eq=False, repr=False)

    def files(self, report: Report) -> tuple[Artifact, ...]:
        """Return the files of ``report``."""
        return tuple(self.exporter.export(report))

    def text(self, report: Report) -> str:
        """Return the characters of all files of ``report`` that can be read, in Unicode's composed form.

        Of one report they are read once: promises about text ask for several words of it.
        """
        if id(report) not in self._read:
            read = self.characters or _opened
            self._read[id(report)] = report, _composed("\n".join(map(read, self.files(report))))
        return self._read[id(report)][1]

    def shows(self, report: Report, word: str) -> bool:
        """Tell whether ``word`` can be read in the files of ``report``."""
        return _composed(word) in self.text(report)

    def digits(self, report: Report) -> str:
        """Return `text` without the signs that stand between the digits of a number."""
        return _BETWEEN_DIGITS.sub("", self.text(report))

    def differs(self, one: Report, other: Report) -> bool:
        """Tell whether two reports become different files."""
        return self.files(one) != self.files(other)


def _opened(file: Artifact) -> str:
    """Return the characters that a reader of the file sees, "" where it cannot be opened."""
    content = as_bytes(file)
    if content.startswith(ARCHIVE):
        return "\n".join(html.unescape(_decoded(part)) for _, part in parts(content))
    text = raw(file)
    if JSON.fullmatch(file.media_type):
        return _from_json(text)
    if MARKED_UP.fullmatch(file.media_type):
        return html.unescape(text)
    return _ESCAPED.sub(r"\1", text) if file.media_type == MARKDOWN else text


def raw(file: Artifact) -> str:
    """Return the characters of a text file as they are written, "" where it is none."""
    return _decoded(as_bytes(file)) if is_text(file.media_type) else ""


def as_bytes(file: Artifact) -> bytes:
    """Return the content as bytes, characters too: that they are none is told by its own promise."""
    content: object = file.content
    return content if isinstance(content, bytes) else str(content).encode("utf-8", "replace")


def is_text(media_type: str) -> bool:
    """Tell whether files of this type are characters."""
    known = MARKED_UP.fullmatch(media_type) or JSON.fullmatch(media_type)
    return media_type.startswith("text/") or known is not None


def parts(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each XML, HTML or text file in a ZIP archive: of Word, Excel, ODF, EPUB."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened_archive:
        for name in opened_archive.namelist():
            if name.endswith((".xml", ".rels", ".html", ".xhtml", ".txt", ".csv", ".md")):
                yield name, opened_archive.read(name)


def _decoded(content: bytes) -> str:
    """Return characters, with � for what is not UTF-8."""
    return content.decode("utf-8-sig", "replace")


def _composed(text: str) -> str:
    """Return ``text`` so that a letter with its accents is written in one way only."""
    return unicodedata.normalize("NFC", text)


def _from_json(text: str) -> str:
    try:
        tree = json.loads(text, parse_float=str, parse_int=str)
    except ValueError:
        return text
    return json.dumps(tree, ensure_ascii=False)
