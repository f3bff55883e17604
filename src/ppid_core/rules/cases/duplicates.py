"""C404: no objection and no dispute is recorded twice under two numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.model import Dispute, DisputeResult, Objection, ObjectionGround, Register, Request, normal
from ppid_core.rules.casebook.ground import grounds_of, letter_of
from ppid_core.rules.casebook.links import Chain, chains, numbers
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import capital, columns, term
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.subjects import shown_number
from ppid_core.summary import listed

_NO_REFERENCE = Bilingual(
    "tidak ada keberatan dengan nomor permohonan dan alasan, atau sengketa dengan nomor keberatan ({where})",
    "no objection has both its request and its ground, and no dispute its objection ({where})",
).fill(where=columns(keberatan="nomor_permohonan huruf", sengketa="nomor_keberatan"))
_Key = tuple[Register, str, bool, str]
"""The register of what a case is about, its number, whether it is of an earlier year, and the ground."""


@frozen(kw_only=True)
class _CaseReference:
    """What a case is about (*asal perkara*).

    Attributes:
        key: the same for two rows that are about the same.
        number: that of the case.
        grounds: of an objection, on which it is filed.
    """

    key: _Key
    number: str
    grounds: Sequence[ObjectionGround] = ()

    @property
    def about(self) -> Bilingual:
        """The same in words, inside a sentence."""
        number = shown_number(self.number)
        if not self.grounds:
            return Bilingual(f"keberatan {number}", f"objection {number}")
        letters = letter_of(*self.grounds)
        return Bilingual(
            f"permohonan {number} dengan alasan yang sama (huruf {letters})",
            f"request {number} on the same ground (letter {letters})",
        )


_Single = tuple[Chain, Objection | Dispute, _CaseReference]


def _recorded_once(evidence: Evidence) -> Iterator[Finding]:
    """Yield each objection to one request on one ground, each dispute of one objection, after the first."""
    first: dict[_Key, Objection | Dispute] = {}
    for case, row, origin in present(_single(evidence), _NO_REFERENCE):
        earlier = first.setdefault(origin.key, row)
        if earlier is not row and not _is_told_by_its_number(row, earlier):
            name = Register.DISPUTES if isinstance(row, Dispute) else Register.OBJECTIONS
            yield Finding(
                subject=case.subject,
                sources=(row.source, earlier.source),
                facts={"what": capital(term(name)), "about": origin.about},
            )


def _is_told_by_its_number(row: Objection | Dispute, earlier: Objection | Dispute) -> bool:
    """Tell whether two rows have one number: those are told by the rule on numbers."""
    number = normal(row.number)
    return bool(number) and number == normal(earlier.number)


def _single(evidence: Evidence) -> Iterator[_Single]:
    """Yield the single cases that say what they are about, by a number that is of one case only."""
    single = [case for case in chains(evidence) if case.count == 1 and case.suit is None]
    if not single:
        return
    is_shared = _sharing(evidence)
    for case in single:
        row = case.dispute or case.objection
        origin = _origin(case)
        if row is not None and origin is not None and not is_shared(origin.key):
            yield case, row, origin


def _origin(case: Chain) -> _CaseReference | None:
    if case.dispute is not None:
        return _of_dispute(case.dispute, case.objection)
    return None if case.objection is None else _of_objection(case.objection)


def _of_objection(row: Objection) -> _CaseReference | None:
    grounds = sorted(grounds_of(row))
    number = (row.earlier_request_number or row.request_number).strip()
    key = normal(number)
    if not grounds or not key:
        return None
    is_earlier = row.opening is not None or bool(row.earlier_request_number)
    return _CaseReference(
        key=(Register.REQUESTS, key, is_earlier, ",".join(grounds)), number=number, grounds=grounds
    )


def _of_dispute(row: Dispute, objection: Objection | None) -> _CaseReference | None:
    """Return the objection; a dispute that was dismissed, as premature perhaps, can be filed again."""
    number = (row.objection_number or (objection.number if objection is not None else "")).strip()
    is_dismissed = row.result is not None and row.result.slug is DisputeResult.DISMISSED
    if is_dismissed or not normal(number):
        return None
    return _CaseReference(
        key=(Register.OBJECTIONS, normal(number), row.opening is not None, ""), number=number
    )


def _sharing(evidence: Evidence) -> Callable[[_Key], bool]:
    """Return a way to tell whether a number is that of several rows, or of a line that stands for several."""
    every: defaultdict[Register, Counter[str]] = defaultdict(Counter)
    carried: defaultdict[Register, Counter[str]] = defaultdict(Counter)
    referred: Mapping[Register, Sequence[Request | Objection]] = {
        Register.REQUESTS: listed(evidence.year.requests),
        Register.OBJECTIONS: listed(evidence.year.objections),
    }
    for register, rows in referred.items():
        for row, key in zip(rows, numbers(evidence)[register], strict=True):
            weight = max(row.count, 1)
            every[register][key] += weight
            if row.opening is not None:
                carried[register][key] += weight
    return lambda key: (carried if key[2] else every)[key[0]][key[1]] > 1


C404 = Rule(
    code="C404",
    severity=Severity.WARNING,
    title=Bilingual("Satu perkara tercatat lebih dari sekali", "A case is recorded more than once"),
    message=Bilingual(
        "{what} atas {about} sudah tercatat di baris lain.",
        "{what}: one about {about} stands in another row already.",
    ),
    mend=Bilingual(
        "Hapus baris yang tercatat dua kali, atau betulkan nomor rujukan atau hurufnya; bila memang diajukan"
        " lagi, jelaskan.",
        "Remove the row that is recorded twice, or correct its reference or letter; where it was filed again,"
        " explain it.",
    ),
    explanation=Bilingual(
        "Satu permohonan diberi satu keberatan untuk tiap alasan, satu keberatan satu sengketa; baris kedua"
        " membuat jumlahnya terlalu besar. Sengketa yang tidak dapat diterima boleh diajukan lagi.",
        "A request gives one objection for each ground, an objection one dispute; a second row makes the"
        " number too large. A dispute that was dismissed can be filed again.",
    ),
    where=columns(keberatan="nomor_permohonan huruf", sengketa="nomor_keberatan nomor_permohonan"),
    example=Bilingual(
        "keberatan 001 dan 002 atas permohonan yang berbeda",
        "objections 001 and 002 about different requests",
    ),
    check=_recorded_once,
)
