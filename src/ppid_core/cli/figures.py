"""The year on one screen: each figure once, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from ppid_core.cli.console import wrapped
from ppid_core.cli.times import SMALLEST_WHOLE, Times
from ppid_core.glossary import label, say_absence
from ppid_core.glossary.vocabulary import unquoted
from ppid_core.language import Bilingual, Lang
from ppid_core.model import (
    Absent,
    ApplicantClass,
    Channel,
    DisputeResult,
    ObjectionAnswer,
    ObjectionGround,
    Outcome,
    Reason,
    RefusalReason,
)
from ppid_core.summary import UNNAMED, Summary, Tree, ratio
from ppid_core.writing import format_number, format_rupiah
from ppid_core.writing.exact import EXACT

LABEL = 24
BAR = 40


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
        yield from self._entry(_APPLICANTS, self._parts("requests.by_applicant", ApplicantClass))
        yield from self._entry(_CHANNELS, self._parts("requests.by_channel", Channel))
        yield from self._entry(_REASONS, self._parts("requests.by_refusal_reason", RefusalReason))
        yield from self._entry(_PARTIAL, self._parts("requests.by_partial_reason", RefusalReason))
        yield from self._entry(_TIME, self._time())
        for name, said in Times(summary=self.summary, lang=self.lang, agencies=self.agencies).entries():
            yield from self._entry(name, said)
        yield from self._entry(_OBJECTIONS, self._total("objections"))
        yield from self._entry(_GROUNDS, self._parts("objections.by_ground", ObjectionGround))
        yield from self._entry(_ANSWERS, self._parts("objections.by_answer", ObjectionAnswer))
        yield from self._entry(_DISPUTES, self._total("disputes"))
        yield from self._entry(_RESULTS, self._parts("disputes.by_result", DisputeResult))
        yield from self._entry(_SUITS, self._total("suits"))
        yield from self._entry(_AVAILABLE, self._availability())
        yield from self._entry(_BUDGET, self._budget())
        yield from self._entry(_VISITS, self._total("visits"))

    def _entry(self, name: Bilingual, said: str) -> Iterator[str]:
        if said:
            yield wrapped(said, first=f"{name(self.lang):<{LABEL}}", then=" " * LABEL)

    def _requests(self) -> Iterator[str]:
        yield from self._entry(_REQUESTS, self._total("requests"))
        outcomes = self.summary.figure("requests.by_outcome")
        if not isinstance(outcomes, Mapping):
            return
        whole = sum(outcomes.values())
        is_whole = whole == self.summary.whole("requests.by_outcome")
        most = max(outcomes.values(), default=0)
        for slug, count in outcomes.items():
            if count:
                bar = "█" * max(1, round(BAR * count / most))
                percent = f"{self._percent(count, whole):>8}" if is_whole and whole >= SMALLEST_WHOLE else ""
                yield f"  {_word(slug, Outcome, self.lang):<{LABEL}}{self._number(count):>8}{percent}  {bar}"
        if self.summary.exceeds("requests.by_outcome"):
            yield f"  ({label(Reason.EXCEEDS_TOTAL, self.lang)})"

    def _total(self, register: str) -> str:
        total = self.summary.figure(f"{register}.total")
        return say_absence(total, self.lang) if isinstance(total, Absent) else self._number(total)

    def _parts(self, path: str, kind: type[StrEnum]) -> str:
        """Return a breakdown, largest part first; of an absent or empty register nothing is said."""
        parts = self.summary.figure(path)
        if not isinstance(parts, Mapping):
            return "" if self._is_nothing(path) else say_absence(parts, self.lang)
        largest_first = sorted(parts.items(), key=lambda part: -part[1])
        told = " · ".join(
            f"{_word(slug, kind, self.lang)} {self._number(count)}" for slug, count in largest_first if count
        )
        mark = f" ({label(Reason.EXCEEDS_TOTAL, self.lang)})" if self.summary.exceeds(path) else ""
        return told + mark

    def _is_nothing(self, path: str) -> bool:
        total = self.summary.figure(f"{path.partition('.')[0]}.total")
        return isinstance(total, Absent) or not total

    def _time(self) -> str:
        time = self.summary.figure("requests.response_time")
        if isinstance(time, Absent):
            return "" if self._is_nothing("requests") else say_absence(time, self.lang)
        if isinstance(time["count"], Absent):
            return self._only_mean(time["mean"], time["count"])
        return _DAYS(self.lang).format(**{name: self._said(time[name]) for name in _TIME_NAMES})

    def _only_mean(self, mean: Absent, count: Absent) -> str:
        """Return what the text states of the mean, which says nothing of median, shortest and longest."""
        if mean.reason is Reason.STATED_ONLY:
            return _MEAN(self.lang).format(mean=say_absence(mean, self.lang))
        return say_absence(count, self.lang)

    def _availability(self) -> str:
        matrix = self.summary.figure("compliance")
        if isinstance(matrix, Absent):
            return say_absence(matrix, self.lang)
        blank = matrix["agencies"] - matrix["reporting_agencies"]
        facts = {name: self._said(value) for name, value in matrix.items() if not isinstance(value, Mapping)}
        shares = {name: self._share(matrix[name]) for name in ("share", "share_of_reporting")}
        whole = _OF(self.lang).format(**{**facts, **shares})
        return whole + (_REPORTING(self.lang).format(**{**facts, **shares, "blank": blank}) if blank else "")

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
        return (
            self._number(Decimal(value).normalize(EXACT)) if isinstance(value, int | Decimal) else str(value)
        )

    def _number(self, value: int | Decimal) -> str:
        return format_number(value, self.lang)


def _word(slug: str, kind: type[StrEnum], lang: Lang) -> str:
    if slug in UNNAMED:
        return UNNAMED[slug](lang)
    return label(kind(slug), lang) if slug in set(kind) else unquoted(slug)


_REQUESTS = Bilingual("Permohonan", "Requests")
_APPLICANTS = Bilingual("  pemohon", "  applicants")
_CHANNELS = Bilingual("  kanal", "  channels")
_REASONS = Bilingual("  alasan penolakan", "  reasons of refusal")
_PARTIAL = Bilingual("  alasan sebagian", "  reasons in part")
_TIME = Bilingual("  waktu", "  time")
_OBJECTIONS = Bilingual("Keberatan", "Objections")
_GROUNDS = Bilingual("  alasan", "  grounds")
_ANSWERS = Bilingual("  jawaban", "  answers")
_DISPUTES = Bilingual("Sengketa", "Disputes")
_RESULTS = Bilingual("  hasil", "  results")
_SUITS = Bilingual("Gugatan", "Suits")
_AVAILABLE = Bilingual("Ketersediaan informasi", "Availability")
_BUDGET = Bilingual("Anggaran", "Budget")
_VISITS = Bilingual("Kunjungan", "Visits")
_TIME_NAMES = ("count", "mean", "median", "min", "max")
_DAYS = Bilingual(
    "{count} jawaban; rerata {mean} hari kerja, median {median}, paling cepat {min}, paling lama {max}",
    "{count} answers; mean {mean} working days, median {median}, shortest {min}, longest {max}",
)
_MEAN = Bilingual("rerata {mean}", "mean {mean}")
_OF = Bilingual("{disclosed} dari {denominator} ({share})", "{disclosed} of {denominator} ({share})")
_REPORTING = Bilingual(
    "; di luar {blank} OPD tanpa isian {disclosed} dari {denominator_of_reporting} ({share_of_reporting})",
    "; without {blank} blank agencies {disclosed} of {denominator_of_reporting} ({share_of_reporting})",
)
_SPENT = Bilingual("alokasi {allocated}; realisasi {realised}", "allocated {allocated}; realised {realised}")
