"""The page in a browser, at three widths: room, keyboard, and what assistive technology is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.engines.invented_city import written

from ppid_core import Dossier
from ppid_core.language import Lang

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.engine

EXAMPLES = Path(__file__).parents[2] / "examples"
PHONE, TABLET, DESK = 390, 768, 1280
WIDTHS = (PHONE, TABLET, DESK)
DOCUMENTS: Mapping[str, Lang] = {"kota-serang-2020": "id", "kabupaten-contoh-2024": "id", "kota-rekaan": "en"}
TAGS = ("wcag2a", "wcag2aa", "wcag21aa", "best-practice")
UNDECIDED = frozenset({"color-contrast"})
"""Rules that axe leaves to people: of single signs, letters in charts, and cells that are scrolled away.

The colours of letters are asked in `tests/exporters/test_theme.py` and `test_chart.py`.
"""
MOST_STOPS = 60
"""Stops of the keyboard on a desk: the links and folds at the head, and tables that may be too wide."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Write the page of each document, beside the text of its report, without a worker for its charts."""
    made = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ppid_core.worker._risky", lambda _: ())  # it imports all that it needs anew
        for name, lang in DOCUMENTS.items():
            folder = tmp_path_factory.mktemp(name)
            source = EXAMPLES / name if (EXAMPLES / name).is_dir() else written(folder)
            formats = ("html", "csv") if lang == "id" else ("html",)  # a data package has no language
            paths = Dossier.open(source).write(folder / "hasil", formats=formats, lang=lang)
            (made[name],) = (path for path in paths if path.suffix == ".html")
    return made


@pytest.fixture(scope="module", params=[(name, width) for name in DOCUMENTS for width in WIDTHS], ids=str)
def shown(request: pytest.FixtureRequest, browser: Browser, pages: Mapping[str, Path]) -> Iterator[Page]:
    """Yield the page of a document in a window of one width, for tests that only look."""
    name, width = request.param
    yield from _opened(browser, pages[name], width)


@pytest.fixture(params=[(name, width) for name in DOCUMENTS for width in (PHONE, DESK)], ids=str)
def fresh(request: pytest.FixtureRequest, browser: Browser, pages: Mapping[str, Path]) -> Iterator[Page]:
    """Yield the page of a document on a phone or a desk, for tests that touch it."""
    name, width = request.param
    yield from _opened(browser, pages[name], width)


@pytest.fixture(params=DOCUMENTS)
def on_a_phone(request: pytest.FixtureRequest, browser: Browser, pages: Mapping[str, Path]) -> Iterator[Page]:
    """Yield the page of a document on a phone."""
    yield from _opened(browser, pages[request.param], PHONE)


@pytest.fixture(params=DOCUMENTS)
def on_a_desk(request: pytest.FixtureRequest, browser: Browser, pages: Mapping[str, Path]) -> Iterator[Page]:
    """Yield the page of a document on a desk."""
    yield from _opened(browser, pages[request.param], DESK)


def _opened(browser: Browser, path: Path, width: int) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
    page.goto(path.as_uri())
    yield page
    page.close()


def width_of(page: Page) -> int:
    return 0 if page.viewport_size is None else page.viewport_size["width"]


def test_page_is_no_wider_than_the_window(shown: Page) -> None:
    assert shown.evaluate("document.documentElement.scrollWidth") <= width_of(shown)


def test_charts_fit_the_window_with_letters_that_can_be_read(shown: Page) -> None:
    charts = shown.evaluate("""() => [...document.querySelectorAll(".chart svg")]
        .filter(svg => svg.checkVisibility())
        .map(svg => {
            const box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;
            const sizes = [...svg.querySelectorAll("text")].map(one => one.getAttribute("font-size"));
            return {left: box.left, right: box.right, smallest: Math.min(...sizes.map(parseFloat)) * scale};
        })""")

    assert len(charts) == shown.locator("figure.chart").count() > 0
    for chart in charts:
        assert 0 <= chart["left"] < chart["right"] <= width_of(shown)
        assert chart["smallest"] >= 14


def test_a_chart_stands_beside_its_table_on_a_desk_and_below_it_elsewhere(shown: Page) -> None:
    places = shown.evaluate("""() => [...document.querySelectorAll(".pair")].map(pair => {
        const [table, chart] = [...pair.children].map(one => one.getBoundingClientRect());
        const beside = table.right <= chart.left && table.top === chart.top;
        return {beside, below: table.bottom <= chart.top};
    })""")

    assert len(places) > 0
    assert {width_of(shown) == DESK} == {one["beside"] for one in places}
    assert {width_of(shown) != DESK} == {one["below"] for one in places}


def test_matrix_is_a_list_on_a_phone_and_never_both(shown: Page) -> None:
    table, rows = shown.locator(".matrix table"), shown.locator(".by-row")

    is_narrow = width_of(shown) == PHONE
    assert (not is_narrow, is_narrow) == (table.is_visible(), rows.is_visible())


def test_paper_has_the_matrix_and_the_contents(on_a_phone: Page) -> None:
    on_a_phone.emulate_media(media="print")

    assert on_a_phone.locator(".matrix table").is_visible()
    assert not on_a_phone.locator(".by-row").is_visible()
    assert on_a_phone.locator(".contents li").first.is_visible()


def test_rows_of_the_matrix_open_by_keyboard(on_a_phone: Page) -> None:
    row = on_a_phone.locator(".by-row details").first

    row.locator("summary").focus()
    on_a_phone.keyboard.press("Enter")

    assert row.locator("p").first.is_visible()


