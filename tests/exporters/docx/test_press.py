"""Pages by arithmetic: blocks of a few round heights on pages of a hundred."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from ppid_exporters.docx.page_block import BlockRow, PageBlock, RowBlock, TextBlock
from ppid_exporters.docx.press import Paging, Stretch, printed_pages, roman


def text(name: str, lines: int = 1, *, before: int = 0, after: int = 0, keeps: bool = False) -> TextBlock:
    return TextBlock(lines=(10,) * lines, anchors=(name,), before=before, after=after, keeps=keeps)


def paged(*blocks: PageBlock, depth: int = 100) -> Paging:
    return printed_pages([Stretch(depth=depth, blocks=blocks, begins=True)], first=1)


def pages(*blocks: PageBlock, depth: int = 100) -> Mapping[str, str]:
    return paged(*blocks, depth=depth).pages


def chapter(name: str, lines: int) -> tuple[TextBlock, TextBlock]:
    heading = TextBlock(lines=(100,), anchors=(name,), keeps=True, breaks=True)
    return heading, TextBlock(lines=(100,) * lines)


@pytest.mark.parametrize(
    ("before", "own", "follows"),
    [(20, 60, True), (53, 60, True), (55, 60, False), (80, 12, True), (80, 14, False)],
    ids=["at the top", "two fifths left", "less left", "short and fits", "short and does not fit"],
)
def test_a_chapter_follows_on_where_room_is_left_for_it(before: int, own: int, *, follows: bool) -> None:
    text_before = TextBlock(lines=(100,) * before)

    found = paged(text_before, *chapter("a", own), *chapter("b", 90), depth=10_000)

    assert ("a" in found.following) is follows
    assert found.pages["a"] == ("1" if follows else "2")


@pytest.mark.parametrize(("row", "follows"), [(3_700, True), (3_900, False)])
def test_a_chapter_that_is_a_table_follows_on_only_with_its_first_row(row: int, *, follows: bool) -> None:
    rows = RowBlock(head=200, repeated=200, rows=(BlockRow(height=row), BlockRow(height=9_000)))

    found = paged(TextBlock(lines=(100,) * 52), *chapter("a", 1), rows, depth=10_000)

    assert ("a" in found.following) is follows
    assert found.pages["a"] == ("1" if follows else "2")


def test_a_chapter_that_stands_apart_follows_nothing() -> None:
    sheet = Stretch(depth=10_000, blocks=(*chapter("a", 3), *chapter("b", 3)), begins=True)

    found = printed_pages([sheet], first=1, apart=frozenset({"b"}))

    assert found == Paging(pages={"a": "1", "b": "2"}, following=frozenset())
    assert printed_pages([sheet], first=1).following == {"b"}


def test_the_first_chapter_of_a_sheet_follows_nothing() -> None:
    assert paged(*chapter("a", 3), depth=10_000).following == frozenset()


def test_a_paragraph_that_does_not_fit_begins_the_next_page() -> None:
    assert pages(text("a", 9), text("b"), text("c")) == {"a": "1", "b": "1", "c": "2"}


def test_of_two_wishes_for_room_between_paragraphs_the_larger_holds() -> None:
    assert pages(text("a", 6, after=20), text("b", 2, before=15)) == {"a": "1", "b": "1"}
    assert pages(text("a", 6, after=20), text("b", 2, before=25)) == {"a": "1", "b": "2"}


def test_a_heading_goes_with_what_it_stands_above() -> None:
    assert pages(text("a", 8), text("heading", keeps=True), text("b", 3))["heading"] == "2"
    assert pages(text("a", 7), text("heading", keeps=True), text("b", 4))["heading"] == "1"


def test_what_stays_with_the_next_is_not_parted_by_a_chapter_that_begins_a_page() -> None:
    apart = printed_pages(
        [
            Stretch(
                depth=100, blocks=(text("a", 8), text("name", 2, keeps=True), *chapter("b", 1)), begins=True
            )
        ],
        first=1,
        apart=frozenset({"b"}),
    )

    assert apart.pages == {"a": "1", "name": "1", "b": "2"}


def test_no_line_of_a_paragraph_stands_alone_on_a_page() -> None:
    after = text("after", 8)

    assert pages(text("a", 9), text("b", 4), after)["b"] == "2", "one line would be left behind"
    assert pages(text("a", 7), text("b", 4), after)["after"] == "2", "two lines and two lines"


def test_a_table_begins_where_its_heading_and_the_rows_that_stay_with_it_have_room() -> None:
    rows = tuple(BlockRow(height=10, keeps=at < 2, anchors=(f"r{at}",)) for at in range(12))
    table = RowBlock(head=20, repeated=20, rows=rows, anchors=("t",))

    assert pages(text("a", 6), text("caption", keeps=True), table)["caption"] == "2"
    found = pages(text("a", 4), text("caption", keeps=True), table)
    assert (found["caption"], found["t"], found["r2"], found["r3"]) == ("1", "1", "1", "2")


def test_the_heading_of_a_table_takes_room_on_every_page() -> None:
    rows = tuple(BlockRow(height=10, anchors=(f"r{at}",)) for at in range(20))

    found = pages(RowBlock(head=30, repeated=30, rows=rows))

    assert [found[f"r{at}"] for at in (0, 6, 7, 13, 14)] == ["1", "1", "2", "2", "3"]


def test_a_row_higher_than_a_page_does_not_stop_the_count() -> None:
    rows = tuple(BlockRow(height=300, anchors=(f"r{at}",)) for at in range(3))

    assert list(pages(RowBlock(head=30, repeated=30, rows=rows)).values()) == ["1", "2", "3"]


def test_front_pages_are_roman_and_chapters_begin_with_1() -> None:
    front = Stretch(depth=100, blocks=(text("a", 10), text("b")), is_front=True)
    body = Stretch(depth=100, blocks=(text("c"),), begins=True)
    lying = Stretch(depth=50, blocks=(text("d"),))

    assert printed_pages([front, body, lying], first=2).pages == {"a": "ii", "b": "iii", "c": "1", "d": "2"}


@pytest.mark.parametrize(("number", "written"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (28, "xxviii")])
def test_pages_before_the_chapters_have_roman_numbers(number: int, written: str) -> None:
    assert roman(number) == written
