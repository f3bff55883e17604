"""Refusals by what they rest on, and the consequence test that came before an exemption."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from attrs import evolve, frozen

from ppid_core.errors import NotInForceError
from ppid_core.glossary.vocabulary import is_unlisted
from ppid_core.language import Bilingual
from ppid_core.model import Absent, Measure, Outcome, Reason, Register, ServiceYear, is_unread
from ppid_core.report.absences import unknown
from ppid_core.report.blocks import Block, Column, Items, Table
from ppid_core.report.material import Material
from ppid_core.report.parts.breakdowns import REASONS, part_name, register_source
from ppid_core.report.parts.comparison import TwoYears, compared
from ppid_core.report.prose import joined, run_on
from ppid_core.report.row_tables import totalled
from ppid_core.report.text import text
from ppid_core.report.values import Phrase, Typed, Value, phrased
from ppid_core.rules.casebook.refusals import RefusedRequest, refusals_of
from ppid_core.summary import NOT_RECORDED, UNNAMED, UNREAD, listed
from ppid_core.writing import format_number

_MOST_TESTS = 6
"""So many tests stand in one cell, and in one line."""
_LAST = "~"
"""Behind each letter of the alphabet."""


@frozen(order=True)
class _Ground:
    """What refusals rest on (*dasar penolakan*), ordered: letters of the exemption first.

    Attributes:
        letters: those of the exemption; `_LAST` where it is one and names none.
        reason: the key of the reason of any other refusal.
    """

    letters: tuple[str, ...] = ()
    reason: str = ""

    @property
    def is_exemption(self) -> bool:
        """Whether a consequence test comes before it."""
        return bool(self.letters)


def _ground(material: Material, case: RefusedRequest) -> _Ground:
    try:
        is_exempt = case.is_exempt(material.law)
    except NotInForceError:
        is_exempt = False
    if is_exempt:
        return _Ground(letters=tuple(sorted(case.letters)) or (_LAST,))
    if is_unread(case.row, "reason"):
        return _Ground(reason=UNREAD)
    coded = case.row.reason
    if coded is None:
        return _Ground(reason=NOT_RECORDED)
    return _Ground(reason=coded.typed if is_unlisted(coded) else str(coded.slug))


def _name(material: Material, ground: _Ground, case: RefusedRequest) -> str:
    """Return the letters with what they are about, or the reason."""
    t = material.t
    if ground.letters == (_LAST,):
        return t("Dikecualikan, hurufnya tidak tercatat", "Exempt, its letter is not recorded")
    if ground.letters:
        letters = joined(ground.letters, t("dan", "and"))
        titles = "; ".join(one.title(material.lang) for one in case.known(material.law))
        named = t(f"Pasal 17 huruf {letters}", f"Pasal 17 letter {letters}")
        return f"{named}: {titles}" if titles else named
    if ground.reason in UNNAMED:
        unnamed = UNNAMED[ground.reason](material.lang)
        return t(f"Alasan {unnamed}", f"Reason {unnamed}")
    return part_name(material, REASONS, ground.reason)


@frozen(kw_only=True)
class _Refusals:
    """The refusals on one ground.

    Attributes:
        tests: each test once, as written or the entry of the list, in the order of the register.
    """

    ground: _Ground
    name: str
    refused: int
    partly: int
    tested: int
    tests: tuple[str, ...]

    @property
    def untested(self) -> int:
        """How many have no test."""
        return self.refused + self.partly - self.tested


def _of_ground(material: Material, ground: _Ground, cases: Sequence[RefusedRequest]) -> _Refusals:
    def number(some: Iterable[RefusedRequest]) -> int:
        return sum(case.row.count for case in some)

    return _Refusals(
        ground=ground,
        name=_name(material, ground, cases[0]),
        refused=number(case for case in cases if case.outcome is Outcome.REFUSED),
        partly=number(case for case in cases if case.outcome is Outcome.PARTLY_GRANTED),
        tested=number(case for case in cases if case.is_tested),
        tests=tuple(dict.fromkeys(_test(material, case) for case in cases if case.is_tested)),
    )


def _test(material: Material, case: RefusedRequest) -> str:
    """Return the test of a refusal as written, else the entry of the list that was tested, and when."""
    if case.test or case.entry is None or case.listed_test is None:
        return Typed(case.test)
    day, t = text(case.listed_test, material.lang), material.t
    return Phrase(t("entri DIK ", "entry "), Typed(case.entry.number), t(f", diuji {day}", f", tested {day}"))


def _by_ground(material: Material, year: ServiceYear) -> list[_Refusals]:
    """Return the refusals of a year by what they rest on, in the order in which they are printed."""

    def ground(case: RefusedRequest) -> _Ground:
        return _ground(material, case)

    cases = sorted(refusals_of(year), key=ground)
    return _ordered(_of_ground(material, one, tuple(same)) for one, same in groupby(cases, ground))


def _ordered(grounds: Iterable[_Refusals]) -> list[_Refusals]:
    """Return exemptions by their letters, then the others by number."""
    told = sorted(grounds, key=lambda one: one.ground)
    exempt = [one for one in told if one.ground.is_exemption]
    others = [one for one in told if not one.ground.is_exemption]
    ordered = sorted(others, key=lambda one: (one.ground.reason in UNNAMED, -one.refused - one.partly))
    return [*exempt, *ordered]


def _is_told(told: Sequence[_Refusals]) -> bool:
    """Tell whether the register says on what any refusal rests."""
    return any(one.ground.is_exemption or one.ground.reason != NOT_RECORDED for one in told)


def refusal_table(material: Material) -> tuple[Table, ...]:
    """Return the table of refusals by letter or reason, with their tests.

    None without an exemption: then the tables of reasons say it all.
    """
    own = _by_ground(material, material.year)
    if not any(one.ground.is_exemption for one in own):
        return ()
    t, last = material.t, _of_last_year(material)
    told = _ordered([*own, *_gone(own, last)])
    heads = (
        Column(key="ground", title=t("Dasar penolakan", "Ground of refusal")),
        Column(key="refused", title=t("Ditolak", "Refused"), summed=True),
        Column(key="partly_granted", title=t("Dikabulkan sebagian", "Granted in part"), summed=True),
        Column(key="tested", title=t("Telah diuji", "Tested"), summed=True),
        Column(key="untested", title=t("Belum diuji", "Not tested"), summed=True),
        Column(key="tests", title=t("Uji konsekuensi", "Consequence test")),
    )
    rows = tuple(_row(material, one) for one in told)
    is_whole = not isinstance(material.figure(Measure.REQUESTS_REFUSED), Absent)
    table = Table(
        key="refusals_by_ground",
        columns=heads,
        rows=rows,
        total=totalled(material, heads, rows) if is_whole else None,
        caption=t("Penolakan menurut dasar dan uji konsekuensi", "Refusals by ground and consequence test"),
        notes=(register_source(material, Register.REQUESTS), _RULE(material.lang)),
    )
    return (_beside(material, table, told, last) if last else table,)


def _of_last_year(material: Material) -> list[_Refusals]:
    """Return the refusals of last year where its register says on what any rests; else none."""
    last = material.history.last_report
    if last is None or material.form != "full":
        return []
    told = _by_ground(material, last.year)
    return told if _is_told(told) and any(one.refused for one in told) else []


def _gone(own: Sequence[_Refusals], last: Iterable[_Refusals]) -> Iterator[_Refusals]:
    """Yield the grounds on which something was refused last year and nothing this year."""
    known = {one.ground for one in own}
    for one in last:
        if one.ground not in known and one.refused:
            yield evolve(one, refused=0, partly=0, tested=0, tests=())


def _beside(material: Material, table: Table, told: Sequence[_Refusals], last: Sequence[_Refusals]) -> Table:
    """Return the table with last year beside what was refused; percentages of so few letters say nothing.

    A ground that last year does not name is none there only where each of its refusals names one.
    """
    year = material.history.last_report
    whole = Absent(Reason.NO_BASE) if year is None else year.summary.number(Measure.REQUESTS_REFUSED)
    before = {one.ground: one.refused for one in last}
    named = sum(one.refused for one in last if _is_named(one.ground))
    other: Value = 0 if named == whole else Absent(Reason.PART_OF_ROWS)
    rows = [TwoYears(before.get(one.ground, other), one.refused, _is_named(one.ground)) for one in told]
    total = None if table.total is None else TwoYears(whole, table.total[1])
    return compared(material, table, rows, total, of="refused", before="partly_granted", is_share=False)


def _is_named(ground: _Ground) -> bool:
    """Tell whether a ground says what it is: not an exemption without its letter, nor a reason left out."""
    return ground.letters != (_LAST,) and ground.reason not in UNNAMED


def _row(material: Material, one: _Refusals) -> tuple[Value, ...]:
    if not one.ground.is_exemption:
        return (one.name, one.refused, one.partly, "–", "–", material.t("tidak berlaku", "not applicable"))
    if not one.refused + one.partly:
        return (one.name, 0, 0, 0, 0, "–")
    tests = _tests(material, one) or material.t("tidak tercatat", "not recorded")
    return (one.name, one.refused, one.partly, one.tested, one.untested, tests)


def _tests(material: Material, one: _Refusals) -> str:
    """Return the tests as written, the first of many."""
    rest = len(one.tests) - _MOST_TESTS
    more = material.t(f"dan {rest} uji lain", f"and {rest} more tests")
    return phrased((*one.tests[:_MOST_TESTS], *((more,) if rest > 0 else ())), "; ")


_RULE = Bilingual(
    "Uji konsekuensi mendahului pengecualian menurut Pasal 17 (UU 14/2008 Pasal 19); alasan lain tidak "
    "memerlukannya.",
    "A consequence test comes before an exemption by Pasal 17 (UU 14/2008 Pasal 19); others need none.",
)
_TITLE = Bilingual("Dasar penolakan dan uji konsekuensinya", "Grounds of refusal and their consequence tests")
_TESTED = Bilingual(
    "Informasi yang dikecualikan, dengan uji konsekuensinya", "Refused as exempt, with the consequence tests"
)


def refusals_at_a_glance(material: Material) -> Iterator[Block]:
    """Yield on what refusals rest and when that was tested; where it is not told, why; nothing of none."""
    refused, partly = (
        material.figure(one) for one in (Measure.REQUESTS_REFUSED, Measure.REQUESTS_PARTLY_GRANTED)
    )
    if not refused and not partly:
        return
    told = _by_ground(material, material.year)
    if not _is_told(told):
        reason = Reason.NO_CATEGORY if listed(material.year.requests) else Reason.NO_ROWS
        yield unknown(material, _TITLE, refused if isinstance(refused, Absent) else Absent(reason))
        return
    exempt = [one for one in told if one.ground.is_exemption]
    if exempt:
        yield material.said(f"{_TESTED.id}:", f"{_TESTED.en}:")
        yield Items(items=tuple((_said(material, one),) for one in exempt))
    yield from run_on(_others(material, [one for one in told if not one.ground.is_exemption], exempt))


def _others(material: Material, told: Sequence[_Refusals], exempt: Sequence[_Refusals]) -> Iterator[Block]:
    """Yield the other reasons as a sentence; where nothing was refused as exempt, one that says so first."""
    if not exempt:
        yield material.said(
            "Tidak ada permohonan yang ditolak sebagai informasi yang dikecualikan (UU 14/2008 Pasal 17).",
            "No request was refused as exempt (UU 14/2008 Pasal 17).",
        )
    if told:
        names = (f"{_within(one.name)} ({_numbers(material, one)})" for one in told)
        named = joined(names, material.t("dan", "and"))
        lead = ("Alasan lain", "Other reasons") if exempt else ("Alasannya", "The reasons")
        yield material.said(f"{lead[0]}: {named}.", f"{lead[1]}: {named}.")


def _said(material: Material, one: _Refusals) -> str:
    """Return one ground as a line: how many, and when that was tested."""
    t = material.t
    name = one.name.partition(":")[0]  # what the letter is about stands in the table
    parts = [f"{name} – {_numbers(material, one)}"]
    if one.tests:
        parts.append(Phrase(t("uji konsekuensi: ", "tested: "), _tests(material, one)))
    if one.ground.is_exemption and one.untested:
        parts.append(
            t(
                f"tanpa uji konsekuensi yang tercatat: {one.untested}",
                f"without a recorded consequence test: {one.untested}",
            )
        )
    return Phrase(phrased(parts, "; "), ".")


def _numbers(material: Material, one: _Refusals) -> str:
    """Return how many were refused and granted in part, without those that are none."""
    t = material.t
    counted = (
        (one.refused, t("ditolak", "refused")),
        (one.partly, t("dikabulkan sebagian", "granted in part")),
    )
    told = (f"{word} {format_number(number, material.lang)}" for number, word in counted if number)
    return joined(told, t("dan", "and"))


def _within(name: str) -> str:
    """Return the name of a reason as a sentence has it, an abbreviation as it is."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
