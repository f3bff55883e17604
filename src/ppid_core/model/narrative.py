"""What the report tells in words, and the instruments it names."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from ppid_core.model.absent import NOT_KEPT, Absent
from ppid_core.source import Source


@frozen(kw_only=True)
class Passage:
    """Prose of one chapter (*naskah*): ``part`` is its key ("kata-pengantar"), ``text`` as typed.

    >>> from ppid_core.model import Passage
    >>> Passage(part="penutup", text="Demikian laporan ini.").text
    'Demikian laporan ini.'
    """

    part: str
    text: str
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Entry:
    """One item of a list (*uraian*).

    >>> from ppid_core.model import Entry
    >>> Entry(text="Layanan dalam jaringan", date="Mei 2024").text
    'Layanan dalam jaringan'
    """

    text: str
    date: str = ""
    note: str = ""
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Recommendation(Entry):
    """A recommendation (*rekomendasi*) and what is planned to come of it, or what became of it.

    >>> from ppid_core.model import Recommendation
    >>> Recommendation(text="Tambah petugas", follow_up="sudah").follow_up
    'sudah'

    Attributes:
        year: the year whose report made it; None is that of this report.
        follow_up: the plan (*rencana tindak lanjut*); of an earlier report, what became of it.
    """

    year: int | None = None
    follow_up: str = ""

    def is_earlier(self, year: int) -> bool:
        """Tell whether the report of a year before ``year`` made it."""
        return self.year is not None and self.year < year


class ConstraintKind(StrEnum):
    """Kinds of constraint."""

    INTERNAL = "internal"
    EXTERNAL = "external"


@frozen(kw_only=True)
class Constraint:
    """An obstacle to the service (*kendala*).

    >>> from ppid_core.model import Constraint, ConstraintKind
    >>> Constraint(text="Kekurangan petugas", kind=ConstraintKind.INTERNAL).kind.value
    'internal'
    """

    text: str
    kind: ConstraintKind | None = None
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Regulation:
    """A regulation that the service rests on (*regulasi*).

    >>> from ppid_core.model import Regulation
    >>> Regulation(number="Peraturan Walikota Nomor 24 Tahun 2011", year=2011).year
    2011
    """

    number: str = ""
    about: str = ""
    year: int | None = None
    source: Source | None = field(default=None, eq=False)


class MentionKind(StrEnum):
    """What a quotation names."""

    INSTRUMENT = "instrument"
    BODY = "body"
    DATE = "date"


@frozen(kw_only=True)
class InstrumentMention:
    """An instrument, a body or a dated weekday as the text names it (*kutipan*).

    >>> from ppid_core.model import InstrumentMention
    >>> InstrumentMention(text="Peraturan Walikota Nomor 24 Tahun 2011").kind.value
    'instrument'

    Attributes:
        text: the name or number as it stands there.
        passage: the chapter in which it stands.
    """

    kind: MentionKind = MentionKind.INSTRUMENT
    text: str = ""
    about: str = ""
    year: int | None = None
    passage: str = ""
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Narrative:
    """Everything that is told and not counted.

    >>> from ppid_core.model import Narrative, Passage
    >>> Narrative(passages=(Passage(part="kata_pengantar", text="Laporan ini …"),)).passages[0].part
    'kata_pengantar'
    """

    passages: tuple[Passage, ...] = ()
    priorities: tuple[Entry, ...] | Absent = NOT_KEPT
    constraints: tuple[Constraint, ...] | Absent = NOT_KEPT
    recommendations: tuple[Recommendation, ...] | Absent = NOT_KEPT
    regulations: tuple[Regulation, ...] | Absent = NOT_KEPT
    mentions: tuple[InstrumentMention, ...] | Absent = NOT_KEPT

    def passage(self, part: str) -> Passage | None:
        """Return the prose of one chapter, None where none is typed."""
        return next((passage for passage in self.passages if passage.part == part), None)
