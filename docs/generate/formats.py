"""The page of the formats: what can be written, with which options, and what can be read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from attrs import frozen

from docs.generate.docstring import attributes, cell, first_line, markup
from docs.generate.example import EXAMPLE, ROOT, report
from docs.generate.markdown import NOTHING, code, folded, link, listed, page, table, whole, words
from docs.generate.schema import described
from ppid_core import unstructure
from ppid_core.intake import BUILT_IN_IMPORTERS, Importer
from ppid_core.option import described_options
from ppid_core.plugins import Artifact, Exporter
from ppid_core.schema import SCHEMAS
from ppid_exporters.hooks import ppid_register_exporters

FOLDER = "/"
_SCHEMA_FOLDER = "../src/ppid_core/schema"

INTRODUCTION = f"""\
# Formats (*format*)

What `ppid report FOLDER --to NAME` (*ppid laporan*) writes, and what it reads. Formats of others enter by
[plugins](plugins.md); `ppid exporters` lists what is installed. An option is set by `--set csv.delimiter=;`,
or by the key `ekspor.csv.delimiter` in the table `laporan`; in Python by `export(report, "csv", plugins,
{{"delimiter": ";"}})`. The same report gives the same bytes, in every format.

- [Output](#output-keluaran): every format with its options and its files
- [Input](#input-masukan): what can be read
- [JSON](#json-skema): the names of our schemas

The files are those of [`{EXAMPLE}`](../{EXAMPLE})."""


@frozen(kw_only=True)
class Format:
    """A built-in exporter, and what it makes of the example."""

    exporter: Exporter
    files: tuple[Artifact, ...]

    @property
    def name(self) -> str:
        """What it is asked for by."""
        return self.exporter.name

    @property
    def media_types(self) -> tuple[str, ...]:
        """The media types of its files, each once."""
        return tuple(dict.fromkeys(code(file.media_type) for file in self.files))

    def named(self, media_type: str) -> list[str]:
        """Return the names of the files of one media type."""
        return [code(file.name) for file in self.files if code(file.media_type) == media_type]


def formats_page(_: str) -> str:
    """Return the page."""
    formats = tuple(
        Format(exporter=one, files=tuple(one.export(report()))) for one in ppid_register_exporters()
    )
    return whole(
        INTRODUCTION,
        "## Output (*keluaran*)",
        _overview(formats),
        *map(_format, formats),
        "## Input (*masukan*)",
        table(["Name", "What a person reads", "Endings", "What it is"], map(_importer, BUILT_IN_IMPORTERS)),
        _schemas(),
    )


def _overview(formats: Iterable[Format]) -> str:
    rows = (
        [link(one.name, f"#{one.name}"), words(one.exporter.label), _needs(one.name), listed(one.media_types)]
        for one in formats
    )
    return table(["Name", "What a person reads", "Needs", "Media types"], rows)


def _format(shown: Format) -> str:
    options = tuple(_options(shown.exporter))
    return page(
        f"### {shown.name}",
        f"*{words(shown.exporter.label)}*: {first_line(type(shown.exporter))}",
        table(["Option", "Takes", "Default", "What it is"], options) if options else "It has no options.",
        table(["Media type", "Files"], ([one, folded(shown.named(one))] for one in shown.media_types)),
    )


def _options(exporter: Exporter) -> Iterator[list[str]]:
    told = attributes(type(exporter))
    for option in described_options(exporter):
        said = cell(told.get(option.name, NOTHING))
        yield [code(option.name), words(option.kind.en), code(option.typed("en")), said]


def _needs(name: str) -> str:
    return code(f'pip install "ppid-core[{name}]"') if name in _extras() else NOTHING


@cache
def _extras() -> Mapping[str, object]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras: Mapping[str, object] = project["optional-dependencies"]
    return extras


def _importer(importer: Importer) -> list[str]:
    endings = ("a folder" if ending == FOLDER else code(ending) for ending in importer.suffixes)
    return [code(importer.name), words(importer.label), listed(endings), first_line(type(importer))]


def _schemas() -> str:
    keys = ", ".join(map(code, unstructure(report())))
    rows = (
        [
            link(name, f"{_SCHEMA_FOLDER}/{name}.json"),
            code(called),
            markup(described(name)["description"]),
        ]
        for name, called in SCHEMAS.items()
    )
    return page(
        "## JSON (*skema*)",
        "All JSON that the command prints and `--to json` writes names its schema under `schema`. What each"
        " may hold is a JSON Schema (2020-12) in the package: `ppid schema NAME` prints it, in Python it is"
        " `ppid_core.schema.schema(name)`. Any change of it raises the number in its name; the numbers of"
        " different schemas have nothing to do with each other. Keys and slugs are English, texts in the"
        " language that was asked for.",
        table(["Schema", "Named", "What it describes"], rows),
        f"The report as JSON has, at the top: {keys}.",
        "A file of `report` or `year` is read again like a folder.",
    )
