"""A year beside those before it: where each figure comes from, and what it rose or fell by."""

from __future__ import annotations

from attrs import frozen

from ppid_core.model import ServiceYear
from ppid_core.summary.summary import Summary


@frozen(kw_only=True)
class EarlierYear:
    """An earlier year of the same body, with its figures (*tahun sebelumnya*).

    >>> from ppid_core import Dossier
    >>> keys = {"tahun": 2022, "badan.nama": "Pemerintah Kota Contoh"}
    >>> tables = {"laporan": [{"kunci": key, "isi": value} for key, value in keys.items()]}
    >>> last = Dossier.from_rows({**tables, "permohonan": [{"nomor": 1}]})
    >>> last.counted.summary.figure("requests.total")
    1

    Attributes:
        year: the year.
        summary: its figures, as they stood on the day of its own report.
    """

    year: ServiceYear
    summary: Summary
