"""What a new plugin begins with: its files, and the templates that they are made of."""

from __future__ import annotations
