from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from ppid_core import unstructure
from ppid_core.model import Absent, Budget, BudgetLine, Reason, ReportingPeriod, ServiceYear
from ppid_core.summary import Summary, merge

Count = Callable[..., Summary]


def of(*lines: tuple[str | None, str | None]) -> ServiceYear:
    return ServiceYear(
        period=ReportingPeriod(2020),
        budget=Budget(
            lines=tuple(
                BudgetLine(
                    allocated=None if allocated is None else Decimal(allocated),
                    realised=None if realised is None else Decimal(realised),
                )
                for allocated, realised in lines
            )
        ),
    )


def test_lines_add_up_and_absorption_is_what_was_spent_of_it(count: Count) -> None:
    summary = count(of(("51904000", "40000000"), ("1000.50", "0.25")))

    assert Decimal("51905000.50") == summary.figure("budget.allocated")
    assert Decimal("40000000.25") == summary.figure("budget.realised")
    assert Decimal("0.7706") == summary.figure("budget.absorption")


def test_an_amount_that_no_line_gives_is_absent_and_so_is_the_absorption(count: Count) -> None:
    summary = count(of(("51904000", None)))

    assert Decimal(51904000) == summary.figure("budget.allocated")
    assert Absent(Reason.NOT_KEPT) == summary.figure("budget.realised")
    assert Absent(Reason.NOT_KEPT) == summary.figure("budget.absorption")


def test_an_amount_that_only_some_lines_give_is_no_total(count: Count) -> None:
    summary = count(of(("10", "4"), ("20", None)))

    assert Decimal(30) == summary.figure("budget.allocated")
    assert Absent(Reason.PART_OF_ROWS) == summary.figure("budget.realised")
    assert Absent(Reason.PART_OF_ROWS) == summary.figure("budget.absorption")


def test_a_budget_recorded_and_empty_is_0_and_has_no_absorption(count: Count) -> None:
    summary = count(of())

    assert Decimal(0) == summary.figure("budget.allocated")
    assert Absent(Reason.NOTHING_TO_SHARE) == summary.figure("budget.absorption")


def test_a_budget_that_was_not_kept_keeps_its_reason(count: Count) -> None:
    reason = Absent(Reason.NOT_ASKED, "satu anggaran dengan dinas")

    summary = count(ServiceYear(period=ReportingPeriod(2020), budget=reason))

    assert reason == summary.figure("budget.allocated")
    assert reason == summary.figure("budget.absorption")


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("51904000", 51904000),
        ("51904000.00", 51904000),
        ("0.1", "0.1"),
        ("1000.50", "1000.5"),
        ("0.0000001", "0.0000001"),
        (f"{10**40}.25", f"{10**40}.25"),
        (str(10**40), 10**40),
    ],
)
def test_money_is_written_exactly_an_integer_where_whole_else_text(
    count: Count, amount: str, expected: int | str
) -> None:
    assert expected == unstructure(count(of((amount, None))))["budget"]["allocated"]


def test_spending_many_times_what_was_granted_is_still_a_number(count: Count) -> None:
    assert Decimal(10**40) == count(of(("1", str(10**40)))).figure("budget.absorption")


NONE = ServiceYear(period=ReportingPeriod(2020))


@pytest.mark.parametrize("is_turned", [False, True])
def test_batch_without_a_budget_adds_nothing_to_one_with_it(count: Count, is_turned: bool) -> None:  # noqa: FBT001
    batches = [count(of(("10", "4"))), count(NONE)]

    summary = merge(*reversed(batches) if is_turned else batches)

    assert Decimal(10) == summary.figure("budget.allocated")
    assert Decimal(4) == summary.figure("budget.realised")
    assert Decimal("0.4") == summary.figure("budget.absorption")


@pytest.mark.parametrize("is_turned", [False, True])
def test_amount_that_one_batch_lacks_is_no_total_of_both(count: Count, is_turned: bool) -> None:  # noqa: FBT001
    batches = [count(of(("10", "4"))), count(of(("20", None)))]

    summary = merge(*reversed(batches) if is_turned else batches)

    assert Decimal(30) == summary.figure("budget.allocated")
    assert Absent(Reason.PART_OF_ROWS) == summary.figure("budget.realised")
    assert Absent(Reason.PART_OF_ROWS) == summary.figure("budget.absorption")


def test_amount_that_every_batch_lacks_is_not_recorded(count: Count) -> None:
    summary = merge(count(of(("10", None))), count(of(("20", None))), count(NONE))

    assert Decimal(30) == summary.figure("budget.allocated")
    assert Absent(Reason.NOT_KEPT) == summary.figure("budget.realised")


def test_amounts_of_batches_are_added_to_the_cent(count: Count) -> None:
    huge = "9" * 40
    summary = merge(count(of((huge, huge))), count(of(("0.01", "0.02"))), count(of(("0.10", None))))

    assert Decimal(huge) + 0 != summary.figure("budget.allocated")
    assert str(summary.figure("budget.allocated")) == f"{huge}.11"
