"""Pages that are written by hand but for some parts: what stands between two marks is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

Part = Callable[[], str]

_REGION = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def renewed(text: str, parts: Mapping[str, Part]) -> str:
    """Return ``text`` with what stands between ``<!-- made: NAME -->`` and ``<!-- end -->`` made anew.

    Raises:
        LookupError: a part has no place, or a place no part.
    """
    places = [place for _, place, _ in _REGION.findall(text)]
    if sorted(places) != sorted(parts):
        raise LookupError(f"places {sorted(places)} and parts {sorted(parts)} differ")
    return _REGION.sub(lambda found: f"{found[1]}\n{parts[found[2]]().strip()}\n\n{found[3]}", text)
