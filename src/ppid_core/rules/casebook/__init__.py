"""What several rules look at: rows with their links and grounds, aggregate lines, days known roughly."""

from __future__ import annotations
