"""Names of legal instruments in one form, so that *Perwal 24/2011* and its long name are seen to be one."""

from __future__ import annotations

import re
from types import MappingProxyType

from attrs import frozen

from ppid_core.writing.whitespace import seen

_SHORT = MappingProxyType(
    {
        "uu": "undang-undang",
        "perpu": "peraturan pemerintah pengganti undang-undang",
        "perppu": "peraturan pemerintah pengganti undang-undang",
        "pp": "peraturan pemerintah",
        "perpres": "peraturan presiden",
        "keppres": "keputusan presiden",
        "inpres": "instruksi presiden",
        "permendagri": "peraturan menteri dalam negeri",
        "kepmendagri": "keputusan menteri dalam negeri",
        "inmendagri": "instruksi menteri dalam negeri",
        "permenkominfo": "peraturan menteri komunikasi dan informatika",
        "permenkeu": "peraturan menteri keuangan",
        "pmk": "peraturan menteri keuangan",
        "permenpan": "peraturan menteri pendayagunaan aparatur negara",
        "permenpanrb": "peraturan menteri pendayagunaan aparatur negara dan reformasi birokrasi",
        "permenpan-rb": "peraturan menteri pendayagunaan aparatur negara dan reformasi birokrasi",
        "permen": "peraturan menteri",
        "kepmen": "keputusan menteri",
        "perki": "peraturan komisi informasi",
        "perkip": "peraturan komisi informasi",
        "perma": "peraturan mahkamah agung",
        "pkpu": "peraturan komisi pemilihan umum",
        "perka": "peraturan kepala",
        "perban": "peraturan badan",
        "perda": "peraturan daerah",
        "pergub": "peraturan gubernur",
        "kepgub": "keputusan gubernur",
        "ingub": "instruksi gubernur",
        "perbup": "peraturan bupati",
        "kepbup": "keputusan bupati",
        "inbup": "instruksi bupati",
        "perwal": "peraturan wali kota",
        "perwali": "peraturan wali kota",
        "perwako": "peraturan wali kota",
        "kepwal": "keputusan wali kota",
        "kepwali": "keputusan wali kota",
        "kepwako": "keputusan wali kota",
        "inwal": "instruksi wali kota",
        "perdes": "peraturan desa",
        "skb": "keputusan bersama",
        "sk": "keputusan",
        "kep.": "keputusan",
        "per.": "peraturan",
        "se": "surat edaran",
    },
)
_SPELLINGS = (
    ("walikota", "wali kota"),
    ("undang undang", "undang-undang"),
    ("mendagri", "menteri dalam negeri"),
    ("surat keputusan bersama", "keputusan bersama"),
    ("surat keputusan", "keputusan"),
    (" republik indonesia", ""),
)
_ISSUER_FOLLOWED_BY_PLACE = (
    *("peraturan daerah", "peraturan desa", "peraturan komisi informasi", "keputusan bersama"),
    *(
        f"{act} {issuer}"
        for act in ("peraturan", "keputusan", "instruksi", "surat edaran")
        for issuer in ("gubernur", "bupati", "wali kota")
    ),
)


def _instrument_kind(words: str) -> str:
    """Return the long Indonesian name of a kind, in lower case; unknown words are kept, "" stays "".

    The place is dropped where the issuer is one of a region's (*Peraturan Wali Kota Serang*): within one
    report it is always the same. Ministries and other issuers stay, for they tell two instruments apart.

    Args:
        words: what stands before the number, in lower case.
    """
    first, _, rest = " ".join(words.split()).strip(" .,:;-").partition(" ")
    name = f"{_SHORT.get(first, first)} {rest}".strip()
    for typed, settled in _SPELLINGS:
        name = name.replace(typed, settled)
    name = name.removesuffix(" ri")
    return next((kind for kind in _ISSUER_FOLLOWED_BY_PLACE if f"{name} ".startswith(f"{kind} ")), name)


