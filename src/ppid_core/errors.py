"""Every exception, on one screen, and the problem of a cell, which is a value and no exception."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from attrs import frozen

from ppid_core.language import LANGS, Bilingual
from ppid_core.source import Source

__all__ = [
    "AnswerError",
    "ArgumentError",
    "CalendarRangeError",
    "CountedTwiceError",
    "ExtraMissingError",
    "FileBusyError",
    "FolderError",
    "FormatWarning",
    "InputError",
    "JsonKindError",
    "LawFileError",
    "MismatchError",
    "NotInForceError",
    "NotKeptError",
    "OptionError",
    "PluginConflictError",
    "PluginLoadError",
    "PluginWarning",
    "PpidError",
    "Problem",
    "RowError",
    "SeveralScopesError",
    "UnknownNameError",
]


@frozen(kw_only=True)
class Problem:
    """What one cell, row or file cannot be (*masalah masukan*).

    >>> from ppid_core import Dossier
    >>> rows = {"laporan": [{"kunci": "tahun", "isi": 2023}], "permohonan": [{"keputusan": "dikabulkn"}]}
    >>> (problem,) = Dossier.from_rows(rows).problems
    >>> problem.source.column, problem.value
    ('keputusan', 'dikabulkn')

    Attributes:
        source: the place: file, row, heading as typed.
        value: what is written there.
        expected: what could be read there instead.
        message: the whole sentence, place excluded.
    """

    source: Source
    value: str
    expected: Bilingual
    message: Bilingual


class PpidError(Exception):
    """The root of all exceptions of this library.

    >>> from ppid_core import Dossier, PpidError
    >>> try:
    ...     Dossier.open("tidak-ada")
    ... except PpidError as error:
    ...     type(error).__name__
    'InputError'

    Attributes:
        told: what is wrong, in both languages; `str` gives the Indonesian text.
    """

    def __init__(self, told: Bilingual | str = "") -> None:
        """Keep what is told; one text stands for both languages."""
        self.told = told if isinstance(told, Bilingual) else Bilingual.both(told)
        super().__init__(self.told.id)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by the facts, not by the text: subclasses are made from them."""
        return _again, (type(self), self.__dict__)


def _again(kind: type[PpidError], facts: dict[str, object]) -> PpidError:
    """Return an error as it was pickled."""
    error = kind.__new__(kind)
    error.__dict__.update(facts)
    error.args = (error.told.id,)
    return error


class ArgumentError(PpidError, TypeError):
    """Raised where an argument is of another kind than is needed: a text for a list, a moment for a day.

    >>> from ppid_core import Dossier
    >>> from ppid_core.errors import ArgumentError
    >>> try:
    ...     Dossier.open("examples/kota-serang-2020").check(select="T101")
    ... except ArgumentError as error:
    ...     str(error)
    'select: yang diberikan "T101" (str), yang diperlukan daftar: ["T101"].'

    Attributes:
        name: of the argument.
    """

    def __init__(self, name: str, given: object, needed: Bilingual) -> None:
        """Keep the name; of what was given its kind is told, and a short text."""
        self.name = name
        kind = type(given).__name__
        shown = f'"{given}" ({kind})' if isinstance(given, str) and len(given) <= _MOST_SHOWN else kind
        super().__init__(_ARGUMENT.fill(name=name, given=shown, needed=needed))


class InputError(PpidError, ValueError):
    """Raised when no year can be named from the input.

    >>> from ppid_core import InputError, from_rows
    >>> try:
    ...     from_rows({"laporan": []})
    ... except InputError as error:
    ...     len(error.problems)
    1

    Attributes:
        problems: every problem found, not only the first.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems; the text lists each with its place."""
        self.problems = tuple(problems)
        texts = (
            "\n".join(f"{one.source.told(lang)}: {one.message(lang)}" for one in self.problems)
            for lang in LANGS
        )
        super().__init__(Bilingual(*texts))


