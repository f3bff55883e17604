"""Renew the pages: ``python -m docs.generate``, in the folder of the repository."""

from __future__ import annotations

import sys

from docs.generate import HOME, PAGES, stale

for name in PAGES:
    made = stale(name)
    if made is not None:
        (HOME / name).write_text(made, encoding="utf-8", newline="\n")
        sys.stdout.write(f"docs/{name}\n")
