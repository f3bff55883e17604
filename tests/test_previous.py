"""Earlier years beside a year: how they are named, what is refused, what cannot be read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from ppid_core import Dossier
from ppid_core.cli.command import ppid
from ppid_core.intake.files.csv_tables import filled_files
from ppid_core.plugins import Plugins

NOBODY = Plugins()
LaysDown = Callable[..., Path]


@pytest.fixture
def lay(tmp_path: Path) -> LaysDown:
    """Return what writes the folder of a year: so many requests, and keys of *laporan*."""

    def laid(year: int, requests: int = 3, *, under: str = "", **keys: str) -> Path:
        folder = tmp_path / (under or str(year))
        named = {"tahun": str(year), "badan.nama": "Kota Contoh", **keys}
        tables: Mapping[str, list[Mapping[str, str]]] = {
            "laporan": [{"kunci": key, "isi": value} for key, value in named.items()],
            "permohonan": [{"nomor": str(number), "keputusan": "ditolak"} for number in range(requests)],
        }
        folder.mkdir(parents=True)
        for name, content in filled_files(tables).items():
            (folder / name).write_bytes(content)
        return folder

    return laid


def years(work: Dossier) -> list[int]:
    return [one.year.period.year for one in work.earlier]


def test_last_year_is_found_by_the_key_and_so_are_those_before_it(lay: LaysDown) -> None:
    lay(2021, 11)
    lay(2022, 12, tahun_lalu="../2021")

    work = Dossier.open(lay(2023, 15, tahun_lalu="../2022"), plugins=NOBODY)

    assert (work.problems, years(work)) == ((), [2022, 2021])
    series = work.history.series("requests.total")
    assert [(point.year, point.value) for point in series.points] == [(2021, 11), (2022, 12), (2023, 15)]


def test_two_reports_that_name_each_other_end(lay: LaysDown) -> None:
    lay(2022, tahun_lalu="../2023")
    assert years(Dossier.open(lay(2023, tahun_lalu="../2022"), plugins=NOBODY)) == [2022]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("../2019", "tidak ditemukan"),
        ("../2024", "bukan tahun sebelumnya"),
        ("../lain", "bukan tahun sebelumnya"),
        ("../semester", "bagian tahun yang lain"),
        ("../kosong", "tidak dapat dipakai"),
        ("../2023", "tidak ditemukan"),
        ("../../2022", "berada di luar"),
    ],
)
def test_a_report_that_cannot_be_compared_with_is_a_problem_and_no_more(
    lay: LaysDown, path: str, told: str
) -> None:
    lay(2024)
    lay(2022, under="lain", **{"badan.nama": "Kota Lain"})
    lay(2022, under="semester", periode="semester-1")
    (lay(2022, under="kosong") / "laporan.csv").unlink()

    work = Dossier.open(lay(2023, 15, tahun_lalu=path), plugins=NOBODY)

    (problem,) = work.problems
    assert told in problem.message.id
    assert (problem.source.file, problem.value) == ("laporan.csv", path)
    assert (work.figure("requests.total"), work.previous) == (15, ())


def test_a_link_that_leads_out_of_the_parent_is_not_followed(lay: LaysDown, tmp_path: Path) -> None:
    far = lay(2022, under="jauh/2022")
    folder = lay(2023, under="dekat/2023", tahun_lalu="../2022")
    (tmp_path / "dekat" / "2022").symlink_to(far)

    assert "tidak ditemukan" in Dossier.open(folder, plugins=NOBODY).problems[0].message.id


def test_what_is_given_wins_over_the_key_and_other_figures_are_told(lay: LaysDown) -> None:
    lay(2022, 12)
    folder = lay(2023, tahun_lalu="../2022")
    same, other = (Dossier.open(lay(2022, count, under=str(count)), plugins=NOBODY) for count in (12, 13))

    assert Dossier.open(folder, previous=[same], plugins=NOBODY).problems == ()
    work = Dossier.open(folder, previous=[other], plugins=NOBODY)
    assert work.previous == (other,)
    assert "berbeda angkanya" in work.problems[0].message.id


def told(*arguments: object) -> Mapping[str, object]:
    result = CliRunner().invoke(ppid, [*map(str, arguments), "--format", "json"])
    assert result.exit_code == 0, result.output
    found: Mapping[str, object] = json.loads(result.stdout)
    return found


@pytest.mark.slow
def test_the_command_takes_whatever_holds_an_earlier_year(lay: LaysDown, tmp_path: Path) -> None:
    """A folder, JSON, a workbook, a package, and a page that carries its data: each is the same year."""
    last, folder = lay(2022, 12), lay(2023, 15)
    for name in ("2022.json", "2022.xlsx"):
        assert CliRunner().invoke(ppid, ["convert", str(last), str(tmp_path / name)]).exit_code == 0
    Dossier.open(last, plugins=None).write(tmp_path / "hasil", formats=["html", "csv"])
    places = ["2022", "2022.json", "2022.xlsx", "hasil/laporan.html", "hasil/data"]

    works = [Dossier.open(folder, previous=[Dossier.open(tmp_path / place)]) for place in places]

    assert {work.history.series("requests.total").change for work in works} == {3}
    for verb in ("summary", "check"):
        assert all(told(verb, folder, "--previous", tmp_path / place) for place in places)


def test_the_screen_says_what_rose_since_last_year(lay: LaysDown) -> None:
    folder = lay(2023, 15)
    before = CliRunner().invoke(ppid, ["summary", str(folder)]).output

    told = CliRunner().invoke(ppid, ["summary", str(folder), "--previous", str(lay(2022, 12))]).output

    assert "Dibandingkan" not in before
    assert "jumlah permohonan   15 (2022: 12; +3, +25,00%)" in told
    assert "permohonan ditolak  15 (2022: 12; +3, +25,00%)" in told


def test_converted_tables_do_not_point_where_nothing_lies(lay: LaysDown, tmp_path: Path) -> None:
    folder, target = lay(2023, tahun_lalu="../2022"), tmp_path / "jauh" / "2023"

    result = CliRunner().invoke(ppid, ["convert", str(folder), str(target)])

    assert "tahun_lalu tidak ikut ditulis" in result.output
    assert Dossier.open(target, plugins=NOBODY).year == Dossier.open(folder, plugins=NOBODY).year


def test_the_command_refuses_what_is_no_earlier_year(lay: LaysDown) -> None:
    result = CliRunner().invoke(ppid, ["check", str(lay(2023)), "--previous", str(lay(2024))])

    assert result.exit_code == 2
    assert '--previous: "Kota Contoh" 2024 bukan tahun sebelumnya dari badan ini.' in " ".join(
        result.output.split()
    )


def test_what_of_last_year_was_not_read_is_noted(lay: LaysDown) -> None:
    last = lay(2022)
    (last / "keberatan.csv").write_text("nomor,jumlah\n1,banyak\n", encoding="utf-8")

    work = Dossier.open(lay(2023, tahun_lalu="../2022"), plugins=NOBODY)

    assert [note.message.id for note in work.notes] == ["Laporan 2022, pembanding: 1 isian belum terbaca."]
