"""``ppid opd NAME``: which agency a name means on a day, and why."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

import click

from ppid_core.cli import choices, completion
from ppid_core.cli.console import show, wrapped
from ppid_core.cli.dossier import opened, through_plugins
from ppid_core.cli.given import Said, said_beside
from ppid_core.cli.screen.problems import problem_lines
from ppid_core.cli.usage import FINE, UNUSABLE, CommandRefused
from ppid_core.dossier import Dossier
from ppid_core.errors import InputError
from ppid_core.language import Bilingual, Lang
from ppid_core.model import Agency, normal
from ppid_core.model.lineage import in_force, successor_chain
from ppid_core.summary import listed
from ppid_core.writing import format_date

_MOST_NEAR = 5
_STEP_INDENT = "    "
"""Before what a line of a step goes on with, under the line that is indented itself."""


@click.command("opd", short_help="OPD mana yang dimaksud sebuah nama pada suatu hari, dan mengapa.")
@click.argument("name", metavar="NAMA")
@click.argument("folder", default=".", metavar="FOLDER", shell_complete=completion.files)
@click.option(
    "--on",
    "day",
    callback=choices.read_day,
    metavar="TANGGAL",
    help="Pada tanggal ini; tanpa pilihan ini: hari terakhir periode laporan.",
)
@said_beside(compares=True)
@choices.lang
@choices.strict
@choices.block
def command(
    *,
    name: str,
    folder: str,
    day: date | None,
    said: Said,
    lang: Lang,
    strict_plugins: bool,
    block: tuple[str, ...],
) -> int:
    """Sebutkan OPD yang dimaksud NAMA pada suatu hari, menurut tabel opd dan penggantinya.

    Daftar OPD tahun-tahun sebelumnya (tahun_lalu, --previous) ikut dicari.
    """
    try:
        work = opened(folder, through_plugins(lang, strict=strict_plugins, block=block), said=said)
    except InputError as error:
        show(problem_lines(error.problems, lang))
        return UNUSABLE
    on = day or work.year.period.last_day
    agencies = tuple(_every(work).values())
    found = _named(name, agencies, on)
    last = successor_chain(found, agencies, on)[-1]
    told = (*_lines(found, agencies, on, lang, typed=name), *_unlisted(last, work, on, lang))
    show(wrapped(line, then=_STEP_INDENT if line.startswith(" ") else "") for line in told)
    return FINE


def _every(work: Dossier) -> Mapping[str, Agency]:
    """Return the agencies by code: the newest list that has one says when it ended and who took over."""
    lists = (work.year, *(one.year for one in work.earlier))
    found: dict[str, Agency] = {}
    for year in lists:
        for agency in listed(year.agencies):
            found.setdefault(normal(agency.code), agency)
    return found


def _named(name: str, agencies: Sequence[Agency], on: date) -> Agency:
    """Return the agency that a name means: of several, the one in force on the day.

    Raises:
        CommandRefused: none has that name.
    """
    meant = [agency for agency in agencies if normal(name) in map(normal, agency.names)]
    if not meant:
        known = [one for agency in agencies for one in agency.names]
        near = difflib.get_close_matches(name, known, n=_MOST_NEAR) or known[:_MOST_NEAR]
        told = _UNKNOWN if near else _NO_LIST
        raise CommandRefused(told.fill(name=name, near=", ".join(near)))
    return next((agency for agency in meant if in_force(agency, on)), meant[0])


def _lines(agency: Agency, agencies: Sequence[Agency], on: date, lang: Lang, *, typed: str) -> Iterator[str]:
    """Yield the agency of the day, then each step to it."""
    chain = successor_chain(agency, agencies, on)
    last, day = chain[-1], format_date(on, lang)
    facts = {"typed": typed, "day": day, "name": last.name, "code": last.code}
    if in_force(last, on):
        yield _IS(lang).format(**facts)
    elif last.valid_from and on < last.valid_from:
        yield _NOT_YET(lang).format(**facts)
    else:
        heirs = _heirs(last, agencies)
        yield (_SPLIT if heirs else _ENDED)(lang).format(**facts, heirs=heirs)
    if normal(typed) != normal(agency.name):
        yield _MEANS(lang).format(typed=typed, how=_how(typed, agency, lang), name=agency.name)
    for earlier, later in pairwise(chain):
        until = "" if earlier.valid_until is None else format_date(earlier.valid_until, lang)
        yield _STEP(lang).format(name=earlier.name, until=until, after=later.name)
    yield from _before(last, agencies, lang)


def _unlisted(last: Agency, work: Dossier, on: date, lang: Lang) -> Iterator[str]:
    """Yield that this year's list does not have the agency of the day, but an earlier one alone."""
    year, codes = work.year.period.year, {normal(one.code) for one in listed(work.year.agencies)}
    if codes and normal(last.code) not in codes and on.year >= year:
        yield _UNLISTED(lang).format(name=last.name, year=year)


