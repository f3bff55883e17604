"""Exporters, rules and importers that are wrong on purpose, and the promise that catches each.

The tables are data: the tests hold the kit to them, and a page of the docs can be made of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen
from tests.testing import wrong_exporters as exporters
from tests.testing import wrong_importers as importers
from tests.testing import wrong_rules as rules

from ppid_core.plugins import Exporter, Importer
from ppid_core.testing import ExporterContract, read_csv, read_markdown
from ppid_core.testing.contract.exporter import Reader

FEW_ROWS = 1_000


@frozen(kw_only=True)
class Mutant:
    """One fault.

    Attributes:
        wrong: what it does wrong, in a phrase.
        promise: the test of the contract that catches it.
        also: other promises that the same fault breaks.
    """

    wrong: str
    promise: str
    also: frozenset[str] = frozenset()

    @property
    def caught_by(self) -> frozenset[str]:
        """Every promise it breaks."""
        return self.also | {self.promise}


@frozen(kw_only=True)
class ExporterMutant(Mutant):
    """An exporter with one fault.

    Attributes:
        make: returns it.
        reader: reads its figures back.
        rows: of the long table it is given: few, unless the fault is seen in many only.
    """

    make: Callable[[], Exporter]
    reader: Reader | None = None
    rows: int = FEW_ROWS

    @property
    def name(self) -> str:
        """The name of its class, or that of the function that makes it."""
        return self.make.__name__


@frozen(kw_only=True)
class RuleMutant(Mutant):
    """A rule with one fault, and its cases where it brings others than the right rule's."""

    make: Callable[[], rules.Proved]

    @property
    def name(self) -> str:
        """The name of the function that makes it."""
        return self.make.__name__


@frozen(kw_only=True)
class ImporterMutant(Mutant):
    """An importer with one fault."""

    make: Callable[[], Importer]

    @property
    def name(self) -> str:
        """The name of its class."""
        return self.make.__name__


ELSEWHERE = "test_same_bytes_in_other_processes_and_on_other_days"
ABSENT = "test_absent_figures_are_told_with_their_reason_and_never_as_zero"
UNKNOWN = "test_unknown_blocks_are_written_by_their_plain_text"
READ_BACK = "test_every_figure_is_read_back"


def without_label() -> Any:  # noqa: ANN401  mypy would not let it pass for an exporter
    """Return what has no label."""
    return exporters.WithoutLabel()


def needs_a_template() -> exporters.NeedsATemplate:
    """Return an exporter that cannot be made without its option."""
    return exporters.NeedsATemplate(template="kop.txt")


