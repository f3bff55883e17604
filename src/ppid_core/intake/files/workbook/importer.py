"""The importer of workbooks: what reads one is only imported where there is one."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from ppid_core.intake.result import Intake
from ppid_core.source import WORKBOOKS


@frozen(kw_only=True)
class WorkbookImporter:
    """A workbook with a sheet for each table; pictures lie beside it. An old .xls says: save as .xlsx."""

    name: str = "workbook"
    label: str = "Buku kerja (.xlsx, .ods)"
    suffixes: tuple[str, ...] = WORKBOOKS

    def read(self, path: Path, /) -> Intake:
        """Return what the workbook holds.

        Raises:
            InputError: it is no workbook, locked, damaged, too big or an .xls, or no year can be named.
            ExtraMissingError: python-calamine is not installed.
        """
        from ppid_core.intake.files.workbook.sheets import read_workbook  # noqa: PLC0415  as said above

        return read_workbook(path)
