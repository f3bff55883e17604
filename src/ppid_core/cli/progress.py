"""How far the making of several formats is: a bar on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from ppid_core.language import Bilingual, Lang
from ppid_core.writing import format_number

FEWEST = 2
"""Of one format nothing can be told but that it is done."""


@contextmanager
def progress(count: int, lang: Lang) -> Iterator[Callable[[str], None]]:
    """Show a bar of ``count`` formats on standard error while the block runs.

    Yields:
        What is called with the name of each format that ended.
    """
    if count < FEWEST or not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(
        length=count,
        label=_LABEL(lang).format(count=format_number(count, lang)),
        file=sys.stderr,
        show_eta=False,
        show_percent=False,
        show_pos=True,
        item_show_func=lambda name: name or "",
    ) as bar:
        yield lambda name: bar.update(1, name)


_LABEL = Bilingual("Membuat {count} format", "Making {count} formats")
