"""D, S, K, W: what the document names, shows, offers and explains."""

from __future__ import annotations
