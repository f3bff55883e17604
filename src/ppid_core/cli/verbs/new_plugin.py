"""``ppid new-plugin``: the files of a plugin whose tests pass at once, to go on from."""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from string import Template

import click

from ppid_core.cli import choices, completion
from ppid_core.cli.console import show, typed
from ppid_core.cli.usage import FINE, CommandRefused
from ppid_core.language import Bilingual, Lang
from ppid_core.output.artifact import Artifact, name_fault
from ppid_core.output.writer import lay_out
from ppid_core.plugins import load_plugins
from ppid_core.plugins.loans import aside
from ppid_core.version import VERSION

_PACKAGE = re.compile(r"[A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9]", re.IGNORECASE | re.ASCII)
"""PEP 508."""
_FAMILY = re.compile(r"ppid-(?:(?:exporter|importer|rules|audit)-)?(?=[a-z])")
KINDS = {
    "exporter": "Laporan PPID sebagai teks biasa",
    "importer": "Pembaca berkas program lain untuk laporan PPID",
    "rules": "Aturan pemeriksaan tambahan untuk laporan PPID",
    "audit": "Daftar berkas di samping laporan PPID",
}
"""What a plugin brings, and what its package says of itself."""
_MOST_LETTERS, _FEWEST_LETTERS = 3, 2
_STEPS = ('python -m pip install -e ".[test]"', "python -m pytest")


@click.command("new-plugin", short_help="Mulai sebuah plugin (plugin-baru).")
@click.argument("name", metavar="NAMA")
@click.option(
    "--kind",
    type=click.Choice(list(KINDS)),
    default="exporter",
    help="Yang dibawa: format (exporter), pembaca berkas (importer), aturan (rules), berkas lain (audit).",
)
@click.option(
    "--to",
    default=".",
    shell_complete=completion.folders,
    metavar="FOLDER",
    help="Tempat folder plugin dibuat; bawaan: di sini.",
)
@choices.lang
def command(name: str, kind: str, to: str, lang: Lang) -> int:
    """Tulis kerangka plugin dalam folder baru: pyproject.toml, modul, pengujian, dan README."""
    names = names_of(name)
    home = Path(to, names["distribution"])
    if fault := fault_of(name) or _taken(names, kind, home):
        raise CommandRefused(_REFUSED.fill(name=name, fault=fault))
    skeleton = skeleton_of(names, kind)
    for path, content in skeleton.items():
        file = Artifact(name=(home / path).name, media_type="text/plain", content=content)
        lay_out([file], (home / path).parent)
    show([_READY(lang).format(name=names["distribution"], home=home), *(f"  {path}" for path in skeleton)])
    show([_NEXT(lang), *(f"  {step}" for step in (f"cd {typed(str(home))}", *_STEPS))])
    return FINE


def names_of(package: str) -> dict[str, str]:
    """Return the names of a plugin as the templates call them; its package as PEP 503 compares it."""
    distribution = re.sub(r"[-_.]+", "-", package).lower()
    short = _FAMILY.sub("", distribution, count=1)
    letters = re.sub(r"[^A-Z]", "", short.upper())[:_MOST_LETTERS].ljust(_FEWEST_LETTERS, "X")
    return {
        "distribution": distribution,
        "module": distribution.replace("-", "_"),
        "short": short,
        "label": short.capitalize(),
        "ending": re.sub(r"[^a-z0-9]", "", short),
        "class_name": "".join(part.capitalize() for part in short.split("-")),
        "letters": letters,
        "code": f"{letters}101",
    }


def fault_of(package: str) -> Bilingual | None:
    """Return why no plugin can be called so."""
    module, class_name = (names_of(package)[name] for name in ("module", "class_name"))
    if not _PACKAGE.fullmatch(package):
        return _NO_PACKAGE
    if not module.isidentifier() or {module, class_name} & {*keyword.kwlist} or find_spec(module):
        return _NO_MODULE.fill(module=module)
    return name_fault(module)


def _taken(names: Mapping[str, str], kind: str, home: Path) -> Bilingual | None:
    """Return what is there already: the folder, a format of that name, or a reader of such files."""
    if home.exists() or home.is_symlink():
        return _THERE.fill(home=home)
    name = f".{names['ending']}" if kind == "importer" else names["short"]
    with aside():
        plugins = load_plugins()
    rivals = getattr(plugins, f"{kind}_claims", ())
    claims = [one for one in rivals if name in {asked for _, asked in one.asked_by}]
    return _CLAIMED.fill(name=name, owner=claims[0].owner.distribution) if claims else None


def skeleton_of(names: Mapping[str, str], kind: str) -> dict[str, bytes]:
    """Return the files of a new plugin by their paths, ``/`` between the parts."""
    templates = {
        "pyproject.toml": "pyproject.toml",
        "README.md": f"{kind}/README.md",
        f"src/{names['module']}/__init__.py": f"{kind}/module.py",
        f"tests/test_{names['module']}.py": f"{kind}/test.py",
        **({f"tests/contoh.{names['ending']}": "importer/sample"} if kind == "importer" else {}),
    }
    home, core = files("ppid_core.cli.skeleton"), ".".join(VERSION.split(".")[:2])
    texts = {path: home.joinpath(f"{name}.tmpl").read_text("utf-8") for path, name in templates.items()}
    facts = {**names, "description": KINDS[kind], "core": core}
    return {path: Template(text).substitute(facts).encode() for path, text in texts.items()}


_REFUSED = Bilingual(
    'Nama "{name}" tidak dapat dipakai: {fault}. Pilih nama lain, misalnya ppid-exporter-teks.',
    'The name "{name}" cannot be used: {fault}. Choose another, such as ppid-exporter-teks.',
)
_NO_PACKAGE = Bilingual(
    "nama paket terdiri atas huruf, angka dan tanda hubung, diawali dan diakhiri huruf atau angka",
    "packages are called by letters, digits and hyphens, a letter or digit first and last",
)
_NO_MODULE = Bilingual(
    "modul {module} bukan nama di Python, atau sudah ada dan akan tertutup olehnya",
    "{module} is no name in Python, or there is such a module, which it would hide",
)
_CLAIMED = Bilingual(
    "{name} sudah dibawa {owner}, dan dua plugin tidak dapat memakai satu nama",
    "{owner} brings {name} already, and no two plugins can have one name",
)
_THERE = Bilingual('"{home}" sudah ada', '"{home}" is there already')
_READY = Bilingual("Plugin {name} siap di {home}:", "The plugin {name} is ready in {home}:")
_NEXT = Bilingual("Langkah berikut:", "Next:")