def _heirs(last: Agency, agencies: Sequence[Agency]) -> str:
    """Return into which agencies one was split; "" where it was not."""
    names = {normal(one.code): one.name for one in agencies}
    heirs = last.successors if len(last.successors) > 1 else ()
    return "; ".join(names.get(normal(code), code) for code in heirs)


def _how(typed: str, agency: Agency, lang: Lang) -> str:
    if normal(typed) == normal(agency.code):
        return _CODE(lang)
    return (_SHORT if normal(typed) == normal(agency.short_name) else _ALIAS)(lang)


def _before(last: Agency, agencies: Sequence[Agency], lang: Lang) -> Iterator[str]:
    """Yield since when it is, and of which it came."""
    origins = [one.name for one in agencies if normal(last.code) in map(normal, one.successors)]
    if last.valid_from is not None:
        yield _SINCE(lang).format(name=last.name, day=format_date(last.valid_from, lang))
    if origins:
        yield _OF(lang).format(name=last.name, origins="; ".join(origins))


_IS = Bilingual('"{typed}" pada {day}: {name} ({code}).', '"{typed}" on {day}: {name} ({code}).')
_NOT_YET = Bilingual(
    '"{typed}" pada {day}: belum ada; {name} ({code}) dibentuk kemudian.',
    '"{typed}" on {day}: not there yet; {name} ({code}) came later.',
)
_ENDED = Bilingual(
    '"{typed}" pada {day}: tidak ada lagi; {name} ({code}) sudah berakhir dan penggantinya belum disebut.',
    '"{typed}" on {day}: no longer there; {name} ({code}) has ended, and no successor is named.',
)
_SPLIT = Bilingual(
    '"{typed}" pada {day}: tidak ada lagi; {name} ({code}) dipecah menjadi {heirs}.',
    '"{typed}" on {day}: no longer there; {name} ({code}) was split into {heirs}.',
)
_MEANS = Bilingual('  "{typed}" adalah {how} {name}.', '  "{typed}" is {how} {name}.')
_CODE = Bilingual("kode", "the code of")
_SHORT = Bilingual("singkatan", "the short name of")
_ALIAS = Bilingual("nama lain", "another name of")
_STEP = Bilingual(
    "  {name} berlaku sampai {until}; penggantinya {after}.",
    "  {name} was in force until {until}; {after} took over.",
)
_UNLISTED = Bilingual(
    "  Daftar OPD tahun {year} tidak memuat {name}: hanya daftar tahun sebelumnya, tanpa pengganti.",
    "  The list of {year} does not have {name}: only an earlier one has, without a successor.",
)
_SINCE = Bilingual("  {name} berlaku sejak {day}.", "  {name} is in force since {day}.")
_OF = Bilingual("  {name} menggantikan {origins}.", "  {name} took over from {origins}.")
_UNKNOWN = Bilingual(
    'Tidak ada OPD bernama "{name}". Yang mirip: {near}.', 'No agency is called "{name}". Like it: {near}.'
)
_NO_LIST = Bilingual(
    'OPD "{name}" tidak dapat dicari: tabel opd belum diisi.',
    'The agency "{name}" cannot be looked up: table opd is not filled in.',
)
