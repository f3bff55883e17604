"""Two cases never share one sentence of a finding: each has a line of its own.

That each has a subject of its own is asked of any year in `tests/rules/test_catalogue.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from ppid_core import Dossier, Finding
from ppid_core.cli.screen.findings import finding_lines
from ppid_core.rules import Checked

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = ("request:", "objection:", "dispute:", "suit:")
SHOWN = 12


def of_cases(checked: Checked) -> Iterator[tuple[str, list[Finding]]]:
    """Yield the findings about cases by severity and code, as they are printed."""
    cases = [one for one in checked.findings if one.subject.startswith(CASES) and not one.waived]
    for (_, code), group in groupby(cases, key=lambda one: (one.severity, one.code)):
        yield code, list(group)


def printed(checked: Checked) -> dict[str, list[str]]:
    """Return the sentences of each code, as the command prints them of all that it found, unwrapped."""
    told, code = dict[str, list[str]](), ""
    for line in "\n".join(finding_lines(checked, "id", each=False)).splitlines():
        if line.startswith(" ") and line[1:2].isalpha():
            code = line.split()[0]
            told[code] = []
        elif line.startswith("       - "):
            told[code].append(line.strip().removeprefix("- "))
        elif line.startswith("       → "):
            code = ""
        elif line.startswith("         ") and told.get(code):
            told[code][-1] += f" {line.strip()}"
    return told


def assert_each_case_has_its_own(checked: Checked) -> int:
    told, groups = printed(checked), 0
    for code, findings in of_cases(checked):
        said = {one.sentence() for one in findings}
        if len(said) > 1 and any(one.case for one in findings):
            groups += 1
            for finding, line in zip(findings[:SHOWN], told[code], strict=False):
                assert line.startswith(" ".join(finding.message().removesuffix(".").split()))
            assert len(told[code]) == min(len(findings), SHOWN + 1)
    return groups


@pytest.mark.parametrize("example", ["kota-serang-2020", "kabupaten-contoh-2024"])
def test_each_case_of_an_example_has_its_own_line(example: str) -> None:
    groups = assert_each_case_has_its_own(Dossier.open(EXAMPLES / example).check())

    assert groups == {"kota-serang-2020": 0, "kabupaten-contoh-2024": 2}[example]


def test_each_of_many_late_cases_has_its_own_line(tmp_path: Path) -> None:
    """Fourteen requests that were answered late: twelve lines, and how many more there are."""
    rows = "\n".join(f"P-{day},2024-03-{day},dikabulkan,2024-05-{day}" for day in range(11, 25))
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\n", "utf-8")
    (tmp_path / "permohonan.csv").write_text(
        f"nomor,tanggal,keputusan,tanggal_pemberitahuan\n{rows}\n", "utf-8"
    )

    checked = Dossier.open(tmp_path).check(select=["L106"])

    assert assert_each_case_has_its_own(checked) == 1
    assert printed(checked)["L106"][-1] == "… dan 2 lagi: --rinci"


def test_a_wrong_name_is_told_of_each_case_in_which_it_stands(tmp_path: Path) -> None:
    """Of each case by its number and place, though one explanation by that name covers them all."""
    tables = {
        "laporan": "kunci,isi\ntahun,2024\n",
        "opd": "kode,nama\n1,Dinas Sosial\n",
        "permohonan": "nomor,tanggal,opd\nP-1,2024-01-03,XYZ\nP-2,2024-02-03,XYZ\n",
        "keberatan": "nomor,tanggal,opd\nK-1,2024-03-03,XYZ\n",
    }
    for name, content in tables.items():
        (tmp_path / f"{name}.csv").write_text(content, "utf-8")

    told = printed(Dossier.open(tmp_path).check(select=["S101"]))["S101"]
    (tmp_path / "penjelasan.csv").write_text("kode,subjek,alasan\nS101,agency:XYZ,Nama lama.\n", "utf-8")
    explained = Dossier.open(tmp_path).check(select=["S101"]).findings

    assert told == [
        'Permohonan P-1 – OPD "XYZ" tidak ada di tabel opd (permohonan.csv baris 2).',
        'Permohonan P-2 – OPD "XYZ" tidak ada di tabel opd (permohonan.csv baris 3).',
        'Keberatan K-1 – OPD "XYZ" tidak ada di tabel opd (keberatan.csv baris 2).',
    ]
    assert [one.waived for one in explained] == ["Nama lama."] * 3
