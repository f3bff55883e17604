"""From a report to files, in memory: ask one exporter, then whoever wants to add to what it made."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain

from ppid_core.argument import refuse_bare, refuse_other
from ppid_core.errors import PluginWarning
from ppid_core.failure import Failure, attempt
from ppid_core.language import Bilingual
from ppid_core.log import debug
from ppid_core.option import with_options
from ppid_core.output.artifact import Artifact, a_file, refuse_names
from ppid_core.output.exporter import Exporter
from ppid_core.plugins.inventory import PluginProblem, Plugins
from ppid_core.plugins.loans import each, lent_report
from ppid_core.report import Report

MOST_ARTIFACTS = 10_000
Artifacts = tuple[Artifact, ...]


def export(
    report: Report,
    exporter: str | Exporter,
    plugins: Plugins,
    options: Mapping[str, str] | None = None,
) -> tuple[Artifact, ...]:
    """Return the files of ``report`` in one format; nothing is written.

    A plugin that fails to add a file of its own is told by a `PluginWarning`.

    >>> from ppid_core import Dossier, export
    >>> work = Dossier.open("examples/kota-serang-2020")
    >>> [file.name for file in export(work.report(form="brief"), "markdown", work.plugins)]
    ['pengumuman.md']

    Args:
        report: the document.
        exporter: the name of a format ("html"), or an exporter.
        plugins: what is installed.
        options: name of each option of the exporter and its value as typed.

    Raises:
        ArgumentError: ``report`` is none.
        PluginConflictError: where two plugins claim the name.
        UnknownNameError: for a format or an option that nobody has; lists the known ones.
        OptionError: for a value that an option cannot take.
        ExtraMissingError: where the format needs a package that is not installed.
        AnswerError: where the exporter returns what is no file, or too many.
        Exception: whatever the exporter raises, with a note that names it.
    """
    refuse_other("report", report, Report, "Report: work.report()")
    refuse_bare("exporter", exporter, list)
    chosen = plugins.exporter(exporter) if isinstance(exporter, str) else exporter
    configured = with_options(chosen, options or {})
    artifacts, problems = completed(report, configured, made_by(configured, report), plugins)
    for problem in problems:
        warnings.warn(problem.message(report.meta.lang), PluginWarning, stacklevel=2)
    return logged(chosen.name, artifacts)


def logged(name: str, artifacts: Artifacts) -> Artifacts:
    """Return files, after the log was told how many there are of a format."""
    size = sum(len(artifact.content) for artifact in artifacts)
    debug("export", "%s: files: %d, bytes: %d", name, len(artifacts), size)
    return artifacts


def made_by(exporter: Exporter, report: Report) -> Artifacts:
    """Return what one exporter makes of ``report``, or raise what it raised, with a note that names it."""
    try:
        return files_of(lambda: [exporter.export(lent_report(report))])
    except BaseException as error:
        kind = type(exporter)
        error.add_note(f'Format "{exporter.name}" ({kind.__module__}.{kind.__qualname__})')
        raise


def completed(
    report: Report, exporter: Exporter, made: Artifacts, plugins: Plugins, taken: Sequence[str] = ()
) -> tuple[Artifacts, tuple[PluginProblem, ...]]:
    """Return what an exporter made with what plugins add to it, and those that failed to.

    Each plugin sees what the exporter, its options set, has ``made``, and not what others added; no file may
    have a name that is ``taken`` in the folder.
    """
    artifacts, problems = list(made), []
    for listener in plugins.listeners:
        ask = partial(listener.item, report=lent_report(report), exporter=exporter, artifacts=made)
        names = [*taken, *(place for artifact in artifacts for place in artifact.places)]
        added = attempt(partial(files_of, ask, names))
        if isinstance(added, Failure):
            problems.append(PluginProblem.of(listener.owner, added.told, _NOT_ADDED))
        else:
            artifacts += added
    return tuple(artifacts), tuple(problems)


def files_of(ask: Callable[[], Iterable[object]], taken: Iterable[str] = ()) -> Artifacts:
    """Return the files of every answer; raises `AnswerError` for what is none, or has a taken name."""
    items = each(chain.from_iterable(each(answer, MOST_ARTIFACTS) for answer in ask()), MOST_ARTIFACTS)
    files = tuple(map(a_file, items))
    refuse_names(files, taken)
    return files


_NOT_ADDED = Bilingual(
    "Plugin {owner} tidak dapat menambahkan berkas ({cause}). Laporan lengkap tanpa berkas itu. Perbarui "
    "paket itu, atau sisihkan dengan --block {handle}.",
    "Plugin {owner} could not add its file ({cause}). The report is complete without it. Update that "
    "package, or leave it out with --block {handle}.",
)
