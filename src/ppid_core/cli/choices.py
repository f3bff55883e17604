"""The arguments and options that several verbs share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import click

from ppid_core.cli import completion
from ppid_core.cli.usage import Unreadable, language
from ppid_core.glossary import recognise
from ppid_core.intake.cells import CellError, Month, month
from ppid_core.language import Bilingual, Lang
from ppid_core.law import Track
from ppid_core.model import YearPart
from ppid_core.writing import read_date


def read_day(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    """Return a day, written as clerks or as computers write it."""
    if value is None:
        return None
    try:
        return read_date(value)
    except ValueError as error:
        raise Unreadable(_NO_DAY.fill(value=value)) from error


def _read_until(_: click.Context, __: click.Parameter, value: str | None) -> Month | None:
    """Return the last month of the part of a year that is asked for: a month, a quarter or a half-year."""
    if value is None:
        return None
    part = recognise(YearPart, value)
    if part is not None and part is not YearPart.YEAR:
        return Month(part.months[-1])
    try:
        return month(value)
    except CellError as error:
        raise Unreadable(_NO_MONTH.fill(value=value)) from error


def _language(ctx: click.Context, _: click.Parameter, value: Lang | None) -> Lang:
    """Return the language of this verb, else that of the call."""
    return value or language(ctx)


_NO_DAY = Bilingual(
    '"{value}" bukan tanggal. Tulis misalnya 2021-01-07.', '"{value}" is no date. Write 2021-01-07.'
)
_NO_MONTH = Bilingual(
    '"{value}" bukan bulan. Tulis misalnya 2020-06 atau triwulan-2.',
    '"{value}" is no month. Write 2020-06 or triwulan-2.',
)


def parts(_: click.Context, __: click.Parameter, values: Iterable[str]) -> tuple[str, ...]:
    """Return the parts of options that may be repeated or hold several, set apart by commas."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


folder = click.argument("folder", default=".", metavar="FOLDER", shell_complete=completion.files)
lang = click.option("--lang", type=click.Choice(["id", "en"]), callback=_language, help="Bahasa: id atau en.")
as_of = click.option(
    "--as-of",
    callback=read_day,
    metavar="TANGGAL",
    help="Keadaan per tanggal ini; tanpa pilihan ini: tanggal penandatanganan, atau akhir periode.",
)
until = click.option(
    "--until",
    callback=_read_until,
    shell_complete=completion.part_of_year,
    metavar="BULAN",
    help="Hanya sampai bulan ini: 2020-06, Juni, triwulan-2, atau semester-1.",
)
at = click.option(
    "--at",
    callback=read_day,
    metavar="TANGGAL",
    help="Yang berlaku pada tanggal ini; tanpa pilihan ini: yang terakhir tercatat.",
)
output = click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", help="Bentuk keluaran."
)
strict = click.option("--strict-plugins", is_flag=True, help="Berhenti bila ada plugin yang gagal.")
block = click.option(
    "--block",
    multiple=True,
    callback=parts,
    shell_complete=completion.owners,
    metavar="PLUGIN",
    help="Sisihkan plugin (boleh beberapa).",
)
dated_output = click.option(
    "--format", "output", type=click.Choice(["text", "json", "ics"]), default="text", help="Bentuk keluaran."
)
track = click.option(
    "--track",
    type=click.Choice([str(track) for track in Track]),
    default=str(Track.BOTH),
    help="Cuti bersama menurut Keppres (asn), SKB (umum), atau keputusan terakhir (both).",
)
as_known_on = click.option(
    "--as-known-on",
    callback=read_day,
    metavar="TANGGAL",
    help="Menurut keputusan yang ditetapkan sampai dengan tanggal ini.",
)
