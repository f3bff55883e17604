"""Rows under a heading that are no data: column numbers, the heading once more, unused lines, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from ppid_core.glossary import spelling
from ppid_core.intake.line_kind import LineKind
from ppid_core.intake.lines.footnotes import notes_below

_FEWEST_NUMBERS = 3
_RUNNING = re.compile(r"[0-9]{1,6}[.)]?")
_COLUMN_NUMBER = re.compile(r"\(?([0-9]{1,3})[.)]?\)?")
Rows = Sequence[Sequence[str]]


@frozen(kw_only=True)
class Under:
    """The rows under one heading.

    Attributes:
        rows: their texts.
        titles: what each column is called, "" for one without a title.
        running: positions of columns of running numbers.
    """

    rows: Rows
    titles: Sequence[str]
    running: frozenset[int]

    def headings(self) -> Mapping[int, LineKind]:
        """Return the rows that say again what the columns are, or number them, from 0."""
        found = dict(self._repeated())
        if (numbers := self._numbers()) is not None:
            found[numbers] = LineKind.COLUMN_NUMBERS
        return found

    def passed(self) -> Mapping[int, LineKind]:
        """Return the rows that are no data, from 0, each with what it is."""
        found = self.headings()
        unused = dict(self._unused())
        return {
            **found,
            **unused,
            **dict.fromkeys(notes_below(self._cells(found), self._numbered()), LineKind.NOTE),
        }

    def _cells(self, passed: Mapping[int, LineKind]) -> Rows:
        return [[] if at in passed else self._own(row) for at, row in enumerate(self.rows)]

    def _numbered(self) -> frozenset[int]:
        """Return the rows with a running number."""
        return frozenset(
            at
            for at, row in enumerate(self.rows)
            if any(_RUNNING.fullmatch(row[column].strip()) for column in self.running if column < len(row))
        )

    def _own(self, row: Sequence[str]) -> list[str]:
        """Return the filled cells of a row, running numbers apart; words under *NO* are no number."""
        return [
            text
            for at, cell in enumerate(row)
            if (text := cell.strip()) and not (at in self.running and _RUNNING.fullmatch(text))
        ]

    def _repeated(self) -> Iterator[tuple[int, LineKind]]:
        titles = [spelling(title) for title in self.titles]
        begins = {title[:1] for title in titles if title}
        for at, row in enumerate(self.rows):
            lead = next((cell for cell in row if cell), "").lstrip()
            if spelling(lead[:1]) not in begins and lead[:1].casefold() not in begins:
                continue
            untitled = [""] * (len(row) - len(titles))
            pairs = zip(row, [*titles, *untitled], strict=False)
            texts = [(spelling(cell), title) for cell, title in pairs if cell.strip()]
            if len(texts) > 1 and all(text == title for text, title in texts):
                yield at, LineKind.HEADING

    def _numbers(self) -> int | None:
        """Return the row that numbers the columns: 1, 2, 3 … below the heading, each under a title."""
        first = next((at for at, row in enumerate(self.rows) if any(map(str.strip, row))), None)
        if first is None:
            return None
        titled = [cell.strip() for cell, title in zip(self.rows[first], self.titles, strict=False) if title]
        matches = [_COLUMN_NUMBER.fullmatch(cell) for cell in titled]
        digits = [int(match[1]) if match else None for match in matches]
        is_in_order = len(titled) > 1 and digits == list(range(1, len(titled) + 1))
        return first if is_in_order and (len(titled) >= _FEWEST_NUMBERS or self._starts_anew(first)) else None

    def _starts_anew(self, first: int) -> bool:
        """Tell whether the row after a short ``1 2`` cannot go on counting, so that it is no first record."""
        after = next((row for row in self.rows[first + 1 :] if any(map(str.strip, row))), ())
        leading = next((cell.strip() for cell in after if cell.strip()), "")
        return bool(leading) and leading != "2" and not leading.startswith("2 ")

    def _unused(self) -> Iterator[tuple[int, LineKind]]:
        for at, row in enumerate(self.rows):
            if any(map(str.strip, row)) and not self._own(row):
                yield at, LineKind.NUMBER
