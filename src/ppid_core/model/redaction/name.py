"""Names of persons in the words of others: which there are, and where they stand whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from ppid_core.model.absent import Absent
from ppid_core.model.dispute import Dispute
from ppid_core.model.objection import Objection
from ppid_core.model.redaction.word import Phrases, Span, Words, folded, words_of
from ppid_core.model.request import Applicant, ApplicantClass, Request
from ppid_core.model.year import ServiceYear

MASK = "[disamarkan]"
"""What stands where personal data stood."""

Case = Request | Objection | Dispute


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_TITLES = _words(
    "sdr sdri saudara saudari bapak bpk bp pak ibu bu tuan tn nyonya ny nona nn h hj haji hajah kh ustad"
    " ustadz ust drs dra dr drg ir prof apt ns"
)
_DEGREES = _words(
    "s m a d sh mh se mm st mt ma ba sc si pd sos kom ip e t h ag ak ked kep farm hum sn ap kn md ds psi i"
    " spd mpd sip ssos msi skom mkom ssi spdi sag mag skm amd shi phd msc mba spt sp mp sked"
)
_ORGANISATIONS = _words(
    "pt cv ud fa firma yayasan perkumpulan koperasi universitas institut sekolah rs rsud lembaga lsm lbh"
    " ormas organisasi forum aliansi komunitas himpunan ikatan persatuan perhimpunan asosiasi serikat"
    " partai dinas badan kantor komite komisi pusat jaringan gerakan front dewan majelis media koran"
    " tabloid radio harian majalah bem hmi pmii"
)
_LEGAL_FORMS = _words("pt cv ud fa firma yayasan perkumpulan koperasi universitas rsud")
_NOBODY = _words(
    "tidak tanpa belum ada diketahui disebutkan disebut diisi nama anonim anonymous hamba allah pemohon"
    " informasi warga negara indonesia masyarakat umum mahasiswa mahasiswi pelajar perorangan pribadi"
    " individu kelompok orang lembaga wartawan kota kabupaten provinsi desa publik dan lain"
)
_BETWEEN = re.compile(r"\s+dan\s+|[;&/|]|,", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PARTS = re.compile(r"[,;/|]")
_FEWEST_DIGITS = 5
_SHORTEST_ADDRESS = 3


@frozen(kw_only=True)
class KnownNames:
    """Where names stand in a text.

    Attributes:
        persons: whole names of more than one word, and what else leads to one person.
        others: names in which a person's name may stand without meaning the person: of the body, of agencies,
            officials and organisations.
    """

    persons: Phrases = field(factory=lambda: Phrases(()))
    others: Phrases = field(factory=lambda: Phrases(()))

    @classmethod
    def of(cls, year: ServiceYear) -> KnownNames:
        """Return the names that the registers of ``year`` know."""
        if not has_applicants(year):
            return cls()
        own = {folded(text) for text in (year.body.phone, year.body.email, year.body.address)}
        persons = (one for row in _cases(year) for one in _told_by(row) if one not in own)
        return cls(persons=Phrases(persons), others=Phrases(_others(year)))

    def spans(self, text: str, alone: frozenset[str] = frozenset()) -> Iterator[tuple[Span, int]]:
        """Yield where a person is named, with the number of the name; ``alone`` are names of one word."""
        if self.persons.is_empty and not alone:
            return
        said = folded(text)
        if alone.isdisjoint(said) and not self.persons.may_begin(said):
            return
        words, at = words_of(text), 0
        other: Span = (0, 0)
        while at < len(words):
            length, _ = self.others.at(words, at)
            if at + length > other[1]:
                other = (at, at + length)
            length, number = self._person(words[at].folded in alone, *self.persons.at(words, at))
            within = other[0] <= at and at + length <= other[1] and other != (at, at + length)
            if length and not within and not (at and words[at - 1].folded in _LEGAL_FORMS):
                yield (words[at].start, words[at + length - 1].end), number
                at += length
            else:
                at += 1

    @staticmethod
    def _person(is_alone: bool, length: int, number: int) -> tuple[int, int]:  # noqa: FBT001  one word
        return (1, 0) if is_alone and not length else (length, number)


def has_applicants(year: ServiceYear) -> bool:
    """Tell whether the registers say anything of a person: whether there is a name to look for."""
    return any(row.applicant is not None for row in _cases(year))


def alone(row: object) -> frozenset[str]:
    """Return the names of one word that the row itself holds: they mean the person only there."""
    if not isinstance(row, Case) or row.applicant is None:
        return frozenset()
    names = names_of(row.applicant.name, row.applicant_class)
    return frozenset(name[0] for name in names if len(name) == 1)


def _told_by(row: Case) -> Iterator[Words]:
    if row.applicant is not None:
        yield from (name for name in names_of(row.applicant.name, row.applicant_class) if len(name) > 1)
        yield from _contacts(row.applicant)


def names_of(typed: str, kind: ApplicantClass | None) -> Iterator[Words]:
    """Yield a name as typed and without titles, each where several are typed; none of an organisation."""
    whole = folded(typed)
    if not _means_somebody(whole) or _is_organisation(whole, kind):
        return
    yield whole
    if kind is ApplicantClass.ORGANISATION:
        return
    for part in _BETWEEN.split(_ASIDE.sub(" ", typed)):
        name = _bare(folded(part))
        if _means_somebody(name):
            yield name


def _bare(words: Words) -> Words:
    """Return a name without titles before it and degrees behind it."""
    first, last = 0, len(words)
    while first < last and words[first] in _TITLES:
        first += 1
    while last > first + 1 and words[last - 1] in _DEGREES:
        last -= 1
    return words[first:last]


def _means_somebody(words: Words) -> bool:
    return not set(words) <= _NOBODY and not set(words) <= _DEGREES | _TITLES


def _is_organisation(words: Words, kind: ApplicantClass | None) -> bool:
    """Tell whether it is an organisation's name: a person may be typed beside *lembaga*, too."""
    return kind is not ApplicantClass.INDIVIDUAL and words[0] in _ORGANISATIONS


def _contacts(applicant: Applicant) -> Iterator[Words]:
    """Yield what else leads to one person: numbers and addresses of the register, as they are typed there."""
    for name in Applicant.__attrs_attrs__:
        typed: str = getattr(applicant, name.name)
        if name.name == "address":
            words = folded(typed)
            if len(words) >= _SHORTEST_ADDRESS and any(sign.isdecimal() for sign in typed):
                yield words
        elif name.name != "name":
            yield from (
                folded(part)
                for part in _PARTS.split(typed)
                if "@" in part or sum(sign.isdecimal() for sign in part) >= _FEWEST_DIGITS
            )


def _cases(year: ServiceYear) -> Iterator[Case]:
    registers: Iterable[tuple[Case, ...] | Absent] = (year.requests, year.objections, year.disputes)
    for register in registers:
        if not isinstance(register, Absent):
            yield from register


def _others(year: ServiceYear) -> Iterator[Words]:
    body, signatory = year.body, year.signatory
    yield from map(folded, (body.name, body.commission, body.ppid, body.superior, body.address))
    if signatory is not None:
        yield from map(folded, (signatory.name, signatory.office))
    if not isinstance(year.agencies, Absent):
        yield from (folded(name) for agency in year.agencies for name in agency.names)
    for row in _cases(year):
        if row.agency is not None:
            yield folded(row.agency.typed)
        if isinstance(row, Objection):
            yield from map(folded, (row.superior_name, row.superior_office))
        if row.applicant is not None:
            whole = folded(row.applicant.name)
            if whole and _is_organisation(whole, row.applicant_class):
                yield whole
