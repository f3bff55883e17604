"""What the report tells of time: sentences, classes, statistics, parts, balance, oldest open cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from attrs import evolve

from ppid_core import Report, ServiceYear
from ppid_core.model import (
    Agency,
    AgencyRef,
    Aggregate,
    Coded,
    Dimension,
    Objection,
    ObjectionAnswer,
    Outcome,
    Period,
    Register,
    ReportingPeriod,
    Request,
)
from ppid_core.report import Chart, Days, Paragraph, Ratio, Table, text
from ppid_core.summary import listed

Composing = Callable[..., Report]

YEAR = ReportingPeriod(2020)
LAST_DAY = date(2020, 12, 31)
RECEIVED = Request(period=Period(2020, 2, 3), agency=AgencyRef(typed="Dinas Kesehatan", code="2"))
GRANTED = evolve(RECEIVED, outcome=Outcome.GRANTED, notice_on=date(2020, 2, 5))
REFUSED = evolve(RECEIVED, outcome=Outcome.REFUSED, notice_on=date(2020, 2, 20), agency=None)
OPEN = evolve(RECEIVED, outcome=Outcome.PENDING, number="9")
AGENCIES = (
    Agency(code="10", name="Dinas Sosial"),
    Agency(code="2", name="Dinas Kesehatan", short_name="Dinkes"),
)


def year_of(*rows: Request, objections: tuple[Objection, ...] = ()) -> ServiceYear:
    return ServiceYear(period=YEAR, requests=rows, objections=objections, agencies=AGENCIES)


def tables(report: Report) -> dict[str, Table]:
    return {table.key: table for table in report.tables()}


def told(report: Report, section: str) -> list[str]:
    (found,) = (one for _, one in report.walk() if one.key == section)
    return [block.plain(report.meta.lang) for block in found.blocks if isinstance(block, Paragraph)]


@pytest.fixture
def report(compose_year: Composing) -> Report:
    """Twelve answers, one of them late, and one open request."""
    return compose_year(year_of(evolve(GRANTED, count=11), REFUSED, OPEN), LAST_DAY)


def test_sentences_tell_how_long_and_which_share_came_in_time(report: Report) -> None:
    said = told(report, "response_time")

    assert "Sedikitnya 90 persen di antaranya dijawab dalam 2 hari kerja atau kurang." in said
    assert (
        "Dari 13 (tiga belas) permohonan yang ketepatan waktunya dapat dinilai, 11 (sebelas) selesai tepat "
        "waktu, atau 84,62 persen."
    ) in said
    assert "Permohonan terbuka yang sudah lewat waktu ikut dihitung sebagai tidak tepat waktu." in said


def test_of_fewer_than_ten_no_percentage_and_no_percentile_is_told(compose_year: Composing) -> None:
    report = compose_year(year_of(GRANTED, REFUSED), LAST_DAY)

    said = told(report, "response_time")
    rows = [row[0] for row in tables(report)["response_statistics"].rows]
    assert said[-1] == (
        "Dari 2 (dua) permohonan yang ketepatan waktunya dapat dinilai, 1 (satu) selesai tepat waktu."
    )
    assert not any("persen" in line.lower() for line in (*said, *map(str, rows)))
    figures = {row[0]: text(row[1]) for row in tables(report)["figures"].rows}
    assert figures["Bagian permohonan yang selesai tepat waktu"] == "1 dari 2"


def test_share_of_few_is_listed_as_part_and_whole_in_english_too(compose_year: Composing) -> None:
    report = compose_year(year_of(GRANTED, REFUSED), LAST_DAY, lang="en")

    figures = {row[0]: text(row[1], "en") for row in tables(report)["figures"].rows}
    assert figures["Share of requests closed in time"] == "1 of 2"


def test_classes_stand_in_their_own_order_the_empty_ones_among_them(compose_year: Composing) -> None:
    late = evolve(GRANTED, notice_on=date(2020, 6, 2), count=20)

    report = compose_year(year_of(late, GRANTED), LAST_DAY)

    rows = tables(report)["response_classes"].rows
    assert [row[:2] for row in rows] == [("0–10", 1), ("11–17", 0), ("Lebih dari 17", 20)]
    assert [row[2] for row in rows] == [Ratio(1, 21), Ratio(0, 21), Ratio(20, 21)]
    (chart,) = (
        block
        for block in report.blocks()
        if isinstance(block, Chart) and block.key == "response_classes_chart"
    )
    assert (chart.table, chart.ordered) == ("response_classes", True)
    assert chart.alt == (
        "Permohonan menurut waktu: 0–10 hari kerja 1; 11–17 hari kerja 0; lebih dari 17 hari kerja 20."
    )


def test_statistics_tell_count_mean_median_percentiles_and_extremes(report: Report) -> None:
    table = tables(report)["response_statistics"]

    assert [(row[0], text(row[1]), row[2]) for row in table.rows] == [
        ("Permohonan yang waktunya tercatat", "12", "permohonan"),
        ("Rata-rata", "2,92", "hari kerja"),
        ("Tersingkat", "2", "hari kerja"),
        ("Persentil ke-25", "2", "hari kerja"),
        ("Median", "2", "hari kerja"),
        ("Persentil ke-75", "2", "hari kerja"),
        ("Persentil ke-90", "2", "hari kerja"),
        ("Persentil ke-95", "13", "hari kerja"),
        ("Terlama", "13", "hari kerja"),
    ]


def test_outcomes_and_agencies_have_their_times_with_those_of_all_below(report: Report) -> None:
    by_outcome, by_agency = tables(report)["response_by_outcome"], tables(report)["response_by_agency"]

    whole = ("Seluruhnya", 12, Decimal("2.92"), Days(2), Days(Decimal(2)), Days(13))
    assert by_outcome.rows == (
        ("Dikabulkan seluruhnya", 11, 2, Days(2), Days(2), Days(2)),
        ("Ditolak", 1, 13, Days(13), Days(13), Days(13)),
    )
    assert [row[:2] for row in by_agency.rows] == [("Dinkes", 11), ("Tidak tercatat", 1)]
    assert by_outcome.total == by_agency.total == whole


def test_agencies_stand_in_the_order_of_their_list(compose_year: Composing) -> None:
    others = (AgencyRef(typed="Dinas Sosial", code="10"), AgencyRef(typed="UPT", code=None))

    report = compose_year(year_of(GRANTED, *(evolve(GRANTED, agency=one) for one in others)), LAST_DAY)

    rows = tables(report)["response_by_agency"].rows
    assert [row[0] for row in rows] == ["Dinas Sosial", "Dinkes", "UPT"]


def test_agencies_that_no_answer_names_have_no_table(compose_year: Composing) -> None:
    report = compose_year(year_of(REFUSED), LAST_DAY)

    assert "response_by_agency" not in tables(report)
    assert "response_by_outcome" in tables(report)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (GRANTED, "sejak permohonan diterima."),
        (evolve(GRANTED, notice_on=None, working_days=3), "menurut yang tertulis di register."),
    ],
)
def test_the_table_of_classes_says_from_which_day_time_was_counted(
    compose_year: Composing, row: Request, words: str
) -> None:
    notes = tables(compose_year(year_of(row), LAST_DAY))["response_classes"].notes

    assert any(note.endswith(words) for note in notes)


def test_the_balance_is_a_sum_that_can_be_followed(report: Report, compose_year: Composing) -> None:
    none = Request(period=Period(2019, 12), opening=2019, count=0)
    assert report.year is not None
    stated = compose_year(evolve(report.year, requests=(*listed(report.year.requests), none)), LAST_DAY)
    table = tables(stated)["balance"]

    assert table.caption == "Saldo permohonan per 31 Desember 2020"
    assert table.rows == (("Saldo awal (bawaan)", 0), ("Ditambah: diterima", 13), ("Dikurangi: selesai", 12))
    assert table.total == ("Saldo akhir (masih terbuka)", 1)
    (sentence,) = told(stated, "backlog")
    assert sentence == (
        "Dari 13 (tiga belas) permohonan yang diterima, 12 (dua belas) selesai sampai dengan 31 Desember "
        "2020 dan 1 (satu) masih terbuka."
    )


def test_no_balance_is_told_where_no_line_says_what_was_carried_over(report: Report) -> None:
    assert "balance" not in tables(report)
    assert told(report, "backlog")[:2] == [
        (
            "Dari 13 (tiga belas) permohonan yang diterima, 12 (dua belas) selesai sampai dengan 31 Desember "
            "2020 dan 1 (satu) masih terbuka."
        ),
        "Saldo permohonan tidak disajikan karena perkara bawaan dari tahun sebelumnya tidak tercatat.",
    ]


def test_what_was_carried_over_is_told_with_the_balance(compose_year: Composing) -> None:
    carried = Request(period=Period(2019, 12, 20), opening=2019, outcome=Outcome.GRANTED, count=2)

    said = told(compose_year(year_of(carried, OPEN), LAST_DAY), "backlog")

    assert said[0].startswith("Dari 2 (dua) permohonan bawaan dan 1 (satu) permohonan yang diterima, 2 (dua)")


def test_ten_oldest_open_requests_are_listed_with_their_last_day(compose_year: Composing) -> None:
    days = [date(2020, 11, 2) + timedelta(days=7 * week) for week in range(9)]
    rows = [evolve(OPEN, number=f"{place}", period=Period.of(day)) for place, day in enumerate(days)]
    elsewhere = evolve(OPEN, agency=AgencyRef(typed="Dinas Sosial"))

    report = compose_year(year_of(*reversed(rows), elsewhere, evolve(OPEN, count=2)), LAST_DAY)

    table = tables(report)["oldest_open_requests"]
    assert len(table.rows) == 10
    assert [column.key for column in table.columns] == [
        *("number", "agency", "received", "due", "days", "standing", "count")
    ]
    first, *_, last = table.rows
    assert first[:4] == ("9", "Dinkes", date(2020, 2, 3), date(2020, 2, 17))
    assert str(first[5]).startswith("lewat ")
    assert last[2] == date(2020, 12, 21)
    assert str(last[5]).startswith("sisa ")


@pytest.mark.parametrize(
    ("as_of", "standing", "english"),
    [
        (date(2020, 2, 14), "sisa 1", "1 left"),
        (date(2020, 2, 17), "batas hari itu", "due that day"),
        (date(2020, 2, 18), "lewat 1", "1 late"),
    ],
)
def test_an_open_request_says_how_it_stands(
    compose_year: Composing, as_of: date, standing: str, english: str
) -> None:
    for lang, expected in (("id", standing), ("en", english)):
        (row,) = tables(compose_year(year_of(OPEN), as_of, lang=lang))["oldest_open_requests"].rows
        assert row[-1] == expected


def test_on_the_weekend_after_its_last_day_a_request_is_just_late(compose_year: Composing) -> None:
    friday = evolve(OPEN, period=Period(2020, 2, 7))

    (row,) = tables(compose_year(year_of(friday), date(2020, 2, 22)))["oldest_open_requests"].rows

    assert row[-1] == "lewat"


def test_open_requests_without_a_day_are_counted_below_the_list(compose_year: Composing) -> None:
    undated = evolve(OPEN, period=Period(2020, 2), count=4)

    table = tables(compose_year(year_of(OPEN, undated), LAST_DAY))["oldest_open_requests"]

    assert table.notes[-1] == "Tidak termuat: 4 yang terbuka tanpa tanggal penerimaan."


def test_the_announcement_tells_sentences_and_classes_only(compose_year: Composing) -> None:
    report = compose_year(year_of(evolve(GRANTED, count=11), REFUSED, OPEN), LAST_DAY, form="brief")

    assert [table.key for table in report.tables()] == ["response_classes"]
    assert "atau 84,62 persen." in "\n".join(block.plain() for block in report.blocks())


def test_serang_says_why_the_oldest_open_requests_are_not_listed(
    serang: ServiceYear, compose_year: Composing
) -> None:
    report = compose_year(serang)

    assert told(report, "backlog")[-1] == (
        "Permohonan terbuka yang paling lama menunggu tidak disajikan karena hari penerimaannya belum "
        "dicatat."
    )
    assert not tables(report).keys() & {
        "balance",
        "response_statistics",
        "response_by_outcome",
        "oldest_open_requests",
    }


def test_totals_alone_tell_classes_and_why_there_is_no_mean_and_no_balance(compose_year: Composing) -> None:
    lines = (
        Aggregate(register=Register.REQUESTS, count=20),
        Aggregate(register=Register.REQUESTS, dimension=Dimension.TIME, category="0-10", count=20),
    )

    report = compose_year(ServiceYear(period=YEAR, aggregates=lines), LAST_DAY)

    why = "tidak disajikan karena hanya jumlah yang tercatat, bukan baris register."
    assert told(report, "response_time") == [f"Rata-rata dan median waktu pemenuhan {why}"]
    assert told(report, "backlog") == [f"Saldo permohonan dan permohonan yang masih terbuka {why}"]
    assert "response_statistics" not in tables(report)


def test_a_register_that_is_not_kept_has_no_balance(compose_year: Composing) -> None:
    assert told(compose_year(ServiceYear(period=YEAR), LAST_DAY), "backlog") == [
        "Tidak ada yang dicatat untuk bagian ini pada tahun 2020."
    ]


def test_lines_without_outcome_and_day_leave_the_balance_untold(compose_year: Composing) -> None:
    blank = Request(period=Period(2020, 2), count=4)

    assert told(compose_year(year_of(blank, OPEN), LAST_DAY), "backlog") == [
        "Saldo permohonan tidak disajikan karena sebagian baris tidak mencatatnya."
    ]


def test_open_objections_are_listed_in_their_own_chapter(compose_year: Composing) -> None:
    filed = Objection(number="K-1", period=Period(2020, 3, 2), answer=Coded(ObjectionAnswer.PENDING, ""))

    listed = compose_year(year_of(GRANTED, objections=(filed,)), LAST_DAY)
    untold = compose_year(year_of(GRANTED, objections=(evolve(filed, period=Period(2020, 3)),)), LAST_DAY)

    (row,) = tables(listed)["oldest_open_objections"].rows
    assert row[:3] == ("K-1", date(2020, 3, 2), date(2020, 4, 15))
    assert told(untold, "objections")[-1] == (
        "Keberatan terbuka yang paling lama menunggu tidak disajikan karena hari penerimaannya belum dicatat."
    )
