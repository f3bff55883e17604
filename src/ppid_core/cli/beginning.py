"""What ``ppid init`` writes: a folder or a workbook, empty or begun from the year before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from ppid_core.cli.dossier import opened, through_plugins
from ppid_core.intake import template
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.form import form
from ppid_core.intake.launcher import launchers
from ppid_core.intake.typed import typed_tables
from ppid_core.language import Lang
from ppid_core.model import Absent, InformationType, ServiceYear
from ppid_core.summary import Succession, next_year

WORKBOOK = "register.xlsx"


@frozen(kw_only=True)
class Beginning:
    """Files to write.

    Attributes:
        files: by path, ``/`` between its parts.
        workbook: the name of the workbook among them, "" for a folder of tables.
        succession: the year that was begun from the one before, None for an empty one.
    """

    files: Mapping[str, bytes]
    workbook: str = ""
    succession: Succession | None = None


def begin(
    year: int | None, last: str | None, lang: Lang, *, workbook: bool, strict: bool, block: Sequence[str]
) -> Beginning:
    """Return what to write.

    Args:
        year: the year to fill in; by default the one after ``last``, else none.
        last: the folder or file of the year before, as typed; None begins empty.
        lang: language of what is told of plugins.
        workbook: one workbook instead of a file for each table.
        strict: whether any plugin that failed ends the command.
        block: plugins that are left out.

    Raises:
        InputError: ``last`` names no year; carries every problem.
        ExtraMissingError: XlsxWriter is not installed.
    """
    succession = None
    if last is not None:
        work = opened(last, through_plugins(lang, strict=strict, block=block))
        succession = next_year(work.year)
    tables = _tables(succession, year)
    if not workbook:
        return Beginning(files=template(year, tables), succession=succession)
    types = () if succession is None else _types(succession.year)
    files = {WORKBOOK: form(tables, types), **launchers(WORKBOOK)}
    return Beginning(files=files, workbook=WORKBOOK, succession=succession)


def _tables(succession: Succession | None, year: int | None) -> Mapping[str, Sequence[Cells]]:
    tables = {} if succession is None else dict(typed_tables(succession.year))
    if year is not None:
        others = (row for row in tables.get("laporan", ()) if row["kunci"] != "tahun")
        tables["laporan"] = ({"kunci": "tahun", "isi": year}, *others)
    return tables


def _types(year: ServiceYear) -> Sequence[InformationType]:
    return () if isinstance(year.matrix, Absent) else year.matrix.types
