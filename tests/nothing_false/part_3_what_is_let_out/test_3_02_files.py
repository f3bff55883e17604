"""Part 3, line 2: one name for each document, editions apart, nothing over what somebody edited."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Protocol

import pytest
from attrs import evolve
from tests.nothing_false.work import OURS, from_files, from_tables
from tests.written import contents, names

from ppid_core import Artifact, Dossier, export, write
from ppid_core.cli.command import ppid
from ppid_core.errors import AnswerError
from ppid_core.language import Lang
from ppid_core.model import ReportingPeriod, YearPart
from ppid_core.output.manifest import NAME, SUMS, Manifest
from ppid_core.report import Edition, Form, compose, compose_findings
from ppid_exporters.csv import CsvExporter
from ppid_exporters.html import HtmlExporter
from ppid_exporters.json import JsonExporter
from ppid_exporters.markdown import MarkdownExporter

FORMS: tuple[Form, ...] = ("full", "brief", "letter")
LANGUAGES: tuple[Lang, ...] = ("id", "en")
EDITIONS: tuple[Edition, ...] = ("public", "internal")
MARCH = datetime(2026, 3, 1, 12).timestamp()  # noqa: DTZ001  the day as the computer shows it


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> tuple[object, str, str]: ...


@pytest.fixture
def run_ppid(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return the command: its code, what it printed, and what it told beside that, each on one line."""
    monkeypatch.delenv("PPID_LANG", raising=False)

    def run(*arguments: str | Path) -> tuple[object, str, str]:
        with pytest.raises(SystemExit) as end:
            ppid.main([str(argument) for argument in arguments], prog_name="ppid")
        printed = capsys.readouterr()
        return end.value.code, " ".join(printed.out.split()), " ".join(printed.err.split())

    return run


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    folder = tmp_path / "tabel"
    folder.mkdir()
    from_files(folder, permohonan="nomor,bulan,nama,keputusan\n1,Mei,Nama Rahasia,dikabulkan\n")
    return folder


def in_part(work: Dossier, part: YearPart) -> Dossier:
    year = evolve(work.year, period=ReportingPeriod(work.year.period.year, part))
    return evolve(work, year=year, intake=evolve(work.intake, year=year))


def stem(work: Dossier, form: Form = "full", lang: Lang = "id", edition: Edition = "public") -> str:
    return work.report(form=form, lang=lang, edition=edition).meta.stem


def test_the_name_says_form_period_edition_and_language_and_the_usual_ones_are_silent() -> None:
    work = from_tables()
    semester, beginning = in_part(work, YearPart.SEMESTER_1), in_part(work, YearPart.FIRST_5_MONTHS)

    assert [
        stem(work),
        stem(work, edition="internal"),
        stem(work, lang="en"),
        stem(work, "brief", lang="en"),
        stem(work, "letter"),
        stem(semester),
        stem(in_part(work, YearPart.QUARTER_3)),
        stem(beginning, edition="internal", lang="en"),
        stem(in_part(work, YearPart.FIRST_MONTH)),
    ] == [
        "laporan",
        "laporan-internal",
        "laporan-en",
        "pengumuman-en",
        "surat-pengantar",
        "laporan-semester-1",
        "laporan-triwulan-3",
        "laporan-januari-mei-internal-en",
        "laporan-januari",
    ]


@pytest.mark.slow
def test_no_two_documents_share_a_name() -> None:
    work = from_tables()
    parts = {part: in_part(work, part) for part in YearPart}
    stems = [
        stem(parts[part], form, lang, edition)
        for part, form, lang, edition in product(YearPart, FORMS, LANGUAGES, EDITIONS)
    ]

    assert len(stems) == len(set(stems))


def test_the_sheet_of_findings_has_a_name_for_each_language_and_period() -> None:
    work = in_part(from_tables(), YearPart.SEMESTER_2)

    assert [compose_findings(work.intake, work.checked, lang=lang).meta.stem for lang in LANGUAGES] == [
        "hasil-pemeriksaan-semester-2",
        "hasil-pemeriksaan-semester-2-en",
    ]


@pytest.mark.slow
def test_no_two_documents_share_a_file_of_any_format() -> None:
    work = from_tables(permohonan=[{"nomor": "1", "bulan": "Mei", "keputusan": "dikabulkan"}])
    parts = [work, in_part(work, YearPart.SEMESTER_1)]
    for exporter in (CsvExporter(), JsonExporter(), MarkdownExporter(), HtmlExporter()):
        files = [
            (artifact.folder and edition, artifact.path)
            for one, form, lang, edition in product(parts, FORMS, LANGUAGES, EDITIONS)
            for artifact in export(one.report(form=form, lang=lang, edition=edition), exporter, OURS)
        ]
        assert len(files) == len(set(files)), exporter.name