_FIGURE = re.compile(r"[0-9]")
_YEAR = re.compile(r"\b(?:tahun|thn|th)\b[. ]*((?:19|20)[0-9]{2})\b")
_MARKER = re.compile(r"\b(?:nomor|no|nr)(?=[ .:0-9])[ .:]*")
_SUBJECT = re.compile(r"\b(?:tentang|ttg)\b")
_BRACKETS = re.compile(r"\([^()]*\)")
_LOOSE_SIGN = re.compile(r" ?([/-]) ?|\. (?=[0-9])")
_NUMBER_WITH_YEAR = re.compile(r"([0-9]+[a-z]?)/((?:19|20)[0-9]{2})")
_YEAR_AS_PART = re.compile(r"/((?:19|20)[0-9]{2})(?=/|$)")


@frozen(kw_only=True)
class InstrumentName:
    """What identifies a legal instrument (*produk hukum*), however its name was typed.

    Attributes:
        kind: long Indonesian name in lower case, such as "peraturan wali kota"; "" beside a bare number.
        number: in lower case without spaces, such as "24" or "042/kep.289-huk/2019"; "" if there is none.
        year: year of the instrument, None where none is written.
    """

    kind: str
    number: str
    year: int | None


def read_instrument(text: str, year: int | None = None) -> InstrumentName:
    """Return the normal form of an instrument's name; never raises.

    The name of the region and everything from *tentang* on are left out. Of several instruments in one text
    the first is read.

    Args:
        text: the name as typed.
        year: the year to take where the text names none, such as that of a column of its own.
    """
    name = _SUBJECT.split(_BRACKETS.sub(" ", _one_line(text)), maxsplit=1)[0]
    name, stated_year = _without_year(name)
    kind, number = _cut_at_number(name)
    number, number_year = _without_own_year(number)
    return InstrumentName(kind=_instrument_kind(kind), number=number, year=stated_year or number_year or year)


def same_number(one: str, other: str) -> bool:
    """Tell whether two texts name the same number, and no two different years."""
    first, second = read_instrument(one), read_instrument(other)
    years = {first.year, second.year} - {None}
    return first.number != "" and first.number == second.number and len(years) <= 1


def _one_line(text: str) -> str:
    return " ".join(seen(text).casefold().replace("–", "-").split())


def _has_figure(text: str) -> bool:
    return _FIGURE.search(text) is not None


def _without_year(name: str) -> tuple[str, int | None]:
    match = _YEAR.search(name)
    if match is None:
        return name, None
    # "Tahun 2011 Nomor 24" is rarer than "Nomor 24 Tahun 2011", after which another instrument may follow.
    before, after = name[: match.start()], name[match.end() :]
    return (before if _has_figure(before) else before + after), int(match[1])


def _cut_at_number(name: str) -> tuple[str, str]:
    """Return what stands before the number, and the number."""
    if marker := _MARKER.search(name):
        head, tail = name[: marker.start()], name[marker.end() :]
    else:
        figure = _FIGURE.search(name)
        start = name.rfind(" ", 0, figure.start()) + 1 if figure else len(name)
        head, tail = name[:start], name[start:]
    number, *_ = [*_LOOSE_SIGN.sub(_tight, tail).split(), ""]
    return head, number.strip(".,;:") if _has_figure(number) else ""


def _tight(sign: re.Match[str]) -> str:
    return sign[1] or "."


def _without_own_year(number: str) -> tuple[str, int | None]:
    """Take the year off ``24/2011``, but leave it in a longer number, of which it is a part."""
    if match := _NUMBER_WITH_YEAR.fullmatch(number):
        return match[1].lstrip("0") or "0", int(match[2])
    years = _YEAR_AS_PART.findall(number)
    plain = number.lstrip("0") or number[:1] if re.fullmatch(r"[0-9]+", number) else number
    return plain, int(years[-1]) if years else None
