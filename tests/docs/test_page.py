from __future__ import annotations

from pathlib import Path

from tests.docs.page import Page

TEXT = """\
# The page (*halaman*)

## `hook(a: str) -> None`

<a id="here"></a>

| Name | What |
| --- | --- |
| `one` | see [that](other.md#there) |
| two | <details><summary>2</summary>a \\| b, `c`</details> |

## Again

## Again
"""


def test_page_is_read_as_github_shows_it() -> None:
    page = Page(path=Path("page.md"), text=TEXT)

    assert ("The page (halaman)", "hook(a: str) -> None", "Again", "Again") == page.headings
    assert (("one", "see that"), ("two", "2 a | b, c")) == page.rows["hook(a: str) -> None"]
    assert ("other.md#there",) == page.links
    assert {"the-page-halaman", "here", "again", "again-1"} <= page.anchors
