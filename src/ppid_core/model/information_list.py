"""The lists of information that a body keeps: what is public (DIP), and what is exempt (DIK)."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from ppid_core.model.agency import AgencyRef
from ppid_core.model.matrix import InformationCategory
from ppid_core.source import Source


@frozen(kw_only=True)
class PublicInformation:
    """An entry of the list of public information (*daftar informasi publik*, DIP).

    >>> from ppid_core.model import PublicInformation
    >>> PublicInformation(number="1", summary="Laporan tahunan", made="Kota Contoh, 2024").number
    '1'

    Attributes:
        number: its number in the list.
        summary: what it holds, in a few words (*ringkasan isi informasi*).
        holder: the unit that holds it (*unit yang menguasai*).
        responsible: who made it or publishes it (*penanggung jawab*).
        made: when and where it was made, as written.
        form: in which form it is there, as written: print, online.
        retention: how long it is kept, as written (*retensi arsip*).
        category: how it has to be announced, UU 14/2008 Pasal 9 to 11.
        updated_on: the day on which it was last renewed (*pemutakhiran*).
    """

    number: str = ""
    summary: str = ""
    holder: AgencyRef | None = None
    responsible: str = ""
    made: str = ""
    form: str = ""
    retention: str = ""
    category: InformationCategory | None = None
    updated_on: date | None = None
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class ExemptInformation:
    """An entry of the list of exempt information (*daftar informasi yang dikecualikan*, DIK).

    >>> from ppid_core.model import ExemptInformation
    >>> ExemptInformation(number="3", information="Data pribadi pelapor", letter="h").letter
    'h'

    Attributes:
        number: its number in the list, by which a refusal names it.
        information: what is exempt.
        basis: the provision that it rests on, as written.
        letter: letters of UU 14/2008 Pasal 17.
        when_opened: what follows where it is opened (*akibat bila dibuka*).
        when_closed: what follows where it stays closed (*akibat bila ditutup*).
        duration: how long it is exempt, as written (*jangka waktu*).
        valid_until: the last day of that.
        tested_on: the day of the consequence test (Pasal 19).
        decree: the decree that classified it (*penetapan klasifikasi*).
        agency: the agency that holds it.
    """

    number: str = ""
    information: str = ""
    basis: str = ""
    letter: str = ""
    when_opened: str = ""
    when_closed: str = ""
    duration: str = ""
    valid_until: date | None = None
    tested_on: date | None = None
    decree: str = ""
    agency: AgencyRef | None = None
    source: Source | None = field(default=None, eq=False)

    def has_ended(self, day: date) -> bool:
        """Tell whether its last day lies before ``day``."""
        return self.valid_until is not None and self.valid_until < day
