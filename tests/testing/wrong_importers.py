"""A right importer of a small format, and the same with one fault each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import count
from pathlib import Path

from attrs import field, frozen

from ppid_core import InputError, Intake, Problem, Source, from_rows
from ppid_core.language import Bilingual

SAMPLE = """\
{"table": "laporan", "kunci": "tahun", "isi": 2023}
{"table": "permohonan", "nomor": "1", "tanggal": "2023-03-06", "nama": "pemohon-satu"}
{"table": "permohonan", "nomor": "2", "tanggal": "2023-03-07", "nama": "pemohon-dua"}
{"table": "permohonan", "nomor": "3", "tanggal": "2023-03-08", "nama": "pemohon-tiga"}
"""
FLAWED = SAMPLE.replace("2023-03-07", "2023-03-32")
ROWS = {"laporan": 1, "permohonan": 3}
FLAW_AT = 3, "tanggal"
EXPECTED = Bilingual("satu objek JSON", "a JSON object")
UNREAD = Bilingual("baris ini tidak terbaca.", "this line cannot be read.")
_calls = count()

Row = Mapping[str, object]


@frozen(kw_only=True)
class Right:
    """Keeps every promise."""

    name: str = "kasus"
    label: str = "Kasus (.kasus)"
    suffixes: tuple[str, ...] = (".kasus",)

    def read(self, path: Path, /) -> Intake:
        return from_rows(self.tables(path), file=path, first_row=1)

    def tables(self, path: Path) -> dict[str, list[Row]]:
        found = list(self.found(path))
        return {table: [row if of == table else {} for of, row in found] for table in ROWS}

    def found(self, path: Path) -> Iterator[tuple[str, Row]]:
        for number, line in enumerate(path.read_bytes().splitlines(), start=1):
            try:
                row = json.loads(line)
                table = row.pop("table")
            except (ValueError, TypeError, LookupError, AttributeError):
                raise InputError([self.problem(path, number, line)]) from None
            yield str(table), row

    def problem(self, path: Path, number: int, line: bytes) -> Problem:
        del line  # it may tell of a person
        return Problem(source=Source(file=path.name, row=number), value="", expected=EXPECTED, message=UNREAD)


@frozen(kw_only=True)
class EndingInCapitals(Right):
    suffixes: tuple[str, ...] = (".KASUS",)


class LosesARow(Right):
    def tables(self, path: Path) -> dict[str, list[Row]]:
        return {table: rows[:3] for table, rows in super().tables(path).items()}


class CountsFromTheHeading(Right):
    def read(self, path: Path, /) -> Intake:
        return from_rows(self.tables(path), file=path)


class NamesNoFile(Right):
    def read(self, path: Path, /) -> Intake:
        return from_rows(self.tables(path), first_row=1)


class LetsDecodingFail(Right):
    def found(self, path: Path) -> Iterator[tuple[str, Row]]:
        path.read_text("utf-8")
        yield from super().found(path)


class LetsAKeyFail(Right):
    def found(self, path: Path) -> Iterator[tuple[str, Row]]:
        for line in path.read_text("utf-8", "replace").splitlines():
            row = json.loads(line) if line.startswith("{") and line.endswith("}") else {"table": ""}
            yield row.pop("table"), row


class TakesAnythingForAYear(Right):
    def tables(self, path: Path) -> dict[str, list[Row]]:
        try:
            return super().tables(path)
        except InputError:
            return {"laporan": [{"kunci": "tahun", "isi": 2023}]}


def with_subject(tables: dict[str, list[Row]], words: str) -> dict[str, list[Row]]:
    """Return the same tables, with words of ours in each request."""
    requests = [{**row, "informasi": words} if row else row for row in tables["permohonan"]]
    return {**tables, "permohonan": requests}


class CountsItsCalls(Right):
    def tables(self, path: Path) -> dict[str, list[Row]]:
        tables, call = super().tables(path), next(_calls)
        return {
            **tables,
            "permohonan": [{**row, "informasi": f"{call}"} if row else {} for row in tables["permohonan"]],
        }


class TellsOfToday(Right):
    def tables(self, path: Path) -> dict[str, list[Row]]:
        today = date.today().isoformat()  # noqa: DTZ011  the fault
        tables = super().tables(path)
        return {
            **tables,
            "permohonan": [{**row, "informasi": today} if row else {} for row in tables["permohonan"]],
        }


@frozen(kw_only=True)
class HoldsAFunction(Right):
    load: Callable[[bytes], object] = field(factory=lambda: lambda line: line)


class WritesBesideTheFile(Right):
    def read(self, path: Path, /) -> Intake:
        path.with_suffix(".cache").write_bytes(path.read_bytes())
        return super().read(path)


class QuotesTheLine(Right):
    def problem(self, path: Path, number: int, line: bytes) -> Problem:
        told = Bilingual.both(line.decode("utf-8", "replace"))
        return Problem(source=Source(file=path.name, row=number), value="", expected=EXPECTED, message=told)
