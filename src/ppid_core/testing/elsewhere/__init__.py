"""Does a job in another process: another hash seed, time zone, locale, day and home.

Empty, so that the other process can move its clock before anything of the library is imported.
"""

from __future__ import annotations
