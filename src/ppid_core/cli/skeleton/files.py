"""The files of a new plugin: its names, and the templates beside this module filled in with them."""

from __future__ import annotations

import keyword
import re
import sys
from collections.abc import Mapping
from enum import StrEnum
from importlib.resources import files
from string import Template

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.output.artifact import name_fault
from ppid_core.version import VERSION

_PACKAGE = re.compile(r"[A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9]", re.IGNORECASE | re.ASCII)
"""PEP 508."""

_FAMILY = re.compile(r"ppid-(?:(?:exporter|rules|audit)-)?(?=[a-z])")
_NEEDED = frozenset(
    {"attr", "attrs", "cattrs", "click", "hatchling", "hypothesis", "pip", "pluggy", "pytest"}
    | {"ppid_core", "ppid_exporters"}
)
"""Modules that plugins and their tests stand on: one of the same name would hide them."""

_FIRST = "101"
_MOST_LETTERS, _FEWEST_LETTERS = 3, 2


class Kind(StrEnum):
    """What a plugin brings (*jenis plugin*)."""

    EXPORTER = "exporter"
    RULES = "rules"
    AUDIT = "audit"


@frozen(kw_only=True)
class Names:
    """The names of one plugin.

    Attributes:
        distribution: of its package, as packaging tools compare it (PEP 503): ``ppid-exporter-teks``.
    """

    distribution: str

    @property
    def module(self) -> str:
        """Of its module: ``ppid_exporter_teks``."""
        return self.distribution.replace("-", "_")

    @property
    def short(self) -> str:
        """What it is called among plugins, and a format on the command line: ``teks``."""
        return _FAMILY.sub("", self.distribution, count=1)

    @property
    def class_name(self) -> str:
        """The same as the name of a class: ``Teks``."""
        return "".join(part.capitalize() for part in self.short.split("-"))

    @property
    def letters(self) -> str:
        """The letters of its rules: ``TEK``."""
        found = re.sub(r"[^A-Z]", "", self.short.upper())
        return found[:_MOST_LETTERS].ljust(_FEWEST_LETTERS, "X")

    @property
    def code(self) -> str:
        """The code of its first rule: ``TEK101``."""
        return f"{self.letters}{_FIRST}"

    def brings(self, kind: Kind) -> str:
        """Return the name that nobody else may have, "" where there is none."""
        return {Kind.EXPORTER: self.short, Kind.RULES: self.code, Kind.AUDIT: ""}[kind]


def named(typed: str) -> Names | Bilingual:
    """Return the names of a plugin whose package is called so, or why none can be."""
    if not _PACKAGE.fullmatch(typed):
        return _NO_PACKAGE.fill(name=typed)
    names = Names(distribution=re.sub(r"[-_.]+", "-", typed).lower())
    if fault := name_fault(names.distribution):
        return Bilingual(f'Nama "{typed}": {fault.id}.', f'The name "{typed}": {fault.en}.')
    if not names.module.isidentifier() or keyword.iskeyword(names.module):
        return _NO_MODULE.fill(name=typed, module=names.module)
    if names.module in _NEEDED | sys.stdlib_module_names:
        return _TAKEN.fill(name=typed, module=names.module)
    return names


_DESCRIPTIONS: Mapping[Kind, str] = {
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
        "description": _DESCRIPTIONS[kind],
        "core": ".".join(VERSION.split(".")[:2]),
    }
    return {path: _template(name).substitute(facts).encode() for path, name in templates.items()}


def _template(name: str) -> Template:
    text = files("ppid_core.cli.skeleton").joinpath(*f"{name}.tmpl".split("/")).read_text(encoding="utf-8")
    return Template(text)


_NO_PACKAGE = Bilingual(
    'Nama "{name}" tidak dapat dipakai untuk paket. Pakai huruf, angka dan tanda hubung, diawali dan diakhiri'
    " huruf atau angka: ppid-exporter-teks.",
    'No package can be called "{name}". Use letters, digits and hyphens, a letter or digit first and last:'
    " ppid-exporter-teks.",
)
_NO_MODULE = Bilingual(
    'Nama "{name}" tidak dapat dipakai: modulnya akan bernama {module}, dan itu bukan nama di Python. Awali'
    " dengan huruf: ppid-exporter-teks.",
    'The name "{name}" cannot be used: its module would be called {module}, which is no name in Python. Begin'
    " with a letter: ppid-exporter-teks.",
)
_TAKEN = Bilingual(
    'Nama "{name}" tidak dapat dipakai: modul {module} sudah ada dan akan tertutup olehnya. Pilih nama lain,'
    " misalnya ppid-exporter-teks.",
    'The name "{name}" cannot be used: there is a module {module}, which it would hide. Choose another, such'
    " as ppid-exporter-teks.",
)
