"""The verbs of the command, each in the module of its name: it is imported when it is called."""

from __future__ import annotations
