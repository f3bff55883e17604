"""The HTML page: its templates, compiled once, and what fills them."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from math import ceil
from typing import TYPE_CHECKING, Any

from ppid_core.language import Bilingual
from ppid_core.report import Block, Chart, Report, Section, Signature, Table, Theme, number, running, text
from ppid_exporters.chart.drawing import Breadth
from ppid_exporters.chart.svg import draw, size_of, table_of
from ppid_exporters.html.broad import beside, is_of
from ppid_exporters.html.files import PLACE
from ppid_exporters.html.linked_data import linked_data
from ppid_exporters.html.narrow import may_scroll, rows_of
from ppid_exporters.json import carried
from ppid_exporters.layout import wording
from ppid_exporters.layout.caption import KEY_FIGURES, Captions, anchor, first_chapter, foot, is_listed, slug
from ppid_exporters.layout.cell import plain
from ppid_exporters.layout.character import UNPRINTABLE, one_line, printable
from ppid_exporters.layout.grid import Grid, is_bare
from ppid_exporters.layout.matrix import SIGNS, is_across, is_matrix, states
from ppid_exporters.layout.photo import Photo, photo
from ppid_exporters.layout.speech import speech
from ppid_exporters.layout.theme import INK, RULE, SECONDARY, Accent, accent, paper

if TYPE_CHECKING:
    from jinja2 import BytecodeCache


_KINDS = ("chart", "contents", "items", "notice", "paragraph", "picture", "signature", "table")
_LONG = 50
"""Rows of a table, up to which it is seen at a glance or two."""
_MANY = 9
"""Columns of which more than one is given room."""
_COLOURS: dict[str, Any] = {"INK": INK, "SECONDARY": SECONDARY, "RULE": RULE}
_NAMES: dict[str, Any] = {"SIGNS": SIGNS, "KEY_FIGURES": KEY_FIGURES}


def render(report: Report, theme: Theme) -> str:
    """Return the page.

    Raises:
        ModuleNotFoundError: jinja2 is not installed, or Pillow where there are pictures.
        UnknownNameError: for a paper that is neither A4 nor F4.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415  an extra, and slow to import

    environment = Environment(
        loader=PackageLoader("ppid_exporters.html", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_printable,
        bytecode_cache=_compiled(),
    )
    environment.globals |= _COLOURS | _NAMES | _words(report) | _readers(report, theme)
    page: str = environment.get_template("laporan.html.j2").render(
        report=report,
        meta=report.meta,
        accent=accent(theme),
        paper=paper(theme),
        foot=foot(report.meta),
        sections=_figures_first(report.sections),
        **_script(report),
        front=tuple(section.key for section in report.sections[: first_chapter(report)]),
    )
    return page


def _script(report: Report) -> dict[str, object]:
    """Return the script of a page and its hash, by which alone the page lets it run; both "" without need."""
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2

    if not any(_is_searched(report, table) for table in report.tables()):
        return {"script": "", "script_hash": ""}
    script = files(__package__).joinpath("templates", "search.js").read_text("utf-8")
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return {"script": Markup(script), "script_hash": Markup(f"sha256-{digest}")}  # noqa: S704  both are ours


def _is_searched(report: Report, table: Table) -> bool:
    """Tell whether a table has a field in which to search: of a roll-up, where it is long."""
    return report.rollup is not None and len(table.rows) > _LONG


def _figures_first(sections: Sequence[Section]) -> list[Section]:
    """Return the chapters as a screen shows them: the key figures, the folded contents, then all others."""
    return sorted(sections, key=lambda section: (section.key != KEY_FIGURES, is_listed(section)))


def _printable(value: object) -> object:
    """Replace what HTML cannot hold; markup of our own is a kind of text that stays."""
    return value if hasattr(value, "__html__") or not isinstance(value, str) else printable(value)


def _words(report: Report) -> dict[str, Any]:
    lang = report.meta.lang
    return {name.lower(): said(lang) for name, said in vars(wording).items() if isinstance(said, Bilingual)}


def _readers(report: Report, theme: Theme) -> dict[str, Any]:
    lang = report.meta.lang
    captions, colour = Captions.of(report), accent(theme)
    return {
        "text": lambda value: text(value, lang),
        "running": lambda value: running(value, lang),
        "plain": lambda value: plain(value, lang),
        "number": number,
        "grid_of": lambda table: Grid.of(table, lang),
        "is_matrix": is_matrix,
        "states": states,
        "speech": lambda words: speech(words, lang),
        "captions": captions,
        "caption_of": captions.find,
        "anchor": anchor,
        "slug": slug,
        "kind": _kind,
        "kept": _kept,
        "beside": lambda group: beside(group, colour.colour, lang),
        "is_listed": is_listed,
        "photo": photo,
        "address": _address,
        "data": lambda report: _in_script(carried(report).decode()),
        "description": _description(report),
        "is_bare": is_bare,
        "is_searched": lambda table: _is_searched(report, table),
        "may_scroll": may_scroll,
        "rows_of": rows_of,
        "is_across": is_across,
        "long_of": _long,
        "css": _css,
        "place": _place(),
        "width": lambda svg: ceil(size_of(svg)[0]),
        "drawn": lambda chart, is_narrow: _drawn(chart, report, colour, is_narrow=is_narrow),
        "table_of": lambda chart: table_of(chart, report),
    }


def _place() -> object:
    """Return where links to other files go, once it is known which ones there are."""
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2

    return Markup(PLACE)  # noqa: S704  a comment of our own


def _drawn(chart: Chart, report: Report, colour: Accent, *, is_narrow: bool) -> object:
    """Return the picture of a chart as markup, None where it cannot be drawn."""
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2

    table = table_of(chart, report)
    breadth: Breadth = "phone" if is_narrow else "broad"
    svg = None if table is None else draw(chart, table, colour.colour, report.meta.lang, breadth)
    return None if svg is None else Markup(svg)  # noqa: S704  drawn by us, its texts are escaped


def _kind(block: Block) -> str:
    """Return the template of a block: its own, or the plain one for kinds that came later."""
    name = type(block).__name__.lower()
    return f"{name if name in _KINDS else 'plain'}.html.j2"


def _kept(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """Yield blocks that belong together: a signature with what it signs, a chart with its table."""
    waiting: tuple[Block, ...] = ()
    for block in blocks:
        if isinstance(block, Signature) or is_of(block, waiting):
            yield (*waiting, block)
            waiting = ()
            continue
        if waiting:
            yield waiting
        waiting = (block,)
    if waiting:
        yield waiting


def _address(picture: Photo) -> str:
    """Return a picture as an address that holds it."""
    return f"data:{picture.media_type};base64,{b64encode(picture.content).decode()}"


def _description(report: Report) -> object:
    """Return what the page says of itself to programs, "" where nothing."""
    described = linked_data(report)
    return _in_script(json.dumps(described, ensure_ascii=False)) if described else ""


def _in_script(written: str) -> object:
    """Return JSON so that it can end neither its element nor the page."""
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2

    safe = UNPRINTABLE.sub(_escaped, written.replace("<", "\\u003c"))
    return Markup(safe)  # noqa: S704  no markup can begin in it


def _escaped(sign: re.Match[str]) -> str:
    """Return a sign as JSON escapes it: one beyond U+FFFF by its two surrogates (RFC 8259, 7)."""
    units = sign[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _long(grid: Grid) -> list[int]:
    """Return the places of columns that are given room: the one with most words first; -1 for none.

    The others, in a table of many columns, have half as many: they would else be as narrow as their longest
    word.
    """
    widths = {len(row) for row in grid.rows}
    lengths = [sum(len(cell.text) for cell in cells) for cells in zip(*grid.rows, strict=False)]
    if not lengths or len(widths) > 1:
        return [-1]
    most = lengths.index(max(lengths))
    others = enumerate(lengths) if len(lengths) >= _MANY else ()
    return [most, *(at for at, one in others if at != most and 2 * one >= lengths[most])]


def _css(words: str) -> object:
    """Return ``words`` as a string of CSS: every sign that could end it is written by its code point."""
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2

    safe = re.sub(r"[^\w .,:;()/–-]", lambda sign: f"\\{ord(sign[0]):x} ", one_line(words))
    return Markup(f'"{safe}"')  # noqa: S704  nothing in it can end the string or the style


@cache
def _compiled() -> BytecodeCache:
    """Return what keeps the compiled templates, in memory; Jinja compiles anew where a template changed.

    Raises:
        ModuleNotFoundError: jinja2 is not installed.
    """
    from jinja2 import BytecodeCache  # noqa: PLC0415  an extra, and slow to import
    from jinja2.bccache import Bucket  # noqa: PLC0415  an extra, and slow to import

    kept: dict[str, bytes] = {}

    class InMemory(BytecodeCache):
        """The compiled templates by the key that Jinja gives them."""

        def load_bytecode(self, bucket: Bucket) -> None:
            if bucket.key in kept:
                bucket.bytecode_from_string(kept[bucket.key])

        def dump_bytecode(self, bucket: Bucket) -> None:
            kept[bucket.key] = bucket.bytecode_to_string()

    return InMemory()
