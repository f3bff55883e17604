"""The year beside those before it: what rose and fell, up to five years as lines, and where they break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ppid_core.glossary import label, say
from ppid_core.language import Bilingual
from ppid_core.model import Absent, Measure, Reason, Register
from ppid_core.report.blocks import Block, Chart, Column, Table
from ppid_core.report.material import Material, capital, section
from ppid_core.report.parts.comparison import TwoYears, change, growth
from ppid_core.report.text import running
from ppid_core.report.values import Counted, Value, measured
from ppid_core.summary import Break, BreakKind, Origin, Series
from ppid_core.writing import format_number
from ppid_core.writing.numbers import EXACT

MAIN = (
    Measure.REQUESTS_TOTAL,
    Measure.REQUESTS_REFUSED,
    Measure.RESPONSE_MEDIAN,
    Measure.OBJECTIONS_TOTAL,
    Measure.DISPUTES_TOTAL,
    Measure.SUITS_TOTAL,
    Measure.SHARE,
    Measure.ALLOCATED,
    Measure.REALISED,
    Measure.VISITS,
)
"""What stands beside the year before; parts of it do so in the tables of their chapters."""
_TOLD = (Measure.REQUESTS_TOTAL, Measure.REQUESTS_REFUSED, Measure.OBJECTIONS_TOTAL, Measure.DISPUTES_TOTAL)
"""What the page of key figures says of it, and what is drawn over the years."""
_FEWEST_YEARS = 3
"""Of two years the table says all; a line needs more."""


@section("year_on_year", "Perbandingan dengan Tahun Sebelumnya", "Beside Earlier Years")
def compared(material: Material) -> Iterator[Block]:
    """Yield the main figures beside those of the year before, and up to five years as lines; or nothing."""
    if rows := tuple(_rows(material)):
        yield _beside_last(material, rows)
    if len(material.history.years) >= _FEWEST_YEARS or material.history.last is None:
        yield from _over_years(material)


def risen_and_fallen(material: Material) -> Iterator[Block]:
    """Yield the sentence that says what rose and what fell since the year before; nothing without one.

    What it rose to stands above it.
    """
    if material.history.last is None:
        return
    told = [said for measure in _TOLD if (said := _moved(material, measure))]
    if told:
        yield material.said(
            f"Dibandingkan dengan tahun {_last(material)}: {'; '.join(told)}.",
            f"Compared with the year {_last(material)}: {'; '.join(told)}.",
        )


def _moved(material: Material, measure: Measure) -> str:
    series = material.history.series(measure)
    if isinstance(series.change, Absent):
        return ""
    name, change = label(measure, material.lang), int(series.change)
    if not change:
        return material.t(f"{name} tetap", f"{name} as before")
    by, share = running(Counted(abs(change)), material.lang), _share(material, series)
    risen, fallen = Bilingual("naik", "up"), Bilingual("turun", "down")
    return f"{name} {(risen if change > 0 else fallen)(material.lang)} {by}{share}"


def _share(material: Material, series: Series) -> str:
    """Return the change as a percentage within a sentence, "" where there is none."""
    if isinstance(series.growth, Absent):
        return ""
    percent = format_number(EXACT.scaleb(series.growth.copy_abs(), 2), material.lang)
    return material.t(f" atau {percent} persen", f" or {percent} percent")


def _last(material: Material) -> int:
    return material.year.period.year - 1


def _beside_last(material: Material, rows: tuple[tuple[Value, ...], ...]) -> Table:
    t, own = material.t, material.year.period.year
    return Table(
        key="year_on_year",
        columns=(
            Column(key="name", title=t("Pokok", "Subject")),
            Column(key="last", title=t("Tahun lalu", "Last year")),
            Column(key="latest", title=t("Tahun ini", "This year")),
            Column(key="change", title=t("Perubahan", "Change")),
            Column(key="growth", title=t("Persentase", "Percentage")),
        ),
        rows=rows,
        caption=t(f"Angka pokok tahun {own} dan {own - 1}", f"Main figures of {own} and {own - 1}"),
        notes=(*_sources(material, [own - 1]), *_rest(material), *breaks(material, MAIN, since=own)),
    )


def _rest(material: Material) -> tuple[str, ...]:
    """Return the line that says of last year's other figures that nobody typed them; none beside a report."""
    year = _last(material)
    if material.history.last_report is not None:
        return ()
    return (
        material.t(
            f"Angka tahun {year} yang tidak disebut di rekap tidak dibandingkan, di sini dan di bab lainnya.",
            f"What rekap does not tell of {year} is compared neither here nor in the chapters.",
        ),
    )


def tells(material: Material, register: Register, year: int) -> bool:
    """Tell whether a total of a year that only lines of comparison tell stands in a table of this section."""
    path, history = f"{register}.total", material.history
    if year in history.reports or year not in history.years:
        return False
    is_over_years = len(history.years) >= _FEWEST_YEARS or history.last is None
    return path in MAIN if year == _last(material) else is_over_years and path in _TOLD


def _rows(material: Material) -> Iterator[tuple[Value, ...]]:
    """Yield a row for each figure that both years tell, or one of them."""
    history = material.history
    if history.last is None:
        return
    for measure in MAIN:
        before, latest = measured(history.last.summary, measure), material.value(measure)
        series = history.series(measure)
        if history.last_report is None and isinstance(series.before, Absent):
            continue  # lines of comparison tell what they tell; a note says so of the rest
        if not any(_is_something(value) for value in (series.before, series.latest)):
            continue
        both = TwoYears(before, latest)
        by, share = _change(material, series, both), _growth(material, series, both)
        yield capital(label(measure, material.lang)), before, latest, by, share


