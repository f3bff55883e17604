"""CSV: a data package, tables with their schemas, for programs that count on; read back, it is the year."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, ClassVar

from attrs import field, frozen, validators

from ppid_core.plugins import Artifact
from ppid_core.report import DataColumn, DataPackage, DataTable, Report
from ppid_exporters.dcat import CATALOGUE, catalogue

DESCRIPTOR = "datapackage.json"
_UNREAD = "(tidak terbaca)"
_ADDRESS = re.compile(r"https?://\S+")
_NO_NAME = re.compile(r"[^a-z0-9]+")


@frozen(kw_only=True)
class CsvExporter:
    """A data package (Frictionless): tables as CSV (RFC 4180, UTF-8), described by ``datapackage.json``.

    The tables are those of a report folder, and ``angka.csv`` has every figure of the summary, one a row.
    Read back (``ppid check hasil/data``), the package is the year again. It is made of the whole report in
    Indonesian alone.

    Attributes:
        delimiter: between cells; ";" suits a spreadsheet set to Indonesian.
        bom: whether a byte order mark stands first: without it, Excel shows "√" as "âˆš".
        lisensi: the licence of the data, as the body decided: a name ("CC-BY-4.0") or an address; without it
            none is claimed.
        alamat: where the folder will lie on the web, for the catalogue; without it addresses are relative.
    """

    name: str = "csv"
    label: str = "CSV (paket data, satu berkas per tabel)"
    label_en: ClassVar[str] = "CSV (data package, a file for each table)"
    delimiter: str = field(default=",", validator=validators.matches_re("[,;|\t]"))
    bom: bool = True
    lisensi: str = ""
    alamat: str = field(default="", validator=validators.matches_re(r"(https?://\S+)?"))

    def export(self, report: Report, /) -> Iterator[Artifact]:
        """Yield the descriptor, each table that it describes, and the catalogue for portals."""
        package = DataPackage.of(report)
        if package is None:
            return
        files = {f"{table.name}.csv": self.written(table) for table in package.tables}
        resources = [
            self.resource(table, package, content)
            for table, content in zip(package.tables, files.values(), strict=True)
        ]
        text = json.dumps(
            {**self.described(package), "resources": resources, **package.beside},
            ensure_ascii=False,
            indent=2,
            allow_nan=False,
        )
        # A lone surrogate, which UTF-8 cannot hold, becomes the escape that JSON has for it.
        content = f"{text}\n".encode("utf-8", "backslashreplace")
        folder = package.folder
        yield Artifact(name=DESCRIPTOR, media_type="application/json", content=content, folder=folder)
        for name, written in files.items():
            yield Artifact(name=name, media_type="text/csv", content=written, folder=folder)
        if report.meta.edition != "internal":
            whole = {DESCRIPTOR: content, **files}
            listed = catalogue(package, DESCRIPTOR, whole, address=self.alamat, licence=self.lisensi)
            yield Artifact(name=CATALOGUE, media_type="application/ld+json", content=listed, folder=folder)

    def why_none(self, report: Report, /) -> str:
        """Return why no file is made of a document, "" where there are files."""
        why, lang = DataPackage.why_none(report), report.meta.lang
        return "" if why is None else why(lang)

    def written(self, table: DataTable) -> bytes:
        """Return the file of one table."""
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, delimiter=self.delimiter, lineterminator="\r\n")
        writer.writerow([column.name for column in table.columns])
        writer.writerows(table.rows)
        return stream.getvalue().encode("utf-8-sig" if self.bom else "utf-8", "replace")

    def described(self, package: DataPackage) -> Mapping[str, Any]:
        """Return what the descriptor says of the whole."""
        words = ("layanan-informasi-publik", package.body.casefold(), package.folder.removeprefix("data"))
        name = _NO_NAME.sub("-", " ".join((*words, str(package.year)))).strip("-")
        sources = [{"title": file, "hash": _hash(digest)} for file, digest in sorted(package.inputs.items())]
        return {
            "profile": "tabular-data-package",
            "name": name,
            "title": f"{package.title}: {package.body}" if package.body else package.title,
            **({"homepage": package.homepage} if _ADDRESS.fullmatch(package.homepage) else {}),
            **({"licenses": [self.licence]} if self.lisensi else {}),
            **({"contributors": [{"title": package.body, "role": "publisher"}]} if package.body else {}),
            **({"sources": sources} if sources else {}),
        }

    @property
    def licence(self) -> Mapping[str, str]:
        """The licence as the descriptor names it."""
        key = "path" if _ADDRESS.fullmatch(self.lisensi) else "name"
        return {key: self.lisensi}

    def resource(self, table: DataTable, package: DataPackage, content: bytes) -> Mapping[str, Any]:
        """Return what the descriptor says of one table."""
        keys = [
            {
                "fields": [link.column],
                "reference": {"resource": link.to_table, "fields": [link.to_column]},
            }
            for link in package.links
            if link.table == table.name
        ]
        return {
            "profile": "tabular-data-resource",
            "name": table.name,
            "path": f"{table.name}.csv",
            "description": table.meaning,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": len(content),
            "hash": _hash(sha256(content).hexdigest()),
            "dialect": {"delimiter": self.delimiter, "lineTerminator": "\r\n"},
            "schema": {
                "fields": [_field(column, table) for column in table.columns],
                "missingValues": ["", _UNREAD] if table.is_typed else [""],
                **({"foreignKeys": keys} if keys else {}),
            },
        }


def _field(column: DataColumn, table: DataTable) -> Mapping[str, Any]:
    comma = {"decimalChar": ","} if column.kind == "number" and table.is_typed else {}
    return {"name": column.name, "type": column.kind, **comma, "description": column.meaning}


def _hash(digest: str) -> str:
    return f"sha256:{digest}"