EXPORTERS: tuple[ExporterMutant, ...] = (
    ExporterMutant(
        make=without_label,
        wrong="has no label",
        promise="test_follows_the_protocol",
    ),
    ExporterMutant(
        make=exporters.NamedWithSpaces,
        wrong="is named with a space and capitals",
        promise="test_follows_the_protocol",
    ),
    ExporterMutant(
        make=exporters.WritesCharacters,
        wrong="returns str instead of bytes",
        promise="test_files_are_plain_artifacts",
    ),
    ExporterMutant(
        make=exporters.NamesAFolder,
        wrong="puts a folder into the name of its file",
        promise="test_files_are_plain_artifacts",
    ),
    ExporterMutant(
        make=exporters.NamesDifferInCase,
        wrong="makes two files whose names differ in case only",
        promise="test_files_are_plain_artifacts",
    ),
    ExporterMutant(
        make=exporters.ExtensionForMediaType,
        wrong='gives "txt" for a media type',
        promise="test_files_are_plain_artifacts",
    ),
    ExporterMutant(
        make=needs_a_template,
        wrong="has an option without a default",
        promise="test_every_option_works_by_its_default",
    ),
    ExporterMutant(
        make=exporters.StampsARandomIdentifier,
        wrong="writes a random identifier",
        promise="test_same_report_gives_the_same_bytes",
        also=frozenset({ELSEWHERE}),
    ),
    ExporterMutant(make=exporters.PrintsToday, wrong="prints the date of today", promise=ELSEWHERE),
    ExporterMutant(make=exporters.OrderOfASet, wrong="writes a set in its own order", promise=ELSEWHERE),
    ExporterMutant(make=exporters.SignsWithTheUser, wrong="reads the environment", promise=ELSEWHERE),
    ExporterMutant(
        make=exporters.HoldsAFunction,
        wrong="holds a lambda, which no pickle takes",
        promise=ELSEWHERE,
    ),
    ExporterMutant(
        make=exporters.ChangesTheReport,
        wrong="writes into a mapping of the report",
        promise="test_report_is_not_changed",
    ),
    ExporterMutant(
        make=exporters.CountsWithoutAsking,
        wrong="counts the rows of a register that was not kept",
        promise="test_empty_year_is_exported",
    ),
    ExporterMutant(
        make=exporters.LeavesOutTheRollup,
        wrong="makes nothing of a report of many bodies",
        promise="test_rollup_is_exported",
    ),
    ExporterMutant(
        make=exporters.NeedsARow,
        wrong="takes the longest row of a table that has none",
        promise="test_tables_without_rows_are_exported",
    ),
    ExporterMutant(
        make=exporters.SkipsEmptyTables,
        wrong="leaves out tables without rows",
        promise="test_tables_without_rows_are_exported",
    ),
    ExporterMutant(make=exporters.AbsentIsZero, wrong="writes 0 for an absent figure", promise=ABSENT),
    ExporterMutant(make=exporters.AbsentIsADash, wrong="writes a dash for every reason", promise=ABSENT),
    ExporterMutant(
        make=exporters.KnowsOneEdition,
        wrong="knows the public edition only",
        promise="test_forms_editions_and_languages_are_all_exported",
    ),
    ExporterMutant(
        make=exporters.ForgetsTheLanguage,
        wrong="writes numbers in Indonesian, whatever the language",
        promise="test_numbers_are_written_in_the_language_of_the_report",
    ),
    ExporterMutant(make=exporters.DropsUnknownBlocks, wrong="drops blocks it does not know", promise=UNKNOWN),
    ExporterMutant(
        make=exporters.UnknownBlocksInIndonesian,
        wrong="asks an unknown block for its Indonesian text, whatever the language",
        promise=UNKNOWN,
    ),
    ExporterMutant(
        make=exporters.CountsAreFloats,
        wrong="takes counts through float",
        promise="test_huge_numbers_keep_every_digit",
    ),
    ExporterMutant(
        make=exporters.SharesAreFloats, wrong="divides shares as floats", promise="test_decimals_are_exact"
    ),
    ExporterMutant(
        make=exporters.RoundsMoney, wrong="rounds money to whole rupiah", promise="test_decimals_are_exact"
    ),
    ExporterMutant(
        make=exporters.CutsLongTables,
        wrong="cuts long tables",
        promise="test_no_row_is_lost",
    ),
    ExporterMutant(
        make=exporters.WritesQuestionMarks,
        wrong="encodes as Windows-1252, with ? for the rest",
        promise="test_text_of_every_script_is_written_whole",
    ),
    ExporterMutant(
        make=exporters.UnguardedCells,
        wrong="lets text begin a formula in CSV",
        promise="test_typed_text_never_becomes_a_formula",
    ),
    ExporterMutant(
        make=exporters.GuardedNumbers,
        wrong="guards negative numbers too, so that they become text",
        promise="test_typed_text_never_becomes_a_formula",
    ),
    ExporterMutant(
        make=exporters.UnescapedPage,
        wrong="puts typed text into HTML as it is",
        promise="test_typed_text_never_becomes_markup",
    ),
    ExporterMutant(
        make=exporters.UnescapedPipes,
        wrong="leaves a typed pipe in a Markdown table",
        promise="test_typed_text_never_becomes_markup",
    ),
    ExporterMutant(
        make=exporters.DropsTheAnnex,
        wrong="leaves out the table of all figures",
        promise=READ_BACK,
        reader=read_csv,
    ),
    ExporterMutant(
        make=exporters.WrongTotal,
        wrong="prints a 4 where the report has a 3",
        promise=READ_BACK,
        reader=read_markdown,
    ),
)


def _rule(make: Callable[[], rules.Proved], wrong: str, promise: str, *also: str) -> RuleMutant:
    return RuleMutant(
        make=make, wrong=wrong, promise=f"test_{promise}", also=frozenset(f"test_{one}" for one in also)
    )


PROCESSES = "same_findings_in_other_processes_and_on_other_days"
TWICE = "same_evidence_gives_the_same_findings"

