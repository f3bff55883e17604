"""Which formats to make, and with which options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ppid_core.cli.console import tell
from ppid_core.cli.making import Order
from ppid_core.cli.settings import Settings, grouped
from ppid_core.errors import OptionError
from ppid_core.intake.cells import CellError, shown
from ppid_core.intake.cells.text import inside
from ppid_core.language import Bilingual, Lang
from ppid_core.plugins import Exporter, Plugins, with_options
from ppid_core.plugins.options import path_options


def ordered(
    plugins: Plugins, to: Sequence[str], typed: Iterable[tuple[str, str]], settings: Settings, lang: Lang
) -> tuple[Order, ...]:
    """Return the formats that are asked for; where none is, all that are installed.

    Args:
        plugins: what is installed.
        to: the names that are asked for.
        typed: options from the table ``laporan``; those of a format that is not installed are told.
        settings: options from the command, which win.
        lang: the language to tell them in.

    Raises:
        UnknownNameError: for a format or option that nobody has.
        OptionError: for a value that an option cannot take.
        PluginConflictError: for a format that two plugins claim.
    """
    known = {claim.name: claim for claim in plugins.exporter_claims}
    from_table = grouped(typed)
    for name in (*to, *settings):
        plugins.exporter(name)
    tell(_UNUSED(lang).format(name=name) for name in from_table if name not in known)
    return tuple(
        Order(
            name=name,
            exporter=with_options(
                known[name].item,
                {**_kept_inside(known[name].item, from_table.get(name, {})), **settings.get(name, {})},
            ),
            is_asked=name in to,
            owner=known[name].owner,
        )
        for name in dict.fromkeys(to or known)
    )


def _kept_inside(exporter: Exporter, typed: Mapping[str, str]) -> Mapping[str, str]:
    """Return the options of the table; no file that a stranger's table names is one of this computer's.

    Raises:
        OptionError: where a file lies outside the report folder.
    """
    for name in path_options(exporter) & typed.keys():
        try:
            inside(typed[name])
        except CellError as error:
            told = error.about(shown(typed[name])).id
            raise OptionError(f"Pilihan ekspor.{exporter.name}.{name}: {told}") from None
    return typed


_UNUSED = Bilingual(
    'Pilihan ekspor.{name} di tabel laporan tidak dipakai: format "{name}" tidak terpasang.',
    'The options ekspor.{name} of the table laporan are not used: no format "{name}" is installed.',
)
