"""A folder of text that tries to be markup: every format is valid, and shows the text as it was typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.hostile.expected import BEGINNINGS, flat, printed, tabled
from tests.hostile.folder import KEYS, TEXTS, Hostile, write_folder
from tests.hostile.readers import READERS

from ppid_core import Report, compose, load
from ppid_core.intake import Intake
from ppid_core.law import Lawbook
from ppid_core.plugins import Artifact, Exporter, Plugins, export, load_plugins
from ppid_core.report import Form
from ppid_core.rules import Evidence, check
from ppid_core.summary import summarize
from ppid_core.workdays import WorkdayCalendar

pytestmark = pytest.mark.slow

PLUGINS: Plugins = load_plugins()
OURS = tuple(claim.item for claim in PLUGINS.exporter_claims if claim.owner.is_built_in)
FORMS: tuple[Form, ...] = ("full", "brief")
LONG = flat(TEXTS[11])
RARE = frozenset("😀👩🚒🇮🇩العربية«»")
"""Signs that a font may not have."""
ASCII = re.compile(r"[!-~]{3,40}")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("masukan") / "laporan"


@pytest.fixture(scope="module")
def hostile(place: Path) -> Hostile:
    return write_folder(place)


@pytest.fixture(scope="module")
def intake(place: Path, hostile: Hostile) -> Intake:
    assert hostile.texts
    return load(place)


@pytest.fixture(scope="module", params=FORMS)
def report(intake: Intake, request: pytest.FixtureRequest) -> Report:
    year, law = intake.year, Lawbook.load()
    workdays = WorkdayCalendar.of(year)
    summary = summarize(year, law, workdays, year.as_of)
    evidence = Evidence(year=year, summary=summary, law=law, workdays=workdays, as_of=year.as_of)
    return compose(year, summary, check(evidence, PLUGINS.rules), law, form=request.param)


def made(exporter: Exporter, report: Report) -> tuple[Artifact, ...]:
    return export(report, exporter, PLUGINS)


def test_hostile_text_is_no_problem_of_the_input(intake: Intake, hostile: Hostile) -> None:
    """Every text was typed, read, and stands in the report."""
    assert not intake.problems
    assert len(hostile.texts) > 5 * len(TEXTS)
    assert len(KEYS) > 10


def test_every_hostile_text_stands_in_the_full_report(report: Report) -> None:
    if report.meta.form == "full":
        whole = flat("".join(printed(report)))
        assert [beginning for beginning in BEGINNINGS if beginning not in whole] == []


def test_every_built_in_format_has_a_reader() -> None:
    assert {exporter.name for exporter in OURS} <= READERS.keys()


@pytest.mark.parametrize("exporter", PLUGINS.exporters, ids=lambda exporter: exporter.name)
def test_format_is_valid_and_its_text_is_intact(exporter: Exporter, report: Report, hostile: Hostile) -> None:
    if exporter.name not in READERS:
        pytest.skip(f"nobody reads {exporter.name} here")
    shown = flat(READERS[exporter.name](made(exporter, report)))
    wanted = WANTED.get(exporter.name, printed)(report, hostile)

    lost = lost_on_pages if exporter.name == "pdf" else lost_in_text
    assert lost(wanted, shown) == []
    assert len(wanted) > 100 or report.meta.form == "brief"


def typed(report: Report, hostile: Hostile) -> tuple[str, ...]:
    """Return whatever was typed, a list of copies in its parts; of a form that carries figures, its title."""
    if report.meta.form != "full":
        return report.meta.title, report.meta.body
    return tuple(part for text in hostile.texts.values() for part in text.split("|"))


def packaged(report: Report, hostile: Hostile) -> tuple[str, ...]:
    """Return whatever was typed; of a document that is no package of data, nothing."""
    return typed(report, hostile) if report.meta.form == "full" else ()


WANTED: dict[str, Callable[[Report, Hostile], tuple[str, ...]]] = {
    "json": typed,
    "csv": packaged,
    "xlsx": tabled,
}
"""What a format has to show, where that is not whatever a document for people shows."""


def lost_in_text(wanted: Sequence[str], shown: str) -> list[str]:
    """Return the beginnings of what is not there."""
    return [text[:80] for text in wanted if flat(text) not in shown]


def lost_on_pages(wanted: Sequence[str], shown: str) -> list[str]:
    """Return what pages do not show; a word may be broken by a foot, and signs without a font are codes."""
    lost = [piece for text in wanted for piece in ASCII.findall(text) if piece not in shown]
    if any(LONG in flat(text) for text in wanted) and shown.count("kata") < len(LONG) // 4 * 0.9:
        lost.append("kata…")
    rare = {sign for text in wanted for sign in flat(text) if sign in RARE}
    return lost + sorted(sign for sign in rare if sign not in shown and f"[U+{ord(sign):X}]" not in shown)
