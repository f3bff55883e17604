"""The engine: what rules look at, what they find, which of them ran, and what findings cite."""

from __future__ import annotations
