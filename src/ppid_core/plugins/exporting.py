"""From a report to files, in memory: ask one exporter, then whoever wants to add to what it made."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from types import MappingProxyType

from attrs import frozen

from ppid_core.errors import AnswerError, PluginWarning
from ppid_core.language import Bilingual
from ppid_core.output.artifact import Artifact, a_file, refuse_names
from ppid_core.plugins.attempt import Failure, attempt, each
from ppid_core.plugins.exporter import Exporter
from ppid_core.plugins.faults import PluginProblem
from ppid_core.plugins.installed import Listener, Plugins
from ppid_core.plugins.loans import lent_report
from ppid_core.plugins.options import with_options
from ppid_core.report import Report

MOST_ARTIFACTS = 10_000
MOST_BYTES = 2**30
"""As much of one exporter: what is more would fill the memory, not a folder."""

NO_OPTIONS: Mapping[str, str] = MappingProxyType({})


@frozen(kw_only=True)
class Exported:
    """What came of one export.

    Attributes:
        artifacts: the files of the exporter, then those that plugins added.
        problems: plugins that wanted to add and failed.
    """

    artifacts: tuple[Artifact, ...]
    problems: tuple[PluginProblem, ...] = ()


def export(
    report: Report,
    exporter: str | Exporter,
    plugins: Plugins,
    options: Mapping[str, str] = NO_OPTIONS,
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
        PluginConflictError: where two plugins claim the name.
        UnknownNameError: for a format or an option that nobody has; lists the known ones.
        OptionError: for a value that an option cannot take.
        ExtraMissingError: where the format needs a package that is not installed.
        AnswerError: where the exporter returns what is no file, or too many.
        Exception: whatever the exporter raises, with a note that names it.
    """
    outcome = exported(report, exporter, plugins, options)
    for problem in outcome.problems:
        warnings.warn(problem.message.id, PluginWarning, stacklevel=2)
    return outcome.artifacts


def exported(
    report: Report,
    exporter: str | Exporter,
    plugins: Plugins,
    options: Mapping[str, str] = NO_OPTIONS,
) -> Exported:
    """Return the same files as `export`, with the problems of plugins as values."""
    chosen = plugins.exporter(exporter) if isinstance(exporter, str) else exporter
    configured = with_options(chosen, options)
    return completed(report, configured, made_by(configured, report), plugins)


def made_by(exporter: Exporter, report: Report) -> tuple[Artifact, ...]:
    """Return what one exporter makes of ``report``, without what plugins add.

    Raises:
        AnswerError: where the exporter returns what is no file, or too many.
        BaseException: whatever the exporter raises, with a note that names it.
    """
    try:
        artifacts = _files(exporter.export(lent_report(report)))
        refuse_names(artifacts)
    except BaseException as error:
        attempt(partial(error.add_note, _note(exporter)))
        raise
    return artifacts


def completed(
    report: Report,
    exporter: Exporter,
    made: tuple[Artifact, ...],
    plugins: Plugins,
    taken: Sequence[str] = (),
) -> Exported:
    """Return what an exporter made with what plugins add to it.

    Args:
        report: the document.
        exporter: its options set.
        made: what it made.
        plugins: who may add; each sees what the exporter made, and not what others added.
        taken: names of files that stand in the same folder.
    """
    artifacts, problems = list(made), []
    for listener in plugins.listeners:
        names = [*taken, *(artifact.name for artifact in artifacts)]
        added = attempt(partial(_added, listener, report, exporter, made, names))
        if isinstance(added, Failure):
            problems.append(PluginProblem.of(listener.owner, added, _NOT_ADDED))
        else:
            artifacts += added
    return Exported(artifacts=tuple(artifacts), problems=tuple(problems))


def _note(exporter: Exporter) -> str:
    kind, name = type(exporter), attempt(lambda: f'Format "{exporter.name}" ')
    return f"{'' if isinstance(name, Failure) else name}({kind.__module__}.{kind.__qualname__})"


def _added(
    listener: Listener, report: Report, exporter: Exporter, made: tuple[Artifact, ...], names: Iterable[str]
) -> tuple[Artifact, ...]:
    answers = listener.hook(report=lent_report(report), exporter=exporter, artifacts=made)
    added = _files(chain.from_iterable(each(answer, MOST_ARTIFACTS) for answer in answers))
    refuse_names(added, names)
    return added


def _files(answer: object) -> tuple[Artifact, ...]:
    """Return the files of an answer.

    Raises:
        AnswerError: where they are no files, or too many, or too big.
    """
    files, size = [], 0
    for item in each(answer, MOST_ARTIFACTS):
        file = a_file(item)
        size += len(file.content)
        if size > MOST_BYTES:
            raise AnswerError(_TOO_BIG)
        files.append(file)
    return tuple(files)


_TOO_BIG = Bilingual("berkasnya lebih dari 1 GiB", "its files are more than 1 GiB")
_NOT_ADDED = Bilingual(
    "Plugin {owner} tidak dapat menambahkan berkas ({cause}). Laporan lengkap tanpa berkas itu. Perbarui "
    "paket itu, atau sisihkan dengan --block {handle}.",
    "Plugin {owner} could not add its file ({cause}). The report is complete without it. Update that "
    "package, or leave it out with --block {handle}.",
)
