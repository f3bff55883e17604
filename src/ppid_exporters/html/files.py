"""The files that were made together with a page, as links at its head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from html import escape
from urllib.parse import quote

from ppid_core.language import Lang
from ppid_core.plugins import Artifact
from ppid_core.report import text
from ppid_exporters.layout import wording

PLACE = "<!-- berkas -->"
"""Where the links go; no text of a page can hold it, for its ``<`` is escaped."""
_KILO = 1000


def linked(page: str, others: Mapping[str, Sequence[Artifact]], lang: Lang) -> str:
    """Return ``page`` with links to the files of other formats, named by the labels of these."""
    entries = "\n".join(f"<li>{_entry(label, files, lang)}</li>" for label, files in others.items() if files)
    return page.replace(PLACE, _nav(entries, lang), 1) if entries else page


def _nav(entries: str, lang: Lang) -> str:
    name = escape(wording.FILES(lang))
    return f'<nav class="files" aria-label="{name}">\n<p>{name}</p>\n<ul>\n{entries}\n</ul>\n</nav>'


def _entry(label: str, files: Sequence[Artifact], lang: Lang) -> str:
    """Return one file as a link, several as a list that opens."""
    name, size = _marked(label, lang), _size(files, lang)
    if len(files) == 1:
        return f'<a href="{_address(files[0])}">{name}</a> <span class="size">{size}</span>'
    count = f"{len(files)} {wording.FILES_COUNTED(lang)}, {size}"
    summary = f'<summary>{name} <span class="size">{count}</span></summary>'
    links = "\n".join(_links(files))
    return f"<details>\n{summary}\n<ul>\n{links}\n</ul>\n</details>"


def _links(files: Iterable[Artifact]) -> Iterator[str]:
    for file in files:
        yield f'<li><a href="{_address(file)}">{escape(file.name)}</a></li>'


def _address(file: Artifact) -> str:
    """Return where a file lies, seen from the page: a name is no scheme, whatever it holds."""
    return escape(f"./{quote(file.path)}")


def _marked(label: str, lang: Lang) -> str:
    """Return the label of a format, which is Indonesian."""
    return escape(label) if lang == "id" else f'<span lang="id">{escape(label)}</span>'


def _size(files: Iterable[Artifact], lang: Lang) -> str:
    kilobytes = Decimal(sum(len(file.content) for file in files)) / _KILO
    return f"{text(kilobytes.quantize(Decimal('0.1')), lang)} kB"
