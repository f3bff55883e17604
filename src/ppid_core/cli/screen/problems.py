"""What could not be read, with its place: as lines, of which the first are enough, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NotRequired, TypedDict

from ppid_core.cli.console import UNBROKEN, show, show_json, tell, wrapped
from ppid_core.errors import Problem
from ppid_core.intake import Intake
from ppid_core.language import Bilingual, Lang
from ppid_core.source import Source
from ppid_core.writing import format_number

_ROW, _COLUMN = Bilingual("baris", "row"), Bilingual("kolom", "column")
_SHEET, _CELL = Bilingual("lembar", "sheet"), Bilingual("sel", "cell")
_HEADING_ROW = 1
_MOST_RUNS = 20


def place(source: Source, lang: Lang) -> str:
    """Return ``permohonan.csv baris 8, kolom bulan``; of a heading only its row, the sentence names it.

    Of a workbook it is the cell: ``buku.xlsx lembar "Permohonan" sel C7, kolom "Bulan"``.
    """
    parts = [_file(source, lang)]
    if source.cell:
        column = f', {_COLUMN(lang)} "{source.column}"' if source.column else ""
        return f"{' '.join(parts)} {_CELL(lang)} {source.cell}{column}"
    if source.row is not None:
        parts.append(f"{_ROW(lang)} {source.row}")
    column = f", {_COLUMN(lang)} {source.column}" if source.column and source.row != _HEADING_ROW else ""
    return " ".join(part for part in parts if part) + column


def places(sources: Sequence[Source], lang: Lang, between: str = " ↔ ") -> str:
    """Return several places, the rows of one file together, ``between`` two files."""
    groups = groupby(sources, key=lambda source: _file(source, lang))
    return between.join(_together(file, list(group), lang) for file, group in groups)


def _together(file: str, sources: Sequence[Source], lang: Lang) -> str:
    rows = sorted({source.row for source in sources if source.row is not None})
    if not rows:
        return file
    if all(source.cell for source in sources):
        cells = list(dict.fromkeys(source.cell for source in sources))
        told = [*cells[:_MOST_RUNS], "…"] if len(cells) > _MOST_RUNS else cells
        return f"{file}{UNBROKEN}{_CELL(lang)}{UNBROKEN}{', '.join(told)}"
    return f"{file}{UNBROKEN}{_ROW(lang)}{UNBROKEN}{', '.join(_runs(rows))}".strip()


def _runs(rows: Iterable[int]) -> list[str]:
    """Return ascending numbers with those in a row as ``2–7``."""
    numbered = groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])
    runs = ([row for _, row in group] for _, group in numbered)
    told = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return [*told[:_MOST_RUNS], "…"] if len(told) > _MOST_RUNS else told


def _file(source: Source, lang: Lang) -> str:
    if source.is_in_workbook:
        return f'{source.file} {_SHEET(lang)} "{source.sheet}"'
    return f"{source.file}[{source.sheet}]" if source.sheet else source.file


_MOST_PRINTED = 50


def problem_lines(problems: Sequence[Problem], lang: Lang) -> Iterator[str]:
    """Yield a heading and one sentence for each problem, fifty at most."""
    told = [
        ": ".join(filter(None, (place(problem.source, lang), problem.message(lang)))) for problem in problems
    ]
    yield from _listed(_HEADING(lang), told, lang)


def note_lines(intake: Intake, lang: Lang) -> Iterator[str]:
    """Yield a heading and what was passed over or read in one of two ways, fifty at most."""
    yield from _listed(_NOTES(lang), [note.message(lang) for note in intake.notes], lang)


def _listed(heading: str, sentences: Sequence[str], lang: Lang) -> Iterator[str]:
    if not sentences:
        return
    yield f"{heading} ({format_number(len(sentences), lang)})"
    for sentence in sentences[:_MOST_PRINTED]:
        yield wrapped(sentence, first=" ", then="   ")
    if len(sentences) > _MOST_PRINTED:
        yield _REST(lang).format(count=format_number(len(sentences) - _MOST_PRINTED, lang))


class ProblemJson(TypedDict):
    """What could not be read, and what was expected; ``cell`` of a workbook, such as *C7*."""

    file: str
    sheet: str
    row: int | None
    column: str
    value: str
    expected: str
    message: str
    cell: NotRequired[str]


class ProblemsJson(TypedDict):
    """What could not be read of data that name no year, or why a call was refused: nothing else is told."""

    problems: list[ProblemJson]


def problems_json(problems: Sequence[Problem], lang: Lang) -> list[ProblemJson]:
    """Return every problem with its place; of a workbook with its cell, too."""
    return [_problem_json(problem, lang) for problem in problems]


def _problem_json(problem: Problem, lang: Lang) -> ProblemJson:
    place = problem.source
    told = ProblemJson(
        file=place.file,
        sheet=place.sheet,
        row=place.row,
        column=place.column,
        value=problem.value,
        expected=problem.expected(lang),
        message=problem.message(lang),
    )
    if place.cell:
        told["cell"] = place.cell
    return told


def show_problems(problems: Sequence[Problem], output: str, lang: Lang) -> None:
    """Print the problems of data that name no year: where a calendar file was asked for, beside it."""
    if output == "json":
        show_json("problems", ProblemsJson(problems=problems_json(problems, lang)))
    else:
        (tell if output == "ics" else show)(problem_lines(problems, lang))


def show_refusal(message: str) -> None:
    """Print why a call was refused that no place in any file explains."""
    place = {"file": "", "sheet": "", "row": None, "column": "", "value": "", "expected": ""}
    show_json("problems", {"problems": [{**place, "message": message}]})


_HEADING = Bilingual("TIDAK TERBACA – betulkan lebih dahulu", "NOT READ – mend first")
_NOTES = Bilingual("KETERANGAN PEMBACAAN", "NOTES ON READING")
_REST = Bilingual(
    " … dan {count} lagi; semua ada di ppid check --format json",
    " … and {count} more; all are in ppid check --format json",
)
