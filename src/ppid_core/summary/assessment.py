"""The commission's yearly evaluation: what tables prove of each category, what a body answers itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from ppid_core.errors import NotInForceError
from ppid_core.glossary import label
from ppid_core.glossary.standard import share_of
from ppid_core.glossary.vocabulary import is_unlisted, key_of
from ppid_core.language import Bilingual
from ppid_core.law import AssessedCategory, Lawbook, MonevBand, Provision
from ppid_core.model import Absent, AssessmentQuestion, MonevCategory, Reason, Register, ServiceYear
from ppid_core.summary import proof
from ppid_core.summary.proof import Proof
from ppid_core.writing.numbers import EXACT

_WHOLE = 100


@frozen(kw_only=True)
class CategoryFacts:
    """What tables can prove of one category of the evaluation (*fakta kategori*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.summary import category_facts
    >>> report, visits = [{"kunci": "tahun", "isi": "2019"}], [{"bulan": "Mei", "kunjungan": 90}]
    >>> work = Dossier.from_rows({"laporan": report, "kunjungan": visits})
    >>> facts = category_facts(work.year, work.law)[0]
    >>> facts.title.id, facts.proofs[0].told.id
    ('laman', 'kunjungan laman tercatat pada 1 baris')

    Attributes:
        title: the category, as its year or the body's own questionnaire calls it.
        weight: its part of the questionnaire in percent, None where that was not found.
        proofs: the facts, with their places.
    """

    title: Bilingual
    weight: int | None = None
    proofs: tuple[Proof, ...] = ()


@frozen(kw_only=True)
class SelfAssessment:
    """What the body's own answers to the questionnaire add up to (*perkiraan sendiri, hanya SAQ*).

    A question without an answer, or of which the answer says no share, is unknown and never 0.

    >>> from ppid_core import Dossier
    >>> from ppid_core.summary import self_assessment
    >>> asked = [{"pertanyaan": "a", "bobot": 60, "jawaban": "75%"}, {"pertanyaan": "b", "bobot": 40}]
    >>> work = Dossier.from_rows({"laporan": [{"kunci": "tahun", "isi": "2025"}], "saq": asked})
    >>> own = self_assessment(work.year)
    >>> own.points, own.measured_weight, own.weight, own.unanswered
    (Decimal('45.00'), Decimal('60'), Decimal('100'), 1)

    Attributes:
        questions: how many there are.
        weighted: how many of them have a weight.
        weight: what these weigh together.
        measured: how many of them have an answer that says which part is fulfilled.
        measured_weight: what these weigh together.
        points: what their answers earn: each weight by its share.
        unanswered: how many questions have no answer.
        unmeasured: how many have one that says no share.
        unproven: how many that earn something name nothing that shows it.
    """

    questions: int
    weighted: int
    weight: Decimal
    measured: int
    measured_weight: Decimal
    points: Decimal
    unanswered: int
    unmeasured: int
    unproven: int

    @classmethod
    def of(cls, rows: Iterable[AssessmentQuestion]) -> SelfAssessment:
        """Add the answers up.

        >>> from ppid_core.model import Coded, SelfAnswer
        >>> yes = AssessmentQuestion(weight=Decimal(40), answer=Coded(SelfAnswer.YES))
        >>> own = SelfAssessment.of([yes, AssessmentQuestion(weight=Decimal(60))])
        >>> own.points, own.measured_weight, own.weight
        (Decimal('40'), Decimal('40'), Decimal('100'))
        """
        asked = tuple(rows)
        shares = [(row, share_of(row.answer)) for row in asked]
        weights = [row.weight for row in asked if row.weight is not None]
        measured = [(row.weight, part) for row, part in shares if row.weight is not None and part is not None]
        return cls(
            questions=len(asked),
            weighted=len(weights),
            weight=_sum(weights),
            measured=len(measured),
            measured_weight=_sum(weight for weight, _ in measured),
            points=_sum(EXACT.multiply(weight, part) for weight, part in measured),
            unanswered=sum(row.answer is None for row in asked),
            unmeasured=sum(row.answer is not None and part is None for row, part in shares),
            unproven=sum(bool(part) and not row.proof for row, part in shares),
        )

    @property
    def is_whole(self) -> bool:
        """Whether each question has a weight and an answer that says its share."""
        return self.measured == self.questions

    @property
    def lowest(self) -> Fraction | Absent:
        """The percentage of the whole weight where all that is unknown earned nothing."""
        return self._percent(self.points)

    @property
    def highest(self) -> Fraction | Absent:
        """The same where all that is unknown earned everything."""
        return self._percent(EXACT.add(self.points, EXACT.subtract(self.weight, self.measured_weight)))

    def _percent(self, points: Decimal) -> Fraction | Absent:
        if self.weighted < self.questions or not self.weight:
            return Absent(Reason.NO_COUNT)
        return Fraction(points) / Fraction(self.weight) * _WHOLE  # exact: a grade begins at its very number

    def bands(self, law: Lawbook, year: ServiceYear) -> tuple[MonevBand, ...]:
        """Return the grades that the answers may come to, the lowest first: one where nothing changes it.

        None are returned where the whole weight is not known, cells could not be read, or the year is one
        before there were grades.
        """
        lowest, highest = self.lowest, self.highest
        if isinstance(lowest, Absent) or isinstance(highest, Absent) or year.unread_cells("saq"):
            return ()
        day = year.period.last_day
        try:
            ends = (law.monev_band(lowest, day), law.monev_band(highest, day))
        except NotInForceError:
            return ()
        return tuple(dict.fromkeys(ends))


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    total = Decimal(0)
    for number in numbers:
        total = EXACT.add(total, number)
    return total


def self_assessment(year: ServiceYear) -> SelfAssessment | Absent:
    """Return what the body's own answers add up to; absent without a questionnaire of its own.

    >>> from ppid_core import Dossier
    >>> self_assessment(Dossier.open("examples/kota-serang-2020").year)
    Absent(reason=<Reason.NOT_KEPT: 'not_kept'>, detail='')
    """
    if isinstance(year.questions, Absent):
        return year.questions
    return SelfAssessment.of(year.questions) if year.questions else Absent(Reason.NO_ROWS)


def by_category(year: ServiceYear) -> Iterator[tuple[Bilingual, SelfAssessment]]:
    """Yield each category that the questionnaire names, in its order, with its own answers."""
    groups: dict[str, list[AssessmentQuestion]] = {}
    for row in () if isinstance(year.questions, Absent) else year.questions:
        groups.setdefault("" if row.category is None else key_of(row.category), []).append(row)
    for rows in groups.values():
        yield _titled(rows[0]), SelfAssessment.of(rows)


def _titled(row: AssessmentQuestion) -> Bilingual:
    if row.category is None:
        return Bilingual("kategori tidak dicatat", "category not recorded")
    if is_unlisted(row.category):
        return Bilingual.both(row.category.typed)
    return Bilingual(label(row.category.slug), label(row.category.slug, "en"))


def categories_of(year: ServiceYear, law: Lawbook) -> Provision[tuple[AssessedCategory, ...]] | None:
    """Return the categories of the evaluation of a year; None before there was one.

    Of a year whose categories were not found they are none, and the note says so.
    """
    try:
        return law.monev_categories.at(year.period.last_day)
    except NotInForceError:
        return None


def category_facts(year: ServiceYear, law: Lawbook) -> tuple[CategoryFacts, ...]:
    """Return what tables can prove of each category: those of the year, else those of the questionnaire.

    >>> from ppid_core.model import ReportingPeriod
    >>> facts = category_facts(ServiceYear(period=ReportingPeriod(2025)), Lawbook.load())
    >>> [(one.title.id, one.weight, one.proofs) for one in facts][:2]
    [('kualitas informasi', 10, ()), ('jenis informasi', 40, ())]
    """
    provision = categories_of(year, law)
    found = () if provision is None else provision.value
    if found:
        return tuple(
            CategoryFacts(title=one.title, weight=one.weight, proofs=_proofs(year, MonevCategory(one.slug)))
            for one in found
        )
    asked = () if isinstance(year.questions, Absent) else year.questions
    named = dict.fromkeys(row.category.slug for row in asked if row.category is not None)
    return tuple(
        CategoryFacts(title=Bilingual(label(one), label(one, "en")), proofs=_proofs(year, one))
        for one in named
        if one is not MonevCategory.OTHER
    )


def _proofs(year: ServiceYear, category: MonevCategory) -> tuple[Proof, ...]:
    return tuple(one for shown in _SHOWN.get(category, ()) for one in shown(year))


_SHOWN: Mapping[MonevCategory, tuple[Callable[[ServiceYear], Iterable[Proof]], ...]] = {
    MonevCategory.QUALITY: (proof.public_list, proof.consequence_tests),
    MonevCategory.KINDS: (proof.availability, proof.kinds_listed, proof.exempt_list),
    MonevCategory.SERVICE: (
        lambda year: proof.cases(year, Register.REQUESTS),
        proof.notices,
        lambda year: proof.cases(year, Register.OBJECTIONS),
    ),
    MonevCategory.COMMITMENT: (proof.commitment,),
    MonevCategory.FACILITIES: (proof.facilities,),
    MonevCategory.DIGITALISATION: (proof.online, proof.website),
    MonevCategory.INNOVATION: (proof.innovations,),
    MonevCategory.WEBSITE: (proof.website,),
    MonevCategory.ANNOUNCEMENT: (proof.availability, proof.kinds_listed),
    MonevCategory.PROVISION: (proof.public_list, proof.documentation),
}
"""Which facts belong to a category: our arrangement, no commission's."""
