"""C: the chain from request to court, in its order, its windows and its form."""

from __future__ import annotations