class RowError(PpidError, TypeError):
    """Raised when what stands for a table from memory, or for one of its rows, is none.

    >>> from ppid_core import from_rows
    >>> from ppid_core.errors import RowError
    >>> try:
    ...     from_rows({"permohonan": {"nomor": 1}})
    ... except RowError as error:
    ...     error.table, error.kind
    ('permohonan', 'dict')

    Attributes:
        table: the name of the table as given.
        kind: the type of what stands there.
    """

    def __init__(self, table: str, place: str, value: object) -> None:
        """Say what stands there; ``place`` names the row ("#3"), "" means the table itself."""
        self.table, self.kind = table, type(value).__name__
        what = _NO_ROW if place else _NO_TABLE
        super().__init__(what.fill(table=table, place=place, kind=self.kind))


class NotInForceError(PpidError, LookupError):
    """Raised when a legal parameter had no value on the day asked.

    >>> from ppid_core.errors import NotInForceError
    >>> issubclass(NotInForceError, LookupError)
    True
    """


class CalendarRangeError(PpidError, LookupError):
    """Raised when a day lies outside the years whose decrees are known.

    >>> from ppid_core.errors import CalendarRangeError
    >>> issubclass(CalendarRangeError, LookupError)
    True
    """


class NotKeptError(PpidError, LookupError):
    """Raised when the rows of a register are asked for that was not kept: unknown ones, not none.

    >>> from ppid_core import Dossier
    >>> from ppid_core.errors import NotKeptError
    >>> try:
    ...     Dossier.open("examples/kota-serang-2020").frame("suits")
    ... except NotKeptError as error:
    ...     error.register, error.reason
    ('suits', 'not_kept')

    Attributes:
        register: its name, as that of a frame.
        reason: the slug of why it is absent.
    """

    def __init__(self, register: str, reason: str) -> None:
        """Keep the name and the reason."""
        self.register, self.reason = register, reason
        super().__init__(_NOT_KEPT.fill(register=register, reason=reason))


class CountedTwiceError(PpidError, ValueError):
    """Raised when two summaries that shall be merged have counted the same file or batch.

    >>> from ppid_core import Dossier, merge
    >>> from ppid_core.errors import CountedTwiceError
    >>> summary = Dossier.open("examples/kota-serang-2020").summary
    >>> try:
    ...     merge(summary, summary)
    ... except CountedTwiceError as error:
    ...     len(error.ids) > 0
    True

    Attributes:
        ids: what both have counted, sorted.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        """Keep the ids."""
        self.ids = tuple(sorted(ids))
        super().__init__(_TWICE.fill(ids=", ".join(self.ids)))


class SeveralScopesError(PpidError, LookupError):
    """Raised when a figure is asked of a summary of several bodies or years: it has none of its own.

    >>> from ppid_core import Dossier, merge
    >>> from ppid_core.errors import SeveralScopesError
    >>> works = (Dossier.open(f"examples/{name}") for name in ("kota-serang-2020", "kabupaten-contoh-2024"))
    >>> try:
    ...     merge(*(work.summary for work in works)).figure("requests.total")
    ... except SeveralScopesError as error:
    ...     len(error.scopes)
    2

    Attributes:
        scopes: the bodies and years, as they are printed.
    """

    def __init__(self, scopes: Iterable[str]) -> None:
        """Keep the scopes."""
        self.scopes = tuple(scopes)
        super().__init__(_SEVERAL.fill(count=len(self.scopes), scopes=", ".join(self.scopes[:MOST_NEAR])))


class JsonKindError(PpidError, TypeError):
    """Raised when a value has no form in JSON.

    >>> from ppid_core.errors import JsonKindError
    >>> issubclass(JsonKindError, TypeError)
    True

    Attributes:
        kind: what it is.
        known: what can be written.
    """

    def __init__(self, kind: str, known: Iterable[str]) -> None:
        """Keep what it is, and what can be written."""
        self.kind, self.known = kind, tuple(known)
        super().__init__(_NO_JSON.fill(kind=kind, known=", ".join(self.known)))


class LawFileError(PpidError, ValueError):
    """Raised when a file of law data is wrong; lists every fault.

    >>> from ppid_core.errors import LawFileError
    >>> issubclass(LawFileError, ValueError)
    True

    Attributes:
        faults: one sentence for each fault, with its place.
    """

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep the faults, which are for whoever writes the file."""
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class MismatchError(PpidError, ValueError):
    """Raised when values that belong together are not of one body, year, day, law and calendar.

    >>> from ppid_core.errors import MismatchError
    >>> issubclass(MismatchError, ValueError)
    True

    Attributes:
        differences: what differs, each with the two values.
    """

    def __init__(self, differences: Iterable[Bilingual]) -> None:
        """Keep what differs."""
        self.differences = tuple(differences)
        listed = [", ".join(one(lang) for one in self.differences) for lang in LANGS]
        super().__init__(_MISMATCH.fill(differences=Bilingual(*listed)))


