"""``ppid deadlines``: the open cases of a folder by due date: in lines, as JSON, as a calendar file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated

import click

from ppid_core.cli import choices
from ppid_core.cli.console import show, show_json, tell, wrapped
from ppid_core.cli.dossier import calendar_for, opened, through_plugins, unknown_year
from ppid_core.cli.formats.ics import CalendarDay, calendar_file
from ppid_core.cli.given import Said, said_beside
from ppid_core.cli.screen.heading import title_line
from ppid_core.cli.screen.problems import ProblemJson, place, problem_lines, problems_json, show_problems
from ppid_core.cli.usage import FINE, UNUSABLE
from ppid_core.deadlines import DeadlineKind, State
from ppid_core.dossier import Dossier
from ppid_core.errors import InputError
from ppid_core.glossary import label
from ppid_core.language import Bilingual, Lang
from ppid_core.model import Agency, ServiceYear
from ppid_core.summary import Docket, Pending, listed
from ppid_core.summary.wire import DocketJson, docket_json
from ppid_core.workdays import WorkdayCalendar
from ppid_core.writing import format_date, format_number


def _called(case: Pending, year: ServiceYear, lang: Lang) -> str:
    """Return what is due of which case, for how many and where: ``permohonan 1/2020 · DPU``."""
    parts = [_NAMES[case.deadline.kind](lang).format(number=case.number or _unnumbered(case, lang))]
    if case.count > 1:
        parts.append(_COUNT(lang).format(count=format_number(case.count, lang)))
    parts.extend(filter(None, [_agency(case, year)]))
    return " · ".join(parts)


def _unnumbered(case: Pending, lang: Lang) -> str:
    return _UNNUMBERED(lang) + ("" if case.source is None else f" ({place(case.source, lang)})")


def _agency(case: Pending, year: ServiceYear) -> str:
    if case.agency is None:
        return ""
    known: dict[str | None, Agency] = {agency.code: agency for agency in listed(year.agencies)}
    agency = known.get(case.agency.code) if case.agency.code else None
    return case.agency.typed if agency is None else agency.label


def _events(found: Docket, work: Dossier, lang: Lang) -> Iterator[CalendarDay]:
    """Yield an entry for each case; the same case keeps its key when its day zero or due date moves."""
    year, seen = work.year, Counter[tuple[str, str]]()
    for case in found.cases:
        one = str(case.deadline.kind), case.number or _row(case)
        seen[one] += 1
        # A number that stands twice in a register is a finding; here each of its cases is an entry.
        twice = str(seen[one]) if seen[one] > 1 else ""
        yield CalendarDay(
            key=(year.body.name, str(year.period.year), *one, twice),
            on=case.deadline.due_on,
            known_on=work.as_of,
            title=_called(case, year, lang),
            text=case.deadline.explain(lang),
        )


def _row(case: Pending) -> str:
    source = case.source
    return "" if source is None else f"{source.file}[{source.sheet}]#{source.row}"


_NAMES = {
    DeadlineKind.REQUEST: Bilingual("permohonan {number}", "request {number}"),
    DeadlineKind.OBJECTION_ANSWER: Bilingual("keberatan {number}", "objection {number}"),
    DeadlineKind.COMMISSION_FINISH: Bilingual(
        "sengketa {number} selesai di komisi", "dispute {number} ends at the commission"
    ),
    DeadlineKind.COURT: Bilingual(
        "kesempatan menggugat atas sengketa {number}", "time for a suit over dispute {number}"
    ),
    DeadlineKind.CASSATION: Bilingual(
        "kesempatan kasasi atas gugatan sengketa {number}", "time for cassation over dispute {number}"
    ),
    DeadlineKind.CASSATION_PERMA: Bilingual(
        "kesempatan kasasi (PERMA) atas gugatan sengketa {number}",
        "time for cassation (court's rule) over dispute {number}",
    ),
}
_UNNUMBERED = Bilingual("tanpa nomor", "without a number")
_COUNT = Bilingual("{count} perkara", "{count} cases")


_WHEN, _DAY = 18, 20


class DeadlinesJson(DocketJson):
    """The open cases of a body on a day."""

    as_of: Annotated[str, date]
    problems: list[ProblemJson]


@click.command("deadlines", short_help="Perkara yang masih terbuka, menurut batas waktunya (tenggat).")
@choices.folder
@click.option(
    "--as-of",
    callback=choices.read_day,
    metavar="TANGGAL",
    help="Keadaan per tanggal ini; tanpa pilihan ini: hari ini.",
)
@said_beside()
@choices.dated_output
@choices.lang
@choices.strict
@choices.block
def command(
    *,
    folder: str,
    said: Said,
    as_of: date | None,
    output: str,
    lang: Lang,
    strict_plugins: bool,
    block: tuple[str, ...],
) -> int:
    """Tampilkan perkara yang masih terbuka menurut batas waktunya, atau tulis sebagai berkas kalender."""
    # Of all verbs only this one looks at the clock: what is urgent is urgent today. The day is printed.
    day = as_of or datetime.now().astimezone().date()
    try:
        read_other = through_plugins(lang, strict=strict_plugins, block=block)
        work = opened(folder, read_other, said=said, as_of=day, calendar=calendar_for)
    except InputError as error:
        show_problems(error.problems, output, lang)
        return UNUSABLE
    found = work.docket
    left_out = list(_left_out(found, work.workdays, day, lang))
    if output == "json":
        problems = problems_json(work.problems, lang)
        open_cases = docket_json(found, lang)
        show_json("deadlines", DeadlinesJson(as_of=day.isoformat(), **open_cases, problems=problems))
    elif output == "ics":
        tell((*problem_lines(work.problems, lang), *left_out))
        click.echo(calendar_file(_events(found, work, lang), lang), nl=False)
    else:
        show((*_lines(found, work, lang), *map(wrapped, left_out)))
    return UNUSABLE if work.problems else FINE


def _lines(found: Docket, work: Dossier, lang: Lang) -> Iterator[str]:
    yield wrapped(title_line(work, lang), then="  ")
    yield from problem_lines(work.problems, lang)
    yield ""
    year = work.year
    for case in found.cases:
        first = f"{_when(case, lang):<{_WHEN}}{format_date(case.deadline.due_on, lang):<{_DAY}}"
        yield wrapped(_called(case, year, lang), first=first, then=" " * (_WHEN + _DAY))
        for caveat in _doubts(case, lang):
            yield wrapped(caveat, first=" " * (_WHEN + _DAY), then=" " * (_WHEN + _DAY))
    if found.cases:
        yield ""
    yield wrapped(_total(found, lang))


def _left_out(found: Docket, workdays: WorkdayCalendar, day: date, lang: Lang) -> Iterator[str]:
    """Yield what has no due date, and what to install where only the calendar of a later year is lacking."""
    for register, count in found.undated:
        yield _UNDATED(lang).format(count=format_number(count, lang), register=label(register, lang))
    last = workdays.years[-1]
    if found.undated and day.year >= last and not workdays.estimated_years:
        yield unknown_year(last + 1, workdays, lang)


def _when(case: Pending, lang: Lang) -> str:
    """Return how far away the due date is: *lewat 3 hari · hari ini · 3 hari lagi*.

    On the weekend behind it no working day has passed yet: then it is only *lewat*.
    """
    if _sign(case) < 0:
        return (_PAST if case.days_left else _JUST_PAST).fill(days=-case.days_left)(lang)
    return _LEFT.fill(days=case.days_left)(lang) if _sign(case) else _TODAY(lang)


def _sign(case: Pending) -> int:
    """Return -1 for a case whose due date has passed, 0 where it is today, 1 where it lies ahead."""
    return -1 if case.state is State.OPEN_LATE else int(case.days_left > 0)


def _doubts(case: Pending, lang: Lang) -> Iterator[str]:
    if case.deadline.conflict:
        days = ", ".join(format_date(day, lang) for day in case.deadline.conflict)
        yield _CONFLICT(lang).format(days=days)
    if case.deadline.estimated:
        yield _ESTIMATED(lang)


def _total(found: Docket, lang: Lang) -> str:
    if not found.cases:
        return _NONE(lang)
    signs: Counter[int] = Counter()
    for case in found.cases:
        signs[_sign(case)] += case.count
    return _TOTAL(lang).format(
        count=format_number(signs.total(), lang), past=signs[-1], today=signs[0], left=signs[1]
    )


_PAST = Bilingual("lewat {days} hari", "{days} {days:day|days} past")
_JUST_PAST = Bilingual("lewat", "past")
_TODAY = Bilingual("hari ini", "today")
_LEFT = Bilingual("{days} hari lagi", "{days} {days:day|days} left")
_CONFLICT = Bilingual(
    "Bergantung pada {days}: cuti bersama menurut satu keputusan saja.",
    "It hangs on {days}: joint leave by one decree only.",
)
_ESTIMATED = Bilingual(
    "Perkiraan: hari liburnya belum ditetapkan.", "An estimate: its holidays are not decreed yet."
)
_NONE = Bilingual("Tidak ada perkara terbuka yang diketahui.", "No open case is known.")
_TOTAL = Bilingual(
    "{count} perkara terbuka: {past} lewat, {today} hari ini, {left} belum. Dihitung dalam hari kerja; kasasi"
    " dalam hari kalender.",
    "{count} open cases: {past} past, {today} today, {left} ahead. Days are working days; for cassation"
    " calendar days.",
)
_UNDATED = Bilingual(
    "Tanpa batas waktu: {count} {register} terbuka yang tanggalnya tidak tercatat atau di luar kalender.",
    "Without a due date: {count} open {register} whose dates are not recorded or lie outside the calendar.",
)
