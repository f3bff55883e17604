"""What plugin authors import to test their own work; `strategies` needs the extra ``testing``."""

from __future__ import annotations
