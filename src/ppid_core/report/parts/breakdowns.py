"""The tables of the breakdowns: each that the year tells, once, and what was typed of other years."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from ppid_core.glossary import label
from ppid_core.glossary.vocabulary import is_word, part_label
from ppid_core.language import Bilingual, Lang, by_number
from ppid_core.model import (
    Absent,
    AgencyRef,
    Aggregate,
    Breakdown,
    CountUnit,
    Dimension,
    Reason,
    Register,
    Request,
    breakdowns_of,
)
from ppid_core.report.blocks import Block, Chart, Column, Items, Paragraph, Table
from ppid_core.report.material import Material, capital
from ppid_core.report.parts.comparison import beside_parts, counterpart, drawn
from ppid_core.report.parts.year_on_year import tells
from ppid_core.report.prose import joined
from ppid_core.report.row_tables import Line, RowColumn, contradicted, row_table, sum_of_parts
from ppid_core.report.text import running, text
from ppid_core.report.values import SMALLEST_WHOLE_FOR_PERCENT, Counted, Phrase, Ratio, Typed
from ppid_core.summary import UNNAMED, listed, parts_of
from ppid_core.summary.joint import turned
from ppid_core.summary.rows import Case, naming, placed, rows_of
from ppid_core.writing import format_number, month_name


def _with_bars(material: Material, tables: Iterable[Table]) -> Iterator[Block]:
    """Yield tables of a breakdown of requests, each with its chart; of one part alone none is drawn."""
    for table in tables:
        yield table
        if len(table.rows) > 1:
            yield _bars(material, table)


def _bars(material: Material, table: Table) -> Chart:
    lang = material.lang
    told = "; ".join(f"{text(name, lang)} {text(count, lang)}" for name, count, *_ in table.rows)
    number = text(table.total[1], lang) if table.total else ""
    whole = material.t(f", seluruhnya {number}", f", {number} in all") if number else ""
    chart = Chart(
        key=f"{table.key}_chart",
        kind="bars",
        table=table.key,
        category="name",
        series=("count",),
        title=table.caption,
        subtitle=material.t("Jumlah permohonan", "Number of requests") + whole,
        alt=f"{table.caption}: {told}.",
    )
    return drawn(material, chart, table)


_ORDERED = frozenset({Dimension.MONTH, Dimension.TIME})
"""Their categories have an order of their own: each is told, also the empty ones."""
_KEYS: Mapping[tuple[Register, Dimension], str] = {
    (Register.REQUESTS, Dimension.OUTCOME): "outcomes",
    (Register.REQUESTS, Dimension.CHANNEL): "channels",
    (Register.REQUESTS, Dimension.APPLICANT): "applicants",
    (Register.REQUESTS, Dimension.REFUSAL_REASON): "refusal_reasons",
    (Register.REQUESTS, Dimension.PARTIAL_REASON): "partial_reasons",
    (Register.REQUESTS, Dimension.TIME): "response_classes",
    (Register.OBJECTIONS, Dimension.GROUND): "objection_grounds",
    (Register.OBJECTIONS, Dimension.ANSWER): "objection_answers",
    (Register.DISPUTES, Dimension.RESULT): "dispute_results",
}
"""The tables that programs know by a name of their own; in this order they come first."""
_CAPTIONS: Mapping[tuple[Register, Dimension], Bilingual] = {
    (Register.REQUESTS, Dimension.REFUSAL_REASON): Bilingual("Alasan penolakan", "Reasons of refusal"),
    (Register.REQUESTS, Dimension.PARTIAL_REASON): Bilingual(
        "Alasan pengabulan sebagian", "Reasons of partial grants"
    ),
    (Register.REQUESTS, Dimension.TIME): Bilingual(
        "Permohonan menurut waktu pemenuhan", "Requests by response time"
    ),
}
"""What a table is called where its labels do not say it."""
_HEADINGS: Mapping[Dimension, Bilingual] = {
    Dimension.TIME: Bilingual("Hari kerja", "Working days"),
    Dimension.REFUSAL_REASON: Bilingual("Alasan", "Reason"),
    Dimension.PARTIAL_REASON: Bilingual("Alasan", "Reason"),
    Dimension.GROUND: Bilingual(
        "Alasan (UU 14/2008 Pasal 35 ayat (1))", "Ground (UU 14/2008 Pasal 35 ayat (1))"
    ),
}
"""What stands above the categories where their label does not say it."""
_OVERLAPPING: Mapping[Dimension, Bilingual] = {
    Dimension.GROUND: Bilingual(
        "Satu keberatan dapat memuat beberapa alasan.", "One objection may have several grounds."
    ),
    Dimension.STAGE: Bilingual(
        "Satu sengketa dapat melalui beberapa tahap.", "One dispute may go through several stages."
    ),
}
"""Why one case may fall into several parts; of a new dimension, only that it may."""
_MANY = Bilingual("Satu perkara dapat termasuk beberapa bagian.", "One case may fall into several parts.")
REASONS = breakdowns_of(Register.REQUESTS)[Dimension.REFUSAL_REASON]
CLASSES = breakdowns_of(Register.REQUESTS)[Dimension.TIME]
OUTCOMES = breakdowns_of(Register.REQUESTS)[Dimension.OUTCOME]
KINDS = breakdowns_of(Register.REQUESTS)[Dimension.INFORMATION]
AGENCIES = breakdowns_of(Register.REQUESTS)[Dimension.AGENCY]
_DRAWN = frozenset({REASONS, breakdowns_of(Register.REQUESTS)[Dimension.CHANNEL]})
"""The breakdowns that have a chart."""
PURPOSES = breakdowns_of(Register.REQUESTS)[Dimension.PURPOSE]
_ELSEWHERE = frozenset({AGENCIES, CLASSES, PURPOSES, breakdowns_of(Register.REQUESTS)[Dimension.MONTH]})
"""Printed with what became of them, beside the other figures of time, by rows, and month by outcome."""


def is_compared(breakdown: Breakdown) -> bool:
    """Tell whether last year stands beside a breakdown: those of every report, and all of agencies."""
    return (breakdown.register, breakdown.dimension) in _KEYS or breakdown.dimension is Dimension.AGENCY


def table_key(breakdown: Breakdown) -> str:
    """Return the key of the table of a breakdown."""
    known = _KEYS.get((breakdown.register, breakdown.dimension))
    return known or f"{breakdown.register}_by_{breakdown.dimension}"


def caption_of(breakdown: Breakdown, lang: Lang) -> str:
    """Return what the table of a breakdown is called."""
    odd = _CAPTIONS.get((breakdown.register, breakdown.dimension))
    by = "menurut" if lang == "id" else "by"
    return odd(lang) if odd else f"{_head(breakdown.register, lang)} {by} {label(breakdown.dimension, lang)}"


def _heading(breakdown: Breakdown, lang: Lang) -> str:
    odd = _HEADINGS.get(breakdown.dimension)
    return odd(lang) if odd else _head(breakdown.dimension, lang)


def _head(member: Register | Dimension, lang: Lang) -> str:
    return capital(label(member, lang))


def broken_down(material: Material, register: Register) -> Iterator[Block]:
    """Yield each breakdown of a register that the year tells, those of every report first.

    What can be said in words stands before the tables, as a list.
    """
    order = [dimension for of, dimension in _KEYS if of is register]
    kept = [one for one in breakdowns_of(register).values() if one not in _ELSEWHERE]
    places = {dimension: place for place, dimension in enumerate(order)}
    listed_first = sorted(kept, key=lambda one: places.get(one.dimension, len(places)))
    told = [one for one in listed_first if not material.summary.repeats_requests(one)]
    words = {one: said for one in told if (said := _in_words(material, one))}
    if words:
        yield Items(items=tuple((said,) for said in words.values()))
    for one in told:
        if one not in words:
            tables = breakdown_table(material, one, breakdown_source(material, one))
            yield from _with_bars(material, tables) if one in _DRAWN else tables


def breakdown_told(material: Material, breakdown: Breakdown) -> tuple[Block, ...]:
    """Return the breakdown as a sentence where one says all of it, else as its table."""
    said = _in_words(material, breakdown)
    if said:
        return (Paragraph(content=(said,)),)
    return breakdown_table(material, breakdown, breakdown_source(material, breakdown))


def _in_words(material: Material, breakdown: Breakdown) -> str:
    """Return the sentence that says all of a breakdown: of one part, or of the months of few cases."""
    lang, whole = material.lang, material.summary.whole(breakdown.path)
    parts = {part: number for part, number in parts_of(material.figure(breakdown.path)).items() if number}
    if not parts or sum(parts.values()) != whole:
        return ""
    caption, cases = caption_of(breakdown, lang), label(breakdown.register, lang)
    if lang == "en":
        cases = by_number(whole, cases.removesuffix("s"), cases)
    if breakdown.dimension is Dimension.MONTH and whole < SMALLEST_WHOLE_FOR_PERCENT:
        months = (f"{_words(material, breakdown, part)} {number}" for part, number in parts.items())
        return f"{caption}: {joined(months, material.t('dan', 'and'))}."
    if len(parts) > 1:
        return ""
    (part,) = parts
    last = counterpart(material, breakdown) if is_compared(breakdown) else None
    if last is not None and any(number for key, number in last.parts.items() if key != part):
        return ""
    name, number = _words(material, breakdown, part), running(Counted(whole), lang)
    before = "" if last is None else f" ({last.year}: {text(last.before(part), lang)})"
    every = material.t("seluruhnya", "all") + " " if whole > 1 else ""
    is_typed = part not in UNNAMED and (breakdown.is_free or is_word(breakdown.dimension, part))
    return Phrase(f"{caption}: {every}", Typed(name) if is_typed else name, f", {number} {cases}{before}.")


def breakdown_source(material: Material, breakdown: Breakdown) -> str:
    """Return the line below the table of a breakdown: aggregate lines where they alone name the parts."""
    rows, register = _telling(material, breakdown.register), breakdown.register
    if not rows or (_is_stated(material, breakdown) and not _is_named(breakdown, rows)):
        return totals_source(material, register)
    return register_source(material, Register.REQUESTS if register is Register.APPLICANTS else register)


def register_source(material: Material, register: Register) -> str:
    """Return the line below a table of a register: its lines, or totals where none were typed."""
    lines = len(listed(rows_of(material.year, register)))
    if not lines:
        return totals_source(material, register)
    named, english = label(register), label(register, "en")
    number = format_number(lines, material.lang)
    return material.t(
        f"Sumber: register {named}, {number} baris.",
        f"Source: register of {english}, {number} {by_number(lines, 'line', 'lines')}.",
    )


def totals_source(material: Material, register: Register) -> str:
    """Return the line below a table of a register that only totals tell."""
    return material.t(
        f"Sumber: rekapitulasi {label(register)}.", f"Source: totals of {label(register, 'en')}."
    )


def _telling(material: Material, register: Register) -> tuple[Case, ...]:
    """Return the rows that tell of a register: of applicants, requests that count them."""
    rows = listed(rows_of(material.year, register))
    are_others = any(isinstance(row, Request) and row.unit is CountUnit.REQUEST for row in rows)
    return () if register is Register.APPLICANTS and are_others else rows


def _is_stated(material: Material, breakdown: Breakdown) -> bool:
    """Tell whether aggregate lines of this year name parts; any line may name a month."""
    lines = (one for one in material.year.aggregates if one.register is breakdown.register)
    is_month = breakdown.dimension is Dimension.MONTH
    return any(
        line.year is None and (line.period is not None if is_month else line.dimension is breakdown.dimension)
        for line in lines
    )


def _is_named(breakdown: Breakdown, rows: Iterable[Case]) -> bool:
    """Tell whether a row names its part."""
    if breakdown.dimension is Dimension.MONTH:
        return any(when is not None and when.month is not None for when, _ in map(placed, rows))
    return bool(breakdown.attribute) and any(map(naming(breakdown), rows))


def breakdown_table(
    material: Material, breakdown: Breakdown, *notes: str, counted: Mapping[str, int] | None = None
) -> tuple[Table, ...]:
    """Return the table of a breakdown; none where it is absent or empty.

    Shares are printed of a whole of ten or more only: of fewer, they say more than is known. Of a whole that
    nobody knows, or that its parts exceed, there is none.

    Args:
        material: the year and its figures.
        breakdown: what is broken down.
        notes: the lines below it.
        counted: its parts, where they are no figure of the summary.
    """
    parts = parts_of(material.figure(breakdown.path)) if counted is None else counted
    if not any(parts.values()):
        return ()
    is_beside = counted is None and is_compared(breakdown)
    last = counterpart(material, breakdown) if is_beside else None
    told, whole = sum(parts.values()), material.summary.whole(breakdown.path)
    adds_up = not breakdown.is_overlapping
    is_share = adds_up and breakdown.dimension is not Dimension.MONTH
    shares = is_share and told == whole and told >= SMALLEST_WHOLE_FOR_PERCENT
    heading, t = _heading(breakdown, material.lang), material.t
    shown = tuple(_shown(material, breakdown, parts, {} if last is None else last.parts))
    table = Table(
        key=table_key(breakdown),
        columns=(
            Column(key="name", title=heading, lang=names_lang(material, breakdown, dict(shown))),
            Column(key="count", title=t("Jumlah", "Count"), summed=adds_up),
            *([Column(key="share", title=t("Persentase", "Percentage"))] if shares else ()),
        ),
        rows=tuple(
            _line(part_name(material, breakdown, part), number, told, shares=shares) for part, number in shown
        ),
        caption=caption_of(breakdown, material.lang),
        total=_total(material, told, whole, shares=shares) if adds_up else None,
        notes=(*notes, *_contradictions(material, breakdown, told, whole)),
    )
    return (beside_parts(material, table, breakdown, [*dict(shown)]) if is_beside else table,)


def _shown(
    material: Material,
    breakdown: Breakdown,
    parts: Mapping[str, int],
    last: Mapping[str, int | Absent],
) -> Iterable[tuple[str, int]]:
    """Return the parts that are printed: those with an order of their own all, of agencies none is ranked.

    What last year tells of a part is a row, too, though this year has none of it.
    """
    if breakdown.dimension in _ORDERED:
        return parts.items()
    told = {part: parts.get(part, 0) for part in (*parts, *last) if parts.get(part) or last.get(part)}
    if breakdown.dimension is Dimension.AGENCY:
        return [(key, told[key]) for key in official(material, told)]
    return sorted(told.items(), key=lambda item: (item[0] in UNNAMED, -item[1]))


def part_name(material: Material, breakdown: Breakdown, part: str) -> str:
    """Return what a part is called: by its list, else as it was typed."""
    said, dimension = _words(material, breakdown, part), breakdown.dimension
    is_typed = dimension is Dimension.AGENCY or breakdown.is_free or is_word(dimension, part)
    return Typed(said) if is_typed and part not in UNNAMED else capital(said)


def names_lang(material: Material, breakdown: Breakdown, parts: Iterable[str]) -> Lang | None:
    """Return the language of the names of parts, where all are words that staff typed; else None.

    A column has one language: where some of its words are ours, it is left in that of the document.
    """
    is_typed = breakdown.dimension is Dimension.AGENCY or breakdown.is_free
    return material.typed_lang if is_typed and UNNAMED.keys().isdisjoint(parts) else None


def _words(material: Material, breakdown: Breakdown, part: str) -> str:
    """Return what a part is called within a sentence."""
    if part in UNNAMED:
        return UNNAMED[part](material.lang)
    if breakdown.dimension is Dimension.AGENCY:
        return agency_name(material, part)
    return part_label(breakdown.dimension, part, material.lang)


def agency_name(material: Material, key: str) -> str:
    """Return the short name of the agency that is counted under ``key``."""
    return material.agency(AgencyRef(typed=key, code=key))


def agency_key(material: Material, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the line that explains abbreviations of agencies; none where each name speaks for itself."""
    named = {agency.code: agency for agency in listed(material.year.agencies)}
    told = (named[key] for key in dict.fromkeys(keys) if key in named)
    words = "; ".join(f"{one.label} = {one.name}" for one in told if not one.name.startswith(one.label))
    return (Phrase(material.t("Singkatan OPD: ", "Abbreviations: "), Typed(words), "."),) if words else ()


