"""What information costs and how that is paid: two columns, or one cell of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from ppid_core.intake.cells import (
    COUNTS,
    CellError,
    cell,
    cost,
    cost_and_payment,
    remark_on_amount,
    remark_on_cost,
)
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import text_column
from ppid_core.intake.tables.spec import Composite, Fault, Print, Row, TableColumn
from ppid_core.language import Bilingual
from ppid_core.model import Request

_COST = TableColumn(
    name="biaya",
    field="cost",
    told="biaya dalam rupiah = biaya permohonan = biaya salinan = biaya dan cara pembayaran biaya",
    read=cost,
    total=cost,
    ways=COUNTS,
    remark=remark_on_amount,
    example=("0", "0", "", "0"),
    printed=Print("cost", "Biaya", "Cost"),
)
_PAYMENT = text_column(
    "cara_bayar",
    "payment",
    "cara pembayaran = cara pembayaran = cara = biaya dan cara pembayaran cara = biaya cara pembayaran cara",
    example=(),
    printed=Print("payment", "Cara bayar", "Payment"),
)
_BOTH: TableColumn[tuple[Decimal | None, str]] = TableColumn(
    name="biaya_dan_cara_bayar",
    field="cost",
    told="kolom formulir: biaya dan cara bayar dalam satu sel, misalnya Rp5.000, tunai"
    " = biaya dan cara pembayaran = biaya cara pembayaran",
    read=cost_and_payment,
    remark=remark_on_cost,
    ticked=True,
)


def _read(row: Row, _: Setting) -> Mapping[str, Any]:
    amount, payment = row[_BOTH] or (None, "")
    own = row[_COST]
    return {"cost": amount if own is None else own, "payment": row.words(_PAYMENT) or payment}


def _write(row: Request, _: int) -> Cells:
    return {_COST.name: row.cost, _PAYMENT.name: cell.words(row.payment)}


def _check(row: Row, _: Setting) -> Iterator[Fault]:
    """Yield that a cell of the form says otherwise than the column beside it."""
    amount, payment = row[_BOTH] or (None, "")
    if None not in {amount, row[_COST]} and amount != row[_COST]:
        yield Fault(_BOTH, _otherwise("biaya"), beside=(_COST,))
    elif payment and row.words(_PAYMENT) and payment != row.words(_PAYMENT):
        yield Fault(_BOTH, _otherwise("cara_bayar"), beside=(_PAYMENT,))


def _otherwise(name: str) -> CellError:
    return CellError(
        Bilingual(
            f'"{{value}}" berlainan dengan kolom {name} pada baris ini. Betulkan salah satu.',
            f'"{{value}}" is not what the column {name} of this row says. Correct one of them.',
        ),
        Bilingual("isi yang sama di kedua kolom", "the same in both columns"),
    )


PAID = Composite(columns=(_COST, _PAYMENT, _BOTH), read=_read, write=_write, check=_check)
