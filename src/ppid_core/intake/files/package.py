"""A data package of ours in a folder: its tables, and what its descriptor holds beside them, are the year."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import Any, Self

from attrs import evolve, frozen

from ppid_core.errors import InputError
from ppid_core.intake.cells import CellError
from ppid_core.intake.files import fault
from ppid_core.intake.files.json_text import plain_values
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.packaged_year import (
    CATALOGUE,
    DESCRIPTOR,
    DESCRIPTOR_KEY,
    FIGURES,
    SOURCES,
    VERSION,
    put_together,
)
from ppid_core.intake.result import Intake
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables import table_headings
from ppid_core.intake.text_file import decode
from ppid_core.language import Bilingual
from ppid_core.source import Source

DERIVED = frozenset({DESCRIPTOR, CATALOGUE, f"{FIGURES}.csv", f"{SOURCES}.csv"})
"""What is read of a package with its tables, or not at all: none of it is a table to type in."""
_ALGORITHM = "sha256:"


@frozen(kw_only=True)
class Package:
    """What a descriptor of ours says (*paket data*).

    Attributes:
        files: SHA-256 of each file that the year is made of, by its name.
        delimiter: between the cells of each.
        inputs: SHA-256 of each file from which the package was made.
        beside: what no table holds.
    """

    files: Mapping[str, str]
    delimiter: Mapping[str, str]
    inputs: Mapping[str, str]
    beside: Mapping[str, Any]

    @classmethod
    def of(cls, content: bytes) -> Self | None:
        """Return what a descriptor says; None of one that is not ours, or of a later form."""
        try:
            plain = plain_values(decode(content))
            beside = plain[DESCRIPTOR_KEY]
            if beside["version"] != VERSION:
                return None
            known = {f"{name}.csv" for name in (*table_headings(), SOURCES)}
            told = {one["path"]: one for one in plain["resources"] if one["path"] in known}
            return cls(
                files={name: one["hash"].removeprefix(_ALGORITHM) for name, one in told.items()},
                delimiter={name: one["dialect"]["delimiter"] for name, one in told.items()},
                inputs={
                    one["title"]: one["hash"].removeprefix(_ALGORITHM) for one in plain.get("sources", ())
                },
                beside=beside,
            )
        except (CellError, LookupError, TypeError, AttributeError):
            return None

    def altered(self, contents: Mapping[str, bytes]) -> tuple[str, ...]:
        """Return the files that are not what was written, or are not there."""
        return tuple(
            name
            for name, digest in self.files.items()
            if name not in contents or sha256(contents[name]).hexdigest() != digest
        )

    def year(self, contents: Mapping[str, bytes]) -> dict[str, Any]:
        """Return the plain values of the year.

        Raises:
            ValueError: a file or what stands beside them is none of ours.
            LookupError: as before.
            TypeError: as before.
        """
        lines = {name: list(self._lines(name, contents[name])) for name in self.files}
        _, *sources = lines.pop(f"{SOURCES}.csv")
        sheets = tuple(
            Sheet(file=name, heading=tuple(heading), rows=tuple(map(tuple, rows)))
            for name, (heading, *rows) in lines.items()
        )
        return put_together(sheets, self.beside["changes"], sources)

    def _lines(self, name: str, content: bytes) -> Iterator[list[str]]:
        text = content.decode("utf-8-sig")
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter[name], strict=True)


def read_package(
    package: Package, content: bytes, read: Callable[[str], bytes | None], ledger: Ledger
) -> Intake | None:
    """Return the year of a package; None where it is no longer what was written.

    Args:
        package: what its descriptor says.
        content: the descriptor itself.
        read: returns a file beside it, None where there is none.
        ledger: what is found is told there.

    Raises:
        InputError: its period cannot be read; it carries every problem.
    """
    contents = {name: held for name in package.files if (held := read(name)) is not None}
    if altered := package.altered(contents):
        _tell_altered(altered, contents, ledger)
        return None
    try:
        plain = package.year(contents)
    except (InputError, ValueError, LookupError, TypeError, csv.Error):
        _tell_altered((DESCRIPTOR,), {DESCRIPTOR: content}, ledger)
        return None
    return _intake(package, content, plain, ledger)


def _intake(package: Package, content: bytes, plain: dict[str, Any], ledger: Ledger) -> Intake:
    """Return the year as JSON of ours is read: what was made of other files is told as of these."""
    from ppid_core.intake.files.json_year import read_year  # noqa: PLC0415  a folder needs no converter

    if mark := package.beside["draft"]:
        ledger.note(fault.of_draft(DESCRIPTOR, mark), Source(file=DESCRIPTOR))
    read = read_year(DESCRIPTOR, plain, ledger)
    pictured = frozenset(package.beside["pictures"])
    inputs = package.inputs or {DESCRIPTOR: sha256(content).hexdigest()}
    return evolve(read, inputs=dict(inputs), pictured=pictured)


def _tell_altered(names: tuple[str, ...], contents: Mapping[str, bytes], ledger: Ledger) -> None:
    """Tell that a package is read as any folder of tables; a file that is not there is a problem."""
    for name in names:
        if name in contents:
            ledger.note(_ALTERED.fill(name=name), Source(file=name))
        else:
            ledger.refuse(Source(file=name), CellError(_MISSING, _EXPECTED))


_ALTERED = Bilingual(
    "{name}: berkas paket data ini sudah diubah sejak ditulis. Tabel-tabelnya dibaca seperti folder biasa: "
    "tempat asal nilai, baris JUMLAH, dan isi lain yang tidak muat dalam tabel tidak ikut terbaca.",
    "{name}: this file of the data package was changed since it was written. Its tables are read as any "
    "folder: where values came from, rows JUMLAH and what else no table holds are not read.",
)
_MISSING = Bilingual(
    "berkas paket data ini tidak ada, padahal tercantum dalam datapackage.json. Salin paketnya secara utuh.",
    "this file of the data package is not there, and datapackage.json lists it. Copy the whole package.",
)
_EXPECTED = Bilingual("semua berkas paket data", "every file of the data package")
