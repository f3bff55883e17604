"""What stands on the screen: lines for people, wrapped, each thing in its one form."""

from __future__ import annotations