def _is_something(value: int | Decimal | Absent) -> bool:
    return not isinstance(value, Absent) and value != 0


def _change(material: Material, series: Series, both: TwoYears) -> Value:
    """Return the change with its sign, or why there is none."""
    if isinstance(series.change, Absent):
        return _NO_BASE if isinstance(series.before, Absent) else series.change
    return change(material, both)


def _growth(material: Material, series: Series, both: TwoYears) -> str | Absent:
    """Return the change as a percentage; absent with its reason, of a share "": its change says all."""
    if series.path == Measure.SHARE:
        return ""
    if isinstance(series.growth, Absent):
        return _NO_BASE if isinstance(series.before, Absent) else series.growth
    return growth(material, both)


_NO_BASE = Absent(Reason.NO_BASE)


def _over_years(material: Material) -> Iterator[Block]:
    """Yield the table of years, and a line for each figure that all of them tell."""
    years = list(material.history.years)
    series = {measure: material.history.series(measure) for measure in _TOLD}
    known = {measure: one for measure, one in series.items() if _is_known(one)}
    if not known:
        return
    yield Table(
        key="years",
        columns=(
            Column(key="year", title=material.t("Tahun", "Year")),
            *(_column(material, measure) for measure in known),
        ),
        rows=tuple(
            (str(year), *(one.points[place].value for one in known.values()))
            for place, year in enumerate(years)
        ),
        caption=material.t(
            f"Angka pokok tahun {years[0]}–{years[-1]}", f"Main figures, {years[0]}–{years[-1]}"
        ),
        notes=(*_sources(material, years[:-1]), *breaks(material, known, since=years[1])),
    )
    for measure, one in known.items():
        if len(years) >= _FEWEST_YEARS and not any(isinstance(point.value, Absent) for point in one.points):
            yield _line(material, measure, one)


def _is_known(series: Series) -> bool:
    return any(not isinstance(point.value, Absent) for point in series.points[:-1])


def _column(material: Material, measure: Measure) -> Column:
    return Column(key=_key(measure), title=capital(label(measure, material.lang)))


def _key(measure: Measure) -> str:
    return measure.replace(".", "_")


def _line(material: Material, measure: Measure, series: Series) -> Chart:
    name, lang = capital(label(measure, material.lang)), material.lang
    first, last = series.points[0], series.points[-1]
    told = "; ".join(f"{point.year}: {say(point.value, lang)}" for point in series.points)
    broken = ", ".join(str(one.year) for one in series.breaks)
    ends = f"{first.year}: {say(first.value, lang)} · {last.year}: {say(last.value, lang)}"
    mark = material.t(f" · patahan: {broken}", f" · breaks: {broken}") if broken else ""
    return Chart(
        key=f"years_{_key(measure)}",
        kind="line",
        table="years",
        category="year",
        series=(_key(measure),),
        ordered=True,
        title=material.t(f"{name} dari tahun ke tahun", f"{name} year by year"),
        subtitle=f"{ends}{mark}",
        alt=f"{name}: {told}.{mark}",
    )


def _sources(material: Material, years: Iterable[int]) -> tuple[str, ...]:
    """Return the line that says where figures of earlier years come from."""
    known = [(year, material.history.years[year][1]) for year in years if year in material.history.years]
    origins: Sequence[tuple[Origin, Bilingual]] = (
        (Origin.REPORT, Bilingual("laporan tahun {years}", "report of {years}")),
        (
            Origin.TYPED,
            Bilingual("angka pembanding di rekap ({years})", "lines of comparison in rekap ({years})"),
        ),
    )
    told = [
        words.fill(years=", ".join(named))(material.lang)
        for origin, words in origins
        if (named := [str(year) for year, of in known if of is origin])
    ]
    return (material.t(f"Sumber: {'; '.join(told)}.", f"Source: {'; '.join(told)}."),)


def breaks(material: Material, measures: Iterable[Measure], *, since: int) -> tuple[str, ...]:
    """Return a line for each break of the figures that are told, once."""
    told = (material.history.series(measure) for measure in measures)
    known = (series for series in told if not isinstance(series.latest, Absent))
    found = (one for series in known for one in series.breaks if one.year >= since)
    lines = (_WORDS[one.kind].fill(**_facts(material, one))(material.lang) for one in found)
    return tuple(dict.fromkeys(lines))


def _facts(material: Material, one: Break) -> dict[str, str]:
    def said(by: tuple[str, ...]) -> str:
        if one.kind is BreakKind.UNIT:
            return label(Register(by[0]), material.lang)
        return ", ".join(by)

    return {"year": str(one.year), "before": said(one.before), "after": said(one.after)}


_WORDS = {
    BreakKind.LAW: Bilingual(
        "Patahan {year}: sejak tahun itu laporan mengikuti {after}, sebelumnya {before}.",
        "Break in {year}: from that year the report follows {after}, before it {before}.",
    ),
    BreakKind.UNIT: Bilingual(
        "Patahan {year}: sejak tahun itu yang dihitung {after}, sebelumnya {before}.",
        "Break in {year}: from that year {after} are counted, before it {before}.",
    ),
    BreakKind.AGENCIES: Bilingual(
        "Patahan {year}: daftar OPD berubah, sehingga ketersediaan tidak dihitung atas OPD yang sama.",
        "Break in {year}: the list of agencies changed, so that availability is not of the same agencies.",
    ),
}
