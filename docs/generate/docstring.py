"""Docstrings in Google's form as Markdown: paragraphs, lists of names, examples."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import dedent

from docs.generate.markdown import bullets, fenced

SECTIONS = ("Args", "Attributes", "Returns", "Raises", "Conflicts", "Example")
NAMED = ("Args", "Attributes", "Raises")

_HEAD = re.compile(rf"({'|'.join(SECTIONS)})::?")
_ENTRY = re.compile(r"(\w+): (.*)")
_RST = re.compile(r"``([^`]+)``")


def first_line(thing: object) -> str:
    """Return what a thing is, the first sentence of its docstring, as Markdown."""
    return markup(_paragraphs(_text(thing))[0]) if _text(thing) else ""


def body(thing: object) -> str:
    """Return the whole docstring as Markdown: its text, then each section under its name."""
    return "\n\n".join(
        _section(name, lines) if name else _prose(lines) for name, lines in _sections(_text(thing)) if lines
    )


def attributes(thing: object) -> Mapping[str, str]:
    """Return what the docstring of a class says of its attributes, as Markdown."""
    named = {name: lines for name, lines in _sections(_text(thing)) if name}
    return dict(_entries(dedent("\n".join(named.get("Attributes", []))).splitlines()))


def markup(text: str) -> str:
    """Return text of a docstring as Markdown."""
    return _RST.sub(r"`\1`", " ".join(text.split())).replace("::", ":")


def cell(text: str) -> str:
    """Return text of a docstring as Markdown that a cell of a table can hold."""
    return markup(text).replace("|", r"\|")


def _text(thing: object) -> str:
    """Return the docstring; a data class without one has none, whatever attrs or Python would say."""
    return inspect.cleandoc(getattr(thing, "__doc__", None) or "")


def _sections(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each section with its lines, the text before the first one under no name."""
    name, lines = "", list[str]()
    for line in text.splitlines():
        if head := _HEAD.fullmatch(line):
            yield name, lines
            name, lines = head[1], []
        else:
            lines.append(line)
    yield name, lines


def _section(name: str, lines: Sequence[str]) -> str:
    inner = dedent("\n".join(lines)).splitlines()
    if name == "Example":
        return f"**{name}**:\n\n{fenced(chr(10).join(inner), 'py')}"
    if name in NAMED:
        return f"**{name}**:\n\n{bullets(f'`{entry}`: {said}' for entry, said in _entries(inner))}"
    return f"**{name}**: {_prose(inner)}"


def _entries(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each ``name: what it is``, its following lines joined."""
    entry, said = "", ""
    for line in lines:
        found = None if line.startswith(" ") else _ENTRY.fullmatch(line)
        if found:
            if entry:
                yield entry, markup(said)
            entry, said = found[1], found[2]
        else:
            said = f"{said} {line}"
    if entry:
        yield entry, markup(said)


def _prose(lines: Sequence[str]) -> str:
    return "\n\n".join(map(_paragraph, _paragraphs("\n".join(lines))))


def _paragraph(text: str) -> str:
    """Return running text as markup, and an example as it stands; it runs where the docstring is."""
    if text.startswith(">>> "):
        return fenced(text, "pycon")
    return fenced(dedent(text)) if text.startswith("    ") else markup(text)


def _paragraphs(text: str) -> list[str]:
    return [paragraph.strip("\n") for paragraph in re.split(r"\n\s*\n", text) if paragraph.strip()]
