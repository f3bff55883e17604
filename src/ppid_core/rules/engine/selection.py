"""Which rules run: selectors of letters and up to three digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ppid_core.errors import UnknownNameError
from ppid_core.language import Bilingual
from ppid_core.rules.engine.rule import Rule

SELECTOR = re.compile(r"([A-Z]{1,4})([0-9]{0,3})")


def matches(selector: str, code: str) -> bool:
    """Tell whether ``selector`` means ``code``: its letters match whole, its digits are a prefix."""
    letters, digits = _parts(selector)
    return code.rstrip("0123456789") == letters and code.removeprefix(letters).startswith(digits)


def selected(rules: Iterable[Rule], select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    """Return the codes to run: those of ``select`` (none: all) without those of ``ignore``.

    Raises:
        UnknownNameError: where a selector means no known rule.
    """
    codes = [rule.code for rule in rules]
    for selector in (*select, *ignore):
        if not any(matches(selector, code) for code in codes):
            raise UnknownNameError(Bilingual("aturan", "the rule"), selector, codes)
    return frozenset(
        code
        for code in codes
        if (not select or any(matches(selector, code) for selector in select))
        and not any(matches(selector, code) for selector in ignore)
    )


def _parts(selector: str) -> tuple[str, str]:
    found = SELECTOR.fullmatch(selector)
    return (found[1], found[2]) if found else ("", "")