def test_the_package_of_data_names_its_tables_in_no_language() -> None:
    work = from_tables(permohonan=[{"nomor": "1", "bulan": "Mei", "keputusan": "dikabulkan"}])
    usual, other = (export(work.report(lang=lang), CsvExporter(), OURS) for lang in LANGUAGES)

    assert "permohonan.csv" in {file.name for file in usual}
    assert other == ()


@pytest.mark.slow
def test_documents_lie_at_the_top_and_data_in_a_folder_of_their_own(run_ppid: Run, tables: Path) -> None:
    run_ppid("report", tables, "--to", "markdown,html,csv,json")
    home = tables / "hasil"

    assert {"laporan.md", "laporan.html", "data", NAME, SUMS} == {path.name for path in home.iterdir()}
    written = {path.name for path in (home / "data").iterdir()}
    assert {"laporan.json", "permohonan.csv", "datapackage.json"} <= written


def test_what_is_added_to_data_lies_beside_them(tmp_path: Path) -> None:
    table = Artifact(name="a.csv", media_type="text/csv; charset=utf-8", content=b"x")
    hashes = Artifact(name="csv.sha256", media_type="text/plain", content=b"y")

    assert [path.relative_to(tmp_path).as_posix() for path in write([table, hashes], tmp_path)] == [
        "data/a.csv",
        "data/csv.sha256",
    ]
    assert [path.name for path in write([hashes], tmp_path / "b")] == ["csv.sha256"]


def test_what_is_added_to_a_part_of_a_year_lies_beside_its_tables(tmp_path: Path) -> None:
    table = Artifact(name="a.csv", media_type="text/csv", content=b"x", folder="data-semester-1")
    hashes = Artifact(name="csv.sha256", media_type="text/plain", content=b"y")

    assert [path.relative_to(tmp_path).as_posix() for path in write([table, hashes], tmp_path)] == [
        "data-semester-1/a.csv",
        "data-semester-1/csv.sha256",
    ]


@pytest.mark.parametrize("folder", ["..", "data/..", "Data", "lain", "data-", "/data", "."])
def test_no_file_names_a_folder_that_is_none_of_data(folder: str, tmp_path: Path) -> None:
    with pytest.raises(AnswerError):
        write([Artifact(name="a.csv", media_type="text/csv", content=b"x", folder=folder)], tmp_path)

    assert not names(tmp_path)


@pytest.mark.parametrize("first", ["data", ""])
def test_two_files_that_would_lie_in_one_place_are_refused(first: str, tmp_path: Path) -> None:
    files = [
        Artifact(name="a.csv", media_type="text/csv", content=b"x", folder=folder)
        for folder in (first, "data" if not first else "")
    ]
    with pytest.raises(AnswerError):
        write(files, tmp_path)


def test_the_internal_edition_lies_in_a_folder_of_its_own(run_ppid: Run, tables: Path) -> None:
    run_ppid("report", tables, "--to", "markdown,json")
    run_ppid("report", tables, "--to", "markdown,json", "--edition", "internal")

    assert names(tables / "hasil") == {"laporan.md", "laporan.json"}
    assert names(tables / "hasil-internal") == {"laporan-internal.md", "laporan-internal.json"}
    assert not [name for name, content in contents(tables / "hasil").items() if b"Rahasia" in content]


@pytest.mark.parametrize(("first", "second"), [EDITIONS, EDITIONS[::-1]])
def test_no_edition_is_written_beside_another_one(
    run_ppid: Run, tables: Path, tmp_path: Path, first: Edition, second: Edition
) -> None:
    out = tmp_path / "keluar"
    run_ppid("report", tables, "--to", "markdown", "-o", out, "--edition", first)
    before = contents(out)

    code, _, told = run_ppid("report", tables, "--to", "markdown", "-o", out, "--edition", second)

    assert code == 2
    assert "tidak ditulis di sebelahnya. Pilih folder lain dengan -o." in told
    assert contents(out) == before


@pytest.mark.parametrize(("room", "edition"), [("hasil", "internal"), ("hasil-internal", "public")])
def test_the_folder_of_one_edition_takes_no_other_even_where_it_is_empty(
    run_ppid: Run, tables: Path, room: str, edition: str
) -> None:
    code, _, _ = run_ppid("report", tables, "--to", "markdown", "-o", tables / room, "--edition", edition)

    assert code == 2
    assert not (tables / room).exists()


def test_results_of_both_editions_are_never_read_as_input(run_ppid: Run, tables: Path) -> None:
    run_ppid("report", tables, "--to", "csv,json", "--edition", "internal")

    assert set(Dossier.open(tables, plugins=OURS).intake.inputs) == {"laporan.csv", "permohonan.csv"}


def edited(path: Path, content: bytes = b"disunting orang") -> Path:
    path.write_bytes(content)
    os.utime(path, (MARCH, MARCH))
    return path


