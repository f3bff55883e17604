"""The contract of exporters: what every format promises to whoever prints, sends or reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import product
from typing import Any, ClassVar, get_args

import attrs
import pytest
from attrs import evolve

from ppid_core.errors import AnswerError
from ppid_core.language import LANGS, Lang
from ppid_core.model import Absent, Measure, Reason
from ppid_core.option import described_options
from ppid_core.output.artifact import a_file, refuse_names
from ppid_core.plugins import Artifact, Exporter, with_options
from ppid_core.report import Counted, Days, Edition, Form, Meta, Paragraph, Ratio, Report, Rupiah, Value, text
from ppid_core.testing import samples
from ppid_core.testing.contract.promise import misfit, missing, promise
from ppid_core.testing.contract.typed_text import TypedTextContract
from ppid_core.testing.contract.view import MARKER, Characters, View, cell
from ppid_core.testing.elsewhere.process import exported, run_elsewhere
from ppid_core.testing.readers import Figure
from ppid_core.testing.samples import document, table

Reader = Callable[[Iterable[Artifact], Lang], Mapping[Measure, Figure]]

_REASONS = (Absent(Reason.NOT_KEPT), Absent(Reason.PART_OF_ROWS), Absent(Reason.STATED_ONLY, "8,48 hari"))
_ZEROS: tuple[Value, ...] = (0, Counted(0), "", "0")
_ABROAD: Mapping[Lang, str] = {"id": "1,234,567", "en": "1.234.567"}
_BEYOND_FLOATS = 2**53 + 1
_PLAIN = 4711
_MONEY = Decimal("900719925474099.37")
"""A floating-point number makes 900719925474099.4 of it."""
_TAIL = re.compile(r"\d[.,]\d{9,}")
"""As 0.30000000000000004 and 0.3333333333333333."""
_READ_BACK = ("small", "exact", "huge", "nihil", "absent", "empty")
_MEDIA_TYPE = re.compile(
    r"(?:application|audio|font|image|message|model|multipart|text|video)/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}",
    re.IGNORECASE,
)
"""Of a top-level type of the IANA registry, and without parameters (RFC 6838)."""
_VIEWS = pytest.StashKey[list[View]]()


class _Later:
    """A block of a kind that came after the exporter was written (*blok yang belum dikenal*)."""

    def plain(self, lang: Lang = "id") -> str:
        """Return a word, and in which language it was asked for."""
        return f"{MARKER}-{lang}"


class ExporterContract(TypedTextContract):
    """Tests of one exporter: subclass it as ``TestMine`` and define the fixture ``exporter``.

    Two more fixtures may be defined. ``reader`` is a function ``(artifacts, lang) -> {measure: figure}``, as
    `read_csv`: with it, every figure of a report is exported and read back. ``characters`` is a function
    ``(artifact) -> str`` for a format that the kit cannot open (it opens text, JSON, HTML, XML, and ZIP
    archives of them such as .docx, .xlsx, .ods): with it, promises about text are kept by such a format too.

    >>> from ppid_core.testing import ExporterContract, promises
    >>> "test_every_figure_is_read_back" in {promise.name for promise in promises(ExporterContract)}
    True

    Attributes:
        rows: how many rows the long table has.
    """

    rows: ClassVar[int] = 10_000

    @pytest.fixture
    def exporter(self) -> Exporter:
        """The exporter under test; every test gets it anew."""
        missing("exporter", "MyExporter()")

    @pytest.fixture
    def reader(self) -> Reader | None:
        """From files back to figures, None where nobody can read them."""
        return None

    @pytest.fixture
    def characters(self) -> Characters | None:
        """From a file to its characters, None where the kit's own way is enough."""
        return None

    @pytest.fixture
    def view(self, exporter: Exporter, characters: Characters | None, request: pytest.FixtureRequest) -> View:
        """What can be read of its files; of equal exporters they are made once, for all promises."""
        views = request.session.stash.setdefault(_VIEWS, [])
        mine = View(exporter=exporter, characters=characters)
        if mine not in views:
            views.append(mine)
        return views[views.index(mine)]

    @promise(
        "Give the class name and label (fields or properties) and a method export(self, report); return an "
        "object from ppid_register_exporters, not the class. Name it as it is asked for on the command line, "
        'small letters, digits and hyphens ("ods"), label it as a person reads it ("OpenDocument (.ods)").'
    )
    def test_follows_the_protocol(self, exporter: Exporter) -> Iterator[str]:
        """An exporter is an object with a name that is a slug, a label for people, and export(report)."""
        yield from misfit(exporter, Exporter)

    @promise(
        "Yield Artifact(name=…, media_type=…, content=…); encode text: content.encode(). Use plain names of "
        "letters, digits, hyphens and one dot; no folder, no name of a Windows device, and no two names that "
        "differ only in case: on many disks they are one file. Write the media type as the registry of IANA "
        'does, type and subtype without parameters: "text/csv".'
    )
    def test_files_are_plain_artifacts(self, view: View) -> Iterator[str]:
        """Every file is an Artifact of bytes with a plain, unique name and a media type (RFC 6838)."""
        for files in (view.made(view.report("small", form=form)) for form in get_args(Form)):
            try:
                refuse_names(map(a_file, files))
            except AnswerError as error:
                yield error.told.en
            else:
                wrong = (file for file in files if not _MEDIA_TYPE.fullmatch(file.media_type))
                yield from (f"{file.name!r} has the media type {file.media_type!r}" for file in wrong)

    @promise(
        "Give every option (an attrs field) a default that works, and a type that can be typed on a command "
        "line: str, int, bool, Decimal, date, an Enum or a Literal."
    )
    def test_every_option_works_by_its_default(self, exporter: Exporter, view: View) -> Iterator[str]:
        """It can be made without options, and each option can be set to its own default, as typed."""
        made = type(exporter)() if attrs.has(type(exporter)) else exporter
        if made != exporter:  # else every other promise exports by it
            tuple(made.export(view.report("small")))
        for option in described_options(made):
            typed = "" if callable(option.default) else option.typed("id")
            if typed and with_options(made, {option.name: typed}) != made:
                yield f"the option {option.name} was set to its default {typed!r} and became another"

    @promise(
        "Take everything from the report: no clock, no random number, no id(), no counter that outlives the "
        "call; give archives and metadata a fixed time."
    )
    def test_same_report_gives_the_same_bytes(self, view: View) -> Iterator[str]:
        """Exported twice, and from an equal report made anew, the bytes are the same."""
        first, anew = view.made(view.report("small")), evolve(view).report("small")
        for report, when in ((view.report("small"), "the second time"), (anew, "from an equal report")):
            yield from _differences(first, tuple(view.exporter.export(report)), when)

    @promise(
        "Sort what comes from a set before writing it, read neither clock nor time zone nor locale nor "
        "environment, and name the encoding of every file and text. Keep nothing in the exporter that cannot "
        "be pickled over: no open file, lock, lambda or loaded template."
    )
    def test_same_bytes_in_other_processes_and_on_other_days(
        self, exporter: Exporter, view: View
    ) -> Iterator[str]:
        """Another process with another hash seed, time zone, locale, user and day writes the same bytes."""
        reports = (view.report("small"), samples.every_block())
        outcome = run_elsewhere(exported, (exporter, reports))
        if outcome.fault:
            yield f"elsewhere it {outcome.fault}"
        for ours, theirs in zip(map(view.made, reports), outcome.value or (), strict=False):
            yield from _differences(ours, tuple(theirs), "elsewhere")

    @promise("Copy what you want to change: dict(…), sorted(…), attrs.evolve(…). Others get the same report.")
    def test_report_is_not_changed(self, view: View) -> Iterator[str]:
        """The report is the same after exporting, its mappings included."""
        given, before = (View(exporter=view.exporter).report("small") for _ in range(2))
        tuple(view.exporter.export(given))
        for field in attrs.fields(type(given)):
            if getattr(given, field.name) != getattr(before, field.name):
                yield f"report.{field.name} is another than before"

    @promise(
        "Write counts as int and money as Decimal, never through float; where the numbers of the format are "
        "floats (spreadsheets: 15 digits), write what they cannot hold as text."
    )
    def test_huge_numbers_keep_every_digit(self, view: View) -> Iterator[str]:
        """A count beyond 2⁵³ is written to its last digit."""
        wraps: tuple[Callable[[int], Value], ...] = (int, Counted)
        for wrap in wraps:
            small, next_small = cell(wrap(_PLAIN)), cell(wrap(_PLAIN + 1))
            huge, next_huge = cell(wrap(_BEYOND_FLOATS)), cell(wrap(_BEYOND_FLOATS + 1))
            if view.differs(small, next_small) and not view.differs(huge, next_huge):
                yield f"{_BEYOND_FLOATS} and {_BEYOND_FLOATS + 1} are written alike"
            elif str(_PLAIN) in view.digits(small) and str(_BEYOND_FLOATS) not in view.digits(huge):
                yield f"{wrap(_BEYOND_FLOATS)!r} is not written with all of its digits"

    @promise("Write text(value, lang), or Decimal as it is: f'{amount:f}'; float(amount) bends it.")
    def test_decimals_are_exact(self, view: View) -> Iterator[str]:
        """Money is written to the sen, and no figure drags a tail of binary digits along."""
        tenths = tuple(Rupiah(Decimal(amount)) for amount in ("0.1", "0.2", "0.3"))
        quotients = (Ratio(1, 3), Ratio(20, 30), Days(Decimal("8.48")), Decimal("0.1") + Decimal("0.2"))
        columns: tuple[tuple[Value, ...], ...] = ((*tenths[:2], *quotients, tenths[2]), tuple(range(1, 8)))
        bent, plain = (
            document(table(*(("uraian", value) for value in column[:-1]), total=("Jumlah", column[-1])))
            for column in columns
        )
        for tail in sorted({*_TAIL.findall(view.text(bent))} - {*_TAIL.findall(view.text(plain))}):
            yield f"{tail} is the tail of a floating-point number"
        is_readable = str(_PLAIN) in view.digits(cell(Rupiah(Decimal(_PLAIN))))
        if is_readable and f"{_MONEY:f}".replace(".", "") not in view.digits(cell(Rupiah(_MONEY))):
            yield f"{_MONEY} rupiah is not written to the sen"

    @promise(
        "Write every row of a table, however many there are; a reader cannot ask for the rest. A register "
        "(is_register) may be a file of its own beside the document."
    )
    def test_no_row_is_lost(self, view: View) -> Iterator[str]:
        """Of 10,000 rows the last one is written; of those of a register in one of the files."""
        rows = (*((f"baris {number}", number) for number in range(1, self.rows)), (MARKER, self.rows))
        if not view.shows(cell(MARKER), MARKER):
            return
        for long, what in ((table(*rows), "table"), (evolve(table(*rows), is_register=True), "register")):
            if not view.shows(document(long), MARKER):
                yield f"the last of {self.rows:,} rows of a {what} is not written"

    @promise(
        "Print what the report holds, where it holds it, by text(value, lang); compare the figure named "
        "above with what a person counts in the sample (ppid_core.testing.samples.COUNTED)."
    )
    def test_every_figure_is_read_back(self, view: View, reader: Reader | None) -> Iterator[str]:
        """Every figure of the report is read back from the files, equal, and none that is absent."""
        if reader is None:
            pytest.skip("no fixture reader: nobody has read the figures back")
        for sample, lang in product(_READ_BACK, LANGS):
            report = view.report(sample, lang=lang)
            files = view.files(report)
            if not files and lang != LANGS[0] and view.files(view.report(sample)):
                continue  # data that no language changes are written once
            assert report.summary is not None
            read = reader(files, lang)
            for measure in sorted({*Measure} - {Measure.OTHER}):
                figure = report.summary.number(measure)
                expected = "absent" if isinstance(figure, Absent) else figure
                if read.get(measure, "absent") != expected:
                    seen = f"was read back as {read[measure]}" if measure in read else "is not in the files"
                    yield f"{measure} is {expected} and {seen} ({sample}, {lang})"

    @promise(
        "A register that was not kept is Absent, and a report may have no sections, year, summary or check: "
        "ask before you index, divide or take the largest."
    )
    def test_empty_year_is_exported(self, view: View) -> Iterator[str]:
        """A year of which nothing is recorded, and one in which nothing happened, are exported."""
        for report in (view.report("empty"), view.report("nihil"), Report(meta=Meta(title="Dokumen kosong"))):
            yield from _blank(view, report, report.meta.title)

    @promise(
        "Take a roll-up as any report: it has sections, and report.rollup instead of year, summary and check."
    )
    def test_rollup_is_exported(self, view: View) -> Iterator[str]:
        """A roll-up of two bodies is exported, and the files name both."""
        year = samples.small()
        report = samples.rolled_up(year, evolve(year, body=evolve(year.body, name=MARKER)))
        yield from _blank(view, report, report.meta.title)
        for name in (year.body.name, MARKER) if view.shows(cell(MARKER), MARKER) else ():
            if not view.shows(report, name):
                yield f"the body {name!r} of a roll-up is not in the files"

    @promise(
        "Write caption and heading as ever, and what belongs below them; a table without rows is a fact."
    )
    def test_tables_without_rows_are_exported(self, view: View) -> Iterator[str]:
        """A table without rows, with a total or without, is written and not left out."""
        filled = document(table(("a", 1), headings=(MARKER, "Nilai"), caption=MARKER))
        for total in (None, ("Jumlah", 0)):
            bare = document(table(headings=(MARKER, "Nilai"), total=total, caption=MARKER))
            if view.shows(filled, MARKER) and not view.shows(bare, MARKER):
                yield f"a table without rows, its total {total}, is left out, caption, heading and all"

    @promise(
        "Write text(value, lang) where a value is Absent, in cells and sentences alike; never 0, never "
        "nothing: zero says that somebody counted."
    )
    def test_absent_figures_are_told_with_their_reason_and_never_as_zero(self, view: View) -> Iterator[str]:
        """An absent figure is printed as its reason, and looks like neither 0 nor a blank cell."""
        if not view.differs(cell(7), cell(8)):
            return
        for absent, zero in product(_REASONS, _ZEROS):
            if not view.differs(cell(absent), cell(zero)):
                yield f"{absent!r} is written as {zero!r} is"
        is_readable = view.shows(cell(MARKER), MARKER)
        for absent, lang in product(_REASONS, LANGS) if is_readable else ():
            if not view.shows(cell(absent, lang), text(absent, lang)):
                yield f"{text(absent, lang)!r} is not written for {absent!r}"

    @promise("Leave nothing out by form, edition or language: a brief or English report has the same blocks.")
    def test_forms_editions_and_languages_are_all_exported(self, view: View) -> Iterator[str]:
        """Full and brief, public and internal, Indonesian and English: each is exported."""
        for form, edition, lang in product(get_args(Form), get_args(Edition), LANGS):
            report = view.report("small", form=form, edition=edition, lang=lang)
            yield from _blank(view, report, f"{form}, {edition}, {lang}")

    @promise(
        "Hand the language of the report on: text(value, report.meta.lang), block.plain(report.meta.lang)."
    )
    def test_numbers_are_written_in_the_language_of_the_report(self, view: View) -> Iterator[str]:
        """An English report writes 1,234,567, an Indonesian one 1.234.567; plain digits suit both."""
        for lang, other in _ABROAD.items():
            if other in view.text(cell(1_234_567, lang)):
                yield f"{other} stands in a report in the language {lang!r}"

    @promise(
        "End the match over blocks with `case _:` and write block.plain(report.meta.lang) there; later "
        "versions of ppid_core have blocks that you do not know."
    )
    def test_unknown_blocks_are_written_by_their_plain_text(self, view: View) -> Iterator[str]:
        """A block of an unknown kind is written as its plain() says, in the language of the report."""
        later: Any = _Later()
        for lang in LANGS:
            shows_prose = view.shows(document(Paragraph(content=(MARKER,)), lang=lang), MARKER)
            if shows_prose and not view.shows(document(later, lang=lang), f"{MARKER}-{lang}"):
                yield f"{MARKER}-{lang} is not written"


def _differences(ours: tuple[Artifact, ...], theirs: tuple[Artifact, ...], when: str) -> Iterator[str]:
    """Yield what differs between two exports of one report."""
    names, others = [file.name for file in ours], [file.name for file in theirs]
    if names != others:
        yield f"{when} the files are {others}, not {names}"
    for one, other in zip(ours, theirs, strict=False):
        if one.name == other.name and one.content != other.content:
            yield f"{when} {one.name!r} differs: {_around(one.content, other.content)}"


def _around(first: bytes, second: bytes) -> str:
    """Return where two contents differ, with twenty bytes on each side."""
    places = range(min(len(first), len(second)))
    place = next((at for at in places if first[at] != second[at]), len(places))
    shown = slice(max(place - 20, 0), place + 20)
    return f"at byte {place}, {first[shown]!r} became {second[shown]!r}"


def _blank(view: View, report: Report, name: str) -> Iterator[str]:
    yield from (f"{file.name!r} is empty, of {name}" for file in view.files(report) if not file.content)
