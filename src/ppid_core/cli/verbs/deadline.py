"""``ppid deadline KIND DATE``: one due date, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import click

from ppid_core.cli import choices
from ppid_core.cli.console import show, show_json, wrapped
from ppid_core.cli.dossier import calendar_for, unknown_year
from ppid_core.cli.formats.ics import CalendarDay, calendar_file
from ppid_core.cli.usage import FINE, CommandRefused
from ppid_core.deadlines import Deadline, DeadlineKind, deadline
from ppid_core.deadlines.wire import deadline_json
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.language import Bilingual, Lang
from ppid_core.law import Lawbook, Track
from ppid_core.model import PublicBody, ReportingPeriod, ServiceYear
from ppid_core.workdays import WorkdayCalendar
from ppid_core.writing import format_date

_KINDS = tuple(str(kind) for kind in DeadlineKind)
_EPILOG = "\n".join(
    (
        "\b",
        "JENIS, dan hari yang menjadi TANGGAL:",
        *(f"  {kind}: {kind.limit.event.id}" for kind in DeadlineKind),
    )
)
_CONVENTIONS = "\n\n".join(
    f"{kind}: {kind.limit.convention.id}" for kind in DeadlineKind if kind.limit.convention.id
)


@click.command(
    "deadline", short_help="Hitung satu batas waktu (batas-waktu).", epilog=f"{_EPILOG}\n\n{_CONVENTIONS}"
)
@click.argument("kind", type=click.Choice(_KINDS), metavar="JENIS")
@click.argument("opened_on", callback=choices.read_day, metavar="TANGGAL")
@click.option("--extended", is_flag=True, help="Dengan perpanjangan (request, mediation).")
@click.option("--explain", is_flag=True, help="Dengan dasar hukum dan hari yang tidak dihitung.")
@choices.track
@choices.as_known_on
@click.option("--no-cuti-bersama", is_flag=True, help="Hari cuti bersama dihitung sebagai hari kerja.")
@choices.dated_output
@choices.lang
def command(
    *,
    kind: str,
    opened_on: date,
    extended: bool,
    explain: bool,
    track: str,
    as_known_on: date | None,
    no_cuti_bersama: bool,
    output: str,
    lang: Lang,
) -> int:
    """Hitung hari terakhir untuk satu JENIS tindakan, dari TANGGAL peristiwanya (hari nol)."""
    asked = DeadlineKind(kind)
    if extended and not asked.limit.extension:
        able = ", ".join(str(one) for one in DeadlineKind if one.limit.extension)
        raise CommandRefused(_NOT_EXTENDED(lang).format(kind=kind, able=able))
    body = PublicBody(cuti_bersama=not no_cuti_bersama)
    year = ServiceYear(period=ReportingPeriod(opened_on.year), body=body)
    workdays = calendar_for(year, opened_on, track=Track(track), as_known_on=as_known_on)
    found = _counted(asked, opened_on, workdays, lang, extended=extended)
    if output == "json":
        show_json("deadline", deadline_json(found, lang))
    elif output == "ics":
        click.echo(calendar_file([_entry(found, lang)], lang), nl=False)
    else:
        show(_lines(found, lang, whole=explain))
    return FINE


def _counted(
    kind: DeadlineKind, opened_on: date, workdays: WorkdayCalendar, lang: Lang, *, extended: bool
) -> Deadline:
    law = Lawbook.load()
    try:
        return deadline(kind, opened_on, law, workdays, extended=extended)
    except NotInForceError as error:
        raise CommandRefused(_not_in_force(kind, opened_on, law, lang)) from error
    except CalendarRangeError as error:
        first_unknown = max(opened_on.year, workdays.years[-1] + 1)
        raise CommandRefused(unknown_year(first_unknown, workdays, lang)) from error


def _not_in_force(kind: DeadlineKind, opened_on: date, law: Lawbook, lang: Lang) -> str:
    """Return since when the time is set, by the last of its parameters."""
    names = filter(None, (kind.limit.before, kind.limit.parameter))
    last = max((law.parameter(name) for name in names), key=lambda parameter: parameter.since)
    return _NOT_IN_FORCE(lang).format(
        day=format_date(opened_on, lang), title=last.title(lang), since=format_date(last.since, lang)
    )


def _lines(found: Deadline, lang: Lang, *, whole: bool) -> Iterator[str]:
    text = found.explain(lang) if whole else "\n".join((found.sentence(lang), *found.caveats(lang)))
    for line in text.splitlines():
        indent = line[: len(line) - len(line.lstrip())]
        yield wrapped(line.strip(), first=indent, then=f"{indent}  ") if line else ""


def _entry(found: Deadline, lang: Lang) -> CalendarDay:
    key = (str(found.kind), found.opened_on.isoformat(), str(len(found.legs)))
    return CalendarDay(
        key=key,
        on=found.due_on,
        known_on=found.opened_on,
        title=found.kind.limit.act(lang),
        text=found.explain(lang),
    )


_NOT_IN_FORCE = Bilingual(
    "Untuk {day} belum ada ketentuannya: {title} baru berlaku sejak {since}.",
    "For {day} there is no provision yet: {title} applies only since {since}.",
)
_NOT_EXTENDED = Bilingual(
    "{kind} tidak dapat diperpanjang. Yang dapat: {able}.", "{kind} cannot be extended. These can: {able}."
)
