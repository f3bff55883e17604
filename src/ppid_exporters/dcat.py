"""DCAT 3: what a data portal reads of a data package, with all that DCAT-AP 3.0 asks for, as JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from ppid_core.model import ReportingPeriod, YearPart
from ppid_core.report import DataPackage

CATALOGUE = "katalog.jsonld"
"""What the file is called."""
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY = "http://publications.europa.eu/resource/authority"
"""The lists of words that DCAT-AP names for language, frequency and access."""
_MEDIA = "https://www.iana.org/assignments/media-types"
_TABULAR = "https://specs.frictionlessdata.io/tabular-data-package/"
_ADDRESS, _SHORT_NAME = re.compile(r"https?://\S+"), re.compile(r"[A-Za-z0-9.+-]+")
_KEYWORDS = ("layanan informasi publik", "keterbukaan informasi", "PPID", "permohonan informasi")
_DESCRIPTOR_MEANING = "Deskripsi semua tabel: kolom, kunci, dan sumbernya"
_Described = dict[str, Any]


def catalogue(
    package: DataPackage, descriptor: str, files: Mapping[str, bytes], *, address: str, licence: str
) -> bytes:
    """Return the catalogue of a package, which holds one dataset with a distribution for each file.

    Args:
        package: the data.
        descriptor: the name of the file that describes the tables.
        files: the files of the package, by their names, the descriptor among them.
        address: of the folder in which the files will lie; "" for addresses relative to this catalogue: they
            hold wherever all of it lies together.
        licence: its address, its short name at SPDX ("CC-BY-4.0"), or other words; "" where none is claimed.
    """
    publisher = _publisher(package)
    dataset = {
        "@id": "#data",
        "@type": "dcat:Dataset",
        "dct:title": _words(package.title),
        "dct:description": _words(_description(package)),
        "dct:publisher": publisher,
        "dct:temporal": _span(ReportingPeriod(package.year, package.part)),
        "dct:language": {"@id": f"{_AUTHORITY}/language/IND"},
        **_frequency(package),
        "dct:accessRights": {"@id": f"{_AUTHORITY}/access-right/PUBLIC"},
        "dcat:keyword": [_words(word) for word in _KEYWORDS],
        **({"dcat:landingPage": {"@id": package.homepage}} if package.homepage else {}),
        "dcat:distribution": list(_distributions(package, descriptor, files, licence)),
    }
    whole = {
        "@context": {**({"@base": f"{address.rstrip('/')}/"} if address else {}), **_CONTEXT},
        "@id": CATALOGUE,
        "@type": "dcat:Catalog",
        "dct:title": _words(f"Data layanan informasi publik {package.body}".strip()),
        "dct:description": _words("Data laporan layanan informasi publik menurut UU 14/2008."),
        "dct:publisher": publisher,
        "dcat:dataset": dataset,
    }
    written = json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False)
    return f"{written}\n".encode("utf-8", "backslashreplace")


def _publisher(package: DataPackage) -> _Described:
    """Return the body; one that has no name is a public body all the same."""
    name = package.body or "badan publik"
    page = {"foaf:homepage": {"@id": package.homepage}} if package.homepage else {}
    return {"@id": "#badan", "@type": "foaf:Agent", "foaf:name": name, **page}


def _description(package: DataPackage) -> str:
    told = ", ".join(table.name for table in package.tables)
    return f"{package.title}: angka dan register sebagai tabel ({told})."


def _span(period: ReportingPeriod) -> _Described:
    first, last = (
        {"@type": "xsd:date", "@value": day.isoformat()} for day in (period.first_day, period.last_day)
    )
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": first, "dcat:endDate": last}


def _frequency(package: DataPackage) -> _Described:
    """Return how often such data come: of a whole year each year, of a part nobody says."""
    is_whole = package.part is YearPart.YEAR
    return {"dct:accrualPeriodicity": {"@id": f"{_AUTHORITY}/frequency/ANNUAL"}} if is_whole else {}


def _licence(said: str) -> _Described:
    """Return a licence by its address, that of a short name being its page at SPDX, else by its words."""
    if not said or _ADDRESS.fullmatch(said):
        return {"dct:license": {"@id": said}} if said else {}
    if _SHORT_NAME.fullmatch(said):
        return {"dct:license": {"@id": f"https://spdx.org/licenses/{said}"}}
    return {"dct:license": {"@type": "dct:LicenseDocument", "dct:title": said}}


def _distributions(
    package: DataPackage, descriptor: str, files: Mapping[str, bytes], licence: str
) -> Iterator[_Described]:
    meanings = {f"{table.name}.csv": table.meaning for table in package.tables}
    for name, content in files.items():
        kind = "application/json" if name == descriptor else "text/csv"
        size = {"@type": "xsd:nonNegativeInteger", "@value": str(len(content))}
        yield {
            "@type": "dcat:Distribution",
            "dct:title": _words(name),
            "dct:description": _words(
                meanings.get(name, "Deskripsi semua tabel: kolom, kunci, dan sumbernya")
            ),
            "dcat:accessURL": {"@id": name},
            "dcat:downloadURL": {"@id": name},
            "dcat:mediaType": {"@id": f"{_MEDIA}/{kind}"},
            "dcat:byteSize": size,
            "spdx:checksum": _checksum(content),
            **_licence(licence),
            **({"dct:conformsTo": {"@id": _TABULAR}} if name == descriptor else {}),
        }


def _checksum(content: bytes) -> _Described:
    return {
        "@type": "spdx:Checksum",
        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
        "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": sha256(content).hexdigest()},
    }


def _words(text: str) -> _Described:
    return {"@language": "id", "@value": text}
