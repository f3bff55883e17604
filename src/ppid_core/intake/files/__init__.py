"""What a file is: a folder, a table, JSON, a workbook, a document that carries its data, and back."""

from __future__ import annotations
