"""How long a process takes to import the library, against its three dependencies alone: run it as a script.

Whole processes are timed, one after the other in turns, so that what else the machine does falls on all of
them alike; of each the median counts. The ratios are what to compare between machines: at most 1.3 for
`ppid_core`, at most 1.7 for the model.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from statistics import median
from time import perf_counter

ROUNDS = 41
DEPENDENCIES = "import attrs, cattrs, pluggy"
LIMITS = {
    "import ppid_core": 1.3,
    "from ppid_core.model import ServiceYear": 1.7,
}
OTHERS = ("pass", "from ppid_core import load_plugins", "from ppid_core.cli.command import ppid")


def main() -> int:
    """Print the median of each, and its ratio to the dependencies; return 1 where one is over its limit."""
    times = measured((DEPENDENCIES, *LIMITS, *OTHERS))
    ratios = {code: times[code] / times[DEPENDENCIES] for code in times}
    width = max(map(len, times))
    print(f"medians of {ROUNDS} processes each, in turns")
    for code, seconds in times.items():
        limit = f"  at most {LIMITS[code]}" if code in LIMITS else ""
        print(f"{code:<{width}}  {seconds * 1000:7.1f} ms  ratio {ratios[code]:.2f}{limit}")
    return int(any(ratios[code] > limit for code, limit in LIMITS.items()))


def measured(codes: Sequence[str]) -> dict[str, float]:
    """Return the median time in seconds of a process that runs each code; the first round is not counted."""
    rounds = [{code: _timed(code) for code in codes} for _ in range(ROUNDS + 1)][1:]
    return {code: median(times[code] for times in rounds) for code in rounds[0]}


def _timed(code: str) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
