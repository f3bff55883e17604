"""The hooks, in the order in which they are asked: pluggy project ``ppid``, entry-point group ``ppid``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, overload

import pluggy

from ppid_core.intake import Importer
from ppid_core.output.artifact import Artifact
from ppid_core.output.exporter import Exporter
from ppid_core.report import Report
from ppid_core.rules import Rule

F = TypeVar("F", bound=Callable[..., Any])
PROJECT = "ppid"

hookspec = pluggy.HookspecMarker(PROJECT)


@overload
def hookimpl(function: F, /) -> F: ...
@overload
def hookimpl(*, optionalhook: bool = ..., specname: str | None = ...) -> Callable[[F], F]: ...
def hookimpl(function: Any = None, /, **how: Any) -> Any:
    """Mark a function as the implementation of the hook of its name; it may leave out arguments of the hook.

    >>> from ppid_core import hookimpl
    >>> @hookimpl
    ... def ppid_register_rules():
    ...     return []

    Args:
        function: the implementation.
        how: ``optionalhook=True``, where a version that does not know the hook passes over it in silence;
            ``specname``, the hook, where the function has another name.
    """
    marking = pluggy.HookimplMarker(PROJECT)(**how)
    return marking if function is None else marking(function)


@hookspec
def ppid_register_importers() -> Iterable[Importer]:
    """Return readers of files: each turns one file into an `Intake`.

    The command loads plugins for reading only where a file has an ending that no importer of ours reads: a
    folder and JSON never need one. What an importer raises ends the command with a sentence that names it;
    `InputError` is the way to say that the file names no year.

    Returns:
        Importers, at most 1,000, each named ``[a-z][a-z0-9-]*``, with endings such as ``.ods``.

    Conflicts:
        Of two importers that claim one ending, neither reads it; of their other endings each reads its own.

    Example::

        @hookimpl
        def ppid_register_importers():
            yield DbfImporter()  # name, label, suffixes = (".dbf",), read(path)
    """
    raise NotImplementedError


@hookspec
def ppid_register_rules() -> Iterable[Rule]:
    """Return the rules that the plugin adds to the check.

    A rule of a plugin is shown the year without personal data, whatever the edition: no `Applicant`, and
    nobody named, numbered or addressed in free text. It may find at most 100,000 places; one that raises is
    *failed* in `Checked.runs`, and the others go on.

    Returns:
        Rules, at most 1,000. A code is two to four letters and three digits: families of one letter are ours.
        ``basis`` names parameters of `Lawbook`.

    Conflicts:
        Two rules of one code are both left out.

    Example::

        @hookimpl
        def ppid_register_rules():
            return [BTN101, BTN102]
    """
    raise NotImplementedError


@hookspec
def ppid_register_exporters() -> Iterable[Exporter]:
    """Return the formats that the plugin can write.

    The hook is asked whenever formats are listed, so the library of a format is best imported in ``export``.
    The report that ``export`` gets is the public edition unless an internal one was asked for.

    Returns:
        Exporters, at most 1,000, each named ``[a-z][a-z0-9-]*``. Options are attrs fields with defaults.

    Conflicts:
        Two exporters of one name are both left out.

    Example::

        @hookimpl
        def ppid_register_exporters():
            yield OdsExporter()  # name, label, export(report) -> Iterable[Artifact]
    """
    raise NotImplementedError


@hookspec
def ppid_exported(report: Report, exporter: Exporter, artifacts: tuple[Artifact, ...]) -> Iterable[Artifact]:
    r"""Return further files for what one exporter has made: checksums, signatures.

    They are written beside it, in the same step. A plugin that fails adds nothing and is told; what the
    exporter made is complete without it.

    Args:
        report: the document that was exported: the public edition unless an internal one was asked for.
        exporter: the exporter, its options set.
        artifacts: what it made, without the further files of other plugins.

    Returns:
        Artifacts, at most 10,000. An empty list and None both add nothing.

    Conflicts:
        A file whose name is taken, by the exporter or by a plugin before it (in the order of distributions),
        is refused, and with it all that this plugin adds here.

    Example::

        @hookimpl
        def ppid_exported(exporter, artifacts):
            sums = (f"{sha256(file.content).hexdigest()}  {file.name}" for file in artifacts)
            content = "\n".join(sums).encode()
            yield Artifact(name=f"{exporter.name}.sha256", media_type="text/plain", content=content)
    """
    raise NotImplementedError
