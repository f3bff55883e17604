"""One way from a value to characters: exporters of prose do not format."""

from __future__ import annotations

from collections.abc import Iterable

from ppid_core.glossary import say
from ppid_core.language import Lang
from ppid_core.report.values import Counted, Days, Inline, Num, Ratio, Rupiah, Value
from ppid_core.writing import format_number, format_rupiah, spell
from ppid_core.writing.words import LIMIT

_NIL = "nihil"
"""What a register that is recorded and empty is called."""


def text(value: Value, lang: Lang = "id") -> str:
    """Return the characters of a value as a table prints it.

    >>> from ppid_core.report import text
    >>> text(1_234_567), text(1_234_567, "en")
    ('1.234.567', '1,234,567')
    """
    match value:
        case Counted(number):
            return format_number(number, lang)
        case Days(number):
            return format_number(number if number % 1 else int(number), lang)
        case Rupiah(amount):
            return format_rupiah(amount, lang)
        case Ratio(in_parts=True):
            return _parts(value, lang)
        case Ratio():
            return _percent(value, lang) + "%"
        case _:
            return say(value, lang)


def running(value: Value, lang: Lang = "id") -> str:
    """Return the characters of a value as a sentence prints it: counts carry their words.

    >>> from ppid_core.report import Counted, running
    >>> running(Counted(13)), running(Counted(13), "en")
    ('13 (tiga belas)', '13')
    """
    match value:
        case Counted(number) if lang == "id" and number < LIMIT:
            return f"{format_number(number, lang)} ({spell(number) if number else _NIL})"
        case Rupiah(amount) if lang == "id" and amount == amount.to_integral_value() and amount < LIMIT:
            return f"{format_rupiah(amount, lang)} ({spell(int(amount))} rupiah)"
        case Ratio(in_parts=True):
            return _parts(value, lang)
        case Ratio():
            return _percent(value, lang) + (" persen" if lang == "id" else " percent")
        case Days():
            return f"{text(value, lang)} " + ("hari kerja" if lang == "id" else "working days")
        case _:
            return text(value, lang)


def sentence(content: Iterable[Inline], lang: Lang = "id") -> str:
    """Return running text with its figures.

    >>> from ppid_core.model import Measure
    >>> from ppid_core.report import Counted, Num, sentence
    >>> sentence(("Ada ", Num(Measure.OBJECTIONS_TOTAL, Counted(53)), " keberatan."))
    'Ada 53 (lima puluh tiga) keberatan.'
    """
    return "".join(running(part.value, lang) if isinstance(part, Num) else part for part in content)


def _percent(ratio: Ratio, lang: Lang) -> str:
    return format_number(ratio.percentage, lang)


def _parts(ratio: Ratio, lang: Lang) -> str:
    part, whole = (format_number(number, lang) for number in (ratio.part, ratio.whole))
    return f"{part} {'dari' if lang == 'id' else 'of'} {whole}"
