"""Exporters of the report, a module or a folder for each format, entering by the same hook as strangers."""

from __future__ import annotations
