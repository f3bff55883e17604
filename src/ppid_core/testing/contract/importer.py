"""The contract of importers: what whoever reads a strange file promises to the clerk who has to mend it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, ClassVar

import attrs
import pytest

from ppid_core.errors import InputError
from ppid_core.intake import Importer, load
from ppid_core.model import Applicant, ServiceYear
from ppid_core.source import Source
from ppid_core.testing.contract.promise import misfit, missing, promise
from ppid_core.testing.elsewhere.process import run_elsewhere

_REGISTERS = {"permohonan": "requests", "keberatan": "objections", "sengketa": "disputes", "gugatan": "suits"}
_STRANGE = (b"", b"\x00" * 64, b"\xff\xfe\xfa", b"%PDF-1.7\n\x93", b"PK\x03\x04\x14\x00", b"Rapat ditunda.\n")
"""What a file may hold that only bears the ending: nothing, zeros, no text, a PDF, an archive, a sentence."""
_SHORTEST = 4  # shorter words of an applicant may stand in any sentence


class ImporterContract:
    """Tests of one importer: subclass it as ``TestMine`` and define its four fixtures.

    ``importer`` is what is tested. ``sample`` is a file that it reads without a problem: a few rows of each
    table, with made-up applicants. ``rows`` says how many rows of each table a person counts in it, as
    ``{"permohonan": 3}``. ``flaw`` is a file with one cell that cannot be read, the row or line of that cell,
    and its heading, as ``(path, 7, "tanggal")``.

    >>> from ppid_core.testing import ImporterContract, promises
    >>> [promise.name for promise in promises(ImporterContract)][0]
    'test_follows_the_protocol'

    Attributes:
        broken: how many copies of the sample are cut off, and how many garbled.
    """

    broken: ClassVar[int] = 30

    @pytest.fixture
    def importer(self) -> Importer:
        """The importer under test."""
        missing("importer", "MyImporter()")

    @pytest.fixture
    def sample(self) -> Path:
        """A file that it reads without a problem."""
        missing("sample", 'Path("contoh.kasus")')

    @pytest.fixture
    def rows(self) -> Mapping[str, int]:
        """How many rows of each table a person counts in the sample: ``{"permohonan": 3}``."""
        missing("rows", '{"permohonan": 3}')

    @pytest.fixture
    def flaw(self) -> tuple[Path, int, str]:
        """A file with one cell that cannot be read; the row or line of that cell, and its heading."""
        missing("flaw", 'Path("cacat.kasus"), 7, "tanggal"')

    @promise(
        "Give the class name, label and suffixes (fields or properties) and a method read(self, path); "
        "return an object from the hook, not the class. Endings are in small letters, with a dot."
    )
    def test_follows_the_protocol(self, importer: Importer) -> Iterator[str]:
        """An importer is an object with a name that is a slug, a label, endings, and read(path)."""
        yield from misfit(importer, Importer)

    @promise(
        "Hand every row on to from_rows, also one that cannot be read: it keeps what it can, and tells the "
        "rest. Count the rows of the sample by hand."
    )
    def test_every_row_is_kept(
        self, importer: Importer, sample: Path, rows: Mapping[str, int]
    ) -> Iterator[str]:
        """Each row of the sample is read: it is in the year, or told as rejected."""
        intake = importer.read(sample)
        for table, count in rows.items():
            kept, rejected = intake.accepted.get(table, 0), intake.rejected_counts.get(table, 0)
            if kept + rejected != count:
                yield f"{table}: {kept} rows were read and {rejected} rejected, of {count}"
            if table in _REGISTERS and len(_cases(intake.year, table)) != kept:
                yield f"{table}: {len(_cases(intake.year, table))} rows are in the year, of {kept}"
        yield from (f"the sample has a problem: {problem}" for problem in intake.problems)

    @promise(
        "Call from_rows(…, file=path, first_row=…), 1 where the first row is the first line. Where rows of "
        "other tables, or none, stand between, hand on {} for each of those lines, so that they are counted."
    )
    def test_places_are_those_of_the_file(
        self, importer: Importer, sample: Path, flaw: tuple[Path, int, str]
    ) -> Iterator[str]:
        """What cannot be read is told with file, row and heading, and each case knows the row it is from."""
        path, row, column = flaw
        told = [(one.file, one.row, one.column) for one in _places(importer, path)]
        if (path.name, row, column) not in told:
            yield f"the flaw is in {path.name}, row {row}, {column!r}; told was {told or 'nothing'}"
        year = importer.read(sample).year
        for table in _REGISTERS:
            places = [row.source for row in _cases(year, table)]
            if any(one is None or one.file != sample.name or one.row is None for one in places):
                yield f"{table}: a row does not know its place in {sample.name}"
            if len(set(places)) != len(places):
                yield f"{table}: two rows have one place"

    @promise(
        "Raise InputError with a Problem that says where, and what could be read, for whatever cannot be "
        "opened, decoded or taken apart; a UnicodeDecodeError or KeyError never gets out."
    )
    def test_broken_bytes_are_problems_and_no_exception(
        self, importer: Importer, sample: Path, tmp_path: Path
    ) -> Iterator[str]:
        """A file that is cut off, garbled or badly encoded is read as far as it can be, or refused."""
        for what, path in _broken(sample, tmp_path, self.broken):
            try:
                places = _places(importer, path)
            except Exception as error:  # noqa: BLE001  whatever it raises is the breach
                yield f"{what}: {type(error).__name__}: {error}"
            else:
                yield from (f"{what}: {one} is no place in it" for one in places if one.file != path.name)

    @promise(
        "Look at the first bytes or lines, and raise InputError with a Problem for what is not of your kind: "
        "an empty year would say that nobody asked for anything."
    )
    def test_what_is_not_of_its_kind_is_refused(
        self, importer: Importer, sample: Path, tmp_path: Path
    ) -> Iterator[str]:
        """Nothing, zeros, an archive or a sentence that bears the ending is told, and is no year."""
        for content in _STRANGE:
            if not _places(importer, _written(tmp_path, sample, content)):
                yield f"{content[:12]!r} was read without a problem"

    @promise(
        "Sort what comes from a set, read neither clock nor environment, and keep nothing between calls; "
        "define the class at the top of a module: it is pickled over."
    )
    def test_same_file_gives_the_same_intake(self, importer: Importer, sample: Path) -> Iterator[str]:
        """Read again, and in another process on another day, the same file gives the same."""
        first, outcome = importer.read(sample), run_elsewhere(importer.read, (sample.resolve(),))
        if first != importer.read(sample):
            yield "read twice, it gives another intake"
        if outcome.fault or first != outcome.value:
            yield f"elsewhere it {outcome.fault or 'gives another intake'}"

    @promise("Open files for reading only, and write nothing beside them: their folder is not yours.")
    def test_file_and_folder_are_left_alone(
        self, importer: Importer, sample: Path, tmp_path: Path
    ) -> Iterator[str]:
        """The file is the same after it was read, and stands alone in its folder as before."""
        path = _written(tmp_path, sample, sample.read_bytes())
        load(path, (importer,))
        there = {one.name: one.read_bytes() for one in path.parent.iterdir() if one.is_file()}
        if there != {path.name: sample.read_bytes()}:
            yield f"the file was changed, or others lie beside it: {sorted(there)}"

    @promise(
        "Quote nothing of a row in a Problem of your own: name its line and heading. from_rows masks what "
        "stands under headings of persons."
    )
    def test_problems_name_no_person(
        self, importer: Importer, sample: Path, flaw: tuple[Path, int, str], tmp_path: Path
    ) -> Iterator[str]:
        """No problem or note repeats a name, number or address of an applicant of the sample."""
        content, persons = sample.read_bytes(), sorted(_persons(importer.read(sample).year))
        after = (content.replace(word.encode(), f"{word}\0".encode() + b"\xff") for word in persons)
        garbled = (("garbled behind a name", _written(tmp_path, sample, copy)) for copy in after)
        copies = chain([("the flaw", flaw[0])], _broken(sample, tmp_path, self.broken), garbled)
        for what, path in copies:  # each lies where the one before it lay
            try:
                intake = importer.read(path)
                said = repr((intake.problems, intake.notes))
            except Exception as error:  # noqa: BLE001  what it may raise is another promise
                said = str(error)
            yield from (f"{what}: {word!r} of an applicant is repeated" for word in persons if word in said)


def _places(importer: Importer, path: Path) -> list[Source]:
    """Return where something is told to be wrong."""
    try:
        problems = importer.read(path).problems
    except InputError as error:
        problems = error.problems
    return [problem.source for problem in problems]


def _cases(year: ServiceYear, table: str) -> tuple[Any, ...]:
    """Return the rows of a register; none of one that is not there."""
    register = getattr(year, _REGISTERS[table])
    return register if isinstance(register, tuple) else ()


def _persons(year: ServiceYear) -> frozenset[str]:
    """Return the words by which the applicants of a year are known."""
    known = (getattr(row, "applicant", None) for table in _REGISTERS for row in _cases(year, table))
    values = (getattr(one, field.name) for one in known if one for field in attrs.fields(Applicant))
    return frozenset(value for value in values if type(value) is str and len(value) >= _SHORTEST)


def _broken(sample: Path, folder: Path, count: int) -> Iterator[tuple[str, Path]]:
    """Yield copies that are cut off, or of which three bytes are others; the same ones each time."""
    content, chance = sample.read_bytes(), random.Random(7)  # noqa: S311  no secret
    for at in range(1, count + 1):
        cut, garbled = len(content) * at // (count + 1), bytearray(content)
        yield f"cut off after {cut} bytes", _written(folder, sample, content[:cut])
        for _ in range(3):
            garbled[chance.randrange(len(content))] = chance.randrange(256)
        yield f"garbled copy {at}", _written(folder, sample, bytes(garbled))
    yield "in UTF-16", _written(folder, sample, content.decode("utf-8", "replace").encode("utf-16"))


def _written(folder: Path, sample: Path, content: bytes) -> Path:
    home = folder / "berkas"
    home.mkdir(exist_ok=True)
    (home / sample.name).write_bytes(content)
    return home / sample.name
