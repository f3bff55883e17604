"""What a check found as workflow commands of GitHub Actions, which shows them beside the lines.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions; escaped as
``packages/core/src/command.ts`` of ``actions/toolkit`` does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from ppid_core.cli.formats.input_folder import InputFolder
from ppid_core.errors import Problem
from ppid_core.language import Bilingual, Lang
from ppid_core.report.place import place
from ppid_core.rules import Checked, Finding, Severity
from ppid_core.source import Source
from ppid_core.writing import format_number

MOST_SHOWN = 10
"""Annotations of one level that GitHub shows of one step."""
_LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
_IN_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_MESSAGES, ":": "%3A", ",": "%2C"}


@frozen(kw_only=True)
class Annotation:
    """One workflow command (*anotasi*).

    Attributes:
        properties: ``file``, ``line``, ``title`` …; those that are "" are left out.
    """

    level: str
    message: str
    properties: Mapping[str, str] = field(factory=dict)

    def __str__(self) -> str:
        """Return the command on one line."""
        told = ",".join(
            f"{name}={_escaped(value, _IN_PROPERTIES)}" for name, value in self.properties.items() if value
        )
        return f"::{self.level}{f' {told}' if told else ''}::{_escaped(self.message, _IN_MESSAGES)}"


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    """Return ``text`` without the signs that end a command or a property."""
    return "".join(signs.get(sign, sign) for sign in text)


def annotation_lines(
    checked: Checked, problems: Sequence[Problem], origin: InputFolder, lang: Lang
) -> Iterator[str]:
    """Yield a command for each problem and each finding that no explanation covers.

    Where a level has more than GitHub shows, the first command of the level says how many there are.
    """
    annotations = [
        *(_unread(problem, origin, lang) for problem in problems),
        *(_found(checked, finding, origin, lang) for finding in checked.findings if not finding.waived),
    ]
    for level, count in sorted(Counter(annotation.level for annotation in annotations).items()):
        if count > MOST_SHOWN:
            told = _MORE(lang).format(count=format_number(count, lang), shown=MOST_SHOWN)
            yield str(Annotation(level=level, message=told, properties={"title": _ALL(lang)}))
    yield from map(str, annotations)
    yield from _counts(checked, problems, lang)


def _unread(problem: Problem, origin: InputFolder, lang: Lang) -> Annotation:
    return Annotation(
        level="error",
        message=_on_sheet(problem.source, lang) + problem.message(lang),
        properties=_place(problem.source, origin) | {"title": _UNREAD(lang)},
    )


def _found(checked: Checked, finding: Finding, origin: InputFolder, lang: Lang) -> Annotation:
    source = next(iter(finding.places), Source())
    told = f"{checked.message(finding, lang)}\n→ {checked.mend(finding, lang)}"
    return Annotation(
        level=_LEVELS[finding.severity],
        message=_on_sheet(source, lang) + told,
        properties=_place(source, origin)
        | {"title": f"{finding.code} {checked.run(finding.code).title(lang)}"},
    )


def _on_sheet(source: Source, lang: Lang) -> str:
    """Return the place on a sheet, which no line of a file can say; "" for tables that are files."""
    return f"{place(source, lang)}: " if source.sheet else ""


def _place(source: Source, origin: InputFolder) -> dict[str, str]:
    """Return file and line; a line means something only in a file."""
    path = origin.path(source)
    if not path:
        return {}
    return {"file": path, "line": "" if source.row is None else str(source.row)}


def _counts(checked: Checked, problems: Sequence[Problem], lang: Lang) -> Iterator[str]:
    """Yield how many there are, as a plain line of the step's log."""
    explained = sum(1 for finding in checked.findings if finding.waived)
    counts = {"problems": len(problems), "open": len(checked.findings) - explained, "explained": explained}
    yield _COUNTS.fill(**{name: format_number(count, lang) for name, count in counts.items()})(lang)


_UNREAD = Bilingual("Isian tidak terbaca", "Entry could not be read")
_ALL = Bilingual("Hasil pemeriksaan selengkapnya", "All findings")
_MORE = Bilingual(
    "{count} hasil pada tingkat ini. GitHub menampilkan paling banyak {shown} anotasi setiap tingkat; "
    "semuanya ada di log langkah ini dan dalam --format sarif.",
    "{count} findings of this level. GitHub shows at most {shown} annotations of each level; all are in the "
    "log of this step and in --format sarif.",
)
_COUNTS = Bilingual(
    "{open} hasil pemeriksaan, {explained} sudah dijelaskan, {problems} isian tidak terbaca.",
    "{open} {open:finding|findings}, {explained} explained, {problems} {problems:entry|entries} not read.",
)
