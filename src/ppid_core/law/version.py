"""A short name for a state of the law, printed wherever a result depends on it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from attrs import asdict

if TYPE_CHECKING:
    from attrs import AttrsInstance

_LENGTH = 12


def fingerprint(*values: AttrsInstance | str) -> str:
    """Return 12 hexadecimal digits that change when any field of any value does; same on every machine."""
    plain = [value if isinstance(value, str) else asdict(value) for value in values]
    written = json.dumps(plain, default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:_LENGTH]
