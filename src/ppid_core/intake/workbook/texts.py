"""The texts of a sheet, cell by cell, and what cannot be a text."""

from __future__ import annotations

from attrs import field, frozen

from ppid_core.intake.cells import CellError
from ppid_core.intake.workbook.cell import Value, typed
from ppid_core.intake.workbook.marks import At, Marks
from ppid_core.intake.workbook.opening import TypedSheet
from ppid_core.intake.workbook.telling import formula_failed, not_computed

_NOT_COMPUTED = "(rumus)"


@frozen(kw_only=True)
class Texts:
    """A sheet as texts, which are changed while it is read.

    Attributes:
        rows: the texts of each row from row 1, each from column A; all rows are of one width.
        faults: what is wrong with a cell before anyone reads it.
    """

    rows: list[list[str]] = field(repr=False)
    faults: dict[At, CellError]

    @classmethod
    def of(cls, sheet: TypedSheet) -> Texts:
        """Return the texts of all cells."""
        marks = sheet.marks
        width = max(marks.width, *(len(row) for row in sheet.rows), 0)
        texts = cls(rows=[[""] * width for _ in range(max(len(sheet.rows), marks.height))], faults={})
        for row, values in enumerate(sheet.rows):
            for column, value in enumerate(values):
                if value != "":
                    texts._fill((row, column), value, marks)
        for at, error in marks.errors.items():
            texts._refuse(at, error, formula_failed(error))
        for at in marks.uncomputed:
            texts._refuse(at, _NOT_COMPUTED, not_computed())
        return texts

    def _fill(self, at: At, value: Value, marks: Marks) -> None:
        try:
            self.rows[at[0]][at[1]] = typed(value, is_percent=at in marks.percents)
        except CellError as error:
            self._refuse(at, str(value), error)

    def _refuse(self, at: At, text: str, error: CellError) -> None:
        self.rows[at[0]][at[1]], self.faults[at] = text, error
