"""What one part of a breakdown is called: the slug of a known list, else the words as typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from ppid_core.glossary import label, spelling
from ppid_core.glossary.ground import objection_grounds
from ppid_core.glossary.vocabulary import VOCABULARIES, category_of, is_open, key_of, part_label
from ppid_core.intake.cells import CellError, age_group, education, line, member, month, outcome, reason, sex
from ppid_core.intake.cells.cell import words
from ppid_core.intake.fault import blank_cell
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import Example, member_column
from ppid_core.intake.tables.spec import Fault, Row, TableColumn
from ppid_core.language import Bilingual
from ppid_core.law import Lawbook
from ppid_core.model import Dimension, ObjectionGround, Register, breakdowns_of

_SPAN = re.compile(r"([0-9]+) ?(?:-|sampai|s d) ?([0-9]+)(?: hari(?: kerja)?)?")
_OVER = re.compile(r"(?:>|lebih dari|di atas|over) ?([0-9]+)(?: hari(?: kerja)?)?")


def dimensions_of(register: Register | None) -> tuple[Dimension, ...]:
    """Return along what a register may be broken down; every dimension where it is no register."""
    return tuple(one for one in Dimension if register is None or one in breakdowns_of(register))


def dimension_column(
    told: str, *, name: str = "menurut", field: str = "dimension", example: Example = None
) -> TableColumn[Dimension]:
    """Return the column *menurut*, or one that names a second dimension."""
    return member_column(name, field, Dimension, told, offers="menurut", example=example)


def not_along(register: Register) -> CellError:
    """Return the error for a dimension that a register has not."""
    listed = ", ".join(label(dimension) for dimension in dimensions_of(register))
    return CellError(
        Bilingual(
            f'{label(register)} tidak dirinci menurut "{{value}}". Yang dapat dipakai: {listed}.',
            f'{label(register, "en")} are not broken down by "{{value}}". What can be used: {listed}.',
        ),
        Bilingual(f"salah satu dari: {listed}", f"one of: {listed}"),
    )


def read_category(dimension: Dimension, text: str, setting: Setting) -> str:
    """Return the slug or key of one part.

    Raises:
        CellError: the list is closed and does not hold it.
    """
    if dimension is Dimension.AGENCY:
        agency = setting.agency(line(text))
        return agency.key if agency else ""
    if dimension is Dimension.TIME:
        return _time_class(text, setting)
    if dimension in _ODD:
        return _ODD[dimension](text)
    listed = VOCABULARIES.get(dimension)
    if listed is None:
        return line(text)
    return category_of(listed, line(text)) if is_open(dimension) else str(member(listed)(text))


def check_category(
    row: Row, dimension: Dimension, column: TableColumn[str], setting: Setting
) -> Iterator[Fault]:
    """Yield why the cell of a category cannot be read: it is blank, or its list does not hold it."""
    typed = row.words(column)
    if not typed:
        if not row.typed(column).strip():
            yield Fault(column, blank_cell(column.name))
        return
    try:
        read_category(dimension, typed, setting)
    except CellError as error:
        yield Fault(column, error)


def category_cell(dimension: Dimension | None, slug: str) -> str:
    """Return the words of one part, which are read as its category again."""
    if dimension is Dimension.TIME:
        law = Lawbook.load()
        signs = {one.slug: one.sign for one in law.response_classes(law.classes_since)}
        return signs.get(slug, slug)
    return words(part_label(dimension, slug) if dimension else slug)


def _time_class(text: str, setting: Setting) -> str:
    """Return the class that ``text`` names, of those that the law had at the end of the report's period."""
    classes = setting.law.response_classes(max(setting.period.last_day, setting.law.classes_since))
    sign = _sign(spelling(text))
    named = {one.sign: one.slug for one in classes}
    if sign not in named:
        *others, last = named
        known = Bilingual(f"{', '.join(others)}, atau {last}", f"{', '.join(others)} or {last}")
        raise CellError(
            Bilingual(
                f'"{{value}}" bukan kelompok waktu. Tulis {known.id}.',
                f'"{{value}}" is no class of time. Write {known.en}.',
            ),
            known,
        )
    return named[sign]


def _sign(typed: str) -> str:
    """Return a class in signs alone, ``low-high`` or ``>last``; other words as they are."""
    if span := _SPAN.fullmatch(typed):
        return "-".join(span.groups())
    over = _OVER.fullmatch(typed)
    return f">{over[1]}" if over else typed


def _reason(text: str) -> str:
    return key_of(reason(text))


def _ground(text: str) -> str:
    """Return the ground that a line names by its words or its letter; of several, the words."""
    grounds = objection_grounds(text)
    return str(grounds[0]) if len(grounds) == 1 else category_of(ObjectionGround, line(text))


_ODD: Mapping[Dimension, Callable[[str], str]] = MappingProxyType(
    {
        Dimension.MONTH: lambda text: str(month(text).month),
        Dimension.OUTCOME: lambda text: str(outcome(text)[0]),
        Dimension.REFUSAL_REASON: _reason,
        Dimension.PARTIAL_REASON: _reason,
        Dimension.GROUND: _ground,
        Dimension.SEX: sex,
        Dimension.AGE: age_group,
        Dimension.EDUCATION: education,
    }
)
"""The dimensions whose words say more than the one category that they name."""
