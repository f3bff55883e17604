from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import assert_type

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.errors import LawFileError, NotInForceError
from ppid_core.law import Citation, Confidence, MonthDay, Parameter, Provision, Unit

LIMIT = """
[[limit]]
since = 2010-04-30
value = 10
unit = "working_day"
citation = { instrument = "Perda 1/2010", article = "Pasal 3" }
confidence = "confirmed"
checked_on = 2026-01-02

[[limit]]
since = 2015-01-01
value = 5
unit = "working_day"
citation = { instrument = "Perda 2/2014", article = "Pasal 1", url = "https://example.org/2" }
confidence = "unconfirmed"
checked_on = 2026-01-02
note = "dipersingkat"

[[limit]]
since = 2020-01-01
repealed = true
citation = { instrument = "Perda 9/2019" }
confidence = "secondary"
checked_on = 2026-01-02
"""


def test_a_value_holds_from_its_day_until_the_next() -> None:
    limit = Parameter.from_toml(LIMIT, "limit", int)

    assert [limit.at(day).value for day in (date(2010, 4, 30), date(2014, 12, 31), date(2015, 1, 1))] == [
        10,
        10,
        5,
    ]


def test_the_citation_travels_with_the_value() -> None:
    provision = Parameter.from_toml(LIMIT, "limit", int).at(date(2015, 6, 1))

    assert provision == Provision(
        value=5,
        unit=Unit.WORKING_DAY,
        since=date(2015, 1, 1),
        citation=Citation(instrument="Perda 2/2014", article="Pasal 1", url="https://example.org/2"),
        confidence=Confidence.UNCONFIRMED,
        checked_on=date(2026, 1, 2),
        note="dipersingkat",
    )
    assert provision.cite("en") == "Perda 2/2014 Pasal 1 (not verified)"


def test_the_type_of_a_value_is_known_to_the_type_checker() -> None:
    limit = Parameter.from_toml(LIMIT, "limit", int)

    assert assert_type(limit.at(date(2012, 1, 1)).value, int) == 10


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(2010, 4, 29), "belum berlaku pada 2010-04-29"), (date(2020, 1, 1), "dicabut sejak 2020-01-01")],
)
def test_before_the_first_entry_and_after_a_repeal_nothing_is_in_force(day: date, told: str) -> None:
    limit = Parameter.from_toml(LIMIT, "limit", int)

    with pytest.raises(NotInForceError, match=told):
        limit.at(day)


def test_a_rule_pack_reads_its_own_file(tmp_path: Path) -> None:
    pack = tmp_path / "daerah.toml"
    pack.write_text(LIMIT, encoding="utf-8")

    assert Parameter.from_toml(pack, "limit", int) == Parameter.from_toml(LIMIT, "limit", int)


def test_a_faulty_file_is_named_in_its_faults(tmp_path: Path) -> None:
    pack = tmp_path / "daerah.toml"
    pack.write_text(LIMIT.replace("value = 10", 'value = "sepuluh"'), encoding="utf-8")

    with pytest.raises(LawFileError) as caught:
        Parameter.from_toml(pack, "limit", int)

    assert caught.value.faults == (
        "daerah.toml: [[limit]] ke-1, value: seharusnya bilangan bulat, tertulis 'sepuluh'",
    )


def test_a_name_that_the_file_does_not_have_is_a_fault() -> None:
    with pytest.raises(LawFileError, match=r"\[\[other\]\]: harus ada entri"):
        Parameter.from_toml(LIMIT, "other", int)


def test_entries_out_of_order_are_a_fault() -> None:
    with pytest.raises(LawFileError, match="urut menurut since"):
        Parameter.from_toml(LIMIT.replace("2015-01-01", "2009-01-01"), "limit", int)


def test_a_repeal_that_is_false_or_has_a_value_is_a_fault() -> None:
    with pytest.raises(LawFileError, match="ke-3: repealed hanya dapat true"):
        Parameter.from_toml(LIMIT.replace("repealed = true", "repealed = false"), "limit", int)
    with pytest.raises(LawFileError, match="ke-3: kunci 'value' tidak dikenal"):
        Parameter.from_toml(LIMIT.replace("repealed = true", "repealed = true\nvalue = 1"), "limit", int)


def test_a_single_table_is_read_as_the_only_entry() -> None:
    single = LIMIT.split("[[limit]]", maxsplit=2)[1]

    limit = Parameter.from_toml(f"[limit]{single}", "limit", int)

    assert limit.at(date(2012, 1, 1)).value == 10


def test_a_value_may_be_a_tuple_of_records() -> None:
    text = LIMIT.split("[[limit]]", maxsplit=2)[1].replace("value = 10", "value = [{ month = 3, day = 31 }]")

    limit = Parameter.from_toml(f"[[limit]]{text}", "limit", tuple[MonthDay, ...])

    assert limit.at(date(2012, 1, 1)).value == (MonthDay(month=3, day=31),)


@given(st.dates(date(2010, 4, 30), date(2019, 12, 31)))
def test_what_is_in_force_began_on_or_before_the_day(day: date) -> None:
    assert Parameter.from_toml(LIMIT, "limit", int).at(day).since <= day


def test_each_unit_has_a_label_in_both_languages() -> None:
    assert all(member.label.id and member.label.en for member in Unit)
