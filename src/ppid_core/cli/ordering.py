"""Which formats to make, and with which options."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ppid_core.cli.console import tell
from ppid_core.cli.making import Order
from ppid_core.cli.settings import Settings, grouped
from ppid_core.language import Bilingual, Lang
from ppid_core.plugins import Plugins, with_options


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
            exporter=with_options(known[name].item, {**from_table.get(name, {}), **settings.get(name, {})}),
            is_asked=name in to,
            owner=known[name].owner,
        )
        for name in dict.fromkeys(to or known)
    )


_UNUSED = Bilingual(
    'Pilihan ekspor.{name} di tabel laporan tidak dipakai: format "{name}" tidak terpasang.',
    'The options ekspor.{name} of the table laporan are not used: no format "{name}" is installed.',
)
