"""What the kit sees of an exporter: its files, and the characters in those that it can open."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import islice

from attrs import field, frozen

from ppid_core.plugins import Artifact, Exporter
from ppid_core.report import Report
from ppid_core.testing.contract.exporter.opening import opened

Characters = Callable[[Artifact], str]

MOST_FILES = 10_000
BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,'’ \u00a0\u2009\u202f](?=\d)")


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
        """Return the files of ``report``; an exporter that does not end is cut short."""
        return tuple(islice(self.exporter.export(report), MOST_FILES + 1))

    def text(self, report: Report) -> str:
        """Return the characters of all files of ``report`` that can be read, in Unicode's composed form.

        Of one report they are read once: promises about text ask for several words of it.
        """
        if id(report) not in self._read:
            characters = "\n".join(self.read(file) for file in self.files(report))
            self._read[id(report)] = report, composed_form(characters)
        return self._read[id(report)][1]

    def read(self, file: Artifact) -> str:
        """Return the characters of one file, "" for what cannot be opened."""
        return opened(file) if self.characters is None else self.characters(file)

    def shows(self, report: Report, *words: str) -> bool:
        """Tell whether each of ``words`` can be read in the files of ``report``."""
        text = self.text(report)
        return all(composed_form(word) in text for word in words)

    def digits(self, report: Report) -> str:
        """Return `text` without the signs that stand between the digits of a number."""
        return BETWEEN_DIGITS.sub("", self.text(report))

    def differs(self, one: Report, other: Report) -> bool:
        """Tell whether two reports become different files."""
        return contents(self.files(one)) != contents(self.files(other))


def composed_form(text: str) -> str:
    """Return ``text`` so that a letter with its accents is written in one way only."""
    return unicodedata.normalize("NFC", text)


def contents(files: tuple[Artifact, ...]) -> tuple[tuple[str, object], ...]:
    """Return names and contents of files."""
    return tuple((file.name, file.content) for file in files)
