from __future__ import annotations

import datetime as dt

import pytest
from attrs import frozen

from ppid_core.errors import LawFileError
from ppid_core.law import Citation, Confidence, MonthDay
from ppid_core.law.structure import parse, record, records


@frozen(kw_only=True)
class Entry:
    since: dt.date
    days: int
    lawful: bool = True
    citation: Citation
    confidence: Confidence | None = None
    spans: tuple[MonthDay, ...] = ()


GOOD = {"since": dt.date(2020, 1, 1), "days": 10, "citation": {"instrument": "UU 14/2008"}}


def faults(raw: object) -> tuple[str, ...]:
    with pytest.raises(LawFileError) as caught:
        record(raw, Entry, "a.toml: [[x]] ke-1")
    return caught.value.faults


def test_a_correct_table_becomes_a_value() -> None:
    entry = record({**GOOD, "confidence": "secondary", "spans": [{"month": 2, "day": 28}]}, Entry, "x")

    assert entry == Entry(
        since=dt.date(2020, 1, 1),
        days=10,
        citation=Citation(instrument="UU 14/2008"),
        confidence=Confidence.SECONDARY,
        spans=(MonthDay(month=2, day=28),),
    )


def test_every_fault_is_told_with_its_place() -> None:
    raw = {
        "days": "10",
        "lawful": 1,
        "citation": {"article": "Pasal 1", "page": 3},
        "confidence": "sure",
        "spans": [{"month": 2, "day": 28}, {"month": 13, "day": 1}, 7],
        "unknown": 0,
    }

    levels = "confirmed, secondary, unconfirmed"
    assert faults(raw) == (
        "a.toml: [[x]] ke-1: kunci 'since' tidak ada",
        "a.toml: [[x]] ke-1: kunci 'unknown' tidak dikenal",
        "a.toml: [[x]] ke-1, days: seharusnya bilangan bulat, tertulis '10'",
        "a.toml: [[x]] ke-1, lawful: seharusnya true atau false, tertulis 1",
        "a.toml: [[x]] ke-1, citation: kunci 'instrument' tidak ada",
        "a.toml: [[x]] ke-1, citation: kunci 'page' tidak dikenal",
        f"a.toml: [[x]] ke-1, confidence: seharusnya salah satu dari {levels}; tertulis 'sure'",
        "a.toml: [[x]] ke-1, spans ke-2: month must be in 1..12",
        "a.toml: [[x]] ke-1, spans ke-3: seharusnya tabel, tertulis 7",
    )


@pytest.mark.parametrize("days", [True, 10.0, "10", None])
def test_nothing_is_coerced_to_a_number(days: object) -> None:
    assert len(faults({**GOOD, "days": days})) == 1


@pytest.mark.parametrize("since", ["2020-01-01", dt.datetime(2020, 1, 1, tzinfo=dt.UTC), 2020])
def test_nothing_is_coerced_to_a_date(since: object) -> None:
    assert len(faults({**GOOD, "since": since})) == 1


def test_text_is_no_list() -> None:
    assert faults({**GOOD, "spans": "31"}) == ("a.toml: [[x]] ke-1, spans: seharusnya daftar, tertulis '31'",)


def test_an_array_tells_the_faults_of_all_its_tables() -> None:
    with pytest.raises(LawFileError) as caught:
        records([{**GOOD, "days": 1.5}, GOOD, {}], Entry, "a.toml: [[x]]")

    assert [fault.split(":")[1] for fault in caught.value.faults] == [
        " [[x]] ke-1, days",
        " [[x]] ke-3",
        " [[x]] ke-3",
        " [[x]] ke-3",
    ]


def test_what_is_no_toml_names_its_file() -> None:
    with pytest.raises(LawFileError, match=r"^a\.toml: bukan TOML yang benar"):
        parse("[[x]", "a.toml")
