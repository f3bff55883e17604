"""The hooks, in the order in which they are asked: pluggy project ``ppid``, entry-point group ``ppid``.

A plugin is a module of functions marked with `hookimpl`; its distribution names the module in its metadata::

    [project.entry-points.ppid]
    my_plugin = "my_plugin"

Every hook collects: what all plugins return is used. Each plugin is asked by itself, so one that fails is
told and does not stop the others. An implementation may leave out arguments that it does not need.
"""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from ppid_core.plugins.exporter import Artifact, Exporter
from ppid_core.report import Report
from ppid_core.rules import Rule

PROJECT = "ppid"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def ppid_register_rules() -> Iterable[Rule]:
    """Return the rules that the plugin adds to the check.

    A code is two to four letters and three digits: families of one letter belong to ppid-core. Two plugins
    that claim one code are told, and neither is asked until one of them is blocked.

    Returns:
        Rules, at most 1,000.

    Example::

        @hookimpl
        def ppid_register_rules():
            return [BTN101, BTN102]
    """
    raise NotImplementedError


@hookspec
def ppid_register_exporters() -> Iterable[Exporter]:
    """Return the formats that the plugin can write.

    Two plugins that claim one name are told, and neither has it until one of them is blocked; a built-in
    format keeps its name. The library of a format is best imported in ``export``: this hook is asked
    whenever formats are listed.

    Returns:
        Exporters (instances, not classes), at most 1,000, each named ``[a-z][a-z0-9-]*``.

    Example::

        @hookimpl
        def ppid_register_exporters():
            yield OdsExporter()
    """
    raise NotImplementedError


@hookspec
def ppid_exported(report: Report, exporter: Exporter, artifacts: tuple[Artifact, ...]) -> Iterable[Artifact]:
    """Return further files for what one exporter has made: checksums, signatures.

    They are written beside it, in the same step. A name that is taken already is refused, and told.

    Args:
        report: the document that was exported.
        exporter: the exporter, its options set.
        artifacts: what it made, without the further files of other plugins.

    Returns:
        Artifacts, at most 10,000.

    Example::

        @hookimpl
        def ppid_exported(exporter, artifacts):
            content = " ".join(sha256(file.content).hexdigest() for file in artifacts).encode()
            yield Artifact(name=f"{exporter.name}.sha256", media_type="text/plain", content=content)
    """
    raise NotImplementedError
