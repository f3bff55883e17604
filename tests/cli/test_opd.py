"""``ppid opd``: a name leads to the agency of a day, over renames and mergers."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.three_years import tables_of

from ppid_core.cli.command import ppid
from ppid_core.intake.files.csv_tables import filled_files


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("opd")
    for year in (2023, 2024):
        (home / str(year)).mkdir()
        for name, content in filled_files(tables_of(year)).items():
            (home / str(year) / name).write_bytes(content)
    return home


def asked(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(ppid, ["opd", *map(str, arguments)])
    return result.exit_code, " ".join(result.output.split())


def test_an_abbreviation_of_a_merged_agency_leads_to_its_successor_and_says_why(folder: Path) -> None:
    code, told = asked("disdag", folder / "2023", "--on", "2023-03-01")
    assert code == 0
    assert told == (
        '"disdag" pada 1 Maret 2023: Dinas Contoh Perdagangan dan Perindustrian (D4).'
        ' "disdag" adalah singkatan Dinas Contoh Perdagangan.'
        " Dinas Contoh Perdagangan berlaku sampai 31 Desember 2022; penggantinya Dinas Contoh Perdagangan dan"
        " Perindustrian."
        " Dinas Contoh Perdagangan dan Perindustrian berlaku sejak 1 Januari 2023."
        " Dinas Contoh Perdagangan dan Perindustrian menggantikan Dinas Contoh Perdagangan; Dinas Contoh"
        " Perindustrian."
    )


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("D2", "2022-12-31", '"D2" pada 31 Desember 2022: Dinas Contoh Perdagangan (D2).'),
        ("Disdagin", "2022-06-01", "belum ada; Dinas Contoh Perdagangan dan Perindustrian (D4) dibentuk"),
        ("Dinas Contoh Kesehatan", "2023-06-01", "Dinas Contoh Kesehatan (D1)."),
    ],
)
def test_the_day_decides(folder: Path, name: str, day: str, said: str) -> None:
    assert said in asked(name, folder / "2023", "--on", day)[1]


def test_lists_of_earlier_years_are_looked_through(folder: Path) -> None:
    assert asked("Disperin", folder / "2024")[0] == 2
    code, told = asked("Disperin", folder / "2024", "--previous", folder / "2023")
    assert (code, "Dinas Contoh Perdagangan dan Perindustrian (D4)." in told) == (0, True)


def test_one_that_only_an_earlier_list_has_is_said_to_be_missing_in_this_years(tmp_path: Path) -> None:
    for year, rows in {"2023": "D1,Dinas A\nD2,Dinas B\n", "2024": "D1,Dinas A\n"}.items():
        (tmp_path / year).mkdir()
        (tmp_path / year / "laporan.csv").write_text(f"kunci,isi\ntahun,{year}\nbadan.nama,Kota A\n", "utf-8")
        (tmp_path / year / "opd.csv").write_text(f"kode,nama\n{rows}", "utf-8")
    both = (tmp_path / "2024", "--previous", tmp_path / "2023")

    told = asked("D2", *both)[1]

    assert told.endswith(
        "Daftar OPD tahun 2024 tidak memuat Dinas B: hanya daftar tahun sebelumnya, tanpa pengganti."
    )
    assert "tidak memuat" not in asked("D2", *both, "--on", "2023-05-01")[1] + asked("D1", *both)[1]


def test_a_long_step_goes_on_under_itself(folder: Path) -> None:
    lines = CliRunner().invoke(ppid, ["opd", "disdag", str(folder / "2023")]).output.splitlines()
    assert len(lines) > 4
    assert all(line.startswith("  ") for line in lines[1:])


def test_one_that_was_split_is_told_with_those_that_took_over(tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\n", "utf-8")
    (tmp_path / "opd.csv").write_text(
        "kode,nama,berlaku_sampai,pengganti\nD1,Dinas A,2023-12-31,D5 | D6\nD5,Dinas B,,\nD6,Dinas C,,\n",
        "utf-8",
    )
    assert asked("D1", tmp_path, "--on", "2024-05-01")[1] == (
        '"D1" pada 1 Mei 2024: tidak ada lagi; Dinas A (D1) dipecah menjadi Dinas B; Dinas C. '
        '"D1" adalah kode Dinas A.'
    )
    assert asked("D5", tmp_path, "--on", "2024-05-01")[1].endswith("Dinas B menggantikan Dinas A.")


def test_an_unknown_name_is_told_with_those_like_it(folder: Path) -> None:
    code, told = asked("Dinas Kesehatan", folder / "2024")
    assert code == 2
    assert 'Tidak ada OPD bernama "Dinas Kesehatan". Yang mirip: Dinas Contoh Kesehatan' in told


def test_english_says_the_same(folder: Path) -> None:
    _, told = asked("Disdag", folder / "2023", "--on", "2023-03-01", "--lang", "en")
    assert told.startswith('"Disdag" on 1 March 2023: Dinas Contoh Perdagangan dan Perindustrian (D4).')


def test_without_a_list_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2023\n", encoding="utf-8")
    assert "tabel opd belum diisi" in asked("Dinkes", tmp_path)[1]
