"""Options of exporters, from ``--set`` and from the table ``laporan``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ppid_core.cli.usage import Refusal
from ppid_core.language import Bilingual

Settings = Mapping[str, Mapping[str, str]]
"""The options of each exporter, by its name."""


def read_settings(typed: Iterable[str]) -> Settings:
    """Return the options of ``--set FORMAT.PILIHAN=ISI``.

    Raises:
        Refusal: where one has not that form.
    """
    return grouped(_pair(text) for text in typed)


def grouped(pairs: Iterable[tuple[str, str]]) -> Settings:
    """Return pairs of ``exporter.option`` and value, by exporter; the last of one name holds."""
    settings: dict[str, dict[str, str]] = {}
    for name, value in pairs:
        exporter, _, option = name.partition(".")
        settings.setdefault(exporter, {})[option] = value
    return settings


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    exporter, dot, option = name.strip().partition(".")
    if not (equals and dot and exporter and option):
        raise Refusal(_NO_SETTING.fill(text=text))
    return f"{exporter}.{option}", value


_NO_SETTING = Bilingual(
    '--set "{text}" tidak dapat dibaca. Tulis FORMAT.PILIHAN=ISI, misalnya csv.delimiter=;',
    '--set "{text}" cannot be read. Write FORMAT.OPTION=VALUE, such as csv.delimiter=;',
)
