"""What a dossier is made of: what is refused, and what is taken where nothing is given."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ppid_core.argument import refuse_moment, refuse_other
from ppid_core.errors import UnknownNameError
from ppid_core.intake import Importer
from ppid_core.intake.files.importer import ending
from ppid_core.model import ServiceYear

if TYPE_CHECKING:
    from ppid_core.plugins import Plugins


def a_year(year: ServiceYear) -> ServiceYear:
    """Return the year; anything else is refused."""
    refuse_other("year", year, ServiceYear, "ServiceYear: load(…).year")
    return year


def a_day(day: date) -> date:
    """Return the day; a moment is refused."""
    refuse_moment("as_of", day)
    return day


def installed() -> Plugins:
    """Return what is installed."""
    from ppid_core.plugins import load_plugins  # noqa: PLC0415  only this call needs it

    return load_plugins()


def readers(plugins: Plugins | None, path: Path) -> tuple[Importer, ...]:
    """Return what reads such a file, and where nothing does, all there are, so that `load` can say so.

    Raises:
        PluginConflictError: where two plugins read it.
    """
    if plugins is None:
        return ()
    with suppress(UnknownNameError):
        return (plugins.importer(ending(path)),)
    return plugins.importers


def given(**inputs: Any) -> dict[str, Any]:  # noqa: ANN401  each of its own type, checked by its caller
    """Return the inputs that were given; the others take their defaults."""
    return {name: value for name, value in inputs.items() if value is not None}
