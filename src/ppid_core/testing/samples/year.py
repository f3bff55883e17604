"""Years of one peculiarity each: nothing recorded, nothing happened, figures nobody can know, many rows."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from ppid_core.model import (
    Absent,
    Aggregate,
    Budget,
    BudgetLine,
    Channel,
    Coded,
    ComplianceMatrix,
    FigureUnit,
    Measure,
    Narrative,
    Outcome,
    Period,
    Reason,
    Register,
    Request,
    Service,
    ServiceYear,
    StatedFigure,
)
from ppid_core.source import Source
from ppid_core.testing.samples.small import BODY, PERIOD, small

BEYOND_FLOATS = 2**53 + 1
"""The smallest count that a floating-point number cannot hold: 9,007,199,254,740,993."""

SEN = Decimal("0.01")
MONTHS = 12


def empty() -> ServiceYear:
    """Return a year of which nothing is recorded: every register and every figure is absent, none is 0."""
    return ServiceYear(period=PERIOD, body=BODY)


def nihil() -> ServiceYear:
    """Return a year in which nothing happened: every register is recorded and empty, every total is 0."""
    return ServiceYear(
        period=PERIOD,
        body=BODY,
        agencies=(),
        information_types=(),
        matrix=ComplianceMatrix(types=(), rows=()),
        requests=(),
        objections=(),
        disputes=(),
        suits=(),
        budget=Budget(),
        service=Service(facilities=(), hours=(), staff=(), pictures=(), offered_channels=(), visits=()),
        narrative=Narrative(priorities=(), constraints=(), recommendations=(), regulations=(), mentions=()),
        stated_figures=(),
    )


def absent() -> ServiceYear:
    """Return a year of two requests without a date, whose other figures are absent for different reasons.

    Requests 2, granted 1, refused 1. Response time: only stated (8.48 working days). Objections: not kept.
    Disputes: absent because only a part of the rows is counted. Spent: recorded of one budget line of two.
    """
    return evolve(
        empty(),
        requests=(
            Request(number="1", outcome=Outcome.GRANTED, source=Source(file="permohonan.csv", row=2)),
            Request(number="2", outcome=Outcome.REFUSED, source=Source(file="permohonan.csv", row=3)),
        ),
        disputes=Absent(Reason.PART_OF_ROWS, "semester I"),
        budget=Budget(
            lines=(
                BudgetLine(funding="APBD", allocated=Decimal(100), realised=Decimal(90)),
                BudgetLine(funding="APBN", allocated=Decimal(50)),
            )
        ),
        stated_figures=(
            StatedFigure(measure=Measure.RESPONSE_MEAN, value=Decimal("8.48"), unit=FigureUnit.WORKING_DAYS),
        ),
    )


def exact() -> ServiceYear:
    """Return `small` with money that floating-point numbers get wrong.

    Allocated 0.10 + 0.20 = 0.30, spent 0.10 + 0.05 = 0.15 rupiah; absorption 0.5.
    """
    lines = (("APBD", "0.10", "0.10"), ("APBN", "0.20", "0.05"))
    return evolve(
        small(),
        budget=Budget(
            lines=tuple(
                BudgetLine(funding=funding, allocated=Decimal(allocated), realised=Decimal(realised))
                for funding, allocated, realised in lines
            )
        ),
    )


def huge() -> ServiceYear:
    """Return `small` with figures beyond what floating-point numbers hold.

    Complaints 9,007,199,254,740,993; allocated and spent as many rupiah and one sen.
    """
    amount = BEYOND_FLOATS + SEN
    return evolve(
        small(),
        aggregates=(
            Aggregate(register=Register.APPLICANTS, count=3),
            Aggregate(register=Register.COMPLAINTS, count=BEYOND_FLOATS),
        ),
        budget=Budget(lines=(BudgetLine(funding="APBD", allocated=amount, realised=amount),)),
    )


def large(rows: int = 10_000) -> ServiceYear:
    """Return a year of so many granted requests, the same number in each month where twelve divide it."""
    return evolve(
        empty(),
        requests=tuple(
            Request(
                number=f"{number:06}",
                period=Period(PERIOD.year, 1 + number % MONTHS),
                channel=Coded(Channel.DESK, "langsung"),
                subject=f"Salinan dokumen {number}",
                outcome=Outcome.GRANTED,
                source=Source(file="permohonan.csv", row=number + 1),
            )
            for number in range(1, rows + 1)
        ),
    )
