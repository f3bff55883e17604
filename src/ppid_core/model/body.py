"""The public body, who signs for it, to whom the report goes and how it shall look."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from ppid_core.model.zone import Zone, zone_of_province
from ppid_core.source import Source


class BodyKind(StrEnum):
    """Kinds of public body."""

    REGIONAL_GOVERNMENT = "regional_government"
    MINISTRY = "ministry"
    STATE_INSTITUTION = "state_institution"
    VERTICAL_AGENCY = "vertical_agency"
    ELECTION_BODY = "election_body"
    HOSPITAL = "hospital"
    BUMN = "bumn"
    BUMD = "bumd"
    VILLAGE = "village"
    POLITICAL_PARTY = "political_party"
    UNIVERSITY = "university"
    COURT = "court"
    NON_GOVERNMENT = "non_government"
    OTHER = "other"


class BodyLevel(StrEnum):
    """Levels of government."""

    NATIONAL = "national"
    PROVINCE = "province"
    REGENCY = "regency"
    CITY = "city"
    VILLAGE = "village"


@frozen(kw_only=True)
class PublicBody:
    """A public body (*badan publik*) that owes the report.

    >>> from ppid_core.model import BodyKind, PublicBody
    >>> PublicBody(name="Pemerintah Kota Contoh", kind=BodyKind.REGIONAL_GOVERNMENT).name
    'Pemerintah Kota Contoh'

    Attributes:
        name: its name as on the cover.
        code: its code in the list of the ministry of home affairs, "36.73"; it tells bodies apart.
        zone: the time zone in which it works, where it says so; `time_zone` is that of its province else.
        commission: the information commission it reports to.
        ppid: the office that answers requests.
        superior: the superior of the PPID (*atasan PPID*), who answers objections.
        cuti_bersama: whether joint leave is no working day here; None where not recorded.
        logo: path of a picture, relative to the report folder.
    """

    name: str = ""
    code: str = ""
    kind: BodyKind | None = None
    level: BodyLevel | None = None
    province: str = ""
    zone: Zone | None = None
    commission: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    ppid: str = ""
    superior: str = ""
    cuti_bersama: bool | None = None
    logo: str = ""
    source: Source | None = field(default=None, eq=False)

    @property
    def time_zone(self) -> Zone:
        """The time zone in which its days begin and end."""
        return self.zone or zone_of_province(self.province)


@frozen(kw_only=True)
class Signatory:
    """Who signs (*penandatangan*), where and when.

    >>> from ppid_core.model import Signatory
    >>> Signatory(office="Kepala Dinas", place="Kota Contoh").on is None
    True
    """

    office: str = ""
    name: str = ""
    nip: str = ""
    place: str = ""
    on: date | None = None
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Submission:
    """The handing in of the report (*penyampaian*) to the commission.

    >>> from datetime import date
    >>> from ppid_core.model import Submission
    >>> Submission(on=date(2025, 3, 28), to="Komisi Informasi Provinsi").copies
    ()
    """

    on: date | None = None
    to: str = ""
    number: str = ""
    nature: str = ""
    attachments: str = ""
    subject: str = ""
    copies: tuple[str, ...] = ()
    source: Source | None = field(default=None, eq=False)


class Outline(StrEnum):
    """Orders of the chapters."""

    PERKI = "perki"
    SEVEN_PARTS = "seven_parts"


class PersonalData(StrEnum):
    """How a public edition tells what may point to one person though nobody is named."""

    BLURRED = "blurred"
    SHOWN = "shown"


@frozen(kw_only=True)
class Presentation:
    """How the report shall look (*tampilan*), and the options of formats and rules.

    >>> from ppid_core.model import Presentation
    >>> Presentation(accent="#7A1F1F").paper
    'A4'

    Attributes:
        chapter_word: "BAB" or "Bagian"; "" leaves it to the outline.
        paper: "A4" or "F4".
        accent: colour ``#RRGGBB``, "" for the default.
        personal_data: whether a public edition shows offices of persons and traits that few share.
        options: pairs of ``format.option``, or ``CODE.option`` of a rule, and the value as typed.
    """

    outline: Outline = Outline.PERKI
    chapter_word: str = ""
    paper: str = "A4"
    accent: str = ""
    personal_data: PersonalData = PersonalData.BLURRED
    options: tuple[tuple[str, str], ...] = ()
