"""How long the formats of one report take, and where the time goes: run it as a script.

The report of examples/kota-serang-2020 is made as Word, PDF, Excel and a web page in one process, from a cold
start and once more: the first run also imports each library and draws the charts, which all formats share.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from ppid_core import Dossier, export, load_plugins
from ppid_core.plugins import Plugins
from ppid_core.report import Chart, Report
from ppid_exporters.chart.svg import draw, table_of

T = TypeVar("T")

EXAMPLE = Path(__file__).parents[1] / "examples" / "kota-serang-2020"
FORMATS = ("docx", "pdf", "xlsx", "html")


def main() -> None:
    """Print what each step takes."""
    started = perf_counter()
    report = _timed("read, counted, judged, composed", _reported)
    _timed("charts drawn", lambda: _charts(report))
    plugins = load_plugins()
    first = {name: _seconds(report, name, plugins) for name in FORMATS}
    again = {name: _seconds(report, name, plugins) for name in FORMATS}
    for name in FORMATS:
        print(f"{name:<32} {first[name] * 1000:6.0f} ms, once more {again[name] * 1000:6.0f} ms")
    print(f"{'all of it':<32} {(perf_counter() - started - sum(again.values())) * 1000:6.0f} ms")


def _reported() -> Report:
    return Dossier.open(EXAMPLE).report()


def _charts(report: Report) -> None:
    for block in report.blocks():
        if isinstance(block, Chart) and (table := table_of(block, report)) is not None:
            draw(block, table, report.meta.theme.accent, report.meta.lang)


def _seconds(report: Report, name: str, plugins: Plugins) -> float:
    started = perf_counter()
    export(report, name, plugins)
    return perf_counter() - started


def _timed(what: str, do: Callable[[], T]) -> T:
    started = perf_counter()
    done = do()
    print(f"{what:<32} {(perf_counter() - started) * 1000:6.0f} ms")
    return done


if __name__ == "__main__":
    main()
