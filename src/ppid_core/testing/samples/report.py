"""From a sample year to its report, in one call."""

from __future__ import annotations

from functools import cache

from ppid_core.dossier import Dossier
from ppid_core.language import Lang
from ppid_core.model import ServiceYear
from ppid_core.plugins import Plugins, load_plugins
from ppid_core.report import Edition, Form, Report


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
    return Dossier(year=year, plugins=_ours()).report(form=form, lang=lang, edition=edition)


@cache
def _ours() -> Plugins:
    """Return our own rules: what else is installed changes no sample."""
    return load_plugins(entry_points=[])
