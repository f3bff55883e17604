"""What a check found as SARIF 2.1.0 (OASIS), for code scanning and editors: rules, places, texts.

The row of a table stands as the line of its file: the same wherever no cell holds a line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from attrs import evolve, field, frozen

from ppid_core.cli.formats.input_folder import InputFolder
from ppid_core.errors import Problem
from ppid_core.intake import Note
from ppid_core.language import Bilingual, Lang
from ppid_core.rules import Checked, Finding, Rule, Severity, Status
from ppid_core.source import Source
from ppid_core.version import VERSION

_LINK = re.compile(r"\[(?=[^\]]*\]\()")
_CELL = re.compile(r"([A-Z]+)[0-9]+")
_LETTERS = 26


def message(text: str) -> dict[str, str]:
    """Return a message: braces are doubled, and no words become a link (SARIF 3.11.5 and 3.11.6)."""
    return {"text": _LINK.sub(r"\\[", text.replace("{", "{{").replace("}", "}}"))}


def location(source: Source, origin: InputFolder, last: int | None = None) -> dict[str, object] | None:
    """Return a place: file, row as its line, column where it is known; None for rows from memory.

    Args:
        source: the place.
        origin: where the input lies.
        last: the last of several rows, None for one.
    """
    path = origin.path(source)
    if not path:
        return None
    physical: dict[str, object] = {"artifactLocation": _artifact(path)}
    if source.row is not None:
        physical["region"] = _region(source, source.row, last)
    named = [
        {"name": name, "kind": kind}
        for kind, name in (("sheet", source.sheet), ("column", source.column))
        if name
    ]
    return {"physicalLocation": physical} | ({"logicalLocations": named} if named else {})


def related(sources: Iterable[Source], origin: InputFolder) -> list[dict[str, object]]:
    """Return the places that were counted beside the first one: rows that follow each other as one region."""
    found: list[dict[str, object]] = []
    for first, last in _runs(sources):
        place = location(first, origin, last.row)
        if place is not None:
            found.append(place)
    return found


def _runs(sources: Iterable[Source]) -> Iterator[tuple[Source, Source]]:
    """Yield the first and the last row of each run; a cell stands by itself."""
    run: list[Source] = []
    for source in sources:
        before = run[-1] if run else source
        is_next = before.row is not None and source == evolve(before, row=before.row + 1)
        if run and (source.cell or not is_next):
            yield run[0], run[-1]
            run = []
        run.append(source)
    if run:
        yield run[0], run[-1]


def _artifact(path: str) -> dict[str, str]:
    """Return a file by its path, as a relative reference of RFC 3986."""
    return {"uri": quote(path, errors="replace")}


def _region(source: Source, row: int, last: int | None) -> dict[str, int]:
    cell = _CELL.fullmatch(source.cell)
    column = {"startColumn": _position(cell[1])} if cell else {}
    return {"startLine": row} | column | ({"endLine": last} if last is not None and last > row else {})


def _position(letters: str) -> int:
    """Return the place of a column that a spreadsheet names: 1 for ``A``, 27 for ``AA``."""
    place = 0
    for letter in letters:
        place = place * _LETTERS + ord(letter) - ord("A") + 1
    return place


_LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
_INPUT = "INPUT"
"""The code under which entries stand that could not be read; no rule can bear it."""


def _descriptor(rule: Rule, lang: Lang) -> dict[str, object]:
    """Return a rule: its code, a name that stays, title, explanation, place to mend, right example."""
    help_text = _HELP(lang).format(where=rule.where(lang), example=rule.example(lang))
    return {
        "id": rule.code,
        "name": _name(rule.title.en),
        "shortDescription": message(rule.title(lang)),
        "fullDescription": message(rule.explanation(lang)),
        "help": message(help_text),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _input_descriptor(lang: Lang) -> dict[str, object]:
    """Return what stands for a rule where an entry could not be read."""
    return {
        "id": _INPUT,
        "name": _name(_UNREAD.en),
        "shortDescription": message(_UNREAD(lang)),
        "fullDescription": message(_WHY(lang)),
        "help": message(_MEND_FIRST(lang)),
        "defaultConfiguration": {"level": "error"},
    }


def _name(title: str) -> str:
    """Return ``AnAgencyNameIsNotKnown``: the English title as an identifier, the same in both languages."""
    return "".join(word[:1].upper() + word[1:] for word in re.findall(r"[A-Za-z0-9]+", title))


_HELP = Bilingual("Tempat memperbaiki: {where}. Contoh: {example}", "Mended in: {where}. Example: {example}")
_UNREAD = Bilingual("Isian tidak terbaca", "Entry could not be read")
_WHY = Bilingual(
    "Isian yang tidak terbaca tidak pernah ditebak; barisnya belum ikut dihitung dan diperiksa.",
    "An entry that cannot be read is never guessed; its row is neither counted nor checked.",
)
_MEND_FIRST = Bilingual("Betulkan isian itu lebih dahulu.", "Mend the entry first.")


_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_TOOL = "ppid-core"
Node = Mapping[str, object]
"""A JSON object."""


@frozen(kw_only=True)
class Scan:
    """One check on its way to SARIF (*pemeriksaan*).

    Attributes:
        rules: every rule that was known.
        problems: what could not be read; it stands under the code ``_INPUT``.
        notes: what should be known of the reading; notifications.
        origin: where the input lies.
        code: how the command ends.
    """

    checked: Checked
    rules: Sequence[Rule]
    problems: Sequence[Problem] = ()
    notes: Sequence[Note] = ()
    origin: InputFolder = field(factory=InputFolder)
    code: int = 0
    lang: Lang = "id"

    def log(self) -> Node:
        """Return the log: one run, the same for the same input."""
        return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [self._run()]}

    def _run(self) -> Node:
        failed = any(run.status is Status.FAILED for run in self.checked.runs)
        return {
            "tool": self._tool(),
            "language": self.lang,
            "columnKind": "unicodeCodePoints",
            "invocations": [
                {
                    "executionSuccessful": not failed,
                    "exitCode": self.code,
                    "toolExecutionNotifications": [*self._not_judged(), *self._reading()],
                }
            ],
            "artifacts": [
                {"location": _artifact(self.origin.path(Source(file=name))), "hashes": {"sha-256": digest}}
                for name, digest in sorted(self.checked.inputs.items())
            ],
            "results": [*self._problems(), *(self._result(finding) for finding in self.checked.findings)],
        }

    def _tool(self) -> Node:
        driver = {
            "name": _TOOL,
            "version": VERSION,
            "rules": [
                *(_descriptor(rule, self.lang) for rule in self.rules),
                _input_descriptor(self.lang),
            ],
        }
        others = [
            {"name": name, "version": version}
            for name, version in sorted(self.checked.ruleset.items())
            if name != _TOOL
        ]
        return {"driver": driver} | ({"extensions": others} if others else {})

    def _result(self, finding: Finding) -> Node:
        """Return a finding; its place is the first one, the others are related to it."""
        sentence = self.checked.message(finding, self.lang)
        places = [location(source, self.origin) for source in finding.places[:1]]
        return {
            "ruleId": finding.code,
            "ruleIndex": self._index(finding.code),
            "level": _LEVELS[finding.severity],
            "message": message(f"{sentence} {self.checked.mend(finding, self.lang)}"),
            "locations": [place for place in places if place] or self._folder(),
            "relatedLocations": related(finding.places[1:], self.origin),
            "partialFingerprints": {"subject/v1": f"{finding.code}:{finding.subject}"},
            "suppressions": _suppressions(finding),
            "properties": {
                "subject": finding.subject,
                "affected": finding.affected,
                "basis": [basis(self.lang) for basis in finding.basis],
            },
        }

    def _problems(self) -> Iterator[Node]:
        for problem in self.problems:
            place = location(problem.source, self.origin)
            yield {
                "ruleId": _INPUT,
                "ruleIndex": len(self.rules),
                "level": "error",
                "message": message(problem.message(self.lang)),
                "locations": [place] if place else self._folder(),
                "suppressions": [],
                "properties": {"value": problem.value, "expected": problem.expected(self.lang)},
            }

    def _folder(self) -> list[Node]:
        """Return the folder as the place of what has no other: viewers leave out what is nowhere."""
        folder = f"{self.origin.folder}/" if self.origin.folder else ""
        return [{"physicalLocation": {"artifactLocation": _artifact(folder)}}] if folder else []

    def _index(self, code: str) -> int:
        return next((place for place, rule in enumerate(self.rules) if rule.code == code), -1)

    def _not_judged(self) -> Iterator[Node]:
        """Yield why rules failed or could not be asked."""
        for run in self.checked.runs:
            if run.status in {Status.FAILED, Status.NOT_APPLICABLE}:
                yield {
                    "level": "error" if run.status is Status.FAILED else "note",
                    "message": message(f"{run.code}: {run.reason(self.lang)}"),
                    "associatedRule": {"id": run.code, "index": self._index(run.code)},
                }

    def _reading(self) -> Iterator[Node]:
        for note in self.notes:
            place = None if note.source is None else location(note.source, self.origin)
            told: Node = {"level": "note", "message": message(note.message(self.lang))}
            yield {**told, "locations": [place]} if place else told


def _suppressions(finding: Finding) -> list[Node]:
    """Return the explanation that covers a finding; an empty list says that there is none (SARIF 3.27.23)."""
    if not finding.waived:
        return []
    return [{"kind": "external", "status": "accepted", "justification": finding.waived}]
