"""For what the information was wanted: where a register says it in classes, and not in sentences."""

from __future__ import annotations

from collections import Counter

from ppid_core.glossary import spelling
from ppid_core.model import Absent, Register, is_unread
from ppid_core.report.blocks import Block
from ppid_core.report.material import Material
from ppid_core.report.parts.breakdowns import PURPOSES, breakdown_table, breakdown_told, register_source
from ppid_core.summary import NOT_RECORDED, UNREAD, listed

_MOST_CLASSES, _LONGEST_CLASS = 15, 40


def purposes_told(material: Material) -> tuple[Block, ...]:
    """Return the breakdown by purpose: as totals tell it, else rows in words that come again."""
    if not isinstance(material.figure(PURPOSES.path), Absent):
        return breakdown_told(material, PURPOSES)
    if isinstance(material.figure("requests.total"), Absent):
        return ()
    source = register_source(material, Register.REQUESTS)
    return breakdown_table(material, PURPOSES, source, counted=_in_rows(material))


def _in_rows(material: Material) -> dict[str, int]:
    """Return how many requests name each purpose; nothing where purposes are whole sentences.

    Words that most rows share are classes, such as *penelitian*; a sentence hardly comes twice.
    """
    words: dict[str, str] = {}
    counts: Counter[str] = Counter()
    lines = 0
    for row in listed(material.year.requests):
        if row.opening is None and (row.period is None or material.year.period.may_hold(row.period)):
            blank = UNREAD if is_unread(row, "purpose") else NOT_RECORDED
            key = spelling(row.purpose)
            word = words.setdefault(key, row.purpose) if key else blank
            counts[word] += row.count
            lines += bool(key)
    are_classes = 0 < 2 * len(words) <= lines and len(words) <= _MOST_CLASSES
    is_short = all(len(word) <= _LONGEST_CLASS for word in words.values())
    return dict(counts) if are_classes and is_short else {}
