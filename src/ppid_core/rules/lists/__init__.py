"""I: the lists of information: what is public is renewed, what is exempt is tested and runs."""

from __future__ import annotations
