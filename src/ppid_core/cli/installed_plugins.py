"""The plugins behind a verb: loaded, their problems told, a file read through one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from ppid_core.cli.console import tell
from ppid_core.cli.usage import CommandFailed
from ppid_core.dossier import Dossier
from ppid_core.dossier.setting import unused
from ppid_core.errors import ExtraMissingError, InputError, UnknownNameError
from ppid_core.failure import Failure, attempt
from ppid_core.intake import Intake, load
from ppid_core.language import Bilingual, Lang
from ppid_core.plugins import PluginProblem, Plugins, load_plugins
from ppid_core.plugins.loans import aside


def plugged(lang: Lang, *, strict: bool, block: Sequence[str]) -> Plugins:
    """Load the plugins, and tell what is wrong with them; in strict loading it is raised."""
    with aside():
        plugins = load_plugins(strict=strict, block=block)
    tell_problems(plugins.problems, lang)
    return plugins


def tell_problems(problems: Sequence[PluginProblem], lang: Lang) -> None:
    """Print what is wrong with plugins beside the result."""
    tell(problem.message(lang) for problem in problems)


def unused_lines(work: Dossier, lang: Lang) -> Iterator[str]:
    """Yield what the table *laporan* sets in vain: of a format or a rule that is not installed."""
    return (told(lang) for told in unused(work.year.presentation.options, work.plugins))


def imported(path: Path, plugins: Plugins) -> Intake:
    """Return what a file holds, read by the plugin that claims its ending.

    Raises:
        PluginConflictError: where two plugins claim it.
        InputError: where nobody reads such a file, or no year can be named.
        CommandFailed: where the importer failed.
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
    raise CommandFailed(_FAILED.fill(**facts, cause=outcome.told)) from outcome.cause


_FAILED = Bilingual(
    'Pengimpor "{name}" dari {owner} gagal membaca {file} ({cause}). Perbarui paket itu, sisihkan dengan '
    "--block {handle}, atau simpan isinya sebagai folder tabel CSV.",
    'The importer "{name}" of {owner} failed to read {file} ({cause}). Update that package, leave it out '
    "with --block {handle}, or save its content as a folder of CSV tables.",
)
