"""Exporters of the report, one file a format, entering by the same hook as strangers."""

from __future__ import annotations
