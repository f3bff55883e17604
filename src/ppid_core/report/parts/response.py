"""How long answers took: the sentences, and the classes with their chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from ppid_core.glossary import say_span
from ppid_core.language import Bilingual
from ppid_core.model import Absent, Measure, Reason
from ppid_core.report.absences import missing, unknown
from ppid_core.report.blocks import Block, Chart, Paragraph
from ppid_core.report.material import Material, section
from ppid_core.report.parts.breakdowns import CLASSES, breakdown_table, caption_of, table_key
from ppid_core.report.parts.comparison import drawn
from ppid_core.report.parts.requests import enumerated
from ppid_core.report.parts.spread import is_enough, spread, time_notes
from ppid_core.report.sentences import (
    IN_TIME,
    IN_TIME_NONE,
    IN_TIME_OF_FEW,
    MEDIAN,
    RESPONSE,
    STANDARD,
    STANDARD_NONE,
    TIMELINESS,
    UNTIMED,
    WITHIN,
)
from ppid_core.summary import UNNAMED
from ppid_core.writing import format_number


@section("response_time", "Waktu Pemenuhan Permohonan", "Response Time")
def response_time(material: Material) -> Iterator[Block]:
    """Tell how long answers took, or why that is not known."""
    return _blocks(material, _class_chart(material), spread(material))


def in_brief(material: Material) -> Iterator[Block]:
    """Yield what an announcement tells of it: how long it took, how many in time, and the classes."""
    yield from material.sentence(RESPONSE)
    yield from _in_time(material)
    yield from _stated_only(material)
    yield from breakdown_table(material, CLASSES, *time_notes(material))
    yield from missing(material, "response_time")
    yield from _judged_by(material)


def at_a_glance(material: Material) -> Iterator[Block]:
    """Yield what the summary page tells of it: the median and the share in time, or why there is none."""
    yield from material.sentence(MEDIAN)
    yield from _in_time(material)
    # The chapter cites the law for it; here a sentence is enough.
    yield from (Paragraph(content=(notice.text,)) for notice in missing(material, "response_time"))


def _blocks(material: Material, *more: Iterable[Block]) -> Iterator[Block]:
    """Yield the sentences and the classes, what more is told, and what all that rests on."""
    yield from _sentences(material)
    yield from breakdown_table(material, CLASSES, *time_notes(material))
    yield from chain.from_iterable(more)
    yield from missing(material, "response_time")
    yield from _judged_by(material)


def _judged_by(material: Material) -> Iterator[Block]:
    """Say what the judgement of time rests on: an estimate, or the general standard of service."""
    yield from _by_estimate(material)
    # The general standard judged where that of the body is another, or not known.
    for finding in material.found("L905"):
        yield material.notice(Bilingual(finding.sentence("id"), finding.sentence("en")), finding.basis)


def _by_estimate(material: Material) -> Iterator[Block]:
    """Say where last days rest on estimated holidays, or cannot be counted for want of a calendar."""
    time = material.figure("requests.response_time")
    if isinstance(time, Absent) and time.reason is Reason.NO_CALENDAR:
        yield unknown(material, Bilingual("Waktu pemenuhan permohonan", "Response time"), time)
    scope = material.summary.scope
    years = () if scope is None else scope.estimated_years
    passed = {finding.subject for finding in material.found("L903")}
    if told := [str(year) for year in years if f"calendar:{year}" in passed]:
        named = ", ".join(told)
        yield material.said(
            f"Batas waktu yang melewati tahun {named} dihitung dengan perkiraan hari libur: hari libur tahun"
            " itu belum ditetapkan.",
            f"Last days that pass {named} rest on estimated holidays: no decree fixes them yet.",
        )


def _sentences(material: Material) -> Iterator[Block]:
    """Yield the sentences: how long, how many in time, and which share of what can be judged."""
    yield from material.sentence(RESPONSE)
    if is_enough(material, "requests.response_time.count"):
        yield from material.sentence(WITHIN)
    if material.figure("requests.total") != 0:
        yield from enumerated(material, TIMELINESS, material.t("Menurut waktunya, ", "By their time, "))
        if material.figure("requests.untimed_unread"):
            yield from material.sentence(UNTIMED)
        yield from _in_time(material)
    is_any_in_time = material.figure(Measure.STANDARD_IN_TIME) != 0
    yield from material.sentence(STANDARD if is_any_in_time else STANDARD_NONE)
    yield from _stated_only(material)


def _in_time(material: Material) -> Iterator[Block]:
    """Yield the share in time; of fewer than ten no percentage is told, of none nothing."""
    if material.figure("requests.judged") == 0:
        return
    sentence = IN_TIME if is_enough(material, "requests.judged") else IN_TIME_OF_FEW
    if material.figure(Measure.CLOSED_IN_TIME) == 0:
        sentence = IN_TIME_NONE
    for paragraph in material.sentence(sentence):
        yield paragraph
        if material.figure("requests.timeliness.open_late"):
            yield material.said(
                "Permohonan terbuka yang sudah lewat waktu ikut dihitung sebagai tidak tepat waktu.",
                "Open requests whose time has passed count as not in time.",
            )


def _stated_only(material: Material) -> Iterator[Block]:
    """Say what the text states of the mean, or that classes alone are known."""
    mean = material.figure("requests.response_time.mean")
    if isinstance(mean, Absent) and mean.detail:
        yield material.said(
            f"Rata-rata waktu pemenuhan tidak dihitung dari register; naskah menyebut {mean.detail}.",
            f"The mean response time is not counted from the register; the text says {mean.detail}.",
        )
    elif isinstance(mean, Absent) and _is_known(material.figure(CLASSES.path)):
        title = Bilingual("Rata-rata dan median waktu pemenuhan", "Mean and median of response time")
        yield unknown(material, title, mean)


def _is_known(breakdown: Mapping[str, int] | Absent) -> bool:
    return not isinstance(breakdown, Absent) and any(breakdown.values())


def _class_chart(material: Material) -> Iterator[Chart]:
    classes = material.figure(CLASSES.path)
    if not _is_known(classes):
        return
    days = material.t("hari kerja", "working days")
    whole = format_number(sum(classes.values()), material.lang)
    told = "; ".join(
        f"{UNNAMED[slug](material.lang)} {format_number(number, material.lang)}"
        if slug in UNNAMED
        else f"{say_span(slug, material.lang)} {days} {format_number(number, material.lang)}"
        for slug, number in classes.items()
    )
    chart = Chart(
        key="response_classes_chart",
        kind="bars",
        table=table_key(CLASSES),
        category="name",
        series=("count",),
        ordered=True,
        title=caption_of(CLASSES, material.lang),
        subtitle=material.t(
            f"Jumlah permohonan menurut hari kerja, seluruhnya {whole}",
            f"Number of requests by working days, {whole} in all",
        ),
        alt=material.t(f"Permohonan menurut waktu: {told}.", f"Requests by time: {told}."),
    )
    for table in breakdown_table(material, CLASSES):
        yield drawn(material, chart, table)
