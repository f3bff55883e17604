"""The workbook to type into: a sheet for each table, lists to choose from, checks of what is typed."""

from __future__ import annotations

from ppid_core.intake.files.form.book import CONTENT_TYPE, form

__all__ = ["CONTENT_TYPE", "form"]
