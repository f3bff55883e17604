"""The tables of e-PPID, a program of Indonesian courts, for ppid-core: SQL that adds requests and objections.

Each request is followed by what hangs on it, tied to the row that was added last, so that no key is made up.
A column of which nothing is known is not named; where the table demands it, the row is left out. What does
not fit is told in a table of its own.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeVar

from attrs import evolve, field, frozen

from ppid_core import Absent, Artifact, Exporter, Report, ServiceYear, hookimpl
from ppid_core.language import Bilingual
from ppid_core.model import CountUnit, Objection, Request
from ppid_core.report import DataPackage
from ppid_exporter_eppid import tables

NO_YEAR = Bilingual(
    "Tabel ini hanya dibuat dari laporan lengkap satu tahun.",
    "These tables are made of the whole report of a year alone.",
)
INTERNAL = Bilingual(
    "Tabel ini hanya dibuat dari edisi publik; data pemohon tidak ditulis.",
    "These tables are made of the public edition alone; no applicant is written.",
)
NO_KIND = Bilingual(
    "Program ini menuntut jenis informasi untuk setiap permohonan, yang tidak ada dalam register: pilih satu "
    "dengan --set eppid.jenis_informasi=Lainnya.",
    "This program demands a kind of information for each request, which no register tells: choose one by "
    "--set eppid.jenis_informasi=Lainnya.",
)
HEADINGS = Bilingual("Jenis|Apa|Jumlah|Sebab", "Kind|What|Count|Why")
NO_ROW = Bilingual("baris tidak ditulis", "line without a row")
BLANK = Bilingual("kolom kosong", "blank column")
NO_PLACE = Bilingual("data laporan tanpa tempat", "data of the report without a place")
SEVERAL = Bilingual("bukan untuk tepat satu perkara", "not of exactly one case")
APPLICANTS = Bilingual("menghitung pemohon, bukan permohonan", "counts applicants, not requests")
NO_OUTCOME = Bilingual(
    "keputusannya tidak dicatat, atau tidak dikenal program ini",
    "its outcome is not recorded, or unknown to this program",
)
NO_REQUEST = Bilingual("permohonannya tidak ditulis", "its request is not written")
NO_GROUND = Bilingual(
    "alasan atau jawabannya tidak dicatat, atau tidak dikenal program ini",
    "its ground or its answer is not recorded, or unknown to this program",
)
NO_DAY = Bilingual("tanggalnya tidak lengkap", "its day is not known")
NO_NUMBER = Bilingual(
    "tidak bernomor, atau nomornya terlalu panjang", "without a number, or with too long a one"
)
NO_WORD = Bilingual(
    "tidak dicatat, atau tidak dikenal program ini", "not recorded, or unknown to this program"
)
NOT_ASKED = Bilingual("program ini tidak menyimpannya", "this program does not keep it")
CELLS = Bilingual("{count} sel", "{count} cells")
LINES = Bilingual("{count} baris", "{count} rows")

HEAD = (
    "-- https://github.com/oka-wiadnyana/e-ppid",
    "SET NAMES utf8mb4;",
    "SET sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES');",
)
"""So that MariaDB and MySQL read a text as it stands; of a quotation mark in it there are two."""
Row = TypeVar("Row", Request, Objection)
UNDECIDED = "belum dipilih"
LONGEST_NUMBER = 100
"""Characters that ``nomor_register`` holds."""
Line = tuple[Bilingual, str, str | Bilingual, Bilingual]


@frozen(kw_only=True)
class EppidExporter:
    """SQL for the tables of the program, and a table of what does not fit.

    Attributes:
        jenis_informasi: under which kind of information the requests are filed, by the list of the program.
    """

    name: str = "eppid"
    label: str = "Tabel e-PPID pengadilan (.sql)"
    label_en: str = "Tables of e-PPID of the courts (.sql)"
    jenis_informasi: Literal[
        "belum dipilih", "Perkara dan Putusan", "Kepegawaian", "Pengawasan", "Anggaran dan Aset", "Lainnya"
    ] = "belum dipilih"

    def why_none(self, report: Report, /) -> str:
        """Return why no file is made of a document, "" where there are files."""
        meta = report.meta
        if report.year is None or meta.form != "full":
            return NO_YEAR(meta.lang)
        if meta.edition == "internal":
            return INTERNAL(meta.lang)
        return NO_KIND(meta.lang) if self.jenis_informasi == UNDECIDED else ""

    def export(self, report: Report, /) -> Iterator[Artifact]:
        """Yield ``eppid.sql`` and ``eppid-tidak-muat.csv``."""
        if self.why_none(report) or report.year is None:
            return
        name, lang = report.meta.stem_of_part, report.meta.lang
        script = _Script(year=report.year, kind=self.jenis_informasi)
        content = "\n".join([*HEAD, *script.statements(), ""]).encode("utf-8", "replace")
        yield Artifact(name=f"{name('eppid')}.sql", media_type="application/sql", content=content)
        lines = [*script.left_out(), *_no_place(report)]
        rest = [[one if isinstance(one, str) else one(lang) for one in line] for line in lines]
        content = _csv([HEADINGS(lang).split("|"), *rest])
        yield Artifact(name=f"{name('eppid-tidak-muat')}.csv", media_type="text/csv", content=content)


@hookimpl
def ppid_register_exporters() -> Iterable[Exporter]:
    """Return the format."""
    return [EppidExporter()]


@frozen(kw_only=True)
class _Script:
    """The statements of a year; what could not be written is counted on the way."""

    year: ServiceYear
    kind: str
    unwritten: Counter[tuple[Bilingual, str, Bilingual]] = field(factory=Counter, init=False)

    def statements(self) -> Iterator[str]:
        """Yield the rows of each request, with its objections behind it."""
        requests, objections = _rows(self.year.requests), _rows(self.year.objections)
        often = Counter(row.number for row in requests)
        by_request: dict[str, list[Objection]] = {}
        for objection in objections:
            by_request.setdefault(objection.request_number or objection.earlier_request_number, []).append(
                objection
            )
        for request in requests:
            if why := _why_no_request(request):
                self.unwritten[NO_ROW, "permohonan", why] += request.count
                continue
            is_named = bool(request.number) and often[request.number] == 1
            filed = by_request.pop(request.number, []) if is_named else []
            written = [one for one in filed if not self._leave_out(one, _why_no_objection(one))]
            yield from self._of_request(request, is_objected=bool(written))
            for objection in written:
                yield from self._of_objection(objection)
        for objection in (one for several in by_request.values() for one in several):
            self._leave_out(objection, _why_no_objection(objection) or NO_REQUEST)

    def left_out(self) -> Iterator[Line]:
        """Yield what has no row, and which columns are blank."""
        for (kind, what, why), count in self.unwritten.items():
            yield kind, what, str(count), why
        yield from ((BLANK, name, "", why) for name, why in tables.BLANK_COLUMNS.items())

    def _leave_out(self, objection: Objection, why: Bilingual | None) -> bool:
        if why is not None:
            self.unwritten[NO_ROW, "keberatan", why] += objection.count
        return why is not None

    def _of_request(self, row: Request, *, is_objected: bool) -> Iterator[str]:
        assert row.outcome is not None  # noqa: S101  _why_no_request has asked
        kept = tables.OUTCOMES[row.outcome]
        refusal = kept.jenis_penolakan
        if row.reason is not None and kept.proses == "T":
            refusal = refusal or tables.REFUSALS.get(row.reason.slug, tables.OTHER_REFUSAL)
        cells = {
            "nomor_register": self._number(row),
            "tanggal_permohonan": self._day(row, "permohonan.tanggal_permohonan"),
            "isi_permohonan": row.subject or None,
            "status": tables.OBJECTED if is_objected else kept.status,
        }
        yield _insert("permohonan", {"id_jenis_informasi": _id_of("jenis_informasi", self.kind)}, cells)
        if kept.proses is None:
            return
        answer = {"proses": kept.proses, "status_jawaban": kept.status_jawaban, "jenis_penolakan": refusal}
        if kept.status_jawaban is None and refusal is None:
            self.unwritten[BLANK, "proses_permohonan.status_jawaban, jenis_penolakan", NO_WORD] += 1
        yield _insert("proses_permohonan", {"permohonan_id": _last("permohonan")}, answer)

    def _of_objection(self, row: Objection) -> Iterator[str]:
        assert row.ground is not None  # noqa: S101  _why_no_objection has asked
        assert row.answer is not None  # noqa: S101  _why_no_objection has asked
        is_open = row.answer.slug in tables.OPEN_ANSWERS
        keys = {
            "permohonan_id": _last("permohonan"),
            "jenis_keberatan_id": _id_of("jenis_keberatan", tables.GROUNDS[row.ground.slug]),
        }
        cells = {
            "tanggal_keberatan": self._day(row, "keberatan.tanggal_keberatan"),
            "status": tables.WAITING if is_open else tables.ANSWERED,
        }
        yield _insert("keberatan", keys, cells)
        if is_open:
            return
        answer = tables.ANSWERS.get(row.answer.slug)
        if answer is None:
            self.unwritten[BLANK, "proses_keberatan.status", NO_WORD] += 1
        yield _insert("proses_keberatan", {"keberatan_id": _last("keberatan")}, {"status": answer})

    def _number(self, row: Request) -> str | None:
        if 0 < len(row.number) <= LONGEST_NUMBER:
            return row.number
        self.unwritten[BLANK, "permohonan.nomor_register", NO_NUMBER] += 1
        return None

    def _day(self, row: Request | Objection, column: str) -> str | None:
        day = None if row.period is None else row.period.exact
        if day is None:
            self.unwritten[BLANK, column, NO_DAY] += 1
        return None if day is None else day.isoformat()


def _rows(register: Sequence[Row] | Absent) -> Sequence[Row]:
    return () if isinstance(register, Absent) else register


def _why_no_request(row: Request) -> Bilingual | None:
    """Return why a line is no row of ``permohonan``, None where it is one."""
    if row.unit is CountUnit.APPLICANT:
        return APPLICANTS
    if row.count != 1 or "count" in row.unread:
        return SEVERAL
    return None if row.outcome in tables.OUTCOMES else NO_OUTCOME


def _why_no_objection(row: Objection) -> Bilingual | None:
    """Return why a line is no row of ``keberatan``, None where it is one, if its request is."""
    if row.count != 1 or "count" in row.unread:
        return SEVERAL
    is_known = row.ground is not None and row.ground.slug in tables.GROUNDS and row.answer is not None
    return None if is_known else NO_GROUND


def _insert(table: str, keys: Mapping[str, str], cells: Mapping[str, str | None]) -> str:
    """Return a statement that adds a row: of texts those that are known, quoted."""
    texts = {name: _quoted(text) for name, text in cells.items() if text is not None}
    columns = {**keys, **texts}
    values = ", ".join(columns.values())
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values});"  # noqa: S608  texts are quoted


def _quoted(text: str) -> str:
    """Return a text as SQL writes it, on one line."""
    line = " ".join(text.replace("\0", " ").split())
    return "'" + line.replace("'", "''") + "'"


def _id_of(table: str, text: str) -> str:
    return f"(SELECT id FROM {table} WHERE {table} = {_quoted(text)})"  # noqa: S608  its text is quoted


def _last(table: str) -> str:
    return f"(SELECT MAX(id) FROM {table})"  # noqa: S608  a table of the program


def _no_place(report: Report) -> Iterator[Line]:
    """Yield the tables of the report without a place, and of those that have one the columns without.

    The tables are those of the data package, which is the same in every language.
    """
    package = DataPackage.of(evolve(report, meta=evolve(report.meta, lang="id")))
    for table in () if package is None else package.tables:
        if table.name not in tables.PLACED:
            yield NO_PLACE, table.name, LINES.fill(count=len(table.rows)), NOT_ASKED
            continue
        for column in (one.name for one in table.columns if one.name not in tables.PLACED[table.name]):
            filled = sum(cell != "" for cell in table.column(column))
            if filled:
                yield NO_PLACE, f"{table.name}.{column}", CELLS.fill(count=filled), NOT_ASKED


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(rows)
    return stream.getvalue().encode("utf-8-sig")
