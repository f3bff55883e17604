"""The totals of many years as JSON, as somebody would add them up by hand; the process prints them."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

REGISTERS = ("requests", "objections", "disputes")


def totals(folder: Path) -> Mapping[str, int]:
    """Return what the years in a folder come to: totals, applicants apart, and outcomes of requests."""
    found: Counter[str] = Counter()
    for file in folder.glob("*.json"):
        year = json.loads(file.read_bytes())
        for name in REGISTERS:
            for row in year.get(name, ()):
                count, of = row.get("count", 1), row.get("unit", "request")
                found[f"{name}.total" if of == "request" else f"{of}.total"] += count
                if of == "request" and "outcome" in row:
                    found[f"{name}.by_outcome.{row['outcome']}"] += count
        for line in year.get("aggregates", ()):
            if "dimension" not in line and not year.get(line["register"]):
                found[f"{line['register']}.total"] += line["count"]
    return found


if __name__ == "__main__":
    print(json.dumps(totals(Path(sys.argv[1])), sort_keys=True))
