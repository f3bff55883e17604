"""One workbook with a sheet for each table, as clerks keep it: .xlsx, .xls and .ods."""

from __future__ import annotations

from ppid_core.intake.files.workbook.importer import WorkbookImporter
from ppid_core.intake.files.workbook.sheet_names import EXAMPLE_SHEET, GUIDE_SHEET, LIST_SHEET, table_of

__all__ = ["EXAMPLE_SHEET", "GUIDE_SHEET", "LIST_SHEET", "WorkbookImporter", "table_of"]
