"""Reads a file through the importer of a plugin: what it does wrong ends the command in a sentence."""

from __future__ import annotations

from pathlib import Path

from ppid_core.cli.usage import Breakdown
from ppid_core.errors import ExtraMissingError, InputError, UnknownNameError
from ppid_core.intake import Intake, load
from ppid_core.language import Bilingual, Lang
from ppid_core.plugins import Plugins
from ppid_core.plugins.attempt import Failure, aside, attempt


def imported(path: Path, plugins: Plugins, lang: Lang) -> Intake:
    """Return what a file holds, read by the plugin that claims its ending.

    Raises:
        PluginConflictError: where two plugins claim it.
        InputError: where nobody reads such a file, or no year can be named.
        ExtraMissingError: where the importer needs a package that is not installed.
        Breakdown: where the importer failed.
    """
    try:
        importer = plugins.importer(path.suffix.casefold())
    except UnknownNameError:
        return load(path, plugins.importers)
    with aside():
        outcome = attempt(lambda: load(path, (importer,)))
    if not isinstance(outcome, Failure):
        return outcome
    if isinstance(outcome.cause, InputError | ExtraMissingError):
        raise outcome.cause
    claim = next(claim for claim in plugins.importer_claims if claim.item is importer)
    raise Breakdown(
        _FAILED(lang).format(
            name=claim.name,
            owner=claim.owner,
            handle=claim.owner.handle,
            file=path.name,
            cause=outcome.told(lang),
        )
    ) from outcome.cause


_FAILED = Bilingual(
    'Pengimpor "{name}" dari {owner} gagal membaca {file} ({cause}). Perbarui paket itu, sisihkan dengan '
    "--block {handle}, atau simpan isinya sebagai folder tabel CSV.",
    'The importer "{name}" of {owner} failed to read {file} ({cause}). Update that package, leave it out '
    "with --block {handle}, or save its content as a folder of CSV tables.",
)
