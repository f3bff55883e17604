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
from functools import cache, lru_cache

from attrs import evolve, field, frozen

from ppid_core.language import Lang
from ppid_core.plugins import Artifact, Exporter
from ppid_core.report import Edition, Form, Report, Value
from ppid_core.testing import samples

Characters = Callable[[Artifact], str]

MARKER = "penandabaris"
"""A word that every format can write; where it cannot be read, the kit cannot read the format."""
MARKDOWN = "text/markdown"
MARKED_UP = re.compile(r"text/(?:html|xml)|[a-z]+/[a-z0-9.+-]*(?:\+|x?ht)?xml|image/svg\+xml")
JSON = re.compile(r"[a-z]+/(?:[a-z0-9.+-]+\+)?json")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,'’ \u00a0\u2009\u202f](?=\d)")


@cache
def _pickled(sample: str, words: tuple[str, ...], form: Form, lang: Lang, edition: Edition) -> bytes:
    year = getattr(samples, sample)(*words)
    return pickle.dumps(samples.composed(year, form=form, lang=lang, edition=edition))


@lru_cache(maxsize=None, typed=True)
def cell(value: Value, lang: Lang = "id") -> Report:
    """Return a document of one table, in which ``value`` stands; it is made once."""
    return samples.document(samples.table(("uraian", value)), lang=lang)


@frozen(kw_only=True)
class View:
    """An exporter, and a way to read what it wrote: of one report it is made once, and read once.

    Attributes:
        characters: the author's way from a file to its characters, None where the kit's own is enough.
    """

    exporter: Exporter
    characters: Characters | None = None
    _reports: dict[tuple[object, ...], Report] = field(factory=dict, init=False, eq=False)
    _made: dict[int, tuple[Report, tuple[Artifact, ...]]] = field(factory=dict, init=False, eq=False)
    _read: dict[int, str] = field(factory=dict, init=False, eq=False)

    def report(
        self, sample: str, *words: str, form: Form = "full", lang: Lang = "id", edition: Edition = "public"
    ) -> Report:
        """Return the report of the sample year of that name, which may be one of ``words``.

        It is this exporter's own: what one writes into it, no other is blamed for.
        """
        asked = (sample, words, form, lang, edition)
        if asked not in self._reports:
            self._reports[asked] = pickle.loads(_pickled(*asked))  # noqa: S301  pickled above
        return self._reports[asked]

    def made(self, report: Report) -> tuple[Artifact, ...]:
        """Return what the exporter made of ``report`` when a promise first asked for it."""
        if id(report) not in self._made:
            self._made[id(report)] = report, tuple(self.exporter.export(report))
        return self._made[id(report)][1]

    def files(self, report: Report) -> tuple[Artifact, ...]:
        """Return the files of ``report``; characters as bytes, for that they are none is its own promise."""
        return tuple(map(_of_bytes, self.made(report)))

    def text(self, report: Report) -> str:
        """Return the characters of all files of ``report`` that can be read, in Unicode's composed form."""
        files = self.files(report)
        if id(report) not in self._read:
            self._read[id(report)] = _composed("\n".join(map(self.characters or _opened, files)))
        return self._read[id(report)]

    def shows(self, report: Report, word: str) -> bool:
        """Tell whether ``word`` can be read in the files of ``report``."""
        return _composed(word) in self.text(report)

    def digits(self, report: Report) -> str:
        """Return `text` without the signs that stand between the digits of a number."""
        return _BETWEEN_DIGITS.sub("", self.text(report))

    def differs(self, one: Report, other: Report) -> bool:
        """Tell whether two reports become different files."""
        return self.made(one) != self.made(other)


def raw(file: Artifact) -> str:
    """Return the characters of a text file as they are written, "" where it is none."""
    kind = file.media_type
    is_text = kind.startswith("text/") or MARKED_UP.fullmatch(kind) or JSON.fullmatch(kind)
    return _decoded(file.content) if is_text else ""


def parts(file: Artifact) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each XML, HTML or text file in a ZIP archive: of Word, Excel, ODF, EPUB."""
    if file.content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels", ".html", ".xhtml", ".txt", ".csv", ".md")):
                    yield name, archive.read(name)


def _of_bytes(file: Artifact) -> Artifact:
    content: object = file.content
    return evolve(file, content=content.encode("utf-8", "replace")) if isinstance(content, str) else file


def _opened(file: Artifact) -> str:
    """Return the characters that a reader of the file sees, "" where it cannot be opened."""
    text = "\n".join(html.unescape(_decoded(content)) for _, content in parts(file)) or raw(file)
    if JSON.fullmatch(file.media_type):
        return json.dumps(json.loads(text, parse_float=str, parse_int=str), ensure_ascii=False)
    if MARKED_UP.fullmatch(file.media_type):
        return html.unescape(text)
    return _ESCAPED.sub(r"\1", text) if file.media_type == MARKDOWN else text


def _decoded(content: bytes) -> str:
    """Return characters, with � for what is not UTF-8."""
    return content.decode("utf-8-sig", "replace")


def _composed(text: str) -> str:
    """Return ``text`` so that a letter with its accents is written in one way only."""
    return unicodedata.normalize("NFC", text)
