"""From the sheets of a report to the year: *laporan* first, then what names others, then the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from ppid_core.errors import InputError
from ppid_core.glossary import label, spelling
from ppid_core.intake import tables
from ppid_core.intake.cells import CellError
from ppid_core.intake.fault import nihil_with_rows
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.line_kind import LineKind
from ppid_core.intake.prose import ProseFile, read_prose
from ppid_core.intake.receipt import ANY_YEAR, note_of_year, told_years, years_of_receipt
from ppid_core.intake.report_values import (
    ReportValues,
    offered_channels,
    presentation,
    public_body,
    signatory,
    submission,
)
from ppid_core.intake.result import Intake, LastReport
from ppid_core.intake.rows.cross_heading import BESIDE, cross_table
from ppid_core.intake.rows.cross_table import read_cross_table
from ppid_core.intake.rows.foreign_sheet import foreign_sheets
from ppid_core.intake.rows.reading import read_table
from ppid_core.intake.rows.taker import Taker
from ppid_core.intake.rows.veil import veil
from ppid_core.intake.setting import Setting
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.supplement import NO_SUPPLEMENT, YEAR, Supplement
from ppid_core.intake.tables import known_tables
from ppid_core.intake.tables.report import read_key, typed_entry
from ppid_core.intake.tables.spec import TableSpec
from ppid_core.intake.tables.translation import Dictionary
from ppid_core.language import Bilingual
from ppid_core.model import (
    NOT_KEPT,
    Absent,
    Activity,
    Aggregate,
    Budget,
    ComplianceMatrix,
    Narrative,
    PublicInformation,
    Register,
    ReportingPeriod,
    Service,
    ServiceYear,
    name_index,
)
from ppid_core.source import WORKBOOKS, Source

T = TypeVar("T")
LAST_REPORT = "tahun_lalu"
Begin = Callable[[ServiceYear], Mapping[str, Taker[Any]]]


@frozen(kw_only=True)
class _Shelf:
    """The sheets of one report, and the setting in which they are read."""

    sheets: Mapping[str, Sheet]
    setting: Setting
    ledger: Ledger
    foreign: Dictionary
    takers: Mapping[str, Taker[Any]] = field(factory=dict)

    def read(self, spec: TableSpec[T]) -> tuple[T, ...] | Absent:
        spec, sheet = self.foreign.applied(spec), self.sheets.get(spec.name)
        return read_table(spec, sheet, self.setting, self.ledger, self.takers.get(spec.name))


def _build_year(
    sheets: Mapping[str, Sheet], prose: tuple[ProseFile, ...], ledger: Ledger, begin: Begin, said: Supplement
) -> ServiceYear:
    """Return the year that the sheets hold; what cannot be read is in ``ledger``.

    Raises:
        InputError: no year can be named; it carries the problems of all tables.
    """
    unset = Setting(period=ReportingPeriod(ANY_YEAR), is_dated=False)
    lines = read_table(tables.TRANSLATIONS, sheets.get(tables.TRANSLATIONS.name), unset, ledger)
    foreign = Dictionary(() if isinstance(lines, Absent) else lines)
    sheets = foreign_sheets(sheets, foreign, ledger)
    entries = read_table(foreign.applied(tables.REPORT), sheets.get(tables.REPORT.name), unset, ledger)
    typed = ReportValues.of(() if isinstance(entries, Absent) else entries)
    values = typed.with_given(said.entries)
    _note_overruled(typed, values, ledger)
    _note_doubtful(values, ledger)
    if path := values.words(LAST_REPORT):
        ledger.last_report = LastReport(path=path, source=values.source(LAST_REPORT) or Source())
    shelf = _Shelf(sheets=sheets, setting=_setting(values), ledger=ledger, foreign=foreign)
    if values.get(YEAR) is None and not _is_year_refused(sheets.get(tables.REPORT.name), ledger):
        values = _with_year_of_receipt(shelf, values, is_taken=said.takes_receipts)
        shelf = evolve(shelf, setting=_setting(values))
    year = _read(shelf, values, prose, begin)
    veil(ledger)
    if values.get(YEAR) is None:
        raise InputError(ledger.problems)
    ledger.note_untyped(nothing=not ledger.problems and year == ServiceYear(period=year.period))
    return year


def _setting(values: ReportValues) -> Setting:
    return Setting(
        period=ReportingPeriod(values.get(YEAR) or ANY_YEAR, values.part),
        is_dated=values.get(YEAR) is not None,
        zone=public_body(values).time_zone.tzinfo,
        cross=values.cross,
    )


def _note_overruled(typed: ReportValues, values: ReportValues, ledger: Ledger) -> None:
    """Tell of keys that the table says otherwise than what was said beside it."""
    for key, entry in typed.entries.items():
        now = values.entries[key]
        if entry.value is not None and entry.value != now.value:
            ledger.note(
                Bilingual(
                    f"{key}: yang dipakai isi dari --set atau --year, bukan isi tabel laporan.",
                    f"{key}: what --set or --year says is taken, and not what the table laporan says.",
                ),
                entry.source,
            )


def _read(shelf: _Shelf, values: ReportValues, prose: tuple[ProseFile, ...], begin: Begin) -> ServiceYear:
    passages = read_prose(shelf.read(tables.PASSAGES), prose, shelf.ledger)
    agencies, types = shelf.read(tables.AGENCIES), shelf.read(tables.INFORMATION_TYPES)
    setting = evolve(
        shelf.setting,
        agencies=None if isinstance(agencies, Absent) else name_index(agencies),
        types=None if isinstance(types, Absent) else types,
        refused_types=_refused_types(shelf.ledger),
    )
    shelf = evolve(shelf, setting=setting)
    nihil = _Nihil.of(values, shelf.ledger)
    frame = ServiceYear(
        period=setting.period,
        body=public_body(values),
        signatory=signatory(values),
        submission=submission(values),
        presentation=presentation(values),
        agencies=agencies,
        information_types=types,
        closures=_or_empty(shelf.read(tables.CLOSURES)),
        source=values.source(YEAR),
    )
    shelf = evolve(shelf, takers=begin(frame))
    year = evolve(
        frame,
        matrix=_matrix(shelf),
        public_information=_public_information(shelf),
        exempt_information=shelf.read(tables.EXEMPT_LIST),
        standards=shelf.read(tables.STANDARDS),
        questions=shelf.read(tables.QUESTIONS),
        requests=nihil.or_nothing(shelf.read(tables.REQUESTS), Register.REQUESTS),
        objections=nihil.or_nothing(shelf.read(tables.OBJECTIONS), Register.OBJECTIONS),
        disputes=nihil.or_nothing(shelf.read(tables.DISPUTES), Register.DISPUTES),
        suits=nihil.or_nothing(shelf.read(tables.SUITS), Register.SUITS),
        aggregates=nihil.with_complaints(_aggregates(shelf)),
        budget=_budget(shelf),
        service=_service(shelf, values),
        narrative=evolve(_narrative(shelf), passages=passages),
        activity=_activity(shelf),
        stated_figures=shelf.read(tables.CLAIMS),
        waivers=_or_empty(shelf.read(tables.WAIVERS)),
    )
    return evolve(year, stated_totals=tuple(shelf.ledger.totals), unread=tuple(shelf.ledger.unread))


def _service(shelf: _Shelf, values: ReportValues) -> Service:
    return Service(
        visits=shelf.read(tables.VISITS),
        staff=shelf.read(tables.STAFF),
        staff_total=values.get("sdm.jumlah"),
        staff_total_source=values.source("sdm.jumlah"),
        staff_basis=values.words("sdm.dasar"),
        staff_basis_source=values.source("sdm.dasar"),
        facilities=shelf.read(tables.FACILITIES),
        hours=shelf.read(tables.HOURS),
        pictures=shelf.read(tables.PICTURES),
        offered_channels=offered_channels(values),
    )


def _narrative(shelf: _Shelf) -> Narrative:
    return Narrative(
        priorities=shelf.read(tables.PRIORITIES),
        constraints=shelf.read(tables.CONSTRAINTS),
        recommendations=shelf.read(tables.RECOMMENDATIONS),
        regulations=shelf.read(tables.REGULATIONS),
        mentions=shelf.read(tables.MENTIONS),
    )


def _public_information(shelf: _Shelf) -> tuple[PublicInformation, ...] | Absent:
    """Return the list of public information; rows that only head a category of it are told."""
    rows = shelf.read(tables.PUBLIC_LIST)
    if isinstance(rows, Absent):
        return rows
    entries, headings = tables.by_category(rows)
    places = [row.source for row in headings if row.source is not None]
    if places:
        title = shelf.sheets[tables.PUBLIC_LIST.name].title
        shelf.ledger.read[tables.PUBLIC_LIST.name] -= len(headings)
        shelf.ledger.note(LineKind.CATEGORY.told(title, [place.row or 0 for place in places]), places[0])
    return entries


def _activity(shelf: _Shelf) -> Activity:
    return Activity(
        activities=shelf.read(tables.ACTIVITIES),
        innovations=shelf.read(tables.INNOVATIONS),
        awards=shelf.read(tables.AWARDS),
        ranking=shelf.read(tables.RANKING),
    )


def _aggregates(shelf: _Shelf) -> tuple[Aggregate, ...]:
    """Return the totals: lines that are listed, and then what wide tables hold, each cell a line."""
    crossed = {
        name: known
        for name in sorted(shelf.sheets)
        if name.partition(BESIDE)[0] == tables.AGGREGATES.name
        if (known := cross_table(shelf.sheets[name], shelf.setting)) is not None
    }
    lines = () if tables.AGGREGATES.name in crossed else _or_empty(shelf.read(tables.AGGREGATES))
    for sheet, known in ((shelf.sheets[name], known) for name, known in crossed.items()):
        lines += read_cross_table(sheet, known, shelf.setting, shelf.ledger, first=len(lines))
    return lines


def _budget(shelf: _Shelf) -> Budget | Absent:
    lines = shelf.read(tables.BUDGET_LINES)
    return lines if isinstance(lines, Absent) else Budget(lines=lines)


def _matrix(shelf: _Shelf) -> ComplianceMatrix | Absent:
    sheet = shelf.sheets.get(tables.MATRIX)
    types = tables.matrix_types(sheet, shelf.setting)
    rows = shelf.read(tables.matrix_spec(types, shelf.setting))
    if sheet is not None and not types and not isinstance(rows, Absent) and rows:
        shelf.ledger.refuse(sheet.heading_source(), _no_types())
        return NOT_KEPT
    if isinstance(rows, Absent):
        return rows
    matrix = tables.matrix_of(types, rows)
    if [row for _, row in matrix.typed_rows()] != [one.row for one in rows]:
        _leave_totals(shelf.ledger, sheet)
    return matrix


def _leave_totals(ledger: Ledger, sheet: Sheet | None) -> None:
    """Tell that no row JUMLAH is compared of a table whose rows stand in another order than its periods."""
    kept = [total for total in ledger.totals if total.table != tables.MATRIX]
    if sheet is not None and len(kept) < len(ledger.totals):
        ledger.totals[:] = kept
        ledger.note(
            Bilingual(
                f"{sheet.title}: baris JUMLAH tidak dicocokkan, sebab barisnya tidak urut menurut periode"
                " atau ada OPD tanpa baris dalam periode terakhir.",
                f"{sheet.title}: no row JUMLAH is compared, as the rows are not in the order of the periods"
                " or an agency has none in the last period.",
            ),
            sheet.heading_source(),
        )


def _or_empty(rows: tuple[T, ...] | Absent) -> tuple[T, ...]:
    return () if isinstance(rows, Absent) else rows


def _refused_types(ledger: Ledger) -> frozenset[str]:
    """Return every cell of refused rows of *jenis_informasi*: their columns are told there already."""
    refused = (row for row in ledger.rejected if row.table == tables.INFORMATION_TYPES.name)
    return frozenset(spelling(cell) for row in refused for cell in row.cells if cell.strip())


def _note_doubtful(values: ReportValues, ledger: Ledger) -> None:
    for entry in values.entries.values():
        if (how := entry.doubtful) is not None:
            ledger.note(
                Bilingual(
                    f'laporan, {entry.key}: "{entry.typed}" {how.id}.',
                    f'{entry.key}: "{entry.typed}" {how.en}.',
                ),
                entry.source,
            )


def _no_types() -> CellError:
    return CellError(
        Bilingual(
            "tabel ini belum mempunyai kolom jenis informasi. Tambahkan satu kolom untuk tiap kode.",
            "this table has no column of a type of information yet. Add one for each code.",
        ),
        Bilingual("kolom opd, lalu satu kolom tiap jenis informasi", "opd, then a column for each type"),
    )


def _is_year_refused(sheet: Sheet | None, ledger: Ledger) -> bool:
    """Tell whether a year is typed that could not be read, or *laporan* is there and could not."""
    if sheet is not None:
        rejected = (row for row in ledger.rejected if row.table == tables.REPORT.name)
        return any(read_key(cell.strip()) == YEAR for row in rejected for cell in row.cells)
    files = (PurePath(one.source.file).stem for one in ledger.problems)
    return not ledger.file and any(known_tables().get(spelling(file)) == tables.REPORT.name for file in files)


def _with_year_of_receipt(shelf: _Shelf, values: ReportValues, *, is_taken: bool) -> ReportValues:
    """Return the keys with the one year in which all cases came in; where there is none, it is asked for."""
    sheet = shelf.sheets.get(tables.REPORT.name)
    unheard = evolve(shelf, ledger=Ledger(), takers={})
    years = years_of_receipt(unheard.read) if is_taken else Counter[int]()
    if len(years) == 1:
        shelf.ledger.note(note_of_year(years))
        return values.with_given((typed_entry(YEAR, f"{next(iter(years))}", Source()),))
    blank = values.entries.get(YEAR)
    if sheet is not None:
        place = blank.source if blank else Source(file=sheet.file, sheet=sheet.sheet)
        shelf.ledger.refuse(place, _no_year(years))
    elif shelf.ledger.file:
        is_book = shelf.ledger.file.casefold().endswith(WORKBOOKS)
        shelf.ledger.refuse(Source(file=shelf.ledger.file), (_no_sheet if is_book else _no_report)(years))
    else:
        shelf.ledger.refuse(Source(file="laporan.csv"), _no_report(years))
    return values


def _asked(indonesian: str, english: str, years: Counter[int]) -> Bilingual:
    """Return the sentence that asks for the year, with the years in which cases came in."""
    told = told_years(years)
    return Bilingual(
        f"{indonesian}{told.id} Tahun dapat juga disebut dengan --year.",
        f"{english}{told.en} The year may be named by --year as well.",
    )


def _no_report(years: Counter[int]) -> CellError:
    return CellError(
        _asked(
            "tabel laporan tidak ada. Buat laporan.csv dengan judul kolom kunci,isi dan baris tahun,2024.",
            "there is no table laporan. Make laporan.csv with the heading kunci,isi and the row tahun,2024.",
            years,
        ),
        Bilingual("laporan.csv dengan kunci tahun", "laporan.csv with the key tahun"),
    )


def _no_sheet(years: Counter[int]) -> CellError:
    return CellError(
        _asked(
            "tabel laporan tidak terbaca. Buat lembar Laporan dengan judul kolom kunci dan isi, "
            "lalu baris tahun dengan isi, misalnya, 2024.",
            "there is no table laporan. Make a sheet Laporan with the heading kunci and isi, "
            "and a row tahun with, for example, 2024.",
            years,
        ),
        Bilingual("lembar Laporan dengan kunci tahun", "a sheet Laporan with the key tahun"),
    )


def _no_year(years: Counter[int]) -> CellError:
    message = Bilingual(
        "tahun laporan belum diisi. Isi kunci tahun, misalnya 2024.",
        "the year of the report is not filled in. Fill in the key tahun, such as 2024.",
    )
    return CellError(
        _asked(message.id, message.en, years) if years else message,
        Bilingual("tahun, empat angka", "a year, four figures"),
    )


@frozen(kw_only=True)
class _Nihil:
    """What stands under the key ``nihil``; with rows in such a table it is a problem."""

    registers: tuple[Register, ...]
    source: Source | None
    ledger: Ledger

    @classmethod
    def of(cls, values: ReportValues, ledger: Ledger) -> _Nihil:
        """Return what ``values`` say."""
        return cls(registers=values.get("nihil") or (), source=values.source("nihil"), ledger=ledger)

    def or_nothing(self, rows: tuple[T, ...] | Absent, register: Register) -> tuple[T, ...] | Absent:
        """Return the rows of a register; ``()`` where it is said to be empty and holds none."""
        if register not in self.registers:
            return rows
        if self.ledger.read.get(label(register)):
            self._refuse(register)
        return () if isinstance(rows, Absent) and not self.ledger.read.get(label(register)) else rows

    def with_complaints(self, rows: tuple[Aggregate, ...]) -> tuple[Aggregate, ...]:
        """Return the aggregate lines; complaints have no register, so their zero is such a line."""
        if Register.COMPLAINTS not in self.registers:
            return rows
        if any(row.register is Register.COMPLAINTS and row.year is None for row in rows):
            self._refuse(Register.COMPLAINTS)
            return rows
        return (*rows, Aggregate(register=Register.COMPLAINTS, count=0, source=self.source))

    def _refuse(self, register: Register) -> None:
        self.ledger.refuse(self.source or Source(), nihil_with_rows(), label(register))


def _held(_: ServiceYear) -> Mapping[str, Taker[Any]]:
    """Let every row stand in the year."""
    return {}


def gather(
    sheets: Mapping[str, Sheet],
    ledger: Ledger,
    prose: tuple[ProseFile, ...] = (),
    begin: Begin = _held,
    said: Supplement = NO_SUPPLEMENT,
) -> Intake:
    """Return what the sheets hold, with what ``ledger`` had found before.

    Args:
        sheets: by table.
        ledger: what was found before.
        prose: files of text.
        begin: returns, by table, who takes the rows of registers, when the body, its agencies and days off
            are read. What is taken is not in the year that is returned: there its register is empty.
        said: what was said beside the sheets.

    Raises:
        InputError: no year can be named; it carries every problem.
    """
    year = _build_year(sheets, prose, ledger, begin, said)
    return Intake(
        year=year,
        problems=tuple(ledger.problems),
        notes=tuple(ledger.notes),
        rejected=tuple(ledger.rejected),
        read=dict(ledger.read),
        columns=dict(ledger.columns),
        last_report=ledger.last_report,
    )
