"""One year's work in one value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from ppid_core import (
    Absent,
    Artifact,
    Dossier,
    Lawbook,
    Report,
    ServiceYear,
    WorkdayCalendar,
    compose,
    export,
)
from ppid_core.cli.command import ppid
from ppid_core.errors import FolderError, FormatWarning, MismatchError, UnknownNameError
from ppid_core.intake.files.csv_tables import filled_files
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.law import Track
from ppid_core.model import Reason, ReportingPeriod
from ppid_core.option import FORMAT
from ppid_core.plugins import Exporter, Owner, Plugins, load_plugins
from ppid_core.plugins.inventory import PluginClaim
from ppid_core.rules import Severity

OURS: Plugins = load_plugins(entry_points=[])
"""Our own rules alone: what else is installed changes no test."""

SERANG = "examples/kota-serang-2020"
ROWS: Mapping[str, list[Mapping[str, object]]] = {
    "laporan": [{"kunci": "tahun", "isi": 2023}, {"kunci": "badan.nama", "isi": "Pemerintah Kota Contoh"}],
    "permohonan": [
        {"tanggal": date(2023, 4, 10), "keputusan": "dikabulkan", "opd": "Dinas Kesehatan"},
        {"tanggal": date(2023, 4, 11), "keputusan": "ditolak", "opd": "Dinas Sosial"},
    ],
}


@pytest.fixture(scope="module")
def serang() -> Dossier:
    return Dossier.open(SERANG, plugins=OURS)


@pytest.fixture(scope="module")
def kept(rows: Dossier) -> Dossier:
    """The same rows, with the formats that are installed."""
    return evolve(rows, plugins=load_plugins())


@pytest.fixture(scope="module")
def rows() -> Dossier:
    return Dossier.from_rows(ROWS, plugins=OURS)


def test_folder_is_read_counted_and_judged(serang: Dossier) -> None:
    assert serang.problems == ()
    assert serang.as_of == date(2021, 1, 7)
    assert serang.figure("requests.total") == 84
    assert "T101" in {finding.code for finding in serang.findings}


def test_finding_speaks_without_its_engine(serang: Dossier) -> None:
    (claim,) = (finding for finding in serang.findings if finding.code == "T101")

    assert claim.message() == serang.checked.message(claim)
    assert "51" in claim.message()
    assert "53" in claim.message("en")
    assert "53" in claim.mend()


def test_rows_from_memory_are_read_counted_and_judged(rows: Dossier) -> None:
    assert rows.figure("requests.by_outcome.refused") == 1
    assert rows.checked.unexplained(Severity.ERROR) == ()
    assert rows.as_of == date(2023, 12, 31)


def test_day_can_be_given() -> None:
    work = Dossier.from_rows(ROWS, plugins=OURS, as_of=date(2023, 6, 30))

    assert work.as_of == date(2023, 6, 30)
    assert work.summary.figure("as_of") == "2023-06-30"


@pytest.mark.parametrize(
    "path",
    [
        "requests.total",
        "requests.by_outcome",
        "requests.by_outcome.granted",
        "requests.by_month.4",
        "requests.by_agency.Dinas Sosial",
        "requests.by_channel.email",
        "requests.by_occupation.petani",
        "requests.response_time.median",
        "objections.by_ground.ground_a",
    ],
)
def test_path_of_a_measure_a_breakdown_or_a_category_is_known(rows: Dossier, path: str) -> None:
    assert rows.figure(path) == rows.summary.figure(path)


@pytest.mark.parametrize(
    "path",
    [
        "request.total",
        "requests.totl",
        "requests.by_outcom.granted",
        "requests.by_outcome.grantd",
        "requests.by_month.13",
        "requests.by_agency.Dinas Bayangan",
        "requests.total.more",
        "requests",
        "requests.response_time",
        "year",
        "as_of",
        "requests.by_outcome.",
        "other",
        "",
    ],
)
def test_misspelt_path_is_an_error_that_holds_the_known_ones(rows: Dossier, path: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        rows.figure(path)

    assert caught.value.name == path
    assert "requests.total" in caught.value.known


def test_misspelt_path_is_told_with_those_that_look_like_it(rows: Dossier) -> None:
    with pytest.raises(UnknownNameError, match=r'"requests.totl" tidak dikenal.*requests\.total'):
        rows.figure("requests.totl")


def test_what_is_not_recorded_is_absent_and_no_error(rows: Dossier) -> None:
    assert isinstance(rows.figure("objections.total"), Absent)


def test_report_is_what_an_exporter_gets(serang: Dossier) -> None:
    report = serang.report(form="brief", lang="en")

    assert report.meta.form == "brief"
    assert report.meta.lang == "en"
    assert report.checked == serang.checked


def test_work_is_frozen(rows: Dossier) -> None:
    with pytest.raises(FrozenInstanceError):
        rows.as_of = date(2020, 1, 1)  # type: ignore[misc]


def test_year_alone_is_enough() -> None:
    year = ServiceYear(period=ReportingPeriod(2023), requests=())
    work = Dossier(year=year, plugins=OURS)

    assert work.figure("requests.total") == 0
    assert (work.problems, work.as_of) == ((), date(2023, 12, 31))
    assert work.law is Lawbook.load()
    assert work.workdays == WorkdayCalendar.of_report(year, work.as_of)


def test_every_input_that_is_given_is_taken_and_stands_in_the_work() -> None:
    calendar, law = WorkdayCalendar.load(track=Track.ASN), evolve(Lawbook.load())
    before = Dossier.from_rows(
        {"laporan": [{"kunci": "tahun", "isi": 2022}, ROWS["laporan"][1]]}, plugins=OURS
    )
    given = {"as_of": date(2023, 7, 1), "law": law, "workdays": calendar, "plugins": OURS}

    work = Dossier.from_rows(ROWS, previous=[before], **given)  # type: ignore[arg-type]

    assert (work.as_of, work.workdays, work.plugins) == (date(2023, 7, 1), calendar, OURS)
    assert work.law is law
    assert work.evidence.previous == (before.counted,)
    assert work.evidence.last_report == before.year
    assert work.summary.scope == work.scope


def test_equal_inputs_give_equal_work_and_equal_files(kept: Dossier, tmp_path: Path) -> None:
    one, other = (Dossier.open(SERANG, plugins=kept.plugins) for _ in range(2))
    written = [
        work.write(tmp_path / name, formats=["json", "html"]) for name, work in {"a": one, "b": other}.items()
    ]

    assert one == other
    assert {path.name for path in written[0]} == {"laporan.json", "laporan.html"}
    first, second = ([path.read_bytes() for path in paths] for paths in written)
    assert first == second


def test_year_of_another_intake_is_refused(rows: Dossier) -> None:
    with pytest.raises(MismatchError):
        evolve(rows, year=ServiceYear(period=ReportingPeriod(2022)))


@pytest.mark.parametrize(("year", "body"), [(2023, "Pemerintah Kota Contoh"), (2022, "Pemerintah Kota Lain")])
def test_what_is_no_earlier_year_of_the_body_is_refused(year: int, body: str) -> None:
    table: list[Mapping[str, object]] = [
        {"kunci": "tahun", "isi": year},
        {"kunci": "badan.nama", "isi": body},
    ]
    other = Dossier.from_rows({"laporan": table}, plugins=OURS)

    with pytest.raises(MismatchError, match="bukan tahun sebelumnya"):
        Dossier.from_rows(ROWS, plugins=OURS, previous=[other])


def of_year(year: int, *, previous: Sequence[Dossier] = (), **keys: str) -> Dossier:
    named = {"tahun": year, "badan.nama": "Pemerintah Kota Contoh", **keys}
    table = [{"kunci": key, "isi": value} for key, value in named.items()]
    return Dossier.from_rows({"laporan": table}, plugins=OURS, previous=previous)


def test_earlier_years_stand_the_newest_first_with_those_that_came_with_them() -> None:
    before = of_year(2021, previous=[of_year(2020), of_year(2018)])

    work = of_year(2023, previous=[of_year(2020), before])

    assert [one.year.period.year for one in work.previous] == [2021, 2020]
    assert [one.year.period.year for one in work.evidence.previous] == [2021, 2020, 2018]
    assert work.evidence.previous[0] == before.counted


def test_two_reports_of_one_earlier_year_are_refused() -> None:
    with pytest.raises(MismatchError, match="diberikan dua kali"):
        of_year(2023, previous=[of_year(2022), of_year(2021), of_year(2022)])


def test_a_part_of_a_year_is_compared_with_the_same_part_alone() -> None:
    half = of_year(2022, periode="semester-1")

    assert of_year(2023, periode="semester-1", previous=[half]).previous == (half,)
    with pytest.raises(MismatchError, match="bagian tahun yang lain"):
        of_year(2023, previous=[half])


def test_first_months_keep_the_whole_year_before_for_their_cases() -> None:
    before = of_year(2022)

    assert of_year(2023, previous=[before]).until(3).evidence.last_report == before.year


def test_first_months_are_a_work_of_their_own(rows: Dossier) -> None:
    march = rows.until(3)

    assert (march.figure("requests.total"), march.as_of) == (0, date(2023, 3, 31))
    assert rows.until(4, as_of=date(2023, 5, 2)).figure("requests.total") == 2


def test_files_are_written_as_the_command_writes_them(kept: Dossier, tmp_path: Path) -> None:
    (tmp_path / "masuk").mkdir()
    for name, content in filled_files(typed_tables(kept.year)).items():
        (tmp_path / "masuk" / name).write_bytes(content)
    with pytest.raises(SystemExit) as ended:
        ppid.main(["report", str(tmp_path / "masuk"), "--form", "brief", "--to", "csv,html"])

    work = Dossier.open(tmp_path / "masuk", plugins=kept.plugins)
    with pytest.warns(FormatWarning, match="laporan lengkap"):
        work.write(tmp_path / "hasil", form="brief", formats=["csv", "html"])

    assert ended.value.code == 0
    by_command, by_work = (
        {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "masuk" / "hasil", tmp_path / "hasil")
    )
    assert by_command == by_work
    assert ".ppid-manifest.json" in by_work


def test_next_run_of_a_form_takes_away_what_it_does_not_write(kept: Dossier, tmp_path: Path) -> None:
    requests = [path.name for path in kept.write(tmp_path, formats=["csv"])]
    empty = Dossier(year=evolve(kept.year, requests=()), plugins=kept.plugins)
    left = {path.name for path in empty.write(tmp_path, formats=["csv"])}

    assert "permohonan.csv" in requests or len(requests) > len(left)
    assert {path.name for path in (tmp_path / "data").iterdir()} == left


def test_internal_edition_is_not_written_beside_the_public_one(kept: Dossier, tmp_path: Path) -> None:
    kept.write(tmp_path, formats=["json"])

    with pytest.raises(FolderError):
        kept.write(tmp_path, formats=["json"], edition="internal")


def test_options_win_over_those_of_the_table(kept: Dossier, tmp_path: Path) -> None:
    path, *_ = kept.write(tmp_path, formats=["csv"], options={"csv": {"delimiter": "|"}})

    assert "|" in path.read_text("utf-8")


def test_format_that_fails_is_raised_when_the_others_are_written(kept: Dossier, tmp_path: Path) -> None:
    broken: PluginClaim[Exporter] = PluginClaim(
        kind=FORMAT, item=Broken(), owner=Owner(distribution="x", version="1", entry_point="x")
    )
    plugins = evolve(kept.plugins, exporter_claims=(broken, *kept.plugins.exporter_claims))

    with pytest.raises(ZeroDivisionError):
        evolve(kept, plugins=plugins).write(tmp_path, formats=["rusak", "json"])

    assert (tmp_path / "data" / "laporan.json").is_file()


def test_unknown_format_is_refused_before_anything_is_written(kept: Dossier, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="docx"):
        kept.write(tmp_path / "hasil", formats=["docxx"])

    assert not (tmp_path / "hasil").exists()


UNREAD: Mapping[str, list[Mapping[str, object]]] = {
    **ROWS,
    "permohonan": [{"tanggal": "32/04/2023"}, {"tanggal": "10/04/2023"}],
}


def test_work_with_unread_cells_composes_a_draft() -> None:
    work = Dossier.from_rows(UNREAD, plugins=OURS)

    assert work.report().meta.draft == "DRAF: 1 sel belum terbaca"
    assert work.report(lang="en", form="letter").meta.draft == "DRAFT: 1 cell not read"
    assert work.report(draft=True).meta.draft == "DRAF: 1 sel belum terbaca"
    assert work.report(draft=False).meta.draft == ""
    assert compose(work.year, work.summary, work.checked, work.law).meta.draft == "DRAF: 1 sel belum terbaca"


def test_work_that_was_read_whole_is_a_draft_only_where_that_is_asked(rows: Dossier) -> None:
    assert rows.report().meta.draft == ""
    assert rows.report(draft=True).meta.draft == "DRAF"


def test_entry_that_is_no_cell_makes_a_draft_too() -> None:
    whole = Dossier.from_rows(ROWS, plugins=OURS)
    (problem,) = Dossier.from_rows(UNREAD, plugins=OURS).problems

    work = evolve(whole, intake=evolve(whole.intake, problems=(problem,)))

    assert work.report().meta.draft == "DRAF: 1 isian belum terbaca"


def test_register_with_unread_counts_is_never_said_to_be_unrecorded(kept: Dossier) -> None:
    counts: list[Mapping[str, object]] = [{"jumlah": "tiga puluhh"}, {"jumlah": 2}]
    work = Dossier.from_rows({**ROWS, "permohonan": counts}, plugins=OURS)

    (page,) = export(work.report(), "markdown", kept.plugins)
    lines = [line for line in page.content.decode().splitlines() if line.casefold().startswith(TOTALS)]
    assert work.figure("requests.total") == Absent(Reason.UNREAD)
    assert len(lines) == len(TOTALS)
    assert all("tidak seluruhnya terbaca" in line for line in lines)
    assert not any("tidak tercatat" in line for line in lines)


TOTALS = (
    *("| permohonan |", "jumlah permohonan ", "| jumlah permohonan |", "| permohonan ditolak |"),
    "| c.a. jumlah permohonan |",
)
"""How the lines begin in which the report speaks of how many requests there were."""


class Broken:
    """A format that cannot be made."""

    name = "rusak"
    label = "Rusak"

    def export(self, report: Report, /) -> list[Artifact]:  # noqa: ARG002  as the protocol has it
        return [Artifact(name="a.txt", media_type="text/plain", content=bytes(1 // 0))]


def test_figures_and_findings_of_another_year_make_no_report(serang: Dossier, rows: Dossier) -> None:
    law = evolve(serang.law, objection_answer=serang.law.request_response)

    with pytest.raises(MismatchError, match="badan publik"):
        compose(serang.year, rows.summary, rows.checked, serang.law)
    with pytest.raises(MismatchError, match="tahun"):
        compose(serang.year, serang.summary, rows.checked, serang.law)
    with pytest.raises(MismatchError, match=r"tanggal keadaan \(2021-01-07 / 2020-12-31\)"):
        compose(serang.year, serang.summary, evolve(serang, as_of=date(2020, 12, 31)).checked, serang.law)
    with pytest.raises(MismatchError, match="versi hukum"):
        compose(serang.year, serang.summary, serang.checked, law)