class UnknownNameError(PpidError, LookupError):
    """Raised when a name is not among the known ones.

    >>> from ppid_core import Dossier
    >>> from ppid_core.errors import UnknownNameError
    >>> try:
    ...     Dossier.open("examples/kota-serang-2020").figure("requests.totl")
    ... except UnknownNameError as error:
    ...     error.name
    'requests.totl'

    Attributes:
        kind: what was looked up, an Indonesian noun in small letters ("format", "aturan" …).
        name: the name that was asked for.
        known: the names there are, sorted.
    """

    def __init__(self, kind: Bilingual | str, name: str, known: Iterable[str]) -> None:
        """Keep the facts; the text lists the known names, of many only those that look like it."""
        noun = kind if isinstance(kind, Bilingual) else Bilingual.both(kind)
        self.kind, self.name, self.known = noun.id, name, tuple(sorted(known))
        near = difflib.get_close_matches(str(name), self.known, n=MOST_NEAR)
        many = len(self.known) > MOST_NAMES
        shown = near if many and near else self.known[:MOST_NAMES]
        listed = ", ".join(shown) + (", …" if many and not near else "")
        told = (_LIKE if many and near else _THERE).fill(name=name, known=listed)
        super().__init__(Bilingual(f"{_capital(noun.id)} {told.id}", f"{_capital(noun.en)} {told.en}"))


class PluginConflictError(PpidError):
    """Raised when a name is asked for that two plugins claim.

    >>> from ppid_core.errors import PluginConflictError, PpidError
    >>> issubclass(PluginConflictError, PpidError)
    True
    """


class PluginLoadError(PpidError):
    """Raised by strict loading when a plugin failed.

    >>> from ppid_core.errors import PluginLoadError, PpidError
    >>> issubclass(PluginLoadError, PpidError)
    True
    """


class ExtraMissingError(PpidError, ImportError):
    """Raised when a format, or an estimate, needs a package that is not installed.

    >>> from ppid_core.errors import ExtraMissingError
    >>> str(ExtraMissingError("PDF", "pdf"))
    '"PDF" memerlukan paket tambahan: pip install "ppid-core[pdf]"'

    Attributes:
        extra: the extra of ``ppid-core`` that brings it; "" where none does.
    """

    def __init__(self, wanted: Bilingual | str, extra: str = "", *, package: str = "") -> None:
        """Say what to install: an extra of ours, or a package that is nobody's extra."""
        self.extra = extra
        name = wanted if isinstance(wanted, Bilingual) else Bilingual.both(wanted)
        installed = package or f'"ppid-core[{extra}]"'
        super().__init__(
            Bilingual(
                f'"{name.id}" memerlukan paket tambahan: pip install {installed}',
                f'"{name.en}" needs a further package: pip install {installed}',
            )
        )


class AnswerError(PpidError, ValueError):
    """Raised when what a plugin returns cannot be used: too much, not a file, a name no folder may hold.

    >>> from ppid_core import write
    >>> from ppid_core.errors import AnswerError
    >>> try:
    ...     write(["no file"], "hasil")
    ... except AnswerError as error:
    ...     error.told.en
    '"no file" is no file (an Artifact with name and media_type as text, content as bytes)'
    """


