"""A data package: what programs load, and, read back, the year."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from attrs import evolve
from hypothesis import given
from tests.years import shared_years

from ppid_core import Dossier, export, load, load_plugins, redact, unstructure, write
from ppid_core.errors import FormatWarning, InputError
from ppid_core.intake import Intake
from ppid_core.model import (
    Aggregate,
    Applicant,
    Objection,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
    YearPart,
)
from ppid_core.report import Edition, Meta, Report
from ppid_core.source import Source
from ppid_core.summary import FIGURE_COLUMNS, tidy_figures
from ppid_exporters.csv import CsvExporter

ROOT = Path(__file__).parents[2]
EXAMPLES = ("kota-serang-2020", "kabupaten-contoh-2024")
EDITIONS: tuple[Edition, ...] = ("public", "internal")


def document(year: ServiceYear, edition: Edition = "public") -> Report:
    return Report(meta=Meta(title="Laporan", edition=edition), year=year)


def files_of(report: Report, exporter: CsvExporter | None = None) -> Mapping[str, bytes]:
    return {file.name: file.content for file in (exporter or CsvExporter()).export(report)}


def laid(files: Mapping[str, bytes], home: Path) -> Path:
    home.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (home / name).write_bytes(content)
    return home


def read_back(report: Report, exporter: CsvExporter | None = None) -> Intake:
    with TemporaryDirectory() as home:
        return load(laid(files_of(report, exporter), Path(home)))


def plain(year: ServiceYear) -> str:
    """Return all that a year holds, sources included."""
    return json.dumps(unstructure(year), ensure_ascii=False, sort_keys=True)


def lines_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def example() -> Dossier:
    return Dossier.open(ROOT / "examples" / "kabupaten-contoh-2024")


@pytest.fixture
def package(example: Dossier, tmp_path: Path) -> Path:
    write(export(example.report(), "csv", load_plugins()), tmp_path)
    return tmp_path / "data"


@given(shared_years())
def test_public_package_is_the_public_year_with_the_source_of_every_value(year: ServiceYear) -> None:
    intake = read_back(document(year))

    assert intake.year == redact(year)
    assert plain(intake.year) == plain(redact(year))
    assert len(intake.problems) == len(year.unread)
    assert intake.notes == ()


@given(shared_years())
def test_internal_package_is_the_year_itself(year: ServiceYear) -> None:
    assert plain(read_back(document(year, "internal")).year) == plain(year)


@pytest.mark.parametrize(
    "exporter", [CsvExporter(delimiter=";"), CsvExporter(delimiter="\t", bom=False)], ids=["semicolon", "tab"]
)
def test_other_delimiters_are_read_back_as_well(example: Dossier, exporter: CsvExporter) -> None:
    assert plain(read_back(document(example.year), exporter).year) == plain(redact(example.year))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_package_is_a_report_folder_with_the_same_figures_and_findings(
    name: str, edition: Edition, tmp_path: Path
) -> None:
    typed = load(ROOT / "examples" / name)
    year = typed.year if edition == "internal" else redact(typed.year)
    work = Dossier(year=year, intake=evolve(typed, year=year))
    files = export(work.report(edition=edition), "csv", load_plugins())
    write(files, tmp_path)

    again = Dossier.open(tmp_path / "data")

    assert (again.problems, again.notes) == ((), ())
    assert again.summary == work.summary
    assert again.findings == work.findings
    assert export(again.report(edition=edition), "csv", load_plugins()) == files


def test_descriptor_tells_every_file_with_its_hash_and_what_it_was_made_of(
    example: Dossier, package: Path
) -> None:
    descriptor = json.loads((package / "datapackage.json").read_text("utf-8"))
    written = {path.name for path in package.iterdir()} - {"datapackage.json", "katalog.jsonld"}

    assert {one["path"] for one in descriptor["resources"]} == written
    for one in descriptor["resources"]:
        content = (package / one["path"]).read_bytes()
        assert one["hash"] == f"sha256:{sha256(content).hexdigest()}"
        assert one["bytes"] == len(content)
        assert [column["name"] for column in one["schema"]["fields"]] == lines_of(content)[0]
    assert {one["title"] for one in descriptor["sources"]} == set(example.intake.inputs)
    assert "licenses" not in descriptor


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("CC-BY-4.0", {"name": "CC-BY-4.0"}),
        ("https://data.contoh.go.id/lisensi", {"path": "https://data.contoh.go.id/lisensi"}),
    ],
)
def test_licence_is_what_the_body_says(example: Dossier, typed: str, told: Mapping[str, str]) -> None:
    files = export(example.report(), "csv", load_plugins(), {"lisensi": typed})

    assert json.loads(files[0].content)["licenses"] == [told]


def keys_of(files: Mapping[str, bytes], table: str) -> list[object]:
    """Return the foreign keys that a descriptor tells of a table."""
    descriptor = json.loads(files["datapackage.json"])
    (resource,) = (one for one in descriptor["resources"] if one["name"] == table)
    keys: list[object] = resource["schema"].get("foreignKeys", [])
    return keys


@pytest.mark.parametrize(("named", "holds"), [("1", True), ("", True), ("7/2022", False)])
def test_foreign_keys_stand_only_where_every_cell_keeps_them(named: str, *, holds: bool) -> None:
    year = ServiceYear(
        period=ReportingPeriod(2023),
        requests=(Request(number="1"),),
        objections=(Objection(number="K-1", request_number=named),),
    )
    key = {"fields": ["nomor_permohonan"], "reference": {"resource": "permohonan", "fields": ["nomor"]}}

    assert (key in keys_of(files_of(document(year)), "keberatan")) is holds


@pytest.mark.slow
def test_frictionless_accepts_the_package(package: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "--json", "datapackage.json"],
        cwd=package,
        capture_output=True,
        check=False,
    )

    told = json.loads(done.stdout)
    assert told["valid"], told
    assert told["stats"]["tasks"] == len(list(package.glob("*.csv")))


def test_tables_have_every_column_no_total_and_no_row_that_is_no_value(package: Path) -> None:
    budget, requests = (
        lines_of((package / f"{name}.csv").read_bytes()) for name in ("anggaran", "permohonan")
    )

    assert not [row for row in budget if "JUMLAH" in row]
    assert {"nama", "nik", "jumlah", "jumlah_pemohon", "kepuasan"} <= set(requests[0])
    assert all(row[requests[0].index("jumlah")].isdecimal() for row in requests[1:])


def test_headings_are_the_same_whatever_the_year_holds() -> None:
    one = ServiceYear(period=ReportingPeriod(2023), requests=(Request(number="1"),))
    other = ServiceYear(period=ReportingPeriod(2024), requests=())

    headings = [lines_of(files_of(document(year))["permohonan.csv"])[0] for year in (one, other)]

    assert headings[0] == headings[1]


def test_what_is_not_kept_has_no_table_and_what_is_empty_has_one_without_rows() -> None:
    files = files_of(document(ServiceYear(period=ReportingPeriod(2023), requests=())))

    assert "keberatan.csv" not in files
    assert len(lines_of(files["permohonan.csv"])) == 1
    assert ["nihil", "permohonan"] in lines_of(files["laporan.csv"])


def test_every_source_stands_in_a_table_of_its_own() -> None:
    place = Source(file="=buku.xlsx", sheet="Lembar 1", row=7, column="")
    year = ServiceYear(period=ReportingPeriod(2023), requests=(Request(number="1", source=place),))

    _, *rows = lines_of(files_of(document(year))["sumber.csv"])

    assert rows[-1] == ["permohonan", "2", "/requests/0/source", "'=buku.xlsx", "Lembar 1", "7", "", "", ""]


def test_no_cell_begins_a_formula() -> None:
    words = "=HYPERLINK(1)"
    year = ServiceYear(
        period=ReportingPeriod(2023),
        requests=(Request(number=words, occupation=words, subject=words, purpose=words),),
        aggregates=(Aggregate(register=Register.COMPLAINTS, count=3),),
    )
    work = Dossier(year=year)

    files = files_of(work.report(edition="internal"))

    cells = [
        cell
        for name, content in files.items()
        if name.endswith(".csv")
        for row in lines_of(content)
        for cell in row
    ]
    assert any(words in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t"))]


def refused(report: Report) -> str:
    assert list(CsvExporter().export(report)) == []
    return CsvExporter().why_none(report)


def test_letter_announcement_and_other_languages_write_none_and_say_why(example: Dossier) -> None:
    assert "laporan lengkap" in refused(example.report(form="brief"))
    assert "laporan lengkap" in refused(example.report(form="letter"))
    assert "same in every language" in refused(example.report(lang="en"))
    assert CsvExporter().why_none(example.report()) == ""


def test_work_that_writes_no_package_warns_why(example: Dossier, tmp_path: Path) -> None:
    with pytest.warns(FormatWarning, match="same in every language"):
        assert example.write(tmp_path, formats=["csv"], lang="en") == ()

    with pytest.warns(FormatWarning, match="laporan lengkap"):
        assert example.write(tmp_path, formats=["csv"], form="letter") == ()


def test_picture_named_after_an_applicant_keeps_its_hash_and_names_nobody(tmp_path: Path) -> None:
    picture = (ROOT / "docs" / "laporan.png").read_bytes()
    files = {
        "laporan.csv": b"kunci,isi\ntahun,2024\n",
        "permohonan.csv": b"nomor,nama\n1,Siti Contoh Abadi\n2,Budi Contoh Jaya\n3,Tono Contoh Maju\n",
        "gambar.csv": b"nomor,berkas\n1.1,Siti Contoh Abadi.png\n1.2,foto/Budi Contoh Jaya.png\n"
        b"1.3,foto/Tono Contoh Maju.png\n",
        "Siti Contoh Abadi.png": picture,
    }
    home = laid(files, tmp_path / "masukan")
    laid(dict.fromkeys(("Budi Contoh Jaya.png", "Tono Contoh Maju.png"), picture), home / "foto")
    work = Dossier.open(home, plugins=load_plugins())

    work.write(tmp_path / "hasil", formats=["csv", "json"])

    told = json.loads((tmp_path / "hasil" / "data" / "datapackage.json").read_text("utf-8"))
    assert told["ppid:package"]["pictures"] == {"[disamarkan].png": sha256(picture).hexdigest()}
    named = [source["title"] for source in told["sources"]]
    assert {"[disamarkan].png", "foto/[disamarkan].png (1)", "foto/[disamarkan].png (2)"} < set(named)
    for file in (tmp_path / "hasil").rglob("*.*"):
        assert not re.search(rb"Siti|Budi|Tono", file.read_bytes()), file.name
    assert load(tmp_path / "hasil" / "data").year == redact(work.year)
    assert not [one for one in work.findings if one.code == "D103"]
    assert "Siti Contoh Abadi.png" in work.checked.inputs


def test_part_of_a_year_lies_in_a_folder_of_its_own(example: Dossier) -> None:
    semester = evolve(example.year, period=ReportingPeriod(2024, YearPart.SEMESTER_1))

    assert {file.folder for file in CsvExporter().export(document(example.year))} == {"data"}
    assert {file.folder for file in CsvExporter().export(document(semester))} == {"data-semester-1"}
    assert read_back(document(semester)).year.period == semester.period


def test_changed_table_is_read_as_it_is_and_said_to_be_changed(package: Path) -> None:
    table = package / "permohonan.csv"
    lines = table.read_bytes().splitlines(keepends=True)
    table.write_bytes(b"".join(lines[:-1]))

    intake = load(package)

    assert intake.problems == ()
    assert [note.source and note.source.file for note in intake.notes] == ["permohonan.csv"]
    assert "diubah sejak ditulis" in intake.notes[0].message.id
    assert intake.read["permohonan"] == len(lines) - 2


def test_missing_table_is_a_problem(package: Path) -> None:
    (package / "keberatan.csv").unlink()

    (problem,) = load(package).problems

    assert problem.source.file == "keberatan.csv"


def test_descriptor_of_another_form_leaves_the_tables_to_speak(package: Path) -> None:
    place = package / "datapackage.json"
    told = json.loads(place.read_text("utf-8"))
    told["ppid:package"]["changes"] = [{"op": "remove", "path": "/tidak/ada"}]
    place.write_text(json.dumps(told), "utf-8")

    intake = load(package)

    assert [note.source and note.source.file for note in intake.notes] == ["datapackage.json"]
    assert len(intake.year.requests if isinstance(intake.year.requests, tuple) else ()) == 48


def test_package_says_all_itself(package: Path) -> None:
    with pytest.raises(InputError):
        load(package, year=2020)


def test_other_files_beside_a_package_are_no_matter(example: Dossier, package: Path) -> None:
    (package / "laporan.json").write_text("{}", "utf-8")

    intake = load(package)

    assert (intake.notes, intake.problems) == ((), ())
    assert plain(intake.year) == plain(redact(example.year))


def of_year(year: int, outcomes: Mapping[str, int]) -> Dossier:
    rows: list[dict[str, object]] = [
        {"nomor": f"{year}-{at}", "keputusan": what, "jumlah": count}
        for at, (what, count) in enumerate(outcomes.items())
    ]
    keys: list[dict[str, object]] = [
        {"kunci": "tahun", "isi": year},
        {"kunci": "badan.nama", "isi": "Kota Contoh"},
    ]
    return Dossier.from_rows({"laporan": keys, "permohonan": rows}, plugins=load_plugins())


def test_stacked_years_are_grouped_to_the_figures_of_each() -> None:
    works = [
        of_year(2022, {"dikabulkan seluruhnya": 4, "ditolak": 2}),
        of_year(2023, {"dikabulkan seluruhnya": 7}),
        of_year(2024, {"dikabulkan seluruhnya": 9, "ditolak": 1, "dikabulkan sebagian": 3}),
    ]
    tables = [pd.read_csv(io.BytesIO(files_of(work.report())["angka.csv"])) for work in works]

    stacked = pd.concat(tables, ignore_index=True)

    outcomes = stacked[(stacked.measure == "requests.total") & (stacked.dimension == "outcome")]
    by_year = outcomes.pivot_table(index="year", columns="category", values="value", aggfunc="sum")
    assert list(by_year.index) == [2022, 2023, 2024]
    for work in works:
        told = by_year.loc[work.year.period.year]
        assert dict(told) == work.figure("requests.by_outcome")
        assert told.sum() == work.figure("requests.total")


def test_every_number_of_the_summary_is_a_row_of_its_own_and_what_is_absent_has_its_reason(
    example: Dossier,
) -> None:
    report = example.report()
    heading, *rows = lines_of(files_of(report)["angka.csv"])
    assert report.summary is not None

    assert heading == list(FIGURE_COLUMNS)
    assert len(rows) == len(list(tidy_figures(report.summary)))
    assert all(bool(row[heading.index("value")]) != bool(row[heading.index("reason")]) for row in rows)


def test_register_of_several_years_stacks_row_by_row() -> None:
    works = [Dossier.open(ROOT / "examples" / name) for name in EXAMPLES]
    tables = [
        pd.read_csv(io.BytesIO(files_of(document(work.year))["permohonan.csv"]), dtype=str) for work in works
    ]

    stacked = pd.concat(tables, ignore_index=True)

    assert list(stacked.columns) == list(tables[0].columns) == list(tables[1].columns)
    assert len(stacked) == sum(map(len, tables))


def test_public_package_holds_no_person_and_the_internal_one_does() -> None:
    person = Applicant(name="Sukarno Wijayakusuma")
    asked = Request(number="1", applicant=person, subject="Salinan untuk Sukarno Wijayakusuma")
    year = ServiceYear(period=ReportingPeriod(2023), requests=(asked,))

    public, internal = (b"".join(files_of(document(year, edition)).values()) for edition in EDITIONS)

    assert b"Wijayakusuma" not in public
    assert b"Wijayakusuma" in internal