def test_first_stop_leads_past_the_head(fresh: Page) -> None:
    fresh.keyboard.press("Tab")
    is_seen = "(one => one.matches('.skip') && one.getBoundingClientRect().left >= 0)(document.activeElement)"
    assert fresh.evaluate(is_seen)

    fresh.keyboard.press("Enter")

    fresh.wait_for_url(lambda url: url.endswith("#isi"))  # a moment later, where the machine is busy


def stops(page: Page) -> list[dict[str, Any]]:
    """Return what the Tab key reaches, from the top of the page until it leaves it."""
    found: list[dict[str, Any]] = []
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate("""() => {
            const one = document.activeElement;
            if (!one || one === document.body) return null;
            const first = !one.dataset.reached, style = getComputedStyle(one);
            one.dataset.reached = "1";
            return first && {
                tag: one.tagName, name: one.textContent.trim().slice(0, 40), target: one.getAttribute("href"),
                outline: style.outlineStyle, scrolls: one.scrollWidth > one.clientWidth,
            };
        }""")
        if not stop:
            return found
        found.append(stop)


def test_stops_of_the_keyboard_are_few_seen_and_in_order(on_a_desk: Page) -> None:
    found = stops(on_a_desk)

    assert "none" not in {stop["outline"] for stop in found}
    assert ("#isi", "#atas") == (found[0]["target"], found[-1]["target"])
    folds = [stop["tag"] for stop in found].index("SUMMARY")
    assert folds <= 3, "the head has no links but those to files"
    assert len(found) <= MOST_STOPS


def test_contents_open_by_keyboard_and_lead_there(fresh: Page) -> None:
    fold = fresh.locator(".contents details").first
    assert not fold.locator("a").first.is_visible()

    fold.locator("summary").focus()
    fresh.keyboard.press("Enter")
    link = fold.locator("a").last
    assert link.is_visible()
    link.focus()
    fresh.keyboard.press("Enter")

    target = fresh.locator(f"[id='{link.get_attribute('href')[1:]}']")
    assert target.evaluate("one => one.getBoundingClientRect().top") < 900


def test_every_entry_of_the_lists_leads_to_what_is_seen(shown: Page) -> None:
    unseen = shown.evaluate("""() => [...document.querySelectorAll(".contents a")]
        .map(link => link.hash)
        .filter(hash => !document.getElementById(decodeURIComponent(hash.slice(1))).checkVisibility())""")

    assert [] == unseen


def test_whatever_scrolls_is_a_stop_of_the_keyboard_and_says_so(shown: Page) -> None:
    across = """() => [...document.querySelectorAll("main *")].filter(one =>
        one.checkVisibility() && one.scrollWidth > one.clientWidth + 1
        && ["auto", "scroll"].includes(getComputedStyle(one).overflowX))"""
    silent = shown.evaluate(f"""() => ({across})()
        .filter(one => one.tabIndex < 0 || !one.getAttribute("aria-label")
            || !one.parentElement.querySelector(".hint").getBoundingClientRect().height)
        .map(one => one.textContent.trim().slice(0, 80))""")
    moved = shown.evaluate(f"() => ({across})().length")

    assert [] == silent
    if width_of(shown) == PHONE:
        assert moved > 0, "the test can fail"


def test_hint_is_shown_only_where_something_scrolls(shown: Page) -> None:
    wrong = shown.evaluate("""() => [...document.querySelectorAll(".hint")]
        .filter(one => one.getBoundingClientRect().height)
        .map(one => one.parentElement.querySelector(".scroll"))
        .filter(one => one.scrollWidth <= one.clientWidth)
        .map(one => one.textContent.trim().slice(0, 80))""")

    assert [] == wrong


def test_scrolling_by_keyboard_moves_a_wide_table(on_a_phone: Page) -> None:
    wide = on_a_phone.locator(".tablebox .scroll[tabindex]:visible").last
    wide.evaluate("one => one.scrollIntoView()")

    wide.focus()
    on_a_phone.keyboard.press("ArrowRight")

    on_a_phone.wait_for_function("one => one.scrollLeft > 0", arg=wide.element_handle())
    assert wide.evaluate("one => one.scrollLeft") > 0


def test_files_beside_the_page_are_there(shown: Page, pages: Mapping[str, Path]) -> None:
    links = shown.evaluate("() => [...document.querySelectorAll('.files a')].map(link => link.href)")

    there = {path.as_uri() for page in pages.values() for path in page.parent.rglob("*")}
    assert set(links) <= there


@pytest.fixture(params=[(name, width) for name in DOCUMENTS for width in (PHONE, DESK)], ids=str)
def judged(
    request: pytest.FixtureRequest, browser: Browser, pages: Mapping[str, Path], axe: str
) -> Iterator[dict[str, Any]]:
    """Yield what axe says of a document."""
    name, width = request.param
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations", "incomplete"]}
    for page in _opened(browser, pages[name], width):
        page.evaluate(axe)
        yield page.evaluate("options => axe.run(options)", options)


def test_axe_finds_nothing(judged: dict[str, Any]) -> None:
    undecided = {one["id"]: len(one["nodes"]) for one in judged["incomplete"]}
    print(f"axe leaves to people: {undecided}")  # noqa: T201  shown with -rP
    assert {} == {one["id"]: [node["html"] for node in one["nodes"]] for one in judged["violations"]}
    assert set(undecided) <= UNDECIDED
