"""A check in the form that was asked for: for people, for programs, for code scanning, for GitHub Actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from ppid_core.cli.annotation import annotation_lines
from ppid_core.cli.console import show, show_json
from ppid_core.cli.origin import Origin
from ppid_core.cli.problems import problems_json
from ppid_core.cli.sarif import Scan
from ppid_core.errors import Problem
from ppid_core.intake import Intake
from ppid_core.language import Lang
from ppid_core.plugins import Plugins
from ppid_core.rules import Checked
from ppid_core.wire import unstructure


@frozen(kw_only=True)
class Told:
    """A check as programs and people are told of it; without an intake nothing was read."""

    checked: Checked
    problems: Sequence[Problem]
    plugins: Plugins
    folder: str
    lang: Lang
    intake: Intake | None = None

    def show(self, output: str, lines: Iterable[str], code: int) -> None:
        """Print it in the form that was asked for; ``lines`` is the one for people."""
        match output:
            case "json":
                show_json(_json(self.checked, self.lang, self.problems, self.intake))
            case "sarif":
                show_json(self._scan(code).log())
            case "github":
                origin = Origin.of(self.folder)
                show(annotation_lines(self.checked, self.problems, origin, self.lang))
            case _:
                show(lines)

    def _scan(self, code: int) -> Scan:
        return Scan(
            checked=self.checked,
            rules=self.plugins.rules,
            problems=self.problems,
            notes=self.intake.notes if self.intake else (),
            origin=Origin.of(self.folder),
            code=code,
            lang=self.lang,
        )


def _json(
    checked: Checked, lang: Lang, problems: Sequence[Problem], intake: Intake | None = None
) -> Mapping[str, object]:
    """Return what was read, what could not be, and what was found; without a year nothing was read."""
    found = unstructure(checked, lang)
    return {
        "ruleset": found["ruleset"],
        "inputs": dict(checked.inputs),
        "read": dict(intake.read) if intake else {},
        "accepted": dict(intake.accepted) if intake else {},
        "rejected": dict(intake.rejected_counts) if intake else {},
        "notes": [note.message(lang) for note in intake.notes] if intake else [],
        "problems": problems_json(problems, lang),
        "rules": found["rules"],
        "findings": found["findings"],
    }
