"""Other bodies than the example, through the whole pipeline, without a line of code changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ppid_core import (
    Evidence,
    Intake,
    Lawbook,
    Report,
    Summary,
    WorkdayCalendar,
    check,
    compose,
    export,
    from_rows,
    load_plugins,
    summarize,
    unstructure,
)
from ppid_core.model import Absent, Reason
from ppid_core.rules import Status

LAW = Lawbook.load()
WORKDAYS = WorkdayCalendar.load()
FORMATS = ("csv", "json", "markdown", "html")

Rows = list[Mapping[str, object]]


def settings(**keys: object) -> Rows:
    return [{"kunci": key.replace("__", "."), "isi": value} for key, value in keys.items()]


def taken(tables: Mapping[str, Rows]) -> Intake:
    intake = from_rows(tables)
    assert [(problem.source, problem.message.id) for problem in intake.problems] == []
    return intake


def summarised(intake: Intake, as_of: date) -> Summary:
    return summarize(intake.year, LAW, WORKDAYS, as_of)


def documented(intake: Intake, as_of: date) -> Report:
    """Return the report, after every rule has run and every format has been written."""
    summary = summarised(intake, as_of)
    checked = check(Evidence(year=intake.year, summary=summary, law=LAW, workdays=WORKDAYS, as_of=as_of))
    assert [run.code for run in checked.runs if run.status is Status.FAILED] == []
    report = compose(intake.year, summary, checked, LAW)
    plugins = load_plugins()
    assert all(export(report, name, plugins) for name in FORMATS)
    return report


@pytest.fixture
def small_body() -> Intake:
    """Three agencies, five types, five requests known to the day, no objections."""
    return taken(
        {
            "laporan": settings(tahun=2023, badan__nama="Badan Contoh", nihil="keberatan|sengketa"),
            "opd": [{"kode": code, "nama": f"Dinas {code}"} for code in "ABC"],
            "jenis_informasi": [{"kode": code, "nama": f"Jenis {code}"} for code in "vwxyz"],
            "ketersediaan": [
                {"opd": "A", "v": "√", "w": "ya", "x": "-", "y": "n/a", "z": "dikecualikan"},
                {"opd": "Dinas B", "v": "v", "w": "tidak", "x": "0", "y": "-", "z": "-"},
                {"opd": "C", "v": "", "w": "", "x": "", "y": "", "z": ""},
            ],
            "permohonan": [
                {"nomor": "P-01", "tanggal": "10 April 2023", "keputusan": "dikabulkan", "kanal": "website",
                 "tanggal_pemberitahuan": "2 Mei 2023"},
                {"nomor": "P-02", "tanggal": "15/04/2023", "keputusan": "dikabulkan sebagian",
                 "kanal": "email",
                 "alasan_penolakan": "dikecualikan", "pasal_pengecualian": "h", "uji_konsekuensi": "ya",
                 "tanggal_pemberitahuan": "2023-05-09"},
                {"nomor": "P-03", "tanggal": "2023-11-01", "keputusan": "ditolak", "kanal": "website",
                 "alasan_penolakan": "dikecualikan", "pasal_pengecualian": "a", "uji_konsekuensi": "ya",
                 "tanggal_perpanjangan": "2023-11-14", "alasan_perpanjangan": "dokumen dicari",
                 "tanggal_pemberitahuan": "2023-11-16"},
                {"nomor": "P-04", "tanggal": "2023-12-20", "keputusan": "masih diproses", "kanal": "surel"},
                {"nomor": "P-05", "tanggal": "2023-06-02", "keputusan": "tidak dijawab", "kanal": "telepon"},
            ],
        }
    )  # fmt: skip


def test_day_level_cases_are_timed_by_the_calendar(small_body: Intake) -> None:
    """By hand: 10, 11 (late, not extended) and 11 (extended) working days; one open in time, one late."""
    summary = summarised(small_body, date(2023, 12, 31))

    assert summary.figure("requests.response_time") == {
        "clock": "received",
        "count": 3,
        "mean": Decimal("10.67"),
        "median": Decimal(11),
        "min": 10,
        "max": 11,
        "percentiles": {"p25": 10, "p75": 11, "p90": 11, "p95": 11},
        "by_class": {"0-10": 1, "11-17": 2, "over_17": 0},
        "by_agency": Absent(Reason.NO_CATEGORY),
        "by_outcome": {
            outcome: {"count": 1, "mean": days, "median": days, "min": days, "max": days}
            for outcome, days in (("granted", 10), ("partly_granted", 11), ("refused", 11))
        },
    }
    assert summary.figure("requests.timeliness") == {
        "closed_in_time": 2,
        "closed_late": 1,
        "open_in_time": 1,
        "open_late": 1,
        "unknown": 0,
    }


def test_availability_has_five_states_and_two_denominators(small_body: Intake) -> None:
    compliance = summarised(small_body, date(2023, 12, 31)).branch("compliance")

    expected = {
        "cells": 15,
        "disclosed": 3,
        "not_disclosed": 5,
        "not_applicable": 1,
        "exempt": 1,
        "not_reported": 5,
    }
    assert expected == {name: compliance[name] for name in expected}
    assert (compliance["share"], compliance["share_of_reporting"]) == (Decimal("0.2308"), Decimal("0.3750"))


def test_registers_that_are_nil_are_zero_and_those_not_kept_are_absent(small_body: Intake) -> None:
    summary = summarised(small_body, date(2023, 12, 31))

    assert (summary.figure("objections.total"), summary.figure("disputes.total")) == (0, 0)
    assert isinstance(summary.figure("suits.total"), Absent)


def test_small_body_gets_its_report_in_every_format(small_body: Intake) -> None:
    report = documented(small_body, date(2023, 12, 31))

    assert report.meta.title == "Laporan Layanan Informasi Publik Tahun 2023"


def test_body_that_knows_only_totals_along_one_dimension_is_counted_by_them() -> None:
    intake = taken(
        {
            "laporan": settings(tahun=2022, badan__nama="Kementerian Contoh"),
            "rekap": [
                {"apa": "permohonan", "menurut": "", "nilai": "", "jumlah": 120},
                {"apa": "permohonan", "menurut": "keputusan", "nilai": "dikabulkan", "jumlah": 80},
                {"apa": "permohonan", "menurut": "keputusan", "nilai": "ditolak", "jumlah": 30},
                {"apa": "permohonan", "menurut": "waktu", "nilai": "0-10", "jumlah": 100},
                {"apa": "permohonan", "menurut": "waktu", "nilai": ">17", "jumlah": 20},
                {"apa": "pemohon", "menurut": "", "nilai": "", "jumlah": 90},
                {"apa": "permohonan", "menurut": "", "nilai": "", "jumlah": 77, "tahun": 2021},
            ],
        }
    )

    summary = summarised(intake, date(2022, 12, 31))

    assert summary.figure("requests.total") == 120
    assert summary.figure("requests.by_outcome") == {"granted": 80, "refused": 30, "not_recorded": 10}
    assert summary.figure("requests.response_time.by_class") == {"0-10": 100, "over_17": 20}
    assert isinstance(summary.figure("requests.response_time.mean"), Absent)
    assert isinstance(summary.figure("requests.by_month"), Absent)
    assert summary.figure("applicants.total") == 90
    documented(intake, date(2022, 12, 31))


def test_semester_knows_nothing_of_the_months_outside_it() -> None:
    intake = taken(
        {
            "laporan": settings(tahun=2021, periode="semester-2", badan__nama="Kota Contoh"),
            "permohonan": [
                {"bulan": "Juli", "jumlah": "3 (tiga)", "keputusan": "dikabulkan"},
                {
                    "bulan": "Desember",
                    "jumlah": 4,
                    "keputusan": "ditolak",
                    "alasan_penolakan": "tidak dikuasai",
                },
                {"bulan": "Maret", "jumlah": 9, "keputusan": "ditolak", "alasan_penolakan": "tidak dikuasai"},
            ],
        }
    )

    plain: dict[str, Any] = unstructure(summarised(intake, date(2021, 12, 31)))

    assert plain["requests"]["by_month"] == [None] * 6 + [3, 0, 0, 0, 0, 4]
    assert (plain["requests"]["total"], plain["requests"]["outside_period"]) == (7, 9)
    assert "Semester II Tahun 2021" in documented(intake, date(2021, 12, 31)).meta.title


def test_quiet_body_reports_nil_everywhere_and_raises_no_error() -> None:
    intake = taken(
        {
            "laporan": settings(
                tahun=2020, badan__nama="Desa Contoh", nihil="permohonan|keberatan|sengketa|gugatan|pengaduan"
            )
        }
    )

    summary = summarised(intake, date(2020, 12, 31))

    registers = ("requests", "objections", "disputes", "suits", "complaints")
    assert [summary.figure(f"{register}.total") for register in registers] == [0] * 5
    report = documented(intake, date(2020, 12, 31))
    assert "0 (nihil) permohonan" in "\n".join(block.plain() for block in report.blocks())
