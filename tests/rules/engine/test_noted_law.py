"""The law that notes what is asked of it."""

from __future__ import annotations

from datetime import date

import pytest

from ppid_core.errors import NotInForceError
from ppid_core.language import Bilingual
from ppid_core.law import Lawbook
from ppid_core.rules.engine.noted_law import cited_once, in_force, noted, noting, plain, used_of

LAW = Lawbook.load()
DAY = date(2020, 3, 2)


def used(law: Lawbook) -> list[tuple[str, date]]:
    return [(name, provision.since) for name, provision in used_of(law)]


def test_it_answers_as_the_law_does_and_notes_each_provision_once_in_the_order_of_the_book() -> None:
    law = noting(LAW)
    assert used(law) == []
    assert law.request_clock.at(date(2022, 1, 3)) == LAW.request_clock.at(date(2022, 1, 3))
    assert law.request_response.at(DAY) == law.request_response.at(DAY) == LAW.request_response.at(DAY)
    assert law.request_clock.at(DAY).value == "received"
    assert used(law) == [
        ("request_response", date(2010, 4, 30)),
        ("request_clock", date(2010, 4, 30)),
        ("request_clock", date(2021, 6, 30)),
    ]


def test_what_another_method_looks_up_is_noted_too() -> None:
    law = noting(LAW)
    law.response_classes(DAY)
    assert [name for name, _ in used(law)] == ["request_response", "request_extension"]


def test_what_was_not_in_force_is_not_noted() -> None:
    law = noting(LAW)
    with pytest.raises(NotInForceError):
        law.request_response.at(date(2009, 1, 1))
    assert used(law) == []


def test_notes_do_not_change_the_version_of_the_law() -> None:
    law = noting(LAW)
    law.request_response.at(DAY)
    assert law.version == LAW.version == noted(LAW, law.uses).version


def test_notes_make_no_other_law_of_it() -> None:
    asked = noting(LAW)
    asked.request_response.at(DAY)
    assert asked == noting(LAW)
    assert asked.request_response == noting(LAW).request_response


def test_plain_law_notes_nothing_and_has_no_notes() -> None:
    law = noting(LAW)
    plain(law).request_response.at(DAY)
    assert used(law) == used(LAW) == []
    assert plain(LAW) is plain(law) is LAW


def test_noted_law_keeps_its_notes_and_makes_no_more() -> None:
    law = noting(LAW)
    law.request_response.at(DAY)
    then = noted(LAW, law.uses)
    then.report_due.at(DAY)
    assert used(then) == used(law) == [("request_response", date(2010, 4, 30))]


def test_in_force_takes_the_first_day_on_which_there_is_such_a_law() -> None:
    assert in_force(LAW, "request_clock", date(201, 3, 1), date(2022, 1, 3)) == LAW.request_clock.at(
        date(2022, 1, 3)
    )
    assert in_force(LAW, "request_clock", date(201, 3, 1)) is None
    assert in_force(LAW, "no_such_law", DAY) is None


def test_an_article_that_is_cited_with_its_mark_is_not_cited_again_without() -> None:
    marked, bare = Bilingual("UU 1 (belum diverifikasi)", "UU 1 (not verified)"), Bilingual("UU 1", "UU 1")
    other = Bilingual("UU 2", "UU 2")
    assert cited_once([marked], [bare, other, other]) == (marked, other)
    assert cited_once([], [bare, bare]) == (bare,)
