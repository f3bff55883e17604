"""Options of exporters, from ``--set`` and from the table ``laporan``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ppid_core.cli.console import tell
from ppid_core.cli.usage import CommandRefused
from ppid_core.dossier.order import Order, Settings, grouped, orders_of
from ppid_core.language import Bilingual, Lang
from ppid_core.model import ServiceYear
from ppid_core.plugins import Plugins


def read_settings(typed: Iterable[str]) -> Settings:
    """Return the options of ``--set FORMAT.PILIHAN=ISI``.

    Raises:
        CommandRefused: where one has not that form.
    """
    return grouped(_pair(text) for text in typed)


def ordered(
    plugins: Plugins, to: Sequence[str], year: ServiceYear, settings: Settings, lang: Lang
) -> tuple[Order, ...]:
    """Return the formats that are asked for, as `orders_of`; what the table orders in vain is told."""
    typed = year.presentation.options
    orders = orders_of(plugins, to, typed, settings)
    known = {claim.name for claim in plugins.exporter_claims}
    tell(_UNUSED(lang).format(name=name) for name in grouped(typed) if name not in known)
    return orders


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    exporter, dot, option = name.strip().partition(".")
    if not (equals and dot and exporter and option):
        raise CommandRefused(_NO_SETTING.fill(text=text))
    return f"{exporter}.{option}", value


_NO_SETTING = Bilingual(
    '--set "{text}" tidak dapat dibaca. Tulis FORMAT.PILIHAN=ISI, misalnya csv.delimiter=;',
    '--set "{text}" cannot be read. Write FORMAT.OPTION=VALUE, such as csv.delimiter=;',
)
_UNUSED = Bilingual(
    'Pilihan ekspor.{name} di tabel laporan tidak dipakai: format "{name}" tidak terpasang.',
    'The options ekspor.{name} of the table laporan are not used: no format "{name}" is installed.',
)
