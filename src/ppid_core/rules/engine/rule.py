"""A rule: a code, its texts in two languages and one question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Self

from attrs import evolve, field, frozen
from attrs.validators import matches_re

from ppid_core.language import Bilingual
from ppid_core.option import Option, described_options, with_options
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding, Severity

_CODE = re.compile(r"[A-Z]{1,4}[0-9]{3}")

RULE = Bilingual("aturan", "the rule")
Check = Callable[[Evidence], Iterator[Finding]]


@frozen(kw_only=True)
class Rule:
    """A rule (*aturan*).

    >>> from ppid_core import load_plugins
    >>> rule = next(rule for rule in load_plugins(entry_points=[]).rules if rule.code == "T101")
    >>> rule.title("en")
    'A figure in the text differs from the count'

    Attributes:
        code: one to four letters and three digits; never reused or renamed.
        title: what is wrong where it fires, as a heading.
        message: one sentence, a template over the finding's fields and facts, as `Bilingual.fill` takes it:
            ``{affected:request|requests}`` is what English says of one, or of several.
        mend: one action, a template too.
        explanation: why it is asked.
        where: table and column where it is mended.
        example: how it reads when right.
        basis: names of the law book's parameters it rests on; empty for plain arithmetic.
        check: yields one finding for each place to mend: a function, or a value of an attrs class that is
            called as one; its fields are what can be set of the rule.
        judges_findings: whether it looks at what the others found, and so runs after them.
    """

    code: str = field(validator=matches_re(_CODE))
    severity: Severity
    title: Bilingual
    message: Bilingual
    mend: Bilingual
    explanation: Bilingual
    where: Bilingual
    example: Bilingual
    basis: tuple[str, ...] = ()
    check: Check
    judges_findings: bool = False

    @property
    def options(self) -> tuple[Option, ...]:
        """What can be set of it."""
        return described_options(self.check)

    def with_options(self, options: Mapping[str, str]) -> Self:
        """Return the rule with its options set.

        Args:
            options: name of each option and its value as typed.

        Raises:
            UnknownNameError: for an option it does not have; lists those it has.
            OptionError: for a value that cannot be read as the field's type, or that the check refuses.
        """
        return evolve(self, check=with_options(self.check, options, of=RULE, name=self.code))

    def ask(self, evidence: Evidence) -> Iterable[Finding]:
        """Return what the check answers: of a plugin's rule, what can be used of that."""
        return self.check(evidence)
