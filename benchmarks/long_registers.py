"""How large the PDF of a year with 5,000 requests is, and what memory the process takes that makes it.

``python -m benchmarks.long_registers FOLDER ROWS`` makes one, with so many rows of a register printed at
most, and prints its bytes and the most memory that was in use; `weighed` starts such a process for each bar.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen
from benchmarks import registers

from ppid_core import Dossier, export, load_plugins

ROOT = Path(__file__).parents[1]
REQUESTS = 5_000
BARS = {"300": (2.0, 400.0), "semua": (6.0, None)}
"""Megabytes, and mebibytes of memory, by ``pdf.baris``; to print all of it has no bar of memory."""
_PEAK = re.compile(r"VmHWM:\s*(\d+) kB")


@frozen(kw_only=True)
class Weight:
    """One document: how large it is, and the most memory of its process; each with what it may be.

    Attributes:
        size: in megabytes, and the bar.
        memory: in mebibytes, and the bar, None for none.
    """

    name: str
    size: tuple[float, float]
    memory: tuple[float, float | None]

    @property
    def is_missed(self) -> bool:
        """Whether a bar is missed."""
        return any(bar is not None and got > bar for got, bar in (self.size, self.memory))

    def line(self) -> str:
        """Return the line of the table."""
        (size, most), (memory, most_memory) = self.size, self.memory
        mark = " missed" if self.is_missed else ""
        return f"| {self.name} | {size:.2f} | {most} | {memory:.0f} | {most_memory or '–'}{mark} |"


HEAD = "| document | MB | bar | MiB | bar |\n|---|---|---|---|---|"


def rows(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the name of each document and the option it is made by; `weighed` makes it of ``folder``."""
    registers.write_folder(folder, registers.tables(REQUESTS))
    for option in BARS:
        yield f"PDF of {REQUESTS} requests, pdf.baris={option}", option


def weighed(name: str, folder: Path, option: str) -> Weight:
    """Make a document in a process of its own, and return what it weighs."""
    command = [sys.executable, "-m", "benchmarks.long_registers", str(folder), option]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    size, memory = map(int, told.split())
    most_size, most_memory = BARS[option]
    return Weight(name=name, size=(size / 1e6, most_size), memory=(memory / 2**20, most_memory))


def peak() -> int:
    """Return the most bytes of memory that this process had in use; getrusage counts its parent's, too."""
    found = _PEAK.search(Path("/proc/self/status").read_text("ascii"))
    if found is None:
        raise SystemExit("only Linux tells the most memory of a process")
    return int(found[1]) * 1024


def main(folder: str, option: str) -> None:
    """Make the PDF, and print what it weighs."""
    document, *_ = export(Dossier.open(folder).report(), "pdf", load_plugins(), {"baris": option})
    print(len(document.content), peak())


if __name__ == "__main__":
    main(*sys.argv[1:])
