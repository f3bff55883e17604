"""T101–T103: what the text says, in figures, rounded or in words, against what is counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from ppid_core.glossary import say, say_rough
from ppid_core.language import LANGS, Bilingual
from ppid_core.model import (
    Absent,
    Bound,
    FigureUnit,
    Measure,
    ServiceYear,
    StatedFigure,
)
from ppid_core.rules.casebook.aggregate_lines import part_subject
from ppid_core.rules.engine.evidence import Evidence, known, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns, part_of, term
from ppid_core.rules.engine.place import Placed, budget_key, places_of, row_key
from ppid_core.rules.engine.rule import Rule
from ppid_core.summary import UNREAD, listed
from ppid_core.writing import format_number, format_rupiah, read_words, spell
from ppid_core.writing.numbers import EXACT

_SEN = 100
_HALF = Decimal("0.5")
_DIGITS = 15
_PLACES = 6


def _rounds_to(figure: int | Decimal, claim: Decimal) -> bool:
    """Tell whether ``claim`` is ``figure``, rounded half up to the decimal places that the claim shows.

    Whole figures are never rounded: 51 is not 53, however it is written.
    """
    if figure == claim:
        return True
    exponent = claim.as_tuple().exponent
    if not isinstance(figure, Decimal) or not isinstance(exponent, int) or not -_PLACES <= exponent <= 0:
        return False
    return figure.quantize(claim, ROUND_HALF_UP, EXACT) == claim


def agrees(figure: int | Decimal, claim: Decimal, bound: Bound | None) -> bool:
    """Tell whether a figure is what a text says of it, as roughly as it says so.

    *Sekitar* holds up to a tenth of what is said, or up to the half of its last figure that is no zero where
    that is more; *hampir* down to a tenth below it; *40 lebih* as long as the figure before the zeros stays.
    """
    distance = EXACT.subtract(Decimal(figure), claim)
    near = EXACT.scaleb(claim, -1)
    match bound:
        case None:
            return _rounds_to(figure, claim)
        case Bound.MORE:
            return distance > 0
        case Bound.LESS:
            return distance < 0
        case Bound.AT_LEAST:
            return distance >= 0
        case Bound.AT_MOST:
            return distance <= 0
        case Bound.ABOUT:
            return distance.copy_abs() <= max(near, EXACT.multiply(last_place(claim), _HALF))
        case Bound.ALMOST:
            return near.copy_negate() <= distance < 0
        case Bound.OVER:
            return 0 < distance < last_place(claim)


def last_place(claim: Decimal) -> Decimal:
    """Return the value of the last figure that is no zero: 1,000 in 73,000."""
    exponent = claim.normalize(EXACT).as_tuple().exponent if claim else 0
    return Decimal((0, (1,), exponent)) if isinstance(exponent, int) else Decimal(1)


def read_amount_words(words: str) -> Decimal | None:
    """Return the rupiah that ``words`` say, *sen* included; None where they say no number."""
    whole, _, rest = words.casefold().strip(" ().").partition("rupiah")
    cents = rest.strip().removesuffix("sen")
    try:
        sen = EXACT.scaleb(Decimal(read_words(cents)), -2) if cents.strip() else Decimal(0)
        return EXACT.add(Decimal(read_words(whole)), sen)
    except ValueError:
        return None


def _spelled(number: int) -> str | None:
    """Return a count in words; None where it is too long to have any."""
    try:
        return spell(number)
    except ValueError:
        return None


def _spelled_rupiah(amount: Decimal) -> str | None:
    """Return an amount in words, *sen* included; None where it has none."""
    if amount.adjusted() >= _DIGITS:
        return None
    rupiah = int(amount)
    sen = EXACT.multiply(EXACT.subtract(amount, Decimal(rupiah)), Decimal(_SEN))
    if sen != int(sen):
        return None
    return f"{spell(rupiah)} rupiah {spell(int(sen))} sen" if sen else f"{spell(rupiah)} rupiah"


def _written(words: str, number: int | Decimal | None) -> Bilingual:
    """Return the words as typed and the number that they say."""
    if number is None:
        return Bilingual(f'"{words}" (tidak terbaca)', f'"{words}" (not readable)')
    return Bilingual(
        f'"{words}" ({format_number(number, "id")})', f'"{words}" ({format_number(number, "en")})'
    )


_NO_CLAIM = Bilingual(
    "tidak ada pernyataan yang dapat dibandingkan dengan hasil hitung",
    "no claim can be compared with a count",
)
_NO_WORDS = Bilingual("tidak ada angka yang ditulis dengan huruf", "no number is written in words")


def _figures_in_text(evidence: Evidence) -> Iterator[Finding]:
    """Yield each claim that differs from its count; a claim whose count is absent cannot be judged."""
    claims = [claim for claim in known(evidence.year.stated_figures) if _is_count(claim, evidence.year)]
    pairs = [(claim, evidence.summary.branch(claim.path)) for claim in present(claims, _NO_CLAIM)]
    if all(isinstance(figure, Absent) for _, figure in pairs):
        known(pairs[0][1])
    for claim, figure in pairs:
        if isinstance(figure, int | Decimal) and not _may_be(claim, figure, _hidden(claim, evidence)):
            yield Finding(
                subject=_subject(claim),
                sources=(claim.source, *places_of(_rows_behind(claim, evidence.year))),
                provided=claim.value,
                expected=figure,
                facts={
                    "what": part_of(term(claim.measure), claim.dimension, claim.category),
                    "said": Bilingual(*(say_rough(claim.value, claim.bound, lang) for lang in LANGS)),
                    "gap": _gap(claim, figure),
                },
            )


def _may_be(claim: StatedFigure, figure: int | Decimal, hidden: int) -> bool:
    """Tell whether a claim agrees with a count to which up to ``hidden`` unread ones may have to be added."""
    if agrees(figure, claim.value, claim.bound) or agrees(figure + hidden, claim.value, claim.bound):
        return True
    return figure < claim.value < figure + hidden


def _hidden(claim: StatedFigure, evidence: Evidence) -> int:
    """Return how many may belong to the part that a claim names, for what they are could not be read."""
    family, _, figure = claim.path.partition(".")
    breakdown, dot, _ = figure.partition(".")
    path = f"{family}.{breakdown}.{UNREAD}" if dot else f"{family}.{UNREAD}"
    hidden = evidence.summary.figure(path)
    return hidden if isinstance(hidden, int) else 0


def _gap(claim: StatedFigure, figure: int | Decimal) -> Bilingual:
    """Return by how much an exact claim is off; of a rough one that says nothing."""
    if claim.bound is not None:
        return Bilingual("", "")
    gap = EXACT.subtract(claim.value, Decimal(figure)).copy_abs()
    return Bilingual(f" (selisih {say(gap, 'id')})", f" (difference {say(gap, 'en')})")


def _is_count(claim: StatedFigure, year: ServiceYear) -> bool:
    """Leave out shares, other years and what the vocabulary has no word for."""
    of_this_year = claim.year in {None, year.period.year}
    return of_this_year and claim.unit is not FigureUnit.PERCENT and claim.measure is not Measure.OTHER


def _subject(claim: StatedFigure) -> str:
    if claim.dimension is None:
        return claim.path
    return part_subject(claim.path.removesuffix(f".{claim.category}"), claim.category)


def _rows_behind(claim: StatedFigure, year: ServiceYear) -> Sequence[Placed]:
    """Return the rows that were counted, else the aggregate lines that stand in for them."""
    family = claim.measure.partition(".")[0]
    rows: dict[str, Sequence[Placed]] = {
        "requests": listed(year.requests),
        "applicants": listed(year.requests),
        "objections": listed(year.objections),
        "disputes": listed(year.disputes),
        "suits": listed(year.suits),
        "compliance": () if isinstance(year.matrix, Absent) else year.matrix.rows,
        "budget": year.budget_lines,
        "staff": listed(year.service.staff),
        "visits": listed(year.service.visits),
    }
    lines = [line for line in year.aggregates if line.register == family]
    return rows.get(family, ()) or lines


def _amounts_in_words(evidence: Evidence) -> Iterator[Finding]:
    """Yield each allocation whose words say another amount, or none at all."""
    lines = enumerate(known(evidence.year.budget).lines, start=1)
    told = [(position, line) for position, line in lines if line.allocated_in_words.strip()]
    for position, line in present(told, _NO_WORDS):
        right = None if line.allocated is None else _spelled_rupiah(line.allocated)
        said = read_amount_words(line.allocated_in_words)
        if line.allocated is not None and right is not None and said != line.allocated:
            yield Finding(
                subject=budget_key(line, position),
                sources=(line.source,),
                provided=line.allocated_in_words if said is None else said,
                expected=line.allocated,
                facts={
                    "amount": Bilingual(
                        format_rupiah(line.allocated, "id"), format_rupiah(line.allocated, "en")
                    ),
                    "written": _written(line.allocated_in_words.removesuffix(" rupiah"), said),
                    "right": right,
                },
            )


def _counts_in_words(evidence: Evidence) -> Iterator[Finding]:
    """Yield each row whose count in words says another number, or none."""
    told = [entry for entry in (*_counts(evidence.year), *_claims(evidence.year)) if entry[3]]
    for subject, row, count, words in present(told, _NO_WORDS):
        right, said = _spelled(count), _number(words)
        if right is not None and said != count:
            yield Finding(
                subject=subject,
                sources=(row.source,),
                provided=words if said is None else said,
                expected=count,
                affected=count,
                facts={"written": _written(words, said), "right": right},
            )


class _CountInWords(Placed, Protocol):
    """A row whose count may stand in words beside the figures."""

    @property
    def count(self) -> int | None:
        """The figures, None where they are blank."""

    @property
    def count_in_words(self) -> str | None:
        """The words as typed, None where there are none."""


def _counts(year: ServiceYear) -> Iterator[tuple[str, Placed, int, str]]:
    """Yield the counts beside which words stand."""
    tables: Mapping[str, tuple[_CountInWords, ...] | Absent] = {
        "request": year.requests,
        "objection": year.objections,
        "dispute": year.disputes,
        "suit": year.suits,
        "aggregate": year.aggregates,
        "staff": year.service.staff,
    }
    for kind, rows in tables.items():
        for position, row in enumerate(listed(rows), start=1):
            if row.count_in_words and row.count is not None:
                yield row_key(kind, row, position), row, row.count, row.count_in_words.strip()


def _claims(year: ServiceYear) -> Iterator[tuple[str, Placed, int, str]]:
    """Yield the whole numbers that the text claims, with the words beside them."""
    for claim in listed(year.stated_figures):
        if claim.value_in_words and claim.value == int(claim.value):
            yield claim.path, claim, int(claim.value), claim.value_in_words.strip()


def _number(words: str) -> int | None:
    try:
        return read_words(words)
    except ValueError:
        amount = read_amount_words(words)
        return int(amount) if amount is not None and amount == int(amount) else None


T101 = Rule(
    code="T101",
    severity=Severity.ERROR,
    title=Bilingual(
        "Angka di naskah berbeda dari hasil hitung", "A figure in the text differs from the count"
    ),
    message=Bilingual(
        "{what}: naskah menyebut {said}, tabel berjumlah {expected}{gap}.",
        "{what}: the text says {said}, the tables add up to {expected}{gap}.",
    ),
    mend=Bilingual(
        "Laporan memakai hasil hitung, {expected}. Betulkan naskah, atau perbaiki baris register.",
        "The report prints the count, {expected}. Correct the text, or the rows of the register.",
    ),
    explanation=Bilingual(
        "Angka di naskah dan angka di tabel menghitung hal yang sama. Pembaca yang menjumlahkan tabel harus"
        " mendapat angka yang disebut naskah.",
        "The figure in the text and the rows of the table count the same thing. A reader who adds up the"
        " table has to get the figure of the text.",
    ),
    where=Bilingual(
        "tabel pernyataan, kolom jumlah; atau baris register yang dihitung",
        "table pernyataan, column jumlah; or the rows that are counted",
    ),
    example=Bilingual.both("pernyataan: keberatan 53; keberatan: 10 + 5 + 7 + 18 + 12 + 1 = 53"),
    check=_figures_in_text,
)
T102 = Rule(
    code="T102",
    severity=Severity.ERROR,
    title=Bilingual("Anggaran: terbilang berbeda dari angka", "Budget: words differ from figures"),
    message=Bilingual(
        "Anggaran {amount}, terbilang {written}.",
        "Budget {amount}, in words {written}.",
    ),
    mend=Bilingual("Bila angkanya benar: {right}.", "If the figures are right: {right}."),
    explanation=Bilingual(
        "Jumlah uang ditulis dua kali supaya tidak keliru dibaca; keduanya harus menyebut jumlah yang sama.",
        "An amount is written twice so that it cannot be misread; both have to say the same.",
    ),
    where=columns(anggaran="alokasi terbilang"),
    example=Bilingual.both("Rp51.904.000,00 – lima puluh satu juta sembilan ratus empat ribu rupiah"),
    check=_amounts_in_words,
)
T103 = Rule(
    code="T103",
    severity=Severity.ERROR,
    title=Bilingual("Jumlah: huruf berbeda dari angka", "Count: words differ from figures"),
    message=Bilingual("Angka {expected}, dengan huruf {written}.", "Figures {expected}, in words {written}."),
    mend=Bilingual(
        "Bila angkanya benar: {expected} ({right}).", "If the figures are right: {expected} ({right})."
    ),
    explanation=Bilingual(
        "Jumlah yang ditulis dengan angka dan huruf dihitung menurut angkanya; bila hurufnya lain, salah satu"
        " perlu dibetulkan.",
        "A count written in figures and words is counted by its figures; where the words say another number,"
        " one of them has to be corrected.",
    ),
    where=Bilingual(
        "tabel permohonan, keberatan, sengketa, gugatan, rekap, sdm, atau pernyataan, kolom jumlah",
        "permohonan, keberatan, sengketa, gugatan, rekap, sdm or pernyataan: column jumlah",
    ),
    example=Bilingual.both("13 (Tiga Belas)"),
    check=_counts_in_words,
)
