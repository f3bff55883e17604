"""The command, for ``python -m ppid_core``."""

from __future__ import annotations

from ppid_core.cli import main

if __name__ == "__main__":
    main()
