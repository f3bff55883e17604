"""Ten years of an invented body, generated: the same seed gives the same registers, and nobody is in them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

BODY = "Pemerintah Kabupaten Contoh"
YEARS = range(2015, 2025)
CHANNELS = ("meja layanan PPID", "surel", "website", "whatsapp")
OUTCOMES = ("dikabulkan seluruhnya", "dikabulkan sebagian", "ditolak", "tidak dikuasai")
NOT_KEPT = 2017
"""The year of which nobody kept the register of requests, only that of objections."""

Row = Mapping[str, object]
Tables = Mapping[str, Sequence[Row]]


def ten_years(seed: int = 14) -> Mapping[int, Tables]:
    """Return the tables of each year, as `ppid_core.Dossier.from_rows` takes them."""
    chance = random.Random(seed)  # noqa: S311  an example, no secret
    return {year: _year(year, chance) for year in YEARS}


def _year(year: int, chance: random.Random) -> Tables:
    since = year - YEARS[0]
    requests = [_request(number, year, since, chance) for number in range(1, 61 + 9 * since)]
    objections = [
        {"nomor": f"{number}/KB/{year}", "tanggal": date(year, 6, 1) + timedelta(days=number)}
        for number in range(1, 3 + since // 2)
    ]
    head: list[Row] = [{"kunci": "tahun", "isi": year}, {"kunci": "badan.nama", "isi": BODY}]
    kept: Tables = {} if year == NOT_KEPT else {"permohonan": requests}
    return {"laporan": head, **kept, "keberatan": objections}


def _request(number: int, year: int, since: int, chance: random.Random) -> Row:
    """Return a request; answers take longer as requests grow, and more of them come by the internet."""
    received = date(year, 1, 1) + timedelta(days=chance.randrange(330))
    channel = chance.choices(CHANNELS, weights=(12 - since, 4, 2 + since, since))[0]
    outcome = chance.choices(OUTCOMES, weights=(70, 15, 10, 5))[0]
    return {
        "nomor": f"{number:03d}/PPID/{year}",
        "tanggal": received,
        "kanal": channel,
        "keputusan": outcome,
        "alasan_penolakan": "dikecualikan" if outcome == "ditolak" else "",
        "tanggal_pemberitahuan": received + timedelta(days=chance.randrange(3, 15 + since)),
    }