class OptionError(PpidError, ValueError):
    """Raised when the value of an option, of a format or a rule, cannot be read.

    >>> from ppid_core.errors import OptionError
    >>> issubclass(OptionError, ValueError)
    True
    """


class FileBusyError(PpidError, PermissionError):
    """Raised when a file cannot be replaced, mostly because a word processor holds it open.

    >>> from ppid_core.errors import FileBusyError
    >>> issubclass(FileBusyError, PermissionError)
    True
    """


class FolderError(PpidError, OSError):
    """Raised when a folder cannot be written: the disk is full, or the folder closed. Nothing has changed.

    >>> from ppid_core.errors import FolderError
    >>> issubclass(FolderError, OSError)
    True
    """


class PluginWarning(UserWarning):
    """Told when a plugin failed that nobody asked for; the files are complete without it.

    >>> from ppid_core.errors import PluginWarning
    >>> issubclass(PluginWarning, UserWarning)
    True
    """


class FormatWarning(UserWarning):
    """Told when a format that was asked for makes no file of this document, and why.

    >>> from ppid_core.errors import FormatWarning
    >>> issubclass(FormatWarning, UserWarning)
    True
    """


MOST_NAMES = 100
"""Of names that are all listed; of more only the nearest."""
MOST_NEAR = 3
_MOST_SHOWN = 60


def _capital(noun: str) -> str:
    return noun[:1].upper() + noun[1:]


_THERE = Bilingual('"{name}" tidak dikenal. Yang ada: {known}.', '"{name}" is not known. There are: {known}.')
_LIKE = Bilingual(
    '"{name}" tidak dikenal. Yang mirip: {known}.', '"{name}" is not known. Alike are: {known}.'
)
_ARGUMENT = Bilingual(
    "{name}: yang diberikan {given}, yang diperlukan {needed}.",
    "{name}: {given} was given, and what is needed is {needed}.",
)
_NO_ROW = Bilingual(
    'Tabel "{table}", baris {place}: sebuah {kind} bukan baris. Baris memetakan judul kolom ke isi sel: '
    "dict, sqlite3.Row, baris SQLAlchemy, atau .values() dari Django. Dari basis data, berikan kursornya.",
    'Table "{table}", row {place}: a {kind} is no row. A row maps headings to cells: a dict, a sqlite3.Row, '
    "a row of SQLAlchemy, or .values() of Django. Of a database, give the cursor itself.",
)
_NO_TABLE = Bilingual(
    'Tabel "{table}": sebuah {kind} bukan kumpulan baris. Berikan daftar baris, kursor sesudah SELECT, atau '
    "data frame.",
    'Table "{table}": a {kind} holds no rows. Give a list of rows, a cursor after SELECT, or a data frame.',
)
_NOT_KEPT = Bilingual(
    'Register "{register}" tidak tercatat ({reason}): jumlah barisnya tidak diketahui, bukan nol. Angka yang '
    "ada beserta alasannya: figures_frame().",
    'The register "{register}" is absent ({reason}): how many rows it has is unknown, not zero. The figures '
    "that there are, with their reasons: figures_frame().",
)
_TWICE = Bilingual(
    "Berkas atau bagian ini sudah terhitung: {ids}. Gabungkan tiap berkas satu kali saja.",
    "This file or batch is counted already: {ids}. Merge each of them once.",
)
_NO_JSON = Bilingual(
    "{kind} tidak mempunyai bentuk JSON. Yang dapat ditulis: {known}.",
    "A {kind} has no form in JSON. There is one of: {known}.",
)
_MISMATCH = Bilingual(
    "Nilai-nilai ini bukan satu berkas: {differences}. Dossier menjaga semuanya tetap bersama.",
    "These values do not belong together: {differences}. A Dossier holds them together.",
)
_SEVERAL = Bilingual(
    "Ringkasan ini memuat {count} badan atau tahun ({scopes} …): angkanya bukan angka satu badan. "
    "Ambil angka dari ringkasan masing-masing.",
    "This summary holds {count} bodies or years ({scopes} …): their figures are not those of one body. "
    "Ask the summary of each.",
)
