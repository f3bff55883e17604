"""The time of requests on one screen: classes, outcomes, agencies, share in time, balance, oldest open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from attrs import field, frozen

from ppid_core.glossary import label, say, say_span
from ppid_core.language import Bilingual, Lang
from ppid_core.model import Absent, Outcome
from ppid_core.summary import UNNAMED, Summary, Tree, ratio
from ppid_core.writing import format_number
from ppid_core.writing.numbers import EXACT

SMALLEST_WHOLE = 10
"""Below it no percentage is told."""
NAMED = 3
"""How many of the oldest open cases fit on the screen."""

Entry = tuple[Bilingual, str]


@frozen(kw_only=True)
class Times:
    """What is known of the time of requests, as entries of the screen.

    Attributes:
        agencies: the name to print for the key of an agency.
    """

    summary: Summary
    lang: Lang
    agencies: Mapping[str, str] = field(factory=dict)

    def entries(self) -> Iterator[Entry]:
        """Yield a heading and what stands beside it; "" where nothing is known."""
        yield _CLASSES, self._classes()
        yield _OUTCOMES, self._medians("by_outcome", lambda slug: label(Outcome(slug), self.lang))
        yield _AGENCIES, self._medians("by_agency", lambda key: self.agencies.get(key, key))
        yield _IN_TIME, self._in_time()
        yield _BALANCE, self._balance()
        yield _OLDEST, self._oldest()

    def _figure(self, path: str) -> Tree:
        return self.summary.figure(f"requests.{path}")

    def _classes(self) -> str:
        classes = self._figure("response_time.by_class")
        if isinstance(classes, Absent) or not any(classes.values()):
            return ""
        return " · ".join(f"{self._span(slug)}: {self._number(count)}" for slug, count in classes.items())

    def _span(self, slug: str) -> str:
        return UNNAMED[slug](self.lang) if slug in UNNAMED else say_span(slug, self.lang)

    def _medians(self, part: str, name: Callable[[str], str]) -> str:
        """Return the median of each part that has answers."""
        parts = self._figure(f"response_time.{part}")
        if isinstance(parts, Absent):
            return ""
        medians = " · ".join(
            f"{UNNAMED[key](self.lang) if key in UNNAMED else name(key)} {self._number(figures['median'])}"
            for key, figures in parts.items()
        )
        return f"{medians} {_DAYS(self.lang)}"

    def _in_time(self) -> str:
        judged = self._figure("judged")
        if isinstance(judged, Absent) or not judged:
            return ""
        closed = self._figure("timeliness.closed_in_time")
        told = _PART(self.lang).format(part=self._number(closed), whole=self._number(judged))
        if judged < SMALLEST_WHOLE:
            return told
        return f"{told} ({format_number(ratio(closed * 100, judged, 2), self.lang, 2)}%)"

    def _balance(self) -> str:
        balance = self._figure("balance")
        if not isinstance(balance, Mapping) or isinstance(balance["received"], Absent):
            return ""
        untold = next((one for one in reversed(tuple(balance.values())) if isinstance(one, Absent)), None)
        if untold is not None:
            return self._without_opening(balance) or say(untold, self.lang)
        return _SUM(self.lang).format(**{name: self._number(number) for name, number in balance.items()})

    def _without_opening(self, balance: Mapping[str, Tree]) -> str:
        """Return what became of the received where nothing says what was carried over."""
        known = {name: number for name, number in balance.items() if not isinstance(number, Absent)}
        if known.keys() != {"received", "closed", "closing"}:
            return ""
        return _OF_RECEIVED(self.lang).format(
            **{name: self._number(number) for name, number in known.items()}
        )

    def _oldest(self) -> str:
        cases = self._figure("oldest_open")
        if isinstance(cases, Absent) or not cases:
            return ""
        named = [self._case(case) for case in cases[:NAMED]]
        rest = len(cases) - len(named)
        return " · ".join([*named, *([_REST(self.lang).format(count=rest)] if rest else [])])

    def _case(self, case: Mapping[str, Tree]) -> str:
        days = (say(case[name], self.lang) for name in ("received_on", "due_on"))
        received, due = days
        return _CASE(self.lang).format(number=case["number"] or "–", received=received, due=due)

    def _number(self, value: int | Decimal) -> str:
        return format_number(Decimal(value).normalize(EXACT), self.lang)


_DAYS = Bilingual("(hari kerja)", "(working days)")
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