def official(material: Material, keys: Iterable[str]) -> list[str]:
    """Return agencies in the order of their list, others after it: none is ranked."""
    places = {agency.code: place for place, agency in enumerate(listed(material.year.agencies))}
    return sorted(keys, key=lambda key: (key in UNNAMED, places.get(key, len(places))))


def _contradictions(
    material: Material, breakdown: Breakdown, told: int, whole: int | Absent
) -> Iterator[str]:
    """Yield why a breakdown has no shares: its parts overlap, or say more than their whole."""
    if not breakdown.is_overlapping:
        yield from contradicted(material, told, whole)
        return
    yield _OVERLAPPING.get(breakdown.dimension, _MANY)(material.lang)
    if material.summary.exceeds(breakdown.path):
        yield material.t(
            "Satu bagian melebihi jumlah seluruhnya.", "One of the parts is more than the whole."
        )


def _total(material: Material, told: int, whole: int | Absent, *, shares: bool) -> Line | None:
    """Return the last row: of an unknown whole none, of one that its parts exceed what these add up to."""
    if isinstance(whole, Absent):
        return None
    if told > whole:
        return sum_of_parts(material), told
    return _line(material.t("Jumlah", "Total"), told, told, shares=shares)


def _line(name: str, number: int, whole: int, *, shares: bool) -> Line:
    return (name, number, Ratio(number, whole)) if shares else (name, number)


