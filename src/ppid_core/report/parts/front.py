"""What stands before the chapters: cover, foreword, contents, the page of key figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ppid_core.language import by_number
from ppid_core.model import Absent, Measure
from ppid_core.report.blocks import Block, Column, Contents, Table
from ppid_core.report.document import Cover
from ppid_core.report.material import Material, capital, section
from ppid_core.report.parts.agencies import late_agencies
from ppid_core.report.parts.conclusion import signature
from ppid_core.report.parts.follow_up import followed_up_at_a_glance
from ppid_core.report.parts.information_lists import lists_told
from ppid_core.report.parts.monthly import month_chart
from ppid_core.report.parts.refusals import refusals_at_a_glance
from ppid_core.report.parts.requests import outcomes_told
from ppid_core.report.parts.response import at_a_glance
from ppid_core.report.parts.service import money
from ppid_core.report.parts.year_on_year import risen_and_fallen
from ppid_core.report.prose import passage, run_on
from ppid_core.report.sentences import OBJECTED, RECEIVED
from ppid_core.report.text import running, text
from ppid_core.report.values import Counted, Ratio, Value


def title(material: Material) -> str:
    """Return the title of the document."""
    period = " ".join(map(capital, material.period_words.split()))
    return material.t(
        f"Laporan Layanan Informasi Publik {period}",
        f"Report on the Information Service in {material.period_words}",
    )


def cover(material: Material) -> Cover:
    """Return the cover."""
    body = material.year.body
    return Cover(
        lines=tuple(
            line
            for line in (
                title(material),
                body.ppid or material.t("Pejabat Pengelola Informasi dan Dokumentasi", "Information Officer"),
                body.name,
            )
            if line
        ),
        logo=material.pictures.get(body.logo),
    )


@section("foreword", "Kata Pengantar", "Foreword")
def foreword(material: Material) -> Iterator[Block]:
    """Yield the city's own foreword, signed; nothing where none is written."""
    yield from passage(material, "kata-pengantar")
    if material.year.narrative.passage("kata-pengantar"):
        yield from signature(material)


@section("contents", "Daftar Isi", "Contents")
def contents(_: Material) -> Iterable[Block]:
    """Return the place of the contents."""
    return (Contents(),)


@section("key_figures", "Ringkasan Eksekutif", "Key Figures")
def key_figures(material: Material) -> Iterator[Block]:
    """Yield the page of key figures: five numbers, what a commission asks first, the monthly chart."""
    yield _table(material)
    yield from run_on((*material.sentence(RECEIVED), *outcomes_told(material)))
    yield from risen_and_fallen(material)
    yield from month_chart(material)
    yield from refusals_at_a_glance(material)
    yield from run_on((*at_a_glance(material), *late_agencies(material)))
    yield from material.sentence(OBJECTED)
    yield from run_on(lists_told(material))
    yield from run_on(money(material))
    yield from followed_up_at_a_glance(material)


def _table(material: Material) -> Table:
    t = material.t
    figures: tuple[tuple[str, Value, str], ...] = (
        (t("permohonan", "requests"), material.value(Measure.REQUESTS_TOTAL), ""),
        (
            t("permohonan dikabulkan seluruhnya atau sebagian", "granted in full or in part"),
            _granted(material),
            _refused(material),
        ),
        (t("keberatan", "objections"), material.value(Measure.OBJECTIONS_TOTAL), ""),
        (t("sengketa", "disputes"), material.value(Measure.DISPUTES_TOTAL), ""),
        (t("informasi tersedia", "of information available"), material.value(Measure.SHARE), ""),
    )
    return Table(
        key="key_figures",
        columns=(
            Column(key="label", title=t("Pokok", "Subject")),
            Column(key="figure", title=t("Angka", "Figure")),
            Column(key="words", title=t("Dengan kata", "In words")),
        ),
        rows=tuple(
            (name, figure, "; ".join(filter(None, (_words(material, figure), aside))))
            for name, figure, aside in figures
        ),
        caption=t("Lima angka pokok", "Five key figures"),
    )


def _refused(material: Material) -> str:
    """Return how many were refused: whoever sees what was given asks for it next."""
    refused = material.value(Measure.REQUESTS_REFUSED)
    if isinstance(refused, Absent):
        return ""
    return f"{material.t('ditolak', 'refused')}: {text(refused, material.lang)}"


def _granted(material: Material) -> Value:
    """Return both kinds of grant together; absent where either is not known."""
    parts = (material.figure(Measure.REQUESTS_GRANTED), material.figure(Measure.REQUESTS_PARTLY_GRANTED))
    unknown = next((part for part in parts if isinstance(part, Absent)), None)
    return unknown or Counted(sum(parts))


def _words(material: Material, value: Value) -> str:
    """Return what stands under a figure: its words; of a share, part and whole; "" of an absent one."""
    if isinstance(value, Ratio):
        return material.t(
            f"{value.part} dari {value.whole} sel",
            f"{value.part} of {value.whole} {by_number(value.whole, 'cell', 'cells')}",
        )
    if isinstance(value, Counted):
        return running(value, material.lang).removeprefix(text(value, material.lang)).strip(" ()")
    return ""
