"""A rule: a code, its texts in two languages and one question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from attrs import field, frozen
from attrs.validators import matches_re

from ppid_core.language import Bilingual
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding, Severity

_CODE = re.compile(r"[A-Z]{1,4}[0-9]{3}")

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
        message: one sentence, a template over the finding's fields and facts.
        mend: one action, a template too.
        explanation: why it is asked.
        where: table and column where it is mended.
        example: how it reads when right.
        basis: names of the law book's parameters it rests on; empty for plain arithmetic.
        check: yields one finding for each place to mend.
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
