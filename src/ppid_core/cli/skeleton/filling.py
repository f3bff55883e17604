"""Fills in the templates that lie beside this module."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from string import Template

from ppid_core.cli.skeleton.naming import Kind, Names
from ppid_core.version import VERSION

DESCRIPTIONS: Mapping[Kind, str] = {
    Kind.EXPORTER: "Laporan PPID sebagai teks biasa",
    Kind.RULES: "Aturan pemeriksaan tambahan untuk laporan PPID",
    Kind.AUDIT: "Daftar berkas di samping laporan PPID",
}


def skeleton(names: Names, kind: Kind) -> dict[str, bytes]:
    """Return the files of a new plugin by their paths, ``/`` between the parts.

    Args:
        names: what it is called.
        kind: what it brings.
    """
    templates = {
        "pyproject.toml": "pyproject.toml",
        "README.md": f"{kind}/README.md",
        f"src/{names.module}/__init__.py": f"{kind}/module.py",
        f"tests/test_{names.module}.py": f"{kind}/test.py",
    }
    facts = {
        "distribution": names.distribution,
        "module": names.module,
        "short": names.short,
        "label": names.short.capitalize(),
        "class_name": names.class_name,
        "letters": names.letters,
        "code": names.code,
        "description": DESCRIPTIONS[kind],
        "core": ".".join(VERSION.split(".")[:2]),
    }
    return {path: _template(name).substitute(facts).encode() for path, name in templates.items()}


def _template(name: str) -> Template:
    text = files("ppid_core.cli.skeleton").joinpath(*f"{name}.tmpl".split("/")).read_text(encoding="utf-8")
    return Template(text)