def other_years(material: Material, register: Register) -> tuple[Table, ...]:
    """Return what aggregate lines say of other years, as it was typed: a comparison, never counted.

    What of it stands beside this year's figures already is not listed again.
    """
    typed = [one for one in material.year.aggregates if one.register is register and one.year is not None]
    lines = [one for one in typed if not _is_beside(material, one)]
    named, english = label(register), label(register, "en")
    source = material.t(
        f"Sumber: rekapitulasi {named}, {len(lines)} baris; tidak ikut dihitung.",
        f"Source: totals of {english}, {len(lines)} {by_number(len(lines), 'line', 'lines')}; not counted.",
    )
    caption = Bilingual(f"{capital(named)} tahun lain (pembanding)", f"{capital(english)} of other years")
    return row_table(material, f"{register}_of_other_years", caption, lines, _YEAR_FIELDS, notes=(source,))


def _is_beside(material: Material, line: Aggregate) -> bool:
    """Tell whether what a line says of another year stands beside a figure of this one."""
    history = material.history
    if line.second is None and line.dimension is None and line.period is None and line.year is not None:
        return tells(material, line.register, line.year)
    is_told = history.last is not None and line.year == history.last.year.period.year
    if not is_told or line.second is not None or history.last_report is not None:
        return False
    if line.dimension is not None and line.period is not None:
        return False
    breakdown = breakdowns_of(line.register)[line.dimension or Dimension.MONTH]
    is_printed = is_compared(breakdown) or breakdown.path == "requests.by_month"
    is_any = any(parts_of(material.figure(breakdown.path)).values())
    return is_printed and is_any and counterpart(material, breakdown) is not None


