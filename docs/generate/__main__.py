"""Renew pages, schemas and snapshots of the law: ``python -m docs.generate``, in the repository."""

from __future__ import annotations

import sys

from docs.generate import FILES, HOME, PAGES, stale

for file, made_anew in FILES.items():
    if not file.exists() or file.read_text("utf-8") != made_anew():
        file.write_text(made_anew(), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{file.relative_to(HOME.parent)}\n")
for name in PAGES:
    made = stale(name)
    if made is not None:
        (HOME / name).write_text(made, encoding="utf-8", newline="\n")
        sys.stdout.write(f"docs/{name}\n")
