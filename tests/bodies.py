"""Generated bodies, shaped like what real ones report: most small, a few large, some with totals alone.

What a person would count of each is counted while it is made, without the library. Codes are those of
Kemendagri, names are invented; nobody applies here.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from attrs import evolve, field, frozen

Tables = dict[str, list[dict[str, Any]]]
OUTCOMES = (
    *("dikabulkan seluruhnya",) * 6,
    *("dikabulkan sebagian", "ditolak", "ditolak", "tidak dikuasai"),
)
LARGEST = 5_000


@frozen(kw_only=True)
class Made:
    """One generated report, and what a person counts in it.

    Attributes:
        name: of its folder.
        counts: numbers that it tells, by path; what is not among them it does not tell.
        standing: ``whole``, ``draft``, ``part``, or ``old`` for a version that a later one replaces.
    """

    name: str
    code: str
    year: int
    tables: Tables = field(repr=False)
    counts: Mapping[str, int]
    unit: str = "request"
    standing: str = "whole"


def bodies(codes: Sequence[str], years: Sequence[int], *, seed: int = 1, median: int = 150) -> Iterator[Made]:
    """Yield the reports of bodies with these codes; the same for the same seed.

    Args:
        codes: one for each body.
        years: the years that they report.
        seed: of the numbers.
        median: of the number of requests.
    """
    random = Random(seed)  # noqa: S311  no secret
    for code in codes:
        size = min(LARGEST, round(random.lognormvariate(0, 1.2) * median))
        habit = random.choices(("rows", "totals", "applicants", "nothing"), (70, 15, 8, 7))[0]
        for year in years:
            chance = random.random()
            if chance < 0.08:
                continue  # this body did not report
            number = max(0, round(size * random.uniform(0.7, 1.3)))
            made = _report(random, code, year, number, habit)
            if chance < 0.16:
                old = _report(random, code, year, number + 1, habit, standing="old")
                yield _named(old, "-lama")
            if chance > 0.97:
                made = _draft(made)
            elif chance > 0.94:
                made = _part(made)
            yield made


def _report(
    random: Random, code: str, year: int, number: int, habit: str, *, standing: str = "whole"
) -> Made:
    handed = date(year + 1, 2, 1) + timedelta(days=random.randrange(70))
    if standing == "old":
        handed = date(year + 1, 1, 15)
    keys = {
        "tahun": year,
        "badan.nama": f"Pemerintah Contoh {code}",
        "badan.kode": code,
        "badan.jenis": "pemerintah daerah",
        "penyampaian.tanggal": handed.isoformat(),
    }
    tables: Tables = {"laporan": [{"kunci": key, "isi": value} for key, value in keys.items()]}
    counts: dict[str, int] = {}
    if habit == "totals":
        tables["rekap"] = [
            {"apa": "permohonan", "jumlah": number},
            {"apa": "sengketa", "jumlah": number // 50},
        ]
        counts = {"requests.total": number, "disputes.total": number // 50}
    elif habit != "nothing":
        rows = [_request(random, year, at) for at in range(1, number + 1)]
        column = "jumlah_pemohon" if habit == "applicants" else "jumlah"
        tables["permohonan"] = [{**row, column: 1} for row in rows] or [{"nomor": "NIHIL"}]
        objections = number // 20
        tables["keberatan"] = [{"nomor": f"K{at}", "bulan": 1 + at % 12} for at in range(objections)]
        outcomes = Counter(row["keputusan"] for row in rows)
        counts = {"requests.total": number, "objections.total": objections}
        counts |= {f"requests.by_outcome.{_SLUGS[word]}": outcomes[word] for word in _SLUGS}
        if not objections:
            tables["keberatan"] = [{"nomor": "NIHIL"}]
    is_of_applicants = habit == "applicants" and number > 0
    unit = "applicant" if is_of_applicants else "request"
    return Made(
        name=f"{code}-{year}",
        code=code,
        year=year,
        tables=tables,
        counts=counts,
        unit=unit,
        standing=standing,
    )


_SLUGS = {
    "dikabulkan seluruhnya": "granted",
    "dikabulkan sebagian": "partly_granted",
    "ditolak": "refused",
    "tidak dikuasai": "not_held",
}


def _request(random: Random, year: int, at: int) -> dict[str, Any]:
    day = date(year, 1, 1) + timedelta(days=random.randrange(330))
    answered = day + timedelta(days=random.randrange(1, 30))
    return {
        "nomor": f"{at:05}",
        "tanggal": day.isoformat(),
        "kanal": random.choice(("website", "surel", "meja layanan PPID", "whatsapp")),
        "pemohon": random.choice(("perorangan", "perorangan", "badan hukum/lembaga")),
        "keputusan": random.choice(OUTCOMES),
        "tanggal_pemberitahuan": answered.isoformat(),
    }


def _named(made: Made, suffix: str) -> Made:
    return evolve(made, name=made.name + suffix)


def _draft(made: Made) -> Made:
    """Return the same with one cell that nobody can read."""
    tables = {**made.tables, "kunjungan": [{"bulan": "Januari", "kunjungan": "banyak sekali"}]}
    return evolve(made, tables=tables, standing="draft")


def _part(made: Made) -> Made:
    """Return the same as a report of the first half of the year, of which only totals are told."""
    tables = {
        "laporan": [*made.tables["laporan"], {"kunci": "periode", "isi": "semester-1"}],
        "rekap": [{"apa": "permohonan", "jumlah": 7}],
    }
    return evolve(made, tables=tables, counts={"requests.total": 7}, unit="request", standing="part")


def write(made: Made, folder: Path) -> Path:
    """Write the tables of a report as CSV files, and return their folder."""
    home = folder / made.name
    home.mkdir(parents=True)
    for name, rows in made.tables.items():
        heads = list(dict.fromkeys(key for row in rows for key in row))
        with (home / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, heads)
            writer.writeheader()
            writer.writerows(rows)
    return home