def test_a_file_that_somebody_edited_is_kept_under_its_day_and_told(run_ppid: Run, tables: Path) -> None:
    run_ppid("report", tables, "--to", "markdown,csv")
    edited(tables / "hasil" / "laporan.md")
    edited(tables / "hasil" / "data" / "permohonan.csv")

    code, out, _ = run_ppid("report", tables, "--to", "markdown,csv")

    assert code == 0
    kept = tables / "hasil" / "laporan (diubah 2026-03-01).md"
    assert kept.read_bytes() == b"disunting orang"
    assert kept.stat().st_mtime == MARCH
    assert (tables / "hasil" / "data" / "permohonan (diubah 2026-03-01).csv").is_file()
    assert "# Laporan" in (tables / "hasil" / "laporan.md").read_text("utf-8")
    assert (
        "Berkas laporan.md yang ada di sana bukan yang ditulis perintah ini, dan tidak ditimpa: kini bernama "
        '"laporan (diubah 2026-03-01).md".'
    ) in out


def test_a_second_edit_of_the_same_day_is_kept_too(tmp_path: Path) -> None:
    made = Artifact(name="laporan.md", media_type="text/markdown", content=b"baru")
    for content in (b"satu", b"dua", b"tiga"):
        write([made], tmp_path)
        edited(tmp_path / "laporan.md", content)
    write([made], tmp_path)

    assert contents(tmp_path) == {
        "laporan.md": b"baru",
        "laporan (diubah 2026-03-01).md": b"satu",
        "laporan (diubah 2026-03-01, 2).md": b"dua",
        "laporan (diubah 2026-03-01, 3).md": b"tiga",
    }


def test_a_file_that_we_never_wrote_is_not_overwritten_either(tmp_path: Path) -> None:
    edited(tmp_path / "laporan.md")
    write([Artifact(name="laporan.md", media_type="text/markdown", content=b"baru")], tmp_path)

    assert contents(tmp_path)["laporan (diubah 2026-03-01).md"] == b"disunting orang"


def test_what_nobody_edited_is_replaced_without_a_word(run_ppid: Run, tables: Path) -> None:
    first = run_ppid("report", tables, "--to", "markdown,csv,json")
    before = contents(tables / "hasil")

    assert run_ppid("report", tables, "--to", "markdown,csv,json") == first
    assert contents(tables / "hasil") == before


@pytest.mark.parametrize("content", ["", "{", "[]", '{"schema": "lain"}', '{"schema": "ppid-core/berkas/1"}'])
def test_where_nobody_knows_any_more_what_we_wrote_all_is_kept(tmp_path: Path, content: str) -> None:
    made = Artifact(name="a.md", media_type="text/markdown", content=b"satu")
    write([made], tmp_path)
    (tmp_path / NAME).write_text(content, encoding="utf-8")

    write([evolve(made, content=b"dua")], tmp_path)

    assert sorted(contents(tmp_path).values()) == [b"dua", b"satu"]


def test_the_manifest_names_each_file_by_its_hash_and_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    made = [Artifact(name=f"{letter}.csv", media_type="text/csv", content=letter.encode()) for letter in "ba"]
    for home, files in (("satu", made), ("dua", made[::-1])):
        write(files, tmp_path / home)

    one, two = ((tmp_path / home / NAME).read_bytes() for home in ("satu", "dua"))
    assert one == two
    known = Manifest.of(tmp_path / "satu").files
    assert set(known) == {"data/a.csv", "data/b.csv"}
    assert all(len(entry.sha256) == 64 for entry in known.values())


HOSTILE = ("../luar.txt", "/etc/passwd", "data/../../luar.txt", "lain/a.txt", "data/.x", "..", "")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_manifest_that_somebody_wrote_leads_to_no_other_file(tmp_path: Path, name: str) -> None:
    said = f'{{"schema": "ppid-core/berkas/1", "files": {{"{name}": {{"sha256": "0"}}}}}}'
    (tmp_path / NAME).write_text(said, encoding="utf-8")

    assert Manifest.of(tmp_path).files == {}


def test_data_are_not_led_elsewhere_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    (tmp_path / "hasil").mkdir()
    (tmp_path / "hasil" / "data").symlink_to(tmp_path / "lain")

    with pytest.raises(OSError, match='di tempat folder "data" ada yang lain'):
        write([Artifact(name="a.csv", media_type="text/csv", content=b"")], tmp_path / "hasil")

    assert names(tmp_path / "lain") == set()


def test_compose_takes_the_name_from_the_period_of_the_year() -> None:
    work = in_part(from_tables(), YearPart.SEMESTER_1)
    made = compose(work.year, work.summary, work.checked, work.law)

    assert made.meta.stem == "laporan-semester-1"


def test_until_names_the_months(run_ppid: Run, tables: Path) -> None:
    work: Callable[..., object] = run_ppid
    work("report", tables, "--to", "markdown,csv", "--until", "2023-05")

    assert {"laporan-januari-mei.md", "permohonan.csv"} <= names(tables / "hasil")
    assert (tables / "hasil" / "data-januari-mei" / "permohonan.csv").is_file()
