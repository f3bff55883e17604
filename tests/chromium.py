"""The Chromium of this machine: where it is, and how tests start it.

It is asked by tests that run with what `nox` installs for all and by those of engines, which have a Python of
their own: nothing is imported here that either lacks.
"""

from __future__ import annotations

import shutil

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
"""None where there is none."""
MISSING = "Chromium is not installed here: apt-get install chromium"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
