"""What a check found as SARIF 2.1.0 (OASIS), for code scanning and editors.

The row of a table stands as the line of its file: the same wherever no cell holds a line break.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from ppid_core.cli.origin import Origin
from ppid_core.cli.sarif_place import artifact, location, message, related
from ppid_core.cli.sarif_rules import INPUT, LEVELS, descriptor, input_descriptor
from ppid_core.errors import Problem
from ppid_core.intake import Note
from ppid_core.language import Lang
from ppid_core.rules import Checked, Finding, Rule, Status
from ppid_core.source import Source
from ppid_core.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
TOOL = "ppid-core"
Node = Mapping[str, object]
"""A JSON object."""


@frozen(kw_only=True)
class Scan:
    """One check on its way to SARIF (*pemeriksaan*).

    Attributes:
        rules: every rule that was known.
        problems: what could not be read; it stands under the code ``INPUT``.
        notes: what should be known of the reading; notifications.
        origin: where the input lies.
        code: how the command ends.
    """

    checked: Checked
    rules: Sequence[Rule]
    problems: Sequence[Problem] = ()
    notes: Sequence[Note] = ()
    origin: Origin = field(factory=Origin)
    code: int = 0
    lang: Lang = "id"

    def log(self) -> Node:
        """Return the log: one run, the same for the same input."""
        return {"$schema": SCHEMA, "version": "2.1.0", "runs": [self._run()]}

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
                {"location": artifact(self.origin.path(Source(file=name))), "hashes": {"sha-256": digest}}
                for name, digest in sorted(self.checked.inputs.items())
            ],
            "results": [*self._problems(), *(self._result(finding) for finding in self.checked.findings)],
        }

    def _tool(self) -> Node:
        driver = {
            "name": TOOL,
            "version": VERSION,
            "rules": [
                *(descriptor(rule, self.lang) for rule in self.rules),
                input_descriptor(self.lang),
            ],
        }
        others = [
            {"name": name, "version": version}
            for name, version in sorted(self.checked.ruleset.items())
            if name != TOOL
        ]
        return {"driver": driver} | ({"extensions": others} if others else {})

    def _result(self, finding: Finding) -> Node:
        """Return a finding; its place is the first one, the others are related to it."""
        sentence = self.checked.message(finding, self.lang)
        places = [location(source, self.origin) for source in finding.places[:1]]
        return {
            "ruleId": finding.code,
            "ruleIndex": self._index(finding.code),
            "level": LEVELS[finding.severity],
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
                "ruleId": INPUT,
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
        return [{"physicalLocation": {"artifactLocation": artifact(folder)}}] if folder else []

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
