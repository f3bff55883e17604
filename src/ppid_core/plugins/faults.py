"""What goes wrong around plugins, as values."""

from __future__ import annotations

from attrs import frozen

from ppid_core.language import Bilingual

BUILT_IN = "ppid-core"


@frozen(kw_only=True, order=True)
class Owner:
    """Who a thing comes from: a distribution, and the entry point by which it came in."""

    distribution: str
    version: str
    entry_point: str

    @property
    def is_built_in(self) -> bool:
        """Whether it is our own."""
        return self.distribution == BUILT_IN

    def __str__(self) -> str:
        """Return ``"ppid-exporter-ods" 0.3``."""
        return f'"{self.distribution}" {self.version}'.rstrip()


@frozen(kw_only=True)
class PluginProblem:
    """What is wrong with one plugin (*masalah plugin*); the others go on.

    Attributes:
        distribution: the package to update, block or remove.
        version: its version.
        entry_point: the name by which it registers.
        cause: kind and text of the exception, or the fault, as a developer needs it.
        message: the whole sentence.
    """

    distribution: str
    version: str
    entry_point: str
    cause: str
    message: Bilingual

    @classmethod
    def of(cls, owner: Owner, cause: object, message: Bilingual) -> PluginProblem:
        """Return the problem of ``owner``; ``{owner}`` and ``{cause}`` in the message are filled."""
        return cls(
            distribution=owner.distribution,
            version=owner.version,
            entry_point=owner.entry_point,
            cause=str(cause),
            message=message.fill(owner=owner, cause=cause),
        )
