from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Literal

import pytest
from attrs import frozen

from ppid_core.errors import UnknownNameError
from ppid_core.plugins import Artifact, OptionError, options_of, with_options
from ppid_core.report import Report


class Paper(StrEnum):
    A4 = "A4"
    F4 = "F4"


@frozen(kw_only=True)
class Mine:
    name: str = "mine"
    label: str = "Punya kami"
    delimiter: str = ","
    depth: int = 3
    scale: Decimal = Decimal(1)
    charts: bool = True
    paper: Paper = Paper.A4
    side: Literal["kiri", "kanan"] = "kiri"
    template: Path | None = None
    columns: tuple[str, ...] = ()

    def export(self, report: Report, /) -> Iterator[Artifact]:
        yield Artifact(name="mine.txt", media_type="text/plain", content=report.meta.title.encode())


class Bare:
    name = "bare"
    label = "Tanpa pilihan"

    def export(self, report: Report, /) -> tuple[Artifact, ...]:
        return (Artifact(name="bare.txt", media_type="text/plain", content=report.meta.title.encode()),)


@pytest.mark.parametrize(
    ("option", "typed", "value"),
    [
        ("delimiter", ";", ";"),
        ("depth", "2", 2),
        ("scale", "1.5", Decimal("1.5")),
        ("charts", "tidak", False),
        ("charts", "Ya", True),
        ("paper", "F4", Paper.F4),
        ("side", "kanan", "kanan"),
        ("template", "kop.docx", Path("kop.docx")),
        ("columns", "a|b", ("a", "b")),
    ],
)
def test_option_is_read_by_the_type_of_its_field(option: str, typed: str, value: object) -> None:
    changed = with_options(Mine(), {option: typed})

    assert value == getattr(changed, option)
    assert type(value) is type(getattr(changed, option))


def test_exporter_itself_stays_as_it_was() -> None:
    exporter = Mine()

    with_options(exporter, {"depth": "2"})

    assert Mine() == exporter


def test_unknown_option_lists_the_known_ones_and_not_name_and_label() -> None:
    with pytest.raises(UnknownNameError, match="charts, columns, delimiter") as caught:
        with_options(Mine(), {"name": "x"})

    assert options_of(Mine()) == caught.value.known
    assert "name" not in options_of(Mine())


def test_exporter_that_is_no_attrs_class_has_no_options() -> None:
    assert options_of(Bare()) == ()
    with pytest.raises(UnknownNameError):
        with_options(Bare(), {"depth": "2"})


@pytest.mark.parametrize(
    ("option", "typed", "expected"),
    [
        ("depth", "dua", "bilangan bulat"),
        ("charts", "mungkin", "ya atau tidak"),
        ("scale", "besar", "bilangan"),
        ("paper", "B5", "A4, F4"),
        ("side", "atas", "kiri, kanan"),
    ],
)
def test_value_that_cannot_be_read_is_told_with_what_could_be(option: str, typed: str, expected: str) -> None:
    with pytest.raises(OptionError, match=f'Pilihan mine.{option}: "{typed}".*{expected}'):
        with_options(Mine(), {option: typed})
