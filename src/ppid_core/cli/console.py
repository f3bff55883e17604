"""Text on a console: wrapped, and in signs that the console can show."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping

import click

from ppid_core.language import Bilingual, Lang
from ppid_core.schema import SCHEMAS

WIDTH = 100
UNBROKEN = "\u00a0"
"""A space at which no line ends; it is printed as a plain one."""

_PLAIN = str.maketrans(
    {
        "→": "->",
        "↔": "<->",
        "█": "#",
        "░": ".",
        "·": "-",
        "–": "-",
        "—": "-",
        "…": "...",
        "×": "x",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "≤": "<=",
        "≥": ">=",
        "−": "-",
        "√": "V",
        "✓": "V",
        "§": "Ps.",
    }
)


def printable(text: str, encoding: str) -> str:
    """Return ``text`` in signs that ``encoding`` has; a sign without a plain form becomes ``?``."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    return text


def wrapped(text: str, *, first: str = "", then: str = "") -> str:
    """Return ``text`` in lines of at most 100 columns, without breaking words.

    Args:
        text: one paragraph.
        first: what the first line begins with.
        then: what the others begin with.
    """
    filled = textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return filled.replace(UNBROKEN, " ")


def unbroken(*parts: str) -> str:
    """Return parts set side by side, of which none is broken over two lines."""
    return " · ".join(part.replace(" ", UNBROKEN) for part in parts)


def typed(folder: str) -> str:
    """Return a path as it is typed into a console: in quotation marks where it holds a space."""
    return f'"{folder}"' if " " in folder else folder


def show(lines: Iterable[str]) -> None:
    """Print lines on standard output."""
    _echo(lines, error=False)


def tell(lines: Iterable[str]) -> None:
    """Print lines on standard error, beside the result and never inside it."""
    _echo((wrapped(line, then="  ") for line in lines), error=True)


def teller(lang: Lang) -> Callable[[Bilingual], None]:
    """Return what tells a sentence beside the result, in one language."""
    return lambda told: tell([told(lang)])


def show_json(name: str, value: Mapping[str, object]) -> None:
    """Print a value as JSON that names its schema.

    Args:
        name: of the schema, as `ppid schema` lists it.
        value: what it describes.
    """
    print_json({"schema": SCHEMAS[name], **value})


def print_json(value: Mapping[str, object]) -> None:
    """Print a value as JSON; signs that the console has not are escaped, so it stays JSON."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    encoding = _encoding(error=False)
    whole = printable(text, encoding) == text
    click.echo(text if whole else json.dumps(value, ensure_ascii=True, indent=2))


def _echo(lines: Iterable[str], *, error: bool) -> None:
    encoding = _encoding(error=error)
    for line in lines:
        click.echo(printable(line, encoding), err=error)


def _encoding(*, error: bool) -> str:
    stream = sys.stderr if error else sys.stdout
    return stream.encoding or "utf-8"
