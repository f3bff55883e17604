"""From a report to files, in memory: ask one exporter, then whoever wants to add to what it made."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import chain
from types import MappingProxyType

from attrs import frozen

from ppid_core.errors import AnswerError, PluginWarning
from ppid_core.language import Bilingual
from ppid_core.plugins.attempt import Failure, attempt, finite
from ppid_core.plugins.exporter import Artifact, Exporter
from ppid_core.plugins.faults import PluginProblem
from ppid_core.plugins.installed import Listener, Plugins
from ppid_core.plugins.naming import refuse_names
from ppid_core.plugins.options import with_options
from ppid_core.report import Report

MOST_ARTIFACTS = 10_000
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
    made = _made(configured, report)
    answers = [_added(listener, report, configured, made) for listener in plugins.listeners]
    artifacts, problems = list(made), []
    for listener, answer in zip(plugins.listeners, answers, strict=True):
        fault = answer if isinstance(answer, Failure) else _refused(answer, artifacts)
        if isinstance(answer, Failure) or fault is not None:
            problems.append(PluginProblem.of(listener.owner, fault, _NOT_ADDED))
        else:
            artifacts += answer
    return Exported(artifacts=tuple(artifacts), problems=tuple(problems))


def _made(exporter: Exporter, report: Report) -> tuple[Artifact, ...]:
    try:
        artifacts = _files(exporter.export(report))
        refuse_names(artifacts)
    except BaseException as error:
        error.add_note(
            f'Format "{exporter.name}" ({type(exporter).__module__}.{type(exporter).__qualname__})'
        )
        raise
    return artifacts


def _added(
    listener: Listener, report: Report, exporter: Exporter, made: tuple[Artifact, ...]
) -> tuple[Artifact, ...] | Failure:
    def asked() -> tuple[Artifact, ...]:
        answers = listener.hook(report=report, exporter=exporter, artifacts=made)
        return _files(chain.from_iterable(answers))

    return attempt(asked)


def _refused(added: tuple[Artifact, ...], beside: Iterable[Artifact]) -> Failure | None:
    outcome = attempt(partial(refuse_names, added, [artifact.name for artifact in beside]))
    return outcome if isinstance(outcome, Failure) else None


def _files(answer: Iterable[object]) -> tuple[Artifact, ...]:
    files = finite(answer, MOST_ARTIFACTS)
    artifacts = tuple(file for file in files if isinstance(file, Artifact))
    for file in files:
        if not isinstance(file, Artifact) or not isinstance(file.content, bytes):
            raise AnswerError(f"{type(file).__name__} bukan berkas (Artifact dengan isi bytes)")
    return artifacts


_NOT_ADDED = Bilingual(
    "Plugin {owner} tidak dapat menambahkan berkas ({cause}). Laporan tetap lengkap.",
    "Plugin {owner} could not add its file ({cause}). The report is complete.",
)
