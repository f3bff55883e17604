"""Y: does the year go on where last year's report ended?"""

from __future__ import annotations
