from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Literal

import pytest
from attrs import field, frozen
from attrs.validators import le

from ppid_core.errors import UnknownNameError
from ppid_core.option import described_options
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
    since: date = date(2021, 6, 30)

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
        ("since", "7 Januari 2021", date(2021, 1, 7)),
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


def test_options_are_described_by_type_and_default_in_both_languages() -> None:
    said = {
        option.name: (option.kind.id, option.typed("id"))
        for option in described_options(Mine(columns=("a", "b")))
    }

    assert said == {
        "charts": ("ya atau tidak", "ya"),
        "columns": ("beberapa teks, dipisah |", "a|b"),
        "delimiter": ("teks", ","),
        "depth": ("bilangan bulat", "3"),
        "paper": ("A4, F4", "A4"),
        "scale": ("bilangan, misalnya 2.5", "1"),
        "side": ("kiri, kanan", "kiri"),
        "since": ("tanggal, misalnya 7 Januari 2021", "30 Juni 2021"),
        "template": ("nama berkas", ""),
    }
    (charts, *_) = described_options(Mine())
    assert (charts.kind.en, charts.typed("en")) == ("yes or no", "yes")


def test_default_as_it_is_told_can_be_typed_again() -> None:
    typed = {option.name: option.typed("id") for option in described_options(Mine()) if option.typed("id")}

    assert Mine() == with_options(Mine(), typed)


def test_exporter_without_options_describes_none() -> None:
    assert described_options(Bare()) == ()


@frozen(kw_only=True)
class Strict(Bare):
    depth: int = field(default=3, validator=le(5))
    odd: "TidakAda" = None  # type: ignore[name-defined]  # noqa: F821, UP037  an annotation nobody can resolve


def test_value_that_the_exporter_itself_refuses_is_told() -> None:
    with pytest.raises(OptionError, match=r"Pilihan bare\.depth=7 ditolak oleh format itu \(ValueError: "):
        with_options(Strict(), {"depth": "7"})


def test_option_whose_type_nobody_can_resolve_is_text() -> None:
    assert with_options(Strict(), {"odd": "7"}) == Strict(odd="7")
