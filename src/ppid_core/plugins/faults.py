"""What goes wrong around plugins, as values."""

from __future__ import annotations

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.plugins.attempt import Failure

BUILT_IN = "ppid-core"
UNKNOWN = "?"


@frozen(kw_only=True, order=True)
class Owner:
    """Who a thing comes from: a distribution, and the entry point by which it came in.

    Attributes:
        module: where the entry point leads to, as the metadata say it: ``ppid_ods.hooks``.
    """

    distribution: str
    version: str
    entry_point: str
    module: str = ""

    @property
    def is_built_in(self) -> bool:
        """Whether it is our own."""
        return self.distribution == BUILT_IN

    @property
    def handle(self) -> str:
        """What to block it by."""
        return self.entry_point if self.distribution == UNKNOWN else self.distribution

    def __str__(self) -> str:
        """Return ``"ppid-exporter-ods" 0.3``."""
        return f'"{self.distribution}" {self.version}'.rstrip()


@frozen(kw_only=True)
class PluginProblem:
    """What is wrong with one plugin (*masalah plugin*); the others go on.

    >>> from ppid_core import load_plugins
    >>> [problem.message("en") for problem in load_plugins(entry_points=[]).problems]
    []

    Attributes:
        distribution: the package to update, block or remove.
        version: its version.
        entry_point: the name by which it registers.
        cause: kind and text of the exception, or the fault, as a developer needs it.
        message: the sentences: whose fault, what happened, what to do.
    """

    distribution: str
    version: str
    entry_point: str
    cause: str
    message: Bilingual

    @classmethod
    def of(cls, owner: Owner, cause: Bilingual | Failure, message: Bilingual) -> PluginProblem:
        """Return the problem of ``owner``; ``{owner}``, ``{cause}`` and ``{handle}`` are filled."""
        told = cause.told if isinstance(cause, Failure) else cause
        return cls(
            distribution=owner.distribution,
            version=owner.version,
            entry_point=owner.entry_point,
            cause=told.en,
            message=Bilingual(
                message.id.format(owner=owner, cause=told.id, handle=owner.handle),
                message.en.format(owner=owner, cause=told.en, handle=owner.handle),
            ),
        )
