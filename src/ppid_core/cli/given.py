"""What is said of a folder or file beside it: ``--year``, ``--set KUNCI=ISI``, ``--table``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any

import click
from attrs import field, frozen

from ppid_core.cli import completion
from ppid_core.cli.console import typed
from ppid_core.cli.usage import CommandRefused
from ppid_core.glossary.key import report_keys
from ppid_core.intake.tables.report import read_key
from ppid_core.language import Bilingual
from ppid_core.option import Settings, grouped, is_of_rule

_KEY_GROUPS = frozenset(f"{one.name.partition('.')[0]}." for one in report_keys() if "." in one.name)
"""How keys of *laporan* begin that belong together, as *badan.*"""
_FIRST_YEAR, _LAST_YEAR = 2008, 2100
"""The Act on public information is of 2008."""


@frozen(kw_only=True)
class Said:
    """What was said beside a folder or file.

    Attributes:
        year: of the report; None where it was not named.
        keys: the value of each key of *laporan*.
        tables: the table of a file or sheet by its name; that of the file itself under "".
        options: what ``--set`` says of formats and rules.
        previous: paths of earlier years, as typed, beside that which *tahun_lalu* names; None where the verb
            compares nothing.
    """

    year: int | None = None
    keys: Mapping[str, str] = field(factory=dict)
    tables: Mapping[str, str] = field(factory=dict)
    options: Settings = field(factory=dict)
    previous: tuple[str, ...] | None = None

    def __bool__(self) -> bool:
        """Tell whether anything was said of the tables."""
        return self.year is not None or bool(self.keys or self.tables)

    @property
    def formats(self) -> Settings:
        """What was said of formats."""
        return {name: options for name, options in self.options.items() if not is_of_rule(name)}

    @property
    def rules(self) -> Settings:
        """What was said of rules."""
        return {name: options for name, options in self.options.items() if is_of_rule(name)}

    def tables_of(self, path: str) -> Mapping[str, str]:
        """Return the tables by name, where what was typed is the file or folder ``path``."""
        return {name or Path(path).name: table for name, table in self.tables.items()}

    def again(self, path: str) -> str:
        """Return the folder or file with all that was said of it, as it is typed into a console once more."""
        tables = (f"{name}={table}" if name else table for name, table in self.tables.items())
        said = [
            *([] if self.year is None else [f"--year {self.year}"]),
            *(f"--set {typed(f'{key}={value}')}" for key, value in self.keys.items()),
            *(
                f"--set {typed(f'{name}.{option}={value}')}"
                for name, options in self.options.items()
                for option, value in options.items()
            ),
            *(f"--table {typed(table)}" for table in tables),
            *(f"--previous {typed(earlier)}" for earlier in self.previous or ()),
        ]
        return " ".join([typed(path), *said])


NOTHING_SAID = Said()


def said_beside(
    *, options: bool = False, compares: bool = False
) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Return what gives a verb the options, and hands over to it what they say as ``said``.

    Args:
        options: whether ``--set`` may also set an option of a format or a rule.
        compares: whether earlier years may be named.
    """

    def decorated(verb: Callable[..., int]) -> Callable[..., int]:
        @_YEAR
        @(_SET_EITHER if options else _SET)
        @_TABLE
        @wraps(verb)
        def wrapped(
            *,
            year: int | None,
            settings: tuple[str, ...],
            tables: tuple[str, ...],
            previous: tuple[str, ...] | None = None,
            **others: Any,  # noqa: ANN401  whatever else the verb takes
        ) -> int:
            keys = [text for text in settings if not options or _is_key(text)]
            said = Said(
                year=year,
                keys=dict(_pair(text, _NO_KEY) for text in keys),
                tables=dict(_pair(text if "=" in text else f"={text}", _NO_TABLE) for text in tables),
                options=grouped(_option(text) for text in settings if text not in keys),
                previous=previous,
            )
            return verb(said=said, **others)

        offered: Callable[..., int] = _PREVIOUS(wrapped) if compares else wrapped
        return offered

    return decorated


def _is_key(text: str) -> bool:
    """Tell whether a setting names a key of *laporan*, or means one of its group: all else is an option."""
    name, equals, _ = text.partition("=")
    key, group = read_key(name.strip()), name.strip().partition(".")[0]
    is_named = key is not None and ("." in name or name.strip() == key)
    return bool(equals) and (is_named or f"{group}." in _KEY_GROUPS)


def _pair(text: str, told: Bilingual) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not value.strip():
        raise CommandRefused(told.fill(text=text))
    return name.strip(), value.strip()


def _option(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    whose, dot, option = name.strip().partition(".")
    if not (equals and dot and whose and option):
        raise CommandRefused(_NO_OPTION.fill(text=text))
    return f"{whose}.{option}", value


_YEAR = click.option(
    "--year",
    type=click.IntRange(_FIRST_YEAR, _LAST_YEAR),
    metavar="TAHUN",
    help="Tahun laporan, bila tabel laporan tidak menyebutnya.",
)
_SET = click.option(
    "--set",
    "settings",
    multiple=True,
    shell_complete=completion.key,
    metavar="KUNCI=ISI",
    help="Kunci tabel laporan, misalnya badan.nama=Pemerintah Kota Contoh.",
)
_SET_EITHER = click.option(
    "--set",
    "settings",
    multiple=True,
    shell_complete=completion.setting,
    metavar="NAMA=ISI",
    help="Kunci tabel laporan (badan.nama=…), pilihan format (csv.delimiter=;), atau pilihan aturan "
    "(KODE.PILIHAN=ISI).",
)
_TABLE = click.option(
    "--table",
    "tables",
    multiple=True,
    shell_complete=completion.table_of_file,
    metavar="[BERKAS=]TABEL",
    help="Tabel apa berkas atau lembar itu: permohonan, data.csv=keberatan, Sheet2=abaikan.",
)
_PREVIOUS = click.option(
    "--previous",
    multiple=True,
    shell_complete=completion.files,
    metavar="TAHUN_LALU",
    help="Laporan tahun sebelumnya sebagai pembanding (boleh beberapa): folder, buku kerja, JSON, atau "
    "dokumen yang memuat datanya.",
)
_NO_KEY = Bilingual(
    '--set "{text}" tidak dapat dibaca. Tulis KUNCI=ISI, misalnya badan.nama=Pemerintah Kota Contoh',
    '--set "{text}" cannot be read. Write KEY=VALUE, such as badan.nama=Pemerintah Kota Contoh',
)
_NO_OPTION = Bilingual(
    '--set "{text}" tidak dapat dibaca. Tulis KUNCI=ISI atau NAMA.PILIHAN=ISI, misalnya '
    "badan.nama=Pemerintah Kota Contoh, csv.delimiter=; atau BTN102.days=7",
    '--set "{text}" cannot be read. Write KEY=VALUE or NAME.OPTION=VALUE, such as '
    "badan.nama=Pemerintah Kota Contoh, csv.delimiter=; or BTN102.days=7",
)
_NO_TABLE = Bilingual(
    '--table "{text}" tidak dapat dibaca. Tulis TABEL atau BERKAS=TABEL, misalnya data.csv=permohonan',
    '--table "{text}" cannot be read. Write TABLE or FILE=TABLE, such as data.csv=permohonan',
)
