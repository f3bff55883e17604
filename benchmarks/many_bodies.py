"""Generated bodies, shaped like what real ones report: most small, a few large, some with totals alone.

What a person would count of each is counted while it is made, without the library. Codes are those of
Kemendagri, names are invented; nobody applies here.

``python -m benchmarks.many_bodies FOLDER`` writes them as they would arrive: ``FOLDER/masuk`` holds years as
JSON, folders and workbooks, ``FOLDER/daftar.csv`` who owes a report, and ``FOLDER/hitungan.json`` what was
counted, year by year.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import exp
from pathlib import Path
from random import Random
from statistics import NormalDist
from typing import Any, Final

from attrs import evolve, field, frozen
from benchmarks.registers import Tables, write_folder, write_workbook

from ppid_core import Dossier, unstructure
from ppid_core.rollup import Region, Regions

OUTCOMES = (
    *("dikabulkan seluruhnya",) * 6,
    *("dikabulkan sebagian", "ditolak", "ditolak", "tidak dikuasai"),
)
_SLUGS = {
    "dikabulkan seluruhnya": "granted",
    "dikabulkan sebagian": "partly_granted",
    "ditolak": "refused",
    "tidak dikuasai": "not_held",
}
_SPREAD: Final = 1.13
"""Of the logarithm of sizes: with a median of 150 the largest of 514 bodies has 5,000 requests."""
_HABITS: Final = {"rows": 70, "totals": 15, "applicants": 8, "nothing": 7}
"""How many of a hundred bodies hand in registers, totals alone, registers of applicants, no figure at all."""
_FATES: Final = {"missing": 8, "twice": 8, "part": 3, "draft": 3, "once": 78}
"""What becomes of a hundred reports; of those that come twice the second version counts."""
_BUDGETED, _CONTRADICTORY, _PROMPT, _REASONED = 0.6, 0.08, 0.9, 0.99
"""Shares: registers with a budget, and with a claim wrong by one; quick answers; refusals with reason."""
LARGEST: Final = 5_000
LATEST: Final = 2024
ALL: Final = 514
"""Kabupaten and kota of the latest list."""


@frozen(kw_only=True)
class Made:
    """One generated report, and what a person counts in it.

    Attributes:
        name: of its folder.
        code: the code that the region had at the end of the year.
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
        codes: one for each body, of the latest list.
        years: the years that they report.
        seed: of the numbers.
        median: of the number of requests.
    """
    random = Random(seed)  # noqa: S311  no secret
    sizes = [
        median * exp(_SPREAD * NormalDist().inv_cdf((at + 0.5) / len(codes))) for at in range(len(codes))
    ]
    random.shuffle(sizes)
    for code, size in zip(codes, sizes, strict=True):
        habit = random.choices([*_HABITS], [*_HABITS.values()])[0]
        for year in years:
            fate = random.choices([*_FATES], [*_FATES.values()])[0]
            if fate == "missing":
                continue
            number = min(LARGEST, round(size * random.uniform(0.7, 1.3)))
            made = _report(random, code, year, number, habit)
            if fate == "twice":
                old = _report(random, code, year, number + 1, habit, standing="old")
                yield evolve(old, name=f"{old.name}-lama")
            yield _draft(made) if fate == "draft" else _part(made) if fate == "part" else made


def _report(
    random: Random, code: str, year: int, number: int, habit: str, *, standing: str = "whole"
) -> Made:
    handed = date(year + 1, 2, 1) + timedelta(days=random.randrange(70))
    if standing == "old":
        handed = date(year + 1, 1, 15)
    keys = {
        "tahun": year,
        "badan.nama": _name(code),
        "badan.kode": _code_of(code, year),
        "badan.jenis": "pemerintah daerah",
        "penyampaian.tanggal": handed.isoformat(),
    }
    tables: Tables = {"laporan": [{"kunci": key, "isi": str(value)} for key, value in keys.items()]}
    counts: dict[str, int] = {}
    if habit == "totals":
        tables["rekap"] = [
            {"apa": "permohonan", "jumlah": number},
            {"apa": "sengketa", "jumlah": number // 50},
        ]
        counts = {"requests.total": number, "disputes.total": number // 50}
    elif habit != "nothing":
        counts = _registers(random, year, number, habit, tables)
    return Made(
        name=f"{code}-{year}",
        code=code,
        year=year,
        tables=tables,
        counts=counts,
        unit="applicant" if habit == "applicants" and number > 0 else "request",
        standing=standing,
    )


def _registers(random: Random, year: int, number: int, habit: str, tables: Tables) -> dict[str, int]:
    """Add the registers of a body to its tables, of some a budget or a claim that is wrong by one, too."""
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
    if random.random() < _BUDGETED:
        budget = 5_000_000 + 250_000 * random.randrange(200)
        tables["anggaran"] = [{"sumber": "APBD", "alokasi": budget, "realisasi": budget * 9 // 10}]
        counts |= {"budget.allocated": budget, "budget.realised": budget * 9 // 10}
    if random.random() < _CONTRADICTORY:
        tables["pernyataan"] = [{"apa": "keberatan", "jumlah": objections + 1, "bagian": "Bagian V"}]
    return counts


def _request(random: Random, year: int, at: int) -> dict[str, Any]:
    day = date(year, 1, 1) + timedelta(days=random.randrange(330))
    answered = day + timedelta(days=random.randrange(1, 14 if random.random() < _PROMPT else 40))
    outcome = random.choice(OUTCOMES)
    is_refused = outcome in {"ditolak", "dikabulkan sebagian"} and random.random() < _REASONED
    return {
        "nomor": f"{at:05}",
        "tanggal": day.isoformat(),
        "kanal": random.choice(("website", "surel", "meja layanan PPID", "whatsapp")),
        "pemohon": random.choice(("perorangan", "perorangan", "badan hukum/lembaga")),
        "keputusan": outcome,
        "alasan_penolakan": "Pasal 17 huruf h" if is_refused else "",
        "tanggal_pemberitahuan": answered.isoformat(),
    }


def _name(code: str) -> str:
    region = Regions.load().of(code)
    kind = "Kota" if region is not None and region.name.startswith("Kota ") else "Kabupaten"
    return f"Pemerintah {kind} Contoh {code}"


def _code_of(code: str, year: int) -> str:
    """Return the code that a region of the latest list had at the end of a year."""
    listed = Regions.load()
    for one in reversed(listed.lineage(code)):
        region = listed.of(one)
        if region is not None and region.since <= date(year, 12, 31):
            return one
    return code


def _draft(made: Made) -> Made:
    """Return the same with one cell that nobody can read."""
    tables: Tables = {**made.tables, "kunjungan": [{"bulan": "Januari", "kunjungan": "banyak sekali"}]}
    return evolve(made, tables=tables, standing="draft")


def _part(made: Made) -> Made:
    """Return the same as a report of the first half of the year, of which only totals are told."""
    tables: Tables = {
        "laporan": [*made.tables["laporan"], {"kunci": "periode", "isi": "semester-1"}],
        "rekap": [{"apa": "permohonan", "jumlah": 7}],
    }
    return evolve(made, tables=tables, counts={"requests.total": 7}, unit="request", standing="part")


def write(made: Made, folder: Path) -> Path:
    """Write the tables of a report as CSV files, and return their folder."""
    return write_folder(folder / made.name, made.tables)


def write_json(made: Made, folder: Path) -> Path:
    """Write the year of a report as JSON, and return the file."""
    file = folder / f"{made.name}.json"
    year = unstructure(Dossier.from_rows(made.tables).year)
    file.write_text(json.dumps(year, ensure_ascii=False), encoding="utf-8")
    return file


def codes(number: int = ALL) -> Sequence[str]:
    """Return the codes of so many kabupaten and kota of the latest list, from all provinces alike."""
    every = [one.code for one in Regions.load().listed if one.until is None and not one.is_province]
    return [every[at * len(every) // number] for at in range(min(number, len(every)))]


def totals(made: Iterable[Made]) -> Mapping[int, Mapping[str, Mapping[str, int]]]:
    """Return what the reports that count come to: year, then unit, then path.

    ``told`` before a path is how many tell it; ``bodies`` how many reports count.
    """
    found: dict[int, dict[str, Counter[str]]] = {}
    for one in made:
        if one.standing != "whole":
            continue
        units = found.setdefault(one.year, {"request": Counter(), "applicant": Counter()})
        units[one.unit]["bodies"] += 1
        for path, number in one.counts.items():
            unit = units[one.unit if path.startswith("requests.") else "request"]
            unit[path] += number
            unit[f"told {path}"] += 1
    return found


def write_all(folder: Path, number: int = ALL, years: int = 5, *, seed: int = 1, median: int = 150) -> None:
    """Write so many bodies of so many years, who owes a report, and what was counted."""
    home, chosen = folder / "masuk", codes(number)
    home.mkdir(parents=True)
    kept: list[Made] = []
    told = range(LATEST - years + 1, LATEST + 1)
    for at, made in enumerate(bodies(chosen, told, seed=seed, median=median)):
        if at % 20 == 0:
            write_workbook(home / f"{made.name}.xlsx", made.tables)
        elif at % 10 == 0 or made.standing == "draft":
            write(made, home)
        else:
            write_json(made, home)
        kept.append(evolve(made, tables={}))
    listed = [{"kode": code, "nama": _name(code), "provinsi": _province(code)} for code in chosen]
    with (folder / "daftar.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*listed[0]])
        writer.writeheader()
        writer.writerows(listed)
    counted = json.dumps(totals(kept), indent=1, sort_keys=True)
    (folder / "hitungan.json").write_text(f"{counted}\n", encoding="utf-8")


def _province(code: str) -> str:
    region: Region | None = Regions.load().of(code[:2])
    return "" if region is None else region.name


def main() -> None:
    """Write what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bodies", type=int, default=ALL)
    parser.add_argument("--years", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write_all(asked.folder, asked.bodies, asked.years, seed=asked.seed)


if __name__ == "__main__":
    main()
