"""``ppid new-plugin``: the files of a plugin whose tests pass at once, to go on from."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path, PurePosixPath

import click

from ppid_core.cli import choices
from ppid_core.cli.console import show, typed
from ppid_core.cli.skeleton.files import Kind, Names, named, skeleton
from ppid_core.cli.usage import FINE, CommandRefused
from ppid_core.language import Bilingual, Lang
from ppid_core.output.writer import lay_out
from ppid_core.plugins import Artifact, Exporter, load_plugins
from ppid_core.plugins.attempt import aside
from ppid_core.plugins.claims import Claim
from ppid_core.rules import Rule

_STEPS = ('python -m pip install -e ".[test]"', "python -m pytest")


@click.command("new-plugin", short_help="Mulai sebuah plugin (plugin-baru).")
@click.argument("name", metavar="NAMA")
@click.option(
    "--kind",
    type=click.Choice([str(kind) for kind in Kind]),
    default=str(Kind.EXPORTER),
    help="Yang dibawa: format (exporter), aturan (rules), atau berkas tambahan (audit).",
)
@click.option("--to", default=".", metavar="FOLDER", help="Tempat folder plugin dibuat; bawaan: di sini.")
@choices.lang
def command(name: str, kind: str, to: str, lang: Lang) -> int:
    """Tulis kerangka plugin dalam folder baru: pyproject.toml, modul, pengujian, dan README."""
    names = named(name)
    if isinstance(names, Bilingual):
        raise CommandRefused(names(lang))
    home = Path(to, names.distribution)
    if os.path.lexists(home):
        raise CommandRefused(_THERE(lang).format(home=home))
    if owner := _owner(names, Kind(kind)):
        raise CommandRefused(_CLAIMED(lang).format(name=names.brings(Kind(kind)), owner=owner))
    files = skeleton(names, Kind(kind))
    _write(files, home)
    show([_READY(lang).format(name=names.distribution, home=home), *(f"  {path}" for path in files)])
    show([_NEXT(lang), *(f"  {step}" for step in (f"cd {typed(str(home))}", *_STEPS))])
    return FINE


def _owner(names: Names, kind: Kind) -> str:
    """Return which other package brings a format or rule of that name already, "" for none."""
    with aside():
        plugins = load_plugins()
    claims: tuple[Claim[Exporter] | Claim[Rule], ...] = (*plugins.exporter_claims, *plugins.rule_claims)
    owners = {claim.name: claim.owner.distribution for claim in claims}
    owner = owners.get(names.brings(kind), "")
    return "" if owner == names.distribution else owner


def _write(files: Mapping[str, bytes], home: Path) -> None:
    for parent, paths in groupby(sorted(files, key=posixpath.dirname), key=posixpath.dirname):
        artifacts = [
            Artifact(name=PurePosixPath(path).name, media_type="text/plain", content=files[path])
            for path in paths
        ]
        lay_out(artifacts, home / parent)


_THERE = Bilingual(
    'Tidak ada yang ditulis: "{home}" sudah ada. Pilih nama atau folder lain.',
    'Nothing was written: "{home}" is there already. Choose another name or folder.',
)
_CLAIMED = Bilingual(
    "Tidak ada yang ditulis: {name} sudah dibawa {owner}, dan dua plugin tidak dapat memakai satu nama. Pilih"
    " nama lain.",
    "Nothing was written: {owner} brings {name} already, and no two plugins can have one name. Choose"
    " another.",
)
_READY = Bilingual("Plugin {name} siap di {home}:", "The plugin {name} is ready in {home}:")
_NEXT = Bilingual("Langkah berikut:", "Next:")