RULES: tuple[RuleMutant, ...] = (
    _rule(rules.code_of_one_letter, "takes a code of one letter", "follows_the_protocol"),
    _rule(
        rules.says_it_in_indonesian_only, "says it in Indonesian twice", "texts_are_there_in_both_languages"
    ),
    _rule(
        rules.names_a_fact_that_is_not_there,
        "names a fact in its template that no finding holds",
        "templates_are_filled_by_every_finding",
    ),
    _rule(rules.doubles_its_braces, "leaves a brace unfilled", "templates_are_filled_by_every_finding"),
    _rule(rules.rests_on_no_law, "names a basis that is not in the law book", "follows_the_protocol"),
    _rule(rules.returns_a_list, "returns a list", "check_yields_findings"),
    _rule(rules.counts_its_calls, "counts how often it was called", TWICE, PROCESSES),
    _rule(rules.walks_through_a_set, "walks through a set in its own order", PROCESSES),
    _rule(rules.asks_for_today, "compares with the date of today", PROCESSES),
    _rule(rules.names_the_place_in_words, "names the place in words", "subjects_are_stable_keys"),
    _rule(rules.stamps_its_findings, "sets code and severity itself", "check_yields_findings"),
    _rule(
        rules.puts_a_sentence_into_the_facts,
        "puts an Indonesian sentence into the facts",
        "values_of_findings_are_plain",
    ),
    _rule(rules.finds_a_float, "provides a float", "values_of_findings_are_plain"),
    _rule(rules.never_fires, "never fires", "fires_where_it_should"),
    _rule(rules.has_no_case, "brings no case in which it fires", "fires_where_it_should"),
    _rule(rules.fires_where_all_is_well, "fires where all is well", "passes_where_all_is_well"),
    _rule(
        rules.takes_silence_for_none,
        "takes a register that was not kept for an empty one",
        "is_not_applicable_where_it_cannot_be_asked",
    ),
    _rule(
        rules.gives_no_reason,
        "is not applicable without a reason",
        "is_not_applicable_where_it_cannot_be_asked",
    ),
    _rule(rules.takes_every_row_to_have_a_place, "takes every row to have a place", "never_raises"),
    _rule(rules.writes_into_the_year, "writes into the year", "evidence_is_not_changed"),
    _rule(
        rules.has_an_option_nobody_can_type,
        "has an option that nobody can type",
        "every_option_works_by_its_default",
    ),
    _rule(rules.checks_by_a_lambda, "checks by a lambda, which no pickle takes", PROCESSES),
)


def _importer(make: Callable[[], Importer], wrong: str, promise: str, *also: str) -> ImporterMutant:
    return ImporterMutant(
        make=make, wrong=wrong, promise=f"test_{promise}", also=frozenset(f"test_{one}" for one in also)
    )


PLACES = "places_are_those_of_the_file"
BROKEN = "broken_bytes_are_problems_and_no_exception"
KIND = "what_is_not_of_its_kind_is_refused"
SAME = "same_file_gives_the_same_intake"
ALONE = "file_and_folder_are_left_alone"

IMPORTERS: tuple[ImporterMutant, ...] = (
    _importer(
        importers.EndingInCapitals,
        "has an ending in capitals",
        "follows_the_protocol",
        "file_and_folder_are_left_alone",
    ),
    _importer(importers.LosesARow, "loses the last row", "every_row_is_kept"),
    _importer(importers.CountsFromTheHeading, "counts its rows from a heading that there is not", PLACES),
    _importer(importers.NamesNoFile, "does not name the file", PLACES),
    _importer(importers.LetsDecodingFail, "lets a UnicodeDecodeError out", BROKEN, KIND),
    _importer(importers.LetsAKeyFail, "lets an error of its library out", BROKEN),
    _importer(importers.TakesAnythingForAYear, "takes anything for a year in which nothing was asked", KIND),
    _importer(importers.CountsItsCalls, "counts how often it was called", SAME),
    _importer(importers.TellsOfToday, "takes the date of today", SAME),
    _importer(importers.HoldsAFunction, "holds a lambda, which no pickle takes", SAME),
    _importer(
        importers.WritesBesideTheFile,
        "writes a file beside the one that it reads",
        "file_and_folder_are_left_alone",
    ),
    _importer(importers.QuotesTheLine, "quotes a line that it cannot read", "problems_name_no_person"),
)

RIGHT: dict[str, Mutant] = {
    "EXPORTERS": ExporterMutant(
        make=exporters.Right, wrong="nothing", promise="", rows=ExporterContract.rows
    ),
    "RULES": _rule(rules.right, "nothing", ""),
    "IMPORTERS": _importer(importers.Right, "nothing", ""),
}
"""What the mutants were before; they break no promise."""
