"""What each term is called: labels in two languages, and every spelling accepted on input."""

from __future__ import annotations

from ppid_core.glossary.book import label, recognise, spellings, terms
from ppid_core.glossary.labels import Plain, say, say_absence, say_period, say_rough, say_span
from ppid_core.glossary.term import Term, spelling

__all__ = [
    "Plain",
    "Term",
    "label",
    "recognise",
    "say",
    "say_absence",
    "say_period",
    "say_rough",
    "say_span",
    "spelling",
    "spellings",
    "terms",
]
