"""The loop against which the speed of a summary is measured tells the same figures."""

from __future__ import annotations

import pytest
from attrs import evolve
from benchmarks import registers
from benchmarks.__main__ import other_figures
from benchmarks.by_hand import figures_by_hand

from ppid_core import Dossier, unstructure
from ppid_core.plugins import Plugins
from ppid_core.summary import listed


def by_hand(work: Dossier) -> dict[str, object]:
    free = work.workdays.days.free.keys()
    return figures_by_hand(listed(work.year.requests), free=free, year=registers.YEAR, as_of=work.as_of)


def seeded(number: int, late: float) -> Dossier:
    return Dossier.from_rows(registers.tables(number, late=late), plugins=Plugins())


@pytest.mark.parametrize(("number", "late"), [(40, 0.03), (600, 0.03), (600, 0.6)])
def test_the_loop_of_the_benchmark_tells_the_figures_of_the_summary(number: int, late: float) -> None:
    work = seeded(number, late)

    assert other_figures(work, by_hand(work)) == []


def test_a_loop_that_misses_a_row_is_found_out() -> None:
    work = seeded(40, 0.03)
    fewer = evolve(work.year, requests=listed(work.year.requests)[1:])

    assert "total" in other_figures(work, by_hand(Dossier(year=fewer, as_of=work.as_of, plugins=Plugins())))


def test_the_loop_tells_every_figure_of_requests_that_is_not_absent() -> None:
    work = seeded(40, 0.03)

    told = unstructure(work.summary)["requests"]
    besides = {name for name, figure in told.items() if figure is not None} - by_hand(work).keys()

    assert besides == {"untimed_unread"}
