"""What a cell offers and warns of while it is typed: never a wall, for the reading takes more than Excel."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ppid_core.intake.form.kinds import Kind
from ppid_core.intake.spec import Choice

LONGEST_MESSAGE = 255
AGENCIES = "=opd!$B$4:$B$303"
"""The names on the sheet *opd*."""
TYPE_CODES = "=jenis_informasi!$A$4:$A$63"
"""The codes on the sheet *jenis_informasi*."""

_CHECKED: Mapping[Kind, Mapping[str, object]] = {
    Kind.DATE: {"validate": "date", "criteria": ">=", "value": date(1990, 1, 1)},
    Kind.COUNT: {"validate": "integer", "criteria": ">=", "value": 0},
    Kind.MONEY: {"validate": "decimal", "criteria": ">=", "value": 0},
    Kind.FIGURE: {"validate": "decimal", "criteria": ">=", "value": 0},
    Kind.YEAR: {"validate": "integer", "criteria": "between", "minimum": 1800, "maximum": 2999},
}
_WARNED: Mapping[Kind, str] = {
    Kind.DATE: "Ini bukan tanggal. Tulis misalnya 07/01/2021 (hari lebih dahulu).",
    Kind.COUNT: "Ini bukan bilangan bulat. Tulis 13, atau 13 (tiga belas).",
    Kind.MONEY: "Ini bukan jumlah rupiah. Tulis misalnya 51904000.",
    Kind.FIGURE: "Ini bukan angka. Tulis misalnya 84 atau 43,07.",
    Kind.YEAR: "Ini bukan tahun. Tulis empat angka, misalnya 2024.",
}


def check_of(kind: Kind, offered: str | None, choice: Choice | None, meaning: str) -> dict[str, Any]:
    """Return a check for XlsxWriter, which also shows what the column is for.

    Args:
        kind: what the column holds.
        offered: the range of words to choose from, None where there is none.
        choice: the list they come from, None for agencies.
        meaning: what is shown beside the cell.
    """
    shown = {"input_message": meaning[:LONGEST_MESSAGE]}
    if offered is not None:
        is_open = choice is None or choice.is_open
        refused = {"error_message": "Pilih dari daftar, atau lanjutkan bila memang demikian."}
        return {"validate": "list", "source": offered, "show_error": not is_open, **_soft(refused), **shown}
    if kind in _CHECKED:
        return {**_CHECKED[kind], **_soft({"error_message": _WARNED[kind]}), **shown}
    return {"validate": "any", **shown}


def _soft(check: dict[str, str]) -> dict[str, str]:
    return {"error_title": "Periksa isinya", "error_type": "warning", **check}
