"""What would tell who somebody is, before it is published."""

from __future__ import annotations
