"""Registers and figures as frames: the same values in each library, called as the model calls them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest
from attrs import evolve
from hypothesis import given, settings
from tests.years import shared_years

from ppid_core import Dossier, ServiceYear, redact
from ppid_core.dossier import frame
from ppid_core.dossier.frame import frame_names
from ppid_core.errors import ExtraMissingError, NotKeptError, UnknownNameError
from ppid_core.model import Absent, Applicant, Request
from ppid_core.model.redaction import Redaction
from ppid_core.summary import FIGURE_COLUMNS, renamed, tidy_figures

LIBRARIES: tuple[Literal["pandas", "polars", "pyarrow"], ...] = ("pandas", "polars", "pyarrow")
KABUPATEN = "examples/kabupaten-contoh-2024"


@pytest.fixture(scope="module")
def work() -> Dossier:
    return Dossier.open(KABUPATEN)


def rows_of(made: Any) -> list[dict[str, Any]]:  # noqa: ANN401  a frame of any library
    """Return the rows of a frame as plain values, None where one is missing."""
    if hasattr(made, "to_pylist"):
        plain: list[dict[str, Any]] = made.to_pylist()
    elif hasattr(made, "to_dicts"):
        plain = made.to_dicts()
    else:
        days = made.select_dtypes("datetime").columns
        missing = made.isna()
        plain = [
            {
                name: None if missing.loc[at, name] else value.date() if name in days else value
                for name, value in row.items()
            }
            for at, row in enumerate(made.to_dict("records"))
        ]
    return plain


def framed(of: Callable[..., Any]) -> list[dict[str, Any]]:
    """Return the rows of a frame, which each library tells alike, under the same names."""
    first, *others = (of(library=library) for library in LIBRARIES)
    rows = rows_of(first)
    assert [rows_of(one) for one in others] == [rows] * len(others)
    assert [list(getattr(one, "column_names", one.columns)) for one in others] == [list(first.columns)] * 2
    return rows


@settings(max_examples=5)
@given(year=shared_years())
def test_each_register_is_the_same_frame_in_each_library_and_has_a_row_for_each_of_its_rows(
    year: ServiceYear,
) -> None:
    work = Dossier(year=year)
    for name, (*steps, last) in frame_names().items():
        held: Any = year
        for step in (*steps, last):
            held = held if isinstance(held, Absent) else getattr(held, step)
        if isinstance(held, Absent):
            with pytest.raises(NotKeptError) as caught:
                work.frame(name)
            assert caught.value.reason == held.reason
        else:
            cells = len(year.matrix.types) if name == "matrix" and not isinstance(year.matrix, Absent) else 1
            assert len(framed(lambda name=name, **one: work.frame(name, **one))) == len(held) * cells


def test_a_register_tells_days_slugs_and_the_words_as_typed(work: Dossier) -> None:
    rows = framed(lambda **one: work.frame("requests", **one))

    refused = [row for row in rows if row["outcome"] == "refused"]
    assert {row["reason"] for row in refused} == {"exempt"}
    first = next(row for row in rows if row["number"] == "117/PPID/2023")
    assert {name: first[name] for name in ("period", "period_day", "period_month", "notice_on")} == {
        "period": "2023-12-19",
        "period_day": date(2023, 12, 19),
        "period_month": 12,
        "notice_on": date(2024, 1, 4),
    }
    assert (first["channel"], first["agency"], first["agency_typed"]) == ("website", "03", "Bappeda")
    assert (first["registered_on"], first["reason"], first["held"]) == (None, None, True)
    assert (first["source_file"], first["source_row"]) == ("permohonan.csv", 2)


def test_the_stages_of_a_dispute_are_columns_of_their_own() -> None:
    stages = {"tahap": "mediasi; ajudikasi", "hasil": "dikabulkan"}
    work = Dossier.from_rows({"laporan": [{"kunci": "tahun", "isi": 2023}], "sengketa": [stages]})

    (row,) = framed(lambda **one: work.frame("disputes", **one))

    assert row["stages"] == "mediation|adjudication"
    assert {"mediation_decided_on", "adjudication_received_on"} <= row.keys()


def test_the_matrix_has_a_row_for_each_cell_and_the_budget_one_for_each_line(work: Dossier) -> None:
    cells = framed(lambda **one: work.frame("matrix", **one))
    lines = framed(lambda **one: work.frame("budget", **one))

    disclosed = [row for row in cells if row["state"] == "disclosed"]
    assert len(disclosed) == work.figure("compliance.disclosed")
    assert {row["type"] for row in cells} == {
        row["code"] for row in framed(lambda **one: work.frame("information_types", **one))
    }
    assert sum(line["allocated"] for line in lines) == work.figure("budget.allocated")


def test_a_count_that_could_not_be_read_is_missing_and_never_one(work: Dossier) -> None:
    rows = (Request(count=1, unread=("count",)), Request(count=3))
    unread = evolve(work.year, requests=rows)

    assert [row["count"] for row in framed(lambda **one: Dossier(year=unread).frame("requests", **one))] == [
        None,
        3,
    ]


def test_a_number_beyond_what_libraries_count_is_told_roughly(work: Dossier) -> None:
    year = evolve(work.year, requests=(Request(count=10**20),))

    assert [row["count"] for row in framed(lambda **one: Dossier(year=year).frame("requests", **one))] == [
        1e20
    ]


@settings(max_examples=5)
@given(year=shared_years(registers_kept=True))
def test_the_public_edition_is_the_default_and_tells_nothing_of_applicants(year: ServiceYear) -> None:
    work, public = Dossier(year=year), Dossier(year=redact(year))

    for name in ("requests", "objections", "disputes"):
        told = rows_of(work.frame(name, library="pyarrow"))
        assert told == rows_of(public.frame(name, library="pyarrow"))
        assert not any(
            key.startswith("applicant_") and key != "applicant_class" for row in told for key in row
        )


def test_the_internal_edition_tells_who_applied() -> None:
    applicant = Applicant(name="Siti Contoh", contact="surel@contoh.id")
    year = evolve(Dossier.open(KABUPATEN).year, requests=(Request(applicant=applicant), Request()))

    first, second = framed(lambda **one: Dossier(year=year).frame("requests", edition="internal", **one))

    assert (first["applicant_name"], first["applicant_contact"]) == ("Siti Contoh", "surel@contoh.id")
    assert (first["applicant_nik"], second["applicant_name"]) == (None, None)


@settings(max_examples=5)
@given(year=shared_years())
def test_figures_are_a_frame_with_a_row_for_each_number_of_the_public_edition(year: ServiceYear) -> None:
    work = Dossier(year=year)
    redaction = Redaction.of(year)
    shown = renamed(work.summary, redaction.key)

    rows = framed(work.figures_frame)

    assert [tuple(row.values()) for row in rows] == [
        tuple(
            float(value) if name == "value" and value is not None else None if value == "" else value
            for name, value in ((name, getattr(one, name)) for name in FIGURE_COLUMNS)
        )
        for one in tidy_figures(shown)
    ]


def test_figures_of_the_internal_edition_name_categories_as_typed(work: Dossier) -> None:
    def occupations(**asked: Any) -> set[str]:  # noqa: ANN401  arguments of figures_frame
        rows = rows_of(work.figures_frame(library="polars", **asked))
        return {row["category"] for row in rows if row["dimension"] == "occupation" and row["category"]}

    assert "guru" in occupations(edition="internal")
    assert "[disamarkan]" in occupations()


def test_the_first_library_that_is_installed_makes_the_frame(
    work: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    def installed(*names: str) -> None:
        monkeypatch.setattr(frame, "find_spec", lambda name: name in names or None)

    modules = []
    for there in (LIBRARIES, LIBRARIES[1:], LIBRARIES[2:]):
        installed(*there)
        modules.append(type(work.frame("budget")).__module__.partition(".")[0])
    assert modules == list(LIBRARIES)

    installed()
    with pytest.raises(ExtraMissingError, match="pip install pandas"):
        work.figures_frame()
    with pytest.raises(ExtraMissingError, match="pip install polars") as caught:
        work.frame("budget", library="polars")
    assert caught.value.told.en == '"polars" needs a further package: pip install polars'


@pytest.mark.parametrize("asked", [{"register": "permohonan"}, {"library": "dask"}, {"edition": "private"}])
def test_what_there_is_not_is_told_with_what_there_is(work: Dossier, asked: dict[str, Any]) -> None:
    with pytest.raises(UnknownNameError) as caught:
        work.frame(**{"register": "requests", **asked})

    assert set(caught.value.known) & {"requests", "pandas", "public"}


def test_a_register_that_was_not_kept_is_no_empty_frame() -> None:
    with pytest.raises(NotKeptError) as caught:
        Dossier.open("examples/kota-serang-2020").frame("suits")

    assert (caught.value.register, caught.value.reason) == ("suits", "not_kept")


def test_the_page_names_every_register_that_can_be_a_frame() -> None:
    page = Path("docs/frames.md").read_text("utf-8")

    assert [name for name in frame_names() if f"`{name}`" not in page] == []


@pytest.mark.slow
def test_no_library_is_imported_before_a_frame_is_asked_for() -> None:
    script = (
        "import sys; from ppid_core import Dossier; import ppid_core.dossier.frame; "
        f"Dossier.open({KABUPATEN!r}); assert not {set(LIBRARIES)} & set(sys.modules)"
    )

    subprocess.run([sys.executable, "-c", script], check=True)
