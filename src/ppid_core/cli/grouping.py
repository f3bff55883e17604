"""Several sentences of one rule as few: what they share is said once."""

from __future__ import annotations

import re
from collections.abc import Sequence

MOST_SHOWN = 12
FIGURES = re.compile(r"\d[\d.,]*")


def differ_in_figures_only(sentences: Sequence[str]) -> bool:
    """Tell whether the sentences say the same of different numbers: then the title says it for all."""
    return len({FIGURES.sub("0", sentence) for sentence in sentences}) == 1


def together(sentences: Sequence[str], mark: str, more: str) -> tuple[str, ...]:
    """Return the sentences; where all share what stands before or after ``mark``, one sentence.

    What comes after is taken together only for names: heads that begin alike are sentences of their own.

    Args:
        sentences: at least one.
        mark: what sets a sentence's two halves apart: ": " or "; ".
        more: what stands for those that are not shown, with ``{count}``.
    """
    distinct = list(dict.fromkeys(sentences))
    halves = [sentence.removesuffix(".").partition(mark) for sentence in distinct]
    heads, tails = [half[0] for half in halves], [half[2] for half in halves]
    if len(distinct) == 1 or not all(tails):
        return shown(distinct, more)
    if len(set(heads)) == 1:
        return (f"{heads[0]}{mark}{'; '.join(shown(tails, more))}.",)
    if len(set(tails)) == 1 and len({head.partition(" ")[0] for head in heads}) > 1:
        return (f"{', '.join(shown(heads, more))}{mark}{tails[0]}.",)
    return shown(distinct, more)


def shown(parts: Sequence[str], more: str) -> tuple[str, ...]:
    """Return the first parts, and how many more there are."""
    rest = len(parts) - MOST_SHOWN
    return (*parts[:MOST_SHOWN], more.format(count=rest)) if rest > 0 else tuple(parts)
