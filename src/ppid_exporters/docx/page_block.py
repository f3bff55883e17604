"""What takes room on a page, measured in the markup as it is written: paragraphs by lines, tables by rows.

Lengths are twentieths of a point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from attrs import evolve, field, frozen

from ppid_exporters.docx.cascade import Cascade, ParagraphLook, TableLook, W, margins_of_cell, rules_of
from ppid_exporters.docx.markup import NAMESPACES
from ppid_exporters.docx.measure import TextSpan, line_heights

_WP = f"{{{NAMESPACES['wp']}}}"
_EMU_OF_A_TWIP = 635
_NUMBER = "\t0000"
"""As wide as the page number of an entry may be, with a space before it."""


@frozen(kw_only=True)
class TextBlock:
    """A paragraph.

    Attributes:
        lines: the height of each.
        spare: what the last one may do without at the end of a page.
        before: free room above; ``after``: below; of two neighbours, the larger holds.
        keeps: whether it stays with what follows; ``is_whole``: whether its lines stay together.
        breaks: whether it begins a page.
        anchors: the bookmarks that begin in it.
    """

    lines: tuple[int, ...]
    spare: int = 0
    before: int = 0
    after: int = 0
    keeps: bool = False
    is_whole: bool = False
    breaks: bool = False
    anchors: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        """The height of all lines."""
        return sum(self.lines)


@frozen(kw_only=True)
class BlockRow:
    """A row of a table; ``rule`` is how thick the line below it is."""

    height: int
    rule: int = 0
    keeps: bool = False
    anchors: tuple[str, ...] = ()


@frozen(kw_only=True)
class RowBlock:
    """A table.

    Attributes:
        head: the height of the heading; ``repeated``: on the pages after the first.
        rows: the others.
        anchors: of the heading.
    """

    head: int
    repeated: int
    rows: tuple[BlockRow, ...]
    anchors: tuple[str, ...] = field(default=())

    @property
    def height(self) -> int:
        """The height of all rows."""
        return self.head + sum(row.height for row in self.rows)


PageBlock = TextBlock | RowBlock


@frozen(kw_only=True)
class BlockMeasure:
    """Measures blocks by the styles of the document."""

    cascade: Cascade

    def blocks(self, elements: Iterable[Element], room: int) -> Iterator[PageBlock]:
        """Yield what elements of the body take in a width."""
        for element in elements:
            if element.tag == f"{W}p":
                yield self.paragraph(element, room)
            elif element.tag == f"{W}tbl":
                yield self.table(element)

    def paragraph(self, element: Element, room: int, *, is_bold: bool = False) -> TextBlock:
        """Return what a paragraph takes.

        Args:
            element: the paragraph.
            room: its width.
            is_bold: whether the row of a table makes it bold.
        """
        properties = element.find(f"{W}pPr")
        style = None if properties is None else properties.find(f"{W}pStyle")
        look = self.cascade.paragraph("" if style is None else style.get(f"{W}val", "")).with_properties(
            properties
        )
        if is_bold:
            look = evolve(look, letters=evolve(look.letters, is_bold=True))
        is_listed = properties is not None and properties.find(f"{W}numPr") is not None
        measured = line_heights(list(self._spans(element, look)), look, room, is_listed=is_listed)
        lines, spare = [one.whole for one in measured], measured[-1].whole - measured[-1].least
        drawn = max(
            (int(one.get("cy", "0")) // _EMU_OF_A_TWIP for one in element.iter(f"{_WP}extent")), default=0
        )
        if drawn:
            lines[-1] = max(lines[-1], drawn)
        lines[0] += look.edges[0]
        lines[-1] += look.edges[1]
        return TextBlock(
            lines=tuple(lines),
            spare=spare,
            before=look.before,
            after=look.after,
            keeps=look.keeps,
            is_whole=look.is_whole,
            breaks=look.breaks,
            anchors=_anchors(element),
        )

    def _spans(self, element: Element, look: ParagraphLook) -> Iterator[TextSpan]:
        """Yield the text; instructions of fields are not printed, tabs lead to the right edge."""
        yield TextSpan(words="", look=look.letters)
        for run in element.iter(f"{W}r"):
            letters = look.letters
            if (properties := run.find(f"{W}rPr")) is not None:
                style = properties.find(f"{W}rStyle")
                letters = (
                    letters if style is None else self.cascade.letters(style.get(f"{W}val", ""), letters)
                )
                letters = letters.with_properties(properties)
            if words := "".join(map(_words, run)):
                yield TextSpan(words=words, look=letters)

    def table(self, element: Element) -> RowBlock:
        """Return what a table takes."""
        properties = element.find(f"{W}tblPr")
        style = None if properties is None else properties.find(f"{W}tblStyle")
        look = self.cascade.table("" if style is None else style.get(f"{W}val", "")).with_properties(
            properties
        )
        asked = None if properties is None else properties.find(f"{W}tblLook")
        shown = {"first": _asks(asked, "firstRow"), "last": _asks(asked, "lastRow")}
        found = element.findall(f"{W}tr")
        rows, heads, waiting = list[BlockRow](), 0, list[tuple[int, int]]()
        for at, row in enumerate(found):
            is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
            place = "first" if at == 0 or is_head else "last" if at == len(found) - 1 else ""
            which = place if shown.get(place) else ""
            edges = (look.top if at == 0 else 0, look.bottom if at == len(found) - 1 else 0)
            one, waiting = self._row(row, look, which, edges, waiting)
            rows.append(one)
            heads += is_head
        head = rows[:heads]
        return RowBlock(
            head=sum(row.height for row in head),
            repeated=sum(row.height for row in head) - (head[-1].rule if head else 0),
            rows=tuple(rows[heads:]),
            anchors=tuple(name for row in head for name in row.anchors),
        )

    def _row(
        self,
        row: Element,
        look: TableLook,
        which: str,
        edges: tuple[int, int],
        waiting: Sequence[tuple[int, int]],
    ) -> tuple[BlockRow, list[tuple[int, int]]]:
        """Return a row, and what cells that go on below still need: column and height.

        Args:
            row: its markup.
            look: of the table.
            which: "first" or "last" where the style of the table says something of it.
            edges: the outer rules of the table at this row.
            waiting: what cells from above still need.
        """
        tall, above, below, column, goes_on = 0, edges[0], edges[1], 0, list[tuple[int, int]]()
        rules = look.rules.get(which, (0, 0))
        for cell in row.findall(f"{W}tc"):
            properties = cell.find(f"{W}tcPr")
            assert properties is not None  # noqa: S101  every cell of ours has its width
            borders = rules_of(properties.find(f"{W}tcBorders"))
            above, below = max(above, borders[0] or rules[0]), max(below, borders[1] or rules[1])
            merge = properties.find(f"{W}vMerge")
            if merge is not None and merge.get(f"{W}val") != "restart":
                need = next((height for at, height in waiting if at == column), 0)
            else:
                need = self._cell(cell, properties, look, is_bold=which in look.bold)
            if merge is not None and merge.get(f"{W}val") == "restart":
                goes_on.append((column, need))
            else:
                tall = max(tall, need)
            span = properties.find(f"{W}gridSpan")
            column += 1 if span is None else int(span.get(f"{W}val", "1"))
        tall = self._asked(row, tall) + above + below
        first = row.find(f".//{W}p")
        keeps = first is not None and self.paragraph(first, 1_000_000).keeps
        return (
            BlockRow(height=tall, rule=below, keeps=keeps, anchors=_anchors(row)),
            [(at, max(height - tall, 0)) for at, height in goes_on],
        )

    def _cell(self, cell: Element, properties: Element, look: TableLook, *, is_bold: bool) -> int:
        """Return the height that a cell needs; turned text takes what its row is given."""
        margins = {**look.margins, **margins_of_cell(properties.find(f"{W}tcMar"))}
        padding = margins.get("top", 0) + margins.get("bottom", 0)
        if properties.find(f"{W}textDirection") is not None:
            return padding
        width = properties.find(f"{W}tcW")
        room = int(float("0" if width is None else width.get(f"{W}w", "0")))
        room -= margins.get("left", 0) + margins.get("right", 0)
        total, after = 0, 0
        for one in cell:
            if one.tag == f"{W}p":
                block = self.paragraph(one, room, is_bold=is_bold)
                total += max(after, block.before) + block.height
                after = block.after
            elif one.tag == f"{W}tbl":
                inner = self.table(one)
                total, after = total + after + inner.height, 0
        return total + after + padding

    @staticmethod
    def _asked(row: Element, tall: int) -> int:
        """Return the height of a row that may ask for one."""
        asked = row.find(f"{W}trPr/{W}trHeight")
        if asked is None:
            return tall
        height = int(asked.get(f"{W}val", "0"))
        return height if asked.get(f"{W}hRule") == "exact" else max(tall, height)


def _asks(look: Element | None, name: str) -> bool:
    return look is not None and look.get(f"{W}{name}", "0") in {"1", "true", "on"}


def _words(part: Element) -> str:
    if part.tag == f"{W}t":
        return part.text or ""
    return {f"{W}br": "\n", f"{W}tab": "\t"}.get(part.tag, "")


def _anchors(element: Element) -> tuple[str, ...]:
    return tuple(one.get(f"{W}name", "") for one in element.iter(f"{W}bookmarkStart"))
