"""What a row is: which lines of a table are data, what each heading means, how cells become a value."""

from __future__ import annotations
