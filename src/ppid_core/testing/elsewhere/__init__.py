"""Does a job in another process: another hash seed, time zone, locale, day and home."""

from __future__ import annotations
