"""Print the figures of a report folder as JSON: ``python examples/yearly_figures.py FOLDER``."""

from __future__ import annotations

import json
import sys

from ppid_core import Dossier, unstructure


def main(folder: str) -> None:
    """Open, count, print."""
    print(json.dumps(unstructure(Dossier.open(folder).summary), ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main(*sys.argv[1:])
