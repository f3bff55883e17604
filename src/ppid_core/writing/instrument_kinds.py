"""Kinds of legal instruments: *Perwal*, *Peraturan Walikota*, *Peraturan Wali Kota Serang* are one."""

from __future__ import annotations

from types import MappingProxyType

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


def instrument_kind(words: str) -> str:
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
