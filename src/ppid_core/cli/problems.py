"""What could not be read: as lines, of which the first are enough, and as JSON, where all are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ppid_core.cli.console import wrapped
from ppid_core.cli.place import place
from ppid_core.errors import Problem
from ppid_core.intake import Intake
from ppid_core.language import Bilingual, Lang
from ppid_core.writing import format_number

MOST_PRINTED = 50


def problem_lines(problems: Sequence[Problem], lang: Lang) -> Iterator[str]:
    """Yield a heading and one sentence for each problem, fifty at most."""
    yield from _listed(_HEADING(lang), [_sentence(problem, lang) for problem in problems], lang)


def note_lines(intake: Intake, lang: Lang) -> Iterator[str]:
    """Yield a heading and what was passed over or read in one of two ways, fifty at most."""
    yield from _listed(_NOTES(lang), [note.message(lang) for note in intake.notes], lang)


def _listed(heading: str, sentences: Sequence[str], lang: Lang) -> Iterator[str]:
    if not sentences:
        return
    yield f"{heading} ({format_number(len(sentences), lang)})"
    for sentence in sentences[:MOST_PRINTED]:
        yield wrapped(sentence, first=" ", then="   ")
    if len(sentences) > MOST_PRINTED:
        yield _REST(lang).format(count=format_number(len(sentences) - MOST_PRINTED, lang))


def _sentence(problem: Problem, lang: Lang) -> str:
    return ": ".join(part for part in (place(problem.source, lang), problem.message(lang)) if part)


def problems_json(problems: Sequence[Problem], lang: Lang) -> list[dict[str, object]]:
    """Return every problem with its place; of a workbook with its cell, too."""
    return [
        {
            "file": problem.source.file,
            "sheet": problem.source.sheet,
            "row": problem.source.row,
            "column": problem.source.column,
            "value": problem.value,
            "expected": problem.expected(lang),
            "message": problem.message(lang),
            **({"cell": problem.source.cell} if problem.source.cell else {}),
        }
        for problem in problems
    ]


_HEADING = Bilingual("TIDAK TERBACA – betulkan lebih dahulu", "NOT READ – mend first")
_NOTES = Bilingual("KETERANGAN PEMBACAAN", "NOTES ON READING")
_REST = Bilingual(
    " … dan {count} lagi; semua ada di ppid check --format json",
    " … and {count} more; all are in ppid check --format json",
)
