"""Where figures stand in the sentences of the report: found by the templates that wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ppid_core.language import Bilingual, Lang
from ppid_core.model import Measure
from ppid_core.report.sentences import PLACE, SENTENCES
from ppid_core.testing.readers.figures import Read, printed_number
from ppid_core.writing import read_words

_NUMBER = r"(-?(?:Rp)?\d[\d.,]*\d|\d)((?: \([a-z ]+\)| persen| percent| hari kerja| working days)*)"
_WORDS = re.compile(r"\(([a-z ]+)\)")
_Pattern = tuple[re.Pattern[str], tuple[Measure, ...]]


@cache
def _patterns(lang: Lang) -> tuple[_Pattern, ...]:
    """Return for each sentence an expression whose groups are its figures, and their measures."""
    return tuple(_pattern(sentence, lang) for sentence in SENTENCES)


def _pattern(sentence: Bilingual, lang: Lang) -> _Pattern:
    text, start, pieces, measures = sentence(lang), 0, [], []
    for place in PLACE.finditer(text):
        measure, one, more, fact = place.groups()
        is_figure = not fact and one is None
        said = ".+?" if fact else _NUMBER if is_figure else f"(?:{re.escape(one)}|{re.escape(more)})"
        pieces += [re.escape(text[start : place.start()]), said]
        measures += [Measure(measure)] if is_figure else []
        start = place.end()
    whole = "".join((*pieces, re.escape(text[start:])))
    return re.compile(rf"(?<![\w.,]){whole}(?!\w)"), tuple(measures)


def sentence_figures(paragraphs: Iterable[str], lang: Lang = "id") -> Iterator[Read]:
    """Yield the figures of running text.

    Raises:
        AssertionError: where the words beside a figure say another number.
    """
    for paragraph in paragraphs:
        for pattern, measures in _patterns(lang):
            for found in pattern.finditer(paragraph):
                groups = found.groups()
                pairs = zip(measures, groups[::2], groups[1::2], strict=True)
                yield from (_read(measure, number, after, lang) for measure, number, after in pairs)


def _read(measure: Measure, number: str, after: str, lang: Lang) -> Read:
    figure = printed_number(number + after, lang)
    assert figure is not None, f"{measure}: {number!r} is no number"
    words = _WORDS.search(after)
    if words is not None and words[1] != "nihil":
        spelled = read_words(words[1].removesuffix(" rupiah"))
        assert spelled == figure, f"{measure}: {number} beside words that say {spelled}"
    return measure, figure
