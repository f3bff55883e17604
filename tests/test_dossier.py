"""One year's work in one value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from attrs.exceptions import FrozenInstanceError

from ppid_core import Absent, Dossier
from ppid_core.errors import UnknownNameError
from ppid_core.plugins import load_plugins
from ppid_core.rules import Severity

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
    return Dossier.open(SERANG, plugins=load_plugins(entry_points=[]))


@pytest.fixture(scope="module")
def rows() -> Dossier:
    return Dossier.from_rows(ROWS, plugins=load_plugins(entry_points=[]))


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
    work = Dossier.from_rows(ROWS, plugins=load_plugins(entry_points=[]), as_of=date(2023, 6, 30))

    assert work.figure("as_of") == "2023-06-30"


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
