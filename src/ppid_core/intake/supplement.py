"""What is said beside the files: the year, keys of *laporan*, and which table a file or sheet is."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from ppid_core.errors import OptionError, UnknownNameError
from ppid_core.glossary import spelling
from ppid_core.glossary.key import report_keys
from ppid_core.intake.cells import CellError, shown
from ppid_core.intake.tables import ReportEntry, known_tables, table_headings
from ppid_core.intake.tables.report import read_key, typed_entry
from ppid_core.language import Bilingual
from ppid_core.source import Source

YEAR = "tahun"
IGNORED = "abaikan"
"""Said in place of a table of what is to be passed over, as in *peta*."""
_KEY, _TABLE = Bilingual("kunci", "the key"), Bilingual("tabel", "the table")


@frozen(kw_only=True)
class Supplement:
    """What is said beside the files (*keterangan tambahan*); it wins over what *laporan* says.

    Attributes:
        entries: keys of *laporan* with their values.
        tables: the table that a file or a sheet is, by its name; `IGNORED` for none.
        takes_receipts: whether the year may be that of all days of receipt, where nobody names it: of a lone
            file, and of a folder without *laporan*.
    """

    entries: tuple[ReportEntry, ...] = ()
    tables: Mapping[str, str] = field(factory=dict)
    takes_receipts: bool = False

    @classmethod
    def of(
        cls,
        *,
        year: int | None = None,
        keys: Mapping[str, str] | None = None,
        tables: Mapping[str, str] | None = None,
    ) -> Supplement:
        """Return what was said, understood.

        Args:
            year: of the report.
            keys: the value of each key of *laporan*, as it would be typed there.
            tables: the table that a file or a sheet is, by its name.

        Raises:
            UnknownNameError: there is no such key, or no such table.
            OptionError: a key cannot have that value.
        """
        typed = {**(keys or {}), **({} if year is None else {YEAR: f"{year}"})}
        return cls(
            entries=tuple(_entry(key, value) for key, value in typed.items()),
            tables={name: _table(said) for name, said in (tables or {}).items()},
        )

    def __bool__(self) -> bool:
        """Tell whether anything was said."""
        return bool(self.entries or self.tables)


NO_SUPPLEMENT = Supplement()


def _entry(typed: str, value: str) -> ReportEntry:
    key = read_key(typed)
    if key is None:
        raise UnknownNameError(_KEY, typed, [one.name for one in report_keys()])
    try:
        return typed_entry(key, value, Source())
    except CellError as error:
        told = error.about(shown(value))
        raise OptionError(Bilingual(f"{key}: {told.id}", f"{key}: {told.en}")) from None


def _table(said: str) -> str:
    known = {**known_tables(), IGNORED: IGNORED}
    if spelling(said) not in known:
        raise UnknownNameError(_TABLE, said, table_headings())
    return known[spelling(said)]
