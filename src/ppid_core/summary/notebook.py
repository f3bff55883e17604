"""What a notebook shows of a year and of what was found in it: short tables, and nobody's data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from html import escape
from typing import Protocol

from ppid_core.glossary import label, say
from ppid_core.language import Bilingual
from ppid_core.model import Absent, Measure, Outcome, YearPart
from ppid_core.summary.figures import Tree, figures_of
from ppid_core.summary.tally import Scope, Tally
from ppid_core.writing import format_date

_Cell = str | int | Decimal
_OUTCOMES = tuple(Measure(f"requests.by_outcome.{outcome}") for outcome in Outcome)
_MAIN = (
    Measure.REQUESTS_TOTAL,
    *_OUTCOMES,
    *(Measure.CLOSED_IN_TIME, Measure.REQUESTS_JUDGED, Measure.RESPONSE_MEAN),
    *(Measure.OBJECTIONS_TOTAL, Measure.DISPUTES_TOTAL, Measure.SUITS_TOTAL),
    *(Measure.DISCLOSED, Measure.DENOMINATOR, Measure.ALLOCATED, Measure.REALISED, Measure.VISITS),
)
_OF_MANY = (Measure.REQUESTS_TOTAL, Measure.OBJECTIONS_TOTAL, Measure.DISPUTES_TOTAL, Measure.SUITS_TOTAL)


class TextPage(Protocol):
    """Where a notebook collects text (IPython's printer)."""

    def text(self, text: str, /) -> None:
        """Add text."""


def summary_line(parts: Sequence[tuple[Scope, Tally]]) -> str:
    """Return on one line whose and which year a summary is of, or of how many."""
    if not parts:
        return _NOTHING.id
    if len(parts) > 1:
        return _SEVERAL.id.format(count=len(parts))
    scope = parts[0][0]
    return _CAPTION.id.format(body=_body(scope), year=_year(scope), day=format_date(scope.as_of))


def summary_html(parts: Sequence[tuple[Scope, Tally]], *below: str) -> str:
    """Return the main figures of one body's year as a table; of several a row for each.

    Outcomes that nothing had are left out, and so are categories: they may be words as typed.

    Args:
        parts: of a summary.
        below: lines that follow the table.
    """
    caption = summary_line(parts)
    if len(parts) != 1:
        heads = (_BODY.id, _YEAR.id.capitalize(), *map(_named, _OF_MANY)) if parts else ()
        return html_table(caption, heads, map(_line, parts))
    ((scope, tally),) = parts
    return html_table(caption, (), _figures(tally, scope)) + "".join(f"<p>{escape(one)}</p>" for one in below)


def html_table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[_Cell]]) -> str:
    """Return a table for a notebook, all of it escaped: the first cell of a row is its head.

    Args:
        caption: what stands above it.
        heads: of its columns; none where the rows tell themselves.
        rows: text, or numbers, which stand to the right.
    """
    told = [f"<caption>{escape(caption)}</caption>"]
    if heads:
        cells = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
        told.append(f"<thead><tr>{cells}</tr></thead>")
    told.append("<tbody>")
    for first, *others in rows:
        cells = "".join(map(_cell, others))
        told.append(f'<tr><th scope="row" style="text-align:left">{escape(str(first))}</th>{cells}</tr>')
    return f"<table>{''.join(told)}</tbody></table>"


def _cell(value: _Cell) -> str:
    aligned = "left" if isinstance(value, str) else "right"
    return f'<td style="text-align:{aligned}">{escape(say(value))}</td>'


def _figures(tally: Tally, scope: Scope) -> Iterator[tuple[str, _Cell]]:
    figures = figures_of(scope, tally)
    for measure in _MAIN:
        value = _at(figures, measure)
        if value or measure not in _OUTCOMES:
            yield _named(measure), _said(value)


def _line(part: tuple[Scope, Tally]) -> tuple[_Cell, ...]:
    scope, tally = part
    figures = figures_of(scope, tally)
    return (_body(scope), _year(scope), *(_said(_at(figures, one)) for one in _OF_MANY))


def _at(figures: Tree, measure: Measure) -> Tree:
    """Return a number, what hides it, or 0 where its breakdown names it not."""
    found = figures
    for step in measure.split("."):
        if isinstance(found, Absent):
            return 0 if measure in _OUTCOMES else found
        found = found.get(step, 0)
    return found


def _said(value: Tree) -> _Cell:
    """Return a number, or why it is absent."""
    return say(value) if isinstance(value, Absent) else value


def _named(measure: Measure) -> str:
    words = label(measure)
    return words[:1].upper() + words[1:]


def _body(scope: Scope) -> str:
    return scope.body or _UNNAMED.id


def _year(scope: Scope) -> str:
    word = _YEAR.id if scope.part is YearPart.YEAR else label(scope.part)
    return f"{word} {scope.year}"


_NOTHING = Bilingual("Belum ada yang dihitung", "Nothing was counted yet")
_SEVERAL = Bilingual("{count} badan atau tahun", "{count} bodies or years")
_CAPTION = Bilingual("{body}, {year}, keadaan {day}", "{body}, {year}, as of {day}")
_BODY, _YEAR = Bilingual("Badan publik", "Public body"), Bilingual("tahun", "year")
_UNNAMED = Bilingual("Badan publik tanpa nama", "Unnamed public body")
