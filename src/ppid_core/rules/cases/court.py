"""C204, C205: the suit and the appeal in cassation, each in its window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from ppid_core.deadlines import DeadlineKind
from ppid_core.language import LANGS, Bilingual
from ppid_core.model import CourtCase, Dispute, Period
from ppid_core.rules.casebook.origin import disputes_of
from ppid_core.rules.casebook.span import Span, cited, due_of, is_of
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Severity
from ppid_core.rules.engine.labels import columns, said
from ppid_core.rules.engine.noted_law import in_force, plain
from ppid_core.rules.engine.place import about, keyed
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, UNKNOWN, Verdict, each
from ppid_core.summary.day_zero import suit_day_zero

_STATEMENT = Bilingual("Pernyataan tidak menerima", "The statement of not accepting")
_FILING = Bilingual("Gugatan", "The suit")
_LATE = Bilingual(
    "{what} diajukan {done}, batasnya {due} ({law}).", "{what} was filed on {done}, due on {due} ({law})."
)
_IN_TIME = Bilingual(
    "{what} diajukan {done}, dalam waktu sampai {due} ({law}).",
    "{what} was filed on {done}, in time until {due} ({law}).",
)
_NO_STATEMENT = Bilingual("tanggal_pernyataan belum dicatat.", "tanggal_pernyataan is not recorded.")
_NO_SUIT = Bilingual(
    "tidak ada gugatan bertanggal atas putusan yang hari penerimaannya diketahui ({where})",
    "there is no dated suit against a decision of which the receipt is known ({where})",
).fill(where=columns(gugatan="nomor_sengketa tanggal_pernyataan tanggal", sengketa="tanggal_terima_putusan"))
_NO_CASSATION = Bilingual(
    "tidak ada kasasi bertanggal atas putusan pengadilan yang hari penerimaannya diketahui ({where})",
    "there is no dated cassation against a decision of which the receipt is known ({where})",
).fill(where=columns(gugatan="tanggal_terima_putusan tanggal_kasasi"))


@frozen(kw_only=True)
class _Act:
    """An act after a decision, and by when it was due (*upaya hukum*).

    Attributes:
        what: what was done, the beginning of a sentence.
        done: the day of it.
        due: the last day for it.
        law: where that stands.
    """

    what: Bilingual
    done: date
    due: date
    law: Bilingual

    @property
    def is_late(self) -> bool:
        """Whether it came after its last day."""
        return self.done > self.due

    @property
    def sentence(self) -> Bilingual:
        """What was done, and by when it was due."""
        words = _LATE if self.is_late else _IN_TIME
        return words.fill(what=self.what, done=said(self.done), due=said(self.due), law=self.law)


_SuitOf = tuple[str, CourtCase, Dispute]


def _suits(evidence: Evidence) -> Iterator[_SuitOf]:
    dispute_of = disputes_of(evidence)
    for subject, row in _of_the_year(evidence):
        dispute = dispute_of(row)
        if dispute is not None:
            yield subject, row, dispute


def _of_the_year(evidence: Evidence) -> Iterator[tuple[str, CourtCase]]:
    for subject, row in keyed("suit", evidence.year.suits):
        filed = row.filed_on or row.statement_on
        if row.count and is_of(evidence.year, None if filed is None else Period.of(filed)):
            yield subject, row


def _sued(case: _SuitOf, evidence: Evidence) -> Verdict | None:
    """Find each suit of which the statement, or the filing, came after its last day.

    Judge the statement by the act and the filing by the court's rule, both from receipt of the copy.
    """
    subject, row, dispute = case
    received = suit_day_zero(dispute)
    times = (
        (_STATEMENT, row.statement_on, DeadlineKind.COURT_STATEMENT, evidence.law.court_statement),
        (_FILING, row.filed_on, DeadlineKind.COURT, evidence.law.court_filing),
    )
    if received is None:
        return None
    window = Span.of(received)
    acts = [
        _Act(what=what, done=day, due=due_of(kind, window, evidence).last, law=cited(law.at(received)))
        for what, day, kind, law in times
        if day is not None
    ]
    if not acts:
        return None
    late = next((act for act in acts if act.is_late), None)
    if late is None:
        return FINE
    told_of = [late.sentence, *(act.sentence for act in acts if act is not late)]
    told_of += [] if row.statement_on else [_NO_STATEMENT]
    return about(
        subject,
        row,
        dispute,
        provided=late.done,
        expected=late.due,
        facts={
            "received": received,
            "acts": Bilingual(*(" ".join(one(lang) for one in told_of) for lang in LANGS)),
        },
        basis=(late.law,),
    )


def _appealed(case: tuple[str, CourtCase], evidence: Evidence) -> Verdict | None:
    """Find each appeal in cassation that came after its last day by the act and by the court's rule.

    Judge by the later of the two times: the register does not say whether the parties were present.
    """
    subject, row = case
    received, day, law = row.received_on, row.cassation_on, evidence.law
    if received is None or day is None:
        return None
    by_act = due_of(DeadlineKind.CASSATION, Span.of(received), evidence).last
    provisions = [law.cassation_filing.at(received)]
    by_rule, earliest = by_act, by_act
    if in_force(plain(law), "cassation_filing_perma", received) is not None:
        provisions.append(law.cassation_filing_perma.at(received))
        by_rule = due_of(DeadlineKind.CASSATION_PERMA, Span.of(received), evidence).last
        earliest = _from_pronouncement(row, evidence) or by_rule
    if day <= max(by_act, by_rule):
        return FINE
    return about(
        subject,
        row,
        provided=day,
        expected=max(by_act, by_rule),
        facts={"received": received, "by_act": by_act, "by_rule": by_rule, "safe": min(by_act, earliest)},
        basis=tuple(cited(provision) for provision in provisions),
    )


def _from_pronouncement(row: CourtCase, evidence: Evidence) -> date | None:
    """Return the last day by the court's rule where the parties heard the decision."""
    if row.decided_on is None:
        return None
    try:
        return due_of(DeadlineKind.CASSATION_PERMA, Span.of(row.decided_on), evidence).last
    except UNKNOWN:
        return None


