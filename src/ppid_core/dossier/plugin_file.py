"""A file that none of our importers reads, read by the plugin that claims its ending."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from ppid_core.errors import AnswerError, ExtraMissingError, InputError, UnknownNameError
from ppid_core.failure import Failure, attempt
from ppid_core.intake import Intake, load
from ppid_core.language import Bilingual
from ppid_core.plugins.inventory import Plugins
from ppid_core.plugins.loans import aside


def read_by_plugin(path: Path, plugins: Plugins) -> Intake:
    """Return what a file holds, read by the plugin that claims its ending.

    Raises:
        PluginConflictError: where two plugins claim it.
        InputError: where nobody reads such a file, or no year can be named.
        ExtraMissingError: where what reads it is not installed.
        AnswerError: where the importer failed; it says whose it is and what to do.
    """
    try:
        importer = plugins.importer(path.suffix.casefold())
    except UnknownNameError:
        return load(path, plugins.importers)
    with aside():
        outcome = attempt(partial(load, path, (importer,)))
    if not isinstance(outcome, Failure):
        return outcome
    if isinstance(outcome.cause, InputError | ExtraMissingError):
        raise outcome.cause
    (claim,) = (claim for claim in plugins.importer_claims if claim.item is importer)
    facts = {"name": claim.name, "owner": claim.owner, "handle": claim.owner.handle, "file": path.name}
    raise AnswerError(_FAILED.fill(**facts, cause=outcome.told)) from outcome.cause


_FAILED = Bilingual(
    'Pengimpor "{name}" dari {owner} gagal membaca {file} ({cause}). Perbarui paket itu, sisihkan dengan '
    "--block {handle}, atau simpan isinya sebagai folder tabel CSV.",
    'The importer "{name}" of {owner} failed to read {file} ({cause}). Update that package, leave it out '
    "with --block {handle}, or save its content as a folder of CSV tables.",
)
