"""What comes out: files in memory, and the only place that writes them into a folder."""

from __future__ import annotations
