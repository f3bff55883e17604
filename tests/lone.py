"""One register of four requests, written as each kind of single file; what it adds up to is counted by hand.

Working days until the notice: 3; 3 (8 February is Isra Mikraj, 9 February joint leave); 5 (11 March is Nyepi,
12 March joint leave); 4 (9 May is the Ascension, 10 May joint leave).
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import Workbook

HEADING = (
    "No",
    "Tanggal",
    "Pemohon",
    "Kanal",
    "Informasi yang Diminta",
    "Keputusan",
    "Tanggal Pemberitahuan",
)
ROWS = (
    ("1", "2024-01-08", "perorangan", "website", "Ringkasan APBD", "dikabulkan", "2024-01-11"),
    ("2", "2024-02-05", "badan hukum", "surel", "Daftar paket pekerjaan", "ditolak", "2024-02-12"),
    ("3", "2024-03-04", "perorangan", "website", "Laporan kinerja", "dikabulkan", "2024-03-13"),
    ("4", "2024-05-06", "perorangan", "meja layanan PPID", "Peta jalan", "dikabulkan sebagian", "2024-05-14"),
)
FIGURES: Mapping[str, int] = {
    "requests.total": 4,
    "requests.by_channel.website": 2,
    "requests.by_outcome.granted": 2,
    "requests.by_outcome.partly_granted": 1,
    "requests.by_outcome.refused": 1,
    "requests.response_time.max": 5,
}
Rows = tuple[tuple[str, ...], ...]


def separated(sign: str, rows: Rows = ROWS) -> str:
    """Return the register as text, its cells set apart by a sign."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=sign, lineterminator="\n").writerows((HEADING, *rows))
    return stream.getvalue()


def page(rows: Rows = ROWS) -> str:
    """Return it as a program written in PHP exports it: a page that calls itself .xls."""
    lines = "\n".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return (
        '\ufeff<html xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel">\n<head><meta http-equiv="Content-Type" '
        'content="application/vnd.ms-excel; charset=utf-8"><style>td {mso-number-format:"\\@"}</style>\n'
        f'</head><body><table border="1"><tr><th colspan="{len(HEADING)}">REGISTER &amp; TANGGAPAN</th></tr>'
        f"<tr>{''.join(f'<th>{title}</th>' for title in HEADING)}</tr>\n{lines}</table></body></html>"
    )


def records(rows: Rows = ROWS) -> list[dict[str, str]]:
    """Return it as objects."""
    return [dict(zip(HEADING, row, strict=True)) for row in rows]


def book(rows: Rows = ROWS) -> bytes:
    """Return it as a workbook of one sheet, which nobody named."""
    made, stream = Workbook(), io.BytesIO()
    sheet = made.worksheets[0]
    sheet.title = "Sheet1"
    for row in (("REGISTER PERMOHONAN INFORMASI",), (), HEADING, *rows):
        sheet.append(row)
    made.save(stream)
    return stream.getvalue()


KINDS: Mapping[str, Callable[[Rows], bytes]] = {
    "data.csv": lambda rows: separated(",", rows).encode("utf-8-sig"),
    "titik-koma.csv": lambda rows: separated(";", rows).encode(),
    "data.csv.gz": lambda rows: gzip.compress(separated(",", rows).encode(), mtime=0),
    "data.tsv": lambda rows: separated("\t", rows).encode(),
    "tab.xls": lambda rows: separated("\t", rows).encode(),
    "halaman.xls": lambda rows: page(rows).encode(),
    "buku.xlsx": book,
    "daftar.json": lambda rows: json.dumps(records(rows)).encode(),
    "tanggapan.json": lambda rows: json.dumps(
        {"status": "ok", "total": len(rows), "data": records(rows)}
    ).encode(),
    "data.jsonl": lambda rows: "\n".join(map(json.dumps, records(rows))).encode(),
    "data.ndjson.gz": lambda rows: gzip.compress("\n".join(map(json.dumps, records(rows))).encode(), mtime=0),
}
"""What makes each kind of file of some rows, by a name that says nothing."""


def written(folder: Path, name: str, rows: Rows = ROWS) -> Path:
    """Write the register as a file of that name's kind, and return its path."""
    path = folder / name
    path.write_bytes(KINDS[name](rows))
    return path