C204 = Rule(
    code="C204",
    severity=Severity.WARNING,
    title=Bilingual("Gugatan lewat batas waktu", "A suit out of time"),
    message=Bilingual(
        "Salinan putusan Komisi Informasi diterima {received}. {acts}",
        "The copy of the commission's decision was received on {received}. {acts}",
    ),
    mend=Bilingual(
        "Periksa tanggal_pernyataan dan tanggal gugatan, dan tanggal_terima_putusan sengketanya.",
        "Look at tanggal_pernyataan and the date of the suit, and at tanggal_terima_putusan of the dispute.",
    ),
    explanation=Bilingual(
        "Undang-undang menghitung pernyataan tertulis bahwa putusan ajudikasi tidak diterima, PERMA pengajuan"
        " gugatannya; keduanya menurut hari kerja sejak salinan putusan diterima. Yang dipakai hari"
        " penerimaan menurut register; hari penerimaan pihak lain dapat berbeda.",
        "The act times the written statement that the decision is not accepted, the court's rule the filing"
        " of the suit; both in working days from receipt of the copy. The day of receipt in the register is"
        " used; that of the other party may differ.",
    ),
    where=columns(gugatan="nomor_sengketa tanggal_pernyataan tanggal", sengketa="tanggal_terima_putusan"),
    example=Bilingual(
        "putusan diterima 6 September 2021, gugatan diajukan 20 September 2021",
        "decision received 6 September 2021, suit filed 20 September 2021",
    ),
    basis=("court_statement", "court_filing"),
    check=each(_suits, _sued, _NO_SUIT),
)
C205 = Rule(
    code="C205",
    severity=Severity.WARNING,
    title=Bilingual("Kasasi lewat batas waktu", "A cassation out of time"),
    message=Bilingual(
        "Kasasi diajukan {provided}; putusan pengadilan diterima {received}. Batasnya {by_act} menurut"
        " undang-undang dan {by_rule} menurut PERMA bila diberitahukan hari itu; yang aman {safe}.",
        "Cassation filed {provided}; the court's decision was received on {received}. The last day was"
        " {by_act} by the act and {by_rule} by the court's rule, if notified that day; the safe one was"
        " {safe}.",
    ),
    mend=Bilingual(
        "Periksa tanggal_kasasi dan tanggal_terima_putusan.",
        "Look at tanggal_kasasi and tanggal_terima_putusan.",
    ),
    explanation=Bilingual(
        "Undang-undang menghitung kasasi menurut hari kalender sejak putusan diterima, PERMA menurut hari"
        " kerja sejak putusan diucapkan, atau diberitahukan bila para pihak tidak hadir. Kedua tanggal"
        " disebut; yang lebih awal adalah yang aman, dan baru lewat keduanya kasasi disebut lewat.",
        "The act counts cassation in calendar days from receipt, the court's rule in working days from"
        " pronouncement, or from notice where the parties were absent. Both days are told; the earlier is the"
        " safe one, and only after both is a cassation called late.",
    ),
    where=columns(gugatan="tanggal_putusan tanggal_terima_putusan tanggal_kasasi"),
    example=Bilingual.both("tanggal_terima_putusan 1 November 2021, tanggal_kasasi 10 November 2021"),
    basis=("cassation_filing", "cassation_filing_perma"),
    check=each(_of_the_year, _appealed, _NO_CASSATION),
)
