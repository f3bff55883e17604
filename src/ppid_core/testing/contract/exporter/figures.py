"""Promises about figures: none is lost, rounded or bent, and many rows take their share of time."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import ClassVar

import pytest

from ppid_core.language import Lang
from ppid_core.model import Absent, Measure
from ppid_core.plugins import Artifact
from ppid_core.report import Counted, Days, Ratio, Report, Rupiah, Value
from ppid_core.testing.contract.exporter.reports import MARKER, long, report_of
from ppid_core.testing.contract.exporter.view import View
from ppid_core.testing.contract.promise import promise
from ppid_core.testing.readers import Figure
from ppid_core.testing.samples import document, table

Reader = Callable[[Iterable[Artifact], Lang], Mapping[Measure, Figure]]

LANGS: tuple[Lang, ...] = ("id", "en")
BEYOND_FLOATS = 2**53 + 1
PLAIN = 4711
MONEY = Decimal("900719925474099.37")
"""A floating-point number makes 900719925474099.4 of it."""

TAIL = re.compile(r"\d[.,]\d{9,}")
"""As 0.30000000000000004 and 0.3333333333333333."""

READ_BACK = ("small", "exact", "huge")
SHORTEST = 0.02
"""Seconds of processor time below which a measurement says nothing."""

SETTLED = 0.3
MOST_MEASURED = 5
"""What takes less than so many seconds is measured again, so often: a busy machine stretches it."""


class Figured:
    """How an exporter writes figures."""

    rows: ClassVar[int] = 10_000
    most_growth: ClassVar[int] = 30

    @promise(
        "Write counts as int and money as Decimal, never through float; where the numbers of the format are "
        "floats (spreadsheets: 15 digits), write what they cannot hold as text."
    )
    def test_huge_numbers_keep_every_digit(self, view: View) -> Iterator[str]:
        """A count beyond 2⁵³ is written to its last digit."""
        wrapped: tuple[Callable[[int], Value], ...] = (int, Counted, lambda number: Rupiah(Decimal(number)))
        for wrap in wrapped:
            one, next_one = _cell(wrap(BEYOND_FLOATS)), _cell(wrap(BEYOND_FLOATS + 1))
            if not view.differs(_cell(wrap(PLAIN)), _cell(wrap(PLAIN + 1))):
                continue
            if not view.differs(one, next_one):
                yield f"{BEYOND_FLOATS} and {BEYOND_FLOATS + 1} are written alike"
            elif str(PLAIN) in view.digits(_cell(wrap(PLAIN))) and str(BEYOND_FLOATS) not in view.digits(one):
                yield f"{wrap(BEYOND_FLOATS)!r} is not written with all of its digits"

    @promise("Write text(value, lang), or Decimal as it is: f'{amount:f}'; float(amount) bends it.")
    def test_decimals_are_exact(self, view: View) -> Iterator[str]:
        """Money is written to the sen, and no figure drags a tail of binary digits along."""
        tenths = tuple(Rupiah(Decimal(amount)) for amount in ("0.1", "0.2", "0.3"))
        bent = document(
            table(
                *(("uraian", value) for value in tenths[:2]),
                ("uraian", Ratio(1, 3)),
                ("uraian", Ratio(20, 30)),
                ("uraian", Days(Decimal("8.48"))),
                ("uraian", Decimal("0.1") + Decimal("0.2")),
                total=("Jumlah", tenths[2]),
            )
        )
        plain = document(table(*(("uraian", number) for number in range(1, 7)), total=("Jumlah", 7)))
        for tail in sorted({*TAIL.findall(view.text(bent))} - {*TAIL.findall(view.text(plain))}):
            yield f"{tail} is the tail of a floating-point number"
        readable = str(PLAIN) in view.digits(_cell(Rupiah(Decimal(PLAIN))))
        if readable and _digits(MONEY) not in view.digits(_cell(Rupiah(MONEY))):
            yield f"{MONEY} rupiah is not written to the sen"

    @promise("Walk through rows once; look up in a dict or set, gather pieces in a list and join them.")
    def test_time_grows_with_the_rows_and_none_is_lost(self, view: View) -> Iterator[str]:
        """Ten times the rows take about ten times as long (at most `most_growth`), up to 10,000 rows."""
        short, whole = long(self.rows // 10), long(self.rows)
        view.files(short)
        base = max(_duration(view, short), SHORTEST)
        taken = _duration(view, whole)
        if taken > self.most_growth * base:
            base, taken = max(_duration(view, short), SHORTEST), min(taken, _duration(view, whole))
        if taken > self.most_growth * base:
            yield (
                f"{self.rows:,} rows take {taken / base:.0f} times as long as {self.rows // 10:,}; "
                f"{self.most_growth} times is allowed, 10 is proportional"
            )
        if view.shows(document(table((MARKER, 1))), MARKER) and not view.shows(whole, MARKER):
            yield f"the last of {self.rows:,} rows is not written"

    @promise(
        "Print what the report holds, where it holds it, by text(value, lang); compare the figure named "
        "above with what a person counts in the sample (ppid_core.testing.samples.COUNTED)."
    )
    def test_every_figure_is_read_back(self, view: View, reader: Reader | None) -> Iterator[str]:
        """Every figure of the report is read back from the files, equal, and none that is absent."""
        if reader is None:
            pytest.skip("no fixture reader: nobody has read the figures back")
        for sample in (*READ_BACK, "nihil", "absent", "empty"):
            for lang in LANGS:
                report = report_of(sample, lang=lang)
                read = reader(view.files(report), lang)
                yield from (f"{fault} ({sample}, {lang})" for fault in _compared(report, read))


def _cell(value: Value) -> Report:
    return document(table(("uraian", value)))


def _digits(number: Decimal) -> str:
    return f"{number:f}".replace(".", "")


def _duration(view: View, report: Report) -> float:
    """Return the processor time of an export, of a short one the least of several."""
    taken: list[float] = []
    while len(taken) < MOST_MEASURED and sum(taken) < SETTLED:
        start = time.process_time()
        view.files(report)
        taken.append(time.process_time() - start)
    return min(taken)


def _compared(report: Report, read: Mapping[Measure, Figure]) -> Iterator[str]:
    expected = _known(report)
    for measure, figure in expected.items():
        if measure not in read:
            yield f"{measure} is {figure} and is not in the files"
        elif read[measure] != figure:
            yield f"{measure} is {figure} and was read back as {read[measure]}"
    for measure in read:
        if measure not in expected:
            yield f"{measure} is absent and was read back as {read[measure]}"


def _known(report: Report) -> Mapping[Measure, Figure]:
    """Return every figure of the summary that is not absent."""
    assert report.summary is not None
    figures = {measure: report.summary.figure(measure) for measure in Measure if measure is not Measure.OTHER}
    return {measure: figure for measure, figure in figures.items() if not isinstance(figure, Absent)}
