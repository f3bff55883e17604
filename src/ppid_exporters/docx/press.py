"""On which page everything stands: blocks one below the other, as word processors set them.

Lengths are twentieths of a point.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import Factory, define, evolve, frozen

from ppid_exporters.docx.page_block import PageBlock, RowBlock, TextBlock

_ORPHANS = 2
"""So many lines of a paragraph stand together at the end and at the beginning of a page."""
_ENOUGH = 0.4
"""Of a page, what has to be left for a chapter to follow on there; a short one needs what it is high."""
_LEADS = 5
"""A table among so many blocks is what its chapter consists of: its heading does not stand without it."""
ABOVE = 600
"""Free room above the heading of a chapter that follows on."""
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@frozen(kw_only=True)
class Stretch:
    """Pages of one set-up, and what stands on them.

    Attributes:
        depth: the height that text has.
        is_front: whether its pages bear Roman numbers.
        begins: whether their numbers begin with 1.
    """

    depth: int
    blocks: tuple[PageBlock, ...]
    is_front: bool = False
    begins: bool = False


@frozen(kw_only=True)
class Paging:
    """What stands on which page.

    Attributes:
        pages: the printed page of each bookmark.
        following: bookmarks of chapters that begin below another one, not on a page of their own.
    """

    pages: Mapping[str, str] = Factory(dict)
    following: frozenset[str] = frozenset()


def printed_pages(stretches: Iterable[Stretch], first: int, apart: frozenset[str] = frozenset()) -> Paging:
    """Return on which page each bookmark stands.

    Args:
        stretches: the document after its cover.
        first: the number of the first of their pages.
        apart: bookmarks of chapters that follow nothing, however much room is left.
    """
    press = Press(page=first - 1, apart=apart)
    for stretch in stretches:
        press.turn(stretch)
        for at in range(len(stretch.blocks)):
            press.set(stretch.blocks, at)
    return Paging(pages=press.found, following=frozenset(press.following))


@define(kw_only=True)
class Press:
    """Fills pages.

    Attributes:
        page: the number of the page that is filled.
        used: how much of it is.
        after: room asked for below the last block.
        is_turned: whether the page began of itself: then the room above its first block falls away.
        apart: bookmarks of chapters that begin a page in any case.
    """

    page: int
    apart: frozenset[str] = frozenset()
    depth: int = 0
    used: int = 0
    after: int = 0
    is_front: bool = True
    is_turned: bool = False
    found: dict[str, str] = Factory(dict)
    following: set[str] = Factory(set)

    def turn(self, stretch: Stretch) -> None:
        """Begin a page of another set-up."""
        self.page = 1 if stretch.begins else self.page + 1
        self.depth, self.is_front = stretch.depth, stretch.is_front
        self.used, self.after, self.is_turned = 0, 0, False

    def set(self, blocks: Sequence[PageBlock], at: int) -> None:
        """Set a block, so that what has to stay with it has room below."""
        block = blocks[at]
        if isinstance(block, TextBlock):
            self._set_text(self._followed(blocks, at, block), _need(blocks, at))
        else:
            self._set_rows(block, _below(blocks, at))

    def _followed(self, blocks: Sequence[PageBlock], at: int, block: TextBlock) -> TextBlock:
        """Return the heading of a chapter as it is set where the chapter follows on."""
        if not (block.breaks and block.anchors and self.used) or not self.apart.isdisjoint(block.anchors):
            return block
        left = self.depth - self.used - ABOVE
        least = max(self.depth * _ENOUGH, _opening(blocks[at:]))
        if left < least and _is_higher(blocks[at:], left):
            return block
        self.following.update(block.anchors)
        return evolve(block, breaks=False, before=ABOVE)

    def _set_text(self, block: TextBlock, need: int) -> None:
        if block.breaks and self.used:
            self._break()
            self.is_turned = False
        gap = self._gap(block.before)
        if self.used and self.used + gap + need > self.depth:
            self._break()
            gap = 0
        self.used += gap
        self._find(block.anchors)
        self._set_lines(block)
        self.after = block.after

    def _set_lines(self, block: TextBlock) -> None:
        left = list(block.lines)
        while self.used + sum(left) - block.spare > self.depth:
            fits = _fitting(left, self.depth - self.used + block.spare)
            fits = fits if len(left) - fits >= _ORPHANS else len(left) - _ORPHANS
            if fits < 1 and not self.used:
                break
            left = left[max(fits, 0) :]
            self._break()
        self.used += sum(left)

    def _set_rows(self, block: RowBlock, below: int) -> None:
        needs = _row_needs(block, below)
        gap = self.after if self.used else 0
        if self.used and self.used + gap + block.head + (needs[0] if needs else 0) > self.depth:
            self._break()
            gap = 0
        self.used += gap
        self.after = 0
        self._find(block.anchors)
        self.used += block.head
        for row, need in zip(block.rows, needs, strict=True):
            is_first = self.used <= max(block.head, block.repeated)
            fits = self.used + need <= self.depth or (
                need > self.depth - block.repeated and self.used + row.height <= self.depth
            )
            if not is_first and not fits:
                self._break()
                self.used = block.repeated
            self._find(row.anchors)
            self.used += row.height

    def _gap(self, before: int) -> int:
        """Return the room above a paragraph."""
        if self.used:
            return max(before, self.after)
        return 0 if self.is_turned else before

    def _break(self) -> None:
        self.page += 1
        self.used, self.after, self.is_turned = 0, 0, True

    def _find(self, anchors: Iterable[str]) -> None:
        for anchor in anchors:
            self.found[anchor] = roman(self.page) if self.is_front else str(self.page)


def _is_higher(blocks: Sequence[PageBlock], room: int) -> bool:
    """Tell whether a chapter is higher than a room: the blocks up to the next one that begins a page."""
    used, after = 0, 0
    for at, block in enumerate(blocks):
        if isinstance(block, RowBlock):
            used, after = used + after + block.height, 0
        elif at and block.breaks:
            break
        else:
            used, after = used + max(after, block.before if at else 0) + block.height, block.after
        if used > room:
            return True
    return False


def _opening(blocks: Sequence[PageBlock]) -> int:
    """Return the height of a chapter to the first rows of a table that its first paragraphs lead to."""
    used, after = 0, 0
    for block in blocks[:_LEADS]:
        if isinstance(block, RowBlock):
            return used + after + block.head + sum(_row_needs(block, 0)[:1])
        used, after = used + max(after, block.before if used else 0) + block.height, block.after
    return 0


def _fitting(lines: Sequence[int], room: int) -> int:
    """Return how many lines fit into a room; one alone does not stay."""
    count, used = 0, 0
    for line in lines:
        if used + line > room:
            break
        count, used = count + 1, used + line
    return count if count >= _ORPHANS else 0


def _need(blocks: Sequence[PageBlock], at: int, *, spares: bool = True) -> int:
    """Return the height of what has to stand on one page from a block on.

    Args:
        blocks: those of the stretch.
        at: the number of the first.
        spares: whether the last line may go without what sets it apart from the next.
    """
    need, after = 0, 0
    while at < len(blocks):
        block = blocks[at]
        if need and isinstance(block, TextBlock) and block.breaks:
            return need
        gap = after if isinstance(block, RowBlock) else max(after, block.before)
        need += gap if need else 0
        if isinstance(block, RowBlock):
            first = _row_needs(block, _below(blocks, at))
            return need + block.head + (first[0] if first else 0)
        if not block.keeps:
            least = block.height if block.is_whole else _least(block.lines)
            return need + least - (block.spare if spares else 0)
        need, after, at = need + block.height, block.after, at + 1
    return need


def _least(lines: Sequence[int]) -> int:
    """Return the height of the lines that do not part from the first one."""
    return sum(lines if len(lines) <= _ORPHANS + 1 else lines[:_ORPHANS])


def _below(blocks: Sequence[PageBlock], at: int) -> int:
    """Return the height of what a table keeps below it: only one that stays whole keeps anything.

    LibreOffice parts the last row of any other from what follows; where Word does not, one row moves.
    """
    block = blocks[at]
    keeps = isinstance(block, RowBlock) and all(row.keeps for row in block.rows)
    return _need(blocks, at + 1, spares=False) if keeps else 0


def _row_needs(block: RowBlock, below: int) -> list[int]:
    """Return the height of each row with those that it keeps below it, the last one with ``below``."""
    needs: list[int] = []
    for row in reversed(block.rows):
        kept = needs[-1] if needs else below
        needs.append(row.height + (kept if row.keeps else 0))
    return needs[::-1]


def roman(number: int) -> str:
    """Return a number in small Roman digits, as the pages before the first chapter bear it."""
    written = ""
    for value, sign in _ROMAN:
        while number >= value:
            written, number = written + sign, number - value
    return written
