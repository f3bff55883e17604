"""The law files that come with this package: the only reading in this layer."""

from __future__ import annotations

from importlib.resources import files


def toml_texts(*folder: str) -> dict[str, str]:
    """Return the TOML files beside this module, or in a folder beside it, by name in order."""
    entries = files("ppid_core.law").joinpath(*folder).iterdir()
    texts = {
        entry.name: entry.read_text(encoding="utf-8") for entry in entries if entry.name.endswith(".toml")
    }
    return dict(sorted(texts.items()))
