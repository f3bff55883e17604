"""The importer of workbooks: what reads one is only imported where there is one."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from attrs import frozen

from ppid_core.intake.files.lone_file import read_lone
from ppid_core.intake.result import Intake
from ppid_core.intake.supplement import NO_SUPPLEMENT, Supplement
from ppid_core.source import WORKBOOKS


@frozen(kw_only=True)
class WorkbookImporter:
    """A workbook with a sheet for each table; pictures lie beside it."""

    name: str = "workbook"
    label: str = "Buku kerja (.xlsx, .xls, .ods)"
    label_en: ClassVar[str] = "Workbook (.xlsx, .xls, .ods)"
    suffixes: tuple[str, ...] = WORKBOOKS

    def read(self, path: Path, /) -> Intake:
        """Return what the workbook holds.

        Raises:
            InputError: it is no workbook, locked, damaged or too big, or no year can be named.
            ExtraMissingError: python-calamine is not installed, or xlrd for an .xls.
        """
        return self.read_given(path, NO_SUPPLEMENT)

    def read_given(self, path: Path, said: Supplement, /) -> Intake:
        """Return what the workbook holds, with what was said beside it; raises as `read`."""
        return read_lone(path, said)
