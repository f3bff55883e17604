"""The year on one screen: each figure once, or why there is none, and the months in a grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from attrs import field, frozen

from ppid_core.cli.console import wrapped
from ppid_core.glossary import label, say, say_absence, say_span
from ppid_core.glossary.vocabulary import part_label
from ppid_core.language import Bilingual, Lang
from ppid_core.model import (
    BREAKDOWNS,
    Absent,
    Breakdown,
    Dimension,
    InformationCategory,
    Outcome,
    Reason,
    Register,
    YearPart,
    breakdowns_of,
)
from ppid_core.summary import UNNAMED, Summary, Tree, ratio
from ppid_core.writing import format_number, format_rupiah, month_name
from ppid_core.writing.numbers import EXACT

_SMALLEST_WHOLE = 10
"""Below it no percentage is told."""
_NAMED = 3
"""How many of the oldest open cases fit on the screen."""


_IN_WORKING_DAYS = Bilingual("(hari kerja)", "(working days)")
_CLASSES = Bilingual("  kelas (hari kerja)", "  classes (days)")
_OUTCOMES = Bilingual("  median per keputusan", "  median by outcome")
_AGENCIES = Bilingual("  median per OPD", "  median by agency")
_IN_TIME = Bilingual("  tepat waktu", "  in time")
_BALANCE = Bilingual("  saldo", "  balance")
_OLDEST = Bilingual("  terbuka paling lama", "  oldest open")
_PART = Bilingual("{part} dari {whole} yang dapat dinilai", "{part} of {whole} that can be judged")
_SUM = Bilingual(
    "bawaan {opening} + diterima {received} - selesai {closed} = terbuka {closing}",
    "carried over {opening} + received {received} - closed {closed} = open {closing}",
)
_OF_RECEIVED = Bilingual(
    "diterima {received}: selesai {closed}, terbuka {closing}; bawaan tidak tercatat",
    "received {received}: closed {closed}, open {closing}; carried over not recorded",
)
_CASE = Bilingual("{number} sejak {received}, batas {due}", "{number} since {received}, due {due}")
_REST = Bilingual("dan {count} lagi", "and {count} more")


_LABEL = 24
_BAR = 40


@frozen(kw_only=True)
class Screen:
    """The figures of one year in one language.

    Attributes:
        agencies: the name to print for the key of an agency.
    """

    summary: Summary
    lang: Lang
    agencies: Mapping[str, str] = field(factory=dict)

    def lines(self) -> Iterator[str]:
        """Yield the registers and their breakdowns, then what is there besides."""
        yield from self._requests()
        yield from self._breakdowns(Register.REQUESTS)
        yield from self._entry(_TIME, self._time())
        for name, said in self._times():
            yield from self._entry(name, said)
        for register in (Register.APPLICANTS, Register.COMPLAINTS):
            told = tuple(self._breakdowns(register))
            if told:
                yield from self._entry(_head(register), self._total(register))
                yield from told
        for register in (Register.OBJECTIONS, Register.DISPUTES, Register.SUITS):
            yield from self._entry(_head(register), self._total(register))
            yield from self._breakdowns(register)
        yield from self._entry(_AVAILABLE, self._availability())
        yield from self._entry(_PERIODS, self._periods())
        yield from self._entry(_PUBLIC_LIST, self._public_list())
        yield from self._entry(_EXEMPT_LIST, self._exempt_list())
        yield from self._entry(_BUDGET, self._budget())
        yield from self._entry(_VISITS, self._total("visits"))

    def _entry(self, name: Bilingual, said: str) -> Iterator[str]:
        if said:
            yield wrapped(said, first=f"{name(self.lang):<{_LABEL}}", then=" " * _LABEL)

    def _requests(self) -> Iterator[str]:
        yield from self._entry(_head(Register.REQUESTS), self._total("requests"))
        by_outcome = breakdowns_of(Register.REQUESTS)[Dimension.OUTCOME]
        outcomes = self.summary.figure(by_outcome.path)
        if not isinstance(outcomes, Mapping):
            return
        whole = sum(outcomes.values())
        is_whole = whole == self.summary.whole("requests.by_outcome")
        most = max(outcomes.values(), default=0)
        for slug, count in outcomes.items():
            if count:
                bar = "█" * max(1, round(_BAR * count / most))
                percent = f"{self._percent(count, whole):>8}" if is_whole and whole >= _SMALLEST_WHOLE else ""
                yield f"  {self._part(by_outcome, slug):<{_LABEL}}{self._number(count):>8}{percent}  {bar}"
        if self.summary.exceeds("requests.by_outcome"):
            yield f"  ({label(Reason.EXCEEDS_TOTAL, self.lang)})"

    def _breakdowns(self, register: Register) -> Iterator[str]:
        """Yield each breakdown that is told; of those that have a name here also why one is not.

        Months have a grid, outcomes of requests bars and their times an entry of their own.
        """
        for one in breakdowns_of(register).values():
            name = _NAMES.get((register, one.dimension))
            is_told = isinstance(
                self.summary.figure(one.path), Mapping
            ) and not self.summary.repeats_requests(one)
            if one.path not in _ELSEWHERE and (name or is_told):
                along = name or Bilingual(label(one.dimension), label(one.dimension, "en"))
                yield from self._entry(Bilingual(f"  {along.id}", f"  {along.en}"), self._parts(one))

    def _total(self, register: str) -> str:
        total = self.summary.number(f"{register}.total")
        return say_absence(total, self.lang) if isinstance(total, Absent) else self._number(total)

    def _parts(self, breakdown: Breakdown) -> str:
        """Return a breakdown, largest part first; of an absent or empty register nothing is said."""
        parts = self.summary.branch(breakdown.path)
        if not isinstance(parts, Mapping):
            return "" if self._is_nothing(breakdown.path) else say_absence(parts, self.lang)
        largest_first = sorted(parts.items(), key=lambda part: -part[1])
        told = " · ".join(
            f"{self._part(breakdown, slug)} {self._number(count)}" for slug, count in largest_first if count
        )
        mark = f" ({label(Reason.EXCEEDS_TOTAL, self.lang)})" if self.summary.exceeds(breakdown.path) else ""
        return told + mark

    def _part(self, breakdown: Breakdown, slug: str) -> str:
        if slug in UNNAMED:
            return UNNAMED[slug](self.lang)
        if breakdown.dimension is Dimension.AGENCY and slug in self.agencies:
            return self.agencies[slug]
        return part_label(breakdown.dimension, slug, self.lang)

    def _is_nothing(self, path: str) -> bool:
        total = self.summary.figure(f"{path.partition('.')[0]}.total")
        return isinstance(total, Absent) or not total

    def _time(self) -> str:
        time = self.summary.branch("requests.response_time")
        if isinstance(time, Absent):
            return "" if self._is_nothing("requests") else say_absence(time, self.lang)
        if isinstance(time["count"], Absent):
            return self._only_mean(time["mean"], time["count"])
        return _DAYS.fill(**{name: self._said(time[name]) for name in _TIME_NAMES})(self.lang)

    def _only_mean(self, mean: Absent, count: Absent) -> str:
        """Return what the text states of the mean, which says nothing of median, shortest and longest."""
        if mean.reason is Reason.STATED_ONLY:
            return _MEAN(self.lang).format(mean=say_absence(mean, self.lang))
        return say_absence(count, self.lang)

    def _times(self) -> Iterator[tuple[Bilingual, str]]:
        """Yield headings on the time of requests, each with what is known of it; "" for nothing."""
        yield _CLASSES, self._classes()
        yield _OUTCOMES, self._medians("by_outcome", lambda slug: label(Outcome(slug), self.lang))
        yield _AGENCIES, self._medians("by_agency", lambda key: self.agencies.get(key, key))
        yield _IN_TIME, self._in_time()
        yield _BALANCE, self._balance()
        yield _OLDEST, self._oldest()

    def _classes(self) -> str:
        classes = self.summary.branch("requests.response_time.by_class")
        if isinstance(classes, Absent) or not any(classes.values()):
            return ""
        return " · ".join(f"{self._span(slug)}: {self._plain(count)}" for slug, count in classes.items())

    def _span(self, slug: str) -> str:
        return UNNAMED[slug](self.lang) if slug in UNNAMED else say_span(slug, self.lang)

    def _medians(self, part: str, name: Callable[[str], str]) -> str:
        """Return the median of each part that has answers."""
        parts = self.summary.branch(f"requests.response_time.{part}")
        if isinstance(parts, Absent):
            return ""
        medians = " · ".join(
            f"{UNNAMED[key](self.lang) if key in UNNAMED else name(key)} {self._plain(figures['median'])}"
            for key, figures in parts.items()
        )
        return f"{medians} {_IN_WORKING_DAYS(self.lang)}"

    def _in_time(self) -> str:
        judged = self.summary.branch("requests.judged")
        if isinstance(judged, Absent) or not judged:
            return ""
        closed = self.summary.branch("requests.timeliness.closed_in_time")
        told = _PART(self.lang).format(part=self._plain(closed), whole=self._plain(judged))
        if judged < _SMALLEST_WHOLE:
            return told
        return f"{told} ({self._percent(closed, judged)})"

    def _balance(self) -> str:
        balance = self.summary.branch("requests.balance")
        if not isinstance(balance, Mapping) or isinstance(balance["received"], Absent):
            return ""
        untold = next((one for one in reversed(tuple(balance.values())) if isinstance(one, Absent)), None)
        if untold is not None:
            return self._without_opening(balance) or say(untold, self.lang)
        return _SUM(self.lang).format(**{name: self._plain(number) for name, number in balance.items()})

    def _without_opening(self, balance: Mapping[str, Tree]) -> str:
        """Return what became of the received where nothing says what was carried over."""
        known = {name: number for name, number in balance.items() if not isinstance(number, Absent)}
        if known.keys() != {"received", "closed", "closing"}:
            return ""
        return _OF_RECEIVED(self.lang).format(**{name: self._plain(number) for name, number in known.items()})

    def _oldest(self) -> str:
        cases = self.summary.branch("requests.oldest_open")
        if isinstance(cases, Absent) or not cases:
            return ""
        named = [self._case(case) for case in cases[:_NAMED]]
        rest = len(cases) - len(named)
        return " · ".join([*named, *([_REST(self.lang).format(count=rest)] if rest else [])])

    def _case(self, case: Mapping[str, Tree]) -> str:
        days = (say(case[name], self.lang) for name in ("received_on", "due_on"))
        received, due = days
        return _CASE(self.lang).format(number=case["number"] or "–", received=received, due=due)

    def _availability(self) -> str:
        matrix = self.summary.branch("compliance")
        if isinstance(matrix, Absent):
            return say_absence(matrix, self.lang)
        blank = matrix["agencies"] - matrix["reporting_agencies"]
        facts = {name: self._said(value) for name, value in matrix.items() if not isinstance(value, Mapping)}
        shares = {name: self._share(matrix[name]) for name in ("share", "share_of_reporting")}
        whole = _OF(self.lang).format(**{**facts, **shares})
        return whole + (_REPORTING.fill(**{**facts, **shares, "blank": blank})(self.lang) if blank else "")

    def _periods(self) -> str:
        """Return the coverage of each period, and who was silent in it; nothing of a matrix of the year."""
        periods = self.summary.branch("compliance.by_period")
        if isinstance(periods, Absent):
            return ""
        return " · ".join(self._period(YearPart(part), told) for part, told in periods.items())

    def _period(self, part: YearPart, told: Mapping[str, Tree]) -> str:
        facts = {name: self._said(value) for name, value in told.items()}
        of = _OF if told["reporting_agencies"] else _NOBODY
        words = of.fill(**{**facts, "share": self._share(told["share"])})(self.lang)
        silent = _SILENT.fill(**facts)(self.lang) if told["silent"] and told["reporting_agencies"] else ""
        late = _LATE(self.lang).format(**facts) if told["late"] and silent else ""
        return f"{label(part, self.lang)} {words}{silent}{late}"

    def _public_list(self) -> str:
        """Return the entries of the list by category; nothing where none is kept."""
        return self._entries("public_information", "by_category", self._category)

    def _exempt_list(self) -> str:
        """Return the entries of the list by letter, and those that need somebody."""
        entries = self._entries("exempt_information", "by_letter", self._letter)
        wanting = (
            (_EXPIRED, self.summary.figure("exempt_information.expired")),
            (_UNTESTED, self.summary.figure("exempt_information.untested")),
        )
        told = (
            f"{self._number(number)} {name(self.lang)}"
            for name, number in wanting
            if isinstance(number, int) and number
        )
        return "; ".join(filter(None, (entries, *told)))

    def _entries(self, name: str, along: str, called: Callable[[str], str]) -> str:
        total, parts = self.summary.figure(f"{name}.total"), self.summary.branch(f"{name}.{along}")
        if isinstance(total, Absent):
            return "" if total.reason is Reason.NOT_KEPT else say_absence(total, self.lang)
        counts = parts.items() if isinstance(parts, Mapping) else ()
        told = " · ".join(f"{called(slug)} {self._number(count)}" for slug, count in counts if count)
        entries = _ENTRIES.fill(total=self._said(total))(self.lang)
        return f"{entries}: {told}" if told else entries

    def _category(self, slug: str) -> str:
        return UNNAMED[slug](self.lang) if slug in UNNAMED else label(InformationCategory(slug), self.lang)

    def _letter(self, letter: str) -> str:
        return UNNAMED[letter](self.lang) if letter in UNNAMED else f"{_LETTER(self.lang)} {letter}"

    def _budget(self) -> str:
        allocated, realised = (self.summary.figure(f"budget.{name}") for name in ("allocated", "realised"))
        if isinstance(allocated, Absent) and isinstance(realised, Absent):
            return say_absence(allocated, self.lang)
        return _SPENT(self.lang).format(allocated=self._money(allocated), realised=self._money(realised))

    def _money(self, value: Tree) -> str:
        return say_absence(value, self.lang) if isinstance(value, Absent) else format_rupiah(value, self.lang)

    def _share(self, value: Tree) -> str:
        if isinstance(value, Absent):
            return say_absence(value, self.lang)
        return f"{format_number(value * 100, self.lang, 2)}%"

    def _percent(self, part: int, whole: int) -> str:
        return f"{format_number(ratio(part * 100, whole, 2), self.lang, 2)}%"

    def _said(self, value: Tree) -> str:
        if isinstance(value, Absent):
            return say_absence(value, self.lang)
        return self._plain(value) if isinstance(value, int | Decimal) else str(value)

    def _plain(self, value: int | Decimal) -> str:
        """Return a number in as few digits as say it."""
        return self._number(Decimal(value).normalize(EXACT))

    def _number(self, value: int | Decimal) -> str:
        return format_number(value, self.lang)


def _head(register: Register) -> Bilingual:
    return Bilingual(label(register).capitalize(), label(register, "en").capitalize())


_ELSEWHERE = frozenset(
    {
        *(one.path for one in BREAKDOWNS if one.dimension is Dimension.MONTH),
        *("requests.by_outcome", "requests.response_time.by_class"),
    }
)
_NAMES: Mapping[tuple[Register, Dimension], Bilingual] = {
    (Register.REQUESTS, Dimension.APPLICANT): Bilingual("pemohon", "applicants"),
    (Register.REQUESTS, Dimension.CHANNEL): Bilingual("kanal", "channels"),
    (Register.REQUESTS, Dimension.REFUSAL_REASON): Bilingual("alasan penolakan", "reasons of refusal"),
    (Register.REQUESTS, Dimension.PARTIAL_REASON): Bilingual("alasan sebagian", "reasons in part"),
    (Register.OBJECTIONS, Dimension.GROUND): Bilingual("alasan", "grounds"),
    (Register.OBJECTIONS, Dimension.ANSWER): Bilingual("jawaban", "answers"),
    (Register.DISPUTES, Dimension.RESULT): Bilingual("hasil", "results"),
}
"""What every report has to tell: where it is absent, the screen says why."""
_TIME = Bilingual("  waktu", "  time")
_AVAILABLE = Bilingual("Ketersediaan informasi", "Availability")
_PERIODS = Bilingual("  menurut periode", "  by period")
_PUBLIC_LIST = Bilingual("DIP", "Public list (DIP)")
_EXEMPT_LIST = Bilingual("DIK", "Exempt list (DIK)")
_BUDGET = Bilingual("Anggaran", "Budget")
_VISITS = Bilingual("Kunjungan", "Visits")
_TIME_NAMES = ("count", "mean", "median", "min", "max")
_DAYS = Bilingual(
    "{count} jawaban; rata-rata {mean} hari kerja, median {median}, paling cepat {min}, paling lama {max}",
    "{count} {count:answer|answers}; mean {mean} working days, median {median}, shortest {min}, longest"
    " {max}",
)
_MEAN = Bilingual("rata-rata {mean}", "mean {mean}")
_OF = Bilingual("{disclosed} dari {denominator} ({share})", "{disclosed} of {denominator} ({share})")
_REPORTING = Bilingual(
    "; di luar {blank} OPD tanpa isian {disclosed} dari {denominator_of_reporting} ({share_of_reporting})",
    "; without {blank} blank {blank:agency|agencies} {disclosed} of {denominator_of_reporting}"
    " ({share_of_reporting})",
)
_NOBODY = Bilingual(
    "tanpa isian dari seluruh {agencies} OPD", "not filled in by any of {agencies} {agencies:agency|agencies}"
)
_SILENT = Bilingual(", {silent} OPD tanpa isian", ", {silent} {silent:agency|agencies} not filled in")
_LATE = Bilingual(" ({late} mengisi kemudian)", " ({late} of them later)")
_ENTRIES = Bilingual("{total} entri", "{total} {total:entry|entries}")
_LETTER = Bilingual("huruf", "letter")
_EXPIRED = Bilingual("masanya sudah berakhir", "have ended")
_UNTESTED = Bilingual("tanpa uji konsekuensi tercatat", "without a recorded consequence test")
_SPENT = Bilingual("alokasi {allocated}; realisasi {realised}", "allocated {allocated}; realised {realised}")


_GRID_LABEL = 12
_SHORT = 3
_MONTHS = range(1, 13)


def grid_lines(summary: Summary, lang: Lang) -> Iterator[str]:
    """Yield a heading and one line for each register whose months are known; nothing where none is."""
    names = {
        **{str(register): label(register, lang).capitalize() for register in Register},
        "visits": _VISITS(lang),
    }
    rows = [
        (name, [_cell(count, lang) for count in (*months, summary.figure(f"{key}.total"))])
        for key, name in names.items()
        if isinstance(months := summary.figure(f"{key}.by_month"), tuple) and any(months)
    ]
    if not rows:
        return
    heading = [*(month_name(month, lang)[:_SHORT] for month in _MONTHS), _TOTAL(lang)]
    lines = [("", heading), *rows]
    widths = [max(len(cells[column]) for _, cells in lines) for column in range(len(heading))]
    for name, cells in lines:
        yield f"{name:<{_GRID_LABEL}}" + "".join(
            f" {cell:>{width}}" for cell, width in zip(cells, widths, strict=True)
        )


def _cell(count: Tree, lang: Lang) -> str:
    """Return a count; a month outside the period is blank."""
    return format_number(count, lang) if isinstance(count, int) else ""


_TOTAL = Bilingual("Jumlah", "Total")
