"""The three time zones of Indonesia, and in which of them a province lies."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from ppid_core.writing import WIB


class Zone(StrEnum):
    """Time zones (*zona waktu*)."""

    WIB = "wib"
    WITA = "wita"
    WIT = "wit"

    @property
    def tzinfo(self) -> dt.tzinfo:
        """The zone as a `datetime` takes it."""
        return _ZONES[self]


_ZONES = {
    Zone.WIB: WIB,
    Zone.WITA: dt.timezone(dt.timedelta(hours=8), "WITA"),
    Zone.WIT: dt.timezone(dt.timedelta(hours=9), "WIT"),
}
_CENTRAL = frozenset(
    {
        *("bali", "nusatenggarabarat", "ntb", "nusatenggaratimur", "ntt"),
        *("kalimantanselatan", "kalsel", "kalimantantimur", "kaltim", "kalimantanutara", "kaltara"),
        *("sulawesiutara", "sulut", "sulawesitengah", "sulteng", "sulawesiselatan", "sulsel"),
        *("sulawesitenggara", "sultra", "sulawesibarat", "sulbar", "gorontalo"),
    }
)
_EASTERN = frozenset(
    {
        *("maluku", "malukuutara", "malut", "papua", "papuabarat", "papuabaratdaya", "papuaselatan"),
        *("papuatengah", "papuapegunungan"),
    }
)
"""Every other province lies in the west."""


def zone_of_province(name: str) -> Zone:
    """Return the zone of a province; that of Jakarta where it is not known or lies in the west.

    >>> zone_of_province("Provinsi Nusa Tenggara Barat")
    <Zone.WITA: 'wita'>
    """
    folded = "".join(sign for sign in name.casefold() if sign.isalnum())
    known = folded.removeprefix("provinsi").removeprefix("prov")
    if known in _CENTRAL:
        return Zone.WITA
    return Zone.WIT if known in _EASTERN else Zone.WIB
