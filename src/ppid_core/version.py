"""The version of the library, for reports that say by which rules they were checked."""

from __future__ import annotations

VERSION = "0.1.0"
