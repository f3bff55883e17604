"""From a sample year to its report, in one call."""

from __future__ import annotations

from ppid_core.language import Lang
from ppid_core.law import Lawbook
from ppid_core.model import ServiceYear
from ppid_core.report import Edition, Form, Report, compose
from ppid_core.summary import summarize
from ppid_core.testing.judging import judged
from ppid_core.workdays import WorkdayCalendar


def composed(
    year: ServiceYear, *, form: Form = "full", lang: Lang = "id", edition: Edition = "public"
) -> Report:
    """Return the report of ``year`` by the law, the calendar and the rules of this package.

    Args:
        year: the year.
        form: ``full`` or ``brief``.
        lang: language of headings and sentences.
        edition: ``public`` or ``internal``.
    """
    law = Lawbook.load()
    summary = summarize(year, law, WorkdayCalendar.of(year), year.as_of)
    return compose(year, summary, judged(year), law, form=form, lang=lang, edition=edition)
