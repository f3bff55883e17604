"""Renew the pages and the snapshots of the law: ``python -m docs.generate``, in the repository."""

from __future__ import annotations

import sys

from docs.generate import HOME, PAGES, SNAPSHOTS, stale

for snapshot, taken in SNAPSHOTS.items():
    if not snapshot.exists() or snapshot.read_text("utf-8") != taken():
        snapshot.write_text(taken(), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{snapshot.relative_to(HOME.parent)}\n")
for name in PAGES:
    made = stale(name)
    if made is not None:
        (HOME / name).write_text(made, encoding="utf-8", newline="\n")
        sys.stdout.write(f"docs/{name}\n")
