"""A cell that says both what information costs and how that is paid, as the form heads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ppid_core.glossary import spelling
from ppid_core.intake.cells.error import CellError
from ppid_core.intake.cells.number import cost, remark_on_amount
from ppid_core.intake.cells.text import line
from ppid_core.intake.cells.time import TimeFrame
from ppid_core.intake.cells.ways import COUNTS
from ppid_core.language import Bilingual

_PAID = frozenset(
    {
        *("bank", "cash", "debit", "giro", "kartu", "kas", "kasir", "kontan", "langsung", "pos", "qris"),
        *("setor", "setoran", "transfer", "tunai"),
    }
)
"""Words of which one has to be there, so that what stands beside an amount is how it is paid."""
_AMOUNT = frozenset(
    {
        *("belas", "jt", "juta", "miliar", "milyar", "puluh", "ratus", "rb", "ribu", "rp", "rupiah"),
        *("seratus", "seribu", "sepuluh", "sen", "gratis", "cuma", "bebas"),
    }
)
"""Words that are part of an amount, and of no way of payment."""
_BETWEEN = re.compile(r"\s*[,;/|(]\s*|\s+[-\u2013:]\s+|\s+")
_EDGES = " \t\r\n,;/|()-\u2013:."


def cost_and_payment(text: str) -> tuple[Decimal | None, str]:
    """Return the cost and how it is paid, where a text says them in one way only: ``Rp5.000, tunai``.

    >>> cost_and_payment("Rp 5.000 (transfer bank)"), cost_and_payment("gratis"), cost_and_payment("tunai")
    ((Decimal('5000'), 'transfer bank'), (Decimal('0'), ''), (None, 'tunai'))

    Raises:
        CellError: it says neither, or may say several things.
    """
    amount, payment = _parts(text)
    return cost(amount) if amount else None, payment


def remark_on_cost(text: str, frame: TimeFrame) -> Bilingual | None:
    """Return how the two were told apart, where a text says both."""
    try:
        amount, payment = _parts(text)
    except CellError:
        return None
    if not (amount and payment):
        return remark_on_amount(amount, frame) if amount else None
    how = COUNTS.how(amount) or remark_on_amount(amount, frame)
    return Bilingual(
        f"dibaca sebagai biaya dan cara bayar{f' (biaya {how.id})' if how else ''}",
        f"is read as the cost and how it is paid{f' (the cost {how.en})' if how else ''}",
    )


def _parts(text: str) -> tuple[str, str]:
    """Return the amount and the way of payment as they stand, "" for what is not said."""
    typed = line(text)
    found = {(_value(amount), payment): (amount, payment) for amount, payment in _ways(typed)}
    if len(found) != 1:
        raise _not_apart()
    (parts,) = found.values()
    return parts


def _ways(typed: str) -> Iterator[tuple[str, str]]:
    """Yield each way in which a text can be told apart."""
    if _value(typed) is not None:
        yield typed, ""
    elif _is_payment(typed):
        yield "", typed
    for cut in _BETWEEN.finditer(typed):
        for amount, payment in (
            (typed[: cut.start()], typed[cut.end() :]),
            (typed[cut.end() :], typed[: cut.start()]),
        ):
            words, figures = payment.strip(_EDGES), _without_edges(amount)
            if _is_payment(words) and _value(figures) is not None:
                yield figures, words


def _without_edges(amount: str) -> str:
    """Return an amount without what only sets it apart; brackets around its words stay."""
    plain = amount.strip(" ,;/|:")
    return plain if plain.count("(") == plain.count(")") else plain.strip(" ,;/|:()")


def _value(amount: str) -> Decimal | None:
    try:
        return cost(amount) if amount else None
    except CellError:
        return None


def _is_payment(words: str) -> bool:
    """Tell whether words say how something is paid, and no number."""
    said = spelling(words).split()
    is_amount = any(map(str.isdigit, words)) or not _AMOUNT.isdisjoint(said)
    return not is_amount and not _PAID.isdisjoint(said)


def _not_apart() -> CellError:
    return CellError(
        Bilingual(
            '"{value}" tidak terbaca sebagai satu biaya dan satu cara bayar. Tulis keduanya dalam dua kolom:'
            " biaya dan cara_bayar.",
            '"{value}" cannot be read as one cost and one way of payment. Write them in two columns: biaya'
            " and cara_bayar.",
        ),
        Bilingual("misalnya Rp5.000, tunai", "such as Rp5.000, tunai"),
    )