def _month(material: Material, line: Aggregate) -> str:
    month = None if line.period is None else line.period.month
    return "" if month is None else month_name(month, material.lang)


def _along(material: Material, line: Aggregate) -> str | None:
    return None if line.dimension is None else capital(label(line.dimension, material.lang))


def _typed(material: Material, line: Aggregate) -> str:
    """Return the words of a line; of one that names no part, that it is the whole."""
    if line.dimension is None:
        return "" if line.period else material.t("Seluruhnya", "All")
    if line.typed or line.dimension is Dimension.MONTH:
        return Typed(line.typed)
    return part_name(material, breakdowns_of(line.register)[line.dimension], line.category)


def _beside(say: Callable[[Material, Aggregate], str | None]) -> Callable[[Material, Aggregate], str | None]:
    """Return what says of a joint line along its second dimension what ``say`` says along the first."""

    def said(material: Material, line: Aggregate) -> str | None:
        return None if line.second is None else say(material, turned(line, line.second.dimension))

    return said


_YEAR_FIELDS: tuple[RowColumn[Aggregate], ...] = (
    RowColumn("year", "Tahun", "Year", lambda _, line: str(line.year)),
    RowColumn("month", "Bulan", "Month", _month),
    RowColumn("dimension", "Menurut", "By", _along),
    RowColumn("name", "Rincian", "Part", _typed),
    RowColumn("second_dimension", "Dan menurut", "And by", _beside(_along)),
    RowColumn("second_name", "Rincian kedua", "Second part", _beside(_typed)),
    RowColumn(
        "count",
        "Jumlah",
        "Count",
        lambda _, line: Absent(Reason.NO_COUNT) if line.count is None else line.count,
    ),
)
