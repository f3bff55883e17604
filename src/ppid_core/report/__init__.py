"""The document: blocks, the one way from values to characters, the chapters."""

from __future__ import annotations

from ppid_core.intake.data_table import DataColumn, DataTable
from ppid_core.report.blocks import (
    Block,
    Chart,
    Column,
    Contents,
    Items,
    Notice,
    Paragraph,
    Picture,
    Section,
    Signature,
    Table,
)
from ppid_core.report.compose import compose
from ppid_core.report.data_package import DataLink, DataPackage
from ppid_core.report.document import Cover, Edition, Form, Meta, Report, Theme
from ppid_core.report.findings import compose_findings
from ppid_core.report.rollup import compose_rollup
from ppid_core.report.rollup.feedback import compose_feedback
from ppid_core.report.text import running, sentence, text
from ppid_core.report.values import Counted, Days, Inline, Num, Phrase, Ratio, Rupiah, Typed, Value, number

__all__ = [
    "Block",
    "Chart",
    "Column",
    "Contents",
    "Counted",
    "Cover",
    "DataColumn",
    "DataLink",
    "DataPackage",
    "DataTable",
    "Days",
    "Edition",
    "Form",
    "Inline",
    "Items",
    "Meta",
    "Notice",
    "Num",
    "Paragraph",
    "Phrase",
    "Picture",
    "Ratio",
    "Report",
    "Rupiah",
    "Section",
    "Signature",
    "Table",
    "Theme",
    "Typed",
    "Value",
    "compose",
    "compose_feedback",
    "compose_findings",
    "compose_rollup",
    "number",
    "running",
    "sentence",
    "text",
]
